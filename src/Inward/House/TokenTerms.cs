namespace Inward.House;

/// <summary>What a token is good for: a name to know it by, scopes, and the last day it opens anything (null: until revoked).</summary>
/// <param name="Scopes">read, write, notes; at least one. Notes are private to their author, so only the author grants them.</param>
public sealed record TokenTerms(string Name, IReadOnlyList<string> Scopes, DateOnly? EndsOn)
{
    public static readonly IReadOnlyList<string> AllScopes = ["read", "write", "notes"];

    /// <param name="byOwner">The person makes it for themself; an operator makes it for another.</param>
    /// <param name="within">What the maker may do; null for a person who signed in themself.</param>
    public TokenTerms Checked(DateOnly today, bool byOwner, IReadOnlyCollection<string>? within = null)
    {
        var wrong = new List<Wrong>();
        var name = Name.Trim();
        Text.Check(wrong, "name", name, 100, required: "Give the token a name, so that you know it again.");
        var scopes = AllScopes.Where(s => Scopes.Contains(s, StringComparer.Ordinal)).ToList();
        if (Scopes.FirstOrDefault(s => !AllScopes.Contains(s, StringComparer.Ordinal)) is { } unknown)
            wrong.Add(new Wrong("scopes", new Sentence("“{0}” is not a scope. There are read, write and notes.", unknown)));
        else if (scopes.Count == 0)
            wrong.Add(new Wrong("scopes", "Say what the token may do: read, write, notes."));
        if (EndsOn < today)
            wrong.Add(new Wrong("endsOn", new Sentence("{0} has already passed.", EndsOn!.Value)));
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        if (scopes.Contains("notes") && !byOwner)
            throw Rule.NotYours("Private notes are their author's alone: only they can make a token that reads them.");
        if (within is not null && scopes.FirstOrDefault(s => !within.Contains(s)) is { } wider)
            throw Rule.NotYours(new Sentence("A token cannot make one that may do more than itself ({0}).", wider));
        return this with { Name = name, Scopes = scopes };
    }
}
