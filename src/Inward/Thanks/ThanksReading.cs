using Inward.Asks.Wording;
using Inward.House;

namespace Inward.Thanks;

/// <summary>One of the three things a thank-you can name, and what to say about it.</summary>
public sealed record ThanksHint(string Part, bool IsNamed, Sentence Says);

/// <summary>
/// What a thank-you names, read from its words alone while it is written. A hint for whoever writes: it is kept nowhere and
/// nobody else ever sees it.
/// </summary>
public sealed record ThanksReading(bool Act, bool Effect, bool CustomerEffect)
{
    private static readonly IReadOnlySet<string> Courtesy = Phrases.WordsOf(
        "thanks thank thx thankful grateful you your yours for so very much many a an the all of it this that these what help great nice good job well done work everything " +
        "again really always team dear hi hello and i we am are is was were be been have has had do did me my us our to on in at with as " +
        "danke dank dir dich euch ihnen vielen herzlichen herzlich lieben liebe lieber besten sehr für die der das den dem ein eine einen alles hilfe super toll tolle " +
        "toller gut gute gemacht arbeit nochmal wirklich immer hallo ich wir bin sind ist war waren hat habe haben du ihr sie mir uns und im in am an zu es so als mit");

    private static readonly Phrases Results = Phrases.Of(
        "because, so that, so we|they|he|she|i|the, which meant, that is why, that's why, therefore, as a result, without you|it|that|this, saved, " +
        "weil, wegen, damit, dadurch, deshalb, deswegen, darum, sodass, so dass, ohne dich|das|euch|sie, gespart, erspart");

    private static readonly string[] Customers = ["customer", "client", "buyer", "guest", "kunde", "kundin", "kundschaft", "käufer", "gast", "gäste"];

    /// <summary>0 to 3: the act, its effect, the customer's effect.</summary>
    public int Quality => (Act ? 1 : 0) + (Effect ? 1 : 0) + (CustomerEffect ? 1 : 0);

    public IReadOnlyList<ThanksHint> Hints =>
    [
        new("act", Act, Act ? new Sentence("It names what they did.") : new Sentence("Name what they did: the act, not only the person.")),
        new("effect", Effect, Effect ? new Sentence("It says what it changed.") : new Sentence("Say what it changed: what became possible, was saved or avoided.")),
        new("customer", CustomerEffect, CustomerEffect ? new Sentence("It says what the customer got from it.") : new Sentence("Say what the customer got from it, if a customer did.")),
    ];

    /// <param name="names">What the customer concerned is called, where that is known.</param>
    public static ThanksReading Of(string? text, string? effect, IEnumerable<string>? names = null)
    {
        var (act, change) = (Spoken.Read(text), Spoken.Read(effect));
        var hasEffect = Tells(change) || Results.FindIn(act) is not null;
        var called = new[] { act, change }.SelectMany(s => s.Tokens).Select(t => t.Word).ToList();
        var known = (names ?? []).SelectMany(n => Spoken.Read(n).Tokens).Where(t => t.IsWord && t.Word.Length > 2).Select(t => t.Word).ToList();
        var hasCustomer = called.Exists(word => Customers.Any(c => Stems(word, c)) || known.Exists(name => Stems(word, name)));
        return new ThanksReading(Tells(act), hasEffect, hasEffect && hasCustomer);
    }

    // Two words beside the courtesies: "Danke, Wanda" tells nothing yet, "Danke fürs Messen der Kiste" does.
    private static bool Tells(Spoken said) => said.Tokens.Count(t => t.IsWord && !Courtesy.Contains(t.Word)) >= 2;

    // Plural, genitive and "'s": no more than three letters follow.
    private static bool Stems(string word, string stem) => word.StartsWith(stem, StringComparison.Ordinal) && word.Length <= stem.Length + 3;
}
