using System.Globalization;
using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.Conversations;
using Inward.Server.House.Mime;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Conversations;

/// <summary>Mails as others' programs write them, and as nobody should.</summary>
public sealed class MimeTests
{
    private const string WriteAndRead = """
        import json, base64
        from email.message import EmailMessage
        from email import message_from_bytes, policy
        out = []
        texts = ["Grüße aus Łódź, 3 €: “ja”\nneed: a dry corner 🦉\n", "plain words\n", ". a dot\nFrom the start\n" + "long " * 300 + "\n", "tab\there = equals =20 \n\ntwo\n"]
        for text in texts:
            for charset in ["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16", "koi8-r"]:
                for cte in ["8bit", "base64", "quoted-printable"]:
                    if charset == "utf-16" and cte != "base64": continue
                    for kind in range(5):
                        mail = EmailMessage(policy=policy.SMTP if kind % 2 else policy.default)
                        mail["Subject"] = "Re: " + text.split("\n")[0][:200]
                        mail["From"] = '"Würth, Marta" <marta@osterfenn.example>'
                        mail["To"] = '"Lorenz, Wanda" <Wanda@osterfenn.example>, piotr@osterfenn.example'
                        mail["Cc"] = "team: a@x.example, b@x.example;"
                        mail["Date"] = "Fri, 20 Nov 2026 14:03:05 +0100"
                        try:
                            mail.set_content(text, charset=charset, cte=cte)
                            if kind >= 2: mail.add_alternative("<p>other</p>", subtype="html")
                            if kind >= 3: mail.add_attachment(b"\x00\x01" * 40, maintype="image", subtype="png", filename="Kiste ü.png")
                            if kind >= 4: mail.add_attachment("a,b", filename="a.csv")
                            raw = mail.as_bytes()
                            back = message_from_bytes(raw, policy=policy.default)
                            said = back.get_body(("plain",)).get_content()
                        except (UnicodeEncodeError, LookupError, ValueError): continue
                        out.append({"raw": base64.b64encode(raw).decode(), "text": said, "subject": str(back["Subject"]),
                          "addresses": [a.addr_spec.lower() for h in ("From", "To", "Cc") for a in back[h].addresses], "files": len(list(back.iter_attachments())), "date": back["Date"].datetime.isoformat()})
        print(json.dumps(out))
        """;

