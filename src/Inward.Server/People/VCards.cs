using System.Text;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Colleagues as address cards for phones and mail programs: vCard 4.0 (RFC 6350), or 3.0 (RFC 2426) for older ones.</summary>
public static class VCards
{
    private const int AtOnce = 500;

    public static void MapPages(WebApplication app)
    {
        app.MapGet("/people/{id}/card", (HttpContext http, Store store, OwnAddress address, TimeProvider clock, Id id, string? version) =>
            One(http, store, address, http.Me()!, id, version, clock.GetUtcNow())).ExcludeFromDescription();
        app.MapGet("/people/cards", (HttpContext http, Store store, OwnAddress address, TimeProvider clock, string? version) =>
            Many(http, store, address, http.Me()!, http.Request.Query.People(), version, clock.GetUtcNow())).ExcludeFromDescription();
    }

    public static void Map(RouteGroupBuilder people)
    {
        people.MapGet("/{id}/card", (Door door, HttpContext http, Store store, OwnAddress address, Id id, string? version) => One(http, store, address, door.Me, id, version, door.Now))
            .WithName("readCard").WithSummary("A colleague as an address card: vCard 4.0, or 3.0 with `version=3`").Produces<string>(200, "text/vcard");
        people.MapGet("/cards", (Door door, HttpContext http, Store store, OwnAddress address, string? q, string? team, string? manager, string? language, string? left, string? any, string? version) =>
            Many(http, store, address, door.Me, http.Request.Query.People(), version, door.Now))
            .WithName("listCards").WithSummary("Colleagues as address cards, by the filters of their list").Produces<string>(200, "text/vcard");
    }

    private static async Task<IResult> One(HttpContext http, Store store, OwnAddress address, Me me, Id id, string? version, DateTimeOffset now)
    {
        var number = Number(version);
        var (person, team) = await store.Read(async session => (await session.Person(me.Workspace, id) ?? throw Rule.NotVisible(),
            (await PeopleList.TeamsOf(session, me.Workspace, [id], me.Today(now))).Select(t => t.Name).FirstOrDefault()));
        Named(http, $"{Letter.OneLine(person.Name, 60)}.vcf");
        return Results.Text(Card(new Carded(person.Id, person.Name, person.Email, person.Title, team), me, address, number), "text/vcard", Encoding.UTF8);
    }

    // Written as it is read, a few hundred at a time: a company of any size.
    private static async Task<IResult> Many(HttpContext http, Store store, OwnAddress address, Me me, PeopleFilter filter, string? version, DateTimeOffset now)
    {
        var number = Number(version);
        var sought = await store.Read(session => PeopleSought.Of(session, me.Workspace, filter));
        Named(http, "Inward.vcf");
        return Results.Stream(async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            string? after = null;
            do
            {
                var (rows, next) = await store.Read(session => PeopleList.Ask(session, me, sought, me.Today(now), after, AtOnce));
                foreach (var row in rows)
                    await writer.WriteAsync(Card(new Carded(row.Row.Id, row.Row.Name, row.Row.Email, row.Row.Title, row.Teams.Select(t => t.Name).FirstOrDefault()), me, address, number));
                after = next;
            }
            while (after is not null);
        }, "text/vcard; charset=utf-8");
    }

    private static string Card(Carded person, Me me, OwnAddress address, int version)
    {
        var words = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // Which of the words are the family's nobody has told us: the last is taken for it, as address books do.
        var (family, given) = (words.LastOrDefault() ?? "", string.Join(' ', words.SkipLast(1)));
        return new ContentLines().Line("BEGIN", "VCARD").Line("VERSION", version == 3 ? "3.0" : "4.0").Line("PRODID", "-//Inward//Inward//EN")
            .Text("FN", person.Name).Line("N", $"{ContentLines.Escaped(family)};{ContentLines.Escaped(given)};;;")
            .TextIf(version == 3 ? "EMAIL;TYPE=INTERNET,WORK" : "EMAIL;TYPE=work", person.Email).TextIf("TITLE", person.Title)
            .Line("ORG", ContentLines.Escaped(me.Company) + (person.Team is null ? "" : $";{ContentLines.Escaped(person.Team)}"))
            .Line("URL", address.To($"/people/{person.Id}").AbsoluteUri).Line("UID", $"urn:uuid:{person.Id}").Line("END", "VCARD").ToString();
    }

    private static int Number(string? version) => version switch
    {
        null or "" or "4" or "4.0" => 4,
        "3" or "3.0" => 3,
        _ => throw Rule.Invalid("version", "Cards are written as version 3 or 4."),
    };

    private static void Named(HttpContext http, string file) =>
        http.Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { FileName = "people.vcf", Inline = false }.ToString()
            + $"; filename*=UTF-8''{Uri.EscapeDataString(file)}";

    private sealed record Carded(Id Id, string Name, string? Email, string? Title, string? Team);
}
