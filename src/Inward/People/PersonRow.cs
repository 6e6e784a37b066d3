using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>What one row of a people file says, in our words. Empty where it says nothing.</summary>
internal sealed record PersonRow(MappedRow Row, Holder Holder, DateOnly? From, DateOnly? To, DateOnly? LeftOn, bool Lead)
{
    public static readonly string[] Days = ["from", "to", "leftOn"];

    private static readonly string[] YesWords = ["yes", "y", "true", "1", "x", "lead", "ja", "j"];

    public RowAt At => new(Row.File, Row.Number);

    public string Name { get; } = Holders.Of(Row["name"].Squeezed()) == Holder.Named ? Row["name"].Squeezed() : "";

    public string Key { get; init; } = Row["key"].Squeezed();

    public string Email { get; } = Row["email"].Squeezed();

    public string UserName { get; } = Row["userName"].Squeezed();

    public string Title { get; } = Row["title"].Squeezed();

    public string Post { get; } = Row["post"].Squeezed();

    /// <summary>The team with those it stands in, outermost first: "Operations > Warehouse" are two, and a repeated name is one.</summary>
    public IReadOnlyList<string> Team { get; } = Steps(Row["team"]);

    /// <summary>The best word the row has for its person.</summary>
    public string Who => new[] { Key, Email, UserName, Name }.FirstOrDefault(word => word.Length > 0) ?? "";

    /// <summary>Reads a row, or leaves it out with its reason.</summary>
    public static PersonRow? Of(MappedRow row, DayColumns days, bool keepUnnamed, Noticings noticed)
    {
        if (!days.TryRead(row, "from", out var from) || !days.TryRead(row, "to", out var to) || !days.TryRead(row, "leftOn", out var left))
            return null;
        var read = new PersonRow(row, HolderIn(row), from, to, left, YesWords.Contains(row["lead"].Trim(), StringComparer.OrdinalIgnoreCase));
        if (Holders.Of(read.Key) != Holder.Named)
            read = read with { Key = read.Holder == Holder.Unnamed && keepUnnamed ? read.Post : "" };
        var why = from > to ? new Sentence("It begins on {0} and ends before that, on {1}.", from, to)
            : read.Post.Length == 0 && read.Who.Length == 0 && read.Holder is Holder.Named or Holder.Unnamed ? new Sentence("It has no name, no key and no e-mail address: nobody to import.")
            : null;
        if (why is not null)
            noticed.LeaveOut(row.File, row.Number, why);
        return why is null ? read : null;
    }

    // Where the name is not given the key may still say so: a withheld name is often a withheld key.
    private static Holder HolderIn(MappedRow row)
    {
        var holder = Holders.Of(row["name"].Squeezed());
        var named = new[] { row["key"], row["email"], row["userName"] }.FirstOrDefault(word => word.Length > 0);
        return holder == Holder.Unnamed && named is not null ? Holders.Of(named) : holder;
    }

    private static List<string> Steps(string team)
    {
        // A blank at both ends, because the outermost or the innermost may be missing: "> Warehouse".
        var steps = $" {team} ".Split(TeamTree.Step).Select(step => step.Squeezed()).Where(step => step.Length > 0);
        return steps.Aggregate(new List<string>(), (path, step) =>
        {
            if (path.Count == 0 || !path[^1].Says(step))
                path.Add(step);
            return path;
        });
    }
}
