namespace Inward.Server.Storage;

/// <summary>The two stores that Inward runs on. Every story is told on both.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The store did not take it: nothing was written and nothing was acknowledged.</summary>
public sealed class StoreRefused(string sentence, Exception cause) : Exception(sentence, cause);
