using Inward.Lists;
using Inward.Server.House.Words;

namespace Inward.Server.Asks;

/// <summary>What asks are chosen by, in words.</summary>
public static class AskFilterWords
{
    /// <summary>Whose, each with its word; the first is meant where nothing is said.</summary>
    public static readonly IReadOnlyList<(string Value, string Word)> Roles = [("", "Mine"), ("performer", "Asked of me"), ("requester", "Asked by me"), ("team", "My teams"), ("all", "All I may see")];

    public static readonly IReadOnlyList<(string Value, string Word)> Shows = [("", "Open"), ("closed", "Closed"), ("drafts", "Drafts")];

    /// <param name="names">What records are called.</param>
    public static string Of(Condition condition, Tongue t, IReadOnlyDictionary<string, string> names) => condition.Field switch
    {
        "turn" => t["My turn"],
        "state" => t[StateWords.Of(condition.Value).Word],
        "due" => t[Due(condition.Value)],
        _ => names.GetValueOrDefault(condition.Value, condition.Value),
    };

    public static string Due(string due) => due switch
    {
        "late" => "Late",
        "week" => "Due this week",
        _ => "No decision",
    };
}
