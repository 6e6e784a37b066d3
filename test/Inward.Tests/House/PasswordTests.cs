using Inward.House;
using Shouldly;
using Xunit;

namespace Inward.Tests.House;

public class PasswordTests
{
    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("seven small lamps")]
    [InlineData("Räuber essen Kürbis")]
    [InlineData("三つの小さなランプと青い猫がいる")]
    [InlineData("xKq7-vTz2-mPw9")]
    public void A_few_words_make_a_good_password(string password) => Wrong(password).ShouldBeEmpty();

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2024")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abc!abc!abc!abc!")]
    [InlineData("qwertyuiop12")]
    [InlineData("iloveyou1234")]
    [InlineData("Willkommen123")]
    [InlineData("Summer2026!!")]
    [InlineData("!!!!!!!!!!!!!!")]
    public void What_everybody_tries_first_is_refused(string password) =>
        Wrong(password).ShouldHaveSingleItem().ShouldStartWith("This password is too easy to guess.");

    [Theory]
    [InlineData("wandalorenz12")]
    [InlineData("Wanda.Lorenz!")]
    [InlineData("wanda@osterfenn.example")]
    [InlineData("OsterfennOsterfenn1")]
    [InlineData("osterfenn2026")]
    public void Nobody_is_kept_out_by_a_persons_own_name(string password) =>
        Wrong(password).ShouldHaveSingleItem().ShouldStartWith("This password is too easy to guess.");

    [Fact]
    public void Twelve_characters_are_the_least_and_two_hundred_the_most()
    {
        Wrong("three lamps").ShouldHaveSingleItem().ShouldBe("A password has at least 12 characters; a few words make a good one.");
        Wrong(null).ShouldHaveSingleItem();
        Wrong("lamps three ").ShouldBeEmpty();
        Wrong(string.Concat(Enumerable.Range(0, 25).Select(i => $"{(char)('a' + i)}{(char)('z' - i)}xkqm37"))).ShouldBeEmpty();
        Wrong(new string('x', 201)).ShouldHaveSingleItem().ShouldBe("A password has at most 200 characters.");
    }

    [Fact]
    public void Half_a_character_is_no_password() => Wrong("seven small \ud83d lamps").ShouldHaveSingleItem().ShouldContain("broken character");

    [Fact]
    public void The_same_word_typed_on_two_keyboards_is_the_same_password() =>
        Password.Normal("Küche und Café!").ShouldBe(Password.Normal("Ku\u0308che und Cafe\u0301!"));

    private static List<string> Wrong(string? password)
    {
        var wrong = new List<Wrong>();
        Password.Check(wrong, "password", password, "Wanda Lorenz", "wanda@osterfenn.example", null, "Osterfenn");
        wrong.ShouldAllBe(w => w.Name == "password");
        return [.. wrong.Select(w => w.Sentence.ToString())];
    }
}

public class LockoutTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void After_ten_tries_there_is_a_quarter_of_an_hour_of_rest()
    {
        var lockout = Tried(10);
        lockout.IsFull.ShouldBeTrue();
        lockout.Until.ShouldBe(Morning.AddMinutes(15));
        lockout.Tried(Morning.AddMinutes(14.9)).ShouldBeNull();
        lockout.Tried(Morning.AddMinutes(15)).ShouldBe(new Lockout(1, null));
    }

    [Fact]
    public void Nine_tries_lock_nobody_out()
    {
        Tried(9).IsFull.ShouldBeFalse();
        Tried(9).IsOn(Morning).ShouldBeFalse();
        Tried(9).Tried(Morning).ShouldNotBeNull();
    }

    private static Lockout Tried(int times)
    {
        var lockout = default(Lockout);
        for (var i = 0; i < times; i++)
            lockout = lockout.Tried(Morning)!.Value;
        return lockout;
    }
}
