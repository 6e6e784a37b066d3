using Inward.House;
using Inward.Ideas;

namespace Inward.Server.Demo;

/// <summary>What people of Osterfenn would do otherwise, how it was answered, and what became of it.</summary>
internal sealed class DemoIdeas(DemoContent content, DemoDays days, Names names, IReadOnlyList<DemoAsk> asks)
{
    private readonly IdeasFile file = content.Ideas;

    /// <summary>The idea of each ask that carries one out.</summary>
    public IReadOnlyDictionary<string, Id> OfAsks() => file.Ideas.SelectMany(text => text.Asks.Select(ask => (ask, IdOf(text)))).ToDictionary();

    public IEnumerable<DemoFact> Tell()
    {
        var cards = file.Cards.Select(Card).ToList();
        return [.. cards, .. file.Ideas.SelectMany(Idea)];
    }

    private DemoCard Card(CardText text)
    {
        var (by, at) = At(text.By, text.Day, text.Text);
        return new DemoCard(at, by, HelpWanted.Of(names.Workspace, CardId(text), by, text.Text, text.Kinds, text.Answerer is { } answerer ? names.Person(answerer) : null, days[text.Until], null, days[text.Day], at));
    }

    private IEnumerable<DemoFact> Idea(IdeaText text)
    {
        var (by, at) = At(text.By, text.Day, text.Text);
        var answers = names.Person(text.Answers);
        About? about = text.About is { } ask ? new About(AboutKind.Ask, asks.Single(one => one.Key == ask).Ask.Id) : text.Sale is { } sale ? new About(AboutKind.Sale, names.Sale(sale)) : null;
        Id? card = text.Card is { } key ? CardId(file.Cards.Single(one => one.Key == key)) : null;
        var idea = Inward.Ideas.Idea.Of(names.Workspace, IdOf(text), by, new IdeaShared(text.Text, text.Private, about, card), new Answering(answers, text.As), days.In(names.ZoneOf(answers)), at);
        yield return new DemoIdea(at, by, idea, "idea.shared");
        foreach (var person in text.Wants)
            yield return new DemoWant(days.Moment(text.Day, names.ZoneOf(names.Person(person)), $"{person} wants {text.Key}", at), names.Person(person), idea.Id);
        foreach (var comment in text.Comments)
        {
            var (who, then) = At(comment.By, comment.Day, comment.Text);
            yield return new DemoComment(then, who, Chance.IdOf($"comment {comment.Text}", then), idea.Id, comment.Text);
        }
        if (text.Kind is { } kind)
            yield return Answer(text, idea with { Version = 1 }, kind, answers);
        if (text.Into is { } into)
        {
            var (who, then) = At(text.MergedBy!, text.MergedOn, $"merged {text.Key}");
            yield return new DemoIdea(then, who, idea with { Merged = new IdeaMerging(IdOf(file.Ideas.Single(one => one.Key == into)), who, then) }, "idea.merged");
        }
    }

    private DemoIdea Answer(IdeaText text, Idea idea, AnswerKind kind, Id by)
    {
        var calendar = days.In(names.ZoneOf(by));
        var at = days.Moment(text.Answered, names.ZoneOf(by), $"answer {text.Key}");
        return kind switch
        {
            AnswerKind.Adopted => new DemoIdea(at, by, idea.Adopt(text.Reason, by, at), "idea.adopted"),
            AnswerKind.Declined => new DemoIdea(at, by, idea.Decline(text.Reason, by, at), "idea.declined"),
            _ => new DemoIdea(at, by, idea.PutOff(days[text.Until], text.Reason, by, calendar, at), "idea.put-off"),
        };
    }

    private Id IdOf(IdeaText text) => Chance.IdOf($"idea {text.Key}", At(text.By, text.Day, text.Text).At);

    private Id CardId(CardText text) => Chance.IdOf($"card {text.Key}", At(text.By, text.Day, text.Text).At);

    private (Id By, DateTimeOffset At) At(string by, int day, string seed)
    {
        var person = names.Person(by);
        return (person, days.Moment(day, names.ZoneOf(person), seed));
    }
}

internal sealed record IdeasFile(IReadOnlyList<CardText> Cards, IReadOnlyList<IdeaText> Ideas);

internal sealed record CardText(string Key, string By, int Day, int Until, IReadOnlyList<HelpKind> Kinds, string? Answerer, string Text);

/// <param name="Answers">Who is to answer it.</param>
internal sealed record IdeaText(string Key, string By, int Day, string Answers, AnswersAs As, string Text)
{
    public bool Private { get; init; }

    /// <summary>The thread of an ask.</summary>
    public string? About { get; init; }

    public string? Sale { get; init; }
    public string? Card { get; init; }
    public IReadOnlyList<string> Wants { get; init; } = [];
    public IReadOnlyList<CommentText> Comments { get; init; } = [];
    public AnswerKind? Kind { get; init; }
    public int Answered { get; init; }
    public int Until { get; init; }
    public string? Reason { get; init; }

    /// <summary>The threads of the asks that carry it out.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    public string? Into { get; init; }
    public string? MergedBy { get; init; }
    public int MergedOn { get; init; }
}

internal sealed record CommentText(string By, int Day, string Text);
