using Inward.House;
using Inward.Server.House.Words;
using Inward.Server.Mail;
using Inward.Server.Relationships;

namespace Inward.Server.Today;

/// <summary>The page of today as a letter: the same lists in the same words.</summary>
public static class BriefLetter
{
    /// <summary>Null when there is nothing to say.</summary>
    public static Letter? Write(Recipient to, MyDay day, IReadOnlyList<NextRow> next, IReadOnlyList<PlannedRow> planned, Id name, OwnAddress address, BriefStop stops, DateTimeOffset now)
    {
        if (day.IsEmpty && next.Count + planned.Count == 0)
            return null;
        var (t, today) = (to.T, to.Me.Today(now));
        var stop = stops.Address(to.Me, address);
        return new Letter(name, to.Me.Person, to.Address, t.Code, t["Your {0}: {1}", today.ToString("dddd", t.Culture), Subject(day, t)])
        {
            Headline = today.ToString(t.Code == "de" ? "dddd, d. MMMM" : "dddd, d MMMM", t.Culture),
            Lists = [.. Lists(to, day, next, planned, address, today).Where(list => list.Lines.Count > 0)],
            Page = (t["Today, on one page"], address.To("/")),
            Foot = [t["You get this because you wished for a brief of the day. Another hour, or none: {0}", address.To("/settings#brief")], t["No more of these, with one button and no sign-in: {0}", stop]],
            Unsubscribe = stop,
            IsOneClick = true,
        };
    }

    private static string Subject(MyDay day, Tongue t)
    {
        string?[] parts =
        [
            day.ToAnswer.Count > 0 ? t["{0} to answer", Some(day.ToAnswer.Count, day.MoreToAnswer)] : null,
            day.Owed.Count + day.Promises.Count > 0 ? t["{0} promised", Some(day.Owed.Count + day.Promises.Count, day.MoreOwed)] : null,
            day.ToThank.Count > 0 ? t["{0} to thank", day.ToThank.Count] : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length > 0 ? said : t["what moved and whom to see"];
    }

    private static string Some(int count, bool more) => more ? $"{count}+" : $"{count}";

    private static IEnumerable<(string Title, IReadOnlyList<LetterLine> Lines)> Lists(Recipient to, MyDay day, IReadOnlyList<NextRow> next, IReadOnlyList<PlannedRow> planned, OwnAddress address, DateOnly today)
    {
        var t = to.T;
        yield return (t["Planned talks"], [.. planned.Select(p => new LetterLine(p.Name, string.Join(" · ", new[] { TimeZoneInfo.ConvertTime(p.Plan.At, to.Me.Clock).ToString("HH:mm", t.Culture), p.Plan.About }.OfType<string>()), address.To(p.Address)))]);
        yield return (t["Notes you are asked for"], [.. day.NotesAsked.Select(n => new LetterLine(t["{0} asks for your notes about them", n.Name],
            t["Release or delete them by {0}. What is left then is deleted.", t.Date(to.Me.Today(n.Until))], address.To($"/notes?about={n.About}")))]);
        yield return (t["You are asked for advice"], [.. day.Advice.Select(a => new LetterLine(a.What, string.Join(" · ", new[] { t["{0} asks what you would advise", a.By.Name], a.AnswerBy is { } by ? $"{t["hoped for by"]} {Spoken.Day(by, today, t)}" : null }.OfType<string>()), address.To($"/objectives/{a.Objective}/advice")))]);
        yield return (t["Handovers"], [.. day.Handovers.Select(h => new LetterLine(h.SaleName, h.IsToAnswer ? t["{0} asks before taking over", h.TeamName] : t["{0} hands over to {1}", h.ByName, h.TeamName], address.To($"/sales/{h.Sale}/promises")))]);
        foreach (var list in DayList.Of(day, to.Me.Person, t))
        {
            yield return (list.Title, [.. list.Rows.Select(row => new LetterLine(row.What,
                string.Join(" · ", new[] { list.Says(row), list.By(row) is { } by ? $"{t[by.Word]} {Spoken.Day(by.Day, today, t)}" : null, row.CustomerName }.OfType<string>()), address.To(list.Address(row))))]);
            if (list.Id == "owed")
                yield return (t["Promised in talks"], [.. day.Promises.Select(p => new LetterLine(p.Text, t["You promised {0}", string.Join(", ", p.To.Select(x => x.Name))], address.To($"/conversations/{p.Conversation}")))]);
        }
        foreach (var (title, waits) in new[] { (t["Ideas that wait for your answer"], true), (t["What became of ideas"], false) })
            yield return (title, [.. day.Ideas.Where(i => i.WaitsForMe == waits).Select(i => new LetterLine(i.Idea.Text, i.Says(t), address.To(i.Address)))]);
        yield return (t["Suggested"], [.. day.Suggestions.Select(s => new LetterLine(s.Words, t[s.Says(to.Me.Person)], address.To($"/suggestions/{s.Id}")))]);
        yield return (t["See next"], [.. next.Select(n => new LetterLine(n.Name, t[Sentence.Listed(n.Next.Why)], address.To(n.Next.IsTeam ? $"/teams/{n.Next.Other}" : $"/people/{n.Next.Other}/brief")))]);
        yield return (t["What moved"], [.. day.Moved.Select(m => new LetterLine(m.What, m.Says(t), address.To(m.Address)))]);
    }
}
