using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Data.Columnar;

namespace GpuRisk.Data.Books;

/// <summary>The columns of a table of positions in Arrow, none of which has a null, with the dictionaries that their indices point into.</summary>
/// <param name="IsInPlace">Whether a column is the file's own memory: the file must then stay open.</param>
internal sealed record PositionColumns(
    ReadOnlyMemory<int> Account, ReadOnlyMemory<int> Instrument, ReadOnlyMemory<double> Quantity,
    VariableBinaryArray AccountNames, VariableBinaryArray InstrumentNames, bool IsInPlace)
{
    /// <param name="at">Of account, instrument and quantity, the column.</param>
    /// <returns>Null where the table has no row or a null, or where its batches have different dictionaries.</returns>
    /// <exception cref="InvalidArrowException">A batch is damaged.</exception>
    public static PositionColumns? Of(ArrowFileReader reader, int[] at)
    {
        if (reader.RecordBatchCount() == 0)
            return null;
        PositionColumns? first = OfBatch(reader.ReadRecordBatch(0), at);
        return first is null || reader.RecordBatchCount() == 1 ? first : Joined(first, reader, at);
    }

    private static PositionColumns? OfBatch(RecordBatch batch, int[] at)
    {
        if (batch.Length == 0 || at.Any(column => batch.Column(column).NullCount > 0))
            return null;
        DictionaryArray account = (DictionaryArray)batch.Column(at[0]), instrument = (DictionaryArray)batch.Column(at[1]);
        return new PositionColumns(
            DictionaryIndices.Of(account), DictionaryIndices.Of(instrument), ((DoubleArray)batch.Column(at[2])).Memory,
            (VariableBinaryArray)account.Dictionary, (VariableBinaryArray)instrument.Dictionary, IsInPlace: true);
    }

    /// <summary>All batches one after the other, copied.</summary>
    private static PositionColumns? Joined(PositionColumns first, ArrowFileReader reader, int[] at)
    {
        List<int> account = [], instrument = [];
        List<double> quantity = [];
        for (int index = 0; index < reader.RecordBatchCount(); index++)
        {
            if (OfBatch(reader.ReadRecordBatch(index), at) is not { } next || !first.HasDictionariesOf(next)
                || (long)account.Count + next.Account.Length > System.Array.MaxLength)
            {
                return null;
            }

            account.AddRange(next.Account.Span);
            instrument.AddRange(next.Instrument.Span);
            quantity.AddRange(next.Quantity.Span);
        }

        return first with { Account = account.ToArray(), Instrument = instrument.ToArray(), Quantity = quantity.ToArray(), IsInPlace = false };
    }

    private bool HasDictionariesOf(PositionColumns other) =>
        ReferenceEquals(AccountNames.Data, other.AccountNames.Data) && ReferenceEquals(InstrumentNames.Data, other.InstrumentNames.Data);
}
