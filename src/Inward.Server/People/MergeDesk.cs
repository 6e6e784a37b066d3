using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>How much moves of what everybody sees. Asks, talks, thanks and notes are not counted: whoever administers has no figures about a colleague.</summary>
public sealed record MergeCounts(long Sales, long Verbatims, long Reports);

/// <summary>What merging would do, before anything is written.</summary>
/// <param name="StaysBehind">Stays in teams in which who stays was at the same time.</param>
/// <param name="Refused">Why it cannot be done; null when it can.</param>
public sealed record MergePreview(
    Merging Merging, MergeCounts Counts, IReadOnlyList<TeamStay> KeptStays, IReadOnlyList<TeamStay> Stays, IReadOnlyList<TeamStay> StaysBehind,
    IReadOnlyDictionary<string, string> Names, IReadOnlyList<CompanyField> Fields, BrokenRule? Refused);

/// <summary>Makes one of two entries of a colleague, and parts them again.</summary>
public static class MergeDesk
{
    private const string Kind = "person";

    public static void CheckKeeper(Me me)
    {
        if (!me.Administrator)
            throw Rule.NotYours("Only an administrator merges two entries of a colleague.");
    }

    public static async Task<MergePreview> Preview(Session session, Me me, Id kept, Id? other, Taken taken, DateTimeOffset now)
    {
        var merging = await Both(session, me, kept, other, taken);
        var gone = merging.Gone.Id;
        var stays = await TeamQuestions.StaysOf(session, me, gone);
        var keptStays = await TeamQuestions.StaysOf(session, me, kept);
        var behind = stays.Where(s => Merging.StaysBehind(Stay(me, gone, s), keptStays.Select(k => Stay(me, kept, k)))).ToList();
        BrokenRule? refused = null;
        try
        {
            merging.Checked(await Facts(session, merging, me.Today(now)), me.Today(now));
        }
        catch (BrokenRule rule)
        {
            refused = rule;
        }
        var names = await session.Names(me.Workspace, new[] { merging.Kept.Manager, merging.Gone.Manager }.Concat(merging.Merged.Absences.Concat(merging.Gone.Absences).Select(a => a.Deputy)).OfType<Id>());
        return new MergePreview(merging, await Counts(session, me, gone), keptStays, [.. stays.Except(behind)], behind, names, await session.CompanyFields(me.Workspace, FieldAbout.Person), refused);
    }

    /// <param name="read">The versions that were previewed; null stands for whichever there are.</param>
    public static async Task<MergeRow> Merge(Unit unit, Me me, Id kept, Id? other, Taken taken, (int? Kept, int? Gone) read)
    {
        await unit.OneAtATime();
        var merging = await Both(unit, me, kept, other, taken);
        var gone = merging.Gone.Id;
        Rule.Fresh(read.Kept, merging.Kept.Version);
        Rule.Fresh(read.Gone, merging.Gone.Version);
        merging.Checked(await Facts(unit, merging, me.Today(unit.Now)), me.Today(unit.Now));
        var id = Id.New(unit.Now);
        unit.EndInvitations(gone);
        unit.EndSessions(gone);
        unit.RevokeTokens(gone);
        unit.Keep(merging.Left(me.Today(unit.Now)), isNew: false);
        unit.Point(Kind, gone, kept);
        unit.Forget(gone);
        unit.Keep(merging.Merged, isNew: false);
        unit.Keep(Kind, id, (kept, gone), new BothBefore<Person>(merging.Kept, merging.Merged, merging.Gone));
        new MergeMoves(unit, id, kept, gone).Move();
        unit.Append("person.merged", kept, new { merge = id, gone, name = merging.Gone.Name });
        return await One(unit, me, id);
    }

    public static async Task<MergeRow> Part(Unit unit, Me me, Id id)
    {
        CheckKeeper(me);
        await unit.OneAtATime();
        var row = await One(unit, me, id);
        row.Merge(me.Workspace).CheckParting(unit.Now);
        await unit.CheckStillOne(me.Workspace, Kind, row);
        var moves = new MergeMoves(unit, id, row.Kept, row.Gone);
        if (await moves.MovedOn() is > 0 and var asks)
            throw Rule.NotNow(new Sentence("They cannot be parted any more: asks that came along have moved on since ({0}).", asks));
        var before = await unit.Before<Person>(me.Workspace, id);
        var (now, gone) = ((await unit.Person(me.Workspace, row.Kept))!, before.GoneBefore);
        await Save(unit, Merging.Parted(now, before.KeptBefore, before.KeptAfter));
        unit.Point(Kind, row.Gone, null);
        moves.Return();
        await Save(unit, gone with { Version = gone.Version + 2 });
        unit.Parted(id);
        unit.Append("person.parted", row.Kept, new { merge = id, gone = row.Gone, name = gone.Name });
        await Accounts.Leaving.Settle(unit, gone);
        return await One(unit, me, id);
    }

