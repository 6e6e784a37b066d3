using Inward.Asks.Wording;

namespace Inward.Objectives;

/// <summary>
/// Words of offices and of fashion with what people say instead. The English ones of offices follow "Use simple words and phrases" of
/// plainlanguage.gov (US government, public domain).
/// </summary>
internal static class ClarityJargon
{
    private static readonly Dictionary<string, Entry[]> English = Table("""
        accomplish: do; accordingly: so; accrue: add; acquire: get; additional: more; adjacent to: next to; aforementioned: this; ameliorate: improve; apparent: clear
        applicable: that applies; ascertain: find out; as to: about; assist: help; assistance: help; at the present time: now; attain: reach; attempt: try; by means of: by; capability: skill
        cease: stop; cognizant: aware; commence: begin; comply with: follow; component: part; comprise: hold; concerning: about; consequently: so; consolidate: join
        constitute: is; construct: build; contingent upon: if; currently: now; deem: think; demonstrate: show; designate: name; determine: decide; disclose: show; discontinue: stop
        disseminate: send; due to the fact that: because; duration: time; effectuate: do; elucidate: explain; encounter: meet; endeavor: try; endeavour: try; enumerate: count
        equitable: fair; evidenced: shown; exhibit: show; expedite: speed up; expend: spend; expertise: skill; expiration: end; facilitate: help; failure to: if not; feasible: possible
        finalize: finish; finalise: finish; for the purpose of: to; forfeit: lose; forthwith: now; forward: send; furnish: give; hereby: now; herein: here; herewith: with this; heretofore: until now
        identical: same; implement: carry out; implementation: work; in accordance with: by; in addition: also; in order to: to; in regard to: about; in relation to: about; in the event of: if; in the event that: if
        inception: start; indicate: show; initial: first; initiate: begin; in lieu of: instead; in the amount of: for; it is recommended: we recommend; magnitude: size; methodology: method; modify: change
        monitor: watch; necessitate: need; notify: tell; notwithstanding: despite; numerous: many; objective: aim; obligate: bind; obtain: get; operate: run; optimum: best; option: choice; parameter: limit
        participate: take part; personnel: people; pertaining to: about; portion: part; possess: have; preclude: prevent; previously: before; prior to: before; prioritize: rank; prioritise: rank; procure: buy
        proficiency: skill; promulgate: issue; pursuant to: under; reflect: show; regarding: about; relocation: move; remain: stay; remainder: rest; remuneration: pay; render: make; request: ask; require: need; requirement: need; reside: live
        retain: keep; said: the; selection: choice; shall: must; solicit: ask for; state-of-the-art: newest; subject to: under; submit: send; submission: sending; subsequent: later; subsequently: later; substantial: large
        sufficient: enough; such: these; terminate: end; therefore: so; therein: there; thereof: of it; thereto: to it; timely: in time; transmit: send; transmission: sending; transpire: happen; upon: on; utilize: use; utilise: use; utilization: use; utilisation: use; validate: confirm
        viable: possible; whereas: while; with reference to: about; with respect to: about; with the exception of: except for; propound: ask; identified: found; individualized: own
        leverage: use; synergy: gain from working together; synergies: gains from working together; holistic: whole; paradigm: way of thinking; paradigm shift: change; best-in-class: best; world-class: best; cutting-edge: newest; next-generation: new
        stakeholder: people it touches; deliverable: result; actionable: useful; learnings: what we learned; low-hanging fruit: easy part; touch base: talk; circle back: come back; deep dive: close look; going forward: from now on; move the needle: help
        mission-critical: vital; value-add: gain; value proposition: what customers get; operationalize: do; operationalise: do; incentivize: reward; incentivise: reward; right-size: shrink; streamline: simplify; seamless: smooth; robust: strong
        scalable: able to grow; ecosystem: field; empower: let; enablement: help; alignment: agreement; bandwidth: time; granular: detailed; impactful: strong; ideate: think; onboarding: start; roadmap: plan; thought leader: expert; transformational: large
        transformation: change; optimize: improve; optimise: improve; optimization: improvement; maximize: raise; maximise: raise; minimize: lower; minimise: lower; strategic: important; proactive: early; proactively: early; core competency: what we do best; win-win: good for both; mitigation: prevention; mitigate: lessen
        """, ["", "s", "d", "ed", "ing"]);

