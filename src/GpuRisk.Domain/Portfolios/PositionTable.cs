namespace GpuRisk.Domain.Portfolios;

/// <summary>
/// Positions as a sparse matrix (CSR): account a holds entries RowStart[a] to RowStart[a + 1] - 1, in the order of the
/// book. Quantities are signed: positive is long.
/// </summary>
public sealed class PositionTable
{
    public PositionTable(IReadOnlyList<string> accounts, int[] rowStart, int[] instrument, double[] quantity)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(rowStart);
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(quantity);
        if (rowStart.Length != accounts.Count + 1 || rowStart[^1] != instrument.Length || quantity.Length != instrument.Length)
            throw new ArgumentException("Row starts, instruments and quantities do not describe one matrix.", nameof(rowStart));
        Accounts = accounts;
        RowStart = rowStart;
        Instrument = instrument;
        Quantity = quantity;
    }

    public IReadOnlyList<string> Accounts { get; }

    public ReadOnlyMemory<int> RowStart { get; }

    /// <summary>Index into the book's instruments.</summary>
    public ReadOnlyMemory<int> Instrument { get; }

    public ReadOnlyMemory<double> Quantity { get; }

    public int Count => Instrument.Length;
}
