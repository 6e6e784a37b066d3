using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>The form of a colleague, as an administrator keeps it.</summary>
public abstract class PersonForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Manager { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>The company's own fields.</summary>
    public IReadOnlyList<FieldOnPage> ToFill { get; private set; } = [];

    /// <summary>As it was typed; <paramref name="now"/> holds what this form does not ask for.</summary>
    protected async Task<PersonTold> Told(Session session, PersonTold now) => now with
    {
        Name = Name,
        Email = Email,
        UserName = UserName,
        Key = Key,
        Title = Title,
        Language = Language,
        Manager = (await Whom.Colleague(session, Me, "manager", Manager))?.ToString(),
        Fields = FieldsTold.Sent(Request.Form),
    };

    protected async Task Offer(Session session, FieldValues values)
    {
        Colleagues = await Whom.Suggested(session, Me, Today);
        ToFill = FieldsTold.ToFill(await session.CompanyFields(Me.Workspace, FieldAbout.Person), values, Me.Administrator, Request.HasFormContentType ? Request.Form : null, Wrong);
    }
}

public sealed class NewPersonPage : PersonForm
{
    [BindProperty]
    public string? Team { get; set; }

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public Task OnGetAsync()
    {
        Person.CheckKeeper(Me.Administrator);
        return Load();
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit => await PersonDesk.Add(unit, Me, await Told(unit, new PersonTold(null, Team: Team))), person => $"/people/{person.Id}", Load);

    private Task Load() => Read(async session =>
    {
        await Offer(session, FieldValues.None);
        Teams = [.. (await session.Teams(Me.Workspace)).Select(t => t.Name)];
        return true;
    });
}

public sealed class EditPersonPage : PersonForm
{
    [BindProperty]
    public int? Version { get; set; }

    public Person Person { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        var manager = await Load(id);
        Person.CheckTeller(Me.Person, Me.Administrator);
        (Name, Email, UserName, Key, Title, Manager, Language) = (Person.Name, Person.Email, Person.UserName, Person.ExternalKey, Person.Title, manager, Person.Language);
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit =>
    {
        var before = await unit.Person(Me.Workspace, id) ?? throw Rule.NotVisible();
        var told = await Told(unit, PersonTold.Of(before));
        return await PersonDesk.Retell(unit, Me, id, Version, _ => told);
    }, person => $"/people/{person.Id}", () => Load(id));

    public Task<IActionResult> OnPostNoPhotoAsync(Id id) => Change(unit => PhotoDesk.Remove(unit, Me, id), _ => $"/people/{id}", () => Load(id));

    private Task<string?> Load(Id id) => Read(async session =>
    {
        Person = await session.Person(Me.Workspace, id) ?? throw Rule.NotVisible();
        await Offer(session, Person.Fields);
        var leader = Person.Manager is { } led ? await session.Person(Me.Workspace, led) : null;
        var manager = leader?.Email ?? leader?.Name;
        if (Mistake?.Why == Broken.Stale)
        {
            Conflict = await Conflict.Over(session, Me.Workspace, id, Person.Version,
            [
                new Both("name", T["Name"], Name, Person.Name), new Both("title", T["What they do, as a title"], Title, Person.Title), new Both("email", T["E-mail"], Email, Person.Email),
                new Both("userName", T["User name"], UserName, Person.UserName), new Both("key", T["Key"], Key, Person.ExternalKey), new Both("manager", T["Reports to"], Manager, manager),
                new Both("language", T["Language"], Language, Person.Language), .. ToFill.Select(f => f.Against(Person.Fields, T)),
            ]);
        }
        Version ??= Person.Version;
        return manager;
    });
}
