using Inward.Asks;
using Inward.Asks.Moves;
using Inward.Conversations;
using Inward.House;

namespace Inward.Bench;

/// <summary>
/// An invented company of 10,000 people in 100 teams who have talked 100,000 times, the same in every run. Ask number i is the same in a store of every size,
/// so a smaller store is the beginning of a larger one. The first 2,000 asks belong to the twenty callers, a hundred to each:
/// their list is full in every store.
/// </summary>
internal sealed class Company(DateTimeOffset now)
{
    public const int People = 10_000, Talks = 100_000, Teams = 100, Callers = 20, Customers = 200, Sales = 1_000, BusyAsks = 2_000, Relationships = 500;
    private const int Words = 4_000;
    private static readonly DateTimeOffset Epoch = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
    private readonly Dictionary<Id, Id> owners = Enumerable.Range(0, Sales).ToDictionary(Sale, OwnerOf);

    public DateTimeOffset Now => now;

    public Id Workspace { get; } = IdOf("workspace", 0);

    public static Id Person(int number) => IdOf("person", number);

    public static Id Team(int number) => IdOf("team", number);

    public static Id Customer(int number) => IdOf("customer", number);

    public static Id Sale(int number) => IdOf("sale", number);

    public static Id AskId(int number) => IdOf("ask", number);

    public static int TeamOf(int person) => person % Teams;

    public static Id OwnerOf(int sale) => Person(sale % People);

    public Id OwnerOf(Id sale) => owners[sale];

    /// <summary>One in every team, none of them a caller.</summary>
    public static bool Leads(int person) => person / Teams == 1;

    public static string PersonName(int number) => $"{Capital(Word(number * 3 % Words))} {Capital(Word(number * 7 % Words))}";

    public static string CustomerName(int number) => $"{Capital(Word(number * 11 % Words))} Works";

    /// <summary>Whom a caller had to do with, and how many days ago: a third of them too long.</summary>
    public static IEnumerable<(Id Other, int Days)> Met(int caller) =>
        Enumerable.Range(0, Relationships).Select(i => (Person(Callers + ((caller * 97 + i * 3) % (People - Callers))), i * 7 % 46));

    /// <summary>A talk of two who do not call, some time in the last year.</summary>
    public Conversation Talk(int number)
    {
        var dice = new Random(number * 17 + 3);
        var author = Callers + dice.Next(People - Callers);
        var other = Callers + ((author - Callers + 1 + dice.Next(People - Callers - 1)) % (People - Callers));
        return new Conversation(Workspace, IdOf("talk", number), Person(author), [Person(other)], now.AddMinutes(-5L * number - 1), "call", Sentence(dice, 12), Private: false) { LoggedAt = now };
    }

    /// <summary>Words that occur in two to five of a thousand asks: what somebody looks for who knows what they look for.</summary>
    public static string Sought(int number) => Word(1_000 + (number * 37 % 1_000));

    /// <summary>Ask number <paramref name="number"/> with what happened to it: four happenings, twenty for each caller's first.</summary>
    public (Ask Ask, IReadOnlyList<(Id Who, DateTimeOffset At, string Kind, object Payload)> History) Ask(int number)
    {
        var dice = new Random(number * 31 + 7);
        var (requester, performer) = Parties(number, dice);
        var at = now.AddDays(-300).AddSeconds(number * 120);
        // The callers' own are mostly open, and due over the next four months; days are told from today, not from when it was asked.
        var open = dice.NextDouble() < (number < BusyAsks ? 0.8 : 0.35);
        var team = number >= Callers && dice.Next(7) == 0 ? TeamOf(performer) : (int?)null;
        var asking = new Asking(
            Sentence(dice, 6), team is null ? Person(performer) : null, team is { } asked ? Team(asked) : null, Sentence(dice, 14), Sentence(dice, 10),
            [Sentence(dice, 7), Sentence(dice, 7)], today.AddDays(1 + dice.Next(20)), today.AddDays(21 + dice.Next(100)), dice.Next(100) == 0,
            Sale: dice.Next(3) == 0 ? Sale(dice.Next(Sales)) : null);
        var history = new List<(Id, DateTimeOffset, string, object)>();
        var ask = Inward.Asks.Ask.Draft(Workspace, AskId(number), Person(requester), asking, at);
        Move(new Sending(), requester, asking);
        foreach (var (move, who) in Life(dice, open, team is not null, number < Callers ? 19 : 3))
            Move(move, who == 'R' ? requester : performer);
        return (ask, history);

        void Move(Move move, int who, object? payload = null)
        {
            var circumstances = new Circumstances(Person(who), at)
            {
                InAskedTeam = team is not null && who == performer,
                Receiver = team is { } asked ? new Receiver(null, Team(asked)) : new Receiver(Person(performer), null),
            };
            ask = ask.Do(move, circumstances).Ask;
            history.Add((Person(who), at, move.Happened, payload ?? move));
            at = at.AddHours(5);
        }
    }

    private static (int Requester, int Performer) Parties(int number, Random dice)
    {
        var other = Callers + dice.Next(People - Callers);
        if (number < BusyAsks)
            return number / Callers % 2 == 0 ? (number % Callers, other) : (other, number % Callers);
        var requester = dice.Next(People);
        return (requester, requester == other ? Callers + ((other - Callers + 1) % (People - Callers)) : other);
    }

    private IEnumerable<(Move Move, char Who)> Life(Random dice, bool open, bool ofTeam, int moves)
    {
        var by = today.AddDays(20);
        (Move, char)[] end = (ofTeam, open, dice.Next(4)) switch
        {
            (true, true, _) => [],
            (true, false, _) => [(new Taking(), 'P'), (new Promising(by), 'P'), (new Delivering(Sentence(dice, 5)), 'P')],
            (_, false, _) => [(new Promising(by), 'P'), (new Delivering(Sentence(dice, 5)), 'P'), (new Accepting(), 'R')],
            (_, _, 0) => [(new Questioning(Sentence(dice, 8)), 'P'), (new Answering(Sentence(dice, 8)), 'R'), (new Promising(by), 'P')],
            (_, _, 1) => [(new Promising(by, Sentence(dice, 4)), 'P')],
            (_, _, 2) => [(new Countering(by, Note: Sentence(dice, 6)), 'P')],
            _ => [],
        };
        for (var i = end.Length; i < moves; i++)
            yield return (new Remarking(Sentence(dice, 9)), 'R');
        foreach (var move in end)
            yield return move;
    }

    private static string Sentence(Random dice, int words) =>
        Capital(string.Join(' ', Enumerable.Range(0, words).Select(_ => Word((int)Math.Pow(Words, dice.NextDouble()) - 1))));

    // Three syllables, all of one length, so that no word begins another; a word's rank decides how often it is said.
    private static string Word(int rank)
    {
        const string Consonants = "bdfghjklmnprstvwzcqx", Vowels = "aeiou";
        var mixed = (rank + 1) * 7_919 % 1_000_000;
        return string.Concat(Syllable(mixed % 100), Syllable(mixed / 100 % 100), Syllable(mixed / 10_000));

        static string Syllable(int n) => $"{Consonants[n / 5]}{Vowels[n % 5]}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Id IdOf(string kind, int number)
    {
        var dice = new Random((kind[0] << 24) + number);
        Span<byte> bytes = stackalloc byte[16];
        dice.NextBytes(bytes);
        var at = Epoch.AddSeconds(number).ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, at >>= 8)
            bytes[i] = (byte)at;
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Id(new Guid(bytes, bigEndian: true));
    }
}
