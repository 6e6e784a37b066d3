using System.Text;
using System.Text.Json;
using Inward.House;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Inward.Server.Conversations;

/// <summary>
/// A mail as services post it: the mail alone (message/rfc822), or a form with the mail in the field `email` (SendGrid, “raw”) or
/// `body-mime` (Mailgun), and the envelope beside it.
/// </summary>
public static class MailPost
{
    /// <summary>What a form may weigh beside the mail, and in letters that are spelled with three.</summary>
    public const int Around = 4 * 1024 * 1024;

    private const int MostFields = 100, LongestField = 64 * 1024;

    public static async Task<Incoming> Read(HttpContext http)
    {
        var query = http.Request.Query;
        var to = query["to"].OfType<string>().ToList();
        var sender = query.TryGetValue("from", out var from) ? from.ToString() : null;
        var type = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var said) ? said : null;
        var form = type?.MediaType.Value?.ToLowerInvariant() switch
        {
            "multipart/form-data" => await Fields(http, HeaderUtilities.RemoveQuotes(type.Boundary).Value),
            "application/x-www-form-urlencoded" => await Typed(http),
            _ => null,
        };
        if (form is null)
            return Checked(new Incoming(await Bytes(http.Request.Body, Incoming.Largest, http.RequestAborted), to, sender));
        to.AddRange(Texts(form, "recipient"));
        if (Texts(form, "envelope").FirstOrDefault() is { } envelope)
            Open(envelope, to, ref sender);
        sender ??= Texts(form, "sender").FirstOrDefault();
        var raw = form.GetValueOrDefault("email") ?? form.GetValueOrDefault("body-mime") ?? throw Rule.Invalid("mail", "This form holds no mail: it should stand in the field email or body-mime, as it came.");
        return Checked(new Incoming(raw, to, sender));
    }

    private static Incoming Checked(Incoming mail) => mail.Raw.Length > 0 ? mail : throw Rule.Invalid("mail", "There is no mail in this request.");

    // Read by hand: as a form's text, what is not UTF-8 would be lost.
    private static async Task<Dictionary<string, byte[]>> Fields(HttpContext http, string? boundary)
    {
        var fields = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var reader = new MultipartReader(boundary is { Length: > 0 and <= 200 } ? boundary : throw new InvalidDataException("no boundary"), http.Request.Body);
            while (fields.Count < MostFields && await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
                    continue;
                // Only what is asked for is kept; a parsed mail's attachments may stand beside it.
                if (name is "email" or "body-mime")
                    fields[name] = await Bytes(section.Body, Incoming.Largest, http.RequestAborted);
                else if (name is "recipient" or "envelope" or "sender")
                    fields[name] = await Bytes(section.Body, LongestField, http.RequestAborted);
            }
            return fields;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Rule.Invalid("mail", "This form cannot be read.");
        }
    }

    private static async Task<Dictionary<string, byte[]>> Typed(HttpContext http)
    {
        try
        {
            var read = await new FormFeature(http.Request, new FormOptions { ValueLengthLimit = Incoming.Largest, BufferBodyLengthLimit = Incoming.Largest + Around, ValueCountLimit = MostFields }).ReadFormAsync(http.RequestAborted);
            return read.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value.ToString()), StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException)
        {
            throw Rule.Invalid("mail", "This form cannot be read.");
        }
    }

    private static IEnumerable<string> Texts(Dictionary<string, byte[]> form, string name) => form.TryGetValue(name, out var said) ? [Encoding.UTF8.GetString(said)] : [];

    // {"to":["talk-…@in.company.example"],"from":"wanda@company.example"}
    private static void Open(string envelope, List<string> to, ref string? sender)
    {
        try
        {
            using var read = JsonDocument.Parse(envelope);
            if (read.RootElement.ValueKind != JsonValueKind.Object)
                return;
            if (read.RootElement.TryGetProperty("to", out var receivers) && receivers.ValueKind == JsonValueKind.Array)
                to.AddRange(receivers.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!));
            if (sender is null && read.RootElement.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.String)
                sender = from.GetString();
        }
        catch (JsonException)
        {
            // Then the mail itself says to whom it went.
        }
    }

    private static async Task<byte[]> Bytes(Stream from, int most, CancellationToken stop)
    {
        using var held = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(block, stop)) > 0;)
        {
            if (held.Length + read > most)
                throw new BadHttpRequestException("too large", 413);
            held.Write(block, 0, read);
        }
        return held.ToArray();
    }
}
