using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>The day of an answer is over: if there is none, whoever stands behind the colleague who should have answered may answer too. Once.</summary>
public sealed class IdeaDueJob : IJobKind
{
    public const string Name = "idea-due";

    public string Kind => Name;

    public async Task Inside(Job job, Unit unit)
    {
        if (await unit.IdeaUnseen(unit.Workspace, job.OnId!.Value) is not { } idea)
            return;
        var days = await IdeaDesk.Days(unit, idea);
        if (!idea.IsOverdue(days.Today(unit.Now)))
            return;
        var above = await WhoAnswers.Above(unit, unit.Workspace, idea.Answering.Who, idea.Author, days.Today(unit.Now));
        if (idea.Escalate(above, days, unit.Now) is not { } escalated)
            return;
        unit.Save(escalated, isNew: false);
        var to = escalated.Escalated!.To;
        unit.TellOfIdea(escalated, "idea.escalated", unit.Append("idea.escalated", idea.Id, new { to }), [idea.Answering.Who, idea.Author, .. to is { } other ? [other] : Array.Empty<Id>()]);
    }
}

/// <summary>Whoever was to answer has left: their ideas go to the lead of their team, else who stands above them. None is lost.</summary>
public static class IdeaLeaving
{
    public static async Task PersonLeft(Unit unit, Id person)
    {
        var today = DateOnly.FromDateTime(unit.Now.UtcDateTime);
        foreach (var id in await unit.All<Id>("select id from idea where workspace = @Workspace and answerer = @person and state in ('waiting', 'merged') order by id", new { unit.Workspace, person }))
        {
            var idea = (await unit.IdeaUnseen(unit.Workspace, id))!;
            var answering = await WhoAnswers.Instead(unit, unit.Workspace, person, idea.Author, today);
            var passed = idea.PassOn(answering, await unit.CalendarOf(unit.Workspace, answering.Who), unit.Now);
            unit.Save(passed, isNew: false);
            unit.TellOfIdea(passed, "idea.shared", unit.Append("idea.passed-on", id, new { from = person, to = answering.Who }), [answering.Who]);
            await IdeaDesk.WhenDue(unit, passed);
        }
    }
}
