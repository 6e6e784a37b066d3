using System.Globalization;
using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.Tests.House;
using Inward.Server.Tests.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Route = Inward.Server.Tests.SignIn.Route;

namespace Inward.Server.Tests.BadInput;

/// <summary>One request that nobody should send.</summary>
public sealed record Sent(int Number, string Line, byte[] Bytes, bool IsHead);

/// <summary>
/// Makes requests that are wrong in few or many places: each door of the route table, with the fields that its page or the
/// OpenAPI document names, most of them as they should be, so that what is wrong gets far. The number of a request decides all
/// about it, except the ids of the records that are there.
/// </summary>
public sealed class Fuzz
{
    // These end what the next requests stand on: sign-ins, tokens, people.
    private static readonly string[] LeftOut = ["POST /signout", "POST /settings/sign-in?handler=EndAll", "POST /settings/sign-in?handler=End", "DELETE /api/v1/me/sessions", "DELETE /api/v1/me/sessions/{id}", "DELETE /api/v1/tokens/{id}", "POST /settings/tokens?handler=Revoke"];
    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get"];
    private readonly int seed;
    private readonly List<Route> routes;
    private readonly Dictionary<string, List<(string Name, JsonElement Schema)>> bodies;
    private readonly Dictionary<string, List<string>> fields;
    private readonly Dictionary<string, List<string>> ids;
    private readonly List<(string Cookie, string FormToken, string Bearer)> people;

    private Fuzz(int seed, List<Route> routes, Dictionary<string, List<(string, JsonElement)>> bodies, Dictionary<string, List<string>> fields, Dictionary<string, List<string>> ids, List<(string, string, string)> people) =>
        (this.seed, this.routes, this.bodies, this.fields, this.ids, this.people) = (seed, routes, bodies, fields, ids, people);

