using System.Diagnostics;
using Inward.Asks.Wording;
using Inward.Objectives;
using Inward.Tests.Asks.Wording;

namespace Inward.Tests.Objectives;

public class ClarityReadingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Language.English, "go 1 table 2 safety 2 statement 2 management 3 element 3 settlement 3 create 2 created 3 reality 4 science 2 client 2 society 4 customer 3")]
    [InlineData(Language.English, "quality 3 language 2 colleague 2 business 2 going 2 studying 3 playing 2 beyond 2 employee 3 handled 2 wanted 2 asked 1 boxes 2 times 1 something 2")]
    [InlineData(Language.English, "don't 1 couldn't 2 we're 1 it's 1 home-made 2 2026 1 25th 1 cms 3 therefore 2 mechanism 4 various 3 situation 4 area 3 the 1")]
    [InlineData(Language.German, "ziel 1 ziele 2 mauer 2 neue 2 freie 2 aktion 3 ideen 3 idee 2 über 2 quelle 2 museum 3 beenden 3 aktuell 3 patient 3 kunde 2 kunden 2 lieferzeit 3")]
    [InlineData(Language.German, "wertschöpfungskette 5 team 1 service 2 schnee 1 see 1 zuerst 2 verkauf 2 häuser 2 theater 3 radio 3 familien 3 straße 2 zwei 1 zweier 2 weniger 3 31 1 e-mail 2")]
    public void Syllables_are_counted_as_they_are_said(Language language, string told)
    {
        var words = told.Split(' ');
        for (var at = 0; at < words.Length; at += 2)
            ClarityReading.Of(words[at], language).Syllables.ShouldBe(int.Parse(words[at + 1], provider: null), words[at]);
    }

    [Theory]
    [InlineData("Dr. Noor ships 1.5 t at 9:30. Why? Because 12,000 wait!", 3, 11)]
    [InlineData("We deliver:\n- crates;\n- rolls of felt.\n\nAll by 31. Dezember", 4, 10)]
    [InlineData("Wir liefern z. B. bis zum 3. März. Danach nicht mehr.", 2, 11)]
    [InlineData("a line that\ngoes on in small letters", 1, 8)]
    [InlineData("1. First\n2. Second\n(iii) Third", 3, 3)]
    [InlineData("see cms.gov... and don't wait", 1, 5)]
    [InlineData("\"Stop.\" he said", 1, 3)]
    public void Sentences_end_at_marks_paragraphs_and_items_and_not_inside_numbers_and_abbreviations(string text, int sentences, int words)
    {
        var reading = ClarityReading.Of(text);
        (reading.Sentences, reading.Words).ShouldBe((sentences, words));
    }

    [Fact]
    public void A_slogan_reads_as_below_the_first_grade() => ClarityReading.Of("Go for it").Grade.ShouldBe(-2.62, 0.005);

    [Fact]
    public void English_is_read_by_flesch_and_kincaid()
    {
        var reading = ClarityReading.Of("The warehouse delivers every crate within two days. Customers see it.", Language.English);
        (reading.Words, reading.Sentences, reading.Syllables).ShouldBe((11, 2, 19));
        reading.Grade.ShouldBe((0.39 * 5.5) + (11.8 * 19 / 11) - 15.59, 1e-9);
    }

    [Fact]
    public void German_is_read_by_the_first_wiener_sachtextformel()
    {
        var reading = ClarityReading.Of("Das Lager liefert jede Kiste in zwei Tagen. Unsere Kundschaft sieht es.");
        (reading.Language, reading.Words, reading.Sentences, reading.LongWords, reading.OneSyllable, reading.ManySyllables).ShouldBe((Language.German, 12, 2, 2, 5, 1));
        reading.Grade.ShouldBe((0.1935 * 100 / 12) + (0.1672 * 6) + (0.1297 * 200 / 12) - (0.0327 * 500 / 12) - 0.875, 1e-9);
    }

    [Fact]
    public void German_of_offices_reads_as_harder_than_german_as_it_is_said()
    {
        var office = ClarityReading.Of("Die Durchführung der Implementierung ganzheitlicher Optimierungsmaßnahmen hinsichtlich der Wertschöpfungskette erfolgt zeitnah durch die Verantwortungsträger.");
        var said = ClarityReading.Of("Wir liefern schneller. Jede Kiste geht in zwei Tagen auf den Weg.");
        (office.Grade > 15, said.Grade < 9, said.IsClearerThan(office), office.IsClearerThan(said)).ShouldBe((true, true, true, false));
        office.Jargon.Select(word => word.Said).ShouldBe(["durchführung", "implementierung", "ganzheitlicher", "hinsichtlich", "erfolgt", "zeitnah"]);
    }

    [Fact]
    public void Jargon_is_found_where_it_stands_with_what_people_say()
    {
        const string Text = "In order to leverage synergies, we utilised stakeholders.";
        var jargon = ClarityReading.Of(Text, Language.English).Jargon;
        jargon.Select(word => (Text.Substring(word.Start, word.Length), word.Plain)).ShouldBe(
            [("In order to", "to"), ("leverage", "use"), ("synergies", "gains from working together"), ("utilised", "use"), ("stakeholders", "people it touches")]);
    }

    [Fact]
    public void Texts_that_were_made_plain_read_as_clearer_and_rarely_the_other_way_round()
    {
        var pairs = Corpora.PlainLanguage();
        Assert.SkipWhen(pairs is null, "clarity-texts is not on this machine (INWARD_DATA or ../shared/data).");
        var read = pairs!.ConvertAll(pair => (Before: ClarityReading.Of(pair.Before, Language.English), After: ClarityReading.Of(pair.After, Language.English)));
        var share = (double)read.Count(pair => pair.After.IsClearerThan(pair.Before)) / read.Count;
        output.WriteLine($"clarity-texts, n = {read.Count}: the after-text is clearer in {share:P1}; by its grade {Share(read, one => one.Grade):P1}, "
            + $"the length of its sentences {Share(read, one => one.WordsASentence):P1}, its jargon {Share(read, one => one.JargonShare):P1} (as much {Same(read):P1})");
        share.ShouldBeGreaterThanOrEqualTo(0.9);
        read.ShouldAllBe(pair => !pair.Before.IsClearerThan(pair.After) || !pair.After.IsClearerThan(pair.Before));
    }

    [Theory]
    [InlineData("")]
    [InlineData("word")]
    [InlineData("2026 12 31")]
    [InlineData("🙂👩‍🚀 🙏")]
    [InlineData("هل يمكنك إرسال الفاتورة؟")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("'; drop table ask; -- {0} <b>")]
    [InlineData("...!?;:\r\n\r\n- \n-")]
    [InlineData("納期を短くする。早く届ける。")]
    [InlineData("İıẞß\u0301 \u202Eenuolc \0")]
    public void Any_text_can_be_read(string text)
    {
        foreach (var language in new Language?[] { null, Language.English, Language.German })
        {
            var reading = ClarityReading.Of(text, language);
            double.IsFinite(reading.Grade).ShouldBeTrue();
            (reading.Sentences <= Math.Max(1, reading.Words) && reading.Syllables >= reading.Words).ShouldBeTrue();
        }
        ClarityReading.Of("half \ud83d and \udc00 other half").Words.ShouldBe(4);
        Clarity.Of(new ClarityOf { What = text, Because = text, Observables = [text] }).Total.ShouldBeInRange(0, 100);
    }

    [Fact]
    public void A_text_of_a_megabyte_is_read_in_time_that_grows_with_its_length_alone()
    {
        foreach (var part in new[] { "a", "ab ", ".", "\n", "in order ", "- a\n", "(((", ". \"", "a.", "'", "e1", "\n - ", "ié" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
            var watch = Stopwatch.StartNew();
            ClarityReading.Of(text);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), part);
        }
    }

    private static double Share(List<(ClarityReading Before, ClarityReading After)> read, Func<ClarityReading, double> of) =>
        (double)read.Count(pair => of(pair.After) < of(pair.Before)) / read.Count;

    private static double Same(List<(ClarityReading Before, ClarityReading After)> read) =>
        (double)read.Count(pair => pair.After.JargonShare.Equals(pair.Before.JargonShare)) / read.Count;
}
