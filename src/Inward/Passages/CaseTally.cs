namespace Inward.Passages;

/// <summary>Counts what is said of cases as a whole.</summary>
internal sealed class CaseTally(LogWords words, int done, int exact)
{
    // How logs call a stage that turns something back, and one that opens it again.
    private static readonly string[] Refusals = ["reject", "declin", "denied", "refus", "abgelehnt", "zurückgewiesen"], Reopenings = ["reopen", "re-open", "wiedereröffn", "wieder geöffnet"];

    private readonly Durations whole = new(exact), toDone = new(exact), toLastDone = new(exact), openToKept = new(exact), early = new(exact), late = new(exact);
    private long passings, finished, reopened, refused, backAndForth, teamChanges, handChanges, promised, onTime, promisedOpen, first = long.MaxValue, last = long.MinValue;
    private readonly List<bool> refusing = [], reopening = [];
    private bool namesReopening;

    public long Number { get; set; }

    public void Add(OneCase one)
    {
        Number++;
        passings += one.Passings.Count;
        first = Math.Min(first, one.Passings[0].Began);
        last = Math.Max(last, one.Ended);
        whole.Add(one.Ended - one.Passings[0].Began);
        AddEnd(one);
        AddPromise(one);
        backAndForth += one.GoesBackAndForth() ? 1 : 0;
        teamChanges += one.Changes(static passing => passing.Team);
        handChanges += one.Changes(static passing => passing.Hand);
        refused += Passes(one, Refusals) ? 1 : 0;
    }

    public CaseFigures Told() => new(Number, passings, first, last, done == 0 ? null : words.Stages[done])
    {
        Whole = whole.Told(),
        Finished = finished,
        UntilDone = toDone.Told(),
        UntilLastDone = toLastDone.Told(),
        UntilKept = openToKept.Told(),
        OnTime = new Share(onTime, promised),
        Early = early.Told(),
        Late = late.Told(),
        PromisedOpen = promisedOpen,
        Reopened = new Share(reopened, namesReopening ? Number : finished),
        Refused = new Share(refused, Number),
        BackAndForth = new Share(backAndForth, Number),
        TeamChanges = Number == 0 ? 0 : (double)teamChanges / Number,
        HandChanges = Number == 0 ? 0 : (double)handChanges / Number,
    };

    // A case counts as reopened where a stage says so; where no stage of the log does, when anything follows the stage that finished it.
    private void AddEnd(OneCase one)
    {
        if (one.Kept != Passing.Untold && one.Kept >= one.Opened)
            openToKept.Add(one.Kept - one.Opened);
        var named = Passes(one, Reopenings);
        if (named && !namesReopening)
            (namesReopening, reopened) = (true, 0);
        if (done != 0 && one.Reached(done) is var (firstDone, lastDone))
        {
            finished++;
            toDone.Add(firstDone - one.Passings[0].Began);
            toLastDone.Add(lastDone - one.Passings[0].Began);
            if (!namesReopening && one.Passings.SkipWhile(passing => passing.Stage != done).Any(passing => passing.Stage != done))
                reopened++;
        }
        reopened += named ? 1 : 0;
    }

    private void AddPromise(OneCase one)
    {
        if (one.Promised != Passing.Untold && one.Kept == Passing.Untold && one.InTime is null)
            promisedOpen++;
        if (one.OnTime is not { } inTime)
            return;
        promised++;
        onTime += inTime ? 1 : 0;
        if (one.Promised == Passing.Untold || one.Kept == Passing.Untold)
            return;
        (one.Kept <= one.Promised ? early : late).Add(Distance(one.Kept, one.Promised));
    }

    // What was promised for a day is early or late by whole days.
    private static long Distance(long kept, long promised)
    {
        if (promised % Moment.Day != Moment.Day - 1)
            return Math.Abs(promised - kept);
        var days = (kept / Moment.Day) - (promised / Moment.Day);
        return Math.Abs(days) * Moment.Day;
    }

    private bool Passes(OneCase one, string[] list)
    {
        foreach (var passing in one.Passings)
        {
            if (Says(passing.Stage, list))
                return true;
        }
        return false;
    }

    private bool Says(int stage, string[] list)
    {
        var says = list == Refusals ? refusing : reopening;
        while (says.Count <= stage)
            says.Add(says.Count > 0 && Array.Exists(list, word => words.Stages[says.Count].Contains(word, StringComparison.OrdinalIgnoreCase)));
        return says[stage];
    }
}
