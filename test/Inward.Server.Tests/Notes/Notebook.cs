using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Notes;

/// <summary>A program to which somebody gave their private notes, on the page, as only they can.</summary>
public static class Notebook
{
    private static readonly ConditionalWeakTable<TestHouse, ConcurrentDictionary<Colleague, string>> Made = [];

    public static async Task<Caller> NotesOf(this TestHouse house, Colleague who) => house.Call(token: await house.NotesToken(who));

    public static async Task<string> NotesToken(this TestHouse house, Colleague who)
    {
        var tokens = Made.GetOrCreateValue(house);
        if (tokens.TryGetValue(who, out var known))
            return known;
        var browser = await house.Browse(who);
        var page = await browser.Submit(await browser.Open("/settings/tokens"), "form.form", new { name = "notebook", scopes = new[] { "read", "write", "notes" } });
        return tokens[who] = page.Expect(200).Find("#secret")!.GetAttribute("value")!;
    }

    /// <summary>Writes a note and says its id.</summary>
    public static async Task<string> Note(this Caller author, Colleague about, string text, int? days = null) =>
        (await author.Post("notes", new { about = about.Id, text, days })).Expect(201).Id;
}
