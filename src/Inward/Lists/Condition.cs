namespace Inward.Lists;

/// <summary>A field of a list, and a value that a row may have in it.</summary>
public sealed record Condition(string Field, string Value)
{
    /// <summary>How fields begin that a company has made itself: their values are any text, and each stands by itself in an address.</summary>
    public const string Own = "field.";

    public bool IsOwn => Field.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>As an address has it among others, such as due:late. Commas stand between conditions: within one they are written %2C.</summary>
    public override string ToString() => $"{Escaped(Field).Replace(":", "%3A", StringComparison.Ordinal)}:{Escaped(Value)}";

    /// <summary>What <see cref="ToString"/> wrote; null for what is no condition.</summary>
    public static Condition? Read(string written) =>
        written.Split(':', 2) is [var field, var value] && new Condition(Unescaped(field), Unescaped(value)) is { Field.Length: > 0, Value.Length: > 0 } condition ? condition : null;

    private static string Escaped(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Unescaped(string text) => Uri.UnescapeDataString(text).Trim();
}
