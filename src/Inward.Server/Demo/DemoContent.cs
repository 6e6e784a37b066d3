using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.Asks;
using Inward.Customers;
using Inward.Ideas;
using Inward.Journeys;
using Inward.Lists;
using Inward.People;

namespace Inward.Server.Demo;

/// <summary>
/// What demo/*.json says about the example company. Days are working days from today: negative is past, 0 is today or, when
/// nobody works today, the next day on which somebody does.
/// </summary>
internal sealed record DemoContent(
    CastFile Cast, CustomersFile Customers, AsksFile Asks, PatternsFile Patterns, ConversationsFile Conversations, ThanksFile Thanks, SuggestionsFile Suggestions, NeedsFile Needs,
    JourneysFile Journeys, ViewsFile Views, PromisesFile Promises, ChainsFile Chains, IdeasFile Ideas, AfterSalesFile AfterSales, ObjectivesFile Objectives)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static DemoContent Read() => new(
        File<CastFile>("cast"), File<CustomersFile>("customers"), File<AsksFile>("asks"), File<PatternsFile>("patterns"),
        File<ConversationsFile>("conversations"), File<ThanksFile>("thanks"), File<SuggestionsFile>("suggestions"), File<NeedsFile>("needs"),
        File<JourneysFile>("journeys"), File<ViewsFile>("views"), File<PromisesFile>("promises"), File<ChainsFile>("chains"), File<IdeasFile>("ideas"), File<AfterSalesFile>("after-sales"), File<ObjectivesFile>("objectives"));

    private static T File<T>(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }
}

internal sealed record CastFile(
    CompanyText Company, IReadOnlyList<ProductText> Products, IReadOnlyList<TeamText> Teams, IReadOnlyList<SignInText> SignIns,
    IReadOnlyList<string> Administrators, IReadOnlyList<FieldText> Fields, IReadOnlyList<PersonText> People, IReadOnlyList<AbsenceText> Absences);

internal sealed record CompanyText(string Name, string Full, string Domain, string Zone, string About, HoursText Hours, IReadOnlyList<HolidayText> Holidays);

internal sealed record HoursText(TimeOnly From, TimeOnly To);

internal sealed record HolidayText(int Month, int Day, string Name);

internal sealed record ProductText(string Key, string Name, string What);

internal sealed record TeamText(string Key, string Name, string? Parent, IReadOnlyList<string> Leads, string Does, string Needs, string Reach);

/// <param name="Values">What it says of whom.</param>
internal sealed record FieldText(string Key, string Name, FieldKind Kind, FieldWriter Writer, bool CanFilter, IReadOnlyDictionary<string, string> Values)
{
    public FieldAbout About { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
}

internal sealed record SignInText(string Person, string As);

internal sealed record AbsenceText(string Person, int From, int To, string Deputy);

internal sealed record PersonText(string Key, string Name, string Title, string Team, string? Manager, string Language, string Zone)
{
    public bool Email { get; init; } = true;
    public string? Does { get; init; }
    public string? Needs { get; init; }
    public string? Reach { get; init; }
    public string? Thanks { get; init; }
    public string? Strengths { get; init; }
    public string? BestTime { get; init; }

    /// <summary>How they want their thanks: "private", or null for public.</summary>
    public string? Thanked { get; init; }

    /// <summary>Whether their manager may get a copy.</summary>
    public bool Copied { get; init; }
}

internal sealed record CustomersFile(IReadOnlyList<CustomerText> Customers, IReadOnlyList<VerbatimText> Verbatims);

/// <param name="Short">As colleagues call them.</param>
internal sealed record CustomerText(
    string Key, string Name, string Short, string Town, string Country, string Language, string Site, string About, IReadOnlyList<ContactText> Contacts,
    IReadOnlyList<SaleText> Sales)
{
    public string? TownInGerman { get; init; }
}

internal sealed record ContactText(string Key, string Name, string Role)
{
    public string FirstName => Name.Split(' ')[0];
}

internal sealed record SaleText(string Key, string Name, string Kind, string? Product, string Owner, decimal Value, string Stage, Outcome Outcome, int Opened)
{
    public int? Ordered { get; init; }
    public int? Promised { get; init; }
    public int? Closed { get; init; }
    public string? LostBecause { get; init; }

    /// <summary>Within the story, after it was opened and before it was lost.</summary>
    public bool WasAlive(int day) => day > -DemoDays.First && day < 0 && day >= Opened && (Outcome != Outcome.Lost || day < Closed);

