namespace GpuRisk.Accelerators.Selection;

/// <summary>The fixed inputs of the self-test, the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014) and exact arithmetic only.</summary>
internal sealed class SelfTestInputs(ulong seed)
{
    /// <summary>An extreme in every bundle of this many numbers.</summary>
    private const int ExtremeEvery = 16;

    /// <summary>A stream and a key of random numbers that fill their words.</summary>
    public const uint Stream = 0x80000001;

    /// <inheritdoc cref="Stream"/>
    public const ulong Key = 0xFEDCBA9876543210;

    /// <summary>What arithmetic treats in a way of its own, and where our functions change their course.</summary>
    private static readonly double[] Extremes =
    [
        0.0, -0.0, 1.0, -1.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.225073858507201e-308, double.MaxValue,
        double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0.5, 1.1102230246251565e-16, 0.9999999999999999,
        1.0000000000000002, 0.7071067811865475, 0.7071067811865476, 1.414213562373095, 1.4142135623730951, -707.7, -707.70000000000005,
        709.782712893384, 709.7827128933841, -745.2, 37.6, -37.6, -37.63, 38.0, 8.3, 1e160, -1e200, 0.34657359027997264, -0.34657359027997264,
        4503599627370496.0,
    ];

    private ulong state = seed;

    public ulong Bits()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        ulong z = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to <paramref name="end"/> - 1.</summary>
    public int Below(int end) => (int)(Bits() % (ulong)end);

    public double Between(double low, double high) => low + (high - low) * ((Bits() >> 11) * (1.0 / (1UL << 53)));

    public double[] Reals(int count, double low, double high)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = Between(low, high);
        return values;
    }

    /// <summary>As <see cref="Reals"/>, with an extreme among every few.</summary>
    public double[] RealsAndExtremes(int count, double low, double high)
    {
        double[] values = Reals(count, low, high);
        for (int i = 0; i < count; i += ExtremeEvery)
            values[Math.Min(count - 1, i + Below(ExtremeEvery))] = Extremes[Below(Extremes.Length)];
        return values;
    }

    /// <summary>Numbers of any exponent and sign: bits taken as a double, NaN and subnormal numbers among them.</summary>
    public double[] AnyBits(int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = BitConverter.UInt64BitsToDouble(Bits());
        return values;
    }

    public int[] Indices(int count, int end)
    {
        var values = new int[count];
        for (int i = 0; i < count; i++)
            values[i] = Below(end);
        return values;
    }

    /// <summary>Scenario numbers of any bits, and great ones.</summary>
    public uint[] ScenarioNumbers(int count)
    {
        var values = new uint[count];
        for (int i = 0; i < count; i++)
            values[i] = i % 3 == 0 ? (uint)Bits() : uint.MaxValue - (uint)i;
        return values;
    }

    /// <summary>Where rows of 0 to <paramref name="longest"/> - 1 entries start, and where the last of them ends.</summary>
    public int[] RowStart(int rows, int longest)
    {
        var start = new int[rows + 1];
        for (int i = 0; i < rows; i++)
            start[i + 1] = start[i] + Below(longest);
        return start;
    }
}