    private static readonly Dictionary<string, Entry[]> German = Table("""
        implementieren: einführen; implementiert: eingeführt; implementierung: Einführung; optimieren: verbessern; optimierung: Verbesserung; maximieren: erhöhen; minimieren: senken; generieren: schaffen; realisieren: erreichen; realisierung: Umsetzung
        fokussieren: achten auf; fokussierung: Blick; adressieren: angehen; kommunizieren: sagen; priorisieren: ordnen; evaluieren: prüfen; evaluierung: Prüfung; initiieren: beginnen; etablieren: einführen; operationalisieren: umsetzen
        synergie: gemeinsamer Gewinn; synergieeffekt: gemeinsamer Gewinn; ganzheitlich: ganz; nachhaltig: dauerhaft; zielführend: nützlich; zeitnah: bald; proaktiv: früh; agil: beweglich; skalierbar: wachstumsfähig; disruptiv: neu
        stakeholder: Beteiligte; commitment: Zusage; committen: zusagen; alignment: Einigkeit; mindset: Denkweise; benchmark: Vergleich; roadmap: Plan; deliverable: Ergebnis; learning: Erkenntnis; quick win: schneller Erfolg; low hanging fruit: leichter Anfang
        kernkompetenz: Stärke; wertschöpfung: Nutzen; paradigmenwechsel: Wechsel; leuchtturmprojekt: Beispiel; handlungsfeld: Aufgabe; maßnahme: Schritt; massnahme: Schritt; zielsetzung: Ziel; problematik: Problem; thematik: Thema; räumlichkeit: Raum
        durchführung: Arbeit; inanspruchnahme: Nutzung; bezüglich: zu; hinsichtlich: zu; diesbezüglich: dazu; mittels: mit; zwecks: für; seitens: von; gemäß: nach; entsprechend: nach; infolge: wegen; anlässlich: zu; betreffend: zu
        im rahmen: bei; im hinblick auf: für; in bezug auf: zu; in anspruch nehmen: nutzen; zur verfügung stellen: geben; zum einsatz bringen: einsetzen; unter berücksichtigung: mit; aufgrund der tatsache: weil; zum jetzigen zeitpunkt: jetzt; aus diesem grund: darum
        erfolgt: geschieht; beinhalten: enthalten; gewährleisten: sichern; sicherstellen: sichern; beabsichtigen: wollen; verauslagen: zahlen; obliegen: ist Sache von; vorliegend: dieser; oben genannt: dieser; selbige: diese; etwaig: mögliche; umgehend: sofort; unverzüglich: sofort
        """, ["", "e", "en", "er", "em", "es", "n", "s", "t", "te", "ten"]);

    /// <summary>Every place where one stands, the longest phrase first.</summary>
    public static List<JargonWord> In(List<ClarityWord> words, Language language)
    {
        var (table, found) = (language == Language.German ? German : English, new List<JargonWord>());
        for (var at = 0; at < words.Count;)
        {
            var entry = table.TryGetValue(words[at].Text, out var entries) ? Array.Find(entries, entry => IsAt(entry, words, at)) : null;
            if (entry is not null)
            {
                var last = words[at + entry.Words.Length - 1];
                found.Add(new JargonWord(string.Join(' ', entry.Words), entry.Plain, words[at].Start, last.Start + last.Length - words[at].Start));
            }
            at += entry?.Words.Length ?? 1;
        }
        return found;
    }

    private static bool IsAt(Entry entry, List<ClarityWord> words, int at)
    {
        if (at + entry.Words.Length > words.Count)
            return false;
        for (var next = 1; next < entry.Words.Length; next++)
        {
            if (words[at + next].Text != entry.Words[next])
                return false;
        }
        return true;
    }

    private static Dictionary<string, Entry[]> Table(string written, string[] endings) => written
        .Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": "))
        .SelectMany(pair => Forms(pair[0], endings).Select(form => new Entry(form.Split(' '), pair[1])))
        .GroupBy(entry => entry.Words[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToArray());

    // Phrases stand as they are; of a word its endings count too, "used" and "using" of "use" among them.
    private static IEnumerable<string> Forms(string said, string[] endings) =>
        said.Contains(' ', StringComparison.Ordinal) ? [said]
        : endings.Select(ending => said + ending).Concat(said[^1] == 'e' ? endings.Select(ending => said[..^1] + ending).Where(form => form.Length > said.Length) : []).Distinct();

    private sealed record Entry(string[] Words, string Plain);
}
