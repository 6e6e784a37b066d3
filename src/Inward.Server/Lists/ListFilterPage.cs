using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Lists;

/// <summary>Chooses rows of a list by more than its bar shows. Names become ids, and the whole filter goes into the address of the list.</summary>
public abstract class ListFilterPage : RoomPage
{
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    /// <summary>Of which list.</summary>
    public abstract ListRoom Of { get; }

    /// <summary>What stands on its button.</summary>
    public abstract string Shows { get; }

    /// <summary>What this list has beside the fields that it shares with `any`.</summary>
    public abstract string ScopePartial { get; }

    public abstract ListFilter Filter { get; protected set; }

    public IReadOnlyList<Chooser> Choosers { get; private set; } = [];

    public IReadOnlyList<Colleague> Suggestions { get; private set; } = [];

    /// <summary>What goes along and chooses nothing.</summary>
    public virtual IReadOnlyList<string> Looks => [];

    /// <summary>The list that this filter shows.</summary>
    public virtual string Address => Of.Address(Filter.Address.Select(f => (f.Name, (string?)f.Value)));

    public async Task<IActionResult> OnGetAsync()
    {
        var (wrong, isSent) = (new List<Wrong>(), Said("go") is not null);
        await Read(async session =>
        {
            Filter = Typed(wrong);
            Choosers = await Offered(session);
            Suggestions = await Whom.Suggested(session, Me, Today);
            if (isSent)
                Filter = Filter with { Each = await WithTyped(session, Filter.Each, any: false, wrong), Any = await WithTyped(session, Filter.Any, any: true, wrong) };
            if (wrong.Count == 0)
                Check(wrong);
            names = await FilterWords.Names(session, Me, Filter);
            return true;
        });
        if (wrong.Count == 0 && isSent)
            return Redirect(Address);
        if (wrong.Count > 0)
            (Mistake, Response.StatusCode) = (Rule.Invalid(wrong), 422);
        return Page();
    }

    /// <summary>One of the two groups of the form, as its partial shows it.</summary>
    public ChoiceForm Form(bool any) => new(this, any ? Filter.Any : Filter.Each, any);

    public string? Said(string name) => Request.Query[name].ToString() is { Length: > 0 } said ? said : null;

    /// <summary>What stays in a field of names: what was not understood.</summary>
    public string? Kept(string input) => Wrong(input) is null ? null : Said(input);

    public string Says(Condition condition) => Says(condition, names);

    /// <summary>The filter of the address, and what is wrong with it.</summary>
    protected abstract ListFilter Typed(ICollection<Wrong> wrong);

    /// <summary>How each of its fields is chosen.</summary>
    protected abstract Task<IReadOnlyList<Chooser>> Offered(Session session);

    protected abstract string Says(Condition condition, IReadOnlyDictionary<string, string> names);

    /// <summary>What can be told of the filter only when what is offered is known.</summary>
    protected virtual void Check(ICollection<Wrong> wrong)
    {
    }

    protected OneMore Team(TeamTree tree, string label) => new("team", label, T["Any team"], [.. tree.Paths.Select(team => (team.Id.ToString(), team.Path))]) { Input = "ofTeam" };

    protected ByName Colleague(string field, string label) => new(field, label, "known", (session, input, typed) => Whom.Colleague(session, Me, input, typed)) { Input = "who" };

    // What was typed is added to what is chosen, in either group.
    private async Task<Choice> WithTyped(Session session, Choice chosen, bool any, List<Wrong> wrong)
    {
        foreach (var one in Choosers)
        {
            var input = one.InputIn(any);
            try
            {
                if (one is ByName named && await named.Find(session, input, Said(input)) is { } id)
                    chosen = chosen.With(new Condition(one.Field, id.ToString()));
                else if (one is Typed && any && Said(input) is { } value)
                    chosen = chosen.With(new Condition(one.Field, value));
            }
            catch (BrokenRule unknown) when (unknown.Why == Broken.Invalid)
            {
                wrong.Add(new Wrong(input, unknown.Sentence));
            }
        }
        return chosen;
    }
}
