using System.Text;
using System.Text.Unicode;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Columnar;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>
/// Takes positions from an Arrow file as they lie there, without reading them row by row: accounts and instruments as dictionaries, quantities
/// as float64, the rows of an account together. A table of one batch is used in place, and its file stays mapped as long as the book lives.
/// </summary>
internal sealed class ArrowPositions
{
    private readonly InstrumentTable instruments;
    private readonly PositionColumns columns;

    private ArrowPositions(InstrumentTable instruments, PositionColumns columns)
    {
        this.instruments = instruments;
        this.columns = columns;
    }

    /// <returns>Null where anything about the table is not so: it is then to be read row by row, which tells what.</returns>
    public static PositionTable? TryTake(ArrowTable table, int[] at, InstrumentTable instruments)
    {
        IReadOnlyList<Field> fields = table.Reader.Schema.FieldsList;
        if (!IsDictionary(fields[at[0]]) || !IsDictionary(fields[at[1]]) || fields[at[2]].DataType is not DoubleType)
            return null;
        try
        {
            return PositionColumns.Of(table.Reader, at) is { } columns ? new ArrowPositions(instruments, columns).TryTake(table) : null;
        }
        catch (InvalidArrowException)
        {
            return null;
        }
    }

    private static bool IsDictionary(Field field) => field.DataType is DictionaryType { ValueType: StringType or LargeStringType };

    private PositionTable? TryTake(ArrowTable table)
    {
        AccountRuns runs = AccountRuns.Of(columns.Account.Span);
        int[]? numbers = InstrumentNumbers();
        ReadOnlyMemory<int> held = numbers is null ? columns.Instrument : Translated(columns.Instrument.Span, numbers);
        string[]? accounts = null;
        bool within = false, once = false;
        // Three looks at different columns, none of which waits for another.
        Parallel.Invoke(
            () => accounts = runs.Names(AccountName),
            () => within = QuantityScan.AreWithin(columns.Quantity.Span, PositionReader.LargestQuantity),
            () => once = HoldEachOnce(runs, held));
        if (accounts is null || !within || !once)
            return null;
        return new PositionTable(accounts, runs.RowStart, held, columns.Quantity, columns.IsInPlace ? table.Release() : null);
    }

    private bool HoldEachOnce(AccountRuns runs, ReadOnlyMemory<int> held)
    {
        int parts = Math.Clamp(Environment.ProcessorCount, 1, runs.Count);
        int PartStart(int part) => (int)((long)runs.Count * part / parts);
        int failed = 0;
        Parallel.For(0, parts, part =>
        {
            if (!runs.HoldEachOnce(held.Span, PartStart(part), PartStart(part + 1), instruments.Rows.Count))
                Interlocked.Exchange(ref failed, 1);
        });
        return failed == 0;
    }

    /// <summary>Of each row of the dictionary the number of its instrument, -1 for none; null where the two are the same.</summary>
    private int[]? InstrumentNumbers()
    {
        int[] found = new int[columns.InstrumentNames.Length];
        bool same = found.Length <= instruments.Rows.Count;
        for (int index = 0; index < found.Length; index++)
        {
            found[index] = instruments.Names.TryFind(columns.InstrumentNames.GetBytes(index), out int number) ? number : -1;
            same &= found[index] == index;
        }

        return same ? null : found;
    }

    private static int[] Translated(ReadOnlySpan<int> indices, int[] numbers)
    {
        int[] held = new int[indices.Length];
        for (int row = 0; row < held.Length; row++)
            held[row] = (uint)indices[row] < (uint)numbers.Length ? numbers[indices[row]] : -1;
        return held;
    }

    private string? AccountName(int index)
    {
        if ((uint)index >= (uint)columns.AccountNames.Length)
            return null;
        ReadOnlySpan<byte> utf8 = columns.AccountNames.GetBytes(index);
        if (!Utf8.IsValid(utf8))
            return null;
        string name = Encoding.UTF8.GetString(utf8);
        return TableName.IsValid(name) ? name : null;
    }
}
