using Inward.House;
using Inward.People;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>What follows when somebody leaves, whichever door told it: every way in closes, and what they had promised is asked afresh.</summary>
public sealed class Leaving : IJobKind
{
    public const string Name = "leaving";

    public string Kind => Name;

    /// <summary>At once, or on the day if it is still to come.</summary>
    public static async Task Settle(Unit unit, Person person)
    {
        var calendar = await unit.CalendarOf(unit.Workspace, person.Id);
        if (person.LeftOn is not { } on)
            return;
        if (on > calendar.Today(unit.Now))
        {
            unit.DoLater(Name, person.Id, new { }, calendar.EndOf(on.AddDays(-1)));
            return;
        }
        unit.EndSessions(person.Id);
        unit.EndInvitations(person.Id);
        unit.RevokeTokens(person.Id);
        await People.PhotoDesk.Forget(unit, person.Id);
        await AskLeaving.PersonLeft(unit, person.Id);
        await Ideas.IdeaLeaving.PersonLeft(unit, person.Id);
        await Notes.NoteRequestDesk.AuthorLeft(unit, person.Id);
    }

    // Meanwhile they may stay after all, or for longer.
    public async Task Inside(Job job, Unit unit)
    {
        if (await unit.Person(unit.Workspace, job.OnId!.Value) is { } person)
            await Settle(unit, person);
    }
}
