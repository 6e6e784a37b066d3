using Inward.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.House;

/// <summary>Which entry is the same, then every field side by side, then one of them.</summary>
/// <typeparam name="TPreview">What merging would do; null while nothing is compared.</typeparam>
public abstract class MergingPage<TPreview> : RoomPage where TPreview : class
{
    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    [BindProperty]
    public int? KeptVersion { get; set; }

    [BindProperty]
    public int? GoneVersion { get; set; }

    public TPreview? Preview { get; protected set; }

    public IReadOnlyList<MergeField> Fields { get; protected set; } = [];

    /// <summary>What was chosen in the form.</summary>
    protected Taken Taken => Request.HasFormContentType ? TakenTyped.Of(Request.Form) : Taken.Nothing;

    public async Task OnGetAsync(Id id)
    {
        try
        {
            await Load(id);
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            (Mistake, Preview) = (mistake, null);
            Response.StatusCode = 422;
        }
    }

    protected abstract Task Load(Id id);
}
