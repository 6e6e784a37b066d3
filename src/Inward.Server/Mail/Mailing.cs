using Inward.Server.Asks;
using Inward.Server.Storage;
using Inward.Server.Today;

namespace Inward.Server.Mail;

/// <summary>What the post room needs: the way out, and the jobs that write.</summary>
public static class Mailing
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => MailSettings.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => Conversations.MailInSettings.Of(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Conversations.MailHook>();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<Post>();
        services.AddSingleton<IJobKind, NoticeJob>();
        services.AddSingleton<IJobKind, ReminderRound>();
        services.AddSingleton<IJobKind, ReminderJob>();
        services.AddSingleton<IJobKind, BriefRound>();
        services.AddSingleton<IJobKind, BriefJob>();
        services.AddSingleton<BriefStop>();
        services.AddSingleton<IJobKind, QuietJob>();
        services.AddSingleton<IJobKind, BulkJob>();
        services.AddSingleton<IJobKind, Trash.TrashJob>();
        services.AddSingleton<IJobKind, Accounts.TidyJob>();
        services.AddSingleton<IJobKind, House.ForgettingRound>();
        services.AddSingleton<IJobKind, Accounts.Leaving>();
        services.AddSingleton<IJobKind, Notes.NoteLimit>();
        services.AddSingleton<IJobKind, Notes.NoteRequestJob>();
        services.AddSingleton<IJobKind, Thanks.ThanksCutJob>();
        services.AddSingleton<IJobKind, Journeys.SupportCutJob>();
        services.AddSingleton<IJobKind, Passages.OwnSalesJob>();
        services.AddSingleton<IJobKind, Motives.WishCutJob>();
        services.AddSingleton<IJobKind, Ideas.IdeaDueJob>();
        services.AddHostedService<StandingJobs>();
    }
}
