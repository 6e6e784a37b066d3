using System.IO.Pipelines;
using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.Accounts;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Notes;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Recorded;

/// <summary>What is recorded about me, page by page, and all of it as one file.</summary>
public static class RecordsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me/records").WithTags("me");
        mine.MapGet("", async (Door door, string? kind, string? after, string? limit) =>
        {
            var (rows, next) = await door.Read(s => RecordsAboutMe.Ask(s, door.Me, string.IsNullOrEmpty(kind) ? null : kind, after, Cursor.Size(limit)));
            return door.List(rows, next);
        }).WithName("listRecordsAboutMe").WithSummary("Every shared entry that names me, who wrote it and who may see it; by `kind`: ask, conversation, item, thanks, sale, verbatim, journey, profile, membership or colleague").Produces<Listed<RecordRow>>().ProducesProblem(422);
        mine.MapGet("/export", (Door door, HttpContext http) => Download(http, door.Me, door.T, door.Read)).WithName("exportRecordsAboutMe").WithSummary("All that is recorded about me, as one JSON file").Produces<JsonElement>();
    }

    public static void MapPage(WebApplication app) => app.MapGet("/settings/records/export", (HttpContext http, Store store) =>
        Download(http, http.Me()!, http.Tongue(), store.Read)).ExcludeFromDescription();

    // Page by page, so that it takes no more memory for a long life than for a short one.
    private static IResult Download(HttpContext http, Me me, Tongue t, Func<Func<Session, Task<Page>>, Task<Page>> read)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(async body =>
        {
            // A writer on the stream itself would be flushed by the serializer, and a response takes no write that waits.
            var pipe = PipeWriter.Create(body);
            await using (var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = Wire.Json.Encoder, Indented = true }))
            {
                var first = await read(session => First(session, me));
                json.WriteStartObject();
                Write("me", first.Me);
                Write("ownWords", first.Words);
                Write("fields", first.Fields);
                Write("photo", first.Photo);
                Write("releasedNotes", first.Notes);
                Write("noteRequests", first.Requests);
                Write("mailContacts", first.Mails);
                Write("notHere", first.Others.Select(o => t[o]));
                json.WriteStartArray("records");
                for (var page = first; ; page = await read(session => Of(session, me, page.Next)))
                {
                    foreach (var row in page.Rows)
                        JsonSerializer.Serialize(json, row, Wire.Json);
                    await json.FlushAsync();
                    await pipe.FlushAsync();
                    if (page.Next is null)
                        break;
                }
                json.WriteEndArray();
                json.WriteEndObject();

                void Write<T>(string name, T value)
                {
                    json.WritePropertyName(name);
                    JsonSerializer.Serialize(json, value, Wire.Json);
                }
            }
            await pipe.CompleteAsync();
        }, "application/json", "about-me.json");
    }

    private static async Task<Page> First(Session session, Me me)
    {
        var person = await session.Person(me.Workspace, me.Person) ?? throw Rule.NotVisible();
        var fields = await session.CompanyFields(me.Workspace, FieldAbout.Person);
        // Notes need the scope notes, by every door.
        var notes = me.Can("notes") ? await session.NotesReleasedTo(me) : [];
        return await Of(session, me, null) with { Me = MeOut.Of(person, me, fields), Words = person.OwnWords, Fields = FieldShown.Of(person.Fields, fields), Photo = await session.PhotoOf(me.Workspace, me.Person), Notes = notes, Requests = (await session.NoteRequests(me.Workspace, me.Person)).ConvertAll(NotesApi.NoteRequestOut.Of), Mails = await Relationships.MailContacts.AboutMe(session, me), Others = await RecordsAboutMe.OthersHere(session, me) };
    }

    private static async Task<Page> Of(Session session, Me me, string? after)
    {
        var (rows, next) = await RecordsAboutMe.Ask(session, me, null, after, 200);
        return new Page(rows, next);
    }

    private sealed record Page(IReadOnlyList<RecordRow> Rows, string? Next)
    {
        public MeOut? Me { get; init; }

        public Inward.People.OwnWords? Words { get; init; }

        /// <summary>Also what retired fields go on saying.</summary>
        public IReadOnlyList<FieldShown> Fields { get; init; } = [];

        /// <summary>Its bytes are told in base 64.</summary>
        public PhotoDesk.Photo? Photo { get; init; }

        public IReadOnlyList<ReleasedNote> Notes { get; init; } = [];

        public IReadOnlyList<Relationships.MailsAboutMe> Mails { get; init; } = [];

        public IReadOnlyList<Sentence> Others { get; init; } = [];

        public IReadOnlyList<NotesApi.NoteRequestOut> Requests { get; init; } = [];
    }
}
