using Inward.House;

namespace Inward.Asks;

/// <summary>Files beside an ask: a drawing, a photo of the crate. They change no turn.</summary>
public sealed partial record Ask
{
    public const int LargestFile = 5 * 1024 * 1024;
    public const int MostFiles = 20;

    /// <summary>Adds a file. Whoever takes part may; to a draft, its requester.</summary>
    public Ask Attach(AskFile file, Circumstances c)
    {
        if (State == AskState.Draft && c.Mover != Requester)
            throw Rule.NotVisible();
        if (!Parties.Contains(c.Mover) && !c.InAskedTeam)
            throw Rule.NotYours("Only those who take part in this ask can add files.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "name", file.Name, 200, "A file needs a name.");
        if (file.Size > LargestFile)
            wrong.Add(new Wrong("file", new Sentence("“{0}” is too large: at most 5 MB fit.", file.Name)));
        if (file.Size == 0)
            wrong.Add(new Wrong("file", new Sentence("“{0}” is empty.", file.Name)));
        if (Files.Count >= MostFiles)
            wrong.Add(new Wrong("file", new Sentence("At most {0} files fit beside an ask.", MostFiles)));
        Require(wrong);
        return Next(this with { Files = [.. Files, file] }, "files", c, undoable: false);
    }
}
