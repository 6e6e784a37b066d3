using System.Net;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>What the command line says about where records are kept and where to listen.</summary>
public sealed record Settings(string? Data, string? Database, string Urls, bool Demo)
{
    public static readonly Settings Default = new("./data", null, "http://127.0.0.1:5180", false);

    public Store Open(Bell bell, TimeProvider clock)
    {
        if (Database is { } connection)
            return new PostgresStore(connection, bell, clock);
        Directory.CreateDirectory(Data!);
        return new SqliteStore(Path.Combine(Data!, "inward.db"), bell, clock);
    }

    /// <summary>Plain http is for this machine alone.</summary>
    public void RefusePlainHttpAbroad()
    {
        foreach (var url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
                && address.Scheme == "http" && !(address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip))))
            {
                throw new ArgumentException($"{url}: plain http is only for this machine. Use https, or put a TLS proxy in front and listen on 127.0.0.1.");
            }
        }
    }
}
