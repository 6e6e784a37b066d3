using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>The verbs of whoever works with Inward. Exit 0 done, 1 refused by a rule, 2 wrong use, 3 cannot reach.</summary>
public static class Verbs
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print what the API answers, for programs", Recursive = true };
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every verb, in the groups and the order in which `inward help` names them.</summary>
    internal static IReadOnlyList<(string Group, IReadOnlyList<Command> Verbs)> All { get; } =
    [
        ("My day", [.. DayVerbs.All()]),
        ("Ask", [.. AskVerbs.Asking()]),
        ("Answer an ask, and keep a promise", [.. AskVerbs.Answering()]),
        ("Both of you, while it is open", [.. AskVerbs.Both()]),
        ("After the delivery", [.. AskVerbs.Closing()]),
        ("Keep in touch", [.. RelationshipVerbs.All()]),
        ("Records: a noun alone lists; the words in brackets may follow it", [.. RecordVerbs.All(), .. SuggestionVerbs.All()]),
        ("Settings", [.. SettingVerbs.All()]),
        ("Anything else", [DayVerbs.Call(), MailVerb.Make()]),
    ];

    /// <summary>Where Inward is.</summary>
    internal static string? Url => Environment.GetEnvironmentVariable("INWARD_URL");

    public static async Task<int> Run(string[] args)
    {
        if (args is [] or ["help" or "--help" or "-h"])
            return Help.Print(Console.Out);
        var root = new Command("inward", "Inward on the command line") { Json, new HelpOption() };
        foreach (var verb in All.SelectMany(group => group.Verbs))
            root.Add(verb);
        var said = root.Parse(args);
        if (said.Errors.Count == 0)
            return await said.InvokeAsync();
        foreach (var error in said.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync(said.CommandResult.Command == root ? "`inward help` names the verbs." : $"`inward {Path(said.CommandResult.Command)} --help` says how it is used.");
        return 2;
    }

    /// <summary>A verb that calls the API and prints: the JSON with --json, else the lines that <paramref name="tell"/> makes of it.</summary>
    internal static Command Verb(string name, string description, IEnumerable<Symbol> parts, Func<Api, ParseResult, Task<JsonNode?>> call, Func<JsonNode, IEnumerable<string>> tell, Func<Api>? open = null)
    {
        var verb = new Command(name, description);
        foreach (var part in parts)
        {
            if (part is Argument argument)
                verb.Add(argument);
            else
                verb.Add((Option)part);
        }
        verb.SetAction(async (said, _) =>
        {
            try
            {
                using var api = open is null ? new Api(Url, Environment.GetEnvironmentVariable("INWARD_TOKEN")) : open();
                var answer = await call(api, said) ?? new JsonObject();
                foreach (var line in said.GetValue(Json) ? [answer.ToJsonString(Readable)] : tell(answer))
                    Console.WriteLine(line);
                return 0;
            }
            catch (Exception failure) when (Code(failure) is { } code)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return code;
            }
        });
        return verb;
    }

    /// <summary>A verb that sends its fields.</summary>
    internal static Command Verb(string name, string description, IEnumerable<Argument> arguments, Field[] fields, Func<Api, ParseResult, JsonObject, Task<JsonNode?>> call, Func<JsonNode, IEnumerable<string>> tell) =>
        Verb(name, description, [.. arguments, .. fields.Select(f => f.Option)], async (api, said) => await call(api, said, await Fields.Body(api, said, fields)), tell);

    /// <summary>A verb that lists: its fields are the filters, and what follows is named last.</summary>
    internal static Command List(string name, string description, string path, Field[] filters, Func<JsonNode, string> line, params IReadOnlyList<Command> more)
    {
        var verb = Verb(name, description, filters.Select(f => f.Option), async (api, said) => await api.Get(path + await Fields.Query(api, said, filters)), answer => Tell.List(answer, line));
        foreach (var also in more)
            verb.Add(also);
        return verb;
    }

    internal static Argument<string> Id(string name, string description) => new(name) { Description = description };

    /// <summary>One part of an address, whatever was typed.</summary>
    internal static string Part(this ParseResult said, Argument<string> argument) => Uri.EscapeDataString(said.GetRequiredValue(argument));

    private static string Path(Command verb) => verb.Parents.OfType<Command>().FirstOrDefault() is { Name: not "inward" } parent ? $"{Path(parent)} {verb.Name}" : verb.Name;

    private static int? Code(Exception failure) => failure switch
    {
        Refused => 1,
        WrongUse or IOException or UnauthorizedAccessException => 2,
        OutOfReach => 3,
        _ => null,
    };
}
