using System.Text.Json;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>A merging that was done.</summary>
public sealed record MergeRow(Id Id, Id Kept, string KeptName, Id Gone, string GoneName, Id? ByPerson, string? ByName, DateTimeOffset At, DateTimeOffset? UndoneAt)
{
    public Merge Merge(Id workspace) => new(workspace, Id, Kept, Gone, ByPerson, At, UndoneAt);
}

/// <summary>The three texts a parting needs: both entries before, and the one that was kept after.</summary>
public sealed record BothBefore<T>(T KeptBefore, T KeptAfter, T GoneBefore);

/// <summary>Where mergings are remembered, of whatever kind of record: <c>person</c> or <c>customer</c>, as its table is called.</summary>
public static class MergeTable
{
    public static void Keep<T>(this Unit unit, string kind, Id id, (Id Kept, Id Gone) which, BothBefore<T> before) => unit.Write("""
        insert into merged (workspace, id, kind, kept, gone, by_person, at, kept_before, kept_after, gone_before)
        values (@Workspace, @id, @kind, @Kept, @Gone, @Who, @Now, @keptBefore, @keptAfter, @goneBefore)
        """, new { unit.Workspace, id, kind, which.Kept, which.Gone, unit.Act.Who, unit.Now, keptBefore = Text(before.KeptBefore), keptAfter = Text(before.KeptAfter), goneBefore = Text(before.GoneBefore) });

    /// <summary>From now on the one that goes is a name of the one that is kept; or no more.</summary>
    public static void Point(this Unit unit, string kind, Id gone, Id? kept) =>
        unit.Write($"update {kind} set merged_into = @kept where workspace = @Workspace and id = @gone", new { unit.Workspace, gone, kept }, 1);

    public static void Parted(this Unit unit, Id id) => unit.Write("update merged set undone_at = @Now where workspace = @Workspace and id = @id", new { unit.Workspace, id, unit.Now }, 1);

    /// <summary>The newest first.</summary>
    public static Task<List<MergeRow>> Merges(this Session session, Id workspace, string kind) =>
        session.All<MergeRow>($"{Rows(kind)} order by m.id desc limit 100", new { workspace, kind });

    public static async Task<MergeRow> Merge(this Session session, Id workspace, string kind, Id id) =>
        await session.One<MergeRow>($"{Rows(kind)} and m.id = @id", new { workspace, kind, id }) ?? throw Rule.NotVisible();

    public static async Task<BothBefore<T>> Before<T>(this Session session, Id workspace, Id id)
    {
        var texts = (await session.One<Texts>("select kept_before, kept_after, gone_before from merged where workspace = @workspace and id = @id", new { workspace, id }))!;
        return new BothBefore<T>(Read(texts.KeptBefore), Read(texts.KeptAfter), Read(texts.GoneBefore));

        static T Read(string text) => JsonSerializer.Deserialize<T>(text, Wire.Json)!;
    }

    /// <summary>Whom this entry was merged with; null when it was not.</summary>
    public static Task<Id?> KeptInstead(this Session session, Id workspace, string kind, Id id) =>
        session.One<Id?>($"select merged_into from {kind} where workspace = @workspace and id = @id and merged_into is not null", new { workspace, id });

    /// <summary>Parting is only for who still stand as the merging left them.</summary>
    public static async Task CheckStillOne(this Session session, Id workspace, string kind, MergeRow merge)
    {
        if (await session.KeptInstead(workspace, kind, merge.Kept) is not null || await session.KeptInstead(workspace, kind, merge.Gone) != merge.Kept)
            throw Rule.NotNow(new Sentence("{0} has been merged with another entry since. Part those first.", merge.KeptName));
    }

    private static string Rows(string kind) => $"""
        select m.id, m.kept, k.name as kept_name, m.gone, g.name as gone_name, m.by_person, b.name as by_name, m.at, m.undone_at
        from merged m join {kind} k on k.workspace = m.workspace and k.id = m.kept join {kind} g on g.workspace = m.workspace and g.id = m.gone
        left join person b on b.workspace = m.workspace and b.id = m.by_person
        where m.workspace = @workspace and m.kind = @kind
        """;

    private static string Text<T>(T record) => JsonSerializer.Serialize(record, Wire.Json);

    private sealed record Texts(string KeptBefore, string KeptAfter, string GoneBefore);
}
