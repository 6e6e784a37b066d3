using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A suggestion as its author tells it.</summary>
/// <param name="About">The colleague or the team on whose page it shall stand.</param>
public sealed record SuggestionTold(Id? About, WordsQuestion? Question, string? Words);

/// <summary>Whose page it is: a colleague's or a team's.</summary>
/// <param name="IsMine">Mine to write: it is me, or a team I am in today.</param>
public sealed record PageOwner(Id Id, string Name, bool IsTeam, bool IsMine, bool HasLeft, OwnWords Words)
{
    public string Page => $"/{(IsTeam ? "teams" : "people")}/{Id}";

    public static async Task<PageOwner?> Of(Session session, Me me, Id id, DateOnly today)
    {
        if (await session.Person(me.Workspace, id) is { } person)
            return new PageOwner(id, person.Name, false, id == me.Person, person.HasLeft(today), person.OwnWords);
        return await session.Team(me.Workspace, id) is { } team ? new PageOwner(id, team.Name, true, me.Teams.Contains(id), false, team.OwnWords) : null;
    }
}

/// <summary>Suggesting an answer for somebody's page, and what becomes of it.</summary>
public static class SuggestionDesk
{
    public static async Task<Suggestion> Suggest(Unit unit, Me me, SuggestionTold told)
    {
        var owner = told.About is { } about ? await PageOwner.Of(unit, me, about, me.Today(unit.Now)) : null;
        if (owner is null)
            throw Rule.Invalid("about", "Say on whose page it shall stand.");
        if (told.Question is not { } question)
            throw Rule.Invalid("question", "Say which of the six questions it answers.");
        var blank = new Suggestion(me.Workspace, Id.New(unit.Now), owner.Id, owner.IsTeam, question, told.Words ?? "", me.Person, unit.Now);
        var suggestion = blank.Made(owner.IsMine, owner.HasLeft, await unit.OpenSuggestions(me.Workspace, blank) > 0);
        unit.Save(suggestion);
        unit.Append("suggestion.made", suggestion.Id, new { suggestion.About, suggestion.Question, suggestion.Words });
        return suggestion;
    }

    /// <summary>Puts it on the page, with its source; in other words when <paramref name="words"/> are others.</summary>
    public static async Task<Suggestion> Accept(Unit unit, Me me, Id id, int? version, string? words)
    {
        var suggestion = await Found(unit, me, id, version);
        var accepted = suggestion.Accepted(IsMine(me, suggestion), words, me.Person, unit.Now);
        var answer = suggestion.AsAnswer(words, me.Person, me.Today(unit.Now));
        unit.Save(accepted);
        if (suggestion.IsTeam)
        {
            var team = await unit.Team(me.Workspace, suggestion.About) ?? throw Rule.NotVisible();
            unit.Save(team with { OwnWords = team.OwnWords.With(suggestion.Question, answer), Version = team.Version + 1 }, isNew: false);
        }
        else
        {
            var person = await unit.Person(me.Workspace, suggestion.About) ?? throw Rule.NotVisible();
            await unit.Save(person with { OwnWords = person.OwnWords.With(suggestion.Question, answer), Version = person.Version + 1 }, isNew: false);
        }
        unit.Append($"suggestion.{Name(accepted.State)}", id, new { });
        unit.Append(suggestion.IsTeam ? "team.words-written" : "person.words-written", suggestion.About, new { changed = new[] { Name(suggestion.Question) }, suggestion = id });
        return accepted;
    }

    public static async Task<Suggestion> Decline(Unit unit, Me me, Id id, int? version, string? reply)
    {
        var suggestion = await Found(unit, me, id, version);
        return Close(unit, suggestion.Declined(IsMine(me, suggestion), reply, me.Person, unit.Now));
    }

    public static async Task<Suggestion> Withdraw(Unit unit, Me me, Id id, int? version) =>
        Close(unit, (await Found(unit, me, id, version)).Withdrawn(me.Person, unit.Now));

    public static bool IsMine(Me me, Suggestion suggestion) => suggestion.About == me.Person || (suggestion.IsTeam && me.Teams.Contains(suggestion.About));

    private static Suggestion Close(Unit unit, Suggestion closed)
    {
        unit.Save(closed);
        unit.Append($"suggestion.{Name(closed.State)}", closed.Id, closed.Reply is null ? new { } : new { closed.Reply });
        return closed;
    }

    private static async Task<Suggestion> Found(Unit unit, Me me, Id id, int? version)
    {
        var suggestion = await unit.Suggestion(me, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, suggestion.Version);
        return suggestion;
    }

    private static string Name<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
