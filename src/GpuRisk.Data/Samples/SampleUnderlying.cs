using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Samples;

/// <summary>An asset of the synthetic exchange: what its history aims at and how its contracts are listed.</summary>
internal sealed record SampleUnderlying
{
    public required string Name { get; init; }

    /// <summary>Price on the as-of date, in the quote currency.</summary>
    public required double Price { get; init; }

    /// <summary>Price ticks a unit of the quote currency.</summary>
    public required int TicksPerUnit { get; init; }

    /// <summary>Long-run volatility, annual.</summary>
    public required double Volatility { get; init; }

    /// <summary>Correlation of its daily return with the market's.</summary>
    public required double Loading { get; init; }

    /// <summary>Its fall on the two crash days over that of the first asset.</summary>
    public required double CrashDepth { get; init; }

    /// <summary>Long-run annualised carry of its forwards.</summary>
    public required double Carry { get; init; }

    public required bool HasBasis { get; init; }

    public required Settlement Settlement { get; init; }

    /// <summary>Quote units an inverse contract; 1 for linear contracts.</summary>
    public required double ContractSize { get; init; }

    public required int OptionLotsPerUnit { get; init; }

    /// <summary>The venue's prefix of its derivatives.</summary>
    public string Prefix => Settlement == Settlement.Inverse ? Name : Name + "_USDC";

    public static IReadOnlyList<SampleUnderlying> List(int count, ulong seed)
    {
        SampleUnderlying[] list = new SampleUnderlying[count];
        for (int i = 0; i < count; i++)
            list[i] = i switch { 0 => Bitcoin, 1 => Ether, 2 => Solana, _ => MadeUp(i - 3, SplitMix64.Stream(seed, SampleStream.Underlying(i))) };
        return list;
    }

    private static SampleUnderlying Bitcoin { get; } = new()
    {
        Name = "BTC", Price = 98_000, TicksPerUnit = 2, Volatility = 0.55, Loading = 0.92, CrashDepth = 1, Carry = 0.06,
        HasBasis = true, Settlement = Settlement.Inverse, ContractSize = 10, OptionLotsPerUnit = 10,
    };

    private static SampleUnderlying Ether { get; } = new()
    {
        Name = "ETH", Price = 3_400, TicksPerUnit = 20, Volatility = 0.72, Loading = 0.86, CrashDepth = 1.1, Carry = 0.05,
        HasBasis = true, Settlement = Settlement.Inverse, ContractSize = 1, OptionLotsPerUnit = 1,
    };

    private static SampleUnderlying Solana { get; } = new()
    {
        Name = "SOL", Price = 180, TicksPerUnit = 100, Volatility = 0.9, Loading = 0.8, CrashDepth = 1.2, Carry = 0.04,
        HasBasis = false, Settlement = Settlement.Linear, ContractSize = 1, OptionLotsPerUnit = 1,
    };

    private static SampleUnderlying MadeUp(int number, SplitMix64 random)
    {
        double[] scales = [0.8, 2.5, 6, 15, 40, 120, 300, 900];
        double price = scales[random.NextBelow(scales.Length)] * (1 + random.NextUniform());
        int ticks = price < 10 ? 10_000 : 100;
        return new()
        {
            Name = string.Create(3, number, static (text, n) =>
            {
                for (int i = 2; i >= 0; i--, n /= 26)
                    text[i] = (char)('A' + (n % 26));
            }),
            Price = Grid.Nearest(price, ticks),
            TicksPerUnit = ticks,
            Volatility = 0.7 + 0.5 * random.NextUniform(),
            Loading = 0.7 + 0.1 * random.NextUniform(),
            CrashDepth = 1 + 0.25 * random.NextUniform(),
            Carry = 0.03,
            HasBasis = false,
            Settlement = Settlement.Linear,
            ContractSize = 1,
            OptionLotsPerUnit = 1,
        };
    }
}
