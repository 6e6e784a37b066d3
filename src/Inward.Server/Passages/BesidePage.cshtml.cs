using Inward.House;
using Inward.Journeys;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Passages;

/// <summary>What a journey assumes of its stages beside what a log measured, disagreements first; and which activity is which stage.</summary>
public sealed class BesidePage : RoomPage
{
    /// <summary>So many activities stand in the form; rarer ones are paired by the API or the command line.</summary>
    public const int MostInForm = 100;

    private const string AsNamed = "name", None = "none";

    public BesideSeen Seen { get; private set; } = null!;

    public IReadOnlyList<Journey> Journeys { get; private set; } = [];

    public Task OnGetAsync(Id id, Id journey) => Load(id, journey);

    public Task<IActionResult> OnPostAsync(Id id, Id journey, int? version, List<string> activity, List<string> stage) => Change(async unit =>
    {
        await LogDesk.Pair(unit, Me, id, journey, version, [.. activity.Zip(stage, Told)]);
        return id;
    }, _ => $"/passages/{id}/beside/{journey}", () => Load(id, journey));

    /// <summary>What the select of an activity says now.</summary>
    public string Chosen(string activity) => !Seen.Pairing.IsSaid(activity) ? AsNamed : Seen.Pairing.StageOf(activity, Seen.Journey.Journey)?.Id.ToString() ?? None;

    private static Pair Told(string activity, string stage) => stage switch
    {
        AsNamed or "" => new Pair(activity, ByName: true),
        None => new Pair(activity),
        _ => new Pair(activity, Query.Id("stage", stage)),
    };

    private Task Load(Id id, Id journey) => Read(async session =>
    {
        Seen = await BesideSeen.Ask(session, Me, id, journey, Today);
        Journeys = await session.Journeys(Me.Workspace);
        return true;
    });
}
