namespace GpuRisk.Domain.Portfolios;

/// <summary>
/// Positions as a sparse matrix (CSR): account a holds entries RowStart[a] to RowStart[a + 1] - 1, in the order of the
/// book. Quantities are signed: positive is long.
/// </summary>
/// <remarks>
/// The columns may be a file's own pages, used where they lie. <see cref="Dispose"/> lets go of the file, and no column may be used
/// afterwards; a table that was made from arrays has nothing to let go of.
/// </remarks>
public sealed class PositionTable : IDisposable
{
    private readonly IDisposable? owner;

    public PositionTable(IReadOnlyList<string> accounts, int[] rowStart, int[] instrument, double[] quantity)
        : this(
            accounts, rowStart, (instrument ?? throw new ArgumentNullException(nameof(instrument))).AsMemory(),
            (quantity ?? throw new ArgumentNullException(nameof(quantity))).AsMemory(), owner: null)
    {
    }

    /// <param name="instrument">What nobody changes as long as the table is in use; so with <paramref name="quantity"/>.</param>
    /// <param name="owner">What the columns belong to; disposed with the table. Null: the columns are managed arrays.</param>
    public PositionTable(
        IReadOnlyList<string> accounts, int[] rowStart, ReadOnlyMemory<int> instrument, ReadOnlyMemory<double> quantity, IDisposable? owner)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(rowStart);
        if (rowStart.Length != accounts.Count + 1 || rowStart[^1] != instrument.Length || quantity.Length != instrument.Length)
            throw new ArgumentException("Row starts, instruments and quantities do not describe one matrix.", nameof(rowStart));
        Accounts = accounts;
        RowStart = rowStart;
        Instrument = instrument;
        Quantity = quantity;
        this.owner = owner;
    }

    public IReadOnlyList<string> Accounts { get; }

    public ReadOnlyMemory<int> RowStart { get; }

    /// <summary>Index into the book's instruments.</summary>
    public ReadOnlyMemory<int> Instrument { get; }

    public ReadOnlyMemory<double> Quantity { get; }

    public int Count => Instrument.Length;

    public void Dispose() => owner?.Dispose();
}
