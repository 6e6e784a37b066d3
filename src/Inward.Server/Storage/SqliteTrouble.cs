using Microsoft.Data.Sqlite;

namespace Inward.Server.Storage;

/// <summary>What SQLite says in numbers, in sentences.</summary>
internal static class SqliteTrouble
{
    private const int SamePrimaryKey = 1555, SameUniqueKey = 2067;

    /// <summary>There is a row of this key already.</summary>
    public static bool IsTaken(SqliteException failure) => failure.SqliteExtendedErrorCode is SamePrimaryKey or SameUniqueKey;

    /// <summary>The store's refusal where there is a sentence for it; anything else as it was.</summary>
    public static Exception Told(Exception failure) => failure is SqliteException { SqliteErrorCode: var code } sqlite && code switch
    {
        13 => "The disk is full. Nothing was saved; free some space and try again.",
        10 => "The disk could not be written. Nothing was saved.",
        5 or 6 => "Another program holds the database. Nothing was saved; try again in a moment.",
        8 => "The database can only be read here. Nothing was saved.",
        11 or 26 => "The database file is damaged. Restore a backup; `inward check` says more.",
        14 => "The database file could not be opened.",
        _ => null,
    } is { } sentence ? new StoreRefused(sentence, sqlite) : failure;
}
