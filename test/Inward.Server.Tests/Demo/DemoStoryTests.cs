using System.Text.Json;
using Inward.Asks;
using Inward.Conversations;
using Inward.Customers;
using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.Demo;
using Inward.Server.House;

namespace Inward.Server.Tests.Demo;

public class DemoStoryTests
{
    public static TheoryData<string> Days => new(
        "2026-11-20T14:00:00Z",
        "2028-02-29T08:00:00Z", // a leap day
        "2026-08-02T10:00:00Z", // a Sunday
        "2027-01-01T00:30:00Z", // a holiday, in the night
        "2026-03-29T01:30:00Z", // clocks go forward
        "2026-11-22T23:05:00Z"); // Monday in Berlin, still Sunday in London

    [Theory, MemberData(nameof(Days))]
    public void The_company_is_whole_on_whatever_day_it_is_told(string today)
    {
        var story = Tell(today);
        story.People.Count.ShouldBe(60);
        story.Teams.Count.ShouldBe(9);
        story.Customers.Count.ShouldBe(12);
        story.Sales.Count.ShouldBe(40);
        story.Asks.Count.ShouldBe(400);
        story.Verbatims.Count.ShouldBeGreaterThanOrEqualTo(70);
        story.Conversations.Count.ShouldBeGreaterThanOrEqualTo(300);
        story.Thanks.Count.ShouldBeGreaterThanOrEqualTo(250);
        story.People.Count(p => p.Person.Language == "de").ShouldBeInRange(20, 40);
        story.Teams.Count(t => t.Team.Parent is null).ShouldBe(1);
        story.Teams.ShouldAllBe(t => story.People.Any(p => p.Membership.Team == t.Team.Id && p.Membership.Lead));
    }

