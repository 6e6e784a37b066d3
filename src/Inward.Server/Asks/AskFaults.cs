using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Asks whose columns do not say what their document says: lists would show another ask than its page.</summary>
public static class AskFaults
{
    public static async Task<List<string>> Ask(Session session, Id workspace)
    {
        var faults = new List<string>();
        Id? after = null;
        while (true)
        {
            var rows = await session.All<Row>($"""
                select id, requester, performer, team, state, is_open, turn_person, turn_team, what, answer_by, due, sale, verbatim, parent, obstacles, told,
                  sent_at, version, facts
                from ask where workspace = @workspace {(after is null ? "" : "and id > @after")} order by id limit 500
                """, new { workspace, after });
            if (rows.Count == 0)
                return faults;
            faults.AddRange(rows.Where(row => !row.Fits()).Select(row => $"The columns of ask {row.Id} do not say what its document says."));
            after = rows[^1].Id;
        }
    }

    private sealed record Row(
        Id Id, Id Requester, Id? Performer, Id? Team, string State, bool IsOpen, Id? TurnPerson, Id? TurnTeam, string What, DateOnly? AnswerBy, DateOnly? Due,
        Id? Sale, Id? Verbatim, Id? Parent, int Obstacles, bool Told, DateTimeOffset? SentAt, int Version, string Facts)
    {
        public bool Fits()
        {
            try
            {
                var ask = JsonSerializer.Deserialize<Ask>(Facts, Wire.Json)!;
                var turn = ask.Turn;
                return this == new Row(ask.Id, ask.Requester, ask.Performer, ask.Team, ask.State.ToString().ToLowerInvariant(), ask.IsOpen,
                    turn is { Kind: TurnKind.Person } person ? person.Id : null, turn is { Kind: TurnKind.Team } team ? team.Id : null, ask.Terms.What, ask.AnswerBy,
                    ask.Due, ask.Sale, ask.Verbatim, ask.Parent, ask.OpenObstacles.Count(), ask.Telling is not null, ask.SentAt, ask.Version, Facts);
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }
}
