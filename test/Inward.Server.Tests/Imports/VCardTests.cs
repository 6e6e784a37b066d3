using System.Text;
using System.Text.Json;
using Inward.House.Imports;
using Inward.Server.House.Imports;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>Address cards as the programs of the world write them, and broken ones.</summary>
public class VCardFileTests
{
    private readonly Noticings noticed = new();

    [Theory]
    [InlineData("John_Doe_IPHONE.vcf", "Mr. John Richter James Doe Sr.|john.doe@ibm.com||Money Counter|Accounting")]
    [InlineData("John_Doe_MS_OUTLOOK.vcf", "Mr. John Richter James Doe Sr.|john.doe@ibm.cm||Money Counter|Accounting")]
    [InlineData("John_Doe_GMAIL.vcf", "Mr. John Richter, James Doe Sr.|john.doe@ibm.com||Money Counter|")]
    [InlineData("outlook-2003.vcf", "John Doe III|jdoe@hotmail.com||The Job Title|TheDepartment")]
    [InlineData("gmail-single.vcf", "Greg Dartmouth|gdartmouth@hotmail.com||TheJobTitle|")]
    [InlineData("rfc6350-example.vcf", "Simon Perreault|simon.perreault@viagenie.ca|||")]
    [InlineData("rfc2426-example.vcf", "Frank Dawson|Frank_Dawson@Lotus.com|||;Tim Howes|howes@netscape.com|||")]
    public void Cards_of_phones_and_mail_programs_are_read(string file, string people) => Real(file).ShouldBe(people.Split(';'));

