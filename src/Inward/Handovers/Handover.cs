using Inward.House;

namespace Inward.Handovers;

public sealed record Accepted(Id By, DateTimeOffset At);

/// <summary>What the team that takes over wants to know of a promise, and what it was told.</summary>
public sealed record Queried(string Question, Id By, DateTimeOffset At)
{
    public Told? Answer { get; init; }
}

public sealed record Told(string Text, Id By, DateTimeOffset At);

/// <summary>A promise to the customer in a handover.</summary>
public sealed record HandedOver(Id Promise)
{
    public Accepted? Accepted { get; init; }
    public IReadOnlyList<Queried> Queries { get; init; } = [];

    /// <summary>A question stands open: it is the turn of whoever hands over.</summary>
    public bool IsQueried => Accepted is null && Queries is [.., { Answer: null }];

    /// <summary>It is the turn of the team that takes over.</summary>
    public bool IsToDecide => Accepted is null && !IsQueried;
}

/// <summary>
/// A sale goes from one team's hands into another's, with every promise made to the customer. The team accepts or queries each of them: what
/// nobody accepted, nobody has taken over.
/// </summary>
public sealed record Handover(Id Workspace, Id Id, Id Sale, Id To, Id By, DateTimeOffset At)
{
    public const int LongestText = 1_000;

    /// <summary>The team that hands over, if whoever does it is in one.</summary>
    public Id? From { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<HandedOver> Items { get; init; } = [];
    public DateTimeOffset? TakenBackAt { get; init; }
    public int Version { get; init; } = 1;

    public bool IsOpen => TakenBackAt is null && Items.Any(item => item.Accepted is null);

    /// <summary>Something waits for the team that takes over.</summary>
    public bool WaitsForTeam => IsOpen && Items.Any(item => item.IsToDecide);

    /// <summary>A question waits for whoever hands over.</summary>
    public bool WaitsForAnswer => IsOpen && Items.Any(item => item.IsQueried);

    /// <param name="teams">Somebody's teams of today.</param>
    public bool IsFor(IEnumerable<Id> teams) => teams.Contains(To);

    /// <summary>Whoever handed over, or owns the sale, answers and may take it back.</summary>
    public bool IsOf(Id person, Id? saleOwner) => person == By || person == saleOwner;

    /// <param name="open">The promises of the sale that are open.</param>
    public Handover With(IEnumerable<Id> open, string? note)
    {
        var items = open.Select(promise => new HandedOver(promise)).ToList();
        if (items.Count == 0)
            throw Rule.NotNow("No promise to the customer is open in this sale. Write down first what they were promised, spoken words too.");
        if (From == To)
            throw Rule.Invalid("team", "Choose the other team: yours has the sale in its hands already.");
        return this with { Items = items, Note = Checked("note", note, required: null) };
    }

    /// <param name="promises">Which of them; null accepts all that wait.</param>
    public Handover Accept(IReadOnlyCollection<Id>? promises, Id by, bool isOfTeam, DateTimeOffset now)
    {
        CheckTeam(isOfTeam);
        foreach (var promise in promises ?? [])
            CheckUndecided(Item(promise));
        return Change(item => item.Accepted is null && (promises is null ? item.IsToDecide : promises.Contains(item.Promise)) ? item with { Accepted = new Accepted(by, now) } : item);
    }

    public Handover Query(Id promise, string? question, Id by, bool isOfTeam, DateTimeOffset now)
    {
        CheckTeam(isOfTeam);
        var item = Item(promise);
        CheckUndecided(item);
        if (item.IsQueried)
            throw Rule.NotNow("A question about this promise waits for its answer already.");
        var asked = new Queried(Checked("question", question, "Write what you need to know before you take it over.")!, by, now);
        return Change(other => other.Promise == promise ? other with { Queries = [.. other.Queries, asked] } : other);
    }

    /// <param name="isGiver">Whoever handed over, or owns the sale.</param>
    public Handover Answer(Id promise, string? text, Id by, bool isGiver, DateTimeOffset now)
    {
        CheckGiver(isGiver);
        if (!Item(promise).IsQueried)
            throw Rule.NotNow("No question about this promise is open.");
        var told = new Told(Checked("text", text, "Write the answer.")!, by, now);
        return Change(item => item.Promise == promise ? item with { Queries = [.. item.Queries.SkipLast(1), item.Queries[^1] with { Answer = told }] } : item);
    }

    /// <summary>It went to the wrong team, or too early.</summary>
    public Handover TakeBack(bool isGiver, DateTimeOffset now)
    {
        CheckGiver(isGiver);
        return this with { TakenBackAt = now, Version = Version + 1 };
    }

    private Handover Change(Func<HandedOver, HandedOver> change) => this with { Items = [.. Items.Select(change)], Version = Version + 1 };

    private HandedOver Item(Id promise) => Items.FirstOrDefault(item => item.Promise == promise) ?? throw Rule.Invalid("promise", "This promise is not part of the handover.");

    private static void CheckUndecided(HandedOver item)
    {
        if (item.Accepted is not null)
            throw Rule.NotNow("This promise has been taken over already.");
    }

    private void CheckTeam(bool isOfTeam)
    {
        CheckOpen();
        if (!isOfTeam)
            throw Rule.NotYours("Only somebody of the team that takes over accepts or queries.");
    }

    private void CheckGiver(bool isGiver)
    {
        CheckOpen();
        if (!isGiver)
            throw Rule.NotYours("Only whoever handed over, or the owner of the sale, does this.");
    }

    private void CheckOpen()
    {
        if (!IsOpen)
            throw Rule.NotNow(TakenBackAt is null ? "Every promise has been taken over." : "This handover was taken back.");
    }

    private static string? Checked(string field, string? text, Sentence? required)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, field, text, LongestText, required);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
