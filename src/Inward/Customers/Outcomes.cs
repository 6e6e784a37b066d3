namespace Inward.Customers;

/// <summary>How files say that a sale is won, lost or still open.</summary>
public static class Outcomes
{
    private static readonly HashSet<string> Won = Words("won closedwon gewonnen shipped delivered completed fulfilled paid geliefert bezahlt abgeschlossen");
    private static readonly HashSet<string> Lost = Words("lost closedlost verloren cancelled canceled abandoned rejected storniert abgesagt");
    private static readonly HashSet<string> Yes = Words("yes y true 1 ja j wahr");

    /// <summary>
    /// Flags such as Salesforce's IsClosed and IsWon decide, then the words of the stage ("Closed Won", "closedlost"). An
    /// order has no stage: it is open until it is shipped, and its closing day tells that it was.
    /// </summary>
    public static Outcome Of(string stage, string isClosed, string isWon, bool hasClosingDay)
    {
        if (isClosed.Length > 0 || isWon.Length > 0)
            return Yes.Contains(isWon) ? Outcome.Won : Yes.Contains(isClosed) ? Outcome.Lost : Outcome.Open;
        var words = new string([.. stage.Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Lost.Contains) ? Outcome.Lost
            : words.Any(Won.Contains) || (stage.Length == 0 && hasClosingDay) ? Outcome.Won
            : Outcome.Open;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
