using System.Text.Json;
using Inward.Asks;
using Inward.Customers;
using Inward.House;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Bench;

/// <summary>A caller: who they are, their cookie for pages and their token for programs.</summary>
internal sealed record Caller(Id Person, Id Team, string Cookie, string Token);

/// <summary>What the stores of a run have in common.</summary>
internal sealed record Known(DateTimeOffset Now, Id Workspace, IReadOnlyList<Caller> Callers);

/// <summary>
/// Fills stores through the product's own tables, some hundred asks a unit. A store grows from size to size and is copied at
/// each, so a folder that is kept serves the next run.
/// </summary>
internal static class Loading
{
    private const int AtOnce = 300;

    public static string File(string folder, int size) => Path.Combine(folder, $"{size}.db");

    /// <summary>Makes what is missing of the stores of these sizes in <paramref name="folder"/>.</summary>
    public static async Task<Known> Fill(string folder, IReadOnlyList<int> sizes, DateTimeOffset now)
    {
        var said = Path.Combine(folder, "known.json");
        if (System.IO.File.Exists(said) && sizes.All(size => System.IO.File.Exists(File(folder, size))))
            return JsonSerializer.Deserialize<Known>(await System.IO.File.ReadAllTextAsync(said), Wire.Json)!;
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.GetFiles(folder))
            System.IO.File.Delete(old);
        var company = new Company(now);
        var growing = Path.Combine(folder, "growing.db");
        var callers = new List<Caller>();
        var reached = 0;
        foreach (var size in sizes.Order())
        {
            await using (var store = new SqliteStore(growing, new Bell(), TimeProvider.System))
            {
                if (reached == 0)
                {
                    callers = await Begin(store, company);
                    for (var talk = 0; talk < Company.Talks; talk += AtOnce)
                        await Talk(store, company, talk);
                }
                while (reached < size)
                    reached = await Grow(store, company, reached, Math.Min(size, reached + AtOnce));
                while (await Audit.Seal(store, company.Workspace))
                {
                }
            }
            System.IO.File.Copy(growing, File(folder, size));
        }
        System.IO.File.Delete(growing);
        var known = new Known(now, company.Workspace, callers);
        await System.IO.File.WriteAllTextAsync(said, JsonSerializer.Serialize(known, Wire.Json));
        return known;
    }

    private static async Task<List<Caller>> Begin(Store store, Company company)
    {
        await Migrator.Migrate(store);
        return await store.Write(new Act(company.Workspace, null, company.Now, "system"), async unit =>
        {
            unit.Insert(new Workspace(company.Workspace, "Osterfenn", "en", "Europe/Berlin"), demo: false);
            for (var team = 0; team < Company.Teams; team++)
                unit.Save(new Team(company.Workspace, Company.Team(team), $"Team {team}"), isNew: true);
            for (var person = 0; person < Company.People; person++)
            {
                await unit.Save(new Person(company.Workspace, Company.Person(person), Company.PersonName(person)) { Email = $"p{person}@osterfenn.example", Title = "Colleague" }, isNew: true);
                unit.Save(new Membership(company.Workspace, Company.Person(person), Company.Person(person), Company.Team(Company.TeamOf(person)), null, null, Company.Leads(person)));
            }
            for (var customer = 0; customer < Company.Customers; customer++)
                unit.Save(new Customer(company.Workspace, Company.Customer(customer), Company.CustomerName(customer)), isNew: true);
            for (var sale = 0; sale < Company.Sales; sale++)
                unit.Save(new Sale(company.Workspace, Company.Sale(sale), Company.Customer(sale % Company.Customers), $"Order {sale}") { Owner = Company.OwnerOf(sale) }, isNew: true);
            var callers = new List<Caller>();
            for (var caller = 0; caller < Company.Callers; caller++)
            {
                callers.Add(await SignIn(unit, caller));
                foreach (var (other, days) in Company.Met(caller))
                    unit.Met([(Company.Person(caller), other)], new Contact(company.Now.AddDays(-days), "call", other));
            }
            return callers;
        });
    }

    private static async Task<Caller> SignIn(Unit unit, int caller)
    {
        var person = Company.Person(caller);
        var token = Keys.NewSecret("iwt", unit.Workspace);
        unit.Save(new Token(unit.Workspace, Id.New(unit.Now), person, "bench", "read write", unit.Now, null, null, null, null, 1), token);
        var cookie = unit.OpenSession(await unit.OpenAccount(person), "bench");
        return new Caller(person, Company.Team(Company.TeamOf(caller)), cookie, token);
    }

    private static Task<int> Talk(Store store, Company company, int from) =>
        store.Write(new Act(company.Workspace, null, company.Now, "api"), unit =>
        {
            for (var number = from; number < Math.Min(Company.Talks, from + AtOnce); number++)
            {
                var talk = company.Talk(number);
                unit.Retell(talk.Author, talk.At);
                unit.Save(talk, []);
            }
            return Task.FromResult(from);
        });

    private static Task<int> Grow(Store store, Company company, int from, int to) =>
        store.Write(new Act(company.Workspace, null, company.Now, "api"), unit =>
        {
            for (var number = from; number < to; number++)
            {
                var (ask, history) = company.Ask(number);
                unit.Retell(history[^1].Who, history[^1].At);
                unit.Save(ask, before: null);
                if (ask.Sale is { } sale)
                    unit.ShowTo(ask.Id, [new Reader(company.OwnerOf(sale))]);
                foreach (var (who, at, kind, payload) in history)
                {
                    unit.Retell(who, at);
                    unit.Append(kind, ask.Id, payload);
                }
            }
            return Task.FromResult(to);
        });
}
