using System.Buffers;

namespace Inward.Passages;

/// <summary>
/// The passings of one case in few bytes, in the order of the file. What stays as it was in the passing before is not
/// written again, so most take four to seven bytes.
/// </summary>
public static class PackedCase
{
    [Flags]
    private enum Differs : byte
    {
        Nothing = 0,
        Began = 1,
        Team = 2,
        Product = 4,
        Hand = 8,
        Opened = 16,
        Promised = 32,
        Kept = 64,
        InTime = 128,
    }

    public static byte[] Pack(IReadOnlyList<Passing> passings)
    {
        var bytes = new ArrayBufferWriter<byte>(passings.Count * 8);
        var before = new Passing(0, 0, 0);
        foreach (var passing in passings)
        {
            Write(bytes, before, passing);
            before = passing;
        }
        return bytes.WrittenSpan.ToArray();
    }

    public static void Unpack(ReadOnlySpan<byte> bytes, List<Passing> into)
    {
        var before = new Passing(0, 0, 0);
        while (!bytes.IsEmpty)
        {
            before = Read(ref bytes, before);
            into.Add(before);
        }
    }

    private static void Write(ArrayBufferWriter<byte> bytes, in Passing before, in Passing passing)
    {
        var differs = Between(before, passing);
        bytes.Write([(byte)differs]);
        Put(bytes, (ulong)passing.Stage);
        Put(bytes, Folded(passing.At - before.At));
        if (differs.HasFlag(Differs.Began))
            Put(bytes, Folded(passing.At - passing.Began));
        if (differs.HasFlag(Differs.Team))
            Put(bytes, (ulong)passing.Team);
        if (differs.HasFlag(Differs.Product))
            Put(bytes, (ulong)passing.Product);
        if (differs.HasFlag(Differs.Hand))
            Put(bytes, passing.Hand);
        if (differs.HasFlag(Differs.Opened))
            PutMoment(bytes, passing.Opened, passing.At);
        if (differs.HasFlag(Differs.Promised))
            PutMoment(bytes, passing.Promised, passing.At);
        if (differs.HasFlag(Differs.Kept))
            PutMoment(bytes, passing.Kept, passing.At);
        if (differs.HasFlag(Differs.InTime))
            Put(bytes, passing.InTime switch { null => 0, true => 1, false => 2 });
    }

    private static Differs Between(in Passing before, in Passing passing) =>
        When(passing.Began != passing.At, Differs.Began) | When(passing.Team != before.Team, Differs.Team) | When(passing.Product != before.Product, Differs.Product)
        | When(passing.Hand != before.Hand, Differs.Hand) | When(passing.Opened != before.Opened, Differs.Opened) | When(passing.Promised != before.Promised, Differs.Promised)
        | When(passing.Kept != before.Kept, Differs.Kept) | When(passing.InTime != before.InTime, Differs.InTime);

    private static Differs When(bool differs, Differs what) => differs ? what : Differs.Nothing;

    private static Passing Read(ref ReadOnlySpan<byte> bytes, in Passing before)
    {
        var differs = (Differs)bytes[0];
        bytes = bytes[1..];
        var stage = (int)Take(ref bytes);
        var at = before.At + Unfolded(Take(ref bytes));
        var began = differs.HasFlag(Differs.Began) ? at - Unfolded(Take(ref bytes)) : at;
        // In the order they were written: an initializer runs from top to bottom.
        return new Passing(stage, at, began)
        {
            Team = differs.HasFlag(Differs.Team) ? (int)Take(ref bytes) : before.Team,
            Product = differs.HasFlag(Differs.Product) ? (int)Take(ref bytes) : before.Product,
            Hand = differs.HasFlag(Differs.Hand) ? (ushort)Take(ref bytes) : before.Hand,
            Opened = differs.HasFlag(Differs.Opened) ? TakeMoment(ref bytes, at) : before.Opened,
            Promised = differs.HasFlag(Differs.Promised) ? TakeMoment(ref bytes, at) : before.Promised,
            Kept = differs.HasFlag(Differs.Kept) ? TakeMoment(ref bytes, at) : before.Kept,
            InTime = differs.HasFlag(Differs.InTime) ? Take(ref bytes) switch { 1 => true, 2 => false, _ => null } : before.InTime,
        };
    }

    private static void PutMoment(ArrayBufferWriter<byte> bytes, long moment, long at) => Put(bytes, moment == Passing.Untold ? 0 : Folded(moment - at) + 1);

    private static long TakeMoment(ref ReadOnlySpan<byte> bytes, long at) => Take(ref bytes) is > 0 and var told ? at + Unfolded(told - 1) : Passing.Untold;

    // Small numbers of either sign become small numbers.
    private static ulong Folded(long number) => (ulong)((number << 1) ^ (number >> 63));

    private static long Unfolded(ulong folded) => (long)(folded >> 1) ^ -(long)(folded & 1);

    private static void Put(ArrayBufferWriter<byte> bytes, ulong number)
    {
        var span = bytes.GetSpan(10);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
            span[length++] = (byte)(number | 0x80);
        span[length++] = (byte)number;
        bytes.Advance(length);
    }

    private static ulong Take(ref ReadOnlySpan<byte> bytes)
    {
        var (number, shift, at) = (0ul, 0, 0);
        while (bytes[at] >= 0x80)
        {
            number |= (ulong)(bytes[at++] & 0x7F) << shift;
            shift += 7;
        }
        number |= (ulong)bytes[at] << shift;
        bytes = bytes[(at + 1)..];
        return number;
    }
}
