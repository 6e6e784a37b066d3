using Inward.AfterSales;
using Inward.House;

namespace Inward.Server.Demo;

/// <summary>What came back from Osterfenn's customers: complaints, and who bought again.</summary>
internal sealed class DemoAfterSales(DemoContent content, DemoDays days, Names names, IReadOnlyList<DemoAsk> asks)
{
    public IEnumerable<DemoFact> Tell() => [.. content.AfterSales.Complaints.Select(Complaint), .. content.AfterSales.Repeats.Select(Repeat)];

    private DemoComplaint Complaint(ComplaintText text)
    {
        var (by, at) = At(text.By, text.Day, text.Words);
        var heard = new Complaint(names.Workspace, names.Verbatim(text.Words), by, at);
        if (text.Right is not { } right)
            return new DemoComplaint(at, by, heard, Behind(text.Asks));
        var (righter, then) = At(right.By, right.Day, right.How);
        return new DemoComplaint(at, by, heard.Settle(righter, right.How, then), Behind(text.Asks));
    }

    private DemoRepeat Repeat(RepeatText text)
    {
        var (by, at) = At(text.By, text.Day, text.Sale);
        return new DemoRepeat(at, by, new RepeatPurchase(names.Workspace, names.Sale(text.Sale), names.Sale(text.After), by, at), Behind(text.Asks));
    }

    private AsksBehind Behind(IEnumerable<string> keys) => new([.. keys.Select(key => asks.Single(ask => ask.Key == key).Ask.Id)], []);

    private (Id By, DateTimeOffset At) At(string by, int day, string seed)
    {
        var person = names.Person(by);
        return (person, days.Moment(day, names.ZoneOf(person), seed));
    }
}

internal sealed record AfterSalesFile(IReadOnlyList<ComplaintText> Complaints, IReadOnlyList<RepeatText> Repeats);

/// <param name="Words">The verbatim that complains.</param>
/// <param name="Asks">The threads behind it.</param>
internal sealed record ComplaintText(string Words, string By, int Day, IReadOnlyList<string> Asks, RightText? Right);

internal sealed record RightText(string By, int Day, string How);

internal sealed record RepeatText(string Sale, string After, string By, int Day, IReadOnlyList<string> Asks);
