using System.IO.Compression;
using System.Xml;
using Inward.House;
using Inward.House.Imports;

namespace Inward.Server.House.Imports;

/// <summary>
/// Reads a log in XES (IEEE 1849), packed by gzip or not, event by event: a row for each, with the attributes of its trace before
/// its own, as <c>case:concept:name</c>. Attributes inside attributes are passed over.
/// </summary>
public static class XesFile
{
    private const int EventsForHeader = 1_000, Deepest = 64;

    // Text that unpacks to more is made to fill a disk, not to be read.
    private const long MostCharacters = 8L * 1024 * 1024 * 1024;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, MaxCharactersInDocument = MostCharacters, CloseInput = true };

    public static bool Is(Func<Stream> open)
    {
        using var stream = Unpacked(open);
        var start = new byte[512];
        return System.Text.Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is var text
            && (text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<log", StringComparison.Ordinal));
    }

    /// <summary>The header are the attributes that the first events have.</summary>
    public static Table Open(string file, Func<Stream> open, Noticings noticed)
    {
        var names = new List<string>();
        foreach (var one in Events(open).Take(EventsForHeader))
        {
            if (one.Wrong is { } wrong)
                throw Rule.Invalid("file", new Sentence("“{0}” cannot be read as XES. {1}", file, wrong));
            names.AddRange(one.Values.Keys.Except(names).ToList());
        }
        if (names.Count == 0)
            throw Rule.Invalid("file", new Sentence("“{0}” has no rows to import.", file));
        return Table.Of(file, names, Events(open).Select((one, at) => new Row(at + 2, [.. names.Select(name => one.Values.GetValueOrDefault(name, ""))], one.Wrong)), noticed);
    }

    private static IEnumerable<(Dictionary<string, string> Values, Sentence? Wrong)> Events(Func<Stream> open)
    {
        using var reader = XmlReader.Create(Unpacked(open), Safe);
        Dictionary<string, string> trace = new(StringComparer.Ordinal), values = trace;
        var prefix = "";
        while (true)
        {
            if (Next(reader, out var more) is { } wrong)
            {
                yield return ([], wrong);
                yield break;
            }
            if (!more)
                yield break;
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "trace"):
                    (trace, prefix) = (new Dictionary<string, string>(StringComparer.Ordinal), "case:");
                    values = trace;
                    break;
                case (XmlNodeType.Element, "event") when reader.IsEmptyElement:
                    break;
                case (XmlNodeType.Element, "event"):
                    (values, prefix) = (new Dictionary<string, string>(trace, StringComparer.Ordinal), "");
                    break;
                case (XmlNodeType.EndElement, "event"):
                    yield return (values, null);
                    (values, prefix) = (trace, "case:");
                    break;
                // log > trace > attribute and log > trace > event > attribute.
                case (XmlNodeType.Element, _) when reader.Depth == (prefix.Length > 0 ? 2 : 3) && reader.GetAttribute("key") is { } key:
                    values[prefix + key] = reader.GetAttribute("value") ?? "";
                    break;
            }
        }
    }

    private static Sentence? Next(XmlReader reader, out bool more)
    {
        more = false;
        try
        {
            more = reader.Read();
            return more && reader.Depth > Deepest ? new Sentence("It is nested too deeply.") : null;
        }
        catch (XmlException error)
        {
            return new Sentence("It is not well-formed at line {0}, so nothing from there on could be read.", error.LineNumber);
        }
        catch (InvalidDataException)
        {
            return "It is damaged, so nothing from there on could be read.";
        }
    }

    private static Stream Unpacked(Func<Stream> open)
    {
        var stream = open();
        var packed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        return packed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
