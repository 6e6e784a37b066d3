using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Relationships;

/// <summary>
/// What importing a mail log would keep: who wrote to whom on which day, of people who are known here, and nothing else. Rows of others are
/// counted and not named: who is not known here must not be known by this either.
/// </summary>
public sealed record MailsPlan(IReadOnlyList<MailsOfDay> Days, MailFigures Figures, IReadOnlyList<Noticed> Noticed)
{
    /// <param name="isOn">Whether the company wants mail logs at all.</param>
    public static MailsPlan For(IEnumerable<MappedRow> rows, ImportMap map, IReadOnlyList<Person> people, bool isOn, DateOnly today, Noticings noticed)
    {
        CheckOn(isOn);
        MappedRow[] mapped = [.. rows];
        // Its own list: a file of rows that were left out would keep what is not kept.
        var unread = new Noticings();
        var days = new DayColumns(mapped, ["at"], map.Dates, today, unread);
        var reading = new MailLog(new KnownPeople(people));
        foreach (var row in mapped)
        {
            if (days.TryRead(row, "at", out var day) && day is { } on && on <= today)
                reading.Add(row, on);
            else
                reading.Unread++;
        }
        foreach (var told in unread.All.Where(one => one.Weight == Weight.Told))
            noticed.Tell(told.File, told.Row, told.Sentence);
        return new MailsPlan(reading.Days, reading.Figures(mapped.Length), noticed.All);
    }

    public static void CheckOn(bool isOn)
    {
        if (!isOn)
            throw Rule.NotNow("Your company keeps no mail logs. An administrator can turn them on under Settings, Company; everybody sees that they are on.");
    }

    public IEnumerable<Sentence> InWords()
    {
        yield return new Sentence("Rows read: {0}. Mails between people who are known here: {1}, between {2} pairs, of whom {3} write both ways.", Figures.Rows, Figures.Mails, Figures.Pairs, Figures.Reciprocated);
        yield return new Sentence("Not kept: {0} to oneself, {1} with somebody who is not known here, {2} without a day that can be read.", Figures.ToOneself, Figures.WithUnknown, Figures.Unread);
        if (Figures.Repeated > 0)
            yield return new Sentence("Rows that say the same as another one, to the second: {0}. They are counted: two mails can leave together.", Figures.Repeated);
        yield return "Kept is who, to whom, on which day and how many: no subject, no hour, no other column. Days of two people that are known already stay as they are.";
    }
}

/// <summary>The counts of a mail log, for the preview and to check against other people's counts of the same file.</summary>
/// <param name="Pairs">Two people, whoever of them wrote.</param>
public sealed record MailFigures(int Rows, int Mails, int ToOneself, int Repeated, int WithUnknown, int Unread, int Pairs, int Reciprocated);

/// <summary>Reads a mail log row by row, and keeps days.</summary>
internal sealed class MailLog(KnownPeople people)
{
    private readonly Dictionary<(Id From, Id To, DateOnly Day), int> days = [];
    private readonly Dictionary<string, Id?> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string, string, string)> said = [];
    private int toOneself, repeated, withUnknown;

    public int Unread { get; set; }

    public IReadOnlyList<MailsOfDay> Days => [.. days.Select(d => new MailsOfDay(d.Key.From, d.Key.To, d.Key.Day, d.Value))];

    public void Add(MappedRow row, DateOnly day)
    {
        var from = row["sender"].Trim();
        // A cell may name several receivers.
        foreach (var to in row["receiver"].Split(row["receiver"].Contains('@', StringComparison.Ordinal) ? [';', ','] : [';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!said.Add((from, to, row["at"])))
                repeated++;
            if (from.Equals(to, StringComparison.OrdinalIgnoreCase))
                toOneself++;
            else if (Meant(from) is not { } sender || Meant(to) is not { } receiver)
                withUnknown++;
            else if (sender == receiver)
                toOneself++;
            else
                days[(sender, receiver, day)] = days.GetValueOrDefault((sender, receiver, day)) + 1;
        }
    }

    public MailFigures Figures(int rows)
    {
        var ways = days.Keys.Select(d => (d.From, d.To)).ToHashSet();
        var both = ways.Count(w => ways.Contains((w.To, w.From)));
        return new MailFigures(rows, days.Values.Sum(), toOneself, repeated, withUnknown, Unread, ways.Count - both / 2, both / 2);
    }

    // “Wanda Lorenz <wanda@…>” is her address.
    private Id? Meant(string word)
    {
        if (known.TryGetValue(word, out var id))
            return id;
        var open = word.LastIndexOf('<');
        var plain = open >= 0 ? word[(open + 1)..].Split('>')[0] : word;
        return known[word] = people.ByAnything(plain.Squeezed())?.Id;
    }
}
