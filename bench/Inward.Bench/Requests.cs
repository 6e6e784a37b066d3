using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.House;

namespace Inward.Bench;

/// <summary>One of the main requests: as Inward is asked, as the floor is asked, and how much more it may cost.</summary>
/// <param name="Most">Times the floor's CPU: on SQLite, on PostgreSQL.</param>
internal sealed record Measured(string Name, Func<int, byte[]> Inward, Func<int, byte[]> Floor, (double Sqlite, double Postgres) Most, int Status = 200)
{
    public bool IsSearch => Name.StartsWith("search", StringComparison.Ordinal);

    public bool IsCreate => Status == 201;
}

/// <summary>The requests, made once and sent many times; the callers take turns.</summary>
internal sealed class Requests(Known known)
{
    private readonly string run = Id.New(TimeProvider.System.GetUtcNow()).ToString();
    private readonly DateOnly today = DateOnly.FromDateTime(known.Now.UtcDateTime);
    private int created;

    public IReadOnlyList<Measured> All =>
    [
        new("list page", i => Page(i, "/asks"), FloorList, (3, 2.5)),
        new("list API", i => Api(i, "asks"), FloorList, (2, 2)),
        new("ask page", i => Page(i, $"/asks/{AskOf(i)}"), FloorAsk, (3, 3)),
        new("ask API", i => Api(i, $"asks/{AskOf(i)}"), FloorAsk, (3, 3)),
        new("create API", Create, FloorCreate, (2.5, 2.5), 201),
        new("log a talk API", Talk, FloorCreate, (2.5, 2.5), 201),
        new("see next API", i => Api(i, "me/next"), FloorNext, (3, 3)),
        new("search page", i => Page(i, $"/search?q={Company.Sought(i)}"), FloorSearch, (3, 3)),
        new("search API", i => Api(i, $"search?q={Company.Sought(i)}"), FloorSearch, (3, 3)),
    ];

    public byte[] Page(int i, string path) => Get(path, $"Cookie: inward={Who(i).Cookie}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n");

    /// <summary>Something a browser fetches for a page.</summary>
    public static byte[] Asset(string path) => Get(path, "Accept-Encoding: gzip, deflate, br\r\n");

    public byte[] Api(int i, string path) => Get($"/api/v1/{path}", $"Authorization: Bearer {Who(i).Token}\r\n");

    public byte[] FloorList(int i) => Get($"/list?{Me(i)}");

    public byte[] FloorAsk(int i) => Get($"/ask?{Me(i)}&id={AskOf(i)}");

    public byte[] FloorNext(int i) => Get($"/next?{Me(i)}");

    public byte[] FloorSearch(int i) => Get($"/search?{Me(i)}&q={Company.Sought(i)}");

    private byte[] Create(int i) => Post("/api/v1/asks", $"Authorization: Bearer {Who(i).Token}\r\nIdempotency-Key: {run}-{Interlocked.Increment(ref created)}\r\n", NewAsk(i));

    // As much is said as is asked, so that it is held against the same floor.
    private byte[] Talk(int i) => Post("/api/v1/conversations", $"Authorization: Bearer {Who(i).Token}\r\nIdempotency-Key: {run}-{Interlocked.Increment(ref created)}\r\n", JsonSerializer.Serialize(new
    {
        people = new[] { Company.Person(Company.Callers + (i * 7 % (Company.People - Company.Callers))) }, channel = "call",
        text = "Their line starts on Monday as promised.\nneed: the packing list a day before the crates\nobstacle: without papers they stand in the yard",
    }, Wire.Json));

    private byte[] FloorCreate(int i) => Post($"/asks?{Me(i)}", "", NewAsk(i));

    // Needed in a year, so that the first fifty of a list stay what they were.
    private string NewAsk(int i) => JsonSerializer.Serialize(new
    {
        what = $"Send the {Company.Sought(i)} papers ahead", performer = Company.Person(Company.Callers + (i * 7 % (Company.People - Company.Callers))),
        reason = "The customer's forwarder clears customs a day before the crates arrive, and without papers they stand in the yard.",
        effect = "Their line starts on Monday as promised.", conditions = new[] { "The forwarder has the papers on Thursday", "The packing list names every crate" },
        answerBy = today.AddDays(360), neededBy = today.AddDays(365),
    }, Wire.Json);

    // Callers look at their own: the first ask of each has a history of twenty happenings.
    private static Id AskOf(int i) => Company.AskId(i % Company.Callers);

    private Caller Who(int i) => known.Callers[i % known.Callers.Count];

    private string Me(int i) => $"w={known.Workspace}&p={Who(i).Person}&t={Who(i).Team}";

    private static byte[] Get(string path, string headers = "") => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n");

    private static byte[] Post(string path, string headers, string body) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
