using Inward.Asks;
using Inward.House;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Notes;
using Inward.Server.Relationships;
using Inward.Server.Storage;
using Inward.Server.Thanks;
using Inward.Thanks;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>A colleague: their own words first, then what is open between us, what they said, my own notes, then what happened.</summary>
public sealed class PersonPage : RoomPage
{
    private IReadOnlyDictionary<string, string> names = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    public Person Person { get; private set; } = null!;

    public WordsShown Words { get; private set; } = null!;

    /// <summary>What is suggested for this page: to me on my own, by me on another's.</summary>
    public IReadOnlyList<SuggestionRow> Suggestions { get; private set; } = [];

    /// <summary>What the company's own fields say, in their order.</summary>
    public IReadOnlyList<FieldOnPage> Fields { get; private set; } = [];

    public IReadOnlyList<TeamStay> Stays { get; private set; } = [];

    public IReadOnlyList<AskLine> Between { get; private set; } = [];

    /// <summary>What they have promised by day; null where they keep it to themselves.</summary>
    public IReadOnlyList<PromisedDay>? Promised { get; private set; }

    public IReadOnlyList<TimelineLine> Timeline { get; private set; } = [];

    public string? Earlier { get; private set; }

    /// <summary>How I keep in touch; null on my own page.</summary>
    public Relationship? Kept { get; private set; }

    /// <summary>What we did for each other, for my eyes; null on my own page.</summary>
    public GiveAndTake? GiveAndTake { get; private set; }

    /// <summary>How much we write to each other, for the two of us; null on my own page.</summary>
    public MailPair? Mail { get; private set; }

    /// <summary>The newest of my private notes on them; null on my own page.</summary>
    public NotesSeen? Notes { get; private set; }

    /// <summary>What they said in talks that I may see.</summary>
    public IReadOnlyList<KeptItem> SaidBy { get; private set; } = [];

    /// <summary>On my own page: what others noted that I need.</summary>
    public IReadOnlyList<KeptItem> Suggested { get; private set; } = [];

    /// <summary>The hello I have just said, while I can take it back.</summary>
    public Id? Hello { get; private set; }

    public bool IsMe => Person.Id == Me.Person;

    public bool HasLeft => Person.HasLeft(Today);

    public Absence? Away => Person.AbsentOn(Today);

    /// <summary>Absences to come, the next one first.</summary>
    public IEnumerable<Absence> Coming => Person.Absences.Where(a => a.From > Today).OrderBy(a => a.From);

    public IEnumerable<TeamStay> TeamsNow => Stays.Where(s => s.Covers(Today));

    public IEnumerable<TeamStay> TeamsBefore => Stays.Where(s => !s.Covers(Today));

    /// <summary>What a form writes into the field of a receiver: what only this colleague is called.</summary>
    public string Receiver => Person.Email ?? Person.UserName ?? Person.Name;

    public string? NameOf(Id? id) => id is null ? null : names.GetValueOrDefault(id.Value.ToString());

    /// <summary>The time where this colleague is, when it is another than mine.</summary>
    public string? TheirTime => Person.Zone is { } zone && TimeZoneInfo.FindSystemTimeZoneById(zone) is var there && there.GetUtcOffset(Now) != Zone.GetUtcOffset(Now)
        ? TimeZoneInfo.ConvertTime(Now, there).ToString("HH:mm", T.Culture) : null;

    public async Task<IActionResult> OnGetAsync(Id id, string? after, Id? said)
    {
        var kept = await Read(async session =>
        {
            if (await session.Person(Me.Workspace, id) is not { } person)
                return await session.KeptInstead(Me.Workspace, "person", id) ?? throw Rule.NotVisible();
            Person = person;
            Words = await WordsShown.Of(session, Me.Workspace, Person.OwnWords);
            Suggestions = await session.SuggestionsFor(Me, id, most: 12);
            Fields = Person.Fields.All.Count == 0 ? [] : [.. (await session.CompanyFields(Me.Workspace, FieldAbout.Person)).Where(f => f.IsInUse && Person.Fields[f.Id] is not null).Select(f => new FieldOnPage(f, Person.Fields[f.Id]))];
            Stays = await TeamQuestions.StaysOf(session, Me, id);
            names = await session.Names(Me.Workspace, Person.Absences.Select(a => a.Deputy).Append(Person.Manager).OfType<Id>());
            Between = IsMe ? [] : await AskLines.OpenWith(session, Me, id);
            Kept = IsMe ? null : await RelationshipDesk.Mine(session, Me, id, Now);
            Promised = PromisedWork.IsShownOfPerson(IsMe, Person.SharesWork) ? await WorkPromised.ByPersonIfShown(session, Me, id, Today) : null;
            Notes = IsMe ? null : await NotesOn(session);
            GiveAndTake = IsMe ? null : await BetweenTwo.Ask(session, Me, id, Now);
            Mail = IsMe ? null : await MailContacts.Between(session, Me, id, Today);
            (var rows, Earlier) = await PersonTimeline.Ask(session, Me, id, after);
            Timeline = [.. PersonTimeline.Tell(rows, T)];
            SaidBy = IsMe ? [] : await ItemTable.SaidBy(session, Me, id, most: 8);
            Suggested = IsMe ? await ItemTable.NeedsOfMine(session, Me, most: 8) : [];
            Hello = said is { } talk && await session.Conversation(Me.Workspace, talk) is { } hello && hello.CanBeTakenBack(Me.Person, Now) ? talk : null;
            return (Id?)null;
        });
        return kept is not null ? Redirect($"/people/{kept}") : PageOr("between", "/People/_Between.cshtml");
    }

    private async Task<NotesSeen> NotesOn(Session session)
    {
        var (notes, more) = await session.Notes(Me, Person.Id, size: 3);
        return new NotesSeen(Person.Id, Person.Name, notes, more is null ? null : $"/notes?about={Person.Id}");
    }
}
