using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.People;

namespace Inward.Server.Relationships;

/// <summary>One page to print before a talk: what was said, what I owe, what I wait for, what was never asked.</summary>
public sealed class BriefPage : RoomPage
{
    public BetweenUs Us { get; private set; } = null!;

    /// <summary>Where the turn is mine.</summary>
    public IReadOnlyList<AskLine> Owed => [.. Us.Open.Where(a => a.TurnPerson == Me.Person)];

    public IReadOnlyList<AskLine> Waiting => [.. Us.Open.Where(a => a.TurnPerson != Me.Person)];

    public WordsShown Words { get; private set; } = null!;

    public Task OnGetAsync(Id id) => Read(async session =>
    {
        Us = await BetweenUs.Ask(session, Me, id);
        Words = await WordsShown.Of(session, Me.Workspace, Us.Person.OwnWords);
        return true;
    });
}
