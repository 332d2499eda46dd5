using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results.Tables;

/// <summary><c>greeks.arrow</c>: one row an account and underlying; <c>instruments.arrow</c>: one row an instrument.</summary>
internal static class GreeksTable
{
    private static readonly (string Name, Func<Greeks, double> Of)[] Figures =
    [
        ("delta", g => g.Delta), ("gamma", g => g.Gamma), ("vega", g => g.Vega), ("theta", g => g.Theta), ("deltaCash", g => g.DeltaCash),
        ("gammaCash", g => g.GammaCash), ("rho", g => g.Rho), ("carryRho", g => g.CarryRho), ("vanna", g => g.Vanna), ("volga", g => g.Volga),
    ];

    public static void WriteAccounts(IReadOnlyList<AccountGreeks> rows, string path)
    {
        // The dictionaries stand before the first row: a first pass finds them.
        NameDictionary accounts = new(), underlyings = new();
        foreach (AccountGreeks row in rows)
        {
            accounts.IndexOf(row.Account);
            underlyings.IndexOf(row.Underlying);
        }
        NameColumn account = new("account", accounts.Names), underlying = new("underlying", underlyings.Names);
        FigureColumn[] figures = Columns();
        using TableWriter table = new(path, "greeks", [account, underlying, .. figures]);
        foreach (AccountGreeks row in rows)
        {
            account.Append(accounts.IndexOf(row.Account));
            underlying.Append(underlyings.IndexOf(row.Underlying));
            Append(figures, row.Greeks);
            table.EndRow();
        }
        table.Complete();
    }

    public static void WriteInstruments(IReadOnlyList<InstrumentGreeks> rows, string path)
    {
        NameDictionary underlyings = new();
        foreach (InstrumentGreeks row in rows)
            underlyings.IndexOf(row.Underlying);
        NameColumn instrument = new("instrument", rows.Select(row => row.Instrument)), underlying = new("underlying", underlyings.Names);
        FigureColumn value = new("value");
        FigureColumn[] figures = Columns();
        using TableWriter table = new(path, "instruments", [instrument, underlying, value, .. figures]);
        for (int i = 0; i < rows.Count; i++)
        {
            instrument.Append(i);
            underlying.Append(underlyings.IndexOf(rows[i].Underlying));
            value.Append(rows[i].Value);
            Append(figures, rows[i].Greeks);
            table.EndRow();
        }
        table.Complete();
    }

    private static FigureColumn[] Columns() => [.. Figures.Select(figure => new FigureColumn(figure.Name))];

    private static void Append(FigureColumn[] columns, in Greeks greeks)
    {
        for (int i = 0; i < columns.Length; i++)
            columns[i].Append(Figures[i].Of(greeks));
    }
}
