using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Tests.Imports;

namespace Inward.Tests.People;

/// <summary>What holds after any file, however it contradicts itself and those before it.</summary>
public class AnyPeopleFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void File_after_file_the_workspace_stays_sound()
    {
        var random = new Random(5);
        for (var company = 0; company < 60; company++)
        {
            var roster = Roster.Empty(Id.New(Now));
            for (var import = 0; import < 6; import++)
            {
                var file = Lines.AnyPeople(random);
                var noticed = new Noticings();
                var map = Lines.Proposed(ImportKind.People, file) with { KeepUnnamed = random.Next(2) == 0 };
                var plan = PeoplePlan.For(Lines.Rows(map, file, noticed), map, roster, Today, Now, noticed);
                EveryRowIsAccountedFor(plan, file);
                roster = After(plan, roster);
                IsSound(roster, file);
            }
        }
    }

    private static void EveryRowIsAccountedFor(PeoplePlan plan, string file)
    {
        var heard = plan.People.SelectMany(change => change.Rows).Select(row => row.Number)
            .Concat(plan.Noticed.Select(noticed => noticed.Row)).ToHashSet();
        var rows = file.Split('\n').Index().Skip(1).Where(line => line.Item.Trim(',').Length > 0).Select(line => line.Index + 1);
        rows.Where(row => !heard.Contains(row)).ShouldBeEmpty(file);
    }

    private static void IsSound(Roster roster, string file)
    {
        foreach (var word in (Func<Person, string?>[])[person => person.ExternalKey, person => person.Email, person => person.UserName])
        {
            roster.People.Select(word).OfType<string>().GroupBy(Person.Key).Where(same => same.Count() > 1).ShouldBeEmpty(file);
        }

        var people = roster.People.Select(person => person.Id).ToHashSet();
        var managers = roster.People.Where(person => person.Manager is not null).ToDictionary(person => person.Id, person => person.Manager!.Value);
        var lines = new ReportingLines<Id>(people, managers);
        lines.Loops.ShouldBeEmpty(file);
        lines.Orphans.ShouldBeEmpty(file);

        var teams = roster.Teams.ToDictionary(team => team.Id);
        teams.Values.GroupBy(team => (team.Parent, Team.Key(team.Name))).Where(same => same.Count() > 1).ShouldBeEmpty(file);
        teams.Values.Where(team => team.Parent is { } parent && !teams.ContainsKey(parent)).ShouldBeEmpty(file);
        roster.Memberships.Where(stay => !people.Contains(stay.Person) || !teams.ContainsKey(stay.Team) || stay.From > stay.To).ShouldBeEmpty(file);
        roster.Memberships.GroupBy(stay => (stay.Person, stay.Team, stay.From, stay.To, stay.Lead)).Where(same => same.Count() > 1).ShouldBeEmpty(file);
    }

    private static Roster After(PeoplePlan plan, Roster before) => before with
    {
        People = [.. plan.People.Select(change => change.After).Concat(before.People).DistinctBy(person => person.Id)],
        Teams = [.. plan.Teams.Select(change => change.After).Concat(before.Teams).DistinctBy(team => team.Id)],
        Memberships = [.. plan.Memberships.Select(change => change.After).Concat(before.Memberships).DistinctBy(stay => stay.Id)],
    };
}
