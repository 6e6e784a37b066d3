using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.House;
using Inward.Server.Notes;
using Inward.Server.Storage;

namespace Inward.Server.Today;

/// <summary>What today holds for one person: to answer, owed, waiting for, the customer to tell, whom to thank, drafts; and the private notes that somebody asked for.</summary>
public sealed record MyDay(
    IReadOnlyList<AskRow> ToAnswer, IReadOnlyList<AskRow> Owed, IReadOnlyList<AskRow> Waiting, IReadOnlyList<AskRow> ToTell, IReadOnlyList<AskRow> ToThank,
    IReadOnlyList<NotesAskedFor> NotesAsked, bool MoreToAnswer, bool MoreOwed, bool MoreWaiting, IReadOnlyList<PromiseInTalk> Promises)
{
    private const int Shown = 6;

    public bool IsEmpty => ToAnswer.Count + Owed.Count + Waiting.Count + ToTell.Count + ToThank.Count + NotesAsked.Count + Promises.Count == 0;

    public static async Task<MyDay> Ask(Session session, Me me, DateOnly today)
    {
        // Everything open that is mine, and what was accepted of mine lately: two questions, sorted here into sentences.
        var (open, _) = await AskList.Ask(session, me, new AskFilter(), today, size: 200);
        var (closed, _) = await AskList.Ask(session, me, new AskFilter(Role: "requester", Show: "closed", State: "accepted"), today, size: 60);
        var mine = open.Where(r => r.TurnPerson == me.Person || (r.TurnTeam is { } team && me.Teams.Contains(team) && r.Requester != me.Person)).ToList();
        var answer = mine.Where(r => r.State != "promised").OrderBy(r => r.State is "requested" ? r.AnswerBy : r.Due).ToList();
        var owed = mine.Where(r => r.State == "promised").ToList();
        var waiting = open.Except(mine).Where(r => r.Requester == me.Person).ToList();
        return new MyDay([.. answer.Take(Shown)], [.. owed.Take(Shown)], [.. waiting.Take(Shown)],
            [.. closed.Where(r => r.Sale is not null && r.Told == 0).Take(Shown)], [.. closed.Where(r => r.Thanked == 0).Take(Shown)],
            me.Can("notes") ? await session.NotesAskedOf(me.Workspace, me.Person) : [], answer.Count > Shown, owed.Count > Shown, waiting.Count > Shown,
            PromiseInTalk.Of(await ItemTable.PromisesOfMine(session, me, most: 100)));
    }
}
