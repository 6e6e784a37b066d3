using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Thanks;
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

    public ThankedFor? ForAsk { get; private set; }

    public string? CustomerWords => ForAsk?.Words;

    public IReadOnlyList<Colleague> Suggestions { get; private set; } = [];

    /// <summary>How the colleague likes to be thanked, in their own words.</summary>
    public string? Likes { get; private set; }

    public ThanksReading Reading => ThanksReading.Of(Text, Effect);

    public Task OnGetAsync(Id? person) => Read(async session =>
    {
        Public = true;
        await Load(session);
        if (ForAsk is { } told)
            (Text, Effect) = (T["Thank you for this: {0}", told.What], told.Effect);
        if ((ForAsk?.Performer ?? person) is { } who && await session.Person(Me.Workspace, who) is { } colleague)
        {
            To ??= colleague.Email ?? colleague.UserName ?? colleague.Name;
            (Likes, Public) = (colleague.OwnWords.HowToThank?.Words, !colleague.PrefersPrivateThanks);
        }
        return true;
    });

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        var to = Ask is null ? await Whom.ColleagueOrTeam(unit, Me, "to", To) : default;
        if (to.Team is not null)
            throw Rule.Invalid("to", "Thank a person: somebody did it.");
        return await ThanksDesk.Thank(unit, Me, to.Person, Query.Typed(Text), Query.Typed(Effect), Public, Ask);
    }, thanks => thanks.Ask is { } ask ? $"/asks/{ask}" : $"/thanks/{thanks.Id}", () => Read(Load));

    private async Task<bool> Load(Session session)
    {
        if (Ask is { } id)
            ForAsk = await ThankedFor.Of(session, Me, id);
        else
            Suggestions = await Whom.Suggested(session, Me, Today);
        return true;
    }
}
