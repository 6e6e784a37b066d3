using Inward.Lists;
using Inward.Server.House.Words;

namespace Inward.Server.Conversations;

/// <summary>What talks are chosen by, in words.</summary>
public static class TalkFilterWords
{
    /// <param name="names">What colleagues are called.</param>
    public static string Of(Condition condition, Tongue t, IReadOnlyDictionary<string, string> names) => condition.Field switch
    {
        "channel" => t[condition.Value],
        "kind" => t[With(condition.Value)],
        _ => names.GetValueOrDefault(condition.Value, condition.Value),
    };

    public static string With(string kind) => kind switch
    {
        "need" => "With a need",
        "want" => "With a wish",
        "obstacle" => "With an obstacle",
        "idea" => "With an idea",
        _ => "With a promise",
    };
}
