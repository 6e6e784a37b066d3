using Inward.People;

namespace Inward.Server.Demo;

/// <summary>What colleagues told each other beside the asks: conversations, private notes, and thanks that were simply due.</summary>
internal sealed class DemoTalk(DemoContent content, DemoDays days, Colleagues colleagues, Names names)
{
    public IEnumerable<DemoConversation> Conversations() =>
        content.Conversations.Conversations.Select((text, n) => Said(text, $"conversation {n}"))
            .Concat(content.Conversations.Patterns.SelectMany(Everyday))
            .DistinctBy(c => c.Text).OrderBy(c => c.At);

    public IEnumerable<DemoDispute> Disputes()
    {
        foreach (var (text, n) in content.Conversations.Conversations.Select((text, n) => (text, n)))
        {
            if (text.Dispute is { } dispute)
                yield return new DemoDispute(Moment(dispute.By, text.Day + 1, $"dispute {n}"), names.Person(dispute.By), Said(text, $"conversation {n}").Id, dispute.Text);
        }
    }

    public IEnumerable<DemoNote> Notes() => content.Conversations.Notes.Select(text =>
    {
        var name = $"note {text.By} on {text.About}";
        var at = Moment(text.By, text.Day, name);
        return new DemoNote(at, names.Person(text.By), Chance.IdOf(name, at), names.Person(text.About), text.Text);
    }).OrderBy(n => n.At);

    public IEnumerable<DemoThanks> Thanks() => content.Thanks.Thanks.Select((text, n) =>
    {
        var name = $"thanks {n}";
        var at = Moment(text.By, text.Day, name);
        return new DemoThanks(at, names.Person(text.By), Chance.IdOf(name, at), names.Person(text.To), null, text.Text, text.Effect, text.Public);
    });

    public IEnumerable<DemoSuggestion> Suggestions() => content.Suggestions.Suggestions.SelectMany(text =>
    {
        var name = $"suggestion {text.By} for {text.About} {text.Question}";
        var at = Moment(text.By, text.Day, name);
        var isTeam = content.Cast.Teams.Any(t => t.Key == text.About);
        var made = new Suggestion(names.Workspace, Chance.IdOf(name, at), isTeam ? names.Team(text.About) : names.Person(text.About), isTeam, text.Question, text.Words, names.Person(text.By), at);
        if (text.State == SuggestionState.Open)
            return new[] { new DemoSuggestion(at, made.By, made) };
        var by = names.Person(text.AnsweredBy ?? text.About);
        var later = Moment(text.AnsweredBy ?? text.About, text.Answered, name + " answered");
        return [new DemoSuggestion(at, made.By, made), new DemoSuggestion(later, by, made with { State = text.State, Reply = text.Reply, AnsweredBy = by, AnsweredAt = later, Version = 2 })];
    });

    public IEnumerable<DemoNeed> Needs() => content.Needs.Needs.Select(text =>
    {
        var name = $"need {text.Team} of {text.Of}";
        var at = Moment(text.By, text.Day, name);
        return new DemoNeed(at, names.Person(text.By), new TeamNeed(names.Workspace, Chance.IdOf(name, at), names.Team(text.Team), names.Team(text.Of), text.Words, names.Person(text.By), at));
    });

    private IEnumerable<DemoConversation> Everyday(ConversationPattern pattern) =>
        from customer in content.Customers.Customers
        from sale in customer.Sales
        where pattern.For.Contains(sale.Kind)
        let day = sale.On(pattern.Day.On) + pattern.Day.Offset
        where day is not null && sale.WasAlive(day.Value)
        let key = $"{pattern.Key}/{sale.Key}"
        let author = colleagues.Playing(pattern.From, customer, sale)
        let with = colleagues.Playing(Chance.Of(pattern.With, key), customer, sale)
        where author != with && pattern.Lang == colleagues.Between(author, with)
        let words = Gaps.Of(content, customer, sale, pattern.Lang).In(Chance.Of(pattern.Text, key))
        select Said(new ConversationText(author, [with], day.Value, pattern.Channel, words), key);

    private DemoConversation Said(ConversationText text, string name)
    {
        var at = Moment(text.By, text.Day, name);
        return new DemoConversation(at, names.Person(text.By), Chance.IdOf(name, at), [.. text.With.Select(names.Person)], text.Channel, text.Text, text.Private);
    }

    private DateTimeOffset Moment(string by, int day, string name) => days.Moment(day, colleagues[by].Zone, name);
}
