using System.Net.Mail;
using Inward.House;

namespace Inward.Conversations;

/// <summary>Tells which mails no person wrote: their headers say so. They become no talk, and nothing answers them, so nothing goes in circles.</summary>
public static class MailSigns
{
    /// <summary>Refuses answers of machines, reports about mails, and mails of Inward itself.</summary>
    /// <param name="header">The first header of a name; null when there is none.</param>
    /// <param name="type">The content type of the whole mail, such as text/plain.</param>
    /// <param name="sender">Whom the envelope names as its sender, empty where it names nobody; null when it is not known.</param>
    /// <param name="ownHost">The host in the ids of letters that this Inward writes.</param>
    public static void Check(Func<string, string?> header, string type, string? sender, string ownHost)
    {
        if (IsOwn(header("Message-ID") ?? "", ownHost))
            throw Rule.Invalid("mail", "This mail comes from Inward itself. It is no talk.");
        if (type == "multipart/report" || IsNobody(sender ?? header("Return-Path")) || IsPostman(header("From") ?? ""))
            throw Rule.Invalid("mail", "This mail reports on another mail. It is no talk.");
        if (IsAutomatic(header))
            throw Rule.Invalid("mail", "A machine wrote this mail, such as an out-of-office reply or a list. It is no talk.");
    }

    // RFC 3834, and what programs did before it.
    private static bool IsAutomatic(Func<string, string?> header)
    {
        var submitted = (header("Auto-Submitted") ?? "no").Split(';', '(')[0].Trim();
        var precedence = (header("Precedence") ?? "").Trim().ToLowerInvariant();
        return !submitted.Equals("no", StringComparison.OrdinalIgnoreCase)
            || precedence is "bulk" or "list" or "junk" or "auto_reply" or "auto-reply"
            || header("X-Auto-Response-Suppress") is { } suppressed && !suppressed.Trim().Equals("None", StringComparison.OrdinalIgnoreCase)
            || header("X-Autoreply") is not null || header("X-Autorespond") is not null;
    }

    // A null return path (RFC 5321, 4.5.5), also as mail servers hand it to programs.
    private static bool IsNobody(string? sender) => sender is not null && sender.Trim().Trim('<', '>').Trim() is var who
        && (who.Length == 0 || who.StartsWith("mailer-daemon", StringComparison.OrdinalIgnoreCase));

    private static bool IsPostman(string from) => from.Contains("mailer-daemon@", StringComparison.OrdinalIgnoreCase) || from.Contains("postmaster@", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwn(string id, string ownHost) => MailAddress.TryCreate(id.Trim().Trim('<', '>'), out var named)
        && named.Host.Equals(ownHost, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(named.User, out _);
}
