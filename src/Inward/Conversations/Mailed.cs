using Inward.House;

namespace Inward.Conversations;

/// <summary>A colleague whom a mail names.</summary>
public sealed record Correspondent(Id Id, string Name, string Address);

/// <summary>A mail as far as a talk is made of it.</summary>
/// <param name="From">Who wrote it; an address in small letters.</param>
/// <param name="Others">From, To and Cc: addresses in small letters, without the secret ones.</param>
/// <param name="Sent">Its own date, if it has one.</param>
/// <param name="Text">Its words, as plain text.</param>
/// <param name="Attachments">How many files came with it; none is kept.</param>
public sealed record Mailed(string? From, IReadOnlyList<string> Others, DateTimeOffset? Sent, string Subject, string Text, int Attachments)
{
    private const int MostNamed = 10;

    private static readonly string[] Forwards = ["fw:", "fwd:", "wg:", "tr:"];

    /// <summary>With whom the talk was.</summary>
    public IReadOnlyList<Id> With(Id author, IReadOnlyList<Correspondent> known)
    {
        var people = known.Select(k => k.Id).Where(id => id != author).Distinct().ToList();
        if (people.Count > 0)
            return people;
        if (known.Count > 0 && Others.All(a => known.Any(k => k.Address == a)))
            throw Rule.Invalid("mail", "This mail is to yourself alone. A talk takes two: put the address beside a colleague's.");
        throw Rule.Invalid("mail", Others.Count == 0 ? "This mail names no colleague in From, To or Cc." : new Sentence("Nobody in this mail is known here: {0}.", Listed(Others)));
    }

    /// <summary>Its own date, unless that lies ahead or is no date of a mail at all; then the moment it came.</summary>
    public DateTimeOffset When(DateTimeOffset arrived) => Sent is { Year: >= 1990 } sent && sent <= arrived ? sent : arrived;

    /// <summary>What was said, and what was left out of it, in sentences to be said in the author's language.</summary>
    public (string Said, IReadOnlyList<Sentence> Notes) Words(Id author, IReadOnlyList<Correspondent> known)
    {
        var words = MailWords.Of(Text, Forwards.Any(f => Subject.TrimStart().StartsWith(f, StringComparison.OrdinalIgnoreCase)));
        var said = string.Join("\n\n", new[] { Subject.Trim(), words.Text }.Where(s => s.Length > 0));
        if (said.Length == 0)
            throw Rule.Invalid("mail", "There are no words in this mail that can be read.");
        return (said, [.. Notes(author, known, words)]);
    }

    private IEnumerable<Sentence> Notes(Id author, IReadOnlyList<Correspondent> known, MailWords words)
    {
        if (known.FirstOrDefault(k => k.Address == From) is { } writer && writer.Id != author)
            yield return new Sentence("{0} wrote this mail.", writer.Name);
        if (words.QuoteLeftOut)
            yield return "The mail that it answers was left out.";
        if (words.SignatureLeftOut)
            yield return "The signature was left out.";
        if (Attachments > 0)
            yield return Attachments == 1 ? "One attachment was left out." : new Sentence("{0} attachments were left out.", Attachments);
        if (Others.Where(a => known.All(k => k.Address != a)).ToList() is { Count: > 0 } strangers)
            yield return new Sentence("Not known here: {0}.", Listed(strangers));
    }

    private static string Listed(IReadOnlyList<string> addresses) => string.Join(", ", addresses.Take(MostNamed)) + (addresses.Count > MostNamed ? ", …" : "");
}
