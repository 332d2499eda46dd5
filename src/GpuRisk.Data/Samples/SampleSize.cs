using System.Globalization;

namespace GpuRisk.Data.Samples;

/// <summary>How large a synthetic book is, and the seed that decides everything in it.</summary>
/// <param name="Accounts">1 to 10,000,000.</param>
/// <param name="Instruments">At least ten an underlying (a chain needs both sides of a few strikes), at most 1,000,000.</param>
/// <param name="HistoryDays">30 to 20,000 consecutive days, the last of them the as-of date.</param>
/// <param name="Underlyings">1 to 1,000: BTC, ETH, SOL, then made-up names from AAA on.</param>
public readonly record struct SampleSize(int Accounts, int Instruments, int HistoryDays, int Underlyings, ulong Seed)
{
    internal const int InstrumentsAnUnderlying = 10;

    /// <summary>The book that ships as the example.</summary>
    public static SampleSize Default { get; } = new(Accounts: 60, Instruments: 250, HistoryDays: 750, Underlyings: 3, Seed: 1);

    /// <summary>Everything that is out of range, as sentences; empty where the size can be made.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            List<string> found = [];
            Check(found, "accounts", Accounts, 1, 10_000_000);
            Check(found, "underlyings", Underlyings, 1, 1_000);
            Check(found, "history days", HistoryDays, 30, 20_000);
            Check(found, "instruments", Instruments, InstrumentsAnUnderlying * Math.Clamp(Underlyings, 1, 1_000), 1_000_000);
            return found;
        }
    }

    private static void Check(List<string> found, string name, int value, int least, int most)
    {
        if (value < least || value > most)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{value} {name}: expected {least} to {most}."));
    }
}