    [Fact]
    public void Views_that_somebody_keeps_are_understood_by_their_lists()
    {
        foreach (var (_, _, view) in Tell("2026-11-20T14:00:00Z").Views)
        {
            var query = new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(view.Query));
            ListFilter filter = view.Room switch
            {
                ListRoom.People => Inward.Server.People.PeopleQuery.People(query),
                ListRoom.Talks => TalkFilter.Typed(name => query[name]),
                _ => AskFilter.Typed(name => query[name]),
            };
            filter.Any.Conditions.Count.ShouldBe(2, view.Name);
        }
    }

    [Theory, MemberData(nameof(Days))]
    public void Every_state_occurs_and_most_asks_came_to_a_good_end(string today)
    {
        var states = Tell(today).Asks.GroupBy(a => a.Ask.State).ToDictionary(g => g.Key, g => g.Count());
        foreach (var state in Enum.GetValues<AskState>())
            states.GetValueOrDefault(state).ShouldBeGreaterThanOrEqualTo(2, state.ToString());
        states[AskState.Accepted].ShouldBeInRange(270, 340);
    }

    [Theory, MemberData(nameof(Days))]
    public void Nothing_has_happened_that_has_not_happened_yet(string today)
    {
        var now = DateTimeOffset.Parse(today);
        var story = DemoStory.Tell(now);
        var day = story.Calendar.Today(now);
        story.InOrder().ShouldAllBe(f => f.At < now);
        story.InOrder().Select(f => f.At).ShouldBeInOrder();
        story.InOrder()[0].At.ShouldBeGreaterThan(now.AddDays(-400));
        story.Sales.ShouldAllBe(s => s.Sale.OpenedOn < day && (s.Sale.Outcome == Outcome.Open) == (s.Sale.ClosedOn == null) && !(s.Sale.ClosedOn >= day));
        story.Verbatims.ShouldAllBe(v => v.Verbatim.SaidOn < day);
    }

    [Theory, MemberData(nameof(Days))]
    public void People_act_on_working_days_and_have_evenings(string today)
    {
        var story = Tell(today);
        foreach (var fact in story.InOrder().Where(f => f.Who is not null))
        {
            var zone = story.People.First(p => p.Person.Id == fact.Who).Person.Zone!;
            var there = TimeZoneInfo.ConvertTime(fact.At, TimeZoneInfo.FindSystemTimeZoneById(zone));
            story.Calendar.IsWorkingDay(DateOnly.FromDateTime(there.DateTime)).ShouldBeTrue(fact.ToString());
            there.Hour.ShouldBeInRange(7, 19, fact.ToString());
        }
    }

    [Theory, MemberData(nameof(Days))]
    public void Every_name_leads_to_somebody(string today)
    {
        var story = Tell(today);
        var people = story.People.Select(p => p.Person.Id).ToHashSet();
        var sales = story.Sales.ToDictionary(s => s.Sale.Id, s => s.Sale);
        var customers = story.Customers.Select(c => c.Customer.Id).ToHashSet();
        story.InOrder().ShouldAllBe(f => f.Who == null || people.Contains(f.Who.Value));
        story.People.ShouldAllBe(p => p.Person.Manager == null || people.Contains(p.Person.Manager.Value));
        story.People.SelectMany(p => p.Person.Absences).ShouldAllBe(a => people.Contains(a.Deputy!.Value));
        story.People.Select(p => p.Person.Email).OfType<string>().ShouldAllBe(e => e.EndsWith(".example", StringComparison.Ordinal));
        sales.Values.ShouldAllBe(s => customers.Contains(s.Customer) && people.Contains(s.Owner!.Value));
        story.Verbatims.ShouldAllBe(v => sales[v.Verbatim.Sale!.Value].Customer == v.Verbatim.Customer);
        story.Asks.SelectMany(a => a.Ask.Parties).ShouldAllBe(p => people.Contains(p));
        story.Asks.ShouldAllBe(a => a.Ask.Sale == null || sales.ContainsKey(a.Ask.Sale.Value));
        story.Asks.ShouldAllBe(a => a.Ask.Verbatim == null || story.Verbatims.Any(v => v.Verbatim.Id == a.Ask.Verbatim && v.At < a.Ask.MadeAt && v.Verbatim.Sale == a.Ask.Sale));
        story.Conversations.SelectMany(c => c.People).ShouldAllBe(p => people.Contains(p));
        story.Thanks.ShouldAllBe(t => people.Contains(t.To));
        Ids(story).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Days))]
    public void Nobody_asks_thanks_or_talks_to_themself(string today)
    {
        var story = Tell(today);
        story.Asks.ShouldAllBe(a => a.Ask.Requester != a.Ask.Performer);
        story.Thanks.ShouldAllBe(t => t.Who != t.To);
        story.Conversations.ShouldAllBe(c => !c.People.Contains(c.Who!.Value));
        story.Notes.ShouldAllBe(n => n.Who != n.About);
    }

    [Fact]
    public void Every_ask_says_why_what_it_changes_and_when_it_is_done()
    {
        foreach (var ask in Tell().Asks.Where(a => a.Ask.State != AskState.Draft).Select(a => a.Ask))
        {
            ask.Reason.Length.ShouldBeGreaterThan(20, ask.Terms.What);
            ask.Effect.Length.ShouldBeGreaterThan(15, ask.Terms.What);
            ask.Terms.Conditions.Count.ShouldBeGreaterThanOrEqualTo(2, ask.Terms.What);
        }
    }

    [Fact]
    public void Texts_are_people_s_own()
    {
        var story = Tell();
        story.Asks.Select(a => a.Ask.Terms.What).Distinct().Count().ShouldBeGreaterThan(385);
        story.Conversations.GroupBy(c => c.Text).ShouldAllBe(same => same.Count() == 1);
        story.Thanks.GroupBy(t => t.Effect).ShouldAllBe(same => same.Count() <= 5);
        Spoken(story).Where(text => text.Length > 60).GroupBy(text => text).ShouldAllBe(same => same.Count() <= 5);
        Spoken(story).ShouldAllBe(text => !text.Contains('!') && !text.Contains('{') && text.Trim() == text);
    }

    [Fact]
    public void Whoever_signs_in_finds_something_to_do()
    {
        var story = Tell();
        story.SignIns.Select(s => s.Key).ShouldBe(["marta", "wanda", "helen", "priya"]);
        var asks = story.Asks.Select(a => a.Ask).ToList();
        foreach (var person in story.SignIns.Take(3).Select(s => s.Person))
        {
            asks.ShouldContain(a => a.State == AskState.Requested && a.Performer == person && a.Turn!.Value.Id == person);
            asks.ShouldContain(a => a.IsOpen && a.Requester == person && a.Turn!.Value.Id != person);
        }
        var (marta, wanda) = (story.SignIns[0].Person, story.SignIns[1].Person);
        asks.ShouldContain(a => a.State == AskState.Promised && a.Performer == marta);
        asks.ShouldContain(a => a.State == AskState.Delivered && a.Requester == marta);
        asks.ShouldContain(a => a.State == AskState.Accepted && a.Requester == marta && a.Sale != null && a.Telling == null);
        asks.ShouldContain(a => a.State == AskState.Accepted && a.Requester == marta && story.Thanks.All(t => t.Ask != a.Id));
        asks.ShouldContain(a => a.State == AskState.Requested && a.Performer == null && a.Team == story.People.First(p => p.Person.Id == wanda).Membership.Team);
    }

    [Fact]
    public void Who_likes_thanks_in_private_gets_them_so()
    {
        var story = Tell();
        var quiet = story.People.Where(p => p.ThanksInPrivate).Select(p => p.Person.Id).ToHashSet();
        quiet.Count.ShouldBeGreaterThan(2);
        story.Thanks.Where(t => quiet.Contains(t.To)).ShouldAllBe(t => !t.Public);
        story.Thanks.Count(t => t.Public).ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Each_move_follows_from_the_one_before()
    {
        foreach (var ask in Tell().Asks)
        {
            ask.Moves[^1].After.ShouldBeSameAs(ask.Ask);
            ask.Moves[0].Before.ShouldBeNull();
            foreach (var (earlier, later) in ask.Moves.Zip(ask.Moves.Skip(1)))
            {
                later.Before.ShouldBeSameAs(earlier.After, ask.Key);
                later.At.ShouldBeGreaterThan(earlier.At, ask.Key);
            }
        }
    }

    [Fact]
    public void The_same_moment_tells_the_same_story()
    {
        var (one, other) = (Tell(), Tell());
        JsonSerializer.Serialize(one.Asks.Select(a => a.Ask), Wire.Json).ShouldBe(JsonSerializer.Serialize(other.Asks.Select(a => a.Ask), Wire.Json));
        Ids(one).ShouldBe(Ids(other));
    }

    [Fact]
    public void A_week_later_all_days_have_moved_along()
    {
        var (now, later) = (Tell("2026-06-10T12:00:00Z"), Tell("2026-06-17T12:00:00Z"));
        var (before, after) = (now.Asks.First(a => a.Key == "tide-door").Ask, later.Asks.First(a => a.Key == "tide-door").Ask);
        after.Terms.By.ShouldBe(before.Terms.By!.Value.AddDays(7));
        after.State.ShouldBe(before.State);
        later.Asks.Select(a => a.Ask.State).ShouldBe(now.Asks.Select(a => a.Ask.State));
    }

    [Fact]
    public void A_script_that_breaks_a_rule_is_not_told()
    {
        var now = DateTimeOffset.Parse("2026-11-20T14:00:00Z");
        var content = DemoContent.Read();
        var days = new DemoDays(content.Cast.Company, now);
        var company = new DemoCompany(content, days);
        var honest = content.Asks.Threads.First(t => t.Key == "tide-invoice");
        var forged = honest with { Moves = [.. honest.Moves.Select(m => m.Do == "promise" ? m with { Who = "ruth" } : m)] };
        var names = new Names(company.People, company.Teams, company.Sales, company.Verbatims, [honest], "Europe/Berlin");
        new AskReplay(company.Workspace.Id, days, names).Tell([honest])[0].Ask.State.ShouldBe(AskState.Accepted);
        Should.Throw<BrokenRule>(() => new AskReplay(company.Workspace.Id, days, names).Tell([forged])).Why.ShouldBe(Broken.NotYours);
    }

    private static DemoStory Tell(string today = "2026-11-20T14:00:00Z") => DemoStory.Tell(DateTimeOffset.Parse(today));

    private static IEnumerable<Id> Ids(DemoStory story) =>
    [
        story.Workspace.Id, .. story.People.SelectMany(p => new[] { p.Person.Id, p.Membership.Id }), .. story.Teams.Select(t => t.Team.Id),
        .. story.Customers.Select(c => c.Customer.Id), .. story.Sales.Select(s => s.Sale.Id), .. story.Verbatims.Select(v => v.Verbatim.Id),
        .. story.Conversations.Select(c => c.Id), .. story.Notes.Select(n => n.Id), .. story.Asks.Select(a => a.Ask.Id), .. story.Thanks.Select(t => t.Id),
    ];

    private static IEnumerable<string> Spoken(DemoStory story)
    {
        foreach (var ask in story.Asks.Select(a => a.Ask))
        {
            string?[] said =
            [
                .. ask.AllTerms.Take(1).Select(t => t.What), ask.Reason, ask.Effect, ask.Delivery?.Note, ask.Decline?.Reason, ask.Revocation?.Reason, ask.Withdrawal?.Reason,
                ask.Telling?.Words, .. ask.Remarks.Select(r => r.Text), .. ask.Questions.Select(q => q.Text), .. ask.Obstacles.Select(o => o.What),
            ];
            foreach (var text in said.Where(text => !string.IsNullOrEmpty(text)))
                yield return text!;
        }
        foreach (var text in story.Verbatims.Select(v => v.Verbatim.Words).Concat(story.Thanks.Select(t => t.Text)).Concat(story.Conversations.Select(c => c.Text)))
            yield return text;
    }
}