    public static async Task<Fuzz> On(TestHouse house, int seed)
    {
        var people = new List<(string, string, string)>();
        foreach (var who in new[] { Cast.Marta, Cast.Piotr, Cast.Priya })
        {
            var browser = await house.Browse(who);
            var token = (await browser.Open("/signout")).Form("form").QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            people.Add((string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}")), token, who.Token));
        }
        var document = (await house.Call().Get("/openapi/v1.json")).Expect(200).Json;
        return new Fuzz(seed, [.. (await Routes.Of(house)).Where(r => !LeftOut.Contains(r.ToString()))], Bodies(document), await Fields(house), await Ids(house), people);
    }

    public Sent Request(int number)
    {
        var nonsense = new Nonsense(new Random(HashCode(seed, number)));
        // How wrong: one place, some, or nearly everything.
        var wild = nonsense.One([0.0, 0.05, 0.15, 0.5]);
        var route = nonsense.One(routes);
        var method = nonsense.Maybe(0.04) ? nonsense.One(Methods) : route.Method;
        var person = nonsense.One(people);
        var target = Target(nonsense, route, wild);
        var (type, body) = method is "GET" or "HEAD" or "OPTIONS" or "TRACE" && !nonsense.Maybe(0.02) ? (null, []) : Body(nonsense, route, wild, person.FormToken);
        var head = new StringBuilder().Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\nHost: ").Append(nonsense.Maybe(0.005) ? "a b" : "127.0.0.1").Append("\r\n");
        if (type is not null)
            head.Append("Content-Type: ").Append(type).Append("\r\n");
        foreach (var (name, value) in Headers(nonsense, route, method, person.Cookie, person.Bearer, wild))
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (body.Length > 0 || method is "POST" or "PUT" or "PATCH")
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return new Sent(number, $"{method} {target}", [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body], method == "HEAD");
    }

    private string Target(Nonsense nonsense, Route route, double wild)
    {
        var path = new StringBuilder();
        foreach (var part in route.Path.Split('/').Skip(1))
            path.Append('/').Append(!part.StartsWith('{') ? part : nonsense.Maybe(wild) ? Encoded(nonsense, nonsense.Text()) : IdFor(nonsense, route.Path, part.Trim('{', '}')));
        if (nonsense.Maybe(0.01))
            path.Append(nonsense.One(["/", "//", "/..", "/%2e%2e/", "%00", "%", "%zz", "/%ff%fe", ";a=b", "/%F0%9F%A6%89"]));
        var query = new List<string>();
        if (route.Handler is not null)
            query.Add($"handler={route.Handler}");
        if (route.Path.EndsWith("/files", StringComparison.Ordinal) || route.Path == "/api/v1/imports")
            query.AddRange(["name=crate.csv", $"kind={nonsense.One(["people", "customers", "sales", "asks", "x"])}"]);
        var names = fields.GetValueOrDefault(route.Path, []);
        while (names.Count > 0 && nonsense.Maybe(route.Method == "GET" ? 0.6 : 0.1))
            query.Add($"{nonsense.One(names)}={(nonsense.Maybe(0.3) ? nonsense.One(ids["any"]) : Encoded(nonsense, nonsense.Text()))}");
        if (nonsense.Maybe(wild / 10))
            query.Add(nonsense.One(["", "&&", "=", "a", "%", "%zz=%zz", "a=%00", "a=%ed%a0%80", "handler=", "handler=%00", "a=b=c", "+"]));
        var target = query.Count == 0 ? path.ToString() : $"{path}?{string.Join('&', query)}";
        return target.Length > 7_000 && !nonsense.Maybe(0.1) ? target[..7_000].TrimEnd('%') : target;
    }

    // Mostly encoded as a browser does; now and then not at all, or wrongly.
    private static string Encoded(Nonsense nonsense, string text)
    {
        var encoded = new StringBuilder();
        foreach (var letter in Bytes(text.Length > 2_000 ? text[..2_000] : text))
            encoded.Append(char.IsAsciiLetterOrDigit((char)letter) ? (char)letter : $"%{letter:X2}");
        return nonsense.Maybe(0.02) ? encoded + nonsense.One(["%", "%4", "%GG", "%C3", "%u0041"]) : encoded.ToString();
    }

    private string IdFor(Nonsense nonsense, string path, string name) => name switch
    {
        "n" => nonsense.One(["1", "2", "0"]),
        "from" => "2026-12-01",
        "documentName" => "v1",
        _ => nonsense.Maybe(0.03) ? nonsense.SomeId() : nonsense.One(ids.GetValueOrDefault(name is "id" ? path.Replace("/api/v1", "", StringComparison.Ordinal).Split('/')[1] : name, ids["any"])),
    };

    private static IEnumerable<(string, string)> Headers(Nonsense nonsense, Route route, string method, string cookie, string bearer, double wild)
    {
        if (route.IsApi ? !nonsense.Maybe(0.01) : nonsense.Maybe(0.02))
            yield return ("Authorization", nonsense.Maybe(0.002) ? nonsense.One(["Bearer", "Bearer ", "Basic YTpi", "Bearer iwt_\u00ff"]) : $"Bearer {bearer}");
        if (route.IsApi ? nonsense.Maybe(0.02) : !nonsense.Maybe(0.01))
            yield return ("Cookie", nonsense.Maybe(0.01) ? nonsense.One(["inward=iws_x", "inward=", "=;=;", "language=\u00ff", "language=qps; inward=a=b", ";;;", "inward-form=x"]) : nonsense.Maybe(0.05) ? cookie + "; language=qps" : cookie);
        if (method is "PUT" or "PATCH" or "DELETE" && !nonsense.Maybe(0.02) || nonsense.Maybe(0.05))
            yield return ("If-Match", nonsense.Maybe(wild) ? nonsense.One(["\"1\"", "W/\"1\"", "\"99999999999999\"", "\"-1\"", "1", "\"x\"", "\"", "\u00ff", "", "\"1\", \"2\"", "\"2147483648\""]) : "*");
        if (nonsense.Maybe(0.1))
            yield return ("Idempotency-Key", nonsense.One(["a", "b", "c", "d", new string('k', 300), "\u00e9\u00ff", "'", "\t"]));
        if (nonsense.Maybe(0.05))
            yield return ("If-None-Match", nonsense.One(["*", "\"1\"", "W/\"1\"", "x", ""]));
        if (nonsense.Maybe(0.05))
            yield return ("Accept-Language", nonsense.One(["de", "qps", "*", "x;q=y", ",,,", "\u00ff"]));
        if (nonsense.Maybe(0.05))
            yield return ("Accept", nonsense.One(["application/json", "text/html", "*", "a/b/c", "image/*;q=9"]));
        if (nonsense.Maybe(0.05))
            yield return ("X-Fragment", nonsense.One(["asks", "people", "found", "x", "\u00ff", ""]));
        if (nonsense.Maybe(0.02))
            yield return (nonsense.One(["X-Forwarded-For", "X-Forwarded-Proto", "Range", "X-Inward-Door", "traceparent", "Origin", "Referer", "Accept-Encoding", "X-Long"]),
                nonsense.One(["::1", "https", "bytes=9-1", "cli", "00-x", "null", "\u00ff\u00fe", "br;q=x", new string('h', nonsense.One([100, 9_000, 40_000]))]));
    }

    private (string? Type, byte[] Body) Body(Nonsense nonsense, Route route, double wild, string formToken)
    {
        if (nonsense.Maybe(wild / 5))
            return (nonsense.One(["application/json", "application/json; charset=utf-16", "application/merge-patch+json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "", "x", "application/json;charset=\"nothing\"", "*/*"]), Bytes(nonsense.Body()));
        if (!route.IsApi)
            return Form(nonsense, route, wild, formToken);
        if (route.Path.EndsWith("/files", StringComparison.Ordinal) || route.Path == "/api/v1/imports")
            return (nonsense.One(["text/csv", "application/octet-stream", "", "text/html"]), Bytes(nonsense.Maybe(0.5) ? $"name,email,{nonsense.Text()}\n{nonsense.Text()},{nonsense.Text()},{nonsense.Text()}\n" : nonsense.Body()));
        if (!bodies.TryGetValue($"{route.Method} {route.Path}", out var schema))
            return ("application/json", nonsense.Maybe(0.5) ? [] : "{}"u8.ToArray());
        var json = $"{{{string.Join(',', schema.Where(_ => !nonsense.Maybe(wild / 2)).Select(f => $"{Nonsense.Quoted(f.Name)}:{Value(nonsense, f.Name, f.Schema, wild)}"))}}}";
        var bytes = Bytes(json);
        return ("application/json", nonsense.Maybe(wild / 20) ? bytes[..nonsense.Below(bytes.Length)] : bytes);
    }

    private (string?, byte[]) Form(Nonsense nonsense, Route route, double wild, string formToken)
    {
        var named = fields.GetValueOrDefault(route.Path, []).Where(name => !nonsense.Maybe(0.3) && !route.Path.Contains($"{{{name}}}", StringComparison.OrdinalIgnoreCase)).Select(name => (Name: name, Value: nonsense.Maybe(wild) ? nonsense.Text() : Typed(nonsense, name))).ToList();
        if (route.Path == "/asks/{id}" && !nonsense.Maybe(wild))
            named.Add(("move", nonsense.One([.. Inward.Asks.Moves.Move.All.Keys])));
        if (!nonsense.Maybe(0.02))
            named.Add(("__RequestVerificationToken", formToken));
        if (route.Handler != "File" && route.Path != "/imports")
            return ("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Join('&', named.Select(f => $"{Encoded(nonsense, f.Name)}={Encoded(nonsense, f.Value)}"))));
        var parts = string.Concat(named.Select(f => $"--frontier\r\nContent-Disposition: form-data; name=\"{f.Name}\"\r\n\r\n{f.Value}\r\n"));
        var name = nonsense.One(["crate.csv", "", "../../x", "a\"b", "\uFFFF", new string('n', 400)]);
        return ($"multipart/form-data; boundary={nonsense.One(["frontier", "frontier", "frontier", "wrong"])}",
            Bytes($"{parts}--frontier\r\nContent-Disposition: form-data; name=\"{nonsense.One(["file", "files", "x"])}\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\nname,email\n{nonsense.Text()},{nonsense.Text()}\n\r\n--frontier{(nonsense.Maybe(0.1) ? "" : "--")}\r\n"));
    }

    private string Typed(Nonsense nonsense, string name) => name.ToLowerInvariant() switch
    {
        "by" or "answerby" or "neededby" or "from" or "to" or "saidon" or "promisedon" or "openedon" or "closedon" => nonsense.One(["2026-11-25", "2026-12-01", "2026-12-24", "Wanda Lorenz"]),
        "performer" or "owner" or "manager" or "deputy" or "people" or "person" => nonsense.One(["Wanda Lorenz", "Piotr Nowak", "Warehouse", nonsense.One(ids["people"])]),
        "customer" => nonsense.One(ids["customers"]),
        "sale" => nonsense.One(ids["sales"]),
        "verbatim" => nonsense.One(ids["verbatims"]),
        "ask" or "draft" => nonsense.One(ids["asks"]),
        "channel" => nonsense.One(["call", "mail", "visit"]),
        "version" => "1",
        "name" => $"Name {nonsense.Below(1_000)}",
        "zone" => "Europe/Berlin",
        "language" => "en",
        _ => nonsense.One(["A sentence.", "true", "on", "1", "2026-11-30", nonsense.One(ids["any"])]),
    };

    private string Value(Nonsense nonsense, string name, JsonElement schema, double wild)
    {
        // Half of what is wrong is at least of the right type, and so gets past the reader.
        var isWrong = nonsense.Maybe(wild);
        if (isWrong && nonsense.Maybe(0.5))
            return nonsense.Json();
        var types = schema.TryGetProperty("type", out var type) ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!] : Array.Empty<string>();
        if (types.Contains("array"))
            return $"[{string.Join(',', Enumerable.Range(0, nonsense.Below(4)).Select(_ => Value(nonsense, name, schema.TryGetProperty("items", out var item) ? item : default, wild)))}]";
        if (types.Contains("boolean"))
            return nonsense.One(["true", "false"]);
        if (types.Contains("integer") || types.Contains("number"))
            return isWrong ? nonsense.One(["0", "-1", "1e20", "79228162514264337593543950335", "0.000000000000000000001"]) : nonsense.One(["1", "12.5", "1000"]);
        var format = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("format", out var f) ? f.GetString() : null;
        return Nonsense.Quoted(format switch
        {
            "uuid" when isWrong => nonsense.SomeId(),
            "date" when isWrong => nonsense.One(["2024-02-29", "0001-01-01", "9999-12-31", "2026-03-29", "2026-11-20"]),
            "date-time" when isWrong => nonsense.One(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-10-25T02:30:00+02:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"]),
            "time" when isWrong => nonsense.One(["00:00", "23:59:59.9999999", "24:00"]),
            _ when isWrong => nonsense.Text(),
            "uuid" => nonsense.One(ids.GetValueOrDefault(name switch { "customer" => "customers", "sale" => "sales", "verbatim" => "verbatims", "team" or "parent" => "teams", _ => "people" }, ids["any"])),
            "date" => nonsense.One(["2026-11-25", "2026-12-01", "2026-12-24", "2026-11-20"]),
            "date-time" => "2026-11-20T10:00:00Z",
            "time" => "08:00",
            _ => Typed(nonsense, name),
        });
    }

    // Latin-1 first: what is no text stays one byte.
    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        var whole = new StringBuilder();
        foreach (var c in text)
        {
            if (c != Nonsense.NoText)
            {
                whole.Append(c);
                continue;
            }
            bytes.AddRange(Encoding.UTF8.GetBytes(whole.ToString()));
            bytes.Add(0xFF);
            whole.Clear();
        }
        bytes.AddRange(Encoding.UTF8.GetBytes(whole.ToString()));
        return [.. bytes];
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 16_777_619) ^ (number * 7_919));

