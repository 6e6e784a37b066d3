using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>Thank in ten seconds; after an ask, the effect is drafted from the customer's words.</summary>
public sealed class ThankPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id? Ask { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Effect { get; set; }

    [BindProperty]
    public bool Public { get; set; }

    public Told? ForAsk { get; private set; }

    public string? CustomerWords => ForAsk?.Words;

    public sealed record Told(string What, string PerformerName, string Effect, string? Words, string? Customer);

    public async Task OnGetAsync(Id? person)
    {
        Public = true;
        await Load();
        if (person is not null)
            To = await Read(session => session.One<string>("select coalesce(email, name) as name from person where workspace = @Workspace and id = @person", new { Me.Workspace, person }));
        if (ForAsk is { } told)
            (Text, Effect) = (T["Thank you for this: {0}", told.What], told.Effect);
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        var to = Ask is null ? await Whom.ColleagueOrTeam(unit, Me, "to", To) : default;
        if (to.Team is not null)
            throw Rule.Invalid("to", "Thank a person: somebody did it.");
        return await ThanksDesk.Thank(unit, Me, to.Person, Text, Effect, Public, Ask);
    }, thanks => thanks.Ask is { } ask ? $"/asks/{ask}" : "/thanks", Load);

    private async Task Load()
    {
        if (Ask is not { } id)
            return;
        ForAsk = await Read(async session =>
        {
            var ask = await session.Ask(Me, id) ?? throw Rule.NotVisible();
            var names = await session.Names(Me.Workspace, ask.Performer is { } p ? [p] : []);
            var words = ask.Verbatim is null ? null : await session.One<string>("select words from verbatim where workspace = @Workspace and id = @Verbatim", new { Me.Workspace, ask.Verbatim });
            return new Told(ask.Terms.What, ask.Performer is { } who ? names.GetValueOrDefault(who.ToString(), "") : "", ask.Effect, words, null);
        });
    }
}
