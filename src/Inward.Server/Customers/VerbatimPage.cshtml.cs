using Inward.House;
using Inward.Server.AfterSales;
using Inward.Server.House;

namespace Inward.Server.Customers;

/// <summary>What a customer said, every version of it, and what was asked because of it.</summary>
public sealed class VerbatimPage : RoomPage
{
    public VerbatimRow Words { get; private set; } = null!;

    public IReadOnlyList<VerbatimVersion> Versions { get; private set; } = [];

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    public bool Complains { get; private set; }

    public Task OnGetAsync(Id id) => Read(async session =>
    {
        Words = await VerbatimsList.One(session, Me, id) ?? throw Rule.NotVisible();
        Versions = await VerbatimsList.Versions(session, Me, id);
        Asks = await AskLines.OfVerbatim(session, Me, id);
        Complains = await session.Complaint(Me.Workspace, id) is not null;
        return true;
    });
}
