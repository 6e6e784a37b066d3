using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>One move for all results of a filter: what it would do, and for which asks not, before anything is done.</summary>
public sealed class BulkPage(TimeProvider clock) : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string Filter { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Move { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty]
    public int? Expect { get; set; }

    /// <summary>How many asks the filter finds.</summary>
    public int Found { get; private set; }

    /// <summary>What it would do; null while no move is chosen, or what is written does not do.</summary>
    public BulkPreview? Preview { get; private set; }

    public IReadOnlyList<PassedOver> Skipped { get; private set; } = [];

    public string Only { get; private set; } = "";

    public IReadOnlyList<BulkChange> Lately { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Lately = await Read(session => session.BulksOf(Me, 5));
        try
        {
            var filter = FilterAddress.Read(Filter);
            var names = await Read(session => FilterWords.Names(session, Me, filter));
            Only = filter.IsFurther ? FilterWords.Of(filter, T, condition => AskFilterWords.Of(condition, T, names)) : "";
            Found = (await Read(session => AskList.Ids(session, Me, filter, Today, BulkChange.Most + 1))).Count;
            if (Found > BulkChange.Most)
                BulkChange.CheckNumber(Found, null);
            if (!string.IsNullOrEmpty(Move))
            {
                Preview = await Read(session => BulkDesk.Preview(session, Me, Asked(null), Now));
                Skipped = PassedOver.Of(Preview.Skipped);
            }
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            (Mistake, Response.StatusCode) = (Mistake ?? mistake, 422);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        BulkChange? made = null;
        var answer = await Change(async unit => made = await BulkDesk.Make(unit, Me, Asked(Expect)), bulk => $"/asks/bulk/{bulk.Id}", OnGetAsync);
        if (Mistake is null)
            await BulkDesk.Go(Store, clock, Me.Workspace, made!.Id, BulkApi.AtOnce);
        return answer;
    }

    private BulkAsked Asked(int? expect) => new(Filter, null, Move, Query.Typed(Text), Query.Day("by", By), expect);
}
