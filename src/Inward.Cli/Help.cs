using System.CommandLine;

namespace Inward.Cli;

/// <summary>What `inward help` says: every verb in a line, in the order of a working day.</summary>
internal static class Help
{
    private static readonly (string Words, string Says)[] Operators =
    [
        ("[serve]", "Serve pages and API, which is what happens without a verb"),
        ("init", "Do the first run without a browser"),
        ("token create", "Make a token for somebody and print it alone"),
        ("import", "Bring people, customers, sales or asks in from a CSV file"),
        ("backup, restore", "Write everything to one file, bring it back"),
        ("migrate", "Bring the store up to this version"),
        ("check", "Read the whole store and say what does not fit together"),
        ("audit verify", "Recompute every hash of the audit chain"),
        ("silent", "Whether Inward sends anything by itself"), ("erase", "Erase for good what is known of somebody who has left"), ("erased", "Of whom nothing is known any more"),
    ];

    private const int Indent = 19, Widest = 118;

    public static int Print(TextWriter to)
    {
        to.WriteLine("Inward: ask a colleague, promise, deliver, say thank you.");
        foreach (var (group, verbs) in Verbs.All)
            Group(to, group, verbs.Select(v => (v.Name, v.Description + Second(v))));
        Group(to, "On the server's own machine", Operators);
        to.WriteLine("""

            `inward VERB --help` says how a verb is used. `--json` prints what the API answers, for programs. Colleagues, teams, customers and
            sales go by their names; other records by their ids. The client verbs find Inward by two variables:

              export INWARD_URL=http://127.0.0.1:5180
              export INWARD_TOKEN=$(inward token create --person you@company.example)

            Each verb ends with 0 when it is done, 1 when a rule refused it, 2 when it was used wrongly, 3 when Inward cannot be reached.
            """);
        return 0;
    }

    private static void Group(TextWriter to, string name, IEnumerable<(string Words, string Says)> lines)
    {
        to.WriteLine();
        to.WriteLine(name);
        foreach (var (words, says) in lines)
            to.WriteLine($"  {words,-16} {Folded(says)}");
    }

    // A noun may have many verbs, and a terminal has an end.
    private static string Folded(string says)
    {
        var line = 0;
        return string.Concat(says.Split(' ').Select((word, i) =>
        {
            var folds = i > 0 && line + 1 + word.Length > Widest;
            line = folds ? word.Length : line + 1 + word.Length;
            return i == 0 ? word : folds ? $"\n{new string(' ', Indent)}{word}" : $" {word}";
        }));
    }

    private static string Second(Command verb) => verb.Subcommands.Count == 0 ? "" : $" ({string.Join(", ", verb.Subcommands.Select(s => s.Name))})";
}
