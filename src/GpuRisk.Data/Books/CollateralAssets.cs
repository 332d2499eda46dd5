using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Books;

/// <summary>What may be held as collateral: the book's currency, worth 1, and every underlying that has a spot.</summary>
/// <param name="currency">Null where it could not be read: any asset may then be it.</param>
internal sealed class CollateralAssets(string? currency, MarketTable market, InstrumentTable instruments)
{
    private readonly HashSet<string> underlyings =
        new(instruments.Rows.OfType<Instrument>().Select(instrument => instrument.Underlying), StringComparer.Ordinal);

    public string Expectation { get; } =
        $"the book's currency{(currency is null ? "" : $" {Input.Excerpt.Of(currency)}")} or an underlying with a spot in {market.File} is expected";

    public bool MayBeCurrency(string asset) => currency is null || asset == currency;

    /// <summary>False where the asset is none of them. The missing spot of an instrument's underlying is reported there, not here.</summary>
    public bool MayBe(string asset) =>
        MayBeCurrency(asset) || !market.HasEveryKey || market.Spots.ContainsKey(asset) || underlyings.Contains(asset);

    /// <summary>Of one unit, in the book's currency; NaN where it is not known.</summary>
    public double Worth(string asset) =>
        asset == currency ? 1 : market.Spots.TryGetValue(asset, out double spot) ? spot : double.NaN;
}
