using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>The form of own words, of a person or of a team.</summary>
public abstract class WordsForm : RoomPage
{
    [BindProperty]
    public string? DoAndWhy { get; set; }

    [BindProperty]
    public string? NeedFromOthers { get; set; }

    [BindProperty]
    public string? HowToReach { get; set; }

    [BindProperty]
    public string? BestTime { get; set; }

    [BindProperty]
    public string? Strengths { get; set; }

    [BindProperty]
    public string? HowToThank { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public Conflict? Conflict { get; private set; }

    public string Name { get; protected set; } = "";

    public OwnWords Before { get; protected set; } = OwnWords.None;

    /// <summary>The questions in their order, with what was typed and since when the answer stands.</summary>
    public IEnumerable<(string Field, string Label, string Hint, string? Typed, Answer? Before)> Questions =>
    [
        ("doAndWhy", Label(WordsQuestion.DoAndWhy), "Two sentences that a new colleague would understand.", DoAndWhy, Before.DoAndWhy),
        ("needFromOthers", Label(WordsQuestion.NeedFromOthers), "What makes your work easy when somebody asks you for something.", NeedFromOthers, Before.NeedFromOthers),
        ("howToReach", Label(WordsQuestion.HowToReach), "", HowToReach, Before.HowToReach),
        ("bestTime", Label(WordsQuestion.BestTime), "", BestTime, Before.BestTime),
        ("strengths", Label(WordsQuestion.Strengths), "What others may come to you for.", Strengths, Before.Strengths),
        ("howToThank", Label(WordsQuestion.HowToThank), "In front of everybody or quietly, with words or with cake.", HowToThank, Before.HowToThank),
    ];

    protected virtual bool IsTeam => false;

    protected WordsTold Told() => new(
        Query.Typed(DoAndWhy), Query.Typed(NeedFromOthers), Query.Typed(HowToReach), Query.Typed(HowToThank), Query.Typed(Strengths), Query.Typed(BestTime));

    private string Label(WordsQuestion question) => OwnWordsSeen.Label(question, IsTeam);

    protected async Task Show(Session session, Id id, string name, OwnWords words, int version)
    {
        (Name, Before) = (name, words);
        if (Mistake is null)
        {
            var said = PersonDesk.Said(words);
            (DoAndWhy, NeedFromOthers, HowToReach, BestTime, Strengths, HowToThank) = (said.DoAndWhy, said.NeedFromOthers, said.HowToReach, said.BestTime, said.Strengths, said.HowToThank);
        }
        if (Mistake?.Why == Broken.Stale)
            Conflict = await Conflict.Over(session, Me.Workspace, id, version, [.. Questions.Select(q => new Both(q.Field, T[q.Label], Query.Typed(q.Typed), q.Before?.Words))]);
        Version ??= version;
    }
}

/// <summary>Where a colleague writes their own words. Everybody else is told, in a sentence, that they may not.</summary>
public sealed class PersonWordsPage : WordsForm
{
    public Id Id { get; private set; }

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsync(Id id) => Change(unit => PersonDesk.Say(unit, Me, id, Version, _ => Told()), person => $"/people/{person.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        var person = await session.Person(Me.Workspace, id) ?? throw Rule.NotVisible();
        // The rule refuses whoever is not this person, here as when it is sent.
        person.Says(new WordsTold(), Me.Person, Today);
        Id = id;
        await Show(session, id, person.Name, person.OwnWords, person.Version);
        return true;
    });
}

/// <summary>Where those who are in a team write its words.</summary>
public sealed class TeamWordsPage : WordsForm
{
    public Id Id { get; private set; }

    protected override bool IsTeam => true;

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsync(Id id) => Change(unit => TeamDesk.Say(unit, Me, id, Version, _ => Told()), team => $"/teams/{team.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        var team = await session.Team(Me.Workspace, id) ?? throw Rule.NotVisible();
        team.Says(new WordsTold(), Me.Person, Me.Teams.Contains(id), Today);
        Id = id;
        await Show(session, id, team.Name, team.OwnWords, team.Version);
        return true;
    });
}
