using GpuRisk.Data.Samples;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The synthetic book of the stage suites.</summary>
internal static class StageBook
{
    public const int Instruments = 2000;
    public const int Accounts = 1000;
    public const int Underlyings = 8;
    public const int HistoryDays = 750;
    public const int Scenarios = 10_000;

    public static Book Make()
    {
        Book book = SampleBook.Make(new SampleSize(Accounts, Instruments, HistoryDays, Underlyings, Seed: 1));
        return book.WithSettings(book.Settings with { Simulation = book.Settings.Simulation with { Scenarios = Scenarios } });
    }
}
