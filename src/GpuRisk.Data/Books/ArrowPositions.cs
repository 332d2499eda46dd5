using System.Text;
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
    private readonly int account, instrument, quantity;
    private readonly AccountRuns runs;
    private VariableBinaryArray? accountNames;
    private ArrayData? instrumentNames;
    private int[]? numbers;

    private ArrowPositions(int[] at, InstrumentTable instruments)
    {
        this.instruments = instruments;
        (account, instrument, quantity) = (at[0], at[1], at[2]);
        runs = new AccountRuns(instruments.Rows.Count, AccountName);
    }

    /// <returns>Null where anything about the table is not so: it is then to be read row by row, which tells what.</returns>
    public static PositionTable? TryTake(ArrowTable table, int[] at, InstrumentTable instruments)
    {
        IReadOnlyList<Field> fields = table.Reader.Schema.FieldsList;
        if (!IsDictionary(fields[at[0]]) || !IsDictionary(fields[at[1]]) || fields[at[2]].DataType is not DoubleType)
            return null;
        try
        {
            ArrowPositions positions = new(at, instruments);
            return table.Reader.RecordBatchCount == 1 ? positions.InPlace(table) : positions.Copied(table);
        }
        catch (InvalidArrowException)
        {
            return null;
        }
    }

    private static bool IsDictionary(Field field) => field.DataType is DictionaryType { ValueType: StringType or LargeStringType };

    private PositionTable? InPlace(ArrowTable table)
    {
        RecordBatch batch = table.Reader.ReadRecordBatch(0);
        if (!TryOpen(batch))
            return null;
        ReadOnlyMemory<int> held = DictionaryIndices.Of((DictionaryArray)batch.Column(instrument));
        if (numbers is not null)
            held = Translated(held.Span, numbers);
        ReadOnlyMemory<double> amounts = ((DoubleArray)batch.Column(quantity)).Memory;
        if (!TryAdd(batch, held.Span, amounts.Span))
            return null;
        return new PositionTable(runs.Accounts, runs.RowStarts(), held, amounts, table.Release());
    }

    private PositionTable? Copied(ArrowTable table)
    {
        List<int> held = [];
        List<double> amounts = [];
        for (int index = 0; index < table.Reader.RecordBatchCount; index++)
        {
            RecordBatch batch = table.Reader.ReadRecordBatch(index);
            if (!TryOpen(batch) || (long)held.Count + batch.Length > System.Array.MaxLength)
                return null;
            ReadOnlySpan<int> indices = DictionaryIndices.Of((DictionaryArray)batch.Column(instrument)).Span;
            ReadOnlySpan<int> own = numbers is null ? indices : Translated(indices, numbers);
            ReadOnlySpan<double> quantities = ((DoubleArray)batch.Column(quantity)).Values;
            if (!TryAdd(batch, own, quantities))
                return null;
            held.AddRange(own);
            amounts.AddRange(quantities);
        }

        return held.Count == 0 ? null : new PositionTable(runs.Accounts, runs.RowStarts(), [.. held], [.. amounts]);
    }

    private bool TryAdd(RecordBatch batch, ReadOnlySpan<int> held, ReadOnlySpan<double> amounts) =>
        QuantityScan.AreWithin(amounts, PositionReader.LargestQuantity)
        && runs.TryAdd(DictionaryIndices.Of((DictionaryArray)batch.Column(account)).Span, held);

    /// <summary>Whether the batch has no nulls and, after the first, the same dictionaries as the first.</summary>
    private bool TryOpen(RecordBatch batch)
    {
        if (batch.Column(account).NullCount + (long)batch.Column(instrument).NullCount + batch.Column(quantity).NullCount > 0)
            return false;
        DictionaryArray owners = (DictionaryArray)batch.Column(account), contracts = (DictionaryArray)batch.Column(instrument);
        if (accountNames is not null)
            return ReferenceEquals(accountNames.Data, owners.Data.Dictionary) && ReferenceEquals(instrumentNames, contracts.Data.Dictionary);
        accountNames = (VariableBinaryArray)owners.Dictionary;
        instrumentNames = contracts.Data.Dictionary;
        numbers = NumbersOf((VariableBinaryArray)contracts.Dictionary);
        return batch.Length > 0;
    }

    /// <summary>Of each row of the dictionary the number of its instrument, -1 for none; null where the two are the same.</summary>
    private int[]? NumbersOf(VariableBinaryArray names)
    {
        int[] found = new int[names.Length];
        bool same = names.Length <= instruments.Rows.Count;
        for (int index = 0; index < found.Length; index++)
        {
            found[index] = instruments.Names.TryFind(names.GetBytes(index), out int number) ? number : -1;
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
        if ((uint)index >= (uint)accountNames!.Length)
            return null;
        ReadOnlySpan<byte> utf8 = accountNames.GetBytes(index);
        if (!System.Text.Unicode.Utf8.IsValid(utf8))
            return null;
        string name = Encoding.UTF8.GetString(utf8);
        return TableName.IsValid(name) ? name : null;
    }
}
