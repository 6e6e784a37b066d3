using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>What one can do with the way in: passwords, sessions, invitations, and who administers. Whatever somebody else does to an account is told to its person.</summary>
public static class AccountDesk
{
    /// <summary>Keeps the hash of my new password and ends my sessions everywhere; the caller opens a new one here.</summary>
    public static async Task ChangePassword(Unit unit, Me me, string hash)
    {
        var account = await unit.OpenAccount(me.Person);
        unit.KeepPassword(me.Person, hash);
        unit.Append("password.changed", account.Id, new { });
    }

    public static async Task EndSession(Unit unit, Me me, byte[] session)
    {
        if (await unit.Count("select count(*) from session where workspace = @Workspace and person = @Person and hash = @session", new { me.Workspace, me.Person, session }) == 0)
            throw Rule.NotVisible();
        unit.EndSession(me.Person, session);
        unit.Append("session.ended", (await unit.OpenAccount(me.Person)).Id, new { });
    }

    public static async Task EndMySessions(Unit unit, Me me)
    {
        unit.EndSessions(me.Person);
        unit.Append("session.ended", (await unit.OpenAccount(me.Person)).Id, new { all = true });
    }

    /// <summary>An administrator lets somebody choose a password, the first or a new one. Gives the code of the link.</summary>
    public static async Task<string> Invite(Unit unit, Me me, Id person)
    {
        var invited = await Administered(unit, me, person);
        if (invited.LeftOn is not null)
            throw Rule.NotNow(new Sentence("{0} has left already.", invited.Name));
        if (invited.Email is null && invited.UserName is null)
            throw Rule.NotNow(new Sentence("{0} has neither an e-mail address nor a user name to sign in with. Add one first.", invited.Name));
        var account = await unit.OpenAccount(person);
        var code = unit.Invite(person);
        unit.Append(account.PasswordHash is null ? "invitation.made" : "password.reset", account.Id, new { });
        return code;
    }

    /// <summary>The invited person has chosen a password; the link is used up and every older session ends.</summary>
    public static async Task<Account> Accept(Unit unit, Invitation invitation, string hash)
    {
        unit.Use(invitation);
        if (await Keys.Of(unit, invitation.Workspace, invitation.Person, unit.Now) is null)
            throw Rule.NotVisible();
        var account = await unit.OpenAccount(invitation.Person);
        unit.KeepPassword(invitation.Person, hash);
        unit.Append("password.chosen", account.Id, new { });
        return (await unit.Account(invitation.Workspace, invitation.Person))!;
    }

    public static async Task EndSessionsOf(Unit unit, Me me, Id person, int? version = null)
    {
        await Administered(unit, me, person, version);
        unit.EndSessions(person);
        unit.Append("session.ended", (await unit.OpenAccount(person)).Id, new { all = true });
    }

    /// <summary>Makes somebody an administrator, or no longer one.</summary>
    public static async Task<Person> Administer(Unit unit, Me me, Id person, bool administers, int? version = null)
    {
        var before = await Administered(unit, me, person, version);
        if (before.Administrator == administers)
            return before;
        if (before.LeftOn is not null)
            throw Rule.NotNow(new Sentence("{0} has left already.", before.Name));
        var after = before.Administering(administers, await OtherAdministrators(unit, person)) with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append(administers ? "person.administers" : "person.administers-no-more", person, new { });
        return after;
    }

    /// <summary>Somebody leaves today: every door closes, and what they had promised is asked afresh.</summary>
    public static async Task<Person> Leave(Unit unit, Me me, Id person, int? version = null)
    {
        var before = await Administered(unit, me, person, version);
        var calendar = await unit.CalendarOf(me.Workspace, person);
        var after = before.Leaving(calendar.Today(unit.Now), await OtherAdministrators(unit, person)) with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.left", person, new { on = after.LeftOn });
        await Leaving.Settle(unit, after);
        return after;
    }

    private static async Task<Person> Administered(Unit unit, Me me, Id id, int? version = null)
    {
        if (!me.Administrator)
            throw Rule.NotYours("Only an administrator does this.");
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, person.Version);
        return person;
    }

    // One after the other: two administrators cannot send each other away at the same moment.
    private static async Task<int> OtherAdministrators(Unit unit, Id person)
    {
        await unit.OneAtATime();
        return (int)await unit.Count("select count(*) from person where workspace = @Workspace and administrator = 1 and left_on is null and id <> @person",
            new { unit.Workspace, person });
    }
}
