using Inward.House;

namespace Inward.Conversations;

/// <summary>A talk with colleagues, as its author tells it: seen by its author and those who took part, or by its author alone.</summary>
/// <param name="People">With whom; the author is not among them.</param>
/// <param name="Channel">How: a visit, a call, a chat, a mail, a meeting.</param>
public sealed record Conversation(Id Workspace, Id Id, Id Author, IReadOnlyList<Id> People, DateTimeOffset At, string Channel, string Text, bool Private)
{
    public static readonly IReadOnlyList<string> Channels = ["visit", "call", "chat", "mail", "meeting", "hello"];

    public const int MostPeople = 50;

    public int Version { get; init; } = 1;

    /// <summary>When it was written down; null where nobody knows any more.</summary>
    public DateTimeOffset? LoggedAt { get; init; }

    /// <summary>“Said hello” needs no words; everything else says what was said.</summary>
    public Conversation Checked(DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        var people = People.Where(p => p != Author).Distinct().ToList();
        if (people.Count == 0)
            wrong.Add(new Wrong("people", People.Count > 0 ? "A talk takes two. Name the colleague you talked with." : "Say with whom you talked."));
        if (people.Count > MostPeople)
            wrong.Add(new Wrong("people", new Sentence("At most {0} people at once.", MostPeople)));
        if (!Channels.Contains(Channel))
            wrong.Add(new Wrong("channel", new Sentence("“{0}” is no channel here. Choose one of: {1}.", Channel, string.Join(", ", Channels))));
        House.Text.Check(wrong, "text", Text, required: Channel == "hello" ? null : new Sentence("Write down what was said, in a few words."));
        if (At > now.AddMinutes(5))
            wrong.Add(new Wrong("at", "A talk that has not happened yet cannot be told."));
        return wrong.Count == 0 ? this with { People = people, Text = string.IsNullOrWhiteSpace(Text) ? "" : Text } : throw Rule.Invalid(wrong);
    }

    /// <summary>The talk as its author tells it now, a version later; null when nothing changes.</summary>
    public Conversation? Corrected(Conversation told, Id by, DateTimeOffset now)
    {
        CheckAuthor(by);
        var next = (told with { Workspace = Workspace, Id = Id, Author = Author, LoggedAt = LoggedAt, Version = Version + 1 }).Checked(now);
        var isSame = next.People.ToHashSet().SetEquals(People) && (next.At, next.Channel, next.Text, next.Private) == (At, Channel, Text, Private);
        return isSame ? null : next;
    }

    /// <summary>Only whoever logged a talk corrects it or takes it back.</summary>
    public void CheckAuthor(Id by)
    {
        if (by != Author)
            throw Rule.NotYours("Only whoever logged a talk corrects it or takes it back.");
    }

    public void CheckTakingBack(Id by, DateTimeOffset now)
    {
        CheckAuthor(by);
        if (!CanBeTakenBack(by, now))
            throw Rule.NotNow("It is too late to take this talk back: that is possible for ten seconds. You can still correct it.");
    }

    public bool CanBeTakenBack(Id by, DateTimeOffset now) => by == Author && Version == 1 && LoggedAt is { } logged && logged <= now && now - logged <= UndoWindow.Length;
}
