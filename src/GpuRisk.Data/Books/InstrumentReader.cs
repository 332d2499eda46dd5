using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Books;

/// <summary>Reads the table of instruments.</summary>
internal sealed class InstrumentReader
{
    private readonly Table table;
    private readonly DateTimeOffset? asOf;
    private readonly InstrumentTable instruments;
    private readonly int name, kind, underlying, expiry, strike, right, multiplier, reference;

    private InstrumentReader(Table table, int[] at, DateTimeOffset? asOf, InstrumentTable instruments)
    {
        this.table = table;
        this.asOf = asOf;
        this.instruments = instruments;
        (name, kind, underlying, expiry) = (at[0], at[1], at[2], at[3]);
        (strike, right, multiplier, reference) = (at[4], at[5], at[6], at[7]);
    }

    /// <param name="asOf">Null where it is not known: nothing is then found to have expired.</param>
    public static InstrumentTable Read(BookFolder folder, DateTimeOffset? asOf, FileProblems problems)
    {
        InstrumentTable instruments = new(folder.Instruments);
        using Table? table = TableFile.Open(folder.PathOf(folder.Instruments), problems);
        if (table is null || TableColumns.Locate(table, BookFiles.InstrumentColumns) is not { } at)
            return instruments;
        instruments.HasEveryName = true;
        InstrumentReader reader = new(table, at, asOf, instruments);
        while (table.Read())
            reader.ReadRow();
        instruments.HasEveryName &= !table.HasLostRows;
        return instruments;
    }

    private void ReadRow()
    {
        bool named = table.TryName(name, "instrument", out string text);
        instruments.HasEveryName &= named;
        bool known = named && !instruments.Names.TryAdd(text, instruments.Rows.Count);
        if (known)
            table.Report(name, $"instrument {Excerpt.Of(text)} appears twice; one row an instrument is expected");
        bool sorted = table.TryWord(kind, "kind", InstrumentKinds.Words, out InstrumentKind sort);
        bool placed = table.TryName(underlying, "underlying", out string asset);
        Instrument? instrument = sorted ? ReadTerms(sort, text, asset) : null;
        instruments.Rows.Add(named && !known && placed ? instrument : null);
        instruments.Places.Add(new InstrumentPlace(
            table.Line, table.ColumnOf(name), table.ColumnOf(underlying), table.ColumnOf(expiry)));
    }

    /// <summary>The instrument of one row; null where a term is wrong.</summary>
    private Instrument? ReadTerms(InstrumentKind sort, string text, string asset)
    {
        bool sized = TryOptionalPositive(multiplier, "multiplier", out double? size);
        bool dated = TryExpiry(sort, out DateTimeOffset end);
        bool referenced = TryReference(sort, out double? settled);
        bool struck = TryStrikeAndRight(sort, out double price, out OptionRight side);
        if (!sized || !dated || !referenced || !struck)
            return null;
        Settlement settlement = InstrumentKinds.SettlementOf(sort);
        double scale = size ?? 1;
        if (sort == InstrumentKind.Spot)
            return new Spot(text, asset, scale);
        if (InstrumentKinds.IsOption(sort))
            return new Option(text, asset, end, price, side, settlement, scale);
        return InstrumentKinds.IsFuture(sort)
            ? new Future(text, asset, end, settlement, settled, scale)
            : new Perpetual(text, asset, settlement, settled, scale);
    }

    private bool TryExpiry(InstrumentKind sort, out DateTimeOffset end)
    {
        end = default;
        if (!InstrumentKinds.HasExpiry(sort))
        {
            table.RequireEmpty(expiry, "expiry", InstrumentKinds.Words.Word(sort));
            return true;
        }

        if (!table.TryInstant(expiry, "expiry", out end))
            return false;
        if (asOf is not { } now || end > now)
            return true;
        table.Report(expiry, $"the instrument expired at {Instant.Format(end)}; an expiry after the as-of instant {Instant.Format(now)} is expected");
        return false;
    }

    private bool TryStrikeAndRight(InstrumentKind sort, out double price, out OptionRight side)
    {
        if (InstrumentKinds.IsOption(sort))
        {
            bool priced = table.TryPositive(strike, "strike", out price);
            return table.TryWord(right, "right", InstrumentKinds.Rights, out side) && priced;
        }

        (price, side) = (default, default);
        table.RequireEmpty(strike, "strike", InstrumentKinds.Words.Word(sort));
        table.RequireEmpty(right, "right", InstrumentKinds.Words.Word(sort));
        return true;
    }

    private bool TryReference(InstrumentKind sort, out double? settled)
    {
        if (InstrumentKinds.HasReference(sort))
            return TryOptionalPositive(reference, "reference", out settled);
        settled = null;
        table.RequireEmpty(reference, "reference", InstrumentKinds.Words.Word(sort));
        return true;
    }

    private bool TryOptionalPositive(int field, string what, out double? number)
    {
        number = null;
        if (table.IsEmpty(field))
            return true;
        bool positive = table.TryPositive(field, what, out double value);
        number = positive ? value : null;
        return positive;
    }
}
