using Inward.People;
using Inward.Server.Lists;

namespace Inward.Server.People;

/// <summary>A filter of people as conditions on their rows. The company's own fields stand in numbered places, those that must fit first.</summary>
internal static class PeopleConditions
{
    private const string Words = """
         and (search_name like @like escape '!' or lower(title) like @like escape '!' or email_key like @like escape '!'
          or exists (select 1 from person g where g.workspace = @Workspace and g.merged_into = p.id and (g.search_name like @like escape '!' or g.email_key like @like escape '!')))
        """;

    public static string Of(PeopleSought sought) =>
        "p.workspace = @Workspace and merged_into is null and erased_at is null and " + (sought.Filter.Left ? "left_on <= @today" : "(left_on is null or left_on > @today)") + (sought.Filter.Q is null ? "" : Words)
        + ListConditions.And(
            [.. Fields(sought.Filter.Each).Select(field => Of(field, "")), .. sought.EachOwn.Select(Of)],
            [.. Fields(sought.Filter.Any).Select(field => Of(field, ListConditions.Any)), .. sought.AnyOwn.Select((field, n) => Of(field, sought.EachOwn.Count + n))]);

    private static IEnumerable<string> Fields(Inward.Lists.Choice chosen) => chosen.Conditions.Where(c => !c.IsOwn).Select(c => c.Field).Distinct(StringComparer.Ordinal);

    private static string Of(string field, string at) => field switch
    {
        "team" => $"""
            p.id in (select m.person from membership m where m.workspace = @Workspace and m.team in @{at}Team
              and (m.from_day is null or m.from_day <= @today) and (m.to_day is null or m.to_day >= @today))
            """,
        "manager" => $"p.manager in @{at}Manager",
        _ => $"p.language in @{at}Language",
    };

    private static string Of(FieldFilter field, int n) => $"p.id in (select v.person from person_value v where v.workspace = @Workspace and v.field = @field{n} and {Says(field, n)})";

    private static string Says(FieldFilter field, int n)
    {
        var value = field.IsNumber ? "v.ordered" : "v.sought";
        return field.Part is not null ? $"v.sought like @from{n} escape '!'" : field.Values.Count > 0 ? $"{value} in @says{n}" : $"{value} >= @from{n} and {value} <= @to{n}";
    }
}
