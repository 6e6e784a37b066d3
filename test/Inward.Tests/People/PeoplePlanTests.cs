using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Tests.Imports;

namespace Inward.Tests.People;

public class PeoplePlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Id Workspace = Id.New(Now);

    [Fact]
    public void A_file_with_our_columns_becomes_people_teams_and_lines()
    {
        var plan = Plan("""
            name,email,key,title,team,managerEmail,managerKey,from,to
            Olga Brandt,olga@osterfenn.example,1,Managing director,Osterfenn,,,2020-01-01,
            Wanda Nowak,wanda@osterfenn.example,2,Warehouse lead,Osterfenn > Warehouse,olga@osterfenn.example,,2021-05-01,
            Jürgen Vogt,,3,Picker,Osterfenn > Warehouse,,2,2022-02-01,2030-01-31
            """);

        Names(plan).ShouldBe("Olga Brandt | Wanda Nowak → Olga Brandt | Jürgen Vogt → Wanda Nowak");
        Stays(plan).ShouldBe("Olga Brandt in Osterfenn 2020-01-01– | Wanda Nowak in Osterfenn > Warehouse 2021-05-01– | Jürgen Vogt in Osterfenn > Warehouse 2022-02-01–2030-01-31");
        plan.Noticed.ShouldBeEmpty();
        plan.InWords().Last().ToString().ShouldBe(
            "Reporting lines in the file: tops 1, people who report to themself 0, circles 0, unknown managers 0. As imported: tops 1, levels 3.");
    }

    [Theory]
    [InlineData("name,key\nAnn,7\nBob,7", "row 3: The key 7 is Ann in row 2; Bob cannot have it too.", "Ann")]
    [InlineData("name,key,email\nAnn,7,a@x.example\nBob,8,A@X.example", "row 3: The e-mail address A@X.example already belongs to Ann in row 2. Bob is imported without it.", "Ann | Bob")]
    [InlineData("name,key,userName\nAnn,7,annie\nBob,8,Annie", "row 3: The user name Annie already belongs to Ann in row 2. Bob is imported without it.", "Ann | Bob")]
    [InlineData("name,key\nAnn,7\nAnn,7", "row 3: It says the same as row 2 and changes nothing.", "Ann")]
    [InlineData("name,title\nAnn,Buyer\nann,Driver", "row 3: Ann stands in row 2 too and nothing tells them apart: taken as one person. A key or an e-mail address would.", "Ann")]
    [InlineData("name,key,managerKey\nAnn,7,9", "row 2: The manager “9” is neither in this file nor in Inward. The line is left out.", "Ann")]
    [InlineData("name,key,manager\nAnn,7,8\nAnn,8,\nBob,9,ann", "row 4: The manager “ann” could be any of 2 people of that name. The line is left out.", "Ann → Ann | Ann | Bob")]
    [InlineData("name,key,managerKey\nAnn,7,7", "Ann reports to themself: taken as a top.", "Ann")]
    [InlineData("name,key,managerKey\nAnn,7,8\nBob,8,7\nCy,9,8", "These report to each other in a circle: Ann, Bob. Their lines are left out until one is corrected.", "Ann | Bob | Cy → Bob")]
    [InlineData("name,key,managerKey\nAnn,7,\nBob,8,\nCy,9,8", "The reporting lines have 2 tops: Ann, Bob.", "Ann | Bob | Cy → Bob")]
    [InlineData("name,from\nAnn,Date Not Captured\nBob,", "row 2: First day: “Date Not Captured” is not a day.", "Bob")]
    [InlineData("name,from,to\nAnn,2026-03-01,2026-02-01\nBob,,", "row 2: It begins on 2026-03-01 and ends before that, on 2026-02-01.", "Bob")]
    [InlineData("name,email\nAnn,nowhere", "row 2: E-mail address: “nowhere” is not an e-mail address. It is left out.", "Ann")]
    [InlineData("name,key\n,\nBob,8", null, "Bob")]
    [InlineData("name,title\n,Buyer\nBob,", "row 2: It has no name, no key and no e-mail address: nobody to import.", "Bob")]
    [InlineData("name,post\nVacant,P1\nBob,P2", "row 2: P1 is vacant. Nobody is imported for it.", "Bob")]
    [InlineData("name,post\nN/D,P1\nBob,P2", "row 2: Whoever holds P1 is not named. Nobody is imported for it.", "Bob")]
    [InlineData("name,post\nELIMINATED,P1\nBob,P2", "row 2: P1 is abolished. It is passed over.", "Bob")]
    [InlineData("name,post\nAnn,P1\nBob,P1", "row 3: The post P1 stands in rows 2, 3. The first tells whom it reports to.", "Ann | Bob")]
    [InlineData("name,post,key\nAnn,P1,7\nAnn,P2,7", "row 2: Ann holds 2 posts: P1, P2. The first tells title and manager.", "Ann")]
    [InlineData("name,key,team\nAnn,7,Sales\nAnn,7,Stores", "row 2: Ann is in 2 teams at once.", "Ann")]
    [InlineData("name,key,treePath\nAnn,7,/\nBob,8,/1/2/", "row 3: Nobody in this file stands at /1/, the place above /1/2/. The line is left out.", "Ann | Bob")]
    [InlineData("name,key,treePath\nAnn,7,/\nBob,8,upstairs", "row 3: “upstairs” is no place in a tree, such as /1/2/.", "Ann | Bob")]
    [InlineData("name,from\nAnn,3/4/2026", "First day: nothing tells whether “3/4/2026” puts the day or the month first; it is read as month first. Choose the order if that is wrong.", "Ann")]
    public void What_is_odd_is_said_in_words(string file, string? sentence, string names)
    {
        var plan = Plan(file);
        Names(plan).ShouldBe(names);
        plan.Noticed.Select(noticed => noticed.ToString().Replace("people.csv, ", "", StringComparison.Ordinal).Replace("people.csv: ", "", StringComparison.Ordinal))
            .ShouldBe(sentence is null ? [] : [sentence]);
    }

    [Fact]
    public void Whoever_reports_to_a_vacant_post_reports_to_the_holder_above_it()
    {
        var plan = Plan("name,post,managerPost\nAnn,P1,XX\nVacant,P2,P1\nBob,P3,P2\nCy,P4,P3");
        Names(plan).ShouldBe("Ann | Bob → Ann | Cy → Bob");
        plan.Lines.Depth.ShouldBe(4);
        plan.Noticed.Select(noticed => noticed.Sentence.ToString()).ShouldContain("Nobody is named for P2, above Bob; so Ann, next above, stands as the manager.");
    }

    [Fact]
    public void Two_posts_that_each_report_to_the_other_holder_make_no_circle_of_people()
    {
        var plan = Plan("name,key,post,managerPost\nAnn,1,P1,P3\nBob,2,P2,P1\nBob,2,P3,");
        plan.Lines.Loops.ShouldBeEmpty();
        plan.Tree.Loops.ShouldBeEmpty();
        plan.Noticed.Select(noticed => noticed.Sentence.ToString()).ShouldContain("These people would report to each other in a circle: Ann, Bob. Their lines are left out.");
    }

    [Fact]
    public void A_holder_who_is_not_named_can_be_kept_under_the_title()
    {
        const string file = "name,post,title\nN/D,P1,Head of Roads\n,P2,\nAnn,P3,Clerk";
        var plan = Plan(file, map: Lines.Proposed(ImportKind.People, file) with { KeepUnnamed = true });
        Names(plan).ShouldBe("Head of Roads | P2 | Ann");
        plan.People[0].After.ExternalKey.ShouldBe("P1");
        plan.Figures.Unnamed.ShouldBe(2);
    }

    [Fact]
    public void A_title_comes_from_the_latest_stay() =>
        Plan("key,title,from\n7,Clerk,2019-01-01\n7,Head,2024-01-01\n7,Buyer,2021-01-01").People[0].After.Title.ShouldBe("Head");

    [Fact]
    public void The_same_file_again_changes_nothing_and_another_name_is_an_update()
    {
        const string file = "name,email,key,title,team,managerKey,from\nOlga,o@x.example,1,Head,Office,,2020-01-01\nAnn,a@x.example,2,Buyer,Office,1,2021-01-01";
        var roster = RosterOf(Plan(file));
        var again = Plan(file, roster);
        again.People.CountOf(Became.Unchanged).ShouldBe(2);
        again.Memberships.CountOf(Became.Unchanged).ShouldBe(2);
        again.Teams.CountOf(Became.Unchanged).ShouldBe(1);

        var renamed = Plan(file.Replace("Ann,a@", "Ann Brandt,a@", StringComparison.Ordinal).Replace("Buyer", "", StringComparison.Ordinal), roster).People.Single(change => change.Became == Became.Updated);
        PeopleFacts.Person.Written(renamed).ShouldBe([("name", "Ann", "Ann Brandt")]);
    }

    [Fact]
    public void People_are_known_by_key_then_address_then_user_name_then_name_alone()
    {
        var roster = RosterOf(Plan("name,key,email,userName\nAnn,1,a@x.example,\nBob,,b@x.example,\nCy,,,cy1\nDee,,,"));
        var plan = Plan("name,key,email,userName\nAnn,1,new@x.example,\nBob,2,B@x.example,\nCy Twombly,,,CY1\nDee,,,\nEve,9,a@x.example,", roster);
        plan.People.Select(change => change.Became).ShouldBe([Became.Updated, Became.Updated, Became.Updated, Became.Unchanged, Became.Created]);
        plan.People[4].After.Email.ShouldBeNull();
        plan.Noticed.Select(noticed => noticed.Sentence.ToString()).ShouldContain(
            "The e-mail address a@x.example belongs to Ann, who is in Inward already. Eve is imported without it.");
    }

    [Fact]
    public void Keys_that_differ_by_case_alone_are_two_keys() =>
        Names(Plan("name,key,managerKey\nAnn,001aB,\nBob,001Ab,001aB")).ShouldBe("Ann | Bob → Ann");

    [Fact]
    public void A_manager_who_is_only_in_Inward_is_found_there()
    {
        var roster = RosterOf(Plan("name,key,email\nOlga,1,o@x.example\nPer,2,"));
        var plan = Plan("name,key,managerEmail\nAnn,7,o@x.example", roster);
        plan.People[0].After.Manager.ShouldBe(roster.People[0].Id);
        plan.Noticed.Select(noticed => noticed.Sentence.ToString()).ShouldBe(["People in Inward who are not in this file: 2. They stay as they are."]);

        Plan("name,key,managerKey\nOlga,1,7", RosterOf(plan, roster)).Noticed.Select(noticed => noticed.Sentence.Template)
            .ShouldContain("These people would report to each other in a circle: {0}. Their lines are left out.");
    }

    [Fact]
    public void Whoever_is_told_in_another_team_today_has_moved()
    {
        var roster = RosterOf(Plan("name,key,team\nAnn,1,Sales\nBob,2,Sales"));
        var plan = Plan("name,key,team\nAnn,1,Stores\nBob,2,Sales", roster);
        Stays(plan, roster).ShouldBe("Ann in Stores 2026-11-21– | Ann in Sales –2026-11-20 | Bob in Sales –");
        plan.Noticed.ShouldHaveSingleItem().Sentence.ToString().ShouldStartWith("Ann has moved: the stay in Sales ends on ");
    }

    [Fact]
    public void History_ends_nothing_that_it_does_not_tell_of()
    {
        var roster = RosterOf(Plan("name,key,team\nAnn,1,Sales"));
        Stays(Plan("name,key,team,from,to\nAnn,1,Stores,2019-01-01,2020-01-31", roster), roster).ShouldBe("Ann in Stores 2019-01-01–2020-01-31");
        Stays(Plan("name,key,team,from\nAnn,1,Sales,2021-01-01", roster), roster).ShouldBe("Ann in Sales 2021-01-01–");
    }

    [Fact]
    public void A_team_name_that_several_teams_bear_has_to_say_which()
    {
        var roster = RosterOf(Plan("name,key,team\nAnn,1,North > Stores\nBob,2,South > Stores"));
        var plan = Plan("name,key,team\nCy,3,Stores\nDee,4,South > Stores\nEve,5,North", roster);
        Stays(plan, roster).ShouldBe("Dee in South > Stores – | Eve in North –");
        plan.Noticed[0].ToString().ShouldBe("people.csv, row 2: Team: 2 teams are called Stores. Say which, with the team it stands in: “Operations > Stores”. It is left out.");
    }

    [Fact]
    public void Text_is_data_whatever_it_says()
    {
        var plan = Plan("name,key,team\n=cmd()|' /C calc'!A0,1,😀 > مرحبا\n<script>alert(1)</script>,2,{0}");
        plan.People.Select(change => change.After.Name).ShouldBe(["=cmd()|' /C calc'!A0", "<script>alert(1)</script>"]);
        plan.Teams.Select(change => change.After.Name).ShouldBe(["😀", "مرحبا", "{0}"]);
        plan.Noticed.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_nobody_could_bear_is_left_out() =>
        Plan($"name,key\n{new string('x', 201)},1\nBob,2").Noticed.ShouldHaveSingleItem().ToString().ShouldBe("people.csv, row 2: This is too long: 201 characters, and at most 200 fit.");

    private static PeoplePlan Plan(string file, Roster? roster = null, ImportMap? map = null)
    {
        var noticed = new Noticings();
        map ??= Lines.Proposed(ImportKind.People, file);
        return PeoplePlan.For(Lines.Rows(map, file, noticed), map, roster ?? Roster.Empty(Workspace), Today, Now, noticed);
    }

    private static Roster RosterOf(PeoplePlan plan, Roster? before = null) => new(Workspace,
        [.. (before?.People ?? []).ExceptBy(plan.People.Select(change => change.After.Id), person => person.Id), .. plan.People.Select(change => change.After)],
        [.. plan.Teams.Select(change => change.After)], [.. plan.Memberships.Select(change => change.After)]);

    private static string Names(PeoplePlan plan)
    {
        var names = plan.People.ToDictionary(change => change.After.Id, change => change.After.Name);
        return string.Join(" | ", plan.People.Select(change => change.After.Name + (change.After.Manager is { } manager ? $" → {names[manager]}" : "")));
    }

    private static string Stays(PeoplePlan plan, Roster? roster = null)
    {
        var names = plan.People.ToDictionary(change => change.After.Id, change => change.After.Name);
        var tree = new TeamTree((roster?.Teams ?? []).Concat(plan.Teams.Select(change => change.After)).DistinctBy(team => team.Id));
        return string.Join(" | ", plan.Memberships.Select(change => change.After).Select(stay => $"{names[stay.Person]} in {tree.PathOf(stay.Team)} {stay.From:yyyy-MM-dd}–{stay.To:yyyy-MM-dd}"));
    }
}
