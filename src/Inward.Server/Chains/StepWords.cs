using Inward.Chains;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House.Words;

namespace Inward.Server.Chains;

/// <summary>How steps are read and typed on pages.</summary>
public static class StepWords
{
    /// <summary>What Inward brought is said in the reader's language; what a company typed is data.</summary>
    public static string Step(this Tongue t, string words) => EightSteps.IsItsOwn(words) ? t[words] : words;

    /// <summary>The words under which a form keeps it: what Inward brought, typed in the reader's language, is still that.</summary>
    public static string? TypedStep(this Tongue t, string? typed, string? before) => before is not null && typed?.Trim() == t.Step(before) ? before : typed;

    /// <summary>How a state of a step looks and is called.</summary>
    public static (string Icon, string Word) Of(string state) => state switch
    {
        "skipped" => ("arrow", "Skipped"),
        "undecided" => ("question", "Not decided"),
        "unasked" => ("info", "Nobody is asked"),
        _ => StateWords.Of(state),
    };

    /// <summary>What its day is taken from.</summary>
    public static string Word(Basis basis) => basis switch
    {
        Basis.Delivered => "delivered",
        Basis.Promised => "promised",
        Basis.Skipped => "skipped",
        _ => "planned",
    };
}
