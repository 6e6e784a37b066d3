using Inward.House;
using Inward.Motives;

namespace Inward.Tests.Motives;

/// <summary>Wishes are pooled: ten people stand behind what is shown, and behind what is found by subtracting what is shown.</summary>
public sealed class WishCutTests
{
    private static readonly DateTimeOffset Then = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nine_people_s_wishes_are_not_shown_and_ten_s_are_with_how_many_were_asked()
    {
        var company = new Company();
        var team = company.Team(null, people: 12, asked: 9);
        company.Cut().ShouldBeEmpty();
        company.Say(company.Quiet(team));
        var pooled = company.Cut()[team];
        (pooled.Asked, pooled.Of, pooled.Words.Count).ShouldBe((10, 12, 10));
        pooled.Words.ShouldBe(pooled.Words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_who_wishes_for_ten_things_is_one_person()
    {
        var company = new Company();
        var team = company.Team(null, people: 3, asked: 0);
        for (var i = 0; i < 10; i++)
            company.Say(company.Quiet(team));
        company.Cut().ShouldBeEmpty();
    }

    [Fact]
    public void A_team_that_is_too_small_is_pooled_in_the_first_team_above_where_it_is_not_alone()
    {
        var company = new Company();
        var top = company.Team(null, people: 5, asked: 5);
        var (large, small) = (company.Team(top, people: 20, asked: 15), company.Team(top, people: 6, asked: 6));
        var cut = company.Cut();
        cut.Keys.ShouldNotContain(small);
        (cut[large].Asked, cut[top].Asked).ShouldBe((15, 26));
        cut[top].Teams.ShouldBe([top, large, small], ignoreOrder: true);
    }

    [Fact]
    public void A_team_whose_rest_is_too_small_shows_what_stands_below_and_not_one_more()
    {
        var company = new Company();
        var top = company.Team(null, people: 5, asked: 4);
        var large = company.Team(top, people: 20, asked: 15);
        company.Team(top, people: 5, asked: 5);
        var cut = company.Cut();
        (cut[top].Asked, cut[top].Of).ShouldBe((15, 20));
        cut[top].Words.ShouldBe(cut[large].Words);
    }

    [Fact]
    public void A_circle_of_teams_ends()
    {
        var (one, two, person) = (Id.New(Then), Id.New(Then), Id.New(Then));
        WishCut.Of(new Dictionary<Id, Id?> { [one] = two, [two] = one }, new Dictionary<Id, Id> { [person] = one }, [new Wish(person, "air")]).ShouldBeEmpty();
    }

    [Fact]
    public void In_a_thousand_companies_nothing_that_is_shown_or_found_by_subtraction_stands_for_fewer_than_ten()
    {
        var naive = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var company = Company.Random(new Random(seed));
            SmallestDifference(company.Cut().Values.Select(c => c.Words)).ShouldBeGreaterThanOrEqualTo(WishCut.Fewest, $"company {seed}");
            naive += SmallestDifference(company.ByThresholdAlone()) < WishCut.Fewest ? 1 : 0;
        }
        // The twin: what most products do.
        naive.ShouldBeGreaterThan(100);
    }

    // One wish a person: words are people here.
    private static int SmallestDifference(IEnumerable<IReadOnlyList<string>> groups)
    {
        var sets = groups.Select(g => g.ToHashSet(StringComparer.Ordinal)).ToList();
        var found = sets.Select(s => s.Count).ToList();
        foreach (var one in sets)
        {
            found.AddRange(sets.Where(other => other.Count < one.Count && other.IsSubsetOf(one)).Select(other => one.Count - other.Count));
            // All that lie directly inside, taken away together.
            var inside = sets.Where(other => other.Count < one.Count && other.IsSubsetOf(one)).SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
            found.Add(one.Count - inside.Count);
        }
        return found.Where(n => n > 0).DefaultIfEmpty(int.MaxValue).Min();
    }

    private sealed class Company
    {
        private readonly Dictionary<Id, Id?> parents = [];
        private readonly Dictionary<Id, Id> members = [];
        private readonly List<Wish> wishes = [];

        public static Company Random(Random random)
        {
            var company = new Company();
            var teams = new List<Id?> { null };
            for (var i = 0; i < 3 + random.Next(20); i++)
            {
                var people = random.Next(30);
                teams.Add(company.Team(teams[random.Next(teams.Count)], people, random.Next(people + 1)));
            }
            return company;
        }

        public Id Team(Id? above, int people, int asked)
        {
            var team = Id.New(Then);
            parents[team] = above;
            for (var i = 0; i < people; i++)
            {
                var person = Id.New(Then);
                members[person] = team;
                if (i < asked)
                    Say(person);
            }
            return team;
        }

        public Id Quiet(Id team) => members.Last(m => m.Value == team).Key;

        public void Say(Id person) => wishes.Add(new Wish(person, $"{person} {wishes.Count}"));

        public IReadOnlyDictionary<Id, PooledWishes> Cut() => WishCut.Of(parents, members, wishes);

        public IEnumerable<IReadOnlyList<string>> ByThresholdAlone() => parents.Keys
            .Select(team => wishes.Where(w => Above(members[w.Person]).Contains(team)).Select(w => w.Text).ToList()).Where(words => words.Count >= WishCut.Fewest);

        private IEnumerable<Id> Above(Id team)
        {
            for (Id? at = team; at is { } one; at = parents[one])
                yield return one;
        }
    }
}
