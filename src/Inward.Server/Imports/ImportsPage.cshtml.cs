using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Relationships;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.Imports;

/// <summary>Files that were brought in, and the form that brings another.</summary>
[RequestSizeLimit(Import.LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = Import.LargestUpload)]
public sealed class ImportsPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = ImportKind.People.Name;

    [BindProperty]
    public string? Map { get; set; }

    public IReadOnlyList<Import> Imports { get; private set; } = [];

    // Whoever may not is told before a file is read.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Import.CheckKeeper(Me.Administrator);

    public bool MailLogs { get; private set; }

    public Task OnGetAsync() => Read(async session =>
    {
        MailLogs = await MailContacts.AreOn(session, Me.Workspace);
        Imports = await session.Imports(Me);
        return true;
    });

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        var sent = new List<(string, byte[])>();
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            sent.Add((Path.GetFileName(file.FileName), await ImportSource.Read(stream, file.Length, HttpContext.RequestAborted)));
        }
        var fields = await Read(session => session.CompanyFields(Me.Workspace));
        return await Change(unit => ImportDesk.Plan(unit, Me, ImportSource.Sent(Kind, sent, Map, fields)), import => $"/imports/{import.Id}", OnGetAsync);
    }
}
