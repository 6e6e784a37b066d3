using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Journeys;

/// <summary>One stage: what it is worth and who said so, what speaks for it, and what colleagues think who scored it blind.</summary>
public sealed class StagePage : RoomPage
{
    public JourneySeen Seen { get; private set; } = null!;

    public StageSeen Row { get; private set; } = null!;

    public ScoresSeen Scores { get; private set; } = ScoresSeen.None;

    public IReadOnlyList<EvidenceSeen> Evidence { get; private set; } = [];

    /// <summary>As it was typed.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Record { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public Task OnGetAsync(Id id, Id stage) => Load(id, stage);

    public Task<IActionResult> OnPostScoreAsync(Id id, Id stage, string? customerValue, string? ourValue, string? weight) => Change(async unit =>
    {
        await StageScores.Give(unit, Me, id, stage, Whole("customerValue", customerValue), Whole("ourValue", ourValue), Whole("weight", weight));
        return true;
    }, _ => $"/journeys/{id}/stages/{stage}#scores", () => Load(id, stage));

    public Task<IActionResult> OnPostAdoptAsync(Id id, Id stage) => Change(unit => JourneyDesk.Adopt(unit, Me, id, stage, Version), _ => $"/journeys/{id}/stages/{stage}", () => Load(id, stage));

    public Task<IActionResult> OnPostSupportAsync(Id id, Id stage) => Change(unit =>
        JourneyDesk.Support(unit, Me, id, stage, null, Query.Word<EvidenceKind>("kind", Kind), RecordIn(Record), Words), _ => $"/journeys/{id}/stages/{stage}#evidence", () => Load(id, stage));

    public Task<IActionResult> OnPostUnsupportAsync(Id id, Id stage, Id evidence) =>
        Change(unit => JourneyDesk.Unsupport(unit, Me, id, stage, evidence, null), _ => $"/journeys/{id}/stages/{stage}#evidence", () => Load(id, stage));

    private Task Load(Id id, Id stage) => Read(async session =>
    {
        Seen = await JourneySeen.One(session, Me, id, Today);
        Row = Seen.Stage(stage) ?? throw Rule.NotVisible();
        Scores = await StageScores.Ask(session, Me, stage);
        Evidence = await EvidenceSeen.Ask(session, Me, Row.Stage);
        Version ??= Seen.Journey.Version;
        return true;
    });

    private static int? Whole(string field, string? typed) => Query.Number(field, typed) is not { } number ? null
        : number == Math.Truncate(number) && Math.Abs(number) <= 100 ? (int)number : throw Rule.Invalid(field, new Sentence("Score it from 0 to {0}.", Stage.Highest));

    // The address of a page is as good as its id: one copies it from the browser.
    private static Id? RecordIn(string? typed) => Query.Id("record", typed?.Trim().TrimEnd('/').Split('/')[^1].Split('?', '#')[0]);
}
