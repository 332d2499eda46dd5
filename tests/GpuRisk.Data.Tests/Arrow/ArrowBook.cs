using GpuRisk.Data.Books;
using GpuRisk.Data.Conversion;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Arrow;

/// <summary>The small book with every table in Arrow.</summary>
internal sealed class ArrowBook : IDisposable
{
    private readonly TemporaryFolder place = new();

    public ArrowBook()
    {
        Directory.CreateDirectory(place.At("csv"));
        SmallBook.WriteWithCollateralTo(place.At("csv"));
        BookConversion.ConvertBook(place.At("csv"), Path, TableFormat.Arrow, CancellationToken.None);
    }

    public string Path => place.At("arrow");

    public string InCsv => place.At("csv");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What the book in CSV holds.</summary>
    public string InCsvDump => Dump(BookReader.Read(InCsv));

    /// <summary>One instant of the book is given with an offset in CSV; in Arrow it is the same instant in UTC.</summary>
    public static string Dump(Book book) => CanonicalBook.Dump(book).Replace("10:00:00 +02:00", "08:00:00 +00:00", StringComparison.Ordinal);

    public Book Read() => BookReader.Read(Path);

    /// <summary>The problems of the book, one a line.</summary>
    public string Problems() =>
        string.Join('\n', Assert.Throws<InvalidInputException>(() => BookReader.Read(Path)).Problems);

    public void Dispose() => place.Dispose();
}
