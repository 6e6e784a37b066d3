using System.Text.Json.Nodes;
using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Server.Tests.Imports;

public class RealSalesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Workspace = Id.New(Now);

    [Fact]
    public void Opportunities_of_a_sales_team()
    {
        var answers = RealData.Answers("sales-crm-maven");
        var plan = Sales("sales-crm-maven", "opportunities.csv", RealData.Map("maven-opportunities"), People("sales-crm-maven", "sales_teams.csv", "maven-people"));
        plan.Figures.Rows.ShouldBe((int)answers["rows"]!);
        plan.Sales.Count.ShouldBe((int)answers["rows"]!);
        plan.Figures.ByStage.ShouldBe(answers["stages"]!.AsObject().ToDictionary(stage => stage.Key, stage => (int)stage.Value!), ignoreOrder: true);
        plan.Figures.Won.ShouldBe((int)answers["stages"]!["Won"]!);
        plan.Figures.Lost.ShouldBe((int)answers["stages"]!["Lost"]!);
        plan.Figures.Open.ShouldBe((int)answers["open_engaging"]!);
        plan.Figures.WonValue.ShouldBe((decimal)answers["won_value"]!);
        plan.Figures.NotNamed.ShouldBe((int)answers["no_account"]!);
        plan.Sales.Min(change => change.After.OpenedOn).ShouldBe(Day(answers["engage_from"]!));
        plan.Sales.Max(change => change.After.OpenedOn).ShouldBe(Day(answers["engage_to"]!));
        plan.Sales.Count(change => change.After.Owner is null).ShouldBe((int)answers["agents_without_team"]!);
        plan.Sales.GroupBy(change => change.After.Name).ToDictionary(product => product.Key, product => product.Count())
            .ShouldBe(answers["products"]!.AsObject().ToDictionary(product => product.Key, product => (int)product.Value!), ignoreOrder: true);
        plan.Noticed.ShouldHaveSingleItem().Sentence.ToString().ShouldContain($"Sales without a customer: {answers["no_account"]}.");
    }

    [Fact]
    public void Orders_promised_for_a_day_and_shipped_on_another()
    {
        var answers = RealData.Answers("northwind");
        var plan = Sales("northwind", "Orders.csv", RealData.Map("northwind-orders"), People("northwind", "Employees.csv", "northwind-people"));
        plan.Sales.Count.ShouldBe((int)answers["orders"]!);
        plan.Figures.PromisedOpen.ShouldBe((int)answers["unshipped"]!);
        plan.Figures.Open.ShouldBe((int)answers["unshipped"]!);
        plan.Figures.Late.ShouldBe((int)answers["late"]!);
        plan.Sales.Min(change => change.After.OpenedOn).ShouldBe(Day(answers["first"]!));
        plan.Sales.Max(change => change.After.OpenedOn).ShouldBe(Day(answers["last"]!));
        plan.Noticed.ShouldBeEmpty();
        plan.Customers.ShouldAllBe(change => change.After.ExternalKey != null && change.After.Name != change.After.ExternalKey);
    }

    [Fact]
    public void Customers_before_their_orders_are_the_same_customers()
    {
        RealData.Answers("northwind");
        var noticed = new Noticings();
        var map = RealData.Map("northwind-customers");
        var customers = CustomersPlan.For(RealData.Rows("northwind", "Customers.csv", map, noticed), Workspace, [], Now, noticed);
        var sales = Sales("northwind", "Orders.csv", RealData.Map("northwind-orders"), [], [.. customers.Customers.Select(change => change.After)]);
        noticed.All.ShouldBeEmpty();
        sales.Customers.ShouldAllBe(change => change.Became == Became.Unchanged);
    }

    [Theory]
    [InlineData("hubspot_deals.csv", "hubspot-deals")]
    [InlineData("salesforce_opportunity_report_variant.csv", "salesforce-report")]
    [InlineData("hubspot_companies.csv", "hubspot-companies")]
    [InlineData("bamboohr_employees.csv", "bamboohr-people")]
    [InlineData("workday_custom_report_fields.csv", "workday-people")]
    public void The_maps_of_the_guide_fit_the_headers_of_their_programs(string file, string map)
    {
        RealData.Answers("northwind");
        RealData.Rows("formats", Path.Combine("csv-headers", file), RealData.Map(map), new Noticings()).ShouldBeEmpty();
    }

    private static DateOnly Day(JsonNode day) => DateOnly.ParseExact((string)day!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<Person> People(string set, string file, string map)
    {
        var noticed = new Noticings();
        return [.. PeoplePlan.For(RealData.Rows(set, file, RealData.Map(map), noticed), RealData.Map(map), Roster.Empty(Workspace), Today, Now, noticed).People.Select(change => change.After)];
    }

    private static SalesPlan Sales(string set, string file, ImportMap map, IReadOnlyList<Person> people, IReadOnlyList<Customer>? customers = null)
    {
        var noticed = new Noticings();
        return SalesPlan.For(RealData.Rows(set, file, map, noticed), map, Workspace, customers ?? [], [], people, Today, Now, noticed);
    }
}
