using GpuRisk.Data.Input;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Positions in the order of their file, to be sorted by account with the order within an account kept.</summary>
internal sealed class PositionRows
{
    private readonly List<int> account = [];
    private readonly List<int> instrument = [];
    private readonly List<double> quantity = [];
    private readonly List<int> line = [];

    /// <summary>In order of first appearance.</summary>
    public List<string> Accounts { get; } = [];

    public void Add(int owner, int held, double amount, int at)
    {
        account.Add(owner);
        instrument.Add(held);
        quantity.Add(amount);
        line.Add(at);
    }

    /// <summary>The sparse matrix; an instrument that an account holds twice is reported at its second row.</summary>
    public PositionTable ToTable(InstrumentTable instruments, string lineWord, FileProblems problems)
    {
        int[] rowStart = RowStarts();
        int[] next = rowStart[..^1];
        int[] held = new int[account.Count];
        double[] amount = new double[account.Count];
        int[] at = new int[account.Count];
        for (int row = 0; row < account.Count; row++)
        {
            int entry = next[account[row]]++;
            held[entry] = instrument[row];
            amount[entry] = quantity[row];
            at[entry] = line[row];
        }

        ReportDuplicates(rowStart, held, at, instruments, lineWord, problems);
        return new PositionTable(Accounts, rowStart, held, amount);
    }

    private int[] RowStarts()
    {
        int[] rowStart = new int[Accounts.Count + 1];
        foreach (int owner in account)
            rowStart[owner + 1]++;
        for (int owner = 0; owner < Accounts.Count; owner++)
            rowStart[owner + 1] += rowStart[owner];
        return rowStart;
    }

    private void ReportDuplicates(int[] rowStart, int[] held, int[] at, InstrumentTable instruments, string lineWord, FileProblems problems)
    {
        int[] holder = new int[instruments.Rows.Count];
        int[] firstLine = new int[instruments.Rows.Count];
        for (int owner = 0; owner < Accounts.Count; owner++)
        {
            for (int entry = rowStart[owner]; entry < rowStart[owner + 1]; entry++)
            {
                int number = held[entry];
                if (holder[number] == owner + 1)
                {
                    problems.Add(at[entry], 1, $"account {Excerpt.Of(Accounts[owner])} holds this instrument in {lineWord} {firstLine[number]} too; one row an account and instrument is expected");
                    continue;
                }

                holder[number] = owner + 1;
                firstLine[number] = at[entry];
            }
        }
    }
}
