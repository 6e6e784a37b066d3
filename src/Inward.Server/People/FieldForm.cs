using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.People;

/// <summary>The form of a field that a company asks of its colleagues.</summary>
public abstract class FieldForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Choices there are, as they are called now.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Choice { get; set; } = [];

    /// <summary>As they were called when the page was opened, in the same order.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Was { get; set; } = [];

    /// <summary>More choices, one a line.</summary>
    [BindProperty]
    public string? Choices { get; set; }

    [BindProperty]
    public string? Writer { get; set; }

    [BindProperty]
    public bool CanFilter { get; set; }

    public static IReadOnlyList<(FieldKind Kind, string Name)> Kinds { get; } =
        [(FieldKind.Text, "Text"), (FieldKind.Choice, "One of a list"), (FieldKind.YesNo, "Yes or no"), (FieldKind.Number, "Number"), (FieldKind.Day, "Day")];

    public static string Called(FieldKind kind) => Kinds.First(one => one.Kind == kind).Name;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => CompanyField.CheckKeeper(Me.Administrator);

    protected FieldTold Told(bool retired) => new(
        Name, Query.Word<FieldKind>("kind", Kind) ?? throw Rule.Invalid("kind", "Say what stands in it."),
        [.. Kept, .. (Query.Typed(Choices) ?? "").Split('\n')], Query.Word<FieldWriter>("writer", Writer) ?? FieldWriter.Person, CanFilter, retired, Renamed(),
        Query.Word<FieldAbout>("about", About) ?? FieldAbout.Person);

    // A choice that was emptied is offered no more; whoever chose it keeps it.
    private IEnumerable<string> Kept => Was.Zip(Choice).Where(both => !string.IsNullOrWhiteSpace(both.Second)).Select(both => both.First ?? both.Second!);

    private Dictionary<string, string> Renamed() => Was.Zip(Choice).Where(both => !string.IsNullOrWhiteSpace(both.First) && !string.IsNullOrWhiteSpace(both.Second))
        .DistinctBy(both => both.First).ToDictionary(both => both.First!, both => both.Second!, StringComparer.Ordinal);
}

public sealed class NewFieldPage : FieldForm
{
    public void OnGet() => Kind = nameof(FieldKind.Text);

    public Task<IActionResult> OnPostAsync() => Change(unit => FieldDesk.Add(unit, Me, Told(retired: false)), _ => "/settings/fields");
}

public sealed class EditFieldPage : FieldForm
{
    [BindProperty]
    public int? Version { get; set; }

    public CompanyField Field { get; private set; } = null!;

    public async Task OnGetAsync(Id field)
    {
        await Load(field);
        (Name, Writer, CanFilter, Version) = (Field.Name, Field.Writer.ToString(), Field.CanFilter, Field.Version);
        Choice = Was = Field.Choices;
    }

    public async Task<IActionResult> OnPostAsync(Id field)
    {
        await Load(field);
        (Kind, About) = (Field.Kind.ToString(), Field.About.ToString());
        return await Change(unit => FieldDesk.Retell(unit, Me, field, Version, now => Told(now.Retired)), _ => "/settings/fields", () => Load(field));
    }

    private Task Load(Id field) => Read(async session => Field = (await session.CompanyFields(Me.Workspace)).Find(one => one.Id == field) ?? throw Rule.NotVisible());
}
