namespace Inward.Pulses;

/// <summary>Questions that are ready: two for each of the eight strategies that sell an objective inside. They are answered from 1, not at all, to 5, fully.</summary>
public static class QuestionSet
{
    public static readonly IReadOnlyList<(string Strategy, string First, string Second)> Eight =
    [
        ("Buy-in upfront", "I was asked for advice before our objectives were decided.", "Ideas of those who work with customers are taken up."),
        ("Desires", "Our objectives speak of what people here want.", "I am among those who gain when we reach them."),
        ("Motives", "Somebody asked me in person what I want from my work.", "I get what I want from my work while I help to reach our objectives."),
        ("Clarity", "Our objectives are told in simple words, with examples that fit.", "I can say what our objectives mean for my own team."),
        ("Own targets", "My team set its own targets.", "Our targets mean something to us and bring the company clearly closer."),
        ("Picture of the result", "I can picture what the company will look like on the day after.", "I know what it will mean to those who made it happen."),
        ("Cross-functional goals", "Teams that depend on each other share measures of time, quantity, quality and performance.", "These measures make teams help each other."),
        ("Asking for help", "I was asked what I know or do well that would bring us closer.", "I can say what we need and what should be done, and I am heard."),
    ];

    /// <summary>The sixteen, in their order.</summary>
    public static IEnumerable<string> Sixteen => Eight.SelectMany(strategy => (string[])[strategy.First, strategy.Second]);
}
