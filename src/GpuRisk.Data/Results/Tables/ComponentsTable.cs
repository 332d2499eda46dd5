using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results.Tables;

/// <summary><c>components.arrow</c>: one row a position.</summary>
internal static class ComponentsTable
{
    public static void Write(IReadOnlyList<AccountRisk> accounts, string path)
    {
        // The dictionaries stand before the first row: a first pass finds them.
        NameDictionary instruments = new(), underlyings = new();
        foreach (AccountRisk account in accounts)
        {
            foreach (EsComponent component in account.Components)
            {
                instruments.IndexOf(component.Instrument);
                underlyings.IndexOf(component.Underlying);
            }
        }

        NameColumn name = new("account", accounts.Select(account => account.Account));
        NameColumn instrument = new("instrument", instruments.Names), underlying = new("underlying", underlyings.Names);
        FigureColumn es = new("es");
        using TableWriter table = new(path, "components", name, instrument, underlying, es);
        for (int i = 0; i < accounts.Count; i++)
        {
            foreach (EsComponent component in accounts[i].Components)
            {
                name.Append(i);
                instrument.Append(instruments.IndexOf(component.Instrument));
                underlying.Append(underlyings.IndexOf(component.Underlying));
                es.Append(component.Es);
                table.EndRow();
            }
        }

        table.Complete();
    }
}
