using Inward.Asks;
using Inward.Conversations;
using Inward.House;
using Inward.Ideas;
using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>An idea as somebody tells it.</summary>
/// <param name="About">An ask, a sale, a stage, a talk or an objective, by its id.</param>
/// <param name="Wanted">The card of help wanted that it answers.</param>
/// <param name="Team">Whose lead answers, where what it is about is nobody's.</param>
/// <param name="Days">Working days until the answer; ten when left out.</param>
public sealed record IdeaTold(string? Text, Id? About = null, bool Private = false, Id? Wanted = null, Id? Team = null, int? Days = null);

/// <summary>What one can do with ideas. What of a private one is told stands in no happening.</summary>
public static class IdeaDesk
{
    public static async Task<Idea> Share(Unit unit, Me me, IdeaTold told)
    {
        var (about, card) = (await AboutMeant(unit, me, told.About), await Card(unit, me, told.Wanted));
        if (told.Team is { } team && await unit.Count("select count(*) from team where workspace = @Workspace and id = @team", new { me.Workspace, team }) == 0)
            throw Rule.Invalid("team", "There is no such team here.");
        var answering = await Who(unit, me.Workspace, me.Person, about, card, told.Team, unit.Now);
        return await Keep(unit, me, me.Person, new IdeaShared(told.Text, told.Private, about?.About, card?.Id, null, told.Days), answering);
    }

    /// <summary>A line of a talk becomes an idea of the colleague who had it, once.</summary>
    /// <param name="person">Whose, where the line is about several.</param>
    public static async Task<Idea> TakeUp(Unit unit, Me me, Id id, int n, Id? person)
    {
        var talk = await ConversationDesk.Seen(unit, me, id);
        var rows = (await unit.ItemsOf(me.Workspace, [id])).FindAll(item => item.N == n);
        var whose = person ?? (rows.Count == 1 ? rows[0].Person : me.Person);
        var item = rows.Find(row => row.Person == whose) ?? throw (rows.Count == 0 ? Rule.NotVisible() : Rule.Invalid("person", "Say whose idea it is."));
        if (item.Kind != ItemKind.Idea)
            throw Rule.NotNow("Only a line that begins with “idea:” becomes an idea.");
        if (talk.Private)
            throw Rule.NotNow("This talk is private. Let those who took part read it first, or share the idea anew.");
        await unit.OneAtATime();
        if ((await unit.IdeasOfTalk(me.Workspace, id)).FirstOrDefault(idea => idea.Author == whose && idea.Text == item.Text) is { } known)
            return known;
        var answering = await Who(unit, me.Workspace, whose, null, null, null, unit.Now);
        return await Keep(unit, me, whose, new IdeaShared(item.Text, About: new About(AboutKind.Talk, id), PassedOnBy: whose == me.Person ? null : me.Person), answering);
    }

    /// <summary>“I'd want that too.”</summary>
    public static async Task Want(Unit unit, Me me, Id id)
    {
        var idea = await unit.IdeaToMove(me, id, null);
        idea.CheckWanting(me.Person);
        if (await Wants(unit, me, id))
            return;
        unit.Write("insert into idea_want (workspace, idea, person, at) values (@Workspace, @id, @Person, @Now)", new { me.Workspace, id, me.Person, unit.Now });
        unit.Touch(id);
        unit.Append("idea.also-wanted", id, new { });
    }

    public static async Task WantNoMore(Unit unit, Me me, Id id)
    {
        await unit.IdeaToMove(me, id, null);
        if (!await Wants(unit, me, id))
            return;
        unit.Write("delete from idea_want where workspace = @Workspace and idea = @id and person = @Person", new { me.Workspace, id, me.Person });
        unit.Touch(id);
        unit.Append("idea.wanted-no-more", id, new { });
    }

    public static async Task Comment(Unit unit, Me me, Id id, string? text)
    {
        var idea = await unit.IdeaToMove(me, id, null);
        var comment = new IdeaComment(Id.New(unit.Now), await unit.RootOf(me.Workspace, id), me.Person, Inward.Ideas.Idea.Comment(text), unit.Now);
        unit.Write("insert into idea_comment (workspace, id, idea, author, text, at) values (@Workspace, @Id, @Idea, @Author, @Text, @At)", new { me.Workspace, comment.Id, comment.Idea, comment.Author, comment.Text, comment.At });
        unit.Touch(comment.Idea);
        unit.Append("idea.commented", comment.Idea, idea.Private ? new { } : (object)new { comment.Text });
    }

    /// <summary>It becomes an ask, of which its author stays the one who had the idea.</summary>
    /// <param name="ask">What is asked of whom; a draft that its writer completes when left out.</param>
    public static async Task<(Idea Idea, Ask Ask)> Adopt(Unit unit, Me me, Id id, int? version, string? reason, Asking? ask)
    {
        var idea = (await unit.IdeaToMove(me, id, version)).Adopt(reason, me.Person, unit.Now);
        unit.Save(idea, isNew: false);
        var made = ask is null ? await AskDesk.Keep(unit, me, await FirstDraft(unit, me, idea)) : await AskDesk.Send(unit, me, ask with { Idea = id });
        await TellAnswered(unit, idea, unit.Append("idea.adopted", id, idea.Private ? new { } : (object)new { idea.Last!.Reason, ask = made.Id }));
        return (idea with { Version = idea.Version + 1 }, made);
    }

    public static Task Decline(Unit unit, Me me, Id id, int? version, string? reason) =>
        Answer(unit, me, id, version, "idea.declined", (idea, _) => idea.Decline(reason, me.Person, unit.Now));

    public static Task PutOff(Unit unit, Me me, Id id, int? version, DateOnly? until, string? reason) =>
        Answer(unit, me, id, version, "idea.put-off", (idea, days) => idea.PutOff(until, reason, me.Person, days, unit.Now));

