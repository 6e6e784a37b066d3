using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>The same idea twice: one goes into the other and can be parted from it again.</summary>
public static class SameIdea
{
    public static async Task Merge(Unit unit, Me me, Id id, int? version, Id? into)
    {
        // Two that go into each other at the same moment would be a ring.
        await unit.OneAtATime();
        var before = await unit.IdeaToMove(me, id, version);
        before.CheckMerges(me.Person);
        if (into is not { } named || await unit.Idea(me, named) is null || await unit.Idea(me, await unit.RootOf(me.Workspace, named)) is not { } root)
            throw Rule.Invalid("into", "There is no such idea that you can see.");
        var idea = before.Merge(root, me.Person, unit.Now);
        unit.Save(idea, isNew: false);
        unit.LeadTo(id, root.Id);
        unit.Touch(root.Id);
        unit.Append("idea.joined", root.Id, new { idea = id });
        unit.TellOfIdea(idea, "idea.merged", unit.Append("idea.merged", id, new { into = root.Id }), [idea.Author]);
    }

    public static async Task Part(Unit unit, Me me, Id id, int? version)
    {
        await unit.OneAtATime();
        var before = await unit.IdeaToMove(me, id, version);
        var root = await unit.RootOf(me.Workspace, id);
        var idea = before.Part(me.Person, await IdeaDesk.Days(unit, before), unit.Now);
        unit.Save(idea, isNew: false);
        unit.LeadAlone(id);
        unit.Touch(root);
        unit.Append("idea.parted", id, new { from = root });
        await IdeaDesk.WhenDue(unit, idea);
    }
}
