using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Notes;

namespace Inward.Server.Tests.Trash;

/// <summary>What somebody deletes waits for them alone, and comes back as it was, or is gone.</summary>
public abstract class TrashStories(TestHouse house)
{
    [Fact]
    public async Task A_draft_with_its_file_is_nowhere_but_in_its_writers_trash_and_comes_back_as_it_was()
    {
        var gareth = house.Call(Cast.Gareth);
        var draft = (await gareth.Post("asks", new { what = "Could you weigh the anchorstone?", performer = Cast.Wanda.Id, reason = "r", draft = true })).Expect(201);
        var file = (await gareth.Post($"asks/{draft.Id}/files?name=stone.txt", new ByteArrayContent("heavy"u8.ToArray()))).Expect(201).Id;
        var before = (await gareth.Get($"asks/{draft.Id}")).Expect(200);
        (await gareth.Delete($"asks/{draft.Id}", before.ETag)).Expect(204);

        (await gareth.Get($"asks/{draft.Id}")).Expect(404);
        (await gareth.Get($"asks/{draft.Id}/files/{file}")).Expect(404);
        (await gareth.Get("asks?show=drafts")).Items.ShouldNotContain(a => a.GetProperty("id").GetString() == draft.Id);
        (await gareth.Get("search?q=anchorstone")).Items.ShouldBeEmpty();
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
        var trashed = await InTrash(gareth, "draft", "Could you weigh the anchorstone?");
        foreach (var other in new[] { Cast.Wanda, Cast.Helen, Cast.Priya, Cast.Stranger })
        {
            (await house.Call(other).Get("trash")).Expect(200).Items.ShouldNotContain(t => t.GetProperty("id").GetString() == trashed);
            (await house.Call(other).Post($"trash/{trashed}/restoring")).Expect(404);
            (await house.Call(other).Delete($"trash/{trashed}", "*")).Expect(404);
        }

        (await gareth.Post($"trash/{trashed}/restoring")).Expect(200)["record"].GetString().ShouldBe(draft.Id);
        var after = (await gareth.Get($"asks/{draft.Id}")).Expect(200);
        (after["what"].GetString(), after["reason"].GetString(), after["version"].GetInt32()).ShouldBe((before["what"].GetString(), before["reason"].GetString(), before["version"].GetInt32()));
        (await gareth.Get($"asks/{draft.Id}/files/{file}")).Expect(200).Body.ShouldBe("heavy");
        (await gareth.Get("search?q=anchorstone")).Items.Count.ShouldBe(1);
        (await gareth.Post($"trash/{trashed}/restoring")).Expect(404);
        (await gareth.Get($"happenings?on={draft.Id}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(["ask.drafted", "ask.file-added", "ask.discarded", "trash.restored"]);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_thirty_days_or_when_its_owner_says_so_it_is_gone_with_all_that_was_kept_for_it()
    {
        await using var later = await TestHouse.Open(house.Engine);
        var marta = later.Call(Cast.Marta);
        foreach (var (what, many) in new[] { ("Could you oil the first hinge?", 0), ("Could you oil the second hinge?", 1) })
        {
            var draft = (await marta.Post("asks", new { what, draft = true })).Expect(201);
            (await marta.Post($"asks/{draft.Id}/files?name=h.txt", new ByteArrayContent("h"u8.ToArray()))).Expect(201);
            (await marta.Delete($"asks/{draft.Id}", "*")).Expect(204);
        }
        (await marta.Delete($"trash/{await InTrash(marta, "draft", "Could you oil the first hinge?")}", "*")).Expect(204);
        (await marta.Get("trash")).Items.Count.ShouldBe(1);
        later.Clock.MoveOn(TimeSpan.FromDays(29));
        await later.DoJobs();
        (await marta.Get("trash")).Items.Count.ShouldBe(1);
        later.Clock.MoveOn(TimeSpan.FromDays(1).Add(TimeSpan.FromMinutes(1)));
        await later.DoJobs();
        (await marta.Get("trash")).Items.ShouldBeEmpty();
        (await later.Read(s => s.Count("select count(*) from ask_file where workspace = @Workspace", new { Cast.Marta.Workspace }))).ShouldBe(0);
        (await later.Read(s => s.Count("select count(*) from trash"))).ShouldBe(0);
        (await Check.Run(later.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_in_the_trash_is_its_authors_alone_needs_the_scope_and_never_outlives_its_own_time()
    {
        await using var later = await TestHouse.Open(house.Engine);
        var (marta, plain) = (await later.NotesOf(Cast.Marta), later.Call(Cast.Marta));
        var note = await marta.Note(Cast.Wanda, "Likes the quiet hour at six", 30);
        later.Clock.MoveOn(TimeSpan.FromDays(10));
        (await marta.Delete($"notes/{note}", "*")).Expect(204);
        (await marta.Get($"notes/{note}")).Expect(404);
        (await plain.Get("trash")).Expect(200).Items.ShouldBeEmpty("a program without the scope notes is not told");
        var trashed = await InTrash(marta, "note", "Likes the quiet hour at six");
        (await plain.Post($"trash/{trashed}/restoring")).Expect(403);
        (await marta.Post($"trash/{trashed}/restoring")).Expect(200);
        (await marta.Get($"notes/{note}")).Expect(200)["text"].GetString().ShouldBe("Likes the quiet hour at six");
        (await marta.Delete($"notes/{note}", "*")).Expect(204);
        later.Clock.MoveOn(TimeSpan.FromDays(19));
        await later.DoJobs();
        (await marta.Get("trash")).Items.Count.ShouldBe(1);
        later.Clock.MoveOn(TimeSpan.FromDays(1).Add(TimeSpan.FromMinutes(1)));
        await later.DoJobs();
        (await marta.Get("trash")).Items.ShouldBeEmpty("thirty days after it was written, not after it was deleted");
    }

    [Fact]
    public async Task A_note_in_the_trash_counts_for_who_asks_and_is_deleted_with_the_others()
    {
        await using var later = await TestHouse.Open(house.Engine);
        var (marta, gareth) = (await later.NotesOf(Cast.Marta), await later.NotesOf(Cast.Gareth));
        var (hidden, released) = (await marta.Note(Cast.Wanda, "Deleted before she asked"), await marta.Note(Cast.Wanda, "Deleted, then released"));
        (await marta.Delete($"notes/{hidden}", "*")).Expect(204);
        (await marta.Delete($"notes/{released}", "*")).Expect(204);
        var open = await gareth.Note(Cast.Wanda, "Deleted while she asks");
        (await later.Call(Cast.Wanda).Post("me/note-requests")).Expect(201);
        (await marta.Get("today"))["notesAsked"][0].GetProperty("count").GetInt64().ShouldBe(2);
        (await marta.Post($"trash/{await InTrash(marta, "note", "Deleted, then released")}/restoring")).Expect(200);
        (await marta.Post($"notes/{released}/release")).Expect(200);
        (await gareth.Delete($"notes/{open}", "*")).Expect(204);
        (await gareth.Get("trash")).Items.ShouldBeEmpty("what is asked for is released or deleted, not put aside");
        later.Clock.MoveOn(TimeSpan.FromDays(14).Add(TimeSpan.FromMinutes(1)));
        await later.DoJobs();
        (await marta.Get("trash")).Items.ShouldBeEmpty();
        (await later.Read(s => s.Count("select count(*) from trash"))).ShouldBe(0);
        (await marta.Delete($"notes/{released}", "*")).Expect(204);
        (await marta.Get("trash")).Items.ShouldBeEmpty("what she has read is not put aside either");
        (await Check.Run(later.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_view_comes_back_as_ones_own_alone_and_a_planned_talk_until_its_hour()
    {
        await using var later = await TestHouse.Open(house.Engine);
        var (wanda, piotr) = (later.Call(Cast.Wanda), later.Call(Cast.Piotr));
        var view = (await wanda.Post("views", new { name = "Late in the yard", query = "due=late", with = Cast.Warehouse })).Expect(201).Id;
        (await wanda.Delete($"views/{view}", "*")).Expect(204);
        (await piotr.Get("views?shared=true")).Items.ShouldBeEmpty();
        (await wanda.Post($"trash/{await InTrash(wanda, "view", "Late in the yard")}/restoring")).Expect(200);
        (await wanda.Get("views")).Items.ShouldHaveSingleItem().GetProperty("query").GetString().ShouldBe("due=late");
        (await piotr.Get("views?shared=true")).Items.ShouldBeEmpty("it is hers alone until she shares it again");

        var at = later.Clock.GetUtcNow().AddDays(2);
        (await wanda.Post($"me/relationships/{Cast.Marta.Id}/plan", new { at, about = "The gate" })).Expect(200);
        (await wanda.Post($"me/relationships/{Cast.Marta.Id}/plan", new { at = (DateTimeOffset?)null })).Expect(200);
        var plan = await InTrash(wanda, "plan", "The gate");
        (await wanda.Post($"me/relationships/{Cast.Marta.Id}/plan", new { at = at.AddDays(1), about = "Another" })).Expect(200);
        (await wanda.Post($"trash/{plan}/restoring")).Expect(409);
        (await wanda.Post($"me/relationships/{Cast.Marta.Id}/plan", new { at = (DateTimeOffset?)null })).Expect(200);
        (await wanda.Post($"trash/{plan}/restoring")).Expect(200);
        (await wanda.Get("me/plans")).Items.ShouldHaveSingleItem().GetRawText().ShouldContain("The gate");
        later.Clock.MoveOn(TimeSpan.FromDays(4));
        await later.DoJobs();
        (await wanda.Get("trash")).Items.ShouldBeEmpty("its hour has passed");
    }

    [Fact]
    public async Task On_the_page_it_is_restored_and_deleted_for_good()
    {
        var noor = await house.Browse(Cast.Noor);
        (await noor.Open("/trash")).Text.ShouldContain("The trash is empty");
        foreach (var name in new[] { "<b>One</b> & more", "Two" })
        {
            var view = (await house.Call(Cast.Noor).Post("views", new { name, query = "due=late" })).Expect(201).Id;
            (await house.Call(Cast.Noor).Delete($"views/{view}", "*")).Expect(204);
        }
        var page = await noor.Open("/trash");
        page.All("#trash strong").Select(s => s.TextContent).ShouldBe(["Two", "<b>One</b> & more"]);
        page = (await noor.Submit(page, "#trash li:first-child form[action$=delete]")).Expect(200);
        page.All("#trash li").Count.ShouldBe(1);
        page = (await noor.Submit(page, "#trash form[action$=restore]")).Expect(200);
        page.Path.ShouldBe("/views");
        page.Find("#mine")!.TextContent.ShouldContain("<b>One</b> & more");
        (await noor.Open("/settings/records")).Find("nav.views a[href='/trash']").ShouldNotBeNull();
    }

    [Fact]
    public async Task At_a_terminal_it_is_listed_restored_and_emptied()
    {
        var piotr = new Terminal(house.Address.ToString(), Cast.Piotr.Token);
        await piotr.Json("views", "keep", "Mornings", "due=week");
        var view = (await piotr.Json("views")).GetProperty("items")[0].GetProperty("id").GetString()!;
        (await piotr.Type("views", "remove", view)).Expect(0);
        (await piotr.Type("trash")).Expect(0).Said.ShouldContain("view, Mornings");
        var trashed = (await piotr.Json("trash")).GetProperty("items")[0].GetProperty("id").GetString()!;
        (await piotr.Type("trash", "restore", trashed)).Expect(0);
        (await piotr.Type("views")).Expect(0).Said.ShouldContain("Mornings, due=week");
        (await piotr.Type("trash", "empty", trashed)).Expect(1);
    }

    private static async Task<string> InTrash(Caller who, string kind, string title) => (await who.Get("trash")).Expect(200).Items
        .Single(t => t.GetProperty("kind").GetString() == kind && t.GetProperty("title").GetString() == title).GetProperty("id").GetString()!;
}

public sealed class TrashOnSqlite(SqliteHouse house) : TrashStories(house), IClassFixture<SqliteHouse>;

public sealed class TrashOnPostgres(PostgresHouse house) : TrashStories(house), IClassFixture<PostgresHouse>;
