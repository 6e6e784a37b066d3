using Inward.Customers;
using Inward.House;
using Inward.People;

namespace Inward.Server.Demo;

/// <summary>Who works at Osterfenn, who buys there, and what those said.</summary>
internal sealed class DemoCompany
{
    private readonly DemoContent content;
    private readonly DemoDays days;
    private readonly DateTimeOffset start;

    public DemoCompany(DemoContent content, DemoDays days)
    {
        this.content = content;
        this.days = days;
        var company = content.Cast.Company;
        start = days.Morning(-DemoDays.First, company.Zone, "start");
        Workspace = new Workspace(Chance.IdOf("workspace", start), company.Name, "en", company.Zone);
        Fields = [.. content.Cast.Fields.Select(Field)];
        Teams = [.. content.Cast.Teams.Select(Team)];
        People = [.. content.Cast.People.Select(Person)];
        Customers = [.. content.Customers.Customers.Select(Customer)];
        Sales = [.. content.Customers.Customers.SelectMany(c => c.Sales.Select(s => Sale(c, s)))];
        Verbatims = [.. content.Customers.Verbatims.Select(Verbatim)];
    }

    public Workspace Workspace { get; }

    public IReadOnlyList<DemoField> Fields { get; }

    public IReadOnlyList<DemoTeam> Teams { get; }

    public IReadOnlyList<DemoPerson> People { get; }

    public IReadOnlyList<DemoCustomer> Customers { get; }

    public IReadOnlyList<DemoSale> Sales { get; }

    public IReadOnlyList<DemoVerbatim> Verbatims { get; }

    private Id Administrator => PersonId(content.Cast.Administrators[0]);

    private DemoField Field(FieldText text, int at)
    {
        var blank = new CompanyField(Workspace.Id, FieldId(text.Key), "", text.Kind) { About = text.About, Place = at + 1 };
        return new DemoField(start, Administrator, blank.Retold(new FieldTold(text.Name, text.Kind, text.Choices, text.Writer, text.CanFilter, About: text.About), [], start));
    }

    private FieldValues Values(FieldAbout about, string whose) =>
        content.Cast.Fields.Where(field => field.About == about).Aggregate(FieldValues.None, (values, field) => values.With(FieldId(field.Key), field.Values.GetValueOrDefault(whose)));

    private DemoTeam Team(TeamText text) => new(
        start, Administrator, text.Key,
        new Team(Workspace.Id, TeamId(text.Key), text.Name) { Parent = text.Parent is { } parent ? TeamId(parent) : null, OwnWords = OwnWords(text), Fields = Values(FieldAbout.Team, text.Key) }.Checked(),
        text.Does, text.Needs, text.Reach);

    private DemoPerson Person(PersonText text)
    {
        var id = PersonId(text.Key);
        var person = new Person(Workspace.Id, id, text.Name)
        {
            Email = text.Email ? $"{text.Key}@{content.Cast.Company.Domain}" : null,
            UserName = text.Key,
            Title = text.Title,
            Manager = text.Manager is { } manager ? PersonId(manager) : null,
            Zone = text.Zone,
            Language = text.Language,
            Administrator = content.Cast.Administrators.Contains(text.Key),
            CopiesThanks = text.Copied,
            OwnWords = OwnWords(text),
            Fields = Values(FieldAbout.Person, text.Key),
            Absences = [.. content.Cast.Absences.Where(a => a.Person == text.Key).Select(a => new Absence(days[a.From], days[a.To], PersonId(a.Deputy)))],
        };
        var since = days[-DemoDays.First].AddDays(-Chance.Draw(text.Key + " since", 4000));
        var lead = content.Cast.Teams.Any(t => t.Key == text.Team && t.Leads.Contains(text.Key));
        var membership = new Membership(Workspace.Id, Chance.IdOf("membership " + text.Key, start), id, TeamId(text.Team), since, null, lead);
        return new DemoPerson(start, Administrator, text.Key, person.Checked(), membership.Checked(), text.Thanked == "private");
    }

