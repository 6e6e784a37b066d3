using System.Xml.Linq;
using Inward.Server.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Inward.Server.House;

/// <summary>Antiforgery and one-time codes are signed with keys that every node shares: they live in the store.</summary>
public sealed class SharedKeys(Store store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.Read(session => session.All<string>("select xml from protection_key")).GetAwaiter().GetResult().Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName) =>
        store.Write(store.System(default), unit =>
        {
            unit.Write("insert into protection_key (id, xml) values (@friendlyName, @xml)", new { friendlyName, xml = element.ToString() });
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
}
