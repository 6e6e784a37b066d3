using System.Text.Json.Nodes;
using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Server.Tests.Imports;

public class RealPeopleTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly Noticings noticed = new();

    [Fact]
    public void One_real_firm_told_by_keys_alone()
    {
        var answers = RealData.Answers("email-manufacturing/org");
        var plan = Plan("email-manufacturing", "reports_to.csv", RealData.Map("reports-to"));
        plan.People.Count.ShouldBe((int)answers["employees_in_reporting_file"]!);
        plan.Lines.Managers.Count.ShouldBe((int)answers["managers"]!);
        plan.Lines.Tops.ShouldBe(answers["top_of_tree"]!.AsArray().Select(top => (string)top!));
        Widest(plan, 4).ShouldBe(Spans(answers["widest_span"]!));
        plan.People.ShouldAllBe(change => change.Became == Became.Created && change.After.Name == change.After.ExternalKey);
        var top = plan.Lines.Loops.ShouldHaveSingleItem().ShouldHaveSingleItem();
        Said(plan).ShouldContain($"{top} reports to themself: taken as a top.");
        plan.People.Where(change => change.After.Manager is null).ShouldHaveSingleItem().After.ExternalKey.ShouldBe(top);
        plan.Tree.Tops.ShouldHaveSingleItem();
    }

    public static TheoryData<string> Departments() =>
    [
        "cabinet_office_senior", "department_for_international_development_senior", "department_for_transport_senior",
        "home_office_senior", "land_registry_senior", "ministry_of_justice_senior",
    ];

    [Theory]
    [MemberData(nameof(Departments))]
    public void Every_snapshot_of_a_department_matches(string department)
    {
        foreach (var (snapshot, answer) in RealData.Answers($"org-ukgov/{department}").AsObject())
        {
            var noticed = new Noticings();
            var plan = Plan("org-ukgov", department + ".csv", Snapshot(RealData.Map("uk-organogram"), snapshot), noticed);
            int Answer(string name) => (int)answer![name]!;
            var figures = plan.Figures;
            (figures.Rows, figures.Posts, figures.RepeatedPosts, figures.Vacant, figures.Abolished, figures.Unnamed)
                .ShouldBe((Answer("rows"), Answer("posts"), Answer("duplicate_refs"), Answer("vacant"), Answer("eliminated"), Answer("undisclosed")), snapshot);
            (plan.Lines.Tops.Count, plan.Lines.Orphans.Count, plan.Lines.InLoop.Count, plan.Lines.Depth)
                .ShouldBe((Answer("roots"), Answer("orphans"), Answer("in_cycle"), Answer("max_depth")), snapshot);
            Widest(plan, 1).ShouldBe(Spans(answer!["widest"]!), snapshot);
            Said(plan).Count(said => said.Contains(" is vacant.", StringComparison.Ordinal)).ShouldBe(Answer("vacant"));
            Said(plan).Count(said => said.Contains(" is neither in this file", StringComparison.Ordinal)).ShouldBe(Answer("orphans"));
            plan.Tree.Loops.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void From_one_snapshot_to_the_next_the_same_changes_are_found(string department)
    {
        ReportingLines<string>? before = null;
        foreach (var (snapshot, answer) in RealData.Answers($"org-ukgov/{department}").AsObject())
        {
            var lines = Plan("org-ukgov", department + ".csv", Snapshot(RealData.Map("uk-organogram"), snapshot), new Noticings()).Lines;
            if (before is not null)
            {
                var (old, now) = (Lines(before), Lines(lines));
                now.Keys.Except(old.Keys, StringComparer.Ordinal).Count().ShouldBe((int)answer!["added"]!, snapshot);
                old.Keys.Except(now.Keys, StringComparer.Ordinal).Count().ShouldBe((int)answer["removed"]!, snapshot);
            }
            before = lines;
        }
        static Dictionary<string, string> Lines(ReportingLines<string> lines) =>
            lines.Tops.Concat(lines.Orphans).Concat(lines.InLoop).Concat(lines.Tops.SelectMany(lines.Below)).Concat(lines.Orphans.SelectMany(lines.Below)).Distinct(StringComparer.Ordinal)
                .ToDictionary(post => post, post => lines.TryManagerOf(post, out var manager) ? manager : "", StringComparer.Ordinal);
    }

    [Fact]
    public void A_handbook_where_managers_came_later_and_some_hold_two_posts()
    {
        var answers = RealData.Answers("org-sourcegraph");
        foreach (var end in (string[])["first", "last"])
        {
            var snapshot = (string)answers[end]![0]!;
            var expected = answers[end]![1]!.AsArray().Select(count => (int)count!).ToArray();
            var plan = Plan("org-sourcegraph", "snapshots.csv", Snapshot(RealData.Map("sourcegraph-handbook"), snapshot), new Noticings());
            int[] found = [plan.Figures.Rows, plan.People.Count, plan.Lines.Tops.Count, plan.Lines.Orphans.Count];
            found.ShouldBe(expected, snapshot);
        }
        var latest = Plan("org-sourcegraph", "snapshots.csv", RealData.Map("sourcegraph-handbook"));
        latest.People.Count.ShouldBe((int)answers["last"]![1]![1]!);
        Widest(latest, 3).ShouldBe(Spans(answers["widest_span"]!));
        Said(latest).Count(said => said.Contains(" posts: ", StringComparison.Ordinal)).ShouldBe((int)answers["people_with_two_entries"]!);
        latest.Tree.Tops.Count.ShouldBe(1);
    }

    [Fact]
    public void Managers_told_by_places_in_a_tree_and_departments_with_their_history()
    {
        var answers = RealData.Answers("adventureworks-hr");
        var plan = Plan("adventureworks-hr", "Employee.csv", RealData.Map("adventureworks"));
        plan.People.Count.ShouldBe((int)answers["employees"]!);
        plan.Figures.LeftOut.ShouldBe(0);
        var departments = plan.Teams.ToDictionary(change => change.After.Id, change => change.After.Name);
        plan.Memberships.Select(change => change.After.Team).Distinct().Count().ShouldBe((int)answers["departments"]!);
        (plan.Memberships.Count - plan.People.Count).ShouldBe((int)answers["moves"]!);
        plan.Memberships.GroupBy(change => change.After.Person).Count(stays => stays.Select(stay => stay.After.Team).Distinct().Count() > 1)
            .ShouldBe((int)answers["people_with_more_than_one_department"]!);
        foreach (var (department, count) in answers["current_by_department"]!.AsObject())
            plan.Memberships.Count(change => change.After.To is null && departments[change.After.Team] == department).ShouldBe((int)count!, department);
        foreach (var (level, count) in answers["levels"]!.AsObject())
        {
            var depth = level.Length == 0 ? 0 : int.Parse(level, System.Globalization.CultureInfo.InvariantCulture);
            plan.People.Count(change => plan.Lines.LevelOf(change.After.ExternalKey!) == depth + 1).ShouldBe((int)count!, level);
        }
        plan.Lines.Orphans.ShouldBeEmpty();
    }

    [Fact]
    public void Ten_thousand_people_from_five_files_joined_by_key()
    {
        var answers = RealData.Answers("employees-synthetic");
        var plan = Plan("employees-synthetic", "employee.csv", RealData.Map("employees-sample"));
        plan.People.Count.ShouldBe((int)answers["employees"]!);
        plan.Figures.LeftOut.ShouldBe(0);
        var stays = plan.Memberships.Where(change => !change.After.Lead).ToList();
        stays.Count.ShouldBe((int)answers["assignments"]!);
        stays.Count(change => change.After.To is null).ShouldBe((int)answers["current"]!);
        stays.GroupBy(change => change.After.Person).Count(person => person.Count() > 1).ShouldBe((int)answers["changed_department"]!);
        var teams = plan.Teams.ToDictionary(change => change.After.Id, change => change.After.Name);
        stays.Where(change => change.After.To is null).GroupBy(change => teams[change.After.Team]).ToDictionary(team => team.Key, team => team.Count())
            .ShouldBe(answers["current_by_department"]!.AsObject().ToDictionary(team => team.Key, team => (int)team.Value!), ignoreOrder: true);
        plan.Memberships.Count(change => change.After.Lead).ShouldBe((int)answers["managers"]!);
        plan.Memberships.Count(change => change.After is { Lead: true, To: null }).ShouldBe((int)answers["current_managers"]!);
        plan.Lines.Orphans.ShouldBeEmpty();
        plan.Tree.Loops.ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_that_a_spreadsheet_made_decimal_still_find_their_manager()
    {
        RealData.Answers("northwind");
        var plan = Plan("northwind", "Employees.csv", RealData.Map("northwind-people"));
        plan.Lines.Tops.ShouldHaveSingleItem();
        plan.Lines.Orphans.ShouldBeEmpty();
        plan.Lines.Depth.ShouldBe(3);
    }

    [Theory]
    [InlineData("email-manufacturing", "reports_to.csv", "reports-to")]
    [InlineData("org-ukgov", "home_office_senior.csv", "uk-organogram")]
    [InlineData("org-sourcegraph", "snapshots.csv", "sourcegraph-handbook")]
    [InlineData("adventureworks-hr", "Employee.csv", "adventureworks")]
    [InlineData("employees-synthetic", "employee.csv", "employees-sample")]
    public void Importing_a_file_a_second_time_changes_nothing(string set, string file, string map)
    {
        RealData.Answers("northwind");
        var first = Plan(set, file, RealData.Map(map));
        var roster = new Roster(first.People[0].After.Workspace, [.. first.People.Select(change => change.After)],
            [.. first.Teams.Select(change => change.After)], [.. first.Memberships.Select(change => change.After)]);
        var noticed = new Noticings();
        var again = PeoplePlan.For(RealData.Rows(set, file, RealData.Map(map), noticed), RealData.Map(map), roster, Today, Now, noticed);
        again.People.ShouldAllBe(change => change.Became == Became.Unchanged);
        again.Teams.ShouldAllBe(change => change.Became == Became.Unchanged);
        again.Memberships.ShouldAllBe(change => change.Became == Became.Unchanged);
        again.People.Count.ShouldBe(first.People.Count);
        again.Memberships.Count.ShouldBe(first.Memberships.Count);
    }

    [Fact]
    public void Every_map_of_the_guide_can_be_read() =>
        RealData.Maps().ShouldAllBe(file => MapFile.Read(File.ReadAllText(file)).About!.Length > 20);

    private PeoplePlan Plan(string set, string file, ImportMap map) => Plan(set, file, map, noticed);

    private static PeoplePlan Plan(string set, string file, ImportMap map, Noticings noticed) =>
        PeoplePlan.For(RealData.Rows(set, file, map, noticed), map, Roster.Empty(Id.New(Now)), Today, Now, noticed);

    private static ImportMap Snapshot(ImportMap map, string day) =>
        map with { Tables = [map.Tables[0] with { Only = [new Only.Is("snapshot", day)] }] };

    private static IEnumerable<string> Said(PeoplePlan plan) => plan.Noticed.Select(noticed => noticed.Sentence.ToString());

    private static IEnumerable<(string, int)> Widest(PeoplePlan plan, int most) => plan.Lines.Widest(most).Select(span => (span.Who, span.Span));

    private static IEnumerable<(string, int)> Spans(JsonNode spans) => spans.AsArray().Select(span => ((string)span![0]!, (int)span[1]!));
}
