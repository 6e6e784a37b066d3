namespace Inward.House;

/// <summary>One company. Everything else belongs to one.</summary>
/// <param name="Language">Two letters, for whoever has not chosen one.</param>
/// <param name="Zone">IANA time zone, for whoever has not chosen one.</param>
public sealed record Workspace(Id Id, string Name, string Language, string Zone)
{
    public int Version { get; init; } = 1;

    /// <summary>Whether logs of who mails whom may be brought in. Off, unless an administrator turns it on; everybody sees it.</summary>
    public bool MailLogs { get; init; }

    public Workspace Checked()
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "company", Name, 200, required: "Say what your company is called.");
        Languages.Check(wrong, Language);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            wrong.Add(new Wrong("zone", new Sentence("“{0}” is not a time zone, such as Europe/Berlin.", Zone)));
        return wrong.Count == 0 ? this with { Name = Name.Trim() } : throw Rule.Invalid(wrong);
    }
}
