using System.Globalization;
using System.Text;

namespace Inward.Server.Tests.BadInput;

/// <summary>What nobody should send. Everything comes from one source of chance, so that it can be sent again.</summary>
public sealed class Nonsense(Random chance)
{
    /// <summary>Stands for a byte that is no UTF-8.</summary>
    public const char NoText = '\uFFFF';

    private static readonly string[] Texts =
    [
        "", " ", "\t", "null", "undefined", "NaN", "0", "-1", "1e400", "99999999999999999999999", "true", "=cmd()", "@SUM(1)", "<script>alert(1)</script>", "'; drop table ask; --", "%", "%s%n", "\\", "\"", "''", "${7*7}", "{{7*7}}",
        "../../etc/passwd", "file:///etc/passwd", "http://169.254.169.254/", "\u202Egnp.exe", "\u200B", "\uFEFF", "👩‍👩‍👧‍👦", "ﷺ", "ʇsǝʇ", "Ⅷ", "١٢", "İi", "ß", "a\u0301", "\r\n\r\nSet-Cookie: a=b", "Europe/Nowhere", "Etc/GMT+14", "de", "qps", "me", "mine",
        "2026-02-30", "2024-02-29", "0001-01-01", "9999-12-31", "10000-01-01", "2026-03-29T02:30:00", "2026-10-25T02:30:00+02:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-11-21T25:00:00Z", "24:00", "00:00:00.0000001", "25:61",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10}", "0198F3C2-7D5E-7C31-9A52-3F1F6C1E5A10", "0198f3c27d5e7c319a523f1f6c1e5a10", "W10", "WyJhIiwiYiJd", "WyJhIiwiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIl0",
        "2026-11-30~0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10", "99999999999999999999~0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10", "late", "board", "performer", "closed", "\u0000", "a\u0000b", "\uD800", "x\uDC00", "\uDC00\uD800",
    ];

    private static readonly string[] Jsons =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-1e400", "99999999999999999999999", "2147483648", "9223372036854775808", "0.00000000000000000000000000001", "79228162514264337593543950336", "[]", "{}", "[[]]", "[null]", "{\"a\":1}", "\"\"",
        "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"\\u202e\"", "[\"\",\" \",null]", "[\"a\",\"a\"]", "\"" + "\uFFFF" + "\"", "\"\\x\"", "01", "'a'", "NaN", "",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "}", "[", "[]", "null", "\"text\"", "1", "{}", "{]", "{\"a\":}", "{\"\":\"\"}", "{\"what\":1,\"what\":2}", "\uFEFF{}", "\uFFFF", "{\"what\":\"\uFFFF\uFFFF\"}", "<xml/>", "a=b&c=d", "{\"what\":\"x\"} trailing", "{'what':1}", "// {}", "\u0000",
    ];

    public bool Maybe(double share) => chance.NextDouble() < share;

    public T One<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    public int Below(int most) => chance.Next(most);

    public string Text() => chance.Next(24) switch
    {
        0 => new string('x', 1 + chance.Next(30_000)),
        1 => string.Concat(Enumerable.Repeat("🦉", 1 + chance.Next(200))),
        2 => Any(1 + chance.Next(40)),
        3 => chance.NextInt64().ToString(CultureInfo.InvariantCulture),
        4 => SomeId(),
        _ => One(Texts),
    };

    /// <summary>A JSON value of a kind that nobody asked for.</summary>
    public string Json() => chance.Next(8) switch
    {
        0 => new string('[', 1 + chance.Next(200)),
        1 => string.Concat(Enumerable.Repeat("[", 30)) + string.Concat(Enumerable.Repeat("]", 30)),
        2 or 3 => Quoted(Text()),
        4 => $"[{string.Join(',', Enumerable.Repeat(Quoted("again"), 1 + chance.Next(300)))}]",
        _ => One(Jsons),
    };

    public string Body() => chance.Next(10) switch
    {
        0 => new string('{', 1 + chance.Next(500)),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80),
        2 => Any(chance.Next(200)),
        _ => One(Bodies),
    };

    public string SomeId()
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    public static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                json.Append(c);
        }
        return json.Append('"').ToString();
    }

    private string Any(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)(chance.Next(4) == 0 ? chance.Next(0x10000) : chance.Next(0x20, 0x250))));
}
