using Inward.Asks;

namespace Inward.Server.Demo;

/// <summary>Writes the script of one everyday ask: most go plainly, some are countered, blocked, late or declined, as in life.</summary>
/// <param name="n">How often this pattern has come up: its texts take turns.</param>
/// <param name="thankAt">The day before which nobody can know what it changed.</param>
/// <param name="unthanked">How many of a hundred deliveries nobody says thank you for.</param>
internal sealed class AskCourse(AskPattern pattern, Gaps gaps, string key, int n, int thankAt = -DemoDays.First, int unthanked = 18)
{
    private static readonly (Course Course, int Weight)[] Courses =
    [
        (Course.Plain, 46), (Course.Questioned, 11), (Course.Countered, 11), (Course.Blocked, 8), (Course.Late, 9), (Course.Renegotiated, 6),
        (Course.Declined, 8), (Course.Revoked, 5), (Course.Rejected, 8), (Course.Withdrawn, 10), (Course.Unconfirmed, 2),
    ];

    private readonly List<ScriptedMove> moves = [];
    private Course course;
    private int at;

    public AskThread Run(string from, string to, string? team, int day, int neededBy)
    {
        course = Drawn();
        at = day + Lag();
        if (team is not null)
            moves.Add(new ScriptedMove(day, "take") { Who = to });
        Hesitate(from, to);
        var needed = Math.Max(neededBy, Math.Max(at + 1, day + pattern.Answer));
        if (course == Course.Declined)
            moves.Add(new ScriptedMove(at, "decline") { Reason = Text(pattern.Decline) });
        else
            Keep(from, to, Promised(needed));
        return new AskThread(key, from, day, gaps.In(Turn(pattern.What)))
        {
            To = team is null ? to : null,
            Team = team,
            AnswerBy = Math.Min(day + pattern.Answer, needed),
            NeededBy = needed,
            Reason = gaps.In(Turn(pattern.Reason)),
            Effect = gaps.In(Turn(pattern.Effect)),
            Conditions = [.. ConditionsOf().Select(gaps.In)],
            Moves = [.. moves.TakeWhile(m => m.At < 0)],
        };
    }

    private Course Drawn()
    {
        var known = Courses.Where(c => pattern.Knows(c.Course)).ToList();
        var lot = Chance.Draw(key + " course", known.Sum(c => c.Weight));
        return known.First(c => (lot -= c.Weight) < 0).Course;
    }

    // Most answer within the days they were given, one in eight does not.
    private int Lag() => Chance.Falls(key + " slow", 12) ? pattern.Answer + 1 : Chance.Draw(key + " lag", pattern.Answer + 1);

    private void Hesitate(string from, string to)
    {
        if (course == Course.Questioned)
        {
            var question = Chance.Of(pattern.Question, key);
            moves.Add(new ScriptedMove(at, "question") { Text = gaps.In(question.Text) });
            at += Chance.Draw(key + " answer", 2);
            moves.Add(new ScriptedMove(at, "answer") { Text = gaps.In(question.Answer) });
        }
        else if (course == Course.Blocked)
        {
            var obstacle = Chance.Of(pattern.Obstacle, key);
            var owner = obstacle.Owner switch { "requester" => from, "performer" => to, var other => other };
            moves.Add(new ScriptedMove(at, "obstacle") { What = gaps.In(obstacle.What), Owner = owner, By = at + 3, Cause = obstacle.Cause });
            at += 2 + Chance.Draw(key + " cleared", 3);
            moves.Add(new ScriptedMove(at, "clear") { Who = owner, Note = gaps.In(obstacle.Note) });
        }
    }

    private int Promised(int needed)
    {
        if (course == Course.Countered)
        {
            var counter = Chance.Of(pattern.Counter, key);
            moves.Add(new ScriptedMove(at, "counter") { By = needed + counter.Later, Note = gaps.In(counter.Note) });
            at += Chance.Draw(key + " agreed", 2);
            moves.Add(new ScriptedMove(at, "agree"));
            return needed + counter.Later;
        }
        var by = Math.Max(at, needed - Chance.Draw(key + " by", 3));
        moves.Add(new ScriptedMove(at, "promise") { By = by, FirstStep = Text(pattern.Promise) });
        return by;
    }

