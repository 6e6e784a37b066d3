using System.Globalization;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>Me: how I am called, what I read, what reaches me, and how this browser looks.</summary>
// A picture straight from a camera is refused in words, on this page, with what else was typed.
[RequestSizeLimit(64 << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 64 << 20)]
public sealed class SettingsPage : RoomPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(Name = "title")]
    public string? JobTitle { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty(Name = "zone")]
    public string? ZoneName { get; set; }

    [BindProperty]
    public bool Mail { get; set; }

    /// <summary>As it was typed: a time such as 07:30, or nothing for no brief.</summary>
    [BindProperty]
    public string? BriefAt { get; set; }

    [BindProperty]
    public bool PrivateThanks { get; set; }

    [BindProperty]
    public bool CopiesThanks { get; set; }

    [BindProperty]
    public bool SharesWork { get; set; }

    /// <summary>The company's own fields that I may fill in.</summary>
    public IReadOnlyList<FieldOnPage> ToFill { get; private set; } = [];

    public string Theme { get; private set; } = "system";

    public bool SingleKeys { get; private set; }

    /// <summary>What others did to my way in during the last two weeks.</summary>
    public IReadOnlyList<AccountTold.Told> Told { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var person = await Read(session => session.Person(Me.Workspace, Me.Person)) ?? throw Rule.NotVisible();
        (Version, Name, JobTitle, Language, ZoneName) = (person.Version, person.Name, person.Title, person.Language, person.Zone);
        (Mail, BriefAt, PrivateThanks, CopiesThanks, SharesWork) = (person.Mail, person.BriefAt?.ToString("HH:mm", CultureInfo.InvariantCulture), person.PrefersPrivateThanks, person.CopiesThanks, person.SharesWork);
        await ShowRest();
    }

    public Task<IActionResult> OnPostAsync() => Change(
        unit => MeDesk.Change(unit, Me, _ => new MeTold(Name, JobTitle, Language, ZoneName, Mail, Hour(BriefAt), SharesWork, PrivateThanks, CopiesThanks, FieldsTold.Sent(Request.Form)), Version),
        _ => "/settings", ShowRest);

    /// <summary>The form of the picture holds nothing else, so the others are shown as they stand.</summary>
    public async Task<IActionResult> OnPostPhotoAsync(IFormFile? photo)
    {
        var sent = await PhotoDesk.ReadUpload(photo, HttpContext.RequestAborted);
        return await Change(unit => PhotoDesk.Show(unit, Me, Me.Person, null, sent), _ => "/settings", OnGetAsync);
    }

    public Task<IActionResult> OnPostNoPhotoAsync() => Change(unit => PhotoDesk.Remove(unit, Me, Me.Person), _ => "/settings", OnGetAsync);

    public IActionResult OnPostTheme(string? theme) => Keep("theme", theme is "light" or "dark" ? theme : null);

    public IActionResult OnPostKeys(string? keys) => Keep("keys", keys == "off" ? "off" : null);

    private static TimeOnly? Hour(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : TimeOnly.TryParseExact(typed.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour
        : throw Rule.Invalid("briefAt", new Sentence("“{0}” is not a time of day, such as 07:30.", typed.Trim()));

    private async Task ShowRest()
    {
        Theme = Request.Cookies["theme"] is "light" or "dark" ? Request.Cookies["theme"]! : "system";
        SingleKeys = Request.Cookies["keys"] != "off";
        ToFill = await Read(async session => FieldsTold.ToFill(await session.CompanyFields(Me.Workspace, FieldAbout.Person),
            (await session.Person(Me.Workspace, Me.Person) ?? throw Rule.NotVisible()).Fields, Me.Administrator, Request.HasFormContentType ? Request.Form : null, Wrong));
        var told = await Read(session => AccountTold.Ask(session, Me));
        Told = [.. told.Where(t => t.Matters && t.At > Now.AddDays(-14)).Take(3)];
    }

    // How a browser looks is no secret and belongs to the browser: cookies that say it, and nothing about anybody.
    private RedirectResult Keep(string name, string? value)
    {
        var options = new CookieOptions { Path = "/", HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Expires = Now.AddDays(400), IsEssential = true };
        if (value is null)
            Response.Cookies.Delete(name, options);
        else
            Response.Cookies.Append(name, value, options);
        return Redirect("/settings");
    }
}
