using System.Net;

namespace Inward.Server.House;

/// <summary>A page for what went wrong that needs neither store nor sign-in, so it can always be shown.</summary>
public static class ErrorPage
{
    public static Task Write(HttpContext http, Problem problem)
    {
        var t = http.Tongue();
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"""
            <!doctype html><html lang="{t.Code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html(problem.Title)} · Inward</title><link rel="stylesheet" href="/app.css"><link rel="icon" href="/favicon.svg"></head>
            <body><main class="alone" id="main"><div class="card"><h1>{Html(problem.Title)}</h1><p>{Html(problem.Detail ?? "")}</p>
            <p class="acts"><a class="btn" href="/">{Html(t["Back to Today"])}</a></p></div></main></body></html>
            """);
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
