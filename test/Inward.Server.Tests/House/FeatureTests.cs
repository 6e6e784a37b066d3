using System.Reflection;
using System.Text.RegularExpressions;
using Inward.Server.Tests.Pages;

namespace Inward.Server.Tests.House;

/// <summary>What docs/features.md says is shown, is shown: in a browser and over the API, on both engines.</summary>
public sealed partial class FeatureTests
{
    private static readonly (string Line, Type Story)[] Shown =
    [
        .. from type in typeof(FeatureTests).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from shows in method.GetCustomAttributes<ShowsAttribute>()
           select (shows.Line, type),
    ];

    [Fact]
    public void Every_feature_is_shown_in_a_browser_and_over_the_API_on_both_engines() =>
        Lines().SelectMany(line => Missing(line, Shown)).ShouldBeEmpty();

    [Fact]
    public void A_story_names_only_features_that_there_are() => Shown.Select(s => s.Line).Except(Lines()).ShouldBeEmpty();

    [Fact]
    public void A_feature_that_nothing_shows_would_be_found() => Missing("A1", []).ShouldBe(["A1: a browser", "A1: the API"]);

    private static IEnumerable<string> Missing(string line, (string Line, Type Story)[] shown)
    {
        var stories = shown.Where(s => s.Line == line && IsOnBothEngines(s.Story)).Select(s => s.Story).ToList();
        if (!stories.Exists(s => s.IsSubclassOf(typeof(InChromium))))
            yield return $"{line}: a browser";
        if (!stories.Exists(s => !s.IsSubclassOf(typeof(InChromium))))
            yield return $"{line}: the API";
    }

    private static bool IsOnBothEngines(Type story)
    {
        var told = story.Assembly.GetTypes().Where(type => type.IsSubclassOf(story)).Select(type => type.Name).ToList();
        return told.Exists(name => name.EndsWith("OnSqlite", StringComparison.Ordinal)) && told.Exists(name => name.EndsWith("OnPostgres", StringComparison.Ordinal));
    }

    private static List<string> Lines() => [.. Line().Matches(File.ReadAllText(Place.InRepository("docs/features.md"))).Select(m => m.Groups["line"].Value)];

    [GeneratedRegex(@"^- \*\*(?<line>\w+)\*\* ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
