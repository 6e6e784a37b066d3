using System.Text;
using System.Text.RegularExpressions;

namespace Inward.Server.Tests.Mail;

/// <summary>A letter as a mail program reads it.</summary>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, IReadOnlyList<(string Name, string Value)> Headers, string Text, string Html, bool Tls, string? Login)
{
    public string Subject => this["Subject"]!;

    /// <summary>The header's value, or null; a header that comes twice is a mistake.</summary>
    public string? this[string name] => Headers.SingleOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The path of the link under this label.</summary>
    public string Link(string label)
    {
        var lines = Text.Split('\n');
        var at = Array.FindIndex(lines, line => line.Trim().StartsWith(label, StringComparison.Ordinal));
        at.ShouldBeGreaterThanOrEqualTo(0, $"There is no link “{label}” in\n{Text}");
        var path = new Uri(lines[at + 1].Trim()).PathAndQuery;
        Html.ShouldContain(path);
        return path;
    }

    public static ReceivedMail Read(string from, IReadOnlyList<string> to, string data, bool tls, string? login)
    {
        var (headers, body) = Part(data);
        var type = headers.Single(h => h.Name == "Content-Type").Value;
        type.ShouldStartWith("multipart/alternative");
        var boundary = Regex.Match(type, "boundary=\"?([^\";]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var parts = body.Split($"--{boundary}").Skip(1).SkipLast(1).Select(p => Part(p.TrimStart('\r', '\n'))).ToList();
        string Words(string kind) => parts.Where(p => p.Headers.Any(h => h.Name == "Content-Type" && h.Value.StartsWith(kind, StringComparison.Ordinal))).Select(p => Decoded(p.Headers, p.Body)).Single();
        return new ReceivedMail(from, [.. to], headers, Words("text/plain"), Words("text/html"), tls, login);
    }

    private static (IReadOnlyList<(string Name, string Value)> Headers, string Body) Part(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var unfolded = Regex.Replace(text[..end], "\r\n[ \t]+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
        return ([.. unfolded.Split("\r\n").Select(line => line.Split(':', 2)).Select(h => (h[0], WithoutEncoding(h[1].Trim())))], text[(end + 4)..]);
    }

    private static string Decoded(IReadOnlyList<(string Name, string Value)> headers, string body) =>
        (headers.SingleOrDefault(h => h.Name.Equals("Content-Transfer-Encoding", StringComparison.OrdinalIgnoreCase)).Value?.ToLowerInvariant() switch
        {
            "quoted-printable" => Encoding.UTF8.GetString(Unquoted(body.Replace("=\r\n", "", StringComparison.Ordinal))),
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            _ => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)),
        }).ReplaceLineEndings("\n");

    // RFC 2047: white space between two encoded words is not part of the text.
    private static string WithoutEncoding(string value)
    {
        var joined = Regex.Replace(value, @"\?=\s+=\?", "?==?", RegexOptions.None, TimeSpan.FromSeconds(1));
        return Regex.Replace(joined, @"=\?utf-8\?([BQ])\?(.*?)\?=", m => Encoding.UTF8.GetString(m.Groups[1].Value.ToUpperInvariant() == "B"
            ? Convert.FromBase64String(m.Groups[2].Value)
            : Unquoted(m.Groups[2].Value.Replace('_', ' '))), RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    private static byte[] Unquoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }
        return [.. bytes];
    }
}
