using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Inward.Server.House;

/// <summary>RFC 9457. One answer for each kind of broken rule, whichever room it was broken in.</summary>
public sealed record Problem(
    string Type, string Title, int Status, string? Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Possible = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Current = null)
{
    public static Problem Of(BrokenRule rule, Tongue t)
    {
        var (status, type, title) = rule.Why switch
        {
            Broken.Invalid => (422, "invalid", "Not accepted"),
            Broken.NotYours => (403, "not-yours", "Not yours to do"),
            Broken.NotNow => (409, "not-now", "Not possible now"),
            Broken.NotVisible => (404, "not-found", "Not found"),
            _ => (412, "stale", "Changed since you read it"),
        };
        return new Problem($"urn:inward:{type}", t[title], status, t[rule.Sentence],
            rule.Fields.Count == 0 ? null : rule.Fields.GroupBy(f => f.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => t[f.Sentence])], StringComparer.Ordinal),
            rule.Possible.Count == 0 ? null : rule.Possible);
    }

    public static Problem Of(Exception failure, Tongue t) => failure switch
    {
        BrokenRule rule => Of(rule, t),
        StoreRefused refused => new Problem("urn:inward:store", t["Not saved"], 503, t[refused.Message]),
        BadHttpRequestException { StatusCode: 413 } => new Problem("urn:inward:too-large", t["Too large"], 413, t["That is more than Inward takes at once."]),
        BadHttpRequestException or JsonException => new Problem("urn:inward:unreadable", t["Unreadable"], (failure as BadHttpRequestException)?.StatusCode ?? 400, Readable(failure)),
        _ => new Problem("urn:inward:failed", t["Something went wrong"], 500, t["Inward could not do this. Nothing was changed."]),
    };

    public static Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        return http.Response.WriteAsJsonAsync(problem, Wire.Json, "application/problem+json");
    }

    /// <summary>Whatever a door did not foresee: programs get a problem, people a page.</summary>
    public static void Use(WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        // A broken rule is an answer. Only what nobody foresaw is a fault to be logged.
        SuppressDiagnosticsCallback = failed => Of(failed.Exception, Tongue.English).Status != 500,
        ExceptionHandler = Answer,
    });

    private static async Task Answer(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        var problem = Of(failure, http.Tongue());
        if (SignIn.IsForPrograms(http.Features.Get<IExceptionHandlerPathFeature>()!.Path))
            await Write(http, problem);
        else
            await ErrorPage.Write(http, problem);
    }

    private static string Readable(Exception failure) =>
        (failure.InnerException as JsonException ?? failure).Message;
}
