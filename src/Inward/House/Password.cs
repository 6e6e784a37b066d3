using System.Text;

namespace Inward.House;

/// <summary>
/// What a password must be: 12 to 200 characters, and not what anybody would try first. Nothing is asked about digits and
/// signs, and nothing expires (NIST SP 800-63B, 3.1.1.2).
/// </summary>
public static class Password
{
    public const int Shortest = 12;
    public const int Longest = 200;

    // What must be left when names, everyday words and runs such as 1234 are taken away.
    private const int LeastOfItsOwn = 6;

    private static readonly string[] Everyday =
    [
        "password", "passwort", "passwd", "kennwort", "geheim", "secret", "letmein", "welcome", "willkommen", "iloveyou", "ichliebedich", "trustno",
        "qwertyuiop", "qwertzuiop", "qwerty", "qwertz", "asdfghjkl", "asdfgh", "asdf", "zxcvbnm", "yxcvbnm", "azerty", "qazwsx", "1q2w3e4r", "1qaz2wsx", "q1w2e3r4",
        "administrator", "admin", "master", "login", "access", "superman", "batman", "starwars", "pokemon", "dragon", "monkey", "princess", "sunshine",
        "football", "fussball", "baseball", "basketball", "liverpool", "chelsea", "schalke", "bayern", "michael", "jennifer", "jessica", "charlie", "daniel", "thomas",
        "computer", "internet", "google", "facebook", "samsung", "microsoft", "windows", "changeme", "default", "hallo", "hello", "freedom", "whatever",
        "forever", "family", "schatz", "spring", "summer", "autumn", "winter", "sommer", "herbst", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "test", "inward",
    ];

    /// <param name="known">What others know of this person: name, e-mail address, user name, the company.</param>
    public static void Check(ICollection<Wrong> wrong, string field, string? password, params IReadOnlyList<string?> known)
    {
        if (password is null || password.Length < Shortest)
            wrong.Add(new Wrong(field, new Sentence("A password has at least {0} characters; a few words make a good one.", Shortest)));
        else if (password.Length > Longest)
            wrong.Add(new Wrong(field, new Sentence("A password has at most {0} characters.", Longest)));
        else if (!Text.IsWhole(password))
            wrong.Add(new Wrong(field, "This text holds a broken character. Type or paste it again."));
        else if (OfItsOwn(password, known) < LeastOfItsOwn)
            wrong.Add(new Wrong(field, "This password is too easy to guess. Take a few words that do not belong together, without your name or the company's."));
    }

    /// <summary>One text for every keyboard: é may be typed as one character or as two.</summary>
    public static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    private static int OfItsOwn(string password, IReadOnlyList<string?> known)
    {
        var text = Normal(password).ToLowerInvariant();
        text = text[..Period(text)];
        var taken = new bool[text.Length];
        var plain = string.Concat(text.Select(Unmasked));
        foreach (var word in known.SelectMany(Words).Concat(Everyday))
        {
            Take(text, word, taken);
            Take(plain, word, taken);
        }
        // A character counts unless it is taken, repeats or continues its neighbour, or is a sign.
        return Enumerable.Range(0, text.Length).Count(i =>
            !taken[i] && char.IsLetterOrDigit(text[i]) && (i == 0 || Math.Abs(text[i] - text[i - 1]) > 1));
    }

    private static IEnumerable<string> Words(string? known) =>
        (known ?? "").ToLowerInvariant().Split([' ', '@', '.', '-', '_', '+', ',', '\''], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3);

    private static void Take(string text, string word, bool[] taken)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            Array.Fill(taken, true, at, word.Length);
    }

    // "abcabcabcabc" says no more than "abc".
    private static int Period(string text)
    {
        for (var length = 1; length < text.Length; length++)
        {
            if (Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length]))
                return length;
        }
        return text.Length;
    }

    private static char Unmasked(char letter) => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => letter,
    };
}
