using GpuRisk.Benchmarks.Jobs;
using GpuRisk.Data.Samples;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Benchmarks.Loads;

/// <summary>A book with any number of positions and little else: what takes time to load is the positions.</summary>
internal static class LoadBook
{
    public const int PositionsAnAccount = 100;

    private const int Instruments = 1_000;

    /// <summary>Prime to the number of instruments, so that an account holds none twice.</summary>
    private const int Step = 7;

    public static Book Make(int rows)
    {
        Book small = SampleBook.Make(new SampleSize(Accounts: 1, Instruments, HistoryDays: 60, Underlyings: 3, Seed: 1));
        int count = (rows + PositionsAnAccount - 1) / PositionsAnAccount;
        string[] accounts = [.. Enumerable.Range(1, count).Select(number => FormattableString.Invariant($"account-{number:D7}"))];
        int[] rowStart = [.. Enumerable.Range(0, count).Select(account => account * PositionsAnAccount), rows];
        int[] instrument = new int[rows];
        double[] quantity = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            ulong account = (ulong)(row / PositionsAnAccount);
            ulong first = JobHash.Bits(31, account) % Instruments;
            instrument[row] = (int)((first + (ulong)(row % PositionsAnAccount * Step)) % (ulong)small.Instruments.Count);
            // Six digits, of which three are decimals.
            quantity[row] = ((long)(JobHash.Bits(32, (ulong)row) % 1_999_999) - 999_999) / 1000.0;
        }

        return new Book
        {
            Name = "load",
            Currency = small.Currency,
            Instruments = small.Instruments,
            Positions = new PositionTable(accounts, rowStart, instrument, quantity),
            Market = small.Market,
            History = small.History,
            Settings = small.Settings,
        };
    }
}
