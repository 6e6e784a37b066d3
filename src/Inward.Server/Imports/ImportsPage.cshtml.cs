using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.Imports;

[RequestSizeLimit(Importing.LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = Importing.LargestUpload)]
public sealed class ImportsPage : RoomPage
{
    [BindProperty]
    public string Kind { get; set; } = "people";

    [BindProperty]
    public string? Map { get; set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Importing.Allow(Me.Administrator);

    public async Task OnGetAsync() => Rows = await Read(session => session.Imports(Me.Workspace));

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        var read = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var kept = new MemoryStream();
            await file.CopyToAsync(kept, HttpContext.RequestAborted);
            read[Path.GetFileName(file.FileName)] = kept.ToArray();
        }
        return await Change(async unit =>
        {
            if (read.Count == 0)
                throw Rule.Invalid("file", "Choose a file first.");
            var source = new ImportSource(ImportKind.Named(Kind), read.First().Key, read.ToDictionary(f => f.Key, f => (Func<Stream>)(() => new MemoryStream(f.Value))),
                string.IsNullOrWhiteSpace(Map) ? null : MapFile.Read(Map));
            return await ImportDesk.Plan(unit, source, read);
        }, id => $"/imports/{id}", OnGetAsync);
    }
}
