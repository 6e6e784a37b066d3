using System.Net.Http.Headers;
using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Mime;
using Inward.Server.House.Words;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace Inward.Server.Conversations;

/// <summary>
/// Where a mail server brings a mail. Nothing is ever mailed back. What is refused for good is a 406: a service that tries a 4xx again
/// lets that one be.
/// </summary>
public sealed class MailHook(MailInSettings settings, MailSettings own, Limits limits, Store store, TimeProvider clock)
{
    /// <param name="Talks">The talks it became, now.</param>
    /// <param name="Known">How many it had become before.</param>
    public sealed record Taken(IReadOnlyList<Id> Talks, int Known);

    public static void Map(IEndpointRouteBuilder programs)
    {
        // Mailgun posts the mail as it is to an address that ends in mime.
        foreach (var path in new[] { "/hooks/mail", "/hooks/mail/mime" })
            programs.MapPost(path, (HttpContext http, MailHook hook) => hook.Take(http)).AllowAnonymous().ExcludeFromDescription();
    }

    private async Task<IResult> Take(HttpContext http)
    {
        var t = http.Tongue();
        if (!settings.IsOpen)
            throw Rule.NotVisible();
        if ((limits.Wait(http) ?? limits.WaitForMail(http)) is { } wait)
            return Later(http, wait, t["Too many mails at once. Bring it again later."]);
        if (!settings.IsSecret(Said(http)))
        {
            limits.CountWrongGuess(http);
            return Refused(401, "sign-in", t["Sign in first"], t["Send the secret for mail: as X-Inward-Secret, as the password of the address, or as ?secret=."]);
        }
        try
        {
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = Incoming.Largest + MailPost.Around;
            return await Take(http, await MailPost.Read(http), t);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == 413)
        {
            return Refused(413, "too-large", t["Too large"], t["A mail may have at most {0} MB.", Incoming.Largest / (1024 * 1024)]);
        }
        catch (BrokenRule rule) when (rule.Why == Broken.Invalid)
        {
            return Refused(406, "invalid", t["Not accepted"], t[rule.Sentence]);
        }
    }

    private async Task<IResult> Take(HttpContext http, Incoming mail, Tongue t)
    {
        var (now, read) = (clock.GetUtcNow(), MimePart.Read(mail.Raw));
        var (talks, known, owners) = (new List<Id>(), 0, 0);
        Sentence? refused = null;
        foreach (var secret in Incoming.Secrets(mail, read))
        {
            if (await store.Read(session => MailAddress.Of.Owner(session, secret, now)) is not { } me)
                continue;
            owners++;
            if (await store.Read(session => MailDesk.CameLately(session, me, now)) >= MailDesk.MostAnHour)
                return Later(http, TimeSpan.FromHours(1), t["More than {0} mails came to this address within an hour. Bring it again later.", MailDesk.MostAnHour]);
            var (talk, why) = await TakeFor(me, mail, read, new Act(me.Workspace, me.Person, now, "mail", http.TraceIdentifier));
            refused ??= why;
            if (talk is { } made)
                talks.Add(made);
            known += talk is null && why is null ? 1 : 0;
        }
        if (owners == 0)
            throw Rule.Invalid("mail", "None of the addresses of this mail is one of a colleague here, or it has ended.");
        return talks.Count + known > 0 ? Results.Json(new Taken(talks, known), Wire.Json) : throw Rule.Invalid("mail", refused!);
    }

    private async Task<(Id? Talk, Sentence? Why)> TakeFor(Me me, Incoming mail, MimePart read, Act act)
    {
        var name = Incoming.Name(mail, read);
        try
        {
            return (await store.Write(act, unit => MailDesk.Log(unit, me, name, Incoming.Read(mail, read, own.From.Host))), null);
        }
        catch (BrokenRule rule) when (rule.Why is Broken.Invalid)
        {
            var why = rule.Fields.Count > 0 ? rule.Fields[0].Sentence : rule.Sentence;
            await store.Write(act, unit => MailDesk.Refuse(unit, me, name, Incoming.Subject(read), why));
            return (null, why);
        }
    }

    private static string Said(HttpContext http)
    {
        if (http.Request.Headers["X-Inward-Secret"].ToString() is { Length: > 0 } header)
            return header;
        if (AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var said) && said.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && said.Parameter is { } basic)
            return Encoding.UTF8.GetString(Transfer.Base64(Encoding.ASCII.GetBytes(basic))).Split(':', 2)[^1];
        return http.Request.Query["secret"].ToString();
    }

    private static IResult Later(HttpContext http, TimeSpan wait, string says)
    {
        Limits.Refuse(http, wait);
        return Refused(429, "too-many", http.Tongue()["Too many tries"], says);
    }

    private static IResult Refused(int status, string type, string title, string says) => Results.Json(new Problem($"urn:inward:{type}", title, status, says), Wire.Json, "application/problem+json", status);
}