    /// <summary>The newest first.</summary>
    public static Task<List<MergeRow>> All(Session session, Me me)
    {
        CheckKeeper(me);
        return session.Merges(me.Workspace, Kind);
    }

    public static Task<MergeRow> One(Session session, Me me, Id id)
    {
        CheckKeeper(me);
        return session.Merge(me.Workspace, Kind, id);
    }

    private static async Task<Merging> Both(Session session, Me me, Id kept, Id? other, Taken taken)
    {
        CheckKeeper(me);
        var stays = await session.Person(me.Workspace, kept) ?? throw Rule.NotVisible();
        var gone = other ?? throw Rule.Invalid("other", "Say which entry is the same colleague.");
        return new Merging(stays, await session.Person(me.Workspace, gone) ?? throw Rule.Invalid("other", "There is no such colleague here.")) { Taken = taken };
    }

    private static async Task<MergingFacts> Facts(Session session, Merging merging, DateOnly today)
    {
        var (workspace, kept, gone) = (merging.Kept.Workspace, merging.Kept.Id, merging.Gone.Id);
        var signIn = await session.All<Id>("""
            select p.id from person p where p.workspace = @workspace and p.id in @both and (p.left_on is null or p.left_on > @today) and (
              exists (select 1 from account a where a.workspace = @workspace and a.person = p.id and a.password_hash is not null)
              or exists (select 1 from session s where s.workspace = @workspace and s.person = p.id)
              or exists (select 1 from token t where t.workspace = @workspace and t.person = p.id and t.revoked_at is null))
            """, new { workspace, both = new[] { kept, gone }, today });
        var between = await session.Count("""
            select (select count(*) from ask x where x.workspace = @workspace and x.state <> 'draft' and ((x.requester = @kept and x.performer = @gone) or (x.requester = @gone and x.performer = @kept)))
              + (select count(*) from thanks x where x.workspace = @workspace and ((x.giver = @kept and x.receiver = @gone) or (x.giver = @gone and x.receiver = @kept)))
              + (select count(*) from conversation_person c join conversation x on x.workspace = @workspace and x.id = c.conversation and x.is_private = 0
                where c.workspace = @workspace and ((x.author = @kept and c.person = @gone) or (x.author = @gone and c.person = @kept)))
            """, new { workspace, kept, gone });
        return new MergingFacts(signIn.Contains(kept), signIn.Contains(gone), between > 0, await Above(session, merging));
    }

    private static async Task<List<Id>> Above(Session session, Merging merging)
    {
        var above = new List<Id>();
        for (var at = merging.Manager; at is { } id && !above.Contains(id) && above.Count < 100;)
        {
            above.Add(id);
            at = await session.One<Id?>("select manager from person where workspace = @Workspace and id = @id and manager is not null", new { merging.Kept.Workspace, id });
            if (at == merging.Gone.Id)
                at = merging.Kept.Id;
        }
        return above;
    }

    private static async Task<MergeCounts> Counts(Session session, Me me, Id gone) => (await session.One<MergeCounts>("""
        select (select count(*) from sale x where x.workspace = @Workspace and x.owner = @gone) as sales,
          (select count(*) from verbatim x where x.workspace = @Workspace and x.kept_by = @gone) as verbatims,
          (select count(*) from person x where x.workspace = @Workspace and x.manager = @gone) as reports
        """, new { me.Workspace, gone }))!;

    // An address may belong to somebody else by now.
    private static async Task Save(Unit unit, Person person)
    {
        try
        {
            await unit.Save(person, isNew: false);
        }
        catch (BrokenRule taken) when (taken.Why == Broken.Invalid)
        {
            throw Rule.NotNow(taken.Sentence);
        }
    }

    private static Membership Stay(Me me, Id person, TeamStay stay) => new(me.Workspace, stay.Team, person, stay.Team, stay.FromDay, stay.ToDay, stay.Lead);
}
