using Inward.Asks;
using Inward.House;
using Inward.Lists;
using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.Ideas;
using Inward.Server.Notes;
using Inward.Server.Objectives;
using Inward.Server.People;
using Inward.Server.Recorded;
using Inward.Server.Storage;

namespace Inward.Server.Today;

/// <summary>What today holds for one person: to answer, owed, waiting for, the customer to tell, whom to thank, the private notes that somebody asked for, talks that somebody disputes, what is suggested for a page of mine, handovers that wait for my team or me, ideas that wait for my answer or were answered, and what moved.</summary>
public sealed record MyDay(
    IReadOnlyList<AskRow> ToAnswer, IReadOnlyList<AskRow> Owed, IReadOnlyList<AskRow> Waiting, IReadOnlyList<AskRow> ToTell, IReadOnlyList<AskRow> ToThank,
    IReadOnlyList<NotesAskedFor> NotesAsked, bool MoreToAnswer, bool MoreOwed, bool MoreWaiting, IReadOnlyList<PromiseInTalk> Promises, IReadOnlyList<DisputedTalk> Disputed, IReadOnlyList<Moved> Moved,
    IReadOnlyList<SuggestionRow> Suggestions, IReadOnlyList<WaitingHandover> Handovers, IReadOnlyList<IdeaToday> Ideas, IReadOnlyList<AdviceWaiting> Advice)
{
    private const int Shown = 6;

    /// <summary>How long the page tells of what others did.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(3);

    // A dispute wants an answer: it stays so much longer.
    private static readonly TimeSpan Disputes = TimeSpan.FromDays(14);

    public bool IsEmpty => ToAnswer.Count + Owed.Count + Waiting.Count + ToTell.Count + ToThank.Count + NotesAsked.Count + Promises.Count + Disputed.Count + Moved.Count + Suggestions.Count + Handovers.Count + Ideas.Count + Advice.Count == 0;

    /// <param name="since">From when on others' steps are news.</param>
    public static async Task<MyDay> Ask(Session session, Me me, DateOnly today, DateTimeOffset since)
    {
        // Everything open that is mine, and what was closed lately: three questions, sorted here into sentences.
        var (open, _) = await AskList.Ask(session, me, new AskFilter(), today, size: 200);
        var (accepted, _) = await AskList.Ask(session, me, new AskFilter("requester", "closed") { Each = Choice.None.With(new Condition("state", "accepted")) }, today, size: 60);
        var (ended, _) = await AskList.Ask(session, me, new AskFilter(Show: "closed"), today, size: 12);
        var mine = open.Where(r => r.TurnPerson == me.Person || (r.TurnTeam is { } team && me.Teams.Contains(team) && r.Requester != me.Person)).ToList();
        var answer = mine.Where(r => r.State != "promised").OrderBy(r => r.State is "requested" ? r.AnswerBy : r.Due).ToList();
        var owed = mine.Where(r => r.State == "promised").ToList();
        var waiting = open.Except(mine).Where(r => r.Requester == me.Person).ToList();
        var toTell = accepted.Where(r => r.Sale is not null && r.Told == 0).Take(Shown).ToList();
        var toThank = accepted.Where(r => r.Thanked == 0).Take(Shown).ToList();
        // What waits for my answer is said there; what a team of mine was asked is not mine yet.
        var moved = open.Except(answer).Concat(ended).Where(r => r.Requester == me.Person || r.Performer == me.Person);
        return new MyDay([.. answer.Take(Shown)], [.. owed.Take(Shown)], [.. waiting.Take(Shown)], toTell, toThank,
            me.Can("notes") ? await session.NotesAskedOf(me.Workspace, me.Person) : [], answer.Count > Shown, owed.Count > Shown, waiting.Count > Shown,
            PromiseInTalk.Of(await ItemTable.PromisesOfMine(session, me, most: 100)), await session.DisputedOf(me, since - Disputes),
            await Today.Moved.Ask(session, me, moved, since), await session.SuggestionsOn(me, since, most: 20), await WaitingHandover.Mine(session, me), await IdeaToday.Ask(session, me, today, since), await AdviceWaiting.Mine(session, me));
    }
}
