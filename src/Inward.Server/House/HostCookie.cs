namespace Inward.Server.House;

/// <summary>A cookie for this host and this visit: __Host- and secure over TLS, plain on this machine, never readable by script.</summary>
public sealed class HostCookie : CookieBuilder
{
    // Razor asks for the name without the request at hand.
    private static readonly HttpContextAccessor Asked = new();
    private readonly string name;

    public HostCookie(string name)
    {
        this.name = name;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override string? Name
    {
        get => Asked.HttpContext is { } http ? SignIn.CookieName(http, name) : name;
        set => throw new NotSupportedException("The request decides the name.");
    }
}
