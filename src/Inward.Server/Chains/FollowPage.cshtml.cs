using Inward.Chains;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Chains;

/// <summary>What a customer reads of a step.</summary>
public sealed record StepFollowed(string Words, bool IsDone, bool IsUnderWay, DateOnly On);

/// <summary>
/// What a customer sees of a chain, without signing in: chosen steps in words for them, each with its state and day, and nothing else.
/// Whatever is wrong with a link, the answer is one and the same.
/// </summary>
[AllowAnonymous]
public sealed class FollowPage(Store store, TimeProvider clock, Limits limits) : LinkPage(limits)
{
    public ChainLink? Link { get; private set; }

    public string Company { get; private set; } = "";

    public IReadOnlyList<StepFollowed> Steps { get; private set; } = [];

    public override Tongue T => Link is { } link ? Tongue.Of(link.Language) : HttpContext.Tongue();

    public Task<IActionResult> OnGetAsync() => Guarded(async () =>
    {
        var now = clock.GetUtcNow();
        var (link, today) = await store.Read(session => Look(session, now));
        if (link.OpenedOn != today)
            await MarkOpened(link, today, now);
        return Page();
    });

    private async Task<(ChainLink Link, DateOnly Today)> Look(Session session, DateTimeOffset now)
    {
        var link = Keys.WorkspaceOf(Code) is { } workspace ? await session.ChainLink(workspace, Keys.Hash(Code!)) : null;
        if (link is null || !link.IsOpen(now) || await session.Chain(link.Workspace, link.Chain) is not { Ended: null } chain)
            throw Rule.NotVisible();
        var (asks, calendar) = (await session.AsksOf(chain), await session.CalendarOf(link.Workspace, null));
        var schedule = ChainSeen.ScheduleOf(chain, asks, calendar, now);
        Steps = [.. link.Steps.Where(shown => chain.Step(shown.Step) is { IsSkipped: false }).Select(shown => Followed(shown, schedule))];
        Company = (await session.WorkspaceWithCalendar(link.Workspace)).Workspace.Name;
        Link = link;
        return (link, calendar.Today(now));
    }

    private static StepFollowed Followed(ShownStep shown, Schedule schedule)
    {
        var dates = schedule.Of(shown.Step);
        var isDone = dates.Basis == Basis.Delivered;
        return new StepFollowed(shown.Words, isDone, !isDone && dates.Step.After.All(before => schedule.Of(before).Basis is Basis.Delivered or Basis.Skipped), dates.End);
    }

    // The day alone, once a day: enough to tell that the link is used, too little to watch anybody.
    private async Task MarkOpened(ChainLink link, DateOnly today, DateTimeOffset now)
    {
        try
        {
            await store.Write(new Act(link.Workspace, null, now, "system"), unit =>
            {
                unit.SaveOpened(link, today);
                return Task.CompletedTask;
            });
        }
        catch (StoreRefused)
        {
            // A full disk refuses changes; reading goes on, and the next opening marks the day.
        }
    }
}
