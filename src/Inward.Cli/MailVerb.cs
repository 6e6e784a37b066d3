using System.CommandLine;
using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>What a mail server's pipe calls: the mail comes on standard input.</summary>
internal static class MailVerb
{
    private const int Largest = 25 * 1024 * 1024;

    public static Command Make()
    {
        var to = new Option<string[]>("--to") { Description = "Whom the envelope names; when left out, the mail itself says" };
        var from = new Option<string?>("--from") { Description = "Who sent it, as the envelope says; empty for nobody" };
        return Verbs.Verb("mail", "Bring a mail from standard input, as a mail server does; it needs INWARD_MAIL_SECRET instead of a token", [to, from], async (api, said) =>
        {
            var query = (said.GetValue(to) ?? []).Select(address => $"to={Uri.EscapeDataString(address)}").Concat(said.GetValue(from) is { } sender ? [$"from={Uri.EscapeDataString(sender)}"] : Array.Empty<string>());
            return await Bring(api, $"../../hooks/mail?{string.Join('&', query)}", await Read());
        }, taken => ((JsonArray)taken["talks"]!).Select(talk => $"{talk}  logged").DefaultIfEmpty("Known already."), () => Api.ForMail(Verbs.Url, Environment.GetEnvironmentVariable("INWARD_MAIL_SECRET")));
    }

    // A mail is refused for good (1) only by a rule; a wrong secret (2) and a pause (3) are no reason to lose it.
    private static async Task<JsonNode?> Bring(Api api, string path, byte[] mail)
    {
        try
        {
            return await api.Upload(path, mail, "message/rfc822");
        }
        catch (Refused refused) when (refused.Status is 401 or 403 or 404)
        {
            throw new WrongUse(refused.Message);
        }
        catch (Refused later) when (later.Status == 429)
        {
            throw new OutOfReach(later.Message);
        }
    }

    private static async Task<byte[]> Read()
    {
        using var mail = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        var block = new byte[64 * 1024];
        for (int read; (read = await input.ReadAsync(block)) > 0;)
        {
            mail.Write(block, 0, read);
            if (mail.Length > Largest)
                throw new Refused($"A mail may have at most {Largest / (1024 * 1024)} MB.", 413);
        }
        return mail.Length > 0 ? mail.ToArray() : throw new WrongUse("There is no mail on standard input: `inward mail < message`.");
    }
}
