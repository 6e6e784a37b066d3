using Inward.House;

namespace Inward.Asks;

/// <summary>How much is promised on a day: an asker sees whether there is room before they ask.</summary>
/// <param name="Promises">1 or more; days without any are left out.</param>
public sealed record PromisedDay(DateOnly Day, int Promises);

/// <summary>Who shows how much they have promised. It is a figure about people, so it is theirs to show.</summary>
public static class PromisedWork
{
    /// <summary>As many colleagues hide one of them in a figure about all.</summary>
    public const int Enough = 5;

    /// <summary>How many days ahead are told, today included.</summary>
    public const int Days = 14;

    /// <summary>A person's is shown if they share it; to themselves always.</summary>
    public static bool IsShownOfPerson(bool isMe, bool shares) => isMe || shares;

    /// <summary>A team's is shown if it is large enough to hide each of its members, or if all of them share theirs.</summary>
    public static bool IsShownOfTeam(int members, int sharing) => members >= Enough || sharing >= members;

    public static BrokenRule KeptByPerson() => Rule.NotYours("This colleague keeps to themselves how much they have promised.");

    public static BrokenRule KeptByTeam() =>
        Rule.NotYours(new Sentence("A team of fewer than {0} shows how much it has promised only if everybody in it shares theirs.", Enough));
}
