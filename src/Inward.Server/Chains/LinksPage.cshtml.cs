using System.Globalization;
using Inward.Chains;
using Inward.Customers;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Chains;

/// <summary>What the customer of a sale may follow: links that were made, and the form of a new one.</summary>
public sealed class LinksPage : RoomPage
{
    /// <summary>The address of a link that was just made: it stands here once.</summary>
    [TempData]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Ids of the steps that the customer sees.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Steps { get; set; } = [];

    /// <summary>Words for the customer, for each step of the chain in its order.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Words { get; set; } = [];

    public SaleRow Sale { get; private set; } = null!;

    public Chain Chain { get; private set; } = null!;

    public LinksShown Links { get; private set; } = LinksShown.None;

    public string Address => $"{Request.Scheme}://{Request.Host}{LinkDesk.Address}{Secret}";

    public async Task OnGetAsync(Id id)
    {
        if (Secret is not null)
            Response.Headers.CacheControl = "no-store";
        await Load(id);
        (Title, Days, Language) = (Sale.Name, ChainLink.UsualDays.ToString(CultureInfo.InvariantCulture), T.Code == "de" ? "de" : "en");
        Words = [.. Chain.Steps.Select(step => T.Step(step.Step.Name))];
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit =>
    {
        var steps = (await unit.ChainOf(Me.Workspace, id))?.Steps ?? [];
        var shown = steps.Select((step, i) => new ShownStep(step.Id, Words.ElementAtOrDefault(i) ?? "")).Where(step => Steps.Contains(step.Step.ToString()));
        var days = Query.Number("days", Days) is { } number ? (int)decimal.Clamp(decimal.Ceiling(number), 0, ChainLink.MostDays + 1) : (int?)null;
        (_, Secret) = await LinkDesk.Make(unit, Me, id, new ChainLinkTold(Title, days, Language, [.. shown]));
        return true;
    }, _ => $"/sales/{id}/chain/links", () => Load(id));

    public Task<IActionResult> OnPostRevokeAsync(Id id, Id link) => Change(unit => LinkDesk.Revoke(unit, Me, id, link), _ => $"/sales/{id}/chain/links", () => OnGetAsync(id));

    private Task Load(Id id) => Read(async session =>
    {
        Sale = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
        Chain = await session.ChainOf(Me.Workspace, id) ?? throw Rule.NotVisible();
        Links = await LinksShown.Of(session, Me, Chain, Now);
        return true;
    });
}
