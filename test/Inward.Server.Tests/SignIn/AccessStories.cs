using Inward.Server.Accounts;
using Inward.Server.House.Words;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.SignIn;

/// <summary>The table of who may do what, and every door of Inward, knocked at by everyone.</summary>
public abstract class AccessStories(TestHouse house)
{
    public static TheoryData<string> Operations => [.. Access.All.Select(operation => $"{operation.Room}: {operation.Says}")];

    [Fact]
    public async Task Every_door_stands_in_the_table_and_the_table_names_no_other()
    {
        var doors = (await Routes.Of(house)).Select(r => r.ToString()).ToList();
        Without(doors, Rows).ShouldBeEmpty("say in Access.cs who may use these");
        Without(Rows, doors).ShouldBeEmpty("Access.cs names doors that are not there");
    }

    [Fact]
    public void A_door_that_nobody_spoke_of_is_noticed() => Without([.. Rows, "POST /back-door"], Rows).ShouldBe(["POST /back-door"]);

    [Fact]
    public async Task A_door_is_open_without_sign_in_only_where_the_table_says_so() =>
        (await Routes.Of(house)).Where(r => r.IsOpen).Select(r => r.ToString()).Order().ShouldBe(Access.Open.Order());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_doors_answer_as_the_table_says(string operation)
    {
        var row = Access.All.Single(o => $"{o.Room}: {o.Says}" == operation);
        var caller = new Knocking(house, row);
        var surprises = new List<string>();
        foreach (var route in (await Routes.Of(house)).Where(r => row.Routes.Contains(r.ToString())))
        {
            foreach (var (role, may) in AccessPage.Cells(row).Where(cell => cell.May != May.Nothing))
            {
                var status = await caller.Knock(route, role);
                if (!IsAsSaid(status, may))
                    surprises.Add($"{route} as {role}: {status} where the table says {may}");
            }
            if (route.Path.Contains('{', StringComparison.Ordinal) && !route.Path.Contains("/me/", StringComparison.Ordinal) && await caller.Knock(route, "Stranger") is not 404 and var found)
                surprises.Add($"{route} from another company: {found} instead of 404");
        }
        surprises.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_shows_the_table()
    {
        var page = (await (await house.Browse(Cast.Birgit)).Open("/settings/access")).Expect(200);
        page.All("tbody tr").Count.ShouldBe(Access.All.Count);
        page.Text.ShouldContain("Versprechen kann nur, wer gebeten wurde.");
    }

    [Fact]
    public void The_table_is_known_in_german() =>
        Access.All.SelectMany(o => new[] { o.Room, o.Says, o.Why }).Where(said => !Tongue.German.Sentences.ContainsKey(said)).ShouldBeEmpty();

    [Theory]
    [InlineData(200, May.Yes, true)]
    [InlineData(409, May.Yes, true)]
    [InlineData(403, May.Yes, false)]
    [InlineData(404, May.Yes, false)]
    [InlineData(500, May.Yes, false)]
    [InlineData(200, May.No, false)]
    [InlineData(404, May.No, false)]
    [InlineData(422, May.No, false)]
    [InlineData(403, May.Unseen, false)]
    [InlineData(404, May.Unseen, true)]
    public void A_door_that_answers_otherwise_is_noticed(int status, May may, bool fits) => IsAsSaid(status, may).ShouldBe(fits);

    private static List<string> Rows => [.. Access.All.SelectMany(o => o.Routes), .. Access.Open];

    private static IEnumerable<string> Without(IEnumerable<string> these, IEnumerable<string> those) => these.Except(those);

    // Who may do it can still be told that it is not possible now, or that something is missing.
    private static bool IsAsSaid(int status, May may) => may switch
    {
        May.Yes => status is >= 200 and < 300 or 409 or 412 or 422,
        May.No => status == 403,
        _ => status == 404,
    };
}

public sealed class AccessOnSqlite(SqliteHouse house) : AccessStories(house), IClassFixture<SqliteHouse>;

public sealed class AccessOnPostgres(PostgresHouse house) : AccessStories(house), IClassFixture<PostgresHouse>;
