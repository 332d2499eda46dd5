namespace GpuRisk.Data.Samples;

/// <summary>What the synthetic exchange lists on one underlying; instruments by their index in the book.</summary>
internal sealed record SampleListing(
    SampleUnderlying Underlying, int Spot, int Perpetual, IReadOnlyList<ListedFuture> Futures, IReadOnlyList<OptionSeries> Series)
{
    /// <summary>First index after this underlying's instruments, which are contiguous from <see cref="Spot"/>.</summary>
    public int End { get; init; }
}

internal readonly record struct ListedFuture(int Index, double Price);

/// <summary>The options of one expiry, strikes ascending.</summary>
internal sealed record OptionSeries(double Years, double Forward, double AtTheMoney, IReadOnlyList<ListedStrike> Strikes);

/// <param name="Put">Index of the put, or null where only the call is listed.</param>
internal readonly record struct ListedStrike(double Strike, int Call, int? Put);
