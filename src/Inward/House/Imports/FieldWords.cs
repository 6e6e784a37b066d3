namespace Inward.House.Imports;

/// <summary>What people call the fields that files spell in one word.</summary>
public static class FieldWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["name"] = "Name",
        ["email"] = "E-mail address",
        ["userName"] = "User name",
        ["key"] = "Key",
        ["title"] = "Title",
        ["team"] = "Team",
        ["lead"] = "Leads the team",
        ["manager"] = "Manager",
        ["managerEmail"] = "Manager's e-mail address",
        ["managerKey"] = "Manager's key",
        ["post"] = "Post",
        ["managerPost"] = "Manager's post",
        ["treePath"] = "Place in the tree",
        ["from"] = "First day",
        ["to"] = "Last day",
        ["leftOn"] = "Left on",
        ["person"] = "Person",
        ["parent"] = "The team above",
        ["customer"] = "Customer",
        ["customerKey"] = "Customer's key",
        ["value"] = "Value",
        ["stage"] = "Stage",
        ["isClosed"] = "Is closed",
        ["isWon"] = "Is won",
        ["outcome"] = "Won or lost",
        ["openedOn"] = "Opened on",
        ["promisedOn"] = "Promised for",
        ["closedOn"] = "Closed on",
        ["owner"] = "Owner",
        ["requesterEmail"] = "Who asks",
        ["performerEmail"] = "Who is asked",
        ["what"] = "What is asked",
        ["reason"] = "Reason",
        ["effect"] = "Effect",
        ["conditions"] = "It counts as done when",
        ["answerBy"] = "Answer by",
        ["neededBy"] = "Needed by",
        ["sender"] = "Who wrote",
        ["receiver"] = "To whom",
        ["at"] = "On which day",
    };

    public static Sentence Of(string field) => Words.GetValueOrDefault(field, field);
}
