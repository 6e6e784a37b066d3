using System.IO.Compression;
using Inward.Server.Imports;
using Inward.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Inward.Server.House;

/// <summary>The services of the house, and the way of a request through it.</summary>
public static class Serving
{
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
        services.AddSingleton<Underway>();
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
        services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(mvc =>
        {
            mvc.Filters.Add(new OnlyHandlers());
            // They read a[b] as a.b, which no form of ours says, and fail at a field that is called "[".
            mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
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
        app.Use(AroundPages.SafeHeaders);
        app.UseResponseCompression();
        Problem.Use(app);
        // A TLS proxy on this machine says whom it speaks for; nobody else is believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseAssets();
        app.Use(AroundPages.NothingHere);
        app.UseSignIn();
        app.UsePrograms(programs);
        app.UseRouting();
        app.Use(AroundPages.StrangersSignIn);
        app.Use(AroundPages.ReadForm);
    }
}
