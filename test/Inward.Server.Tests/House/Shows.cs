using Xunit.v3;

namespace Inward.Server.Tests.House;

/// <summary>Which line of docs/features.md a story shows: <c>-trait "Shows=A4"</c> runs them.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ShowsAttribute(string line) : Attribute, ITraitAttribute
{
    public string Line => line;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Shows", line)];
}
