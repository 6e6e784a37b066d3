using System.Globalization;
using Inward.Conversations;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Conversations;

/// <summary>The form of a talk, as it was typed.</summary>
public abstract class ConversationForm : RoomPage
{
    [BindProperty]
    public List<string?> With { get; set; } = [];

    [BindProperty]
    public string? Channel { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public bool Private { get; set; }

    public IReadOnlyList<Colleague> Suggestions { get; private set; } = [];

    public bool IsNew => this is NewConversationPage;

    /// <param name="at">When it was, while its day stays.</param>
    protected async Task<ConversationTold> Told(Session session, DateTimeOffset? at) =>
        new(await Whom.Colleagues(session, Me, "people", With), When(at ?? Now), Channel, Query.Typed(Text), Private);

    protected async Task Offer(Session session) => Suggestions = await Whom.Suggested(session, Me, Today);

    protected string DayOf(DateTimeOffset at) => Me.Today(at).ToString("O", CultureInfo.InvariantCulture);

    // A form knows days; the hour of another day is nobody's business.
    private DateTimeOffset When(DateTimeOffset at) =>
        Query.Day("at", On) is not { } day || day.ToString("O", CultureInfo.InvariantCulture) == DayOf(at) ? at : At(day, new TimeOnly(12, 0));
}

/// <summary>Ten seconds: with whom, and what was said.</summary>
public sealed class NewConversationPage : ConversationForm
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3_660);

    /// <summary>Made when the form was opened: a phone that never heard the reply sends the same form again.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>Who opened the form. Several people may share a device.</summary>
    [BindProperty]
    public string? By { get; set; }

    /// <summary>How many seconds it waited on the device for a connection.</summary>
    [BindProperty]
    public long Age { get; set; }

    public Task OnGetAsync(Id? person)
    {
        (Channel, On, Key, By) = ("call", DayOf(Now), Id.New(Now).ToString(), Me.Person.ToString());
        return Read(async session =>
        {
            if (person is { } with)
                With = await Whom.Written(session, Me.Workspace, [with]);
            await Offer(session);
            return true;
        });
    }

    public Task<IActionResult> OnPostAsync() => ChangeOnce(Key, async unit =>
    {
        if (By is { Length: > 0 } && By != Me.Person.ToString())
            throw Rule.NotNow("This form was opened by somebody else, who was signed in here. Open it anew.");
        return await ConversationDesk.Log(unit, Me, await Told(unit, Now - TimeSpan.FromSeconds(Math.Clamp(Age, 0, Longest.TotalSeconds))));
    }, said => $"/conversations/{said.Talk.Id}", Load);

    /// <summary>One tap on a colleague's page.</summary>
    public Task<IActionResult> OnPostHelloAsync(Id? person) =>
        Change(unit => ConversationDesk.Log(unit, Me, new ConversationTold(person is { } with ? [with] : [], Channel: "hello")), said => $"/people/{said.Talk.People[0]}?said={said.Talk.Id}", Load);

    private Task Load() => Read(async session =>
    {
        await Offer(session);
        return true;
    });
}

/// <summary>A talk of mine, told better. The version before stays beside it.</summary>
public sealed class EditConversationPage : ConversationForm
{
    [BindProperty]
    public int? Version { get; set; }

    public Id Id { get; private set; }

    public Conflict? Conflict { get; private set; }

    public Task OnGetAsync(Id id) => Read(async session =>
    {
        var talk = await Mine(session, id);
        (Channel, Text, Private, On, Version) = (talk.Channel, talk.Text, talk.Private, DayOf(talk.At), talk.Version);
        With = await Whom.Written(session, Me.Workspace, talk.People);
        await Offer(session);
        return true;
    });

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit =>
    {
        var talk = await Mine(unit, id);
        var told = await Told(unit, talk.At);
        return await ConversationDesk.Correct(unit, Me, id, Version, _ => told);
    }, talk => $"/conversations/{talk.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        var talk = await Mine(session, id);
        await Offer(session);
        if (Mistake?.Why == Broken.Stale)
        {
            var with = string.Join(", ", await Whom.Written(session, Me.Workspace, talk.People));
            Conflict = await Conflict.Over(session, Me.Workspace, id, talk.Version,
                new Both("text", T["What was said"], Query.Typed(Text), talk.Text), new Both("with", T["With whom"], string.Join(", ", With.Where(w => !string.IsNullOrWhiteSpace(w))), with),
                new Both("channel", T["How"], Channel, talk.Channel, T[Channel ?? ""], T[talk.Channel]), new Both("on", T["When"], On, DayOf(talk.At)),
                new Both("private", T["For me alone"], Flag(Private), Flag(talk.Private), Private ? T["yes"] : T["no"], talk.Private ? T["yes"] : T["no"]));
        }
        return true;
    });

    // The rule refuses whoever did not log it, here as when it is sent.
    private async Task<Conversation> Mine(Session session, Id id)
    {
        var talk = await ConversationDesk.Seen(session, Me, id);
        talk.CheckAuthor(Me.Person);
        Id = id;
        return talk;
    }

    private static string Flag(bool on) => on ? "true" : "false";
}
