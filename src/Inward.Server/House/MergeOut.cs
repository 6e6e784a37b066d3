using Inward.House;

namespace Inward.Server.House;

/// <param name="Other">The entry that goes, by id.</param>
/// <param name="Take">The fields of which its value is chosen; of all others the one that is kept keeps its own, and gets what was empty.</param>
public sealed record MergeIn(Id? Other, IReadOnlyList<string>? Take = null);

/// <param name="Until">Until then they can be parted again.</param>
public sealed record MergeOut(Id Id, Named Kept, Named Gone, Named? By, DateTimeOffset At, DateTimeOffset Until, DateTimeOffset? UndoneAt)
{
    public static MergeOut Of(MergeRow row) => new(row.Id, new Named(row.Kept, row.KeptName), new Named(row.Gone, row.GoneName), Named.Maybe(row.ByPerson, row.ByName),
        row.At, row.At.AddDays(Merge.DaysToPart), row.UndoneAt);
}

/// <summary>A field of two entries side by side.</summary>
/// <param name="Key">What it is called where one chooses; null where there is nothing to choose.</param>
/// <param name="Becomes">Its value once they are one.</param>
public sealed record MergeField(string? Key, string Name, string? Kept, string? Gone, string? Becomes)
{
    /// <summary>The value comes from the entry that goes.</summary>
    public bool IsFilled => Becomes is not null && Becomes != Kept;

    /// <summary>Both have a value, and one may choose.</summary>
    public bool IsChoice => Key is not null && Kept is not null && Gone is not null && Kept != Gone;
}

/// <summary>What was chosen in an address or a form: <c>take=name,title</c>, or <c>take.name=gone</c> from its radio buttons.</summary>
public static class TakenTyped
{
    private const string Field = "take.";

    public static Taken Of(string? listed) => new((listed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static Taken Of(IFormCollection form) => new(form.Where(typed => typed.Key.StartsWith(Field, StringComparison.Ordinal) && typed.Value == "gone").Select(typed => typed.Key[Field.Length..]));
}
