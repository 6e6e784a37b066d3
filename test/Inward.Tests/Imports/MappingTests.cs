using Inward.House;
using Inward.House.Imports;

namespace Inward.Tests.Imports;

public class MappingTests
{
    private readonly Noticings noticed = new();
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    [Fact]
    public void A_field_is_a_column_words_with_columns_or_the_first_that_says_something()
    {
        var rows = Rows("no,first,last,nick\n7,Ann,Meyer,\n8,,,Bo\n", """
            {"kind":"people","fields":{"key":"No","name":{"firstOf":[{"text":"{first} {last}"},"nick"]},"lead":{"text":"yes"}}}
            """);
        rows.Select(row => (row["key"], row["name"], row["lead"], row["email"]))
            .ShouldBe([("7", "Ann Meyer", "yes", ""), ("8", "Bo", "yes", "")]);
        rows[0].Number.ShouldBe(2);
    }

    [Fact]
    public void Words_stay_silent_where_their_columns_are() =>
        Rows("no\n7\n\" \"\n", """{"kind":"sales","fields":{"name":{"text":"Order {no}"}}}""").ShouldHaveSingleItem()["name"].ShouldBe("Order 7");

    [Fact]
    public void Rows_are_chosen_by_what_a_column_says()
    {
        const string file = "day,name,gone\n2026-01-31,Ann,no\n2026-03-31,Bob,YES\n2026-03-31,Cy,no\n";
        Rows(file, """{"kind":"people","fields":{"name":"name"},"only":[{"column":"day","is":"2026-01-31"}]}""").Select(row => row["name"]).ShouldBe(["Ann"]);
        Rows(file, """{"kind":"people","fields":{"name":"name"},"only":[{"column":"gone","isNot":"yes"}]}""").Select(row => row["name"]).ShouldBe(["Ann", "Cy"]);
        Rows(file, """{"kind":"people","fields":{"name":"name"},"only":[{"column":"day","latest":true}]}""").Select(row => row["name"]).ShouldBe(["Bob", "Cy"]);
        noticed.All.ShouldHaveSingleItem().ToString().ShouldContain("day is 2026-03-31");
    }

    [Fact]
    public void Words_of_the_file_can_be_read_as_others() =>
        Rows("name,boss\nAnn,xx\nBob,7\n", """{"kind":"people","fields":{"managerKey":"boss"},"values":{"managerKey":{"XX":""}}}""")
            .Select(row => row["managerKey"]).ShouldBe(["", "7"]);

    [Fact]
    public void Files_are_joined_by_key_and_the_latest_row_counts()
    {
        files["dept.csv"] = "no,name\nd1,Sales\nd2,Stores\n";
        files["heads.csv"] = "dept,who,since\nd1,7,2020-01-01\nd1,8,2024-01-01\nd1,9,2022-01-01\n";
        var rows = Rows("key,dept\n1,d1\n2,d2\n3,d9\n", """
            {"kind":"people","fields":{"key":"key",
             "team":{"lookUp":"dept","in":"dept.csv","match":"no","take":"name"},
             "managerKey":{"lookUp":"dept","in":"heads.csv","match":"dept","take":"who","latest":"since"}}}
            """);
        rows.Select(row => (row["team"], row["managerKey"])).ShouldBe([("Sales", "8"), ("Stores", ""), ("", "")]);
    }

    [Fact]
    public void Several_tables_are_read_one_after_the_other()
    {
        files["titles.csv"] = "no,title\n7,Buyer\n";
        var rows = Rows("no,name\n7,Ann\n", """
            {"kind":"people","tables":[{"fields":{"key":"no","name":"name"}},{"file":"titles.csv","fields":{"key":"no","title":"title"}}]}
            """);
        rows.Select(row => (row.File, row["key"], row["name"], row["title"])).ShouldBe([("people.csv", "7", "Ann", ""), ("titles.csv", "7", "", "Buyer")]);
    }

    [Fact]
    public void A_character_that_could_not_be_read_is_kept_and_told()
    {
        Rows("name\nM\uFFFDller\n", """{"kind":"people","fields":{"name":"name"}}""")[0]["name"].ShouldBe("M\uFFFDller");
        noticed.All.ShouldHaveSingleItem().ToString().ShouldStartWith("people.csv, row 2: “M\uFFFDller” holds a character");
    }

    [Fact]
    public void More_rows_than_a_preview_can_hold_are_refused() =>
        Should.Throw<BrokenRule>(() => Rows("name\n" + string.Concat(Enumerable.Repeat("x\n", Table.MostRows + 1)), """{"kind":"people","fields":{"name":"name"}}"""))
            .Message.ShouldContain("more than 200000 rows");

    [Theory]
    [InlineData("{", "not readable JSON (line 1)")]
    [InlineData("[]", "The map: Here names and values in { } are expected.")]
    [InlineData("""{"kind":"cars","fields":{}}""", "“cars” cannot be imported.")]
    [InlineData("""{"kind":"people","feilds":{}}""", "“feilds” means nothing here.")]
    [InlineData("""{"kind":"people"}""", "“fields” is missing.")]
    [InlineData("""{"kind":"people","fields":{"managr":"x"}}""", "people have no field “managr”.")]
    [InlineData("""{"kind":"people","fields":{"name":7}}""", "The map.fields.name")]
    [InlineData("""{"kind":"people","fields":{"name":{"text":"{first"}}}""", "opens a brace")]
    [InlineData("""{"kind":"people","fields":{"name":"nom"}}""", "the column “nom”, which “people.csv” does not have. It has: name.")]
    [InlineData("""{"kind":"people","fields":{"name":{"lookUp":"name","in":"../secret.csv","match":"a","take":"b"}}}""", "named without a folder")]
    [InlineData("""{"kind":"people","tables":[{"file":"/etc/passwd","fields":{"name":"name"}}]}""", "named without a folder")]
    [InlineData("""{"kind":"people","fields":{"name":"name"},"only":[{"column":"name"}]}""", "The map.only[1]: Say what “name” must be")]
    [InlineData("""{"kind":"people","fields":{"name":"name"},"dates":"usual"}""", "dayFirst or monthFirst")]
    [InlineData("""{"kind":"people","about":"\ud800","fields":{"name":"name"}}""", "a character that is not one")]
    public void A_map_that_cannot_be_followed_says_where_and_why(string map, string why) =>
        Should.Throw<BrokenRule>(() => Rows("name\nAnn\n", map)).Message.ShouldContain(why);

    [Fact]
    public void A_map_is_written_as_it_is_read()
    {
        const string map = """
            {"kind":"people","about":"Ours","dates":"dayFirst","keepUnnamed":true,"tables":[
             {"fields":{"key":"no","name":{"text":"{a} {b}"},"title":{"firstOf":["t",{"text":"x"}]}},
              "only":[{"column":"c","is":"1"},{"column":"c","isNot":"2"},{"column":"c","latest":true}],"values":{"key":{"XX":""}}},
             {"file":"b.csv","fields":{"team":{"lookUp":"d","in":"c.csv","match":"n","take":"m","latest":"l"}}}]}
            """;
        var written = MapFile.Write(MapFile.Read(map));
        MapFile.Write(MapFile.Read(written)).ShouldBe(written);
        System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(written), System.Text.Json.Nodes.JsonNode.Parse(map)).ShouldBeTrue(written);
    }

    private List<MappedRow> Rows(string text, string map) => Lines.Rows(MapFile.Read(map), text, noticed, files);
}
