using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.Asks;

namespace Inward.Server.Demo;

/// <summary>What is asked again and again: at a day in the life of each sale, or through the year with cases of its own.</summary>
internal sealed record PatternsFile(IReadOnlyList<SalePattern> Sales, IReadOnlyList<YearlyPattern> Yearly);

/// <summary>The texts of an everyday ask, in variants; {gaps} are filled from the sale or the case.</summary>
internal record AskPattern(string Key, string Lang, int Answer, IReadOnlyList<string> What, IReadOnlyList<string> Reason, IReadOnlyList<string> Effect)
{
    public int Need { get; init; }

    /// <summary>How many working days pass before its effect can be told.</summary>
    public int ThankLag { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Conditions { get; init; } = [];
    public IReadOnlyList<string> Promise { get; init; } = [];
    public IReadOnlyList<string> Deliver { get; init; } = [];
    public IReadOnlyList<string> Tell { get; init; } = [];
    public IReadOnlyList<ThanksPattern> Thanks { get; init; } = [];
    public IReadOnlyList<CounterPattern> Counter { get; init; } = [];
    public IReadOnlyList<QuestionPattern> Question { get; init; } = [];
    public IReadOnlyList<ObstaclePattern> Obstacle { get; init; } = [];
    public IReadOnlyList<string> Decline { get; init; } = [];
    public IReadOnlyList<string> Withdraw { get; init; } = [];
    public IReadOnlyList<LatePattern> Late { get; init; } = [];
    public IReadOnlyList<RenegotiatePattern> Renegotiate { get; init; } = [];
    public IReadOnlyList<RevokePattern> Revoke { get; init; } = [];
    public IReadOnlyList<RejectPattern> Reject { get; init; } = [];

    /// <summary>The courses this ask can take beside the plain one.</summary>
    public bool Knows(Course course) => course switch
    {
        Course.Countered => Counter.Count > 0,
        Course.Questioned => Question.Count > 0,
        Course.Blocked => Obstacle.Count > 0,
        Course.Late => Late.Count > 0,
        Course.Renegotiated => Renegotiate.Count > 0,
        Course.Declined => Decline.Count > 0,
        Course.Revoked => Revoke.Count > 0,
        Course.Rejected => Reject.Count > 0,
        Course.Withdrawn => Withdraw.Count > 0,
        _ => true,
    };
}

internal enum Course
{
    Plain,
    Countered,
    Questioned,
    Blocked,
    Late,
    Renegotiated,
    Declined,
    Revoked,
    Rejected,
    Withdrawn,
    Unconfirmed,
}

/// <param name="Day">From which day in the life of the sale, and how many working days after it.</param>
internal sealed record SalePattern(
    string Key, string Lang, int Answer, IReadOnlyList<string> What, IReadOnlyList<string> Reason, IReadOnlyList<string> Effect,
    Anchor Day, string From, IReadOnlyList<string> To, IReadOnlyList<string> For)
    : AskPattern(Key, Lang, Answer, What, Reason, Effect)
{
    public Anchor? NeedAt { get; init; }

    /// <summary>The day in the life of the sale before which its effect cannot be told.</summary>
    public Anchor? ThankAt { get; init; }

    public IReadOnlyList<string> Not { get; init; } = [];
    public IReadOnlyList<string> Countries { get; init; } = [];
}

internal sealed record YearlyPattern(
    string Key, string Lang, int Answer, IReadOnlyList<string> What, IReadOnlyList<string> Reason, IReadOnlyList<string> Effect, IReadOnlyList<YearlyCase> Cases)
    : AskPattern(Key, Lang, Answer, What, Reason, Effect);

internal sealed record YearlyCase(int Day, string From, string To)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Gaps { get; init; } = [];
}

internal sealed record ConversationPattern(
    string Key, string Lang, IReadOnlyList<string> For, Anchor Day, string From, IReadOnlyList<string> With, string Channel, IReadOnlyList<string> Text);

/// <summary>Written as ["delivered", -7].</summary>
[JsonConverter(typeof(AnchorAsPair))]
internal sealed record Anchor(string On, int Offset);

internal sealed class AnchorAsPair : JsonConverter<Anchor>
{
    public override Anchor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var pair = JsonElement.ParseValue(ref reader);
        return new Anchor(pair[0].GetString()!, pair[1].GetInt32());
    }

    public override void Write(Utf8JsonWriter writer, Anchor value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <param name="After">Fits only these of the deliveries; all when left out.</param>
internal sealed record ThanksPattern(string Text, string Effect, IReadOnlyList<int>? After = null);

internal sealed record CounterPattern(string Note, int Later);

internal sealed record QuestionPattern(string Text, string Answer);

/// <param name="Owner">requester, performer or a person's key.</param>
/// <param name="Note">What the owner says once it is out of the way.</param>
internal sealed record ObstaclePattern(string What, string Owner, LateCause Cause, string Note);

internal sealed record LatePattern(string Note, LateCause Cause);

internal sealed record RenegotiatePattern(string Note, int Later, LateCause Cause);

internal sealed record RevokePattern(string Reason, LateCause Cause);

/// <param name="Condition">Of the conditions in this variant, from 0.</param>
/// <param name="First">The note of the delivery that did not stand.</param>
/// <param name="Fixed">The note of the second delivery.</param>
/// <param name="Days">How long putting it right took, in working days.</param>
internal sealed record RejectPattern(int Condition, string First, string Note, string Fixed, int Variant = 0, int Days = 1);
