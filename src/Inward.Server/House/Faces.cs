using Inward.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Html;

namespace Inward.Server.House;

/// <summary>Faces of colleagues and teams on pages: their picture where they show one, else their initials. The name always stands beside it.</summary>
public sealed class Faces(IHttpContextAccessor asked)
{
    private readonly IReadOnlyDictionary<Id, string>? photos = asked.HttpContext?.Items[typeof(Faces)] as IReadOnlyDictionary<Id, string>;

    /// <param name="size">sm or lg; empty for the usual size.</param>
    public IHtmlContent Of(string name, Id of, string size = "") => AddressOf(of) is { } address
        ? new HtmlString($"<span class=\"ava {size}\"><img src=\"{address}\" alt=\"\" loading=\"lazy\"></span>")
        : Drawing.Face(name, of, size);

    /// <summary>Where the picture of this colleague or team is; null for who shows none.</summary>
    public string? AddressOf(Id of) => photos?.GetValueOrDefault(of);

    /// <summary>Before a page is drawn, because drawing cannot wait; what is remembered may be forgotten meanwhile.</summary>
    internal static async Task Know(HttpContext http)
    {
        var store = http.RequestServices.GetRequiredService<Store>();
        if (http.Me() is { } me)
            http.Items[typeof(Faces)] = store.Who.PhotosKnown(me.Workspace) ?? await store.Read(session => session.Who.Photos(session, me.Workspace));
    }
}
