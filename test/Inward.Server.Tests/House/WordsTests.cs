using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Inward.Asks.Wording;
using Inward.Server.House.Words;

namespace Inward.Server.Tests.House;

/// <summary>Whatever a person reads is asked of the dictionary, and the dictionary knows it in German.</summary>
public sealed partial class WordsTests(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/asks", "/asks?view=board", "/asks?view=calendar", "/asks?pick=true", "/asks/new", "/asks/filter?state=blocked&any=due:late", "/asks?state=blocked&any=due:late", "/asks/bulk", "/views", "/views?of=asks&due=late", "/views?of=people&q=Wanda", "/thanks", "/thanks/new", "/thanks/due", "/thanks/units", "/thanks/statement", "/thanks/coach",
        "/conversations/filter?any=kind:need", "/conversations?any=channel:visit,kind:need", "/people/filter?any=language:de", "/people?any=language:de,language:en",
        "/conversations", "/conversations?q=nothing-at-all", "/conversations/new", "/customers", "/customers/new", "/sales", "/sales/new", "/verbatims/new", "/people", "/people?q=nobody-at-all", "/teams", "/search", "/search?q=nothing", "/signout", "/notes", "/settings/records", "/settings/mail", "/teams/mail", "/trash", "/journeys", "/journeys/new", "/chains", "/chains/new", "/objectives", "/objectives?show=closed", "/objectives/new", "/ideas", "/ideas?show=declined", "/ideas/new", "/ideas/wanted/new", "/passages",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_word_on_a_page_was_asked_of_the_dictionary(string path)
    {
        var marta = await house.Browse(Cast.Marta);
        marta.Cookies["language"] = "qps";
        var page = await marta.Open(path);
        Unasked(page.Expect(200).Document.Body!).ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_nobody_asked_is_found()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body><p>⟦ásked⟧</p><p>hard-coded</p><input placeholder='also hard-coded'></body>");
        Unasked(page.Body!).ShouldBe(["hard-coded", "also hard-coded"]);
    }

    [Fact]
    public void Every_sentence_of_the_source_is_known_in_german() =>
        Sentences().Concat(WordingCoach.Templates).Where(s => !Tongue.German.Sentences.ContainsKey(s)).ShouldBeEmpty();

    [Fact]
    public void The_sentences_of_the_source_are_found()
    {
        var sentences = Sentences().ToList();
        sentences.ShouldContain("Nobody has answered yet.");
        sentences.ShouldContain("Only the colleague who was asked can promise.");
        sentences.Count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void A_translation_has_the_gaps_of_its_sentence()
    {
        foreach (var (english, german) in Tongue.German.Sentences)
            Gap().Matches(german).Select(g => g.Value).Distinct().Except(Gap().Matches(english).Select(g => g.Value)).ShouldBeEmpty(english);
    }

    // Names, dates, keys and what people wrote are data; everything else is a word.
    internal static IEnumerable<string> Unasked(IElement body)
    {
        var texts = body.GetDescendants().OfType<IText>().Where(t => t.ParentElement is not ({ LocalName: "script" or "kbd" or "time" } or { ClassName: not null } and { ClassName: "d" }))
            .Select(t => t.Text.Trim());
        var spoken = body.QuerySelectorAll("[placeholder], [aria-label], [title]:not(time)").SelectMany(e => new[] { e.GetAttribute("placeholder"), e.GetAttribute("aria-label"), e.GetAttribute("title") });
        return texts.Concat(spoken.OfType<string>()).Where(t => Letters().IsMatch(t) && !t.Contains('⟦', StringComparison.Ordinal) && !IsData(t)).Distinct();
    }

    private static bool IsData(string text) =>
        text is "Inward" || Calendar().IsMatch(text) || typeof(Cast).GetFields().Select(f => f.GetValue(null)).OfType<Colleague>().Any(c => c.Name == text || c.Title == text || c.Email == text || text == Initials(c.Name))
        || text is "Osterfenn" or "English" or "Deutsch" || text.Split(Inward.People.TeamTree.Step).All(team => team is "Leadership" or "Sales North" or "Warehouse" or "Finance and Purchasing");

    private static string Initials(string name) => string.Concat(name.Split(' ').Select(w => w[0]));

    private static IEnumerable<string> Sentences()
    {
        foreach (var file in Directory.EnumerateFiles(Place.InRepository("src"), "*.cs*", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains("Inward.Cli", StringComparison.Ordinal)))
        {
            foreach (Match match in Asked().Matches(File.ReadAllText(file)))
            {
                foreach (var said in match.Groups.Values.Skip(1).Where(g => g.Success))
                    yield return said.Value.Replace("\\\"", "\"", StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex("""(?:\b[Tt]\[|\bnew Sentence\(\s*|Rule\.(?:NotYours|NotNow)\(\s*(?:new Sentence\()?|Rule\.Invalid\(\s*"\w+",\s*(?:new Sentence\()?|new Wrong\(\s*"\w+",\s*(?:new Sentence\()?)"((?:[^"\\]|\\.)*)"[\],)]|\b[Tt]\.Count\([^"]*?"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"|^\s*\["[\w/{}-]+"\] = "((?:[^"\\]|\\.)*)",$""", RegexOptions.Multiline)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?|Tue|Wed|Thu|Sat|January|February|March|April|May|June|July|August|September|October|November|December|\d+|,|\s)+$")]
    private static partial Regex Calendar();
}
