using System.Security.Cryptography;
using System.Text;
using Inward.Conversations;
using Inward.House;
using Inward.Server.House.Mime;

namespace Inward.Server.Conversations;

/// <summary>A mail as a mail server brings it: its bytes, and what the envelope says.</summary>
/// <param name="To">Whom the envelope names; none when only the mail itself says.</param>
/// <param name="Sender">Who sent it, empty for nobody; null when it is not known.</param>
public sealed record Incoming(byte[] Raw, IReadOnlyList<string> To, string? Sender)
{
    /// <summary>More than this is no talk.</summary>
    public const int Largest = 25 * 1024 * 1024;

    private static readonly string[] Receivers = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Resent-To", "Resent-Cc", "Resent-Bcc", "To", "Cc", "Bcc"];

    /// <summary>The secrets of those in whose name it is told, wherever they stand.</summary>
    public static IReadOnlyList<string> Secrets(Incoming mail, MimePart read) =>
        [.. mail.To.Concat(Receivers.SelectMany(read.Headers.All)).SelectMany(HeaderValue.Addresses).Select(MailAddress.SecretOf).OfType<string>().Distinct().Take(10)];

    /// <summary>By what it is known when it is brought again.</summary>
    public static byte[] Name(Incoming mail, MimePart read) => read.Headers["Message-ID"] is { Length: > 0 } id ? SHA256.HashData(Encoding.UTF8.GetBytes(id.Trim())) : SHA256.HashData(mail.Raw);

    /// <summary>What a talk is made of; refused when no person wrote it.</summary>
    public static Mailed Read(Incoming mail, MimePart read, string ownHost)
    {
        MailSigns.Check(name => read.Headers[name], read.Type, mail.Sender, ownHost);
        var body = MailBody.Of(read);
        var others = new[] { "From", "To", "Cc" }.SelectMany(read.Headers.All).SelectMany(HeaderValue.Addresses).Where(a => MailAddress.SecretOf(a) is null).Distinct().ToList();
        return new Mailed(read.Headers.All("From").SelectMany(HeaderValue.Addresses).FirstOrDefault(), others, MailDate.Read(read.Headers["Date"]), Subject(read), body.Text, body.Attachments);
    }

    public static string Subject(MimePart read) => Mail.Letter.OneLine(EncodedWords.Read(read.Headers["Subject"] ?? ""), 300);
}