    private static readonly string[] Shapes =
    [
        // Outlook: an alternative of both, quoted-printable in windows-1252.
        "From: \"Wanda Lorenz\" <Wanda.Lorenz@osterfenn.example>\r\nTo: Marta Kowal <marta@osterfenn.example>\r\nSubject: AW: =?iso-8859-1?Q?Gr=FC=DFe_zur_Kiste?=\r\nThread-Topic: x\r\nDate: Fri, 20 Nov 2026 13:03:05 +0000\r\nMessage-ID:\r\n <AM0PR0@EURPRD.PROD.OUTLOOK.COM>\r\n"
            + "Content-Language: de-DE\r\nContent-Type: multipart/alternative;\r\n\tboundary=\"_000_AM0PR0_\"\r\nMIME-Version: 1.0\r\n\r\n--_000_AM0PR0_\r\nContent-Type: text/plain; charset=\"Windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSch=F6n =96 ja.\r\nneed: ein trockenes=\r\n Eck\r\n\r\n"
            + "--_000_AM0PR0_\r\nContent-Type: text/html; charset=\"Windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><style>p {color: red}</style></head><body><p>anders</p></body></html>\r\n\r\n--_000_AM0PR0_--\r\n",
        // Gmail: base64, HTML alone, a quote.
        "From: Wanda <wanda@osterfenn.example>\nTo: marta@osterfenn.example\nSubject: =?UTF-8?B?R3LDvMOfZSA=?=\n =?UTF-8?B?enVyIEtpc3Rl?=\nContent-Type: text/html; charset=\"UTF-8\"\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes("<div dir=\"ltr\">Schön – ja.<br>need: ein trockenes&nbsp;Eck</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">Am Fr., 20. Nov. 2026 um 14:03 Uhr schrieb Marta &lt;<a href=\"mailto:m@x\">m@x.example</a>&gt;:<br></div><blockquote class=\"gmail_quote\"><div>alt</div></blockquote></div>"), Base64FormattingOptions.InsertLineBreaks) + "\n",
        // Apple Mail: format=flowed, a picture between two texts.
        "From: Wanda <wanda@osterfenn.example>\r\nTo: marta@osterfenn.example\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= zur Kiste\r\nContent-Type: multipart/mixed; boundary=Apple-Mail=_1\r\n\r\n--Apple-Mail=_1\r\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\nContent-Transfer-Encoding: 8bit\r\n\r\nSchön  \r\n– ja.\r\n"
            + "--Apple-Mail=_1\r\nContent-Type: image/jpeg; name=a.jpg\r\nContent-Disposition: inline; filename=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/\r\n--Apple-Mail=_1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nneed: ein trockenes Eck\r\n--Apple-Mail=_1--\r\n",
    ];

    [Fact]
    public async Task It_reads_what_Python_writes_as_Python_reads_it()
    {
        var said = await Peer.Says("python3", ["-c", WriteAndRead]);
        var mails = said.StartsWith('[') ? JsonSerializer.Deserialize<List<Written>>(said, JsonSerializerOptions.Web)! : throw new InvalidOperationException(said);
        mails.Count.ShouldBeGreaterThan(150);
        foreach (var written in mails)
        {
            var (raw, whole) = (Convert.FromBase64String(written.Raw), MimePart.Read(Convert.FromBase64String(written.Raw)));
            var body = MailBody.Of(whole);
            body.Text.TrimEnd('\n').ShouldBe(written.Text.ReplaceLineEndings("\n").TrimEnd('\n'), Encoding.Latin1.GetString(raw));
            EncodedWords.Read(whole.Headers["Subject"]!).ShouldBe(written.Subject.TrimEnd());
            new[] { "From", "To", "Cc" }.SelectMany(whole.Headers.All).SelectMany(HeaderValue.Addresses).ShouldBe(written.Addresses);
            body.Attachments.ShouldBe(written.Files);
            MailDate.Read(whole.Headers["Date"]).ShouldBe(DateTimeOffset.Parse(written.Date, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void It_reads_what_Outlook_Gmail_and_Apple_Mail_write(int shape)
    {
        var mail = Incoming.Read(new Incoming(Encoding.UTF8.GetBytes(Shapes[shape]), [], null), MimePart.Read(Encoding.UTF8.GetBytes(Shapes[shape])), "inward.example");
        mail.Subject.ShouldEndWith("Grüße zur Kiste");
        Inward.Conversations.MailWords.Of(mail.Text, false).Text.ShouldBe("Schön – ja.\nneed: ein trockenes Eck");
        mail.Others.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("=?utf-8?q?a?= =?utf-8?q?b?=", "ab")]
    [InlineData("=?utf-8?q?a?= b", "a b")]
    [InlineData("a =?utf-8?q?b?=", "a b")]
    [InlineData("=?utf-8?b?w4M=?= =?iso-8859-1?q?=E4?=", "Ãä")]
    [InlineData("=?utf-8?q?=C3?= =?utf-8?q?=A4?=", "ä")]
    [InlineData("=?utf-8*de?q?=C3=A4_=C3=B6?=", "ä ö")]
    [InlineData("=?no-such-set?q?x?=", "x")]
    [InlineData("=?utf-8?x?y?=", "=?utf-8?x?y?=")]
    [InlineData("=?utf-8?q?never ends", "=?utf-8?q?never ends")]
    [InlineData("=?=?utf-8?q?a?=", "=?a")]
    public void Words_in_headers_are_read_or_stay(string header, string read) => EncodedWords.Read(header).ShouldBe(read);

    [Theory]
    [InlineData("\"Lorenz, Wanda \\\"W\\\"\" <wanda@x.example>, piotr@x.example (Piotr, crating)", "wanda@x.example piotr@x.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("Team: a@x.example, <b@x.example>;, c@x.example", "a@x.example b@x.example c@x.example")]
    [InlineData("<@old.example,@route.example:a@x.example>", "a@x.example")]
    [InlineData("nobody, @x, y@, a b@x.example", "")]
    public void Addresses_are_told_from_names(string header, string read) => HeaderValue.Addresses(header).ShouldBe(read.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("Fri, 20 Nov 2026 14:03:05 +0100 (CET)", "2026-11-20T14:03:05+01:00")]
    [InlineData("20 Nov 26 14:03 EST", "2026-11-20T14:03:00-05:00")]
    [InlineData("Fri, 20 Nov 2026 14:03:05 GMT", "2026-11-20T14:03:05Z")]
    [InlineData("Fri, 31 Feb 2026 14:03:05 +0100", null)]
    [InlineData("1 Jan 0001 00:00:00 +1300", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_or_not_there(string header, string? at) => MailDate.Read(header).ShouldBe(at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

    [Fact]
    public void What_a_mail_bomb_holds_is_refused_and_quickly()
    {
        var nested = string.Concat(Enumerable.Range(0, 30).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        Should.Throw<BrokenRule>(() => Read(nested));
        Should.Throw<BrokenRule>(() => Read("Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 600))));
        Should.Throw<BrokenRule>(() => Read("Subject: x\n" + string.Concat(Enumerable.Repeat("X-A: b\n", 2_000)) + "\nx"));
        Should.Throw<BrokenRule>(() => Read("Subject: " + new string('a', 300_000) + "\n\nx"));
        Read("Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<a \"", 400_000)));
        Read("Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<blockquote>", 100_000)));
        Read("Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<style>", 200_000)));
        Read("Content-Transfer-Encoding: quoted-printable\n\n" + new string('=', 3_000_000));
        Read("Content-Transfer-Encoding: quoted-printable\n\n" + string.Concat(Enumerable.Repeat("= ", 1_000_000)));
        Read("Content-Type: multipart/mixed; boundary=\"-\"\n\n" + new string('-', 20_000_000));
        Read("Content-Type: multipart/mixed; boundary=\"-\"\n\n" + string.Concat(Enumerable.Repeat("\n--x", 5_000_000)));
    }

    [Fact]
    public void Whatever_is_broken_is_read_or_refused_by_a_rule()
    {
        var chance = new Random(20_261_122);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 6_000; i++)
        {
            try
            {
                var text = Read(Broken(Encoding.UTF8.GetBytes(Shapes[i % Shapes.Length]), chance));
                Text.IsWhole(text.Subject + text.Text).ShouldBeTrue();
                read++;
            }
            catch (BrokenRule)
            {
                refused++;
            }
        }
        read.ShouldBeGreaterThan(4_000);
    }

    private static byte[] Broken(byte[] mail, Random chance)
    {
        var bytes = mail.ToList();
        var signs = "\r\n=?:;<>\"(),-\0\u00ff\\&/ "u8.ToArray();
        for (var n = chance.Next(1, 12); n > 0; n--)
        {
            var at = chance.Next(bytes.Count);
            if (chance.Next(3) == 0)
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, chance.Next(1, 40)));
            else if (chance.Next(2) == 0)
                bytes.InsertRange(at, Enumerable.Repeat(signs[chance.Next(signs.Length)], chance.Next(1, 5)));
            else
                bytes[at] = (byte)chance.Next(256);
            if (bytes.Count < 10)
                break;
        }
        return [.. bytes];
    }

    private static Inward.Conversations.Mailed Read(string mail) => Read(Encoding.UTF8.GetBytes(mail));

    private static Inward.Conversations.Mailed Read(byte[] mail)
    {
        var read = MimePart.Read(mail);
        Incoming.Secrets(new Incoming(mail, [], null), read);
        var whole = Incoming.Read(new Incoming(mail, [], null), read, "inward.example");
        Inward.Conversations.MailWords.Of(whole.Text, false);
        return whole;
    }

    private sealed record Written(string Raw, string Text, string Subject, IReadOnlyList<string> Addresses, int Files, string Date);
}
