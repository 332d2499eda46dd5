namespace GpuRisk.Data.Venues.Deribit;

/// <summary>A well-formed row of a chain file. NaN: the file has no such number.</summary>
internal sealed record ChainRow
{
    public required string Name { get; init; }

    /// <summary>The prefix is the currency.</summary>
    public required OptionTerms Terms { get; init; }

    /// <summary>In coin.</summary>
    public required double Mark { get; init; }

    /// <summary>Annual fraction.</summary>
    public required double Volatility { get; init; }

    /// <summary>In coin.</summary>
    public required double OpenInterest { get; init; }

    public required double Index { get; init; }

    /// <summary>The price of the future of this expiry, or else the venue's price of the underlying.</summary>
    public required double Forward { get; init; }

    /// <summary>True where <see cref="Forward"/> is the venue's price of the underlying for want of a future's.</summary>
    public required bool ForwardIsUnderlying { get; init; }

    /// <summary>The listed future of this expiry; null where there is none.</summary>
    public required string? Future { get; init; }

    public string Currency => Terms.Prefix;
}
