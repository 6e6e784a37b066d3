using System.Text.Json;
using Inward.House;
using Inward.House.Imports;
using Inward.Lists;
using Inward.People;
using Inward.Tests.Imports;

namespace Inward.Tests.People;

public class CompanyFieldTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-23T08:00:00Z");
    private static readonly Id Workspace = Id.New(Now);
    private static readonly CompanyField Site = Field("Site", FieldKind.Choice, "Hamburg", "Gdańsk");
    private static readonly CompanyField Desk = Field("Desk", FieldKind.Text);
    private static readonly CompanyField Hours = Field("Hours", FieldKind.Number);
    private static readonly CompanyField Since = Field("With us since", FieldKind.Day);
    private static readonly CompanyField Helper = Field("First aider", FieldKind.YesNo) with { Writer = FieldWriter.Administrators };
    private static readonly CompanyField[] All = [Site, Desk, Hours, Since, Helper];
    private static readonly Person Wanda = new(Workspace, Id.New(Now), "Wanda Lorenz");

    [Theory]
    [InlineData("Site", " gdańsk ", "Gdańsk")]
    [InlineData("Desk", " by the window ", "by the window")]
    [InlineData("Hours", "38.50", "38.5")]
    [InlineData("Hours", "-0", "0")]
    [InlineData("With us since", "2020-02-29", "2020-02-29")]
    [InlineData("First aider", "true", "yes")]
    [InlineData("First aider", "No", "no")]
    [InlineData("Desk", "  ", null)]
    public void A_value_is_kept_in_one_spelling(string field, string typed, string? kept) =>
        Filled(field, typed).Fields[All.First(f => f.Name == field).Id].ShouldBe(kept);

    [Theory]
    [InlineData("Site", "Berlin", "“Berlin” is none of Hamburg, Gdańsk.")]
    [InlineData("Hours", "many", "“many” is not a number, such as 12.5.")]
    [InlineData("Hours", "1e30", "“1e30” is not a number, such as 12.5.")]
    [InlineData("Hours", "1.0000001", "“1.0000001” is not a number, such as 12.5.")]
    [InlineData("With us since", "29.02.2021", "“29.02.2021” is not a day, such as 2026-11-21.")]
    [InlineData("First aider", "perhaps", "“perhaps” is neither yes nor no.")]
    [InlineData("Shoe size", "44", "There is no field called “Shoe size”.")]
    public void What_cannot_be_is_refused_in_a_sentence(string field, string typed, string sentence) =>
        Should.Throw<BrokenRule>(() => Filled(field, typed)).Fields.ShouldHaveSingleItem().Sentence.ToString().ShouldBe(sentence);

    [Fact]
    public void A_text_that_does_not_fit_or_is_broken_is_refused()
    {
        Should.Throw<BrokenRule>(() => Filled("Desk", new string('x', 501))).Sentence.ToString().ShouldBe("This is too long: 501 characters, and at most 500 fit.");
        Should.Throw<BrokenRule>(() => Filled("Desk", "a\0b"));
    }

    [Fact]
    public void Each_fills_in_their_own_and_only_administrators_what_is_theirs()
    {
        Told(Desk, "7", by: Wanda.Id, administrator: false).Fields[Desk.Id].ShouldBe("7");
        Should.Throw<BrokenRule>(() => Told(Desk, "7", by: Id.New(Now), administrator: false)).Sentence.ToString().ShouldBe("Only Wanda Lorenz or an administrator changes this.");
        Should.Throw<BrokenRule>(() => Told(Helper, "yes", by: Wanda.Id, administrator: false)).Why.ShouldBe(Broken.NotYours);
        Told(Helper, "yes", by: Id.New(Now), administrator: true).Fields[Helper.Id].ShouldBe("yes");
        // A form sends every field as it stands.
        Told(Helper, "", by: Wanda.Id, administrator: false).ShouldBe(Wanda);
    }

    [Fact]
    public void What_is_not_named_stays_and_null_empties()
    {
        var filled = Filled("Desk", "7").Filled(All, new Dictionary<string, string?> { ["Hours"] = "20" }, Wanda.Id, true);
        filled.Fields.All.Count.ShouldBe(2);
        filled.Filled(All, new Dictionary<string, string?> { [Desk.Id.ToString()] = null }, Wanda.Id, true).Fields.All.Keys.ShouldBe([Hours.Id]);
    }

    [Fact]
    public void A_choice_that_is_offered_no_more_stays_where_it_was_chosen()
    {
        var fewer = Site with { Choices = ["Hamburg"] };
        var filled = Filled("Site", "Gdańsk");
        filled.Filled([fewer], new Dictionary<string, string?> { ["Site"] = "Gdańsk" }, Wanda.Id, false).ShouldBe(filled);
        Should.Throw<BrokenRule>(() => Wanda.Filled([fewer], new Dictionary<string, string?> { ["Site"] = "Gdańsk" }, Wanda.Id, false));
    }

    [Fact]
    public void A_retired_field_takes_nothing_and_keeps_what_it_says()
    {
        var retired = Site.Retold(FieldTold.Of(Site) with { Retired = true }, [], Now);
        retired.RetiredAt.ShouldBe(Now);
        var filled = Filled("Site", "Hamburg");
        Should.Throw<BrokenRule>(() => filled.Filled([retired], new Dictionary<string, string?> { [Site.Id.ToString()] = "Gdańsk" }, Wanda.Id, true)).Sentence.ToString().ShouldBe("The field “Site” is not used any more.");
        filled.Fields[Site.Id].ShouldBe("Hamburg");
        retired.Retold(FieldTold.Of(retired) with { Retired = false }, [], Now).IsInUse.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "A field needs a name.")]
    [InlineData("…", "A name has a letter or a digit.")]
    [InlineData("E-mail", "“E-mail” is what Inward itself calls something of every colleague. Choose another name.")]
    [InlineData("Manager's key", "“Manager's key” is what Inward itself calls something of every colleague. Choose another name.")]
    [InlineData("site", "There is a field called “site” already.")]
    public void A_field_has_a_name_of_its_own(string name, string sentence) =>
        Should.Throw<BrokenRule>(() => Desk.Retold(FieldTold.Of(Desk) with { Name = name }, [Site], Now)).Fields[0].Sentence.ToString().ShouldBe(sentence);

    [Fact]
    public void A_field_keeps_its_kind_and_a_choice_has_something_to_choose()
    {
        Should.Throw<BrokenRule>(() => Desk.Retold(FieldTold.Of(Desk) with { Kind = FieldKind.Number }, [], Now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("kind");
        Should.Throw<BrokenRule>(() => Site.Retold(FieldTold.Of(Site) with { Choices = [" "] }, [], Now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("choices");
        Should.Throw<BrokenRule>(() => Desk.Retold(FieldTold.Of(Desk), [.. Enumerable.Range(0, 30).Select(n => Field($"F{n}", FieldKind.Day))], Now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("name");
    }

    [Fact]
    public void A_field_stays_with_colleagues_or_with_teams()
    {
        var dock = Field("Dock", FieldKind.Number) with { About = FieldAbout.Team };
        var team = new Team(Workspace, Id.New(Now), "Warehouse");
        Team Told(CompanyField field, bool isMember) => team.Filled([.. All, dock], new Dictionary<string, string?> { [field.Name] = "7" }, isMember, administrator: false);
        (Told(dock, isMember: true).Fields[dock.Id], Told(dock, isMember: true).Version).ShouldBe(("7", 2));
        Should.Throw<BrokenRule>(() => Told(dock, isMember: false)).Sentence.ToString().ShouldBe("Only those who are in Warehouse or an administrator change this.");
        Should.Throw<BrokenRule>(() => Told(Desk, isMember: true)).Sentence.ToString().ShouldBe("There is no field called “Desk”.");
        Should.Throw<BrokenRule>(() => Wanda.Filled([dock], new Dictionary<string, string?> { ["Dock"] = "7" }, Wanda.Id, true)).Sentence.ToString().ShouldBe("There is no field called “Dock”.");
        Should.Throw<BrokenRule>(() => dock.Retold(FieldTold.Of(dock) with { About = FieldAbout.Person }, [], Now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("about");
    }

    [Theory]
    [InlineData("Hamburg", 9, "2019-05-01", "Lathe 100%", "Site=hamburg")]
    [InlineData("Hamburg", 9, "2019-05-01", "Lathe 100%", "Hours.from=9", "Hours.to=9")]
    [InlineData("Hamburg", -5, "2019-05-01", "Lathe 100%", "Hours=-5")]
    [InlineData("Hamburg", 9, "2019-05-01", "Lathe 100%", "With us since.to=2019-05-01", "Desk=LATHE", "Site=Gdańsk", "Site=Hamburg")]
    [InlineData("Gdańsk", 9, "2019-05-01", "Lathe", "!Site=Hamburg")]
    [InlineData("Gdańsk", 10, "2019-05-01", "Lathe", "!Hours.to=9.5")]
    [InlineData("Gdańsk", 10, "2019-05-01", "Lathe", "!With us since.from=2019-05-02")]
    [InlineData("Gdańsk", 10, "2019-05-01", "Lathe", "!Desk=100%")]
    public void What_a_team_s_fields_say_fits_a_filter(string site, int hours, string since, string desk, params string[] filters)
    {
        CompanyField[] fields = [.. All.Select(field => field with { CanFilter = true, About = FieldAbout.Team })];
        var team = new Team(Workspace, Id.New(Now), "Warehouse").Filled(fields, new Dictionary<string, string?> { ["Site"] = site, ["Hours"] = $"{hours}", ["With us since"] = since, ["Desk"] = desk }, isMember: true, administrator: false);
        var fits = !filters[0].StartsWith('!');
        TeamFilter.Typed(filters.Select(f => f.TrimStart('!').Split('=')).Select(f => ($"field.{f[0]}", f[1])), fields).Fits(team).ShouldBe(fits);
        TeamFilter.Typed([("field.Site", site)], fields).Fits(new Team(Workspace, Id.New(Now), "Empty")).ShouldBeFalse();
    }

    [Fact]
    public void A_choice_is_renamed_wherever_it_was_chosen_and_two_may_change_places()
    {
        var told = FieldTold.Of(Site) with { Renamed = new Dictionary<string, string> { ["hamburg"] = "Altona", ["Gdańsk"] = "Hamburg" } };
        var after = Site.Retold(told, [], Now);
        after.Choices.ShouldBe(["Altona", "Hamburg"]);
        Site.Renames(told, after).ShouldBe(new Dictionary<string, string> { ["Hamburg"] = "Altona", ["Gdańsk"] = "Hamburg" }, ignoreOrder: true);
    }

    [Fact]
    public void Numbers_stand_in_their_order_when_they_stand_in_the_order_of_their_letters()
    {
        decimal[] numbers = [-999_999_999_999m, -2.5m, -2m, 0m, 0.000001m, 1m, 9m, 10m, 999_999_999_999.999999m];
        var written = numbers.Select(n => FieldKinds.Ordered(n.ToString(System.Globalization.CultureInfo.InvariantCulture))!).ToList();
        written.ShouldBe(written.Order(StringComparer.Ordinal));
        written.Distinct().Count().ShouldBe(numbers.Length);
    }

    [Fact]
    public void Colleagues_are_found_by_a_field_that_says_so()
    {
        var seen = Hours with { CanFilter = true };
        var site = Site with { CanFilter = true };
        Each([seen], ("hours.from", "20"), ("Hours.to", "30")).ShouldHaveSingleItem().IsNumber.ShouldBeTrue("both ends of a field are one question");
        Any([seen], ("hours.from", "30"), ("Hours.to", "20")).Count.ShouldBe(2, "of which one is enough");
        Each([site], ("Site", "hamburg"), (site.Id.ToString(), "Gdańsk")).ShouldHaveSingleItem().Values.ShouldBe(["hamburg", "gdańsk"]);
        Any([site, seen], ("Site", "Hamburg"), ("Hours", "20"), ("Site", "Gdańsk")).Count.ShouldBe(2);
        Should.Throw<BrokenRule>(() => Each([Hours], ("Hours", "20"))).Sentence.ToString().ShouldBe("There is no field “Hours” to filter by.");
        Should.Throw<BrokenRule>(() => Each([seen], ("Hours", "few"))).Fields.Select(w => (w.Name, w.Sentence.ToString())).ShouldBe([("field.Hours", "“few” is not a number, such as 12.5.")]);
        Should.Throw<BrokenRule>(() => Any([seen], ("Hours", "few"))).Fields.ShouldHaveSingleItem().Name.ShouldBe("any");
        Should.Throw<BrokenRule>(() => Any([seen], [.. Enumerable.Range(0, 5).Select(n => ("Hours.from", $"{n}"))])).Sentence.ToString().ShouldBe("At most 4 fields can be asked for at once.");
    }

    private static IReadOnlyList<FieldFilter> Each(CompanyField[] fields, params (string Field, string Value)[] says) => new PeopleFilter { Each = Chosen(says) }.Own(fields).Each;

    private static IReadOnlyList<FieldFilter> Any(CompanyField[] fields, params (string Field, string Value)[] says) => new PeopleFilter { Any = Chosen(says) }.Own(fields).Any;

    private static Choice Chosen((string Field, string Value)[] says) => new([.. says.Select(s => new Condition(Condition.Own + s.Field, s.Value))]);

    [Fact]
    public void Values_come_back_from_json_as_they_went_in()
    {
        var filled = Filled("Site", "Hamburg");
        JsonSerializer.Deserialize<Person>(JsonSerializer.Serialize(filled))!.Fields.ShouldBe(filled.Fields);
        JsonSerializer.Deserialize<FieldValues>("{}").ShouldBe(FieldValues.None);
    }

    [Fact]
    public void Of_two_entries_that_become_one_each_fills_what_the_other_lacks_and_what_changed_since_stays()
    {
        var gone = new Person(Workspace, Id.New(Now), "W. Lorenz") { Fields = Filled("Desk", "9").Filled(All, new Dictionary<string, string?> { ["Hours"] = "20" }, Wanda.Id, true).Fields };
        var kept = Filled("Desk", "7");
        var merged = new Merging(kept, gone).Merged;
        (merged.Fields[Desk.Id], merged.Fields[Hours.Id]).ShouldBe(("7", "20"));
        var now = merged with { Fields = merged.Fields.With(Desk.Id, "8") };
        var parted = Merging.Parted(now, kept, merged);
        (parted.Fields[Desk.Id], parted.Fields[Hours.Id]).ShouldBe(("8", null));
    }

    [Fact]
    public void A_file_fills_fields_by_their_names_and_what_does_not_fit_is_told_with_its_row()
    {
        var file = "name,key,Site,Hours,With us since,First aider\nAnn,1,hamburg,38.5,31.12.2020,x\nBob,2,Berlin,many,soon,nein";
        var plan = Plan(file, out _);
        var ann = plan.People[0].After.Fields;
        (ann[Site.Id], ann[Hours.Id], ann[Since.Id], ann[Helper.Id]).ShouldBe(("Hamburg", "38.5", "2020-12-31", "yes"));
        plan.People[1].After.Fields.All.Values.ShouldBe(["no"]);
        plan.Noticed.Select(n => n.ToString()).ShouldBe(
        [
            "people.csv, row 3: Site: “Berlin” is none of Hamburg, Gdańsk. It is left out.",
            "people.csv, row 3: Hours: “many” is not a number, such as 12.5. It is left out.",
            "people.csv, row 3: With us since: “soon” is not a day, such as 2026-11-21. It is left out.",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_file_is_taken_back_field_by_field_and_an_empty_cell_takes_nothing_away()
    {
        var before = Wanda with { ExternalKey = "1", Fields = Filled("Desk", "7").Fields };
        var plan = Plan("key,Desk,Hours,Site\n1,9,20,", out var roster, before);
        var change = plan.People.ShouldHaveSingleItem();
        change.Became.ShouldBe(Became.Updated);
        (change.After.Fields[Desk.Id], change.After.Fields[Hours.Id]).ShouldBe(("9", "20"));
        var now = change.After with { Fields = change.After.Fields.With(Desk.Id, "11") };
        var undo = PeopleUndo.For(plan.People, [], [], roster with { People = [now] }, new Dictionary<Id, Sentence>());
        var back = undo.People.PutBack.ShouldHaveSingleItem().Fields;
        (back[Desk.Id], back[Hours.Id]).ShouldBe(("11", null));
        undo.Noticed.ShouldHaveSingleItem().ToString().ShouldContain("Desk was changed since the import and stays.");
    }

    [Fact]
    public void A_map_names_a_field_and_one_that_is_not_there_is_refused()
    {
        var map = MapFile.Read("""{"kind": "people", "fields": {"name": "Who", "field:site": "Ort"}}""");
        MapFile.Read(MapFile.Write(map)).Tables[0].Fields.Keys.ShouldContain("field:site");
        var noticed = new Noticings();
        var roster = Roster.Empty(Workspace) with { Fields = All };
        PeoplePlan.For(Lines.Rows(map, "Who,Ort\nAnn,Hamburg", noticed), map, roster, new DateOnly(2026, 11, 23), Now, noticed).People[0].After.Fields[Site.Id].ShouldBe("Hamburg");
        var lost = MapFile.Read("""{"kind": "people", "fields": {"name": "Who", "field:town": "Ort"}}""");
        Should.Throw<BrokenRule>(() => PeoplePlan.For(Lines.Rows(lost, "Who,Ort\nAnn,Hamburg", noticed), lost, roster, new DateOnly(2026, 11, 23), Now, noticed)).Sentence.ToString().ShouldBe("There is no field called “town”.");
        Should.Throw<BrokenRule>(() => MapFile.Read("""{"kind": "sales", "fields": {"field:site": "Ort"}}"""));
    }

    private static CompanyField Field(string name, FieldKind kind, params string[] choices) => new(Workspace, Id.New(Now), name, kind) { Choices = choices };

    private static Person Filled(string field, string typed) => Wanda.Filled(All, new Dictionary<string, string?> { [field] = typed }, Wanda.Id, administrator: true);

    private static Person Told(CompanyField field, string typed, Id by, bool administrator) => Wanda.Filled(All, new Dictionary<string, string?> { [field.Id.ToString()] = typed }, by, administrator);

    private static PeoplePlan Plan(string file, out Roster roster, params Person[] people)
    {
        var noticed = new Noticings();
        var map = Lines.Proposed(FieldColumns.Beside(ImportKind.People, All), file);
        roster = new Roster(Workspace, people, [], []) { Fields = All };
        return PeoplePlan.For(Lines.Rows(map, file, noticed), map, roster, new DateOnly(2026, 11, 23), Now, noticed);
    }
}