    private void Keep(string from, string to, int by)
    {
        if (course == Course.Withdrawn)
        {
            moves.Add(new ScriptedMove(at + 1, "withdraw") { Reason = Text(pattern.Withdraw) });
        }
        else if (course == Course.Revoked)
        {
            var revoked = Chance.Of(pattern.Revoke, key);
            moves.Add(new ScriptedMove(Math.Max(at, by - 1), "revoke") { Reason = gaps.In(revoked.Reason), LateCause = revoked.Cause });
        }
        else
        {
            if (course == Course.Renegotiated)
                by = Renegotiate(from, to, by);
            Deliver(by);
        }
    }

    private int Renegotiate(string from, string to, int by)
    {
        var offer = Chance.Of(pattern.Renegotiate, key);
        at = Math.Max(at, by - 2);
        moves.Add(new ScriptedMove(at, "renegotiate") { Who = to, By = by + offer.Later, Note = gaps.In(offer.Note), LateCause = offer.Cause });
        at += Chance.Draw(key + " agreed", 2);
        moves.Add(new ScriptedMove(at, "agree") { Who = from });
        return by + offer.Later;
    }

    private void Deliver(int by)
    {
        var which = TurnOf(pattern.Deliver.Count);
        if (course == Course.Late)
        {
            var late = Chance.Of(pattern.Late, key);
            at = by + 1 + Chance.Draw(key + " late", 2);
            moves.Add(new ScriptedMove(at, "deliver") { Note = gaps.In(late.Note), LateCause = late.Cause });
            Confirm(null);
            return;
        }
        at = Math.Max(at, by - Chance.Draw(key + " early", 3));
        if (course == Course.Rejected)
        {
            DeliverTwice(by);
            return;
        }
        moves.Add(new ScriptedMove(at, "deliver") { Note = gaps.In(pattern.Deliver[which]) });
        if (course == Course.Unconfirmed)
            moves.Add(new ScriptedMove(at += 11, "silence"));
        Confirm(which);
    }

    private void DeliverTwice(int by)
    {
        var rejected = Chance.Of(pattern.Reject, key);
        moves.Add(new ScriptedMove(at, "deliver") { Note = gaps.In(rejected.First) });
        moves.Add(new ScriptedMove(++at, "reject") { Condition = rejected.Condition, Note = gaps.In(rejected.Note) });
        at += rejected.Days;
        moves.Add(new ScriptedMove(at, "deliver") { Note = gaps.In(rejected.Fixed), LateCause = at > by ? LateCause.Estimate : null });
        Confirm(null);
    }

    private void Confirm(int? delivered)
    {
        at += course == Course.Unconfirmed ? 4 : Chance.Draw(key + " accept", 3);
        moves.Add(new ScriptedMove(at, "accept"));
        if (pattern.Tell.Count > 0 && Chance.Falls(key + " tell", 75))
            moves.Add(new ScriptedMove(at, "tell") { Words = Text(pattern.Tell), Channel = Chance.Of(["phone", "mail", "visit"], key) });
        var fitting = pattern.Thanks.Where(t => t.After is null || (delivered is { } which && t.After.Contains(which))).ToList();
        if (fitting.Count == 0 || Chance.Falls(key + " unthanked", unthanked))
            return;
        var thanks = fitting[TurnOf(fitting.Count)];
        moves.Add(new ScriptedMove(Math.Max(thankAt, at + pattern.ThankLag) + Chance.Draw(key + " thank", 4), "thank")
        {
            Text = gaps.In(thanks.Text),
            Effect = gaps.In(thanks.Effect),
            Public = !Chance.Falls(key + " private", 25),
        });
    }

    private IReadOnlyList<string> ConditionsOf() =>
        course == Course.Rejected ? pattern.Conditions[Chance.Of(pattern.Reject, key).Variant] : pattern.Conditions[n % pattern.Conditions.Count];

    private T Turn<T>(IReadOnlyList<T> variants) => variants[n % variants.Count];

    // A step of its own every round, or the same answer would follow the same words each time.
    private int TurnOf(int variants) => (n + n / variants) % variants;

    private string Text(IReadOnlyList<string> variants) => gaps.In(variants[TurnOf(variants.Count)]);
}
