using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>A stage of the journey as a sale has come through it.</summary>
/// <param name="Stays">Its passages of this stage; more than one where it came back.</param>
/// <param name="IsDone">It came through here, or it was further when anybody began to tell its way.</param>
public sealed record StageOfLine(Stage Stage, IReadOnlyList<Stay> Stays, bool IsDone, bool IsHere)
{
    /// <summary>All its passages together; null where nobody knows, and below a minute.</summary>
    public TimeSpan? Length => new TimeSpan(Stays.Sum(stay => stay.Length?.Ticks ?? 0)) is { TotalMinutes: >= 1 } length ? length : null;
}

/// <summary>The way of a sale as everybody sees it.</summary>
public sealed record SaleLineSeen(Sale Sale, SaleLine Line, IReadOnlyList<Stay> Stays, IReadOnlyDictionary<string, string> Names, Id Reader, DateTimeOffset Now)
{
    /// <summary>Where it stands, and since when.</summary>
    public Stay? Here => Stays.Count > 0 && Stays[^1].IsHere ? Stays[^1] : null;

    public string? NameOf(Id? person) => person is { } id ? Names.GetValueOrDefault(id.ToString()) : null;

    public bool CanTakeBack(Passage passage) => passage.Id != default && passage.CanBeTakenBack(Reader, Sale.Owner, Now);

    public IReadOnlyList<StageOfLine> Stages()
    {
        var stages = Sale.Stage is not null && Line.Here is null ? [] : Line.Journey?.Stages ?? [];
        var (here, first) = (Line.Here?.Place ?? -1, Stays.Select(stay => stay.At?.Place).OfType<int>().DefaultIfEmpty(-1).Min());
        return [.. stages.Select((stage, place) =>
        {
            var stays = Stays.Where(stay => stay.At?.Stage.Id == stage.Id).ToList();
            return new StageOfLine(stage, stays, place != here && (stays.Count > 0 || place < first), place == here);
        })];
    }

    public static async Task<SaleLineSeen> Of(Session session, Me me, Sale sale, DateTimeOffset now)
    {
        var line = await session.LineOf(sale);
        var calendar = await session.CalendarOf(me.Workspace, null);
        return new SaleLineSeen(sale, line, line.Stays(now, calendar.EndOf), await session.Names(me.Workspace, line.Passages.Select(passage => passage.By).OfType<Id>()), me.Person, now);
    }
}