    // Most answer all questions in one sitting; now and then somebody comes back to one of them.
    private OwnWords OwnWords(PersonText text)
    {
        var sitting = 30 + Chance.Draw(text.Key + " words", 200);
        return Suggested(text.Key, null, new OwnWords(Said(text.Does), Said(text.Needs), Said(text.Reach), Said(text.Thanks), Said(text.Strengths), Said(text.BestTime)));

        Answer? Said(string? words) =>
            words is null ? null : new Answer(words, days[Chance.Falls(text.Key + words, 15) ? -Chance.Draw(words, 30) - 1 : -sitting]);
    }

    private OwnWords OwnWords(TeamText text)
    {
        var by = PersonId(text.Leads[0]);
        return Suggested(text.Key, by, new OwnWords(Said(text.Does), Said(text.Needs), Said(text.Reach), null, null, null));

        Answer Said(string words) => new(words, days[-40 - Chance.Draw(words, 150)]) { By = by };
    }

    private OwnWords Suggested(string key, Id? by, OwnWords words) => content.Suggestions.Suggestions.Where(s => s.About == key && s.State == SuggestionState.Accepted)
        .Aggregate(words, (said, s) => said.With(s.Question, new Answer(s.Words, days[s.Answered]) { By = by, SuggestedBy = PersonId(s.By) }));

    private DemoCustomer Customer(CustomerText text)
    {
        var first = text.Sales.MinBy(s => s.Opened)!;
        return new DemoCustomer(
            OpenedAt(first), PersonId(first.Owner), text.Key, new Customer(Workspace.Id, CustomerId(text), text.Name).Checked(), text.Town, text.About,
            [.. text.Contacts.Select(c => $"{c.Name}, {c.Role}")]);
    }

    private DemoSale Sale(CustomerText customer, SaleText text)
    {
        var at = OpenedAt(text);
        var sale = new Sale(Workspace.Id, SaleId(text), CustomerId(customer), text.Name)
        {
            Owner = PersonId(text.Owner),
            Value = text.Value,
            Stage = text.Stage,
            Outcome = text.Outcome,
            OpenedOn = days[text.Opened],
            PromisedOn = text.Promised is { } promised ? days[promised] : null,
            ClosedOn = text.Closed is { } closed ? days[closed] : null,
        };
        return new DemoSale(at, sale.Owner, text.Key, sale.Checked());
    }

    private DemoVerbatim Verbatim(VerbatimText text)
    {
        var (customer, sale) = content.Customers.Customers.SelectMany(c => c.Sales.Select(s => (c, s))).First(both => both.s.Key == text.Sale);
        var contact = customer.Contacts.First(c => c.Key == text.By);
        var heard = PersonId(text.Heard);
        var at = days.Morning(text.Day, ZoneOf(text.Heard), text.Key).AddHours(1);
        var verbatim = new Verbatim(Workspace.Id, Chance.IdOf(text.Key, at), CustomerId(customer), text.Words, days[text.Day])
        {
            SaidBy = $"{contact.Name}, {contact.Role}",
            Stage = text.Stage,
            Sale = SaleId(sale),
            KeptBy = heard,
        };
        return new DemoVerbatim(at, heard, text.Key, verbatim.Checked(days[text.Day]), text.Channel);
    }

    private DateTimeOffset OpenedAt(SaleText sale) => days.Morning(sale.Opened, ZoneOf(sale.Owner), sale.Key);

    private string ZoneOf(string person) => content.Cast.People.First(p => p.Key == person).Zone;

    private Id FieldId(string key) => Chance.IdOf("field " + key, start);

    private Id PersonId(string key) => Chance.IdOf("person " + key, start);

    private Id TeamId(string key) => Chance.IdOf("team " + key, start);

    private Id CustomerId(CustomerText text) => Chance.IdOf("customer " + text.Key, OpenedAt(text.Sales.MinBy(s => s.Opened)!));

    private Id SaleId(SaleText text) => Chance.IdOf("sale " + text.Key, OpenedAt(text));
}
