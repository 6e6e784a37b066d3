using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Conversations;

public sealed class NewConversationPage : RoomPage
{
    [BindProperty]
    public string? With { get; set; }

    [BindProperty]
    public string Channel { get; set; } = "call";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool Private { get; set; }

    public async Task OnGetAsync(Id? person)
    {
        if (person is not null)
            With = await Read(session => session.One<string>("select coalesce(email, name) as name from person where workspace = @Workspace and id = @person", new { Me.Workspace, person }));
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        var people = new List<Id>();
        foreach (var name in (With ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (await Whom.Colleague(unit, Me, "people", name) is { } person)
                people.Add(person);
        }
        return await ConversationDesk.Log(unit, Me, people, null, Channel, Text, Private);
    }, talk => $"/conversations/{talk.Id}");
}
