using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Server.Demo;

/// <summary>
/// One thread told as a real ask: every scripted move goes through the same rules as a colleague's, with the time of then.
/// A script that breaks a rule ends the telling.
/// </summary>
internal sealed class AskTelling(AskReplay replay, AskThread thread)
{
    private readonly List<DemoMove> moves = [];
    private Ask ask = null!;
    private DateTimeOffset last;

    public DemoAsk Tell()
    {
        Begin();
        for (var i = 0; i < thread.Moves.Count; i++)
            Make(thread.Moves[i], $"{thread.Key}/{i}");
        return new DemoAsk(thread.Key, ask, moves);
    }

    private void Begin()
    {
        if (replay.Delegated.TryGetValue(thread.Key, out var from))
        {
            last = from.Child.SentAt!.Value;
            Became(from.Child, new Sending(), null, from.Child.Requester);
            return;
        }
        last = thread.Verbatim is { } verbatim ? replay.Names.HeardAt(verbatim) : default;
        var requester = replay.Names.Person(thread.From);
        var at = Moment(thread.Day, requester, thread.Key);
        var draft = Ask.Draft(replay.Workspace, Chance.IdOf(thread.Key, at), requester, Written(), at);
        if (thread.Draft)
            Became(draft, null, null, requester);
        else
            Became(draft.Do(new Sending(), Circumstances(draft, requester, at) with { Receiver = new Receiver(draft.Performer, draft.Team) }).Ask, new Sending(), null, requester);
    }

    private Asking Written() => new(
        thread.What, Person(thread.To), thread.Team is { } team ? replay.Names.Team(team) : null, thread.Reason, thread.Effect, thread.Conditions,
        thread.Draft ? null : replay.Days[thread.AnswerBy], thread.Draft ? null : replay.Days[thread.NeededBy], thread.Open,
        thread.Verbatim is { } verbatim ? replay.Names.Verbatim(verbatim) : null, thread.Sale is { } sale ? replay.Names.Sale(sale) : null);

    private void Make(ScriptedMove scripted, string name)
    {
        if (scripted.Do == "silence")
        {
            last = ask.QuietAfter(Circumstances(ask, null, last).Calendar).AddMinutes(1);
            Became(ask.GoneQuiet(Circumstances(ask, null, last)), null, ask, null);
            return;
        }
        var who = Mover(scripted);
        var at = scripted.Do == "undo" ? last = last.AddSeconds(6) : Moment(scripted.At, who, name);
        if (scripted.Do == "thank")
            replay.Thanks.Add(new DemoThanks(at, who, Chance.IdOf(name, at), ask.Performer!.Value, ask.Id, scripted.Text!, scripted.Effect!, scripted.Public));
        else
            Do(scripted, who, at);
        // A clearance has no words of its own; what its owner said stands beside it.
        if (scripted is { Do: "clear", Note: { } note })
            Do(new ScriptedMove(scripted.At, "remark") { Text = note }, who, last = at.AddMinutes(2));
    }

    private void Do(ScriptedMove scripted, Id who, DateTimeOffset at)
    {
        var move = MoveOf(scripted);
        var before = ask;
        var circumstances = Circumstances(ask, who, at);
        if (move is Delegating to)
            circumstances = circumstances with { Receiver = new Receiver(to.Performer, to.Team) };
        var moved = ask.Do(move, circumstances);
        if (moved.Child is { } child)
            moved = Named(moved, child, scripted.Child!);
        Became(moved.Ask, move, before, who);
    }

    // The rules draw the id of a child by luck; here it is told, so that the story stays the same.
    private Moved Named(Moved moved, Ask child, string key)
    {
        child = child with { Id = Chance.IdOf(key, child.MadeAt) };
        var parent = moved.Ask with { Children = [.. moved.Ask.Children.SkipLast(1), child.Id] };
        replay.Delegated[key] = (child, parent);
        return new Moved(parent, child);
    }

    private void Became(Ask after, Move? move, Ask? before, Id? who)
    {
        moves.Add(new DemoMove(last, who, move, before, after));
        ask = after;
    }

    private Id Mover(ScriptedMove scripted) => scripted switch
    {
        { Who: { } who } => replay.Names.Person(who),
        { Do: "clear" } => ask.OpenObstacles.First().Owner,
        { Do: "undo" } => ask.Last!.By!.Value,
        { Do: "answer" or "agree" or "accept" or "reject" or "tell" or "thank" or "withdraw" } => ask.Requester,
        _ => ask.Performer!.Value,
    };

    private Move MoveOf(ScriptedMove m) => m.Do switch
    {
        "take" => new Taking(),
        "release" => new Releasing(),
        "promise" => new Promising(replay.Days[m.By], m.FirstStep),
        "counter" => new Countering(replay.Days[m.By], m.What, m.Conditions, m.Note),
        "question" => new Questioning(m.Text),
        "answer" => new Answering(m.Text),
        "obstacle" => new RaisingObstacle(m.What, Person(m.Owner), replay.Days[m.By], m.Cause),
        "clear" => new ClearingObstacle(ask.OpenObstacles.First().N),
        "concern" => new RaisingConcern(m.Text),
        "remark" => new Remarking(m.Text),
        "decline" => new Declining(m.Reason),
        "delegate" => DelegatingTo(replay.Names.Thread(m.Child!)),
        "renegotiate" => new Renegotiating(replay.Days[m.By], m.What, m.Conditions, m.Note, m.LateCause),
        "agree" => new Agreeing(),
        "keep" => new KeepingOldPromise(),
        "deliver" => new Delivering(m.Note, m.LateCause),
        "retract" => new Retracting(),
        "revoke" => new Revoking(m.Reason, m.LateCause),
        "accept" => new Accepting(),
        "reject" => new Rejecting(ask.Terms.Conditions[m.Condition], m.Note),
        "tell" => new TellingCustomer(m.Words, m.Channel, replay.Days[m.At]),
        "withdraw" => new Withdrawing(m.Reason),
        "undo" => new Undoing(),
        _ => throw new InvalidOperationException($"Nobody knows the move “{m.Do}” in {thread.Key}."),
    };

    private Delegating DelegatingTo(AskThread child) =>
        new(Person(child.To), null, child.What, child.Reason, child.Effect, child.Conditions, replay.Days[child.AnswerBy], replay.Days[child.NeededBy]);

    private Circumstances Circumstances(Ask of, Id? who, DateTimeOffset at) => new(who, at)
    {
        Calendar = replay.Days.In(replay.Names.ZoneOf(of.Performer)),
        InAskedTeam = who is { } me && of.Team is { } team && replay.Names.TeamOf(me) == team,
        PerformersAbove = replay.Delegated.TryGetValue(thread.Key, out var from) ? [from.Parent.Performer!.Value, from.Parent.Requester] : [],
    };

    private DateTimeOffset Moment(int day, Id who, string name) => last = replay.Days.Moment(day, replay.Names.ZoneOf(who), name, last);

    private Id? Person(string? key) => key is null ? null : replay.Names.Person(key);
}
