using System.CommandLine;
using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>The verbs of whoever works with Inward. Exit 0 done, 1 refused by a rule, 2 wrong use, 3 cannot reach.</summary>
public static class Verbs
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print what the API said", Recursive = true };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Inward on the command line. INWARD_URL says where it is, INWARD_TOKEN who you are.") { Json };
        foreach (var verb in AskVerbs.All().Concat(RecordVerbs.All()))
            root.Add(verb);
        var said = root.Parse(args);
        if (said.Errors.Count == 0)
            return await said.InvokeAsync();
        foreach (var error in said.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        return 2;
    }

    /// <summary>A verb that calls the API and prints: the JSON with --json, else the lines that <paramref name="tell"/> makes of it.</summary>
    internal static Command Verb(string name, string description, Symbol[] parts, Func<Api, ParseResult, Task<JsonNode?>> call, Func<JsonNode?, IEnumerable<string>> tell)
    {
        var verb = new Command(name, description);
        foreach (var part in parts)
        {
            if (part is Argument argument)
                verb.Add(argument);
            else
                verb.Add((Option)part);
        }
        verb.SetAction(async (said, stop) =>
        {
            try
            {
                using var api = new Api(Environment.GetEnvironmentVariable("INWARD_URL"), Environment.GetEnvironmentVariable("INWARD_TOKEN"));
                var answer = await call(api, said);
                foreach (var line in said.GetValue(Json) ? [answer?.ToJsonString() ?? "{}"] : tell(answer))
                    Console.WriteLine(line);
                return 0;
            }
            catch (Refused refused)
            {
                return Fail(refused, 1);
            }
            catch (WrongUse wrong)
            {
                return Fail(wrong, 2);
            }
            catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
            {
                return Fail(away, 3);
            }
        });
        return verb;
    }

    internal static string Line(JsonNode? row) =>
        $"{row!["id"]}  {row["state"],-13} {row["due"]?.ToString() ?? "          ",-10}  {row["what"]}  ({row["performerName"] ?? row["teamName"]}, asked by {row["requesterName"]})";

    private static int Fail(Exception why, int code)
    {
        Console.Error.WriteLine(why.Message);
        return code;
    }
}
