using GpuRisk.Data.Input;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>What <c>book.json</c> says. Null is what it does not say, or says wrongly; the problem is then on the list.</summary>
internal sealed record BookHeader(string? Name, DateTimeOffset? AsOf, string? Currency, BookSettings Settings)
{
    public static BookHeader Read(string folder, FileProblems problems)
    {
        JsonPlaced? root = JsonTreeReader.Read(Path.Combine(folder, BookFiles.Settings), problems);
        if (root is null)
            return new BookHeader(null, null, null, new BookSettings());
        JsonObjectReader json = new(root, problems);
        BookHeader header = new(
            json.Name("name"), json.Instant("asOf", required: true), json.Name("currency"), BookSettingsReader.ReadSections(json));
        json.RejectUnknown();
        return header;
    }
}
