using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Inward.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Inward.Server.House;

/// <summary>What the command line says about where records are kept and where to listen.</summary>
public sealed record Settings(string? Data, string? Database, string Urls, bool Demo)
{
    public static readonly Settings Default = new("./data", null, "http://127.0.0.1:5180", false);

    public Store Open(Bell bell, TimeProvider clock)
    {
        if (Database is { } connection)
            return new PostgresStore(connection, bell, clock);
        Directory.CreateDirectory(Data!);
        return new SqliteStore(Path.Combine(Data!, "inward.db"), bell, clock);
    }
}

/// <summary>Antiforgery and one-time codes are signed with keys that every node shares: they live in the store.</summary>
public sealed class SharedKeys(Store store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.Read(session => session.All<string>("select xml from protection_key")).GetAwaiter().GetResult().Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName) =>
        store.Write(store.System(default), unit =>
        {
            unit.Write("insert into protection_key (id, xml) values (@friendlyName, @xml)", new { friendlyName, xml = element.ToString() });
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
}

/// <summary>A cookie for this host and this visit: __Host- and secure over TLS, plain on this machine, never readable by script.</summary>
public sealed class HostCookie : CookieBuilder
{
    // Razor asks for the name without the request at hand.
    private static readonly HttpContextAccessor Asked = new();
    private readonly string name;

    public HostCookie(string name)
    {
        this.name = name;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override string? Name
    {
        get => Asked.HttpContext is { } http ? SignIn.CookieName(http, name) : name;
        set => throw new NotSupportedException("The request decides the name.");
    }
}

/// <summary>Razor shows a page even when none of its handlers took the request (another method, an unknown name): half a page, with nothing read.</summary>
public sealed class OnlyHandlers : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        var isGet = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        // A page that reads nothing has no OnGet.
        if (context.HandlerMethod is null && !(isGet && context.ActionDescriptor.HandlerMethods.All(h => h.HttpMethod != "Get")))
            context.Result = new StatusCodeResult(isGet || HttpMethods.IsPost(method) ? 404 : 405);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}

public static class Serving
{
    private const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    public static void AddHouse(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Bell>();
        services.AddSingleton(provider => settings.Open(provider.GetRequiredService<Bell>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Keys>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<Limits>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<SignInTicket>();
        services.AddSingleton<Jobs>();
        services.AddHostedService<Background>();
        services.AddSingleton<Live>();
        services.AddHostedService(provider => provider.GetRequiredService<Live>());
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Tongue());
        services.AddScoped<ReadersTime>();
        services.AddScoped<Faces>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => Wire.Configure(json.SerializerOptions));
        services.AddInwardOpenApi();
        services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(mvc => mvc.Filters.Add(new OnlyHandlers()));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie = new HostCookie("inward-form");
            forgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(kept => kept.Cookie = new HostCookie("inward-once"));
        services.AddResponseCompression(squeezed =>
        {
            // A page holds no secret that stays the same from one answer to the next, so its length tells nothing (BREACH).
            squeezed.EnableForHttps = true;
            squeezed.MimeTypes = ["text/html"];
            squeezed.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddDataProtection().SetApplicationName("inward");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new SharedKeys(provider.GetRequiredService<Store>())));
    }

    /// <param name="programs">Maps the routes for programs.</param>
    public static void UseHouse(this WebApplication app, Action<IEndpointRouteBuilder> programs)
    {
        app.Use(SafeHeaders);
        app.UseResponseCompression();
        Problem.Use(app);
        // A TLS proxy on this machine says whom it speaks for; nobody else is believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseAssets();
        app.Use(NothingHere);
        app.UseSignIn();
        app.UsePrograms(programs);
        app.UseRouting();
        app.Use(StrangersSignIn);
        app.Use(ReadForm);
    }

    // Before its token is looked for: what is wrong with the form itself, too large or no room for its files, would be told as a missing token.
    private static async Task ReadForm(HttpContext http, RequestDelegate next)
    {
        if (http.Request.HasFormContentType)
        {
            try
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }
            catch (IOException full) when (full.HResult is NoSpace or NoSpaceOnWindows)
            {
                throw new StoreRefused("The disk is full. Nothing was saved; free some space and try again.", full);
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
            {
                throw new BadHttpRequestException(broken.Message, 400, broken);
            }
        }
        await next(http);
    }

    // A page that is not there says so in a page, and so does a form that was refused.
    private static async Task NothingHere(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: 404 or 400, ContentLength: null, ContentType: null } || SignIn.IsForPrograms(http.Request.Path))
            return;
        var t = http.Tongue();
        await ErrorPage.Write(http, http.Response.StatusCode == 404
            ? Problem.Of(Inward.House.Rule.NotVisible(), t)
            : new Problem("urn:inward:unreadable", t["This form is too old"], 400, t["You have signed in or out since it was opened. Go back, reload the page and send it again."]));
    }

    // At the last moment: whatever writes an error first takes all headers away.
    private static Task SafeHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            AddSafeHeaders(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void AddSafeHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'" + (http.Response.ContentType is Inward.People.Picture.Png or Inward.People.Picture.Jpeg ? "; sandbox" : "");
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }

    // Pages are for people who have signed in, unless they say otherwise; a new store first asks for its company.
    private static async Task StrangersSignIn(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is { } endpoint && http.Me() is null
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null)
        {
            if (await http.RequestServices.GetRequiredService<FirstRun>().IsNeeded())
                http.Response.Redirect("/first");
            else
                http.Response.Redirect($"/signin?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            return;
        }
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.GetEndpoint() is not null)
            await Faces.Know(http);
        await next(http);
    }

    /// <summary>The folder of styles, script and icons: beside the program when published, in the source when not.</summary>
    public static string WebRoot()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(beside))
            return beside;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "Inward.Server", "wwwroot");
            if (Directory.Exists(source))
                return source;
        }
        return beside;
    }

    /// <summary>Plain http is for this machine alone.</summary>
    public static void RefusePlainHttpAbroad(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
                && address.Scheme == "http" && !(address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip))))
            {
                throw new ArgumentException($"{url}: plain http is only for this machine. Use https, or put a TLS proxy in front and listen on 127.0.0.1.");
            }
        }
    }
}
