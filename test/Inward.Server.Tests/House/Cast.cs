using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Tests.House;

/// <summary>A colleague in a test house, with what opens its doors: a password for pages, a token for programs.</summary>
public sealed record Colleague(Id Workspace, Id Id, string Name, string Title, string Email, string Language = "en")
{
    public string Password => "seven small lamps";

    /// <summary>A token with the scopes read and write.</summary>
    public string Token { get; } = Keys.NewSecret("iwt", Workspace);
}

/// <summary>
/// A few people of the example company, and one of another. Marta sells; Wanda leads the warehouse, where Piotr and Birgit (who
/// reads German) work; Gareth leads the sellers, Helen the company; Priya administers; Noor has no part in anything.
/// </summary>
public static class Cast
{
    public static readonly Id Osterfenn = Next();
    public static readonly Id Leadership = Next(), SalesNorth = Next(), Warehouse = Next(), Finance = Next();
    public static readonly Colleague Helen = new(Osterfenn, Next(), "Helen Marwick", "Managing director", "helen@osterfenn.example");
    public static readonly Colleague Gareth = new(Osterfenn, Next(), "Gareth Pryce", "Head of Sales North", "gareth@osterfenn.example");
    public static readonly Colleague Marta = new(Osterfenn, Next(), "Marta Kowal", "Account manager", "marta@osterfenn.example");
    public static readonly Colleague Wanda = new(Osterfenn, Next(), "Wanda Lorenz", "Warehouse lead", "wanda@osterfenn.example");
    public static readonly Colleague Piotr = new(Osterfenn, Next(), "Piotr Nowak", "Crating and goods out", "piotr@osterfenn.example");
    public static readonly Colleague Birgit = new(Osterfenn, Next(), "Birgit Stahl", "Versandpapiere und Zoll", "birgit@osterfenn.example", "de");
    public static readonly Colleague Noor = new(Osterfenn, Next(), "Noor Rahimi", "Receivables and credit", "noor@osterfenn.example");
    public static readonly Colleague Priya = new(Osterfenn, Next(), "Priya Nair", "IT and systems", "priya@osterfenn.example");
    public static readonly Id Elsewhere = Next();
    public static readonly Colleague Stranger = new(Elsewhere, Next(), "Sten Ander", "Administrator", "sten@elsewhere.example");

    private static readonly (Id Team, string Name, Id? Parent, Colleague[] Leads, Colleague[] Members)[] Teams =
    [
        (Leadership, "Leadership", null, [Helen], [Priya]),
        (SalesNorth, "Sales North", Leadership, [Gareth], [Marta]),
        (Warehouse, "Warehouse", Leadership, [Wanda], [Piotr, Birgit]),
        (Finance, "Finance and Purchasing", Leadership, [], [Noor]),
    ];

    private static int made;

    /// <summary>Founds the company and the other one in an empty store.</summary>
    public static async Task MoveIn(Store store)
    {
        await Migrator.Migrate(store);
        await store.Write(At(Elsewhere), async unit =>
        {
            await unit.Found(new Workspace(Elsewhere, "Elsewhere", "en", "Europe/Stockholm"), Person(Stranger), Stranger.Password);
            Give(unit, Stranger);
        });
        await store.Write(At(Osterfenn), async unit =>
        {
            await unit.Found(new Workspace(Osterfenn, "Osterfenn", "en", "Europe/Berlin"), Person(Priya), Priya.Password);
            Give(unit, Priya);
            foreach (var (id, name, parent, leads, members) in Teams)
            {
                unit.Save(new Team(Osterfenn, id, name) { Parent = parent }, isNew: true);
                foreach (var colleague in leads.Concat(members))
                {
                    if (colleague != Priya)
                    {
                        await unit.Save(Person(colleague), isNew: true);
                        await unit.SetPassword(colleague.Id, colleague.Password);
                        Give(unit, colleague);
                    }
                    unit.Save(new Membership(Osterfenn, Next(), colleague.Id, id, new DateOnly(2024, 1, 1), null, leads.Contains(colleague)));
                }
            }
        });
    }

    private static Act At(Id workspace) => new(workspace, null, HouseClock.MondayMorning.AddYears(-1), "system");

    private static Person Person(Colleague who) => new(who.Workspace, who.Id, who.Name) { Email = who.Email, Title = who.Title, Language = who.Language };

    private static void Give(Unit unit, Colleague who) =>
        unit.Write("insert into token (workspace, id, hash, person, name, scopes, made_at) values (@Workspace, @id, @hash, @person, 'stories', 'read write', @Now)",
            new { unit.Workspace, id = Next(), hash = Keys.Hash(who.Token), person = who.Id, unit.Now });

    private static Id Next() => Id.New(HouseClock.MondayMorning.AddYears(-1).AddMilliseconds(Interlocked.Increment(ref made)));
}
