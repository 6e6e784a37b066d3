namespace Inward.Server.House;

/// <summary>One cell of a CSV file that goes out.</summary>
public static class Csv
{
    /// <summary>Quoted where it must be. What a spreadsheet would run as a formula gets an apostrophe and stays text.</summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n;") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
