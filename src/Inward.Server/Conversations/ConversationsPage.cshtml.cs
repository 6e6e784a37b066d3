using Inward.Conversations;
using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Conversations;

/// <summary>Talks that I logged or took part in.</summary>
public sealed class ConversationsPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<ConversationRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ViewRow> Views { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Q + Person + Channel + Kind);

    public string AddressAfter(string after) => "?" + string.Join('&', new (string, string?)[] { ("q", Q), ("person", Person), ("channel", Channel), ("kind", Kind), ("after", after) }
        .Where(f => !string.IsNullOrEmpty(f.Item2)).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2!)}"));

    public async Task<IActionResult> OnGetAsync()
    {
        var filter = new TalkFilter(Query.Id("person", Person), string.IsNullOrEmpty(Channel) ? null : Channel, Query.Word<ItemKind>("kind", Kind), Q);
        await Read(async session =>
        {
            (Rows, Next) = await ConversationList.Ask(session, Me, filter, After);
            Colleagues = WantsFragment("talks") ? [] : await TalkedWith(session);
            Views = WantsFragment("talks") ? [] : await SavedViews.Mine(session, Me, ListRoom.Talks);
            return true;
        });
        return PageOr("talks", "/Conversations/_Conversations.cshtml");
    }

    private Task<List<Colleague>> TalkedWith(Session session) => session.All<Colleague>("""
        select p.id, p.name, p.title from person p where p.workspace = @Workspace and (p.id = @asked or p.id in (
          select c.person from conversation_person c join conversation x on x.workspace = c.workspace and x.id = c.conversation where c.workspace = @Workspace and x.author = @Me
          union select x.author from conversation_person c join conversation x on x.workspace = c.workspace and x.id = c.conversation
            where c.workspace = @Workspace and c.person = @Me and x.is_private = 0))
        order by p.search_name, p.id limit 300
        """, new { Me.Workspace, Me = Me.Person, asked = Query.Id("person", Person) });
}
