using System.Text.RegularExpressions;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>`inward check` finds what does not fit together, and says so in a sentence.</summary>
public abstract class CheckStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Send the crate on Friday", performer = Cast.Wanda.Id, reason = "The roastery opens on Monday", effect = "They roast on their first day",
            conditions = new[] { "The crate is at the gate" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201);
        (await house.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "The crate" })).Expect(201);
        (await Faults()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("delete from person where name = 'Wanda Lorenz'", "rows of ask name a person in performer that is not there.")]
    [InlineData("update membership set team = person where person in (select id from person where name = 'Wanda Lorenz')", "1 rows of membership name a team in team")]
    [InlineData("delete from audience where record in (select id from ask)", "1 rows of ask have no audience")]
    [InlineData("delete from search where kind = 'ask'", "1 rows of ask cannot be found by search.")]
    [InlineData("update search set kind = 'thanks' where kind = 'ask'", "1 search entries of the kind thanks name a record that is not there")]
    [InlineData("update relationship set other = id", "2 rows of relationship are about a colleague or a team that is not there.")]
    [InlineData("update relationship set met_on = id", "2 rows of relationship count from a talk or a thank-you that is not there.")]
    [InlineData("update ask set what = 'Send it on Saturday'", "The columns of ask ")]
    [InlineData("update ask set facts = '{'", "The columns of ask ")]
    [InlineData("update ask set is_open = 0", "The columns of ask ")]
    [InlineData("update happening set payload = '{}' where kind = 'ask.asked' or kind = 'ask.sent' or kind like 'ask.%'", "was changed.")]
    public async Task What_does_not_fit_is_said(string damage, string sentence)
    {
        while (await Audit.Seal(house.Store, Cast.Osterfenn))
        {
        }
        await Say(damage);
        (await Faults()).ShouldContain(fault => fault.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_operator_should_know_is_noted_and_is_no_fault()
    {
        await Say("update workspace set silent = 1");
        var found = await Check.Run(house.Store);
        found.Faults.ShouldBeEmpty();
        found.Notes.ShouldContain(note => note.Contains("workspaces are silent", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    protected async Task<IReadOnlyList<string>> Faults() => (await Check.Run(house.Store)).Faults;

    protected Task Say(string sql) => house.Store.Administer(async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    });
}

public sealed class ChecksOnPostgres() : CheckStories(Engine.Postgres);

public sealed class ChecksOnSqlite() : CheckStories(Engine.Sqlite)
{
    [Fact]
    public async Task A_search_index_that_does_not_fit_its_texts_is_found()
    {
        await Say("insert into search_words (search_words, rowid, title, body) select 'delete', row, title, body from search where kind = 'ask'");
        (await Faults()).ShouldContain(fault => fault.StartsWith("The search index does not fit", StringComparison.Ordinal));
    }
}

public sealed partial class ReferenceTests
{
    [Fact]
    public void Every_column_that_names_a_record_is_checked() => Unchecked(Check.References).ShouldBeEmpty("Add it to Check.References, or say below why it names no record.");

    [Fact]
    public void A_column_that_is_not_checked_would_be_found() => Unchecked(Check.References[1..]).ShouldBe(["person.manager"]);

    // What is a key itself, or names a record of any kind, or may outlive whom it names.
    private static bool IsNoReference(string table, string column) => column is "workspace" or "id" or "record" or "reader" or "on_id" or "who" or "made_by" or "by_person" or "initiative" or "objective"
        || table is "import" or "idempotency"
        // One of two kinds: Check asks for each by itself.
        || (table, column) is ("relationship", "other") or ("relationship", "met_on") or ("suggestion", "about") or ("saved_view", "shared_with") or ("merged", "kept") or ("merged", "gone")
        // It may go, and the idea about it stays.
        || (table, column) is ("idea", "about")
        // It stands inside its journey.
        || (table, column) is ("stage_score", "stage") or ("passage_pair", "stage");

    private static List<string> Unchecked((string Table, string Column, string Names)[] references) =>
    [
        .. from step in Migrator.Steps
           from Match table in CreateTable().Matches(step.Sql)
           from Match column in IdColumn().Matches(table.Groups["columns"].Value)
           let name = (Table: table.Groups["name"].Value, Column: column.Groups["name"].Value)
           where !Migrator.Steps.Any(later => later.Sql.Contains($"drop table {name.Table};", StringComparison.Ordinal)) && !IsNoReference(name.Table, name.Column) && !references.Any(r => (r.Table, r.Column) == name)
           select $"{name.Table}.{name.Column}",
    ];

    [GeneratedRegex(@"create table (?<name>\w+) \((?<columns>.*?)\n\)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"(?<name>\w+) uuid", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdColumn();
}
