using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Inward.Server.House;

/// <summary>Styles, script and icons, squeezed with Brotli when somebody first asks for them, and kept: a quarter of the bytes for every page.</summary>
public static class Assets
{
    private const string Squeezed = ".br";
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void UseAssets(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            var path = http.Request.Path.Value!;
            if (Path.GetExtension(path) is ".css" or ".js" or ".svg" && TakesBrotli(http.Request) && app.Environment.WebRootFileProvider.GetFileInfo(path).Exists)
                http.Request.Path = path + Squeezed;
            return next(http);
        });
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[Squeezed] = "application/octet-stream";
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new Folder(app.Environment.WebRootFileProvider), ContentTypeProvider = types, OnPrepareResponse = Prepare });
    }

    /// <summary>The folder of styles, script and icons: beside the program when published, in the source when not.</summary>
    public static string WebRoot()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(beside))
            return beside;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "Inward.Server", "wwwroot");
            if (Directory.Exists(source))
                return source;
        }
        return beside;
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = "public, max-age=300";
        headers.Vary = "Accept-Encoding";
        if (!file.File.Name.EndsWith(Squeezed, StringComparison.Ordinal))
            return;
        headers.ContentEncoding = "br";
        headers.ContentType = Types.TryGetContentType(file.File.Name[..^Squeezed.Length], out var type) ? type : "application/octet-stream";
    }

    /// <summary>The files of a folder, and each of them once more under its name and .br.</summary>
    private sealed class Folder(IFileProvider files) : IFileProvider
    {
        private readonly ConcurrentDictionary<(string Path, DateTimeOffset Changed), IFileInfo> squeezed = new();

        public IFileInfo GetFileInfo(string subpath)
        {
            if (!subpath.EndsWith(Squeezed, StringComparison.Ordinal) || files.GetFileInfo(subpath[..^Squeezed.Length]) is not { Exists: true, IsDirectory: false } file)
                return files.GetFileInfo(subpath);
            return squeezed.GetOrAdd((subpath, file.LastModified), _ => new SqueezedFile(file));
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

        public IChangeToken Watch(string filter) => files.Watch(filter);
    }

    private sealed class SqueezedFile : IFileInfo
    {
        private readonly byte[] bytes;

        public SqueezedFile(IFileInfo file)
        {
            (Name, LastModified) = (file.Name + Squeezed, file.LastModified);
            using var kept = new MemoryStream();
            using (var plain = file.CreateReadStream())
            using (var brotli = new BrotliStream(kept, CompressionLevel.SmallestSize))
                (file.Name.EndsWith(".svg", StringComparison.Ordinal) ? plain : Spare(plain)).CopyTo(brotli);
            bytes = kept.ToArray();
        }

        // Indents and lines of comment are for whoever writes them. No text in our styles and script spans lines.
        private static MemoryStream Spare(Stream plain) =>
            new(Encoding.UTF8.GetBytes(string.Join('\n', new StreamReader(plain).ReadToEnd().Split('\n').Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !(line.StartsWith("/*", StringComparison.Ordinal) && line.EndsWith("*/", StringComparison.Ordinal))))));

        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name { get; }

        public DateTimeOffset LastModified { get; }

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
