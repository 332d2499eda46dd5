namespace GpuRisk.Domain.Market;

/// <summary>The market at the as-of instant. Prices in the book's currency; volatilities and rates are annual fractions.</summary>
public sealed class MarketSnapshot
{
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Spot price of each underlying, positive.</summary>
    public required IReadOnlyDictionary<string, double> Spots { get; init; }

    /// <summary>Forward price of each underlying and expiry, positive.</summary>
    public required IReadOnlyDictionary<ForwardKey, double> Forwards { get; init; }

    /// <summary>Black-76 implied volatility of each option by instrument name, positive.</summary>
    public required IReadOnlyDictionary<string, double> Volatilities { get; init; }

    /// <summary>Continuously compounded rate of each currency, ACT/365; a currency without one discounts at zero.</summary>
    public required IReadOnlyDictionary<string, double> Rates { get; init; }
}

/// <summary>An underlying and the instant at which its forward is delivered.</summary>
public readonly record struct ForwardKey(string Underlying, DateTimeOffset Expiry);
