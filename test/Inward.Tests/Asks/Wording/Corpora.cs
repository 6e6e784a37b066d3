using System.Globalization;
using System.Text;

namespace Inward.Tests.Asks.Wording;

/// <summary>A text and what people said of it: 1 or 0 for "an ask", a mean score for politeness.</summary>
public sealed record Labelled(string Text, double Label)
{
    /// <summary>
    /// One text in five was kept away from the fitting of the weights. FNV-1a of the text decides, so the split is the same on
    /// every machine and in every language.
    /// </summary>
    public bool IsHeldOut => Encoding.UTF8.GetBytes(Text).Aggregate(2166136261u, (hash, one) => unchecked((hash ^ one) * 16777619u)) % 5 == 0;
}

/// <summary>
/// The labelled texts the wording coach is measured on. They belong to others and are not kept here: they are found in the folder
/// INWARD_DATA names, or in ../shared/data beside the project. Knows nothing of tests, so that bench can measure with the same file.
/// </summary>
public static class Corpora
{
    public static string? Folder { get; } = Find();

    /// <summary>Sentences of e-mails, labelled ask or no ask; null where the data is absent.</summary>
    public static List<Labelled>? EmailIntent() =>
        Read("asks-email-intent/enron_ask_train.csv", "sentence", "is_ask", label => label == "Yes" ? 1 : 0);

    /// <summary>Requests between Wikipedia's editors with the politeness five people gave each; null where the data is absent.</summary>
    public static List<Labelled>? Politeness() =>
        Read("asks-politeness/requests_wikipedia.csv", "request", "politeness", label => double.Parse(label, CultureInfo.InvariantCulture));

    /// <summary>Texts before and after somebody made them plain; null where the data is absent.</summary>
    public static List<(string Before, string After)>? PlainLanguage()
    {
        if (Folder is null || !File.Exists(Path.Combine(Folder, "clarity-texts/plain_language_pairs.csv")))
            return null;
        var rows = Rows(File.ReadAllText(Path.Combine(Folder, "clarity-texts/plain_language_pairs.csv"))).ToList();
        var (before, after) = (rows[0].IndexOf("before"), rows[0].IndexOf("after"));
        return rows.Skip(1).Select(row => (row[before], row[after])).ToList();
    }

    private static List<Labelled>? Read(string file, string text, string label, Func<string, double> number)
    {
        if (Folder is null || !File.Exists(Path.Combine(Folder, file)))
            return null;
        var rows = Rows(File.ReadAllText(Path.Combine(Folder, file))).ToList();
        var (textAt, labelAt) = (rows[0].IndexOf(text), rows[0].IndexOf(label));
        return rows.Skip(1).Select(row => new Labelled(row[textAt], number(row[labelAt]))).ToList();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("INWARD_DATA") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Inward.slnx")))
            root = root.Parent;
        var data = root?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data") : null;
        return Directory.Exists(data) ? data : null;
    }

    /// <summary>RFC 4180: a quoted field may hold commas, line ends and doubled quotes.</summary>
    private static IEnumerable<List<string>> Rows(string csv)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var mark = csv[at];
            if (mark == '"' && quoted && at + 1 < csv.Length && csv[at + 1] == '"')
                field.Append(csv[at++]);
            else if (mark == '"')
                quoted = !quoted;
            else if (!quoted && mark is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (mark == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (quoted || mark is not ('\r' or '\uFEFF'))
                field.Append(mark);
        }

        if (row.Count > 0)
            yield return [.. row, field.ToString()];
    }
}

/// <summary>How well a reading agrees with people.</summary>
public static class Agreement
{
    /// <summary>Precision, recall and their harmonic mean F1, 0 to 1.</summary>
    public static (double F1, double Precision, double Recall) Of(IReadOnlyCollection<(bool Said, bool Meant)> readings)
    {
        double both = readings.Count(one => one.Said && one.Meant);
        var said = Math.Max(1, readings.Count(one => one.Said));
        var meant = Math.Max(1, readings.Count(one => one.Meant));
        return (2 * both / (said + meant), both / said, both / meant);
    }

    /// <summary>Spearman's rank correlation, −1 to 1; equal values share the mean of their ranks.</summary>
    public static double Ranks(IReadOnlyList<(double Said, double Meant)> readings)
    {
        var (said, meant) = (RanksOf(readings.Select(one => one.Said)), RanksOf(readings.Select(one => one.Meant)));
        var mean = (readings.Count - 1) / 2.0;
        double together = 0, ofSaid = 0, ofMeant = 0;
        for (var i = 0; i < said.Length; i++)
        {
            together += (said[i] - mean) * (meant[i] - mean);
            ofSaid += (said[i] - mean) * (said[i] - mean);
            ofMeant += (meant[i] - mean) * (meant[i] - mean);
        }

        return together / Math.Sqrt(ofSaid * ofMeant);
    }

    private static double[] RanksOf(IEnumerable<double> values)
    {
        var sorted = values.Select((value, index) => (value, index)).OrderBy(one => one.value).ToList();
        var ranks = new double[sorted.Count];
        for (var from = 0; from < sorted.Count;)
        {
            var to = from;
            while (to < sorted.Count && sorted[to].value.Equals(sorted[from].value))
                to++;
            for (var i = from; i < to; i++)
                ranks[sorted[i].index] = (from + to - 1) / 2.0;
            from = to;
        }

        return ranks;
    }
}
