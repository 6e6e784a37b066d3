using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>The fields that a company has made itself for its colleagues and teams, and their pictures.</summary>
internal static class FieldVerbs
{
    /// <summary>What they say of one colleague.</summary>
    public static readonly Field Filling = Values("fields", "--field", "A field of the company and what it says, such as \"Site=Hamburg\"");

    /// <summary>Colleagues by what they say.</summary>
    public static readonly Field Filter = ValuesSought("field.", "--field", "Whose field says this, such as \"Site=Hamburg\" or \"Since.from=2020-01-01\"");

    private static readonly Field[] Told =
    [
        Many("choices", "--choice", "A word to choose, all of them in their order"), Values("renamed", "--rename-choice", "A choice that is called otherwise from now on: \"Old=New\""),
        Text("writer", "--writer", "person (each their own, those in a team its, and administrators) or administrators"), Flag("canFilter", "--filter", "One can filter by it"),
    ];

    public static Command Fields()
    {
        var (which, order) = (Id("field", "Its id"), new Argument<string[]>("fields") { Description = "Ids in the order in which they shall stand" });
        Field[] made = [Text("name", "--name", "What it is called", required: true), Text("kind", "--kind", "text, number, day, yesNo or choice", required: true), Text("about", "--about", "person (usual) or team: on whose page it stands"), .. Told];
        Field[] changes = [Text("name", "--name", "What it is called"), .. Told, Flag("retired", "--retired", "Not used any more (--retired false: again)")];
        return List("fields", "The fields a company has made itself for its colleagues and teams", "people/fields", [], Tell.Row("name", "kind", "choices", "writer", "about", "retiredAt"),
            Verb("show", "One of them", [which], (api, said) => api.Get($"people/fields/{said.Part(which)}"), Tell.Record),
            Verb("add", "Make one (administrators). Everybody in the company reads what it says: never health, religion, origin or the like", [], made, (api, _, body) => api.Post("people/fields", body), Tell.Record),
            Verb("change", "Change what is named, and leave the rest (administrators)", [which, .. changes.Select(f => f.Option), RecordVerbs.Version],
                async (api, said) => await api.Change("PATCH", $"people/fields/{said.Part(which)}", await Body(api, said, changes), said.GetValue(RecordVerbs.Version)), Tell.Record),
            Verb("order", "Put them into an order (administrators)", [order],
                (api, said) => api.Post("people/fields/order", new JsonObject { ["fields"] = new JsonArray([.. said.GetRequiredValue(order).Select(id => (JsonNode)id)]) }), all => Tell.List(all, Tell.Row("name", "place"))));
    }

    public static Command MyPhoto()
    {
        var file = Id("file", "A PNG or JPEG picture on this machine");
        return Verb("photo", "Show my picture", [file], async (api, said) =>
            await api.Send(HttpMethod.Put, $"people/{await Called.Person.Id(api, "me")}/photo", new ByteArrayContent(await File.ReadAllBytesAsync(said.GetRequiredValue(file))), "*"), Tell.Done);
    }

    public static Command NoPhotoOfMine() => Verb("nophoto", "Show my picture no longer", [], async (api, _) => await api.Change("DELETE", $"people/{await Called.Person.Id(api, "me")}/photo", null, null), Tell.Done);

    public static Command Photo()
    {
        var (who, file) = (Id("colleague", "What they are called, or their id"), Id("file", "Where to put it"));
        return Verb("photo", "Keep a colleague's picture as a file", [who, file], async (api, said) =>
        {
            await File.WriteAllBytesAsync(said.GetRequiredValue(file), await api.Bytes($"people/{await Called.Person.Id(api, said.GetRequiredValue(who))}/photo"));
            return null;
        }, Tell.Done);
    }

    public static Command NoPhoto()
    {
        var who = Id("colleague", "What they are called, or their id");
        return Verb("nophoto", "Remove a colleague's picture (administrators)", [who], async (api, said) => await api.Change("DELETE", $"people/{await Called.Person.Id(api, said.GetRequiredValue(who))}/photo", null, null), Tell.Done);
    }

    /// <summary>Filling in a team's fields, and its picture.</summary>
    public static IEnumerable<Command> OfTeam()
    {
        var (team, file) = (Id("team", "The team's name"), Id("file", "A PNG or JPEG picture on this machine"));
        async Task<string> Of(Api api, ParseResult said, string what) => $"teams/{await Called.Team.Id(api, said.GetRequiredValue(team))}/{what}";
        yield return Verb("fill", "Fill in the company's fields of a team; one without a value is emptied (whoever is in it, and administrators)", [team, Filling.Option, RecordVerbs.Version],
            async (api, said) => await api.Change("PATCH", await Of(api, said, "fields"), await Body(api, said, [Filling]), said.GetValue(RecordVerbs.Version)), Tell.Record);
        yield return Verb("photo", "Keep a team's picture as a file", [team, file], async (api, said) =>
        {
            await File.WriteAllBytesAsync(said.GetRequiredValue(file), await api.Bytes(await Of(api, said, "photo")));
            return null;
        }, Tell.Done);
        yield return Verb("newphoto", "Show this picture of a team (whoever is in it)", [team, file], async (api, said) =>
            await api.Send(HttpMethod.Put, await Of(api, said, "photo"), new ByteArrayContent(await File.ReadAllBytesAsync(said.GetRequiredValue(file))), "*"), Tell.Done);
        yield return Verb("nophoto", "Remove a team's picture (whoever is in it, and administrators)", [team], async (api, said) => await api.Change("DELETE", await Of(api, said, "photo"), null, null), Tell.Done);
    }

    /// <summary>Colleagues as a file that can be imported again.</summary>
    /// <param name="filters">Those of their list.</param>
    public static Command Csv(Field[] filters) => Verb("csv", "Colleagues as CSV, with the company's own fields", filters.Select(f => f.Option),
        async (api, said) => JsonValue.Create(System.Text.Encoding.UTF8.GetString(await api.Bytes("people/csv" + await Query(api, said, filters)))), csv => [$"{csv}"]);
}
