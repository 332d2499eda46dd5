using GpuRisk.Data.Columnar;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Reads the positions and sorts it by account. Made for tens of millions of rows: no allocation a row.</summary>
internal sealed class PositionReader
{
    /// <summary>No holding is larger; above it a double no longer counts single units.</summary>
    public const double LargestQuantity = 1e15;

    private readonly Table table;
    private readonly InstrumentTable instruments;
    private readonly int account, instrument, quantity;
    private readonly NameIndex accountNames = new();
    private readonly PositionRows rows = new();
    private readonly byte[] previousAccount = new byte[4 * TableName.LongestName];
    private int previousLength;
    private int previousNumber = -1;
    private bool hasEveryName = true;

    private PositionReader(Table table, int[] at, InstrumentTable instruments)
    {
        this.table = table;
        this.instruments = instruments;
        (account, instrument, quantity) = (at[0], at[1], at[2]);
    }

    /// <param name="hasEveryAccount">False where an account's name could not be read: one that is not here may then be that one.</param>
    /// <returns>Null where there is no table; the problem is then on the list.</returns>
    public static PositionTable? Read(BookFolder folder, InstrumentTable instruments, FileProblems problems, out bool hasEveryAccount)
    {
        hasEveryAccount = false;
        using Table? table = TableFile.Open(folder.PathOf(folder.Positions), problems);
        if (table is null || TableColumns.Locate(table, BookFiles.PositionColumns) is not { } at)
            return null;
        if (table is ArrowTable arrow && ArrowPositions.TryTake(arrow, at, instruments) is { } taken)
        {
            hasEveryAccount = true;
            return taken;
        }

        PositionReader reader = new(table, at, instruments);
        while (table.Read())
            reader.ReadRow();
        hasEveryAccount = reader.hasEveryName && !table.HasLostRows;
        return reader.rows.ToTable(instruments, table.LineWord, problems);
    }

    private void ReadRow()
    {
        bool owned = TryAccount(out int owner);
        bool known = TryInstrument(out int held);
        bool counted = TryQuantity(out double amount);
        if (owned && known && counted)
            rows.Add(owner, held, amount, table.Line);
    }

    private bool TryAccount(out int number)
    {
        ReadOnlySpan<byte> text = table.Field(account);
        number = previousNumber;
        if (number >= 0 && text.SequenceEqual(previousAccount.AsSpan(0, previousLength)))
            return true;
        if (!accountNames.TryFind(text, out number))
        {
            if (!table.TryName(account, "account", out string name))
            {
                hasEveryName = false;
                return false;
            }

            number = rows.Accounts.Count;
            accountNames.TryAdd(name, number);
            rows.Accounts.Add(name);
        }

        text.CopyTo(previousAccount);
        previousLength = text.Length;
        previousNumber = number;
        return true;
    }

    private bool TryInstrument(out int number)
    {
        ReadOnlySpan<byte> text = table.Field(instrument);
        if (instruments.Names.TryFind(text, out number))
            return true;
        if (text.IsEmpty)
            table.Report(instrument, "instrument is empty; the name of an instrument is expected");
        else if (instruments.HasEveryName)
            table.Report(instrument, $"instrument {Excerpt.Of(text)} is not in {instruments.File}; an instrument of that table is expected");
        return false;
    }

    private bool TryQuantity(out double amount)
    {
        if (!table.TryFinite(quantity, "quantity", out amount))
            return false;
        if (Math.Abs(amount) <= LargestQuantity)
            return true;
        table.Report(quantity, $"quantity {Excerpt.Of(table.Field(quantity))} is too large; a number between -1e15 and 1e15 is expected");
        return false;
    }
}
