using GpuRisk.Data.Books;
using GpuRisk.Data.Samples;
using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Deribit;

/// <summary>What is made here, a book's reader accepts as it stands.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_default_sample_survives_its_files_which_are_small()
    {
        Book book = SampleBook.Make(SampleSize.Default);
        Book read = WriteAndRead(book);
        Assert.Equal(CanonicalBook.Hash(book), CanonicalBook.Hash(read));
        Assert.InRange(Directory.GetFiles(folder["book"]).Sum(f => new FileInfo(f).Length), 50_000, 400_000);
    }

    [Fact]
    public void A_larger_sample_survives_its_files()
    {
        Book book = SampleBook.Make(new SampleSize(200, 2_000, 60, 40, 5));
        Assert.Equal(CanonicalBook.Hash(book), CanonicalBook.Hash(WriteAndRead(book)));
    }

    [Fact]
    public void An_imported_book_survives_its_files()
    {
        string chain = folder.Write("chain.csv", ChainText.File(ChainText.Row(), ChainText.Put("70000"), ChainText.Put("82500.5")));
        string spot = folder.Write("spot.csv", "date,value\n2026-01-01,90000\n2026-01-02,91000\n2026-01-03,91000.25\n");
        (Book book, _) = DeribitImport.Read(new DeribitSources
        {
            ChainFile = chain,
            Histories = [new HistorySource(new FactorId(FactorKind.Spot, "BTC"), spot)],
            Accounts = 12,
        });
        Assert.Equal(CanonicalBook.Hash(book), CanonicalBook.Hash(WriteAndRead(book)));
    }

    public void Dispose() => folder.Dispose();

    private Book WriteAndRead(Book book)
    {
        BookWriter.Write(book, folder["book"]);
        return BookReader.Read(folder["book"]);
    }
}
