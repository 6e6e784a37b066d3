using System.Collections.Frozen;

namespace Inward.Asks.Wording;

/// <summary>English verbs that begin an order. Several are nouns as well, and then the next word decides.</summary>
internal static class EnglishVerbs
{
    private static readonly FrozenSet<string> Plain = Phrases.WordsOf(
        "send give get let tell make take bring come see find look put ask add keep confirm provide respond read fill arrange try talk meet " +
        "go join follow stop " +
        "remember pass advise submit write remove include consider discuss think wait leave show move start pay apply register verify ensure " +
        "bear stay hold drop " +
        "don't do be prepare explain attach cancel coordinate speak turn run buy proceed approve fix finish deliver install clarify inform " +
        "notify sign choose " +
        "inspect repair replace unload load collect translate correct complete escalate investigate quote assign prioritise prioritize " +
        "resolve repeat");

    private static readonly FrozenSet<string> AlsoNouns = Phrases.WordsOf(
        "call review check forward contact email e-mail mail reply print fax update book visit use plan schedule help share note change open " +
        "save order copy " +
        "work plug ship pick pack report release return transfer invoice stock test design set credit answer deal");

    private static readonly FrozenSet<string> Determiners = Phrases.WordsOf(
        "the a an this these those my our your his her their its me us him them it whether what how which");

    private static readonly FrozenSet<string> Objects = Phrases.WordsOf(
        "that all every each any some if with up in out back over through to both everything everyone someone").Concat(Determiners).ToFrozenSet();

    // What else may stand before "the": whatever word is not here and does is a verb.
    private static readonly FrozenSet<string> NeverVerbs = Phrases.WordsOf(
        "i you he she it we they who what which when where why how whose that this these those there here is are was were be am has have had " +
        "will would can could " +
        "shall should may might must did does if because since while although though until till unless once whether as than so and or but nor " +
        "yet for of in on at by " +
        "to from with without within into onto over under about after before during through between among against along across behind beside " +
        "near per via like " +
        "unlike despite except regarding concerning not no now then today tomorrow yesterday tonight monday tuesday wednesday thursday friday " +
        "saturday sunday " +
        "maybe perhaps also even only just still already again soon later sometimes always never often all both half such what's that's it's " +
        "once twice " +
        "above below inside outside around past off up down out back next last plus minus however therefore otherwise instead ok okay well " +
        "yes thanks thank " +
        "sorry please hi hello dear meanwhile apparently hopefully unfortunately");

    // "Report is missing" and "Note: …" tell, they do not order.
    private static readonly FrozenSet<string> Tells = Phrases.WordsOf("is was are were has had have must will would can could should : - – = of");

    // "Call Anna" is an order, "Order Management" is not.
    private static readonly FrozenSet<string> OfPeople = Phrases.WordsOf("call contact email e-mail help visit");

    public static bool IsVerb(string word) => Plain.Contains(word) || AlsoNouns.Contains(word);

    /// <summary>Whether an order begins at this token.</summary>
    public static bool OrdersAt(Spoken spoken, int at)
    {
        var (word, next) = (spoken.Word(at), spoken.Word(at + 1));
        if (Plain.Contains(word))
            return !Tells.Contains(next);
        if (!AlsoNouns.Contains(word))
            return Determiners.Contains(next) && MayBeVerb(spoken, at);
        var isName = OfPeople.Contains(word) && spoken.IsCapital(at + 1);
        return Objects.Contains(next) || isName || next.EndsWith("'s", StringComparison.Ordinal);
    }

    /// <summary>"Roast the beans": English lets nothing but a verb stand alone before an article, small words and names aside.</summary>
    private static bool MayBeVerb(Spoken spoken, int at)
    {
        var word = spoken.Word(at);
        var isName = spoken.IsCapital(at) && !spoken.Opens(at);
        return word.Length > 2 && word.All(char.IsAsciiLetter) && !isName && !NeverVerbs.Contains(word)
            && !word.EndsWith("ing", StringComparison.Ordinal) && !word.EndsWith("ed", StringComparison.Ordinal)
            && !word.EndsWith("ly", StringComparison.Ordinal) && !word.EndsWith('s');
    }
}
