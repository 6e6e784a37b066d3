namespace Inward.Server.Tests.Cli;

/// <summary>`inward help` names every verb of both programs, and fits a terminal.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task Help_names_every_verb_and_fits_a_terminal()
    {
        var help = (await new Terminal(null, null).Type("help")).Expect(0).Said;
        foreach (var verb in Inward.Cli.Verbs.All.SelectMany(g => g.Verbs))
            Named(help).ShouldContain(verb.Name);
        foreach (var verb in Verbs.Root().Subcommands)
            Named(help).ShouldContain(verb.Name);
        help.Split('\n').Max(l => l.Length).ShouldBeLessThanOrEqualTo(140);
    }

    [Fact]
    public async Task A_verb_says_how_it_is_used_under_the_name_people_type()
    {
        var terminal = new Terminal(null, null);
        (await terminal.Type("promise", "--help")).Expect(0).Said.ShouldContain("inward promise <ask>... [options]");
        (await terminal.Type("customers", "add", "--help")).Expect(0).Said.ShouldContain("inward customers add [options]");
        (await terminal.Operate(new(Path.GetTempPath(), null, "", false), "token", "create", "--help")).Expect(0).Said.ShouldContain("inward token create [options]");
    }

    // The words a line begins with: "  backup, restore  Write everything…" names two.
    private static List<string> Named(string help) =>
        [.. help.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)).SelectMany(l => l.Trim().Split("  ")[0].Split([' ', ',', '[', ']'], StringSplitOptions.RemoveEmptyEntries))];
}
