using System.Text;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House.Imports;

namespace Inward.Server.Tests.Imports;

public class CsvFileTests
{
    private readonly Noticings noticed = new();

    [Theory]
    [InlineData("name,title\nAnn,Buyer\nBob,\n")]
    [InlineData("name;title\r\nAnn;Buyer\r\nBob;\r\n")]
    [InlineData("name\ttitle\rAnn\tBuyer\rBob\t\r")]
    [InlineData("name|title\nAnn|Buyer\nBob|")]
    [InlineData("sep=;\nname;title\nAnn;Buyer\nBob;\n")]
    [InlineData("\n\nname,title\n\nAnn,Buyer\n,\nBob\n")]
    public void Every_delimiter_and_line_end_reads_the_same(string text)
    {
        var table = Open(Encoding.UTF8.GetBytes(text));
        table.Headers.ShouldBe(["name", "title"]);
        Cells(table).ShouldBe([["Ann", "Buyer"], ["Bob", ""]]);
    }

    [Fact]
    public void Every_encoding_a_spreadsheet_writes_reads_the_same()
    {
        const string text = "name;city\nJürgen Núñez;Köln €\n";
        Encoding western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, western])
            Cells(Open([.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).ShouldBe([["Jürgen Núñez", "Köln €"]], encoding.EncodingName);
    }

    [Fact]
    public void A_letter_across_two_blocks_is_still_one_letter()
    {
        for (var padding = 64 * 1024 - 4; padding < 64 * 1024 + 2; padding++)
        {
            var table = Open(Encoding.UTF8.GetBytes("name\n" + new string('x', padding - 5) + "€\n"));
            Cells(table)[0][0].ShouldEndWith("x€");
        }
    }

    [Fact]
    public void One_broken_byte_does_not_garble_the_good_letters()
    {
        var table = Open([.. Encoding.UTF8.GetBytes("name\nJürgen\nKöln\n"), (byte)'M', 0xFC, (byte)'r', (byte)'\n']);
        Cells(table).ShouldBe([["Jürgen"], ["Köln"], ["M\uFFFDr"]]);
    }

    [Fact]
    public void Quotes_keep_separators_quotes_and_line_breaks()
    {
        var table = Open("name,note\n\"Ray, Bob\",\"says \"\"yes\"\"\r\nand goes\"\nAnn,5\" pipe\n"u8.ToArray());
        Cells(table).ShouldBe([["Ray, Bob", "says \"yes\"\r\nand goes"], ["Ann", "5\" pipe"]]);
        table.Rows.Select(row => row.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void Headers_that_are_empty_or_repeated_get_names_of_their_own()
    {
        var table = Open("name,,Name,name\na,b,c,d\n"u8.ToArray());
        table.Headers.ShouldBe(["name", "#2", "Name (2)", "name (3)"]);
        noticed.All.Count.ShouldBe(2);
    }

    [Fact]
    public void Ragged_rows_are_padded_or_left_out_in_words()
    {
        var table = Open("name,title\nAnn\nBob,Buyer,,\nCarl,Buyer,7\n"u8.ToArray());
        Cells(table).ShouldBe([["Ann", ""], ["Bob", "Buyer"]]);
        noticed.All.ShouldHaveSingleItem().ToString().ShouldBe("people.csv, row 4: It has 3 cells where the header has 2.");
    }

    [Fact]
    public void A_nul_a_huge_cell_and_an_endless_row_are_each_said_with_their_row()
    {
        var huge = new string('x', CsvFile.LongestCell + 1);
        var table = Open(Encoding.UTF8.GetBytes($"name,title\nA\0nn,x\n{huge},x\nBob,Buyer\n\"{string.Concat(Enumerable.Repeat("a,b\n", 3_000_000))}"));
        Cells(table).ShouldBe([["Bob", "Buyer"]]);
        noticed.LeftOut.Select(noticed => noticed.Row).ShouldBe([2, 3, 5]);
        noticed.All[1].ToString().ShouldBe("people.csv, row 3: It has a cell of more than 1 MB.");
        noticed.All[2].Sentence.Template.ShouldStartWith("It is longer than 8 MB");
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_the_file_in_silence()
    {
        Cells(Open("name,title\nAnn,x\n\"Bob,y\nCarl,z\n"u8.ToArray())).ShouldBe([["Ann", "x"]]);
        noticed.LeftOut.ShouldHaveSingleItem().ToString().ShouldStartWith("people.csv, row 3: It opens a quote");
    }

    [Fact]
    public void What_is_no_table_is_refused_with_its_reason()
    {
        Should.Throw<BrokenRule>(() => Open([])).Message.ShouldBe("“people.csv” is empty.");
        Should.Throw<BrokenRule>(() => Open("\n  \n"u8.ToArray())).Message.ShouldBe("“people.csv” is empty.");
        Should.Throw<BrokenRule>(() => Open([(byte)'P', (byte)'K', 3, 4, 20, 0])).Message.ShouldContain("workbook");
        Should.Throw<BrokenRule>(() => Open("\"name,title\nAnn,x\n"u8.ToArray())).Message.ShouldContain("never closed");
    }

    [Fact]
    public void A_long_file_is_never_read_far_ahead_of_its_rows()
    {
        var line = "Ann Meyer,Buyer,Cologne,more words to make the row longer\n"u8.ToArray();
        RepeatingStream? reading = null;
        var table = CsvFile.Open("people.csv", () => reading = new RepeatingStream(line, 80L * 1024 * 1024), noticed);
        var (rows, furthest) = (1L, 0L);
        foreach (var _ in table.Rows)
            furthest = Math.Max(furthest, reading!.Position - (++rows * line.Length));
        rows.ShouldBeGreaterThan(1_000_000);
        furthest.ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void Whatever_is_written_is_read_back()
    {
        var random = new Random(7);
        string[] pieces = ["a", "ü", "\"", ",", ";", "\n", "\r", " ", "€", "=1+1", "😀"];
        for (var round = 0; round < 300; round++)
        {
            string Cell() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
            var cells = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Enumerable.Range(0, 3).Select(_ => Cell()).ToArray()).ToList();
            var text = "p,q,r\n" + string.Concat(cells.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"")}\"")) + "\n"));
            Open(Encoding.UTF8.GetBytes(text)).Rows.Select(row => row.Cells.ToArray()).ShouldBe(cells, text);
        }
    }

    private Table Open(byte[] bytes) => CsvFile.Open("people.csv", () => new MemoryStream(bytes), noticed);

    private string[][] Cells(Table table) => [.. table.ReadableRows(noticed).Select(row => row.Cells.ToArray())];

    /// <summary>One line over and over, so that the test needs no file of that size.</summary>
    private sealed class RepeatingStream(byte[] line, long length) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - position);
            for (var at = 0; at < given; at++)
                buffer[offset + at] = line[(position + at) % line.Length];

            position += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
