using System.Text.Json;
using Inward.Handovers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Handovers;

/// <summary>Where promises to customers and handovers are kept. Everybody in the workspace sees them, as the sale they belong to.</summary>
public static class HandoverTable
{
    private const string Promised = "workspace, id, sale, what, by_day, said_by, said_on, spoken, settled, version";

    public static async Task<CustomerPromise?> CustomerPromise(this Session session, Id workspace, Id sale, Id id) =>
        (await session.One<PromiseRow>($"select {Promised} from customer_promise where workspace = @workspace and sale = @sale and id = @id", new { workspace, sale, id }))?.Promise();

    /// <summary>In the order in which they were written down.</summary>
    public static async Task<List<CustomerPromise>> CustomerPromises(this Session session, Id workspace, Id sale) =>
        [.. (await session.All<PromiseRow>($"select {Promised} from customer_promise where workspace = @workspace and sale = @sale order by id", new { workspace, sale })).Select(row => row.Promise())];

    public static void Save(this Unit unit, CustomerPromise promise, bool isNew)
    {
        var row = new
        {
            promise.Workspace, promise.Id, promise.Sale, promise.What, promise.By, promise.SaidBy, promise.SaidOn, promise.Spoken,
            settled = promise.Settled is null ? null : Text(promise.Settled), promise.Version, before = promise.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into customer_promise (workspace, id, sale, what, by_day, said_by, said_on, spoken, settled, version, made_at)
                values (@Workspace, @Id, @Sale, @What, @By, @SaidBy, @SaidOn, @Spoken, @settled, @Version, @Now)
                """, row);
            unit.ShowTo(promise.Id, [new Reader(promise.Workspace)]);
        }
        else
        {
            unit.Write("""
                update customer_promise set what = @What, by_day = @By, said_by = @SaidBy, said_on = @SaidOn, spoken = @Spoken, settled = @settled, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
        unit.MakeFindable(promise.Id, "customer_promise", promise.What, promise.Settled?.Note ?? "");
    }

    public static async Task<Handover?> Handover(this Session session, Id workspace, Id sale, Id id) =>
        Read(await session.One<string>("select document from handover where workspace = @workspace and sale = @sale and id = @id", new { workspace, sale, id }));

    public static async Task<Handover?> Handover(this Session session, Id workspace, Id id) =>
        Read(await session.One<string>("select document from handover where workspace = @workspace and id = @id", new { workspace, id }));

    /// <summary>The newest first.</summary>
    public static async Task<List<Handover>> Handovers(this Session session, Id workspace, Id sale) =>
        [.. (await session.All<string>("select document from handover where workspace = @workspace and sale = @sale order by id desc", new { workspace, sale })).Select(text => Read(text)!)];

    public static void Save(this Unit unit, Handover handover, bool isNew)
    {
        var row = new
        {
            handover.Workspace, handover.Id, handover.Sale, handover.From, handover.To, handover.By, handover.At, document = Text(handover),
            handover.WaitsForTeam, handover.WaitsForAnswer, handover.Version, before = handover.Version - 1,
        };
        if (isNew)
        {
            unit.Write("""
                insert into handover (workspace, id, sale, from_team, to_team, by_person, at, document, waits_for_team, waits_for_answer, version)
                values (@Workspace, @Id, @Sale, @From, @To, @By, @At, @document, @WaitsForTeam, @WaitsForAnswer, @Version)
                """, row);
        }
        else
        {
            unit.Write("""
                update handover set document = @document, waits_for_team = @WaitsForTeam, waits_for_answer = @WaitsForAnswer, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
    }

    internal static Handover? Read(string? document) => document is null ? null : JsonSerializer.Deserialize<Handover>(document, Wire.Json);

    private static string Text<T>(T record) => JsonSerializer.Serialize(record, Wire.Json);

    private sealed record PromiseRow(Id Workspace, Id Id, Id Sale, string What, DateOnly? ByDay, Id SaidBy, DateOnly SaidOn, bool Spoken, string? Settled, int Version)
    {
        public CustomerPromise Promise() => new(Workspace, Id, Sale, What)
        {
            By = ByDay, SaidBy = SaidBy, SaidOn = SaidOn, Spoken = Spoken, Settled = Settled is null ? null : JsonSerializer.Deserialize<Settled>(Settled, Wire.Json), Version = Version,
        };
    }
}
