using System.Text;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Inward.Tests.People;

namespace Inward.Server.Tests.People;

/// <summary>A colleague's picture through every door.</summary>
public abstract class PhotoStories(TestHouse house)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Task<Answer> Put(Colleague who, byte[] picture, Colleague? of = null) =>
        house.Call(who).Send(HttpMethod.Put, $"people/{(of ?? who).Id}/photo", new ByteArrayContent(picture), etag: "*");

    private async Task<HttpResponseMessage> Get(Colleague who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, path));
        request.Headers.Add("Cookie", string.Join("; ", (await house.Browse(who)).Cookies.Select(c => $"{c.Key}={c.Value}")));
        return await Http.SendAsync(request);
    }

    [Fact]
    public async Task Somebody_shows_a_picture_on_a_page_without_scripts_and_everybody_sees_it()
    {
        var noor = await house.Browse(Cast.Noor);
        var settings = (await noor.Submit(await noor.Open("/settings"), "#picture form[enctype]", new { photo = new Upload("me.jpg", Pictures.FromACamera(), "image/jpeg") })).Expect(200);
        var address = settings.Find("#picture .ava img")!.GetAttribute("src")!;
        settings.Find("#picture .ava img")!.GetAttribute("alt").ShouldBe("");
        var page = await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Noor.Id}");
        page.Expect(200).Find("h1")!.ParentElement!.ParentElement!.QuerySelector(".ava.lg img")!.GetAttribute("src").ShouldBe(address);
        (await (await house.Browse(Cast.Marta)).Open("/people?q=noor")).Find("tbody .ava img")!.GetAttribute("src").ShouldBe(address);
        using var seen = await Get(Cast.Marta, address);
        ((int)seen.StatusCode, seen.Content.Headers.ContentType!.ToString()).ShouldBe((200, "image/jpeg"));
        seen.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        seen.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("; sandbox");
        seen.Headers.CacheControl!.ToString().ShouldBe("max-age=31536000, private, immutable");
        Encoding.Latin1.GetString(await seen.Content.ReadAsByteArrayAsync()).ShouldNotContain("GPS");
        using var strange = await Get(Cast.Stranger, address);
        ((int)strange.StatusCode).ShouldBe(404);
        using var old = await Get(Cast.Marta, address[..^4] + "0000");
        ((int)old.StatusCode).ShouldBe(404);
        using var unknown = await Http.GetAsync(new Uri(house.Address, address));
        ((int)unknown.StatusCode).ShouldBe(302);
        var gone = (await noor.Submit(settings, "form[action$='handler=nophoto']")).Expect(200);
        gone.Find("#picture .ava img").ShouldBeNull();
        using var removed = await Get(Cast.Marta, address);
        ((int)removed.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_on_the_page_and_what_stood_there_stays()
    {
        (await Put(Cast.Gareth, Pictures.Png())).Expect(204);
        var gareth = await house.Browse(Cast.Gareth);
        var settings = await gareth.Open("/settings");
        foreach (var (bytes, sentence) in new[]
        {
            ("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "This is no PNG and no JPEG picture."),
            (Pictures.Jpeg[..^40], "This picture is damaged or cut off."),
            (Pictures.Png(told: (60_000, 60_000)), "at most 1024 fit on a side."),
            (new byte[3 * 1024 * 1024], "This file is too large"),
            (new byte[40 * 1024 * 1024], "This file is too large"),
            (Array.Empty<byte>(), "Choose a picture first."),
        })
        {
            var refused = (await gareth.Submit(settings, "#picture form[enctype]", new { photo = new Upload("me.png", bytes, "image/png") })).Expect(422);
            refused.Find("#photo-err")!.TextContent.ShouldContain(sentence);
            refused.Find("#name")!.GetAttribute("value").ShouldBe("Gareth Pryce");
            refused.Find("#picture .ava img").ShouldNotBeNull();
        }
        var german = (await Put(Cast.Birgit, "GIF89a"u8.ToArray())).Expect(422);
        german["errors"].GetProperty("photo")[0].GetString()!.ShouldContain("PNG");
    }

    [Fact]
    public async Task A_program_shows_reads_and_removes_and_only_the_person_or_an_administrator_may()
    {
        (await house.Call(Cast.Marta).Get($"people/{Cast.Helen.Id}/photo")).Expect(404);
        (await Put(Cast.Marta, Pictures.Png(), of: Cast.Helen)).Expect(403)["detail"].GetString().ShouldBe("Only Helen Marwick chooses this picture.");
        (await Put(Cast.Priya, Pictures.Png(), of: Cast.Helen)).Expect(403);
        (await Put(Cast.Stranger, Pictures.Png(), of: Cast.Helen)).Expect(404);
        (await house.Call(Cast.Helen).Send(HttpMethod.Put, $"people/{Cast.Helen.Id}/photo", new ByteArrayContent(Pictures.Png()))).Expect(428);
        (await Put(Cast.Helen, Pictures.Png())).Expect(204);
        (await house.Call(Cast.Marta).Get($"people/{Cast.Helen.Id}/photo")).Expect(200).Type.ShouldBe("image/png");
        (await house.Call(Cast.Stranger).Get($"people/{Cast.Helen.Id}/photo")).Expect(404);
        (await house.Call(Cast.Helen).Get("me/records/export")).Expect(200)["photo"].GetProperty("content").GetBytesFromBase64().ShouldBe(Inward.People.Picture.Of(Pictures.Png()).Bytes);
        (await (await house.Browse(Cast.Helen)).Open("/settings/records")).Find("#records .ava img").ShouldNotBeNull();
        (await house.Call(Cast.Marta).Delete($"people/{Cast.Helen.Id}/photo", "*")).Expect(403);
        var priya = await house.Browse(Cast.Priya);
        (await priya.Submit(await priya.Open($"/people/{Cast.Helen.Id}/edit"), "form.card", null, "button[formaction$='handler=nophoto']")).Expect(200).Find("main .ava img").ShouldBeNull();
        (await house.Call(Cast.Marta).Get($"people/{Cast.Helen.Id}/photo")).Expect(404);
        var happened = (await house.Call(Cast.Marta).Get($"happenings?on={Cast.Helen.Id}")).Expect(200).Items.Select(h => h.GetProperty("kind").GetString());
        happened.ShouldContain("person.photo-shown");
        happened.ShouldContain("person.photo-removed");
        (await (await house.Browse(Cast.Helen)).Open("/settings/records?kind=profile")).Text.ShouldContain("Your picture was removed");
    }

    [Fact]
    public async Task Whoever_leaves_is_shown_no_longer()
    {
        await using var aside = await TestHouse.Open(house.Engine);
        (await aside.Call(Cast.Piotr).Send(HttpMethod.Put, $"people/{Cast.Piotr.Id}/photo", new ByteArrayContent(Pictures.Png()), etag: "*")).Expect(204);
        (await Check.Run(aside.Store)).Faults.ShouldBeEmpty();
        (await aside.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/departure")).Expect(200);
        (await aside.Call(Cast.Marta).Get($"people/{Cast.Piotr.Id}/photo")).Expect(404);
        (await aside.Read(s => s.Count("select count(*) from person_photo where workspace = @Osterfenn", new { Cast.Osterfenn }))).ShouldBe(0);
    }
}

public sealed class PhotosOnSqlite(SqliteHouse house) : PhotoStories(house), IClassFixture<SqliteHouse>;

public sealed class PhotosOnPostgres(PostgresHouse house) : PhotoStories(house), IClassFixture<PostgresHouse>;
