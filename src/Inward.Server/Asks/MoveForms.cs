using System.Text.Json;
using System.Text.Json.Nodes;
using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Asks;

public enum FieldKind
{
    Line,
    Area,
    Day,
    Cause,
    Condition,
    Conditions,
    Colleague,
}

public sealed record Field(string Name, string Label, FieldKind Kind, string? Value = null, string? Hint = null);

/// <summary>How a move looks as a form: its button, and the fields of its record.</summary>
public sealed record MoveForm(string Move, string Icon, string Label, string Button, params Field[] Fields)
{
    /// <summary>The forms of what is possible now, in the order in which one thinks of them.</summary>
    public static IEnumerable<MoveForm> For(AskOut ask)
    {
        var by = (ask.Promise?.By ?? ask.NeededBy)?.ToString("O");
        var conditions = string.Join('\n', ask.Conditions);
        MoveForm[] all =
        [
            new("taking", "check", "Take it", "Take it"),
            new("promise", "flag", "Promise", "Promise", new Field("by", "I promise it by", FieldKind.Day, by), new Field("firstStep", "My first step", FieldKind.Line, null, "Optional; it helps the other one to see that it has begun.")),
            new("agreement", "check", "Agree", "Agree"),
            new("keeping", "undo", "Keep the old promise", "Keep the old promise"),
            new("counter", "swap", "Offer other terms", "Offer these terms", new Field("by", "By", FieldKind.Day, by), new Field("what", "What", FieldKind.Area, ask.What),
                new Field("conditions", "It counts as done when", FieldKind.Conditions, conditions), new Field("note", "Why", FieldKind.Area)),
            new("question", "question", "Ask back", "Ask back", new Field("text", "Your question", FieldKind.Area)),
            new("answer", "talk", "Answer the question", "Answer", new Field("text", "Your answer", FieldKind.Area)),
            new("delivery", "box", "Deliver", "It is delivered", new Field("note", "What you did", FieldKind.Area, null, "Optional."), new Field("lateCause", "If it is late: why", FieldKind.Cause)),
            new("acceptance", "check", "Accept", "Accept: this is what I asked for"),
            new("rejection", "no", "Not yet", "Send it back", new Field("condition", "Which condition is not met?", FieldKind.Condition), new Field("note", "What is missing", FieldKind.Area)),
            new("obstacles", "obstacle", "Name an obstacle", "Name the obstacle", new Field("what", "What is in the way?", FieldKind.Area),
                new Field("owner", "Who can remove it?", FieldKind.Colleague, null, "A name or e-mail address; empty means you."), new Field("by", "By when", FieldKind.Day), new Field("cause", "Its cause", FieldKind.Cause)),
            new("renegotiation", "swap", "Renegotiate", "Offer new terms", new Field("by", "By", FieldKind.Day, by), new Field("what", "What", FieldKind.Area, ask.What),
                new Field("conditions", "It counts as done when", FieldKind.Conditions, conditions), new Field("note", "Why", FieldKind.Area), new Field("lateCause", "What changed", FieldKind.Cause)),
            new("delegation", "people", "Ask somebody to help", "Ask for help", new Field("to", "Whom", FieldKind.Colleague, null, "A colleague or a team; your own promise stays yours."),
                new Field("what", "What you need from them", FieldKind.Area, ask.What)),
            new("decline", "no", "Decline", "Decline", new Field("reason", "Why not", FieldKind.Area, null, "An honest no is an answer one can work with.")),
            new("release", "undo", "Give it back to the team", "Give it back"),
            new("revocation", "undo", "Take the promise back", "Take it back", new Field("reason", "Why", FieldKind.Area), new Field("lateCause", "Cause", FieldKind.Cause)),
            new("retraction", "undo", "It is not done after all", "Retract the delivery"),
            new("telling", "talk", "Tell the customer", "The customer knows", new Field("words", "What you told them, in their words", FieldKind.Area, Told(ask)), new Field("channel", "How", FieldKind.Line, null, "A call, a visit, a mail."), new Field("at", "When", FieldKind.Day)),
            new("concerns", "info", "What could get in the way?", "Add the concern", new Field("text", "What could get in the way?", FieldKind.Area)),
            new("remarks", "talk", "Write a remark", "Write", new Field("text", "Your message", FieldKind.Area)),
            new("withdrawal", "close", "Withdraw", "Withdraw the ask", new Field("reason", "Why", FieldKind.Area, null, "Optional.")),
            new("sending", "asks", "Ask now", "Ask now"),
        ];
        return all.Where(form => ask.Possible.Contains(form.Move));
    }

    /// <summary>The move that a submitted form means: its fields by the names of the record's, blank ones left out.</summary>
    public static Move Read(string? move, IFormCollection form, string? owner = null)
    {
        if (move is null || !Inward.Asks.Moves.Move.All.TryGetValue(move, out var type))
            throw Rule.NotVisible();
        var json = new JsonObject();
        foreach (var parameter in type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            var values = name == "owner" ? new Microsoft.Extensions.Primitives.StringValues(owner) : form[name];
            if (values.Count == 0 || values.All(string.IsNullOrWhiteSpace))
                continue;
            json[name] = parameter.ParameterType == typeof(IReadOnlyList<string>)
                ? new JsonArray([.. values.SelectMany(v => v!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(v => (JsonNode)v)])
                : parameter.ParameterType == typeof(int) && int.TryParse(values[0], out var number) ? number : values[0]!.Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        try
        {
            return (Move)json.Deserialize(type, Wire.Json)!;
        }
        catch (JsonException unreadable)
        {
            throw Rule.Invalid(unreadable.Path?.TrimStart('$', '.') ?? move, "This cannot be read. Choose a value from the field.");
        }
    }

    // The answer to the customer begins with what was agreed and delivered; the seller finds the words.
    private static string? Told(AskOut ask) => ask.Delivery?.Note ?? ask.What;
}
