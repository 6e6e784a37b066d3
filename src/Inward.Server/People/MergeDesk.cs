using System.Text.Json;
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
    IReadOnlyDictionary<string, string> Names, IReadOnlyList<PersonField> Fields, BrokenRule? Refused);

/// <summary>A merging that was done.</summary>
public sealed record MergeRow(Id Id, Id Kept, string KeptName, Id Gone, string GoneName, Id? ByPerson, string? ByName, DateTimeOffset At, DateTimeOffset? UndoneAt)
{
    public Merge Merge(Id workspace) => new(workspace, Id, Kept, Gone, ByPerson, At, UndoneAt);
}

/// <summary>Makes one of two entries of a colleague, and parts them again.</summary>
public static class MergeDesk
{
    public static void CheckKeeper(Me me)
    {
        if (!me.Administrator)
            throw Rule.NotYours("Only an administrator merges two entries of a colleague.");
    }

    public static async Task<MergePreview> Preview(Session session, Me me, Id kept, Id? other, DateTimeOffset now)
    {
        var merging = await Both(session, me, kept, other);
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
        return new MergePreview(merging, await Counts(session, me, gone), keptStays, [.. stays.Except(behind)], behind, names, await session.PersonFields(me.Workspace), refused);
    }

    /// <param name="read">The versions that were previewed; null stands for whichever there are.</param>
    public static async Task<MergeRow> Merge(Unit unit, Me me, Id kept, Id? other, (int? Kept, int? Gone) read)
    {
        await TakeTurn(unit);
        var merging = await Both(unit, me, kept, other);
        var gone = merging.Gone.Id;
        Rule.Fresh(read.Kept, merging.Kept.Version);
        Rule.Fresh(read.Gone, merging.Gone.Version);
        merging.Checked(await Facts(unit, merging, me.Today(unit.Now)), me.Today(unit.Now));
        var id = Id.New(unit.Now);
        unit.EndInvitations(gone);
        unit.EndSessions(gone);
        unit.RevokeTokens(gone);
        unit.Keep(merging.Left(me.Today(unit.Now)), isNew: false);
        unit.Write("update person set merged_into = @kept where workspace = @Workspace and id = @gone", new { unit.Workspace, kept, gone });
        unit.Forget(gone);
        unit.Keep(merging.Merged, isNew: false);
        unit.Write("""
            insert into person_merge (workspace, id, kept, gone, by_person, at, kept_before, kept_after, gone_before)
            values (@Workspace, @id, @kept, @gone, @Person, @Now, @keptBefore, @keptAfter, @goneBefore)
            """, new { unit.Workspace, id, kept, gone, me.Person, unit.Now, keptBefore = Text(merging.Kept), keptAfter = Text(merging.Merged), goneBefore = Text(merging.Gone) });
        new MergeMoves(unit, id, kept, gone).Move();
        unit.Append("person.merged", kept, new { merge = id, gone, name = merging.Gone.Name });
        return await One(unit, me, id);
    }

    public static async Task<MergeRow> Part(Unit unit, Me me, Id id)
    {
        CheckKeeper(me);
        await TakeTurn(unit);
        var row = await One(unit, me, id);
        row.Merge(me.Workspace).CheckParting(unit.Now);
        var moves = new MergeMoves(unit, id, row.Kept, row.Gone);
        if (await unit.Person(me.Workspace, row.Kept) is not { } now || await unit.KeptInstead(me.Workspace, row.Gone) != row.Kept)
            throw Rule.NotNow(new Sentence("{0} has been merged with another entry since. Part those first.", row.KeptName));
        if (await moves.MovedOn() is > 0 and var asks)
            throw Rule.NotNow(new Sentence("They cannot be parted any more: asks that came along have moved on since ({0}).", asks));
        var before = (await unit.One<Before>("select kept_before, kept_after, gone_before from person_merge where workspace = @Workspace and id = @id", new { me.Workspace, id }))!;
        var gone = Person(before.GoneBefore);
        await Save(unit, Merging.Parted(now, Person(before.KeptBefore), Person(before.KeptAfter)));
        unit.Write("update person set merged_into = null where workspace = @Workspace and id = @Gone", new { me.Workspace, row.Gone });
        moves.Return();
        await Save(unit, gone with { Version = gone.Version + 2 });
        unit.Write("update person_merge set undone_at = @Now where workspace = @Workspace and id = @id", new { me.Workspace, id, unit.Now });
        unit.Append("person.parted", row.Kept, new { merge = id, gone = row.Gone, name = gone.Name });
        await Accounts.Leaving.Settle(unit, gone);
        return await One(unit, me, id);
    }

    /// <summary>The newest first.</summary>
    public static Task<List<MergeRow>> All(Session session, Me me)
    {
        CheckKeeper(me);
        return session.All<MergeRow>($"{Rows} where m.workspace = @Workspace order by m.id desc limit 100", new { me.Workspace });
    }

    public static async Task<MergeRow> One(Session session, Me me, Id id) =>
        await session.One<MergeRow>($"{Rows} where m.workspace = @Workspace and m.id = @id", new { me.Workspace, id }) ?? throw Rule.NotVisible();

    private const string Rows = """
        select m.id, m.kept, k.name as kept_name, m.gone, g.name as gone_name, m.by_person, b.name as by_name, m.at, m.undone_at
        from person_merge m join person k on k.workspace = m.workspace and k.id = m.kept join person g on g.workspace = m.workspace and g.id = m.gone
        left join person b on b.workspace = m.workspace and b.id = m.by_person
        """;

    private static async Task<Merging> Both(Session session, Me me, Id kept, Id? other)
    {
        CheckKeeper(me);
        var stays = await session.Person(me.Workspace, kept) ?? throw Rule.NotVisible();
        var gone = other ?? throw Rule.Invalid("other", "Say which entry is the same colleague.");
        return new Merging(stays, await session.Person(me.Workspace, gone) ?? throw Rule.Invalid("other", "There is no such colleague here."));
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

    // One after the other: two merges that know nothing of each other could leave a circle.
    private static Task TakeTurn(Unit unit) => unit.One<Id>($"select id from workspace where id = @Workspace{unit.ForUpdate}", new { unit.Workspace });

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

    private static string Text(Person person) => JsonSerializer.Serialize(person, Wire.Json);

    private static Person Person(string text) => JsonSerializer.Deserialize<Person>(text, Wire.Json)!;

    private sealed record Before(string KeptBefore, string KeptAfter, string GoneBefore);
}