    public static async Task Withdraw(Unit unit, Me me, Id id, int? version, string? reason)
    {
        var idea = (await unit.IdeaToMove(me, id, version)).Withdraw(reason, me.Person, unit.Now);
        unit.Save(idea, isNew: false);
        unit.Append("idea.withdrawn", id, new { });
    }

    /// <summary>What was private, everybody reads from now on.</summary>
    public static async Task Open(Unit unit, Me me, Id id, int? version)
    {
        var before = await unit.IdeaToMove(me, id, version);
        var idea = before.Open(me.Person, await Days(unit, before), unit.Now);
        unit.Save(idea, isNew: false);
        unit.Append("idea.opened", id, new { idea.Text });
        await WhenDue(unit, idea);
    }

    /// <summary>An ask of it was accepted: its author hears what became of it.</summary>
    internal static async Task CameTrue(Unit unit, Ask ask)
    {
        if (ask.Idea is not { } id || await unit.IdeaUnseen(unit.Workspace, id) is not { } idea)
            return;
        unit.Touch(id);
        unit.TellOfIdea(idea, "idea.came-true", unit.Append("idea.came-true", id, new { ask = ask.Id }), [idea.Author]);
    }

    /// <summary>Whoever had the idea reads the ask that carries it out.</summary>
    internal static async Task ShowToAuthor(Unit unit, Ask ask)
    {
        if (ask.Idea is not { } id || await unit.One<Id?>("select author from idea where workspace = @Workspace and id = @id", new { unit.Workspace, id }) is not { } author)
            return;
        unit.ShowTo(ask.Id, [new Reader(author)]);
        unit.Touch(id);
        unit.Append("idea.asked", id, new { ask = ask.Id });
    }

    internal static async Task WhenDue(Unit unit, Idea idea) => unit.DoLater(IdeaDueJob.Name, idea.Id, new { }, (await Days(unit, idea)).EndOf(idea.DueOn));

    internal static Task<WorkingCalendar> Days(Session session, Idea idea) => session.CalendarOf(idea.Workspace, idea.Answering.Who);

    /// <summary>Who would answer an idea of this author.</summary>
    internal static Task<Answering> Who(Session session, Id workspace, Id author, AboutSeen? about, HelpWanted? card, Id? team, DateTimeOffset now)
    {
        List<CouldAnswer> first = [.. card is null ? [] : new[] { new CouldAnswer(card.Answerer, AnswersAs.Wanted), new CouldAnswer(card.Author, AnswersAs.Wanted) }, .. (about?.Owners ?? []).Select(owner => new CouldAnswer(owner, AnswersAs.Owner))];
        return WhoAnswers.Of(session, workspace, author, first, [.. about?.Teams ?? [], .. team is { } chosen ? [chosen] : Array.Empty<Id>()], DateOnly.FromDateTime(now.UtcDateTime));
    }

    internal static async Task<AboutSeen?> AboutMeant(Session session, Me me, Id? about) =>
        about is not { } id ? null : await session.About(me, id) ?? throw Rule.Invalid("about", "There is no ask, sale, stage, talk or objective of this id that you can see.");

    private static async Task<Idea> Keep(Unit unit, Me me, Id author, IdeaShared told, Answering answering)
    {
        var idea = Inward.Ideas.Idea.Of(me.Workspace, Id.New(unit.Now), author, told, answering, await unit.CalendarOf(me.Workspace, answering.Who), unit.Now);
        unit.Save(idea, isNew: true);
        unit.TellOfIdea(idea, "idea.shared", unit.Append("idea.shared", idea.Id, idea.Private ? new { } : (object)new { idea.Text, idea.About, idea.Card, answers = answering.Who }), idea.PassedOnBy is null ? [answering.Who] : [answering.Who, author]);
        await WhenDue(unit, idea);
        return idea;
    }

    private static async Task Answer(Unit unit, Me me, Id id, int? version, string happened, Func<Idea, WorkingCalendar, Idea> answer)
    {
        var before = await unit.IdeaToMove(me, id, version);
        var idea = answer(before, await Days(unit, before));
        unit.Save(idea, isNew: false);
        await TellAnswered(unit, idea, unit.Append(happened, id, idea.Private ? new { } : (object)new { idea.Last!.Reason, idea.Last.Until }));
        if (idea.IsOpen)
            await WhenDue(unit, idea);
    }

    private static async Task TellAnswered(Unit unit, Idea idea, Id happening) =>
        unit.TellOfIdea(idea, "idea.answered", happening, [idea.Author, .. await unit.Wanting(idea.Workspace, idea.Id)]);

    private static async Task<HelpWanted?> Card(Unit unit, Me me, Id? wanted)
    {
        if (wanted is not { } id)
            return null;
        var card = await unit.HelpWanted(me.Workspace, id) ?? throw Rule.Invalid("wanted", "There is no such card here.");
        card.CheckTakesIdeas((await unit.CalendarOf(me.Workspace, null)).Today(unit.Now));
        return card;
    }

    private static async Task<Asking> FirstDraft(Unit unit, Me me, Idea idea)
    {
        var (t, author) = (Tongue.Of(me.Language), (await unit.Names(me.Workspace, [idea.Author])).GetValueOrDefault($"{idea.Author}", ""));
        return new Asking(idea.Text, Reason: t["{0} had this idea.", author], Open: !idea.Private, Sale: idea.About is { Kind: AboutKind.Sale } about ? about.Id : null, Idea: idea.Id);
    }

    private static async Task<bool> Wants(Unit unit, Me me, Id id) =>
        await unit.Count("select count(*) from idea_want where workspace = @Workspace and idea = @id and person = @Person", new { me.Workspace, id, me.Person }) > 0;
}
