using System.Net.Mail;
using System.Text;

namespace Inward.Server.Mail;

/// <summary>The way out by SMTP. With TLS (the default) nothing is said before STARTTLS, and the server must prove its name.</summary>
public sealed class Post(MailSettings settings, TimeProvider clock, ILogger<Post> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private DateTimeOffset awayUntil;

    public bool IsOpen => settings.Host is not null;

    /// <summary>Sends. An address that the server refuses for good is passed over; whatever else fails is thrown, and tried again.</summary>
    public async Task Send(Letter letter, CancellationToken stop)
    {
        // A server that is away would hold every waiting letter for its whole patience, and the jobs behind them longer than their lease.
        if (clock.GetUtcNow() < awayUntil)
            throw new IOException("The mail server did not answer a moment ago.");
        using var message = letter.Message(settings.From);
        using var smtp = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls, Credentials = settings.Login,
            DeliveryFormat = Ascii.IsValid(letter.To.User) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await smtp.SendMailAsync(message, patience.Token);
        }
        catch (SmtpFailedRecipientException refused) when (refused.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath)
        {
            log.LogWarning("Mail {Letter} was refused by the receiver's server: {Status}", letter.Name, refused.StatusCode);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            awayUntil = clock.GetUtcNow() + Pause;
            throw new TimeoutException($"The mail server {settings.Host} did not answer within {Patience.TotalSeconds} seconds.", late);
        }
    }
}
