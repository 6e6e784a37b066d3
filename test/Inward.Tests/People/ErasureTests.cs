using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class ErasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Now);
    private readonly Person wanda = new(Company, Id.New(Now), "Wanda Lorenz") { Email = "wanda@osterfenn.example", LeftOn = Today.AddDays(-3), ExternalKey = "H7", Title = "Warehouse lead" };

    [Fact]
    public void Only_an_administrator_who_writes_the_whole_name_erases_somebody_who_has_left()
    {
        Should.Throw<BrokenRule>(() => Erasure.Check(wanda, administrator: false, "Wanda Lorenz", Today)).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => Erasure.Check(wanda with { LeftOn = null }, true, "Wanda Lorenz", Today)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => Erasure.Check(wanda, true, "Wanda", Today)).Fields.Single().Name.ShouldBe("name");
        Should.Throw<BrokenRule>(() => Erasure.Check(wanda with { ErasedAt = Now }, true, "Wanda Lorenz", Today)).Why.ShouldBe(Broken.NotNow);
        Erasure.Check(wanda, true, " wanda  lorenz ", Today);
    }

    [Fact]
    public void What_is_left_is_that_it_was_somebody_who_left()
    {
        var left = Erasure.Tombstone(wanda with { OwnWords = OwnWords.None with { DoAndWhy = new Answer("Crates", Today) }, SharesWork = true }, "Former colleague");
        left.ShouldBe(new Person(Company, wanda.Id, "Former colleague") { LeftOn = wanda.LeftOn, Mail = false, Version = 2, Absences = left.Absences });
    }

    [Theory]
    [InlineData("Ask Wanda Lorenz, wanda lorenz or WANDA@osterfenn.example.", "Ask X, X or X.")]
    [InlineData("Wanda Lorenzen and aWanda Lorenz and wanda@osterfenn.example2 are others", "Wanda Lorenzen and aWanda Lorenz and wanda@osterfenn.example2 are others")]
    [InlineData("{\"text\":\"Wanda Lorenz\"}", "{\"text\":\"X\"}")]
    [InlineData("Wanda alone may be anybody", "Wanda alone may be anybody")]
    public void A_text_loses_the_whole_name_and_the_address_and_nothing_else(string text, string clean)
    {
        var mentions = Erasure.Mentions([wanda], ["Marta Kowal"]);
        mentions.Replaced(text, "X").ShouldBe(clean);
        mentions.In(text).ShouldBe(text != clean);
    }

    [Fact]
    public void A_name_that_another_bears_is_not_taken_from_what_is_said_of_them()
    {
        var mentions = Erasure.Mentions([wanda], ["wanda lorenz"]);
        mentions.Replaced("Wanda Lorenz, wanda@osterfenn.example", "X").ShouldBe("Wanda Lorenz, X");
    }

    [Fact]
    public void Whatever_somebody_is_called_what_names_them_is_found_by_its_run_and_written_over()
    {
        foreach (var name in new[] { "Łukasz Żółć", "Jo \"Joe\" O'Neill-Ünal", "李 小龙", "Zoë Ångström", "a+b (c) d*", "Ana Márquez\\n" })
        {
            var mentions = Erasure.Mentions([wanda with { Name = name, Email = null }], []);
            foreach (var text in new[] { $"With {name}.", System.Text.Json.JsonSerializer.Serialize(new { text = $"With {name}." }, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), name.Normalize(System.Text.NormalizationForm.FormD) })
            {
                mentions.Replaced(text, "X").ShouldNotContain(name, customMessage: name);
                mentions.Runs.ShouldContain(run => text.ToLowerInvariant().Contains(run, StringComparison.Ordinal), text);
            }
        }
    }
}
