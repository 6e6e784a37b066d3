using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Lists;

/// <summary>A list whose filter stands in its address: the bar above it shows a part, and words say the rest.</summary>
public abstract class ListPage : RoomPage
{
    /// <summary>Which list it is.</summary>
    public abstract ListRoom Of { get; }

    /// <summary>What is chosen, as far as it was understood.</summary>
    protected abstract ListFilter Chosen { get; }

    /// <summary>All that chooses rows, in the order of the address.</summary>
    protected abstract IEnumerable<string> Filters { get; }

    /// <summary>Those of them that the bar shows by one value.</summary>
    protected abstract IReadOnlyList<string> Bar { get; }

    /// <summary>Ways to look at the list, which choose nothing: before and after the filters.</summary>
    protected virtual (IEnumerable<string> Before, IEnumerable<string> After) Looks => ([], []);

    /// <summary>The part of the page that its script asks for, and where it stands.</summary>
    protected abstract (string Id, string Partial) Part { get; }

    public IReadOnlyList<ViewRow> Views { get; private set; } = [];

    /// <summary>Where the next page of it begins.</summary>
    public string? Next { get; protected set; }

    /// <summary>What is chosen beyond the bar, in words; empty when nothing is.</summary>
    public string Further { get; private set; } = "";

    /// <summary>What the bar does not show goes along with it.</summary>
    public IEnumerable<(string Name, string Value)> Hidden =>
        Looks.Before.Concat(Filters).Where(name => !Bar.Contains(name) || Chosen.Each.Of(name).Count > 1).SelectMany(Values).Where(f => f.Value.Length > 0);

    public string FilterLink => Beside("filter");

    public string ClearLink => Link([.. Filters.Select(name => (name, (string?)null))]);

    public async Task<IActionResult> OnGetAsync()
    {
        await Read(async session =>
        {
            try
            {
                await Find(session);
            }
            catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
            {
                (Mistake, Response.StatusCode) = (Mistake ?? mistake, 422);
            }
            if (WantsFragment(Part.Id))
                return true;
            Views = await SavedViews.Mine(session, Me, Of);
            if (Chosen.IsMoreThan(Bar))
            {
                var names = await FilterWords.Names(session, Me, Chosen);
                Further = FilterWords.Of(Chosen, T, condition => Says(condition, names));
            }
            return true;
        });
        return PageOr(Part.Id, Part.Partial);
    }

    /// <summary>Reads the filter from the address, and the rows.</summary>
    protected abstract Task Find(Session session);

    /// <summary>A condition in the reader's words.</summary>
    /// <param name="names">What records are called.</param>
    protected abstract string Says(Condition condition, IReadOnlyDictionary<string, string> names);

    /// <summary>What the address says. A field may stand there several times: its values then are parted by commas.</summary>
    public string? Said(string name) => Request.Query[name].ToString() is { Length: > 0 } said ? said : null;

    /// <summary>This page with another value for one of its filters.</summary>
    public string Link(params IReadOnlyList<(string Name, string? Value)> changed)
    {
        var known = Looks.Before.Concat(Filters).Concat(Looks.After).ToList();
        return Of.Address(known.SelectMany(name => changed.Any(c => c.Name == name) ? changed.Where(c => c.Name == name).Take(1) : Values(name).Select(f => (f.Name, (string?)f.Value)))
            .Concat(changed.Where(c => !known.Contains(c.Name))));
    }

    /// <summary>What stands below the address of the list, by the same filters.</summary>
    public string Beside(string place) => $"{Of.Address()}/{place}{Link(("pick", null))[Of.Address().Length..]}";

    private IEnumerable<(string Name, string Value)> Values(string name) =>
        name.StartsWith(Condition.Own, StringComparison.Ordinal) ? Request.Query[name].Select(value => (name, value ?? "")) : [(name, Said(name) ?? "")];
}
