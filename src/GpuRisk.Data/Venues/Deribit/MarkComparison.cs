namespace GpuRisk.Data.Venues.Deribit;

/// <summary>How far computed values lie from the venue's marks, |value - mark| in coin over the instruments that have both.</summary>
public sealed record MarkComparison
{
    /// <summary>Instruments compared.</summary>
    public required int Count { get; init; }

    /// <summary>Marks without a finite value.</summary>
    public required int Unpriced { get; init; }

    /// <summary>Mean of the two middle differences where their number is even; NaN where nothing was compared, as the two below.</summary>
    public required double Median { get; init; }

    /// <summary>The ceil(0.99 n)-th smallest difference.</summary>
    public required double P99 { get; init; }

    public required double Max { get; init; }

    /// <summary>The instrument of the largest difference, or null.</summary>
    public required string? Worst { get; init; }

    /// <param name="values">Value of one unit of each instrument in its settlement currency.</param>
    public static MarkComparison Of(IReadOnlyList<InstrumentMark> marks, IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(values);
        List<double> differences = new(marks.Count);
        string? worst = null;
        double largest = double.NegativeInfinity;
        foreach (InstrumentMark mark in marks)
        {
            if (!values.TryGetValue(mark.Instrument, out double value) || !double.IsFinite(value))
                continue;
            double difference = Math.Abs(value - mark.Price);
            differences.Add(difference);
            if (difference > largest)
                (largest, worst) = (difference, mark.Instrument);
        }
        differences.Sort();
        int n = differences.Count;
        return new MarkComparison
        {
            Count = n,
            Unpriced = marks.Count - n,
            Median = Middle.Median(differences),
            P99 = n == 0 ? double.NaN : differences[(int)((99L * n + 99) / 100) - 1],
            Max = n == 0 ? double.NaN : largest,
            Worst = worst,
        };
    }
}
