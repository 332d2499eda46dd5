using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results.Tables;

/// <summary><c>margin.arrow</c>: one row an account, in the order of the book.</summary>
internal static class MarginTable
{
    public static void Write(IReadOnlyList<AccountRisk> accounts, string path)
    {
        NameColumn name = new("account", accounts.Select(account => account.Account));
        FigureColumn margin = new("margin"), baseEs = new("baseEs"), modelRisk = new("modelRisk"), collateral = new("collateral"), excess = new("excess");
        using TableWriter table = new(path, "margin", name, margin, baseEs, modelRisk, collateral, excess);
        for (int i = 0; i < accounts.Count; i++)
        {
            AccountRisk account = accounts[i];
            name.Append(i);
            margin.Append(account.Margin);
            baseEs.Append(account.BaseEs);
            modelRisk.Append(account.ModelRisk);
            collateral.Append(account.Collateral ?? double.NaN);
            excess.Append(account.Excess ?? double.NaN);
            table.EndRow();
        }

        table.Complete();
    }
}
