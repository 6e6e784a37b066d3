using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Ideas;

/// <summary>One card, with the ideas that came in under it.</summary>
public sealed class HelpWantedPage : RoomPage
{
    public HelpWanted Card { get; private set; } = null!;

    public AboutSeen? About { get; private set; }

    public IReadOnlyList<IdeaRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public bool MayClose => Card.ClosedAt is null && (Me.Person == Card.Author || Me.Person == Card.Answerer);

    public string Name(Id person) => Names.GetValueOrDefault($"{person}", "");

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        return Page();
    }

    public Task<IActionResult> OnPostCloseAsync(Id id) => Change(unit => HelpWantedDesk.Close(unit, Me, id, null), _ => $"/ideas/wanted/{id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Card = await session.HelpWanted(Me.Workspace, id) ?? throw Rule.NotVisible();
        About = (await session.AboutsOf(Me, [Card.About])).Values.FirstOrDefault();
        (Rows, _) = await IdeaList.Ask(session, Me, new IdeaFilter(Card: id), Today, null, 200);
        Names = await session.Names(Me.Workspace, [Card.Author, Card.Answerer]);
        return true;
    });
}
