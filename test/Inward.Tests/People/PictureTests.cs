using System.Text;
using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class PictureTests
{
    [Fact]
    public void A_png_is_written_anew_with_nothing_but_its_pixels()
    {
        var sent = Pictures.Png(64, 48, null, ("tEXt", Encoding.ASCII.GetBytes("Location\0Hamburg")), ("eXIf", Encoding.ASCII.GetBytes("GPS")), ("acTL", new byte[8]));
        var picture = Picture.Of([.. sent, .. "<html>"u8]);
        (picture.Type, picture.Width, picture.Height).ShouldBe(("image/png", 64, 48));
        Latin(picture.Bytes).ShouldNotContain("Hamburg");
        Latin(picture.Bytes).ShouldNotContain("GPS");
        Latin(picture.Bytes).ShouldNotContain("acTL");
        Latin(picture.Bytes).ShouldNotContain("<html>");
        Picture.Of(picture.Bytes).Bytes.ShouldBe(picture.Bytes);
        Picture.Of(Pictures.Interlaced).Width.ShouldBe(40);
    }

    [Fact]
    public void A_jpeg_loses_where_it_was_taken_and_keeps_which_way_is_up()
    {
        var picture = Picture.Of(Pictures.FromACamera(up: 6));
        (picture.Type, picture.Width, picture.Height).ShouldBe(("image/jpeg", 32, 48));
        Latin(picture.Bytes).ShouldNotContain("GPS");
        Latin(picture.Bytes).ShouldNotContain("secret");
        Latin(picture.Bytes).ShouldNotContain("script");
        // Read again, it still says so.
        (Picture.Of(picture.Bytes).Width, Picture.Of(picture.Bytes).Bytes.Length).ShouldBe((32, picture.Bytes.Length));
        Picture.Of(Pictures.FromACamera(up: 99)).Width.ShouldBe(48);
        Picture.Of(Pictures.Progressive).Width.ShouldBe(48);
        Picture.Of(Pictures.Jpeg).Hash.ShouldNotBe(picture.Hash);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], "Choose a picture first." },
        { "svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "This is no PNG and no JPEG picture." },
        { "gif", Encoding.UTF8.GetBytes("GIF89a..................."), "This is no PNG and no JPEG picture." },
        { "html called a png", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"), "This is no PNG and no JPEG picture." },
        { "html behind the signature of a png", [.. Pictures.Png()[..8], .. "<html><script>alert(1)</script></html>"u8], "This picture is damaged or cut off." },
        { "40 MB", new byte[40 * 1024 * 1024], "This file is too large: at most 2048 KB fit." },
        { "huge by its header", Pictures.Png(told: (50_000, 50_000)), "This picture has 50000 × 50000 pixels, and at most 1024 fit on a side." },
        { "more pixels than its header tells", Pictures.Png(200, 200, told: (64, 64)), "This picture is damaged or cut off." },
        { "fewer pixels than its header tells", Pictures.Png(64, 64, told: (200, 200)), "This picture is damaged or cut off." },
        { "one pixel", Pictures.Png(1, 1), "This picture has 1 × 1 pixels: too few to see anybody." },
        { "a wrong sum", Changed(Pictures.Png(), 20), "This picture is damaged or cut off." },
        { "a jpeg cut off", Pictures.Jpeg[..^40], "This picture is damaged or cut off." },
        { "a jpeg without a picture", [.. Pictures.Jpeg[..2], 0xFF, 0xD9], "This picture is damaged or cut off." },
        { "two frames", [.. Pictures.Jpeg[..2], .. Frame(), .. Pictures.Jpeg[2..]], "This picture is damaged or cut off." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_picture_is_refused_in_a_sentence(string what, byte[] sent, string sentence)
    {
        var refused = Should.Throw<BrokenRule>(() => Picture.Of(sent), what);
        refused.Why.ShouldBe(Broken.Invalid);
        refused.Fields.ShouldHaveSingleItem().Name.ShouldBe("photo");
        refused.Sentence.ToString().ShouldStartWith(sentence);
    }

    [Fact]
    public void However_it_is_cut_or_changed_it_is_a_picture_or_refused()
    {
        var random = new Random(20261122);
        foreach (var whole in new[] { Pictures.Png(), Pictures.Jpeg, Pictures.Progressive, Pictures.Interlaced, Pictures.FromACamera() })
        {
            for (var i = 0; i < 400; i++)
            {
                var sent = Changed(whole, random.Next(whole.Length), (byte)random.Next(256))[..(random.Next(2) == 0 ? whole.Length : random.Next(whole.Length))];
                try
                {
                    Picture.Of(Picture.Of(sent).Bytes);
                }
                catch (BrokenRule)
                {
                }
            }
        }
    }

    [Fact]
    public void A_picture_is_shown_by_its_person_and_removed_by_them_or_an_administrator()
    {
        var wanda = new Person(Id.New(DateTimeOffset.UnixEpoch), Id.New(DateTimeOffset.UnixEpoch), "Wanda");
        var other = Id.New(DateTimeOffset.UnixEpoch);
        wanda.CheckShows(wanda.Id);
        Should.Throw<BrokenRule>(() => wanda.CheckShows(other)).Why.ShouldBe(Broken.NotYours);
        wanda.CheckRemovesPicture(other, administrator: true);
        Should.Throw<BrokenRule>(() => wanda.CheckRemovesPicture(other, administrator: false)).Why.ShouldBe(Broken.NotYours);
    }

    private static byte[] Frame() => [0xFF, 0xC0, 0, 11, 8, 0, 48, 0, 48, 1, 1, 0x11, 0];

    private static byte[] Changed(byte[] whole, int at, byte? to = null)
    {
        byte[] changed = [.. whole];
        changed[at] = to ?? (byte)(changed[at] ^ 0x55);
        return changed;
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
