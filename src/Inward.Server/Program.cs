using Inward.House;
using Inward.Server.AfterSales;
using Inward.Server.Customers;
using Inward.Server.Demo;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Http.Metadata;

namespace Inward.Server;

/// <summary>The list of rooms.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => Verbs.Run(args);

    /// <summary>Everything Inward serves, ready to start: the tests start it just so.</summary>
    public static WebApplication Build(Settings settings, Action<WebApplicationBuilder>? also = null)
    {
        settings.RefusePlainHttpAbroad();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Inward.Server", ContentRootPath = AppContext.BaseDirectory, WebRootPath = Assets.WebRoot() });
        builder.AddHouse(settings);
        builder.Services.AddSingleton<Example>();
        builder.Services.AddMail();
        also?.Invoke(builder);
        var app = builder.Build();
        app.UseHouse(MapPrograms);
        MapPages(app);
        return app;
    }

    public static async Task Serve(Settings settings)
    {
        using var alone = settings.Database is null ? OnlyServer.Of(settings.Data!) : null;
        var bell = new Bell();
        await using var store = settings.Open(bell, TimeProvider.System);
        // The store is looked after while the pages are laid: each takes a core for a quarter of a second.
        var migrated = Task.Run(() => Migrator.Migrate(store));
        await using var app = Build(settings, builder => builder.Services.AddSingleton(bell).AddSingleton(store));
        await migrated;
        await app.StartAsync();
        await Greeting.Say(app, settings);
        await app.WaitForShutdownAsync();
    }

    private static void MapPages(WebApplication app)
    {
        app.MapRazorPages();
        Health.Map(app);
        Installing.Map(app);
        Live.Map(app);
        Asks.FilePage.Map(app);
        WaysToTwoTeams.Map(app);
        Imports.ImportErrors.Map(app);
        Recorded.RecordsApi.MapPage(app);
        Thanks.StatementPage.Map(app);
        Calendars.CalendarApi.Map(app);
        VCards.MapPages(app);
        PeopleCsv.MapPages(app);
        JourneyFiles.MapPages(app);
        Ideas.IdeasCsv.MapPages(app);
        PhotoApi.MapPages(app);
    }

    private static void MapPrograms(IEndpointRouteBuilder programs)
    {
        var api = programs.MapGroup("/api/v1");
        PeopleApi.Map(api);
        FieldsApi.Map(api);
        PhotoApi.Map(api);
        TeamsApi.Map(api);
        SuggestionsApi.Map(api);
        Handovers.HandoverApi.Map(api);
        CustomersApi.Map(api);
        SalesApi.Map(api);
        SaleLineApi.Map(api);
        VerbatimsApi.Map(api);
        AfterSalesApi.Map(api);
        JourneysApi.Map(api);
        Chains.TemplatesApi.Map(api);
        Chains.ChainApi.Map(api);
        Objectives.ObjectivesApi.Map(api);
        Objectives.AdviceApi.Map(api);
        Accounts.MeApi.Map(api);
        Calendars.CalendarApi.Map(api);
        Conversations.MailApi.Map(api);
        Accounts.TokenApi.Map(api);
        Accounts.AccountApi.Map(api);
        Accounts.CompanyApi.Map(api);
        Asks.AskApi.Map(api);
        Asks.AskMoreApi.Map(api);
        Asks.BulkApi.Map(api);
        Ideas.IdeaApi.Map(api);
        Ideas.HelpWantedApi.Map(api);
        HappeningsApi.Map(api);
        Imports.ImportApi.Map(api);
        Conversations.ConversationApi.Map(api);
        Thanks.ThanksApi.Map(api);
        Notes.NotesApi.Map(api);
        Relationships.RelationshipApi.Map(api);
        Recorded.RecordsApi.Map(api);
        People.MergeApi.Map(api);
        Trash.TrashApi.Map(api);
        Lists.ViewsApi.Map(api);
        Today.TodayApi.Map(api);
        Motives.MotivesApi.Map(api);
        Passages.PassagesApi.Map(api);
        // What no room answers to is a problem for programs like any other, not an empty 404.
        // If it took any kind of body, a move that came without one would be led here.
        api.MapFallback("{**path}", IResult () => throw Rule.NotVisible()).WithMetadata(new AcceptsMetadata(["application/json"])).ExcludeFromDescription();
        Conversations.MailHook.Map(programs);
        programs.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
