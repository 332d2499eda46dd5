namespace GpuRisk.Reports.Svg;

/// <summary>
/// Counts of losses in bins of one width: bin i holds the losses in [Start + i Width, Start + (i + 1) Width). An edge
/// lies exactly on the anchor, so that a bin is either wholly below VaR or wholly at or beyond it.
/// </summary>
/// <param name="AnchorBin">The bin that begins at the anchor; it may lie outside the bins.</param>
/// <param name="Below">Losses left of the first bin.</param>
/// <param name="Above">Losses right of the last bin.</param>
internal sealed record HistogramBins(
    double Start, double Width, IReadOnlyList<int> Counts, double AnchorBin, int Below, int Above)
{
    public double End => Edge(Counts.Count);

    public double Edge(int bin) => Start + bin * Width;

    /// <summary>
    /// Bins that cover [low, high] (finite, low &lt;= high, high - low finite), about <paramref name="target"/> of
    /// them. Together with Below and Above they hold every loss; the losses are finite.
    /// </summary>
    public static HistogramBins Of(ReadOnlySpan<double> losses, double low, double high, double anchor, int target)
    {
        double width = WidthFor(low, high, target);
        double first = Math.Floor((low - anchor) / width), last = Math.Floor((high - anchor) / width);
        int[] counts = new int[(int)(last - first) + 1];
        int below = 0, above = 0;
        foreach (double loss in losses)
        {
            double bin = Math.Floor((loss - anchor) / width);
            if (bin < first)
                below++;
            else if (bin > last)
                above++;
            else
                counts[(int)(bin - first)]++;
        }
        return new HistogramBins(anchor + first * width, width, counts, -first, below, above);
    }

    private static double WidthFor(double low, double high, int target)
    {
        double largest = Math.Max(Math.Abs(low), Math.Abs(high));
        // Losses that are all equal, or nearly, get bins that an axis can still tell apart.
        double width = Math.Max((high - low) / target, largest * 1e-6);
        return width > 1e-250 ? width : 1;
    }
}