    [Fact]
    public void So_are_lists_of_them_and_letters_in_quoted_printable()
    {
        Real("gmail-list.vcf").Length.ShouldBeGreaterThanOrEqualTo(3);
        var android = Real("John_Doe_ANDROID.vcf");
        android.ShouldContain(p => p.StartsWith("Ñ Ñ Ñ Ñ", StringComparison.Ordinal));
        android.ShouldContain(p => p.Contains("bob@company.com", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_choice_among_addresses_counts_and_an_id_only_where_there_is_none()
    {
        Read("BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nEMAIL:a@x.example\nEMAIL;PREF=1:b@x.example\nUID:u1\nEND:VCARD").ShouldBe(["Ann|b@x.example|||"]);
        Read("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Meyer;Ann;;;\r\nUID:u1\r\nEND:VCARD\r\n").ShouldBe(["Ann Meyer||u1||"]);
        Read("BEGIN:VCARD\nFN:Bo\\, the\\; second\\nline\nORG:Us\\;Co;Dock\nitem1.EMAIL;type=\"pref,work\":bo@x.example\nEND:VCARD").ShouldBe(["Bo, the; second line|bo@x.example|||Dock"]);
    }

    [Fact]
    public void An_assistants_card_inside_a_card_is_not_one_of_them() =>
        Read("BEGIN:VCARD\nFN:Ann\nAGENT:\nBEGIN:VCARD\nFN:Her assistant\nEMAIL:not@x.example\nEND:VCARD\nEMAIL:ann@x.example\nEND:VCARD").ShouldBe(["Ann|ann@x.example|||"]);

    [Fact]
    public void A_card_that_is_cut_off_is_left_out_in_words_and_the_others_are_read()
    {
        Read("BEGIN:VCARD\nFN:Ann\nEND:VCARD\nBEGIN:VCARD\nFN:Bo").ShouldBe(["Ann||||"]);
        noticed.LeftOut.ShouldHaveSingleItem().Sentence.Template.ShouldContain("cut off");
    }

    [Theory]
    [InlineData("a picture of 40 MB in one line")]
    [InlineData("a name of 40 MB")]
    [InlineData("a million folds")]
    [InlineData("a hundred thousand cards in each other")]
    [InlineData("soft breaks without end")]
    public void No_card_can_fill_the_memory(string bomb)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = VCardFile.Open("bomb.vcf", () => new Repeated(Bomb(bomb)), noticed).ReadableRows(noticed).Count();
        rows.ShouldBeLessThanOrEqualTo(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * 1024 * 1024);
    }

    private static IEnumerable<(string Text, int Times)> Bomb(string bomb) => bomb switch
    {
        "a picture of 40 MB in one line" => [("BEGIN:VCARD\nFN:Ann\nPHOTO;ENCODING=b:", 1), ("AAAA", 10_000_000), ("\nEND:VCARD\n", 1)],
        "a name of 40 MB" => [("BEGIN:VCARD\nFN:", 1), ("Anna", 10_000_000), ("\nEND:VCARD\n", 1)],
        "a million folds" => [("BEGIN:VCARD\nFN:Ann", 1), ("\n a", 1_000_000), ("\nEND:VCARD\n", 1)],
        "a hundred thousand cards in each other" => [("BEGIN:VCARD\nFN:Ann\n", 100_000), ("END:VCARD\n", 100_000)],
        _ => [("BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:Ann", 1), ("=\n", 2_000_000), ("\nEND:VCARD\n", 1)],
    };

    private string[] Real(string file)
    {
        var path = RealData.PathOf("formats", Path.Combine("vcard", file));
        Assert.SkipUnless(File.Exists(path), "The real data is not on this machine; INWARD_DATA says where it is.");
        return Cells(() => File.OpenRead(path));
    }

    private string[] Read(string text) => Cells(() => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private string[] Cells(Func<Stream> open)
    {
        VCardFile.Is(open).ShouldBeTrue();
        return [.. VCardFile.Open("people.vcf", open, noticed).ReadableRows(noticed).Select(r => string.Join('|', r.Cells))];
    }

    /// <summary>Pieces over and over, so that the test needs no file of that size.</summary>
    private sealed class Repeated(IEnumerable<(string Text, int Times)> pieces) : Stream
    {
        private readonly IEnumerator<byte[]> chunks = pieces.SelectMany(p => Enumerable.Repeat(Encoding.UTF8.GetBytes(p.Text), p.Times)).GetEnumerator();
        private byte[] chunk = [];
        private int at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            while (read < count)
            {
                if (at == chunk.Length)
                {
                    if (!chunks.MoveNext())
                        break;
                    (chunk, at) = (chunks.Current, 0);
                }
                var some = Math.Min(count - read, chunk.Length - at);
                Array.Copy(chunk, at, buffer, offset + read, some);
                (at, read) = (at + some, read + some);
            }
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>Colleagues go out as address cards, which the programs of others read, and come in again.</summary>
public abstract class VCardStories(TestHouse house)
{
    private const string ReadCards = """
        import ICAL from 'ical.js';
        import fs from 'fs';
        const read = ICAL.parse(fs.readFileSync(0, 'utf8'));
        const cards = typeof read[0] === 'string' ? [read] : read;
        console.log(JSON.stringify(cards.map(c => Object.fromEntries(c[1].map(p => [p[0], [p[3]].flat().flat().join('|')])))));
        """;

    [Theory]
    [InlineData("3", "3.0")]
    [InlineData("4", "4.0")]
    public async Task A_colleague_is_a_card_that_others_read(string version, string written)
    {
        var card = (await house.Call(Cast.Marta).Get($"people/{Cast.Wanda.Id}/card?version={version}")).Expect(200);
        card.Type.ShouldBe("text/vcard");
        var read = JsonDocument.Parse(await Peer.Node("ical.js", ReadCards, card.Body)).RootElement[0];
        string Of(string name) => read.GetProperty(name).GetString()!;
        (Of("version"), Of("fn"), Of("email"), Of("uid")).ShouldBe((written, Cast.Wanda.Name, Cast.Wanda.Email, $"urn:uuid:{Cast.Wanda.Id}"));
        Of("n").ShouldStartWith("Lorenz|Wanda|");
        Of("org").ShouldBe("Osterfenn|Warehouse");
        (await house.Call(Cast.Marta).Get($"people/{Cast.Wanda.Id}/card?version=2.1")).Expect(422);
        (await house.Call(Cast.Stranger).Get($"people/{Cast.Wanda.Id}/card")).Expect(404);
    }

    [Fact]
    public async Task All_of_a_list_go_out_and_come_in_again_as_the_same_people()
    {
        var priya = house.Call(Cast.Priya);
        (await priya.Post("people", new { name = "Zoë, the; \"quick\" \\ Ængström 🚀", email = "zoe@osterfenn.example", title = "Line one" })).Expect(201);
        var page = await (await house.Browse(Cast.Marta)).Open("/people");
        page.Find("a[href^='/people/cards']").ShouldNotBeNull();
        var cards = (await house.Call(Cast.Marta).Get("people/cards")).Expect(200).Body;
        var people = (await house.Call(Cast.Marta).Get("people?limit=100")).Expect(200).Items;
        VCardFile.Open("all.vcf", () => new MemoryStream(Encoding.UTF8.GetBytes(cards)), new Noticings()).Rows.Select(r => r.Cells[0]).ShouldBe(people.Select(p => p.GetProperty("name").GetString()!));

        var import = (await priya.Post("imports?kind=people&name=all.vcf", new ByteArrayContent(Encoding.UTF8.GetBytes(cards)))).Expect(201);
        import["said"].EnumerateArray().Select(s => s.GetString()!).ShouldContain(s => s.StartsWith("People: 0 new, 0 changed", StringComparison.Ordinal));
        (await house.Call(Cast.Marta).Get("people/cards?q=zo%C3%AB")).Expect(200).Body.ShouldContain("Ængström");
        (await house.Call(Cast.Marta).Get("people/cards?q=nobody-of-that-name")).Expect(200).Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_brings_cards_in_sees_who_they_are_and_takes_them_back()
    {
        const string Two = "BEGIN:VCARD\nVERSION:3.0\nFN:Ida Holm\nEMAIL;TYPE=PREF:ida@osterfenn.example\nORG:Osterfenn;Night shift\nTITLE:Planner\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:\nEND:VCARD\n";
        var browser = await house.Browse(Cast.Priya);
        var page = await browser.Submit(await browser.Open("/imports"), "form[enctype]", new { kind = "people", files = new Upload("contacts.vcf", Encoding.UTF8.GetBytes(Two)) });
        page.Expect(200).Text.ShouldContain("People: 1 new");
        var written = (await browser.Submit(page, "form[action$='handler=apply']")).Expect(200);
        var ida = (await house.Call(Cast.Priya).Get("people?q=ida%20holm")).Items.ShouldHaveSingleItem();
        (ida.GetProperty("email").GetString(), ida.GetProperty("title").GetString(), ida.GetProperty("teams")[0].GetProperty("name").GetString()).ShouldBe(("ida@osterfenn.example", "Planner", "Night shift"));
        (await browser.Submit(written, "form[action$='handler=undo']")).Expect(200);
        (await house.Call(Cast.Priya).Get("people?q=ida%20holm")).Items.ShouldBeEmpty();
    }
}

public sealed class VCardsOnSqlite(SqliteHouse house) : VCardStories(house), IClassFixture<SqliteHouse>;

public sealed class VCardsOnPostgres(PostgresHouse house) : VCardStories(house), IClassFixture<PostgresHouse>;
