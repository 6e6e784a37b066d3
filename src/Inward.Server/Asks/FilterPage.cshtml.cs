using Inward.Asks;
using Inward.House;
using Inward.People;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>Chooses asks by more than the bar of the list shows. Names become ids, and the whole filter goes into the address of the list.</summary>
public sealed class FilterPage : RoomPage
{
    public AskFilter Filter { get; private set; } = new();

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Every team by its path, so that two of one name are told apart.</summary>
    public IReadOnlyList<(Id Id, string Path)> Teams { get; private set; } = [];

    public IReadOnlyList<Colleague> Suggestions { get; private set; } = [];

    public IReadOnlyList<string> Customers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var wrong = new List<Wrong>();
        Filter = AskFilter.Typed(Said, wrong);
        await Read(async session =>
        {
            if (Said("go") is not null)
                await Add(session, wrong);
            Names = await FilterWords.Names(session, Me, Filter);
            var tree = new TeamTree(await session.Teams(Me.Workspace));
            Teams = [.. tree.All.Select(team => (team.Id, tree.PathOf(team.Id))).OrderBy(t => t.Item2, StringComparer.OrdinalIgnoreCase)];
            (Suggestions, Customers) = (await Whom.Suggested(session, Me, Today), await Choices.CustomerNames(session, Me));
            return true;
        });
        if (wrong.Count == 0 && Said("go") is not null)
            return Redirect(Address());
        if (wrong.Count > 0)
            (Mistake, Response.StatusCode) = (Rule.Invalid(wrong), 422);
        return Page();
    }

    /// <summary>One of the two groups of the form, as its partial shows it.</summary>
    public ChoiceForm Form(bool any) => new(this, any ? Filter.Any : Filter.Each, any);

    public string? Said(string name) => Request.Query[name].ToString() is { Length: > 0 } said ? said : null;

    /// <summary>What stays in a field: what was not understood.</summary>
    public string? Typed(string field) => Wrong(field) is null ? null : Said(field);

    /// <summary>The list that this filter shows.</summary>
    public string Address()
    {
        var query = new List<(string Name, string? Value)>
        {
            ("view", Said("view")), ("role", Filter.Role), ("show", Filter.Show ?? (Filter.Each.IsOver ? "closed" : null)), ("turn", Filter.Turn), ("state", Joined(Filter.Each.States)), ("due", Joined(Filter.Each.Dues)),
            ("person", Joined(Filter.Each.People)), ("team", Joined(Filter.Each.Teams)), ("sale", Joined(Filter.Each.Sales)), ("customer", Joined(Filter.Each.Customers)),
            ("any", Joined(Pairs(Filter.Any))), ("q", Filter.Q is { } q ? Uri.EscapeDataString(q) : null), ("month", Said("month") is { } month ? Uri.EscapeDataString(month) : null),
        };
        var kept = query.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Name}={f.Value}").ToList();
        return kept.Count == 0 ? "/asks" : "/asks?" + string.Join('&', kept);
    }

    private static string Joined<T>(IEnumerable<T> values) => string.Join(',', values);

    private static IEnumerable<string> Pairs(AskChoice any) =>
    [
        .. any.MyTurn ? ["turn:me"] : Array.Empty<string>(), .. any.States.Select(s => $"state:{s}"), .. any.Dues.Select(d => $"due:{d}"), .. any.People.Select(p => $"person:{p}"),
        .. any.Teams.Select(t => $"team:{t}"), .. any.Sales.Select(s => $"sale:{s}"), .. any.Customers.Select(c => $"customer:{c}"),
    ];

    // What was typed by its name: added to what is chosen, in either group.
    private async Task Add(Session session, List<Wrong> wrong)
    {
        var (each, any) = (Filter.Each, Filter.Any);
        Filter = Filter with
        {
            Each = each with { People = With(each.People, await Person("who")), Customers = With(each.Customers, await Customer("client")) },
            Any = any with { People = With(any.People, await Person("anyWho")), Customers = With(any.Customers, await Customer("anyClient")) },
        };

        Task<Id?> Person(string field) => Meant(field, typed => Whom.Colleague(session, Me, field, typed));

        Task<Id?> Customer(string field) => Meant(field, typed => Choices.CustomerMeant(session, Me, typed));

        async Task<Id?> Meant(string field, Func<string?, Task<Id?>> find)
        {
            try
            {
                return await find(Said(field));
            }
            catch (BrokenRule unknown) when (unknown.Why == Broken.Invalid)
            {
                wrong.Add(new Wrong(field, unknown.Sentence));
                return null;
            }
        }
    }

    private static IReadOnlyList<Id> With(IReadOnlyList<Id> ids, Id? more) => more is { } id && !ids.Contains(id) ? [.. ids, id] : ids;
}

/// <summary>One group of the form: in it all fields must fit, or one is enough.</summary>
public sealed record ChoiceForm(FilterPage Page, AskChoice Chosen, bool Any)
{
    /// <summary>The states to choose from; a draft has a list of its own.</summary>
    public IEnumerable<string> States => AskFilter.States.Where(s => s != "draft");

    /// <summary>Records that are chosen already, each with the field it belongs to.</summary>
    public IEnumerable<(string Field, Id Id)> Records =>
    [
        .. Chosen.People.Select(id => ("person", id)), .. Chosen.Teams.Select(id => ("team", id)), .. Chosen.Sales.Select(id => ("sale", id)), .. Chosen.Customers.Select(id => ("customer", id)),
    ];

    public string Name(string field) => Any ? "any" : field;

    public string Value(string field, string value) => Any ? $"{field}:{value}" : value;

    /// <summary>The name of a field that is typed into.</summary>
    public string Typed(string field) => Any ? "any" + char.ToUpperInvariant(field[0]) + field[1..] : field;
}