    // ---- What the house says of itself

    private static Dictionary<string, List<(string, JsonElement)>> Bodies(JsonElement document)
    {
        var found = new Dictionary<string, List<(string, JsonElement)>>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                if (operation.Value.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
                    && Resolved(document, json.GetProperty("schema")).TryGetProperty("properties", out var properties))
                    found[$"{operation.Name.ToUpperInvariant()} {path.Name.TrimEnd('/')}"] = [.. properties.EnumerateObject().Select(p => (p.Name, Resolved(document, p.Value)))];
            }
        }
        return found;
    }

    private static JsonElement Resolved(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
            schema = choices.EnumerateArray().Last();
        return schema.TryGetProperty("$ref", out var reference) ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;
    }

    // What pages read from forms and addresses, and what routes for programs read from addresses.
    private static async Task<Dictionary<string, List<string>>> Fields(TestHouse house)
    {
        var loader = house.Services.GetRequiredService<PageLoader>();
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
                continue;
            var page = await loader.LoadAsync(descriptor, endpoint.Metadata);
            found["/" + endpoint.RoutePattern.RawText!.Trim('/')] =
                [.. page.BoundProperties.Select(p => p.Name).Concat(page.HandlerMethods.SelectMany(h => h.Parameters).Select(p => p.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        var document = (await house.Call().Get("/openapi/v1.json")).Json;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            found[path.Name.TrimEnd('/')] = [.. path.Value.EnumerateObject().SelectMany(o => o.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
                .Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!).Distinct()];
        }
        return found;
    }

    private static async Task<Dictionary<string, List<string>>> Ids(TestHouse house)
    {
        var (marta, priya) = (house.Call(Cast.Marta), house.Call(Cast.Priya));
        var ids = new Dictionary<string, List<string>>(StringComparer.Ordinal)
        {
            ["people"] = [.. new[] { Cast.Marta, Cast.Wanda, Cast.Piotr, Cast.Birgit, Cast.Noor }.Select(c => c.Id.ToString())], ["teams"] = [Cast.Warehouse.ToString(), Cast.SalesNorth.ToString(), Cast.Finance.ToString()],
            ["customers"] = [(await marta.Post("customers", new { name = "Alder Bank" })).Expect(201).Id], ["tokens"] = [(await marta.Post("tokens", new { name = "reader", scopes = new[] { "read" } })).Expect(201).Id],
            ["person"] = [], ["views"] = [(await marta.Post("views", new { name = "late", query = "due=late" })).Expect(201).Id],
            ["imports"] = [(await priya.Post("imports?kind=customers", new ByteArrayContent("name\nBirch Hotel"u8.ToArray()))).Expect(201).Id],
            ["conversations"] = [(await marta.Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "The crate" })).Expect(201).Id], ["asks"] = [],
        };
        // Only guests may be made to leave, or the others would soon be nobody.
        for (var i = 0; i < 3; i++)
            ids["person"].Add((await priya.Post("people", new { name = $"Guest {i}", userName = $"guest.{i}" })).Expect(201).Id);
        ids["sales"] = [(await marta.Post("sales", new { customer = ids["customers"][0], name = "Counters", owner = Cast.Marta.Id })).Expect(201).Id];
        ids["verbatims"] = [(await marta.Post("verbatims", new { customer = ids["customers"][0], words = "We move in June.", saidOn = "2026-11-20" })).Expect(201).Id];
        for (var i = 0; i < 12; i++)
        {
            var ask = (await marta.Post("asks", new
            {
                what = $"Could you keep crate {i}?", performer = i % 3 == 0 ? null : (object)Cast.Piotr.Id, team = i % 3 == 0 ? (object)Cast.Warehouse : null, reason = "The customer moves house", effect = "They will come back",
                conditions = new[] { "It stays dry" }, answerBy = "2026-11-25", neededBy = "2026-11-30", draft = i == 11, verbatim = ids["verbatims"][0],
            })).Expect(201);
            ids["asks"].Add(ask.Id);
        }
        ids["file"] = [(await marta.Post($"asks/{ids["asks"][0]}/files?name=crate.txt", new ByteArrayContent("dry"u8.ToArray()))).Expect(201).Id];
        ids["stay"] = [(await marta.Get($"teams/{Cast.Warehouse}/memberships")).Items[0].GetProperty("id").GetString()!];
        ids["any"] = [.. ids.Values.SelectMany(v => v)];
        return ids;
    }
}
