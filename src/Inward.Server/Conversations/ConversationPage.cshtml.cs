using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Conversations;

public sealed class ConversationPage : RoomPage
{
    public ConversationOut Talk { get; private set; } = null!;

    public async Task OnGetAsync(Id id) => Talk = await Read(session => ConversationDesk.Read(session, Me, id));
}
