using GpuRisk.Data.Books;
using GpuRisk.Data.Conversion;

namespace GpuRisk.Benchmarks.Loads;

/// <summary>The book in both formats, made where it is not there yet.</summary>
internal sealed record LoadFiles(string Csv, string Arrow)
{
    public static LoadFiles Make(string folder, int rows, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        LoadFiles files = new(Named(folder, "csv", rows), Named(folder, "arrow", rows));
        if (!Directory.Exists(files.Csv))
            BookWriter.Write(LoadBook.Make(rows), files.Csv);
        if (!Directory.Exists(files.Arrow))
            BookConversion.ConvertBook(files.Csv, files.Arrow, TableFormat.Arrow, cancellation);
        return files;
    }

    public static long BytesOf(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private static string Named(string folder, string format, int rows) => Path.Combine(folder, FormattableString.Invariant($"{format}-{rows}"));
}
