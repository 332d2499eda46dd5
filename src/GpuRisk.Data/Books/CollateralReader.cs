using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Reads the collateral.</summary>
internal sealed class CollateralReader
{
    /// <summary>No holding is worth more, so that no sum of holdings overflows.</summary>
    private const double LargestValue = 1e300;

    private readonly Table table;
    private readonly BookFolder folder;
    private readonly IReadOnlyList<string>? accounts;
    private readonly CollateralAssets assets;
    private readonly HaircutTable? haircuts;
    private readonly int account, asset, quantity;
    private readonly NameIndex accountNumbers = new();
    private readonly NameIndex assetNumbers = new();
    private readonly List<string> assetNames = [];
    private readonly Dictionary<(int Account, int Asset), int> lines = [];
    private readonly List<CollateralHolding> holdings = [];

    private CollateralReader(
        Table table, int[] at, BookFolder folder, IReadOnlyList<string>? accounts, CollateralAssets assets, HaircutTable? haircuts)
    {
        this.table = table;
        this.folder = folder;
        this.accounts = accounts;
        this.assets = assets;
        this.haircuts = haircuts;
        (account, asset, quantity) = (at[0], at[1], at[2]);
        for (int number = 0; number < accounts?.Count; number++)
            accountNumbers.TryAdd(accounts[number], number);
    }

    /// <param name="accounts">Those of the positions; null where they are not all known: they are then not compared.</param>
    /// <param name="haircuts">Null where the book has none.</param>
    /// <returns>Null where the book has no such table, or a wrong one.</returns>
    public static IReadOnlyList<CollateralHolding>? Read(
        BookFolder folder, IReadOnlyList<string>? accounts, CollateralAssets assets, HaircutTable? haircuts, FileProblems problems)
    {
        if (!folder.Has(folder.Collateral))
            return null;
        using Table? table = TableFile.Open(folder.PathOf(folder.Collateral), problems);
        if (table is null || TableColumns.Locate(table, BookFiles.CollateralColumns) is not { } at)
            return null;
        CollateralReader reader = new(table, at, folder, accounts, assets, haircuts);
        while (table.Read())
            reader.ReadRow();
        return reader.holdings;
    }

    private void ReadRow()
    {
        bool owned = TryAccount(out int owner);
        bool known = TryAsset(out int held);
        bool counted = TryQuantity(known ? assets.Worth(assetNames[held]) : double.NaN, out double amount);
        if (!owned || !known)
            return;
        if (!lines.TryAdd((owner, held), table.Line))
            table.Report(account, $"account {Excerpt.Of(table.Field(account))} holds this asset in {table.LineWord} {lines[(owner, held)]} too; one row an account and asset is expected");
        else if (counted)
            holdings.Add(new CollateralHolding(accounts![owner], assetNames[held], amount));
    }

    private bool TryAccount(out int number)
    {
        ReadOnlySpan<byte> text = table.Field(account);
        if (accountNumbers.TryFind(text, out number))
            return true;
        if (table.TryName(account, "account", out _) && accounts is not null)
            table.Report(account, $"account {Excerpt.Of(text)} is not in {folder.Positions}; an account of that table is expected (a row of quantity 0 makes one)");
        return false;
    }

    /// <summary>The haircut of an asset is asked for once, where the asset first stands.</summary>
    private bool TryAsset(out int number)
    {
        if (assetNumbers.TryFind(table.Field(asset), out number))
            return true;
        if (!table.TryName(asset, "asset", out string name))
            return false;
        if (!assets.MayBe(name))
        {
            table.Report(asset, $"asset {Excerpt.Of(name)} is unknown; {assets.Expectation}");
            return false;
        }

        if (!assets.MayBeCurrency(name) && haircuts is not { HasEveryAsset: false } && haircuts?.Has(name) != true)
            table.Report(asset, $"no haircut for asset {Excerpt.Of(name)} in {folder.Haircuts}; its tiers, from 0 on, are expected there");
        number = assetNames.Count;
        assetNames.Add(name);
        return assetNumbers.TryAdd(name, number);
    }

    private bool TryQuantity(double worth, out double amount)
    {
        if (!table.TryFinite(quantity, "quantity", out amount))
            return false;
        string? problem = amount < 0 ? "is negative; a quantity of collateral from 0"
            : amount > PositionReader.LargestQuantity ? "is too large; a number from 0 to 1e15"
            : amount * worth > LargestValue ? "is worth more than 1e300; a smaller quantity"
            : null;
        if (problem is null)
            return true;
        table.Report(quantity, $"quantity {Excerpt.Of(table.Field(quantity))} {problem} is expected");
        return false;
    }
}
