using Inward.House;
using Inward.Objectives;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>Where advice on objectives is kept.</summary>
public static class AdviceTable
{
    public static async Task<AdviceCount> CountOf(Session session, Id workspace, Id objective) => await session.One<Counts>("""
        select count(*) as asked, count(answered_at) as answered, count(answered_at) - count(replied_at) as unreplied from objective_advice where workspace = @workspace and objective = @objective
        """, new { workspace, objective }) is { } counts ? new AdviceCount((int)counts.Asked, (int)counts.Answered, (int)counts.Unreplied) : new AdviceCount(0, 0, 0);

    private sealed record Counts(long Asked, long Answered, long Unreplied);
}
