using System.Text.Json;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>What happened to a journey once, told in sentences.</summary>
/// <param name="WhoName">Null where Inward did it.</param>
public sealed record JourneyHappened(DateTimeOffset At, Id? Who, string? WhoName, string Kind, IReadOnlyList<JourneyChange> Changes)
{
    /// <summary>The stage it is about, where it is about one.</summary>
    public string? Stage { get; init; }

    /// <summary>Names of people and teams that the changes name.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>A line for the whole journey, and one for each stage that changed.</summary>
    public IEnumerable<string> Lines(Tongue t) => Changes.GroupBy(change => change.What is "added" or "removed" or "moved" ? change.What + change.Stage : change.Stage)
        .Select(about => string.Join("; ", about.Select(change => Says(change, t))) is var said && about.First() is { Stage: { } stage, What: not ("added" or "removed") } ? $"{t.Stage(stage)}. {said}" : said);

    private string Says(JourneyChange change, Tongue t) => change.What switch
    {
        "added" => t["The stage “{0}” was added.", t.Stage(change.Stage!)],
        "removed" => t["The stage “{0}” was removed.", t.Stage(change.Stage!)],
        "moved" => t["The stages were put into another order."],
        _ => change.Before is null ? t["{0}: {1}", t[Field(change.What)], Value(change.What, change.After, t)]
            : t["{0}: {1} (was {2})", t[Field(change.What)], Value(change.What, change.After, t), Value(change.What, change.Before, t)],
    };

    private static string Field(string what) => what switch
    {
        "name" => "Name",
        "segment" => "Segment",
        "owner" => "Owner",
        "editors" => "Who may change it, too",
        "customerValue" => "Value to the customer",
        "ourValue" => "Value to us",
        "weight" => "Weight",
        "control" => "Control",
        "teams" => "Teams",
        _ => "People",
    };

    private string Value(string what, string? value, Tongue t) => value is null ? t["nothing"]
        : JourneyChange.NamesSomebody(what) ? string.Join(", ", value.Split(',').Select(id => Names.GetValueOrDefault(id, "?")))
        : what == "control" ? t[StageForm.Controls.First(control => control.Value == value).Word]
        : what == "name" ? $"“{t.Stage(value)}”"
        : value;
}

/// <summary>Every change of a journey, the newest first.</summary>
public static class JourneyHistory
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<JourneyHappened>> Ask(Session session, Me me, Id journey)
    {
        var rows = (await session.All<Row>($"""
            select h.at, h.who, p.name as who_name, h.kind, h.payload from happening h left join person p on p.workspace = @Workspace and p.id = h.who
            where h.workspace = @Workspace and h.on_id = @journey order by h.id desc limit {Most}
            """, new { me.Workspace, journey })).ConvertAll(row => (Row: row, Told: row.Told()));
        var named = rows.SelectMany(row => row.Told.Changes ?? []).Where(change => JourneyChange.NamesSomebody(change.What))
            .SelectMany(change => $"{change.Before},{change.After}".Split(',')).Select(text => Id.TryParse(text, null, out var id) ? id : (Id?)null).OfType<Id>();
        var names = await session.Names(me.Workspace, named);
        return rows.ConvertAll(row => new JourneyHappened(row.Row.At, row.Row.Who, row.Row.WhoName, row.Row.Kind, row.Told.Changes ?? []) { Names = names, Stage = row.Told.Stage });
    }

    private sealed record Row(DateTimeOffset At, Id? Who, string? WhoName, string Kind, string? Payload)
    {
        public Told Told() => Payload is null || !Kind.StartsWith("journey.", StringComparison.Ordinal) ? new Told(null, null) : JsonSerializer.Deserialize<Told>(Payload, Wire.Json)!;
    }

    private sealed record Told(IReadOnlyList<JourneyChange>? Changes, string? Stage);
}
