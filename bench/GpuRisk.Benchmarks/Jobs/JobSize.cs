using System.Globalization;
using GpuRisk.Simulation;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>How large a reference job is, and what is known of it.</summary>
/// <param name="Reference">Figures that independent programs agree on; null for a size of the user's own.</param>
/// <param name="Repeats">How often it runs unless told otherwise.</param>
/// <param name="MemoryBytes">Budget of the buffers unless told otherwise.</param>
/// <param name="OneBook">One account that holds one of each instrument, instead of accounts of 50 positions.</param>
internal sealed record JobSize(
    string Name, int Instruments, int Scenarios, int Accounts, JobFigures? Reference, int Repeats, long MemoryBytes, bool OneBook = false)
{
    private const int MostInstruments = 1_000_000;
    private const int MostScenarios = 1_000_000;
    private const int MostAccounts = 1_000_000;

    /// <summary>What a job's name may be, for messages.</summary>
    public const string Expected = "a, b, c, small, or INSTRUMENTS,SCENARIOS,ACCOUNTS of at least 1 and at most 1000000 each";

    /// <summary>Check figures of the named sizes: computed in double precision by programs in three other languages, which agree to 1e-9; those of c by one.</summary>
    private static IReadOnlyList<JobSize> Named { get; } =
    [
        new("a", 2_000, 10_000, 1_000, new(2499936.32413, 2860783.61774, 3119.73841841, 3549.23040594), 5, PlanOptions.DefaultMemoryBytes),
        // The smallest budget whose blocks are long enough for the tail of the first to be bounded.
        new("b", 50_000, 10_000, 100_000, new(242989977.649, 278029692.145, 2763.05750867, 3256.20566197), 2, 1312L << 20),
        new("c", 1_000_000, 10_000, 1, new(1701771.799983, 2037814.764109, 1701771.799983, 2037814.764109), 2, PlanOptions.DefaultMemoryBytes, OneBook: true),
        new("small", 96, 1_280, 24, new(49782.1549564, 57243.8600413, double.NaN, double.NaN), 5, PlanOptions.DefaultMemoryBytes),
    ];

    /// <summary>Null where the text names no size.</summary>
    public static JobSize? Find(string text)
    {
        foreach (JobSize named in Named)
        {
            if (named.Name == text)
                return named;
        }
        string[] parts = text.Split(',');
        if (parts.Length != 3)
            return null;
        Span<int> sizes = stackalloc int[3];
        ReadOnlySpan<int> most = [MostInstruments, MostScenarios, MostAccounts];
        for (int i = 0; i < 3; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[i]) || sizes[i] < 1 || sizes[i] > most[i])
                return null;
        }
        return Of(text, sizes[0], sizes[1], sizes[2]);
    }

    private static JobSize Of(string text, int instruments, int scenarios, int accounts)
    {
        foreach (JobSize named in Named)
        {
            if (!named.OneBook && named.Instruments == instruments && named.Scenarios == scenarios && named.Accounts == accounts)
                return named with { Name = text };
        }
        return new JobSize(text, instruments, scenarios, accounts, null, 5, PlanOptions.DefaultMemoryBytes);
    }
}
