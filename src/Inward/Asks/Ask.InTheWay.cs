using Inward.House;

namespace Inward.Asks;

/// <summary>What is in the way, what could be, and plain messages.</summary>
public sealed partial record Ask
{
    /// <param name="owner">Who can remove it: often the asker; null is the performer.</param>
    internal Ask RaiseObstacle(string? what, Id? owner, DateOnly? by, LateCause? cause, Circumstances c)
    {
        Manners.Allow(this, "obstacles", c);
        var wrong = Wrongs("what", what, "Say what is in the way.");
        CheckDay(wrong, "by", by, c.Today);
        if (c.Receiver is { } receiver && (!receiver.Exists || receiver.HasLeft))
            wrong.Add(new Wrong("owner", "Choose somebody who works here to own the obstacle."));
        Require(wrong);
        return this with { Obstacles = [.. Obstacles, new Obstacle(Obstacles.Count + 1, what!, owner ?? c.Mover, by, cause, c.Mover, c.Now)] };
    }

    internal Ask ClearObstacle(int n, Circumstances c)
    {
        Manners.Allow(this, "obstacles/{n}/clearance", c);
        var obstacle = Obstacles.FirstOrDefault(o => o.N == n) ?? throw Rule.NotVisible();
        if (!obstacle.IsOpen)
            throw Rule.NotNow("This obstacle is out of the way already.", Manners.PossibleFor(this, c));
        if (!CanClear(obstacle, c))
            throw Rule.NotYours("Only the obstacle's owner or one of the two can say that it is out of the way.");
        return this with { Obstacles = [.. Obstacles.Select(o => o.N == n ? o with { Clearance = new Clearance(c.Mover, c.Now) } : o)] };
    }

    /// <summary>Whether they may say that this one is out of the way: a page asks for every single obstacle.</summary>
    public bool CanClear(Obstacle obstacle, Circumstances c) => c.Me is { } me && (me == obstacle.Owner || me == Requester || me == Performer);

    internal Ask Mind(string? text, Circumstances c)
    {
        Manners.Allow(this, "concerns", c);
        Require(Wrongs("text", text, "Say what could get in the way."));
        return this with { Concerns = [.. Concerns, new Concern(c.Mover, text!, c.Now)] };
    }

    internal Ask Note(string? text, Circumstances c)
    {
        Manners.Allow(this, "remarks", c);
        Require(Wrongs("text", text, "Write something first."));
        return this with { Remarks = [.. Remarks, new Remark(c.Mover, text!, c.Now)] };
    }

    private IReadOnlyList<Obstacle> CloseObstacles(Id? by, DateTimeOffset now) =>
        [.. Obstacles.Select(o => o.IsOpen ? o with { Clearance = new Clearance(by, now) } : o)];
}
