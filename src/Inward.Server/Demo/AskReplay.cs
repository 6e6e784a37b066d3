using Inward.Asks;
using Inward.House;

namespace Inward.Server.Demo;

/// <summary>Tells all threads as real asks, and keeps what one thread leaves to another.</summary>
internal sealed class AskReplay(Id workspace, DemoDays days, Names names)
{
    public Id Workspace { get; } = workspace;

    public DemoDays Days { get; } = days;

    public Names Names { get; } = names;

    /// <summary>Asks that begin in the middle of another, by the key of their thread, with the ask above.</summary>
    public Dictionary<string, (Ask Child, Ask Parent)> Delegated { get; } = [];

    public List<DemoThanks> Thanks { get; } = [];

    public IReadOnlyList<DemoAsk> Tell(IEnumerable<AskThread> threads) =>
        [.. threads.OrderBy(t => t.Parent is not null).Select(thread => new AskTelling(this, thread).Tell())];
}
