using Inward.House;
using Inward.House.Imports;

namespace Inward.Passages;

/// <summary>
/// The stages, teams and products of a log, each by a number that stays. Another column than the one meant shows by having
/// too many different words.
/// </summary>
public sealed class LogWords
{
    public const int MostStages = 1_000, MostTeams = 5_000, MostProducts = 5_000, LongestWord = 200;

    public WordList Stages { get; } = new("activity", MostStages);
    public WordList Teams { get; } = new("team", MostTeams);
    public WordList Products { get; } = new("product", MostProducts);

    /// <summary>By team: marks of five of its people at most.</summary>
    public Dictionary<int, SortedSet<long>> People { get; } = [];

    /// <summary>Whether it matters who else is in a team: five are enough.</summary>
    public bool Counts(int team) => team != 0 && (!People.TryGetValue(team, out var people) || people.Count < Told.FewestPeople);

    public void HearOf(int team, long person)
    {
        if (!People.TryGetValue(team, out var people))
            People[team] = people = [];
        if (people.Count < Told.FewestPeople)
            people.Add(person);
    }
}

/// <summary>Words of one column, numbered from 1 in the order they came.</summary>
public sealed class WordList(string column, int most)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    public IReadOnlyList<string> Words => words;

    public string this[int number] => words[number - 1];

    /// <summary>The number of a word, 0 for none; a new word gets the next one.</summary>
    public int Of(string word)
    {
        if (word.Length == 0)
            return 0;
        if (word.Length > LogWords.LongestWord)
            word = word[..(char.IsHighSurrogate(word[LogWords.LongestWord - 1]) ? LogWords.LongestWord - 1 : LogWords.LongestWord)];
        if (numbers.TryGetValue(word, out var number))
            return number;
        if (words.Count == most)
            throw Rule.Invalid("file", new Sentence("The column for “{0}” holds more than {1} different words, which a figure for each would not explain. Is it the right column?", FieldWords.Of(column), most));
        words.Add(word);
        return numbers[word] = words.Count;
    }

    public int? Known(string word) => numbers.TryGetValue(word, out var number) ? number : null;
}