    /// <summary>A day in the life of the sale: opened, ordered, closed, or delivered (promised, while it has not been).</summary>
    public int? On(string anchor) => anchor switch
    {
        "opened" => Opened,
        "ordered" => Ordered,
        "closed" => Outcome == Outcome.Won ? Closed : null,
        "delivered" => Outcome == Outcome.Lost ? null : Closed ?? Promised,
        _ => throw new InvalidOperationException($"No sale has a day called {anchor}."),
    };
}

internal sealed record VerbatimText(string Key, string Sale, string Stage, string By, string Heard, int Day, string Channel, string Words);

internal sealed record JourneysFile(IReadOnlyList<JourneyText> Journeys);

/// <param name="Shaped">The day on which its owner said what each stage is worth and whom it depends on.</param>
internal sealed record JourneyText(string Key, string Name, string? Segment, string By, string Owner, IReadOnlyList<string> Editors, int Made, int Shaped, IReadOnlyList<StageText> Stages);

/// <param name="Scores">Blind, by person: value to the customer, value to us, weight.</param>
internal sealed record StageText(
    string Name, decimal CustomerValue, decimal OurValue, decimal Weight, Control Control, IReadOnlyList<string> Teams, IReadOnlyList<string> People,
    IReadOnlyDictionary<string, int[]>? Scores = null, IReadOnlyList<EvidenceText>? Evidence = null);

/// <param name="Verbatim">The words that speak for it, or else the sale.</param>
internal sealed record EvidenceText(string By, int Day, string? Verbatim = null, string? Sale = null, string? Words = null);

internal sealed record AsksFile(IReadOnlyList<AskThread> Threads);

/// <summary>One ask from the first word to the last, as it is scripted; who moves is left out where only one person can.</summary>
internal sealed record AskThread(string Key, string From, int Day, string What)
{
    public string? To { get; init; }
    public string? Team { get; init; }
    public string? Sale { get; init; }
    public string? Verbatim { get; init; }
    public string? Parent { get; init; }
    public bool Draft { get; init; }
    public bool Open { get; init; }
    public int AnswerBy { get; init; }
    public int NeededBy { get; init; }
    public string? Reason { get; init; }
    public string? Effect { get; init; }
    public IReadOnlyList<string>? Conditions { get; init; }
    public IReadOnlyList<ScriptedMove> Moves { get; init; } = [];
}

internal sealed record ScriptedMove(int At, string Do)
{
    public string? Who { get; init; }
    public int By { get; init; }
    public string? FirstStep { get; init; }
    public string? What { get; init; }
    public IReadOnlyList<string>? Conditions { get; init; }
    public string? Note { get; init; }
    public string? Text { get; init; }
    public string? Owner { get; init; }
    public LateCause? Cause { get; init; }
    public LateCause? LateCause { get; init; }
    public string? Reason { get; init; }

    /// <summary>Which of the conditions in force is not met, from 0.</summary>
    public int Condition { get; init; }

    public string? Words { get; init; }
    public string? Channel { get; init; }
    public string? Effect { get; init; }
    public bool Public { get; init; }
    public string? Child { get; init; }
}

internal sealed record ConversationsFile(
    IReadOnlyList<ConversationText> Conversations, IReadOnlyList<ConversationPattern> Patterns, IReadOnlyList<NoteText> Notes);

internal sealed record ConversationText(string By, IReadOnlyList<string> With, int Day, string Channel, string Text, bool Private = false, DisputeText? Dispute = null);

/// <summary>What one of them said against it a day later.</summary>
internal sealed record DisputeText(string By, string Text);

internal sealed record NoteText(string By, string About, int Day, string Text);

internal sealed record NeedsFile(IReadOnlyList<NeedText> Needs);

/// <summary>What one team needs of another.</summary>
internal sealed record NeedText(string By, string Team, string Of, int Day, string Words);

internal sealed record SuggestionsFile(IReadOnlyList<SuggestionText> Suggestions);

/// <param name="About">The key of a colleague or of a team.</param>
internal sealed record SuggestionText(string By, string About, WordsQuestion Question, int Day, string Words)
{
    public SuggestionState State { get; init; }
    public string? AnsweredBy { get; init; }
    public int Answered { get; init; }
    public string? Reply { get; init; }
}

internal sealed record ThanksFile(IReadOnlyList<ThanksText> Thanks);

internal sealed record ThanksText(string By, string To, int Day, string Text, string Effect, bool Public);

internal sealed record ViewsFile(IReadOnlyList<ViewText> Views);

/// <param name="Any">Fields with a value each, of which one is enough.</param>
internal sealed record ViewText(string By, int Day, string Name, ListRoom Room, IReadOnlyList<IReadOnlyList<string>> Any, bool Shared = false);
