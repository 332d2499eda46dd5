namespace GpuRisk.Reports.Svg;

/// <summary>
/// The part of a loss distribution that its picture spans. Heavy tails would squeeze the body into a few bars, so the
/// picture leaves out the outermost thousandth on each side where that shortens the axis by a fifth or more.
/// </summary>
/// <param name="Low">First loss shown.</param>
/// <param name="High">Last loss shown.</param>
internal readonly record struct LossRange(double Low, double High)
{
    private const double Outermost = 0.001;
    private const double WorthCutting = 1.25;

    /// <summary>The range of ascending losses, at least one, widened to hold every finite mark.</summary>
    public static LossRange Of(ReadOnlySpan<double> ascending, params ReadOnlySpan<double> marks)
    {
        int cut = (int)(ascending.Length * Outermost);
        LossRange whole = Widen(new(ascending[0], ascending[^1]), marks);
        LossRange inner = Widen(new(ascending[cut], ascending[ascending.Length - 1 - cut]), marks);
        return whole.High - whole.Low > WorthCutting * (inner.High - inner.Low) ? inner : whole;
    }

    private static LossRange Widen(LossRange range, ReadOnlySpan<double> marks)
    {
        foreach (double mark in marks)
        {
            if (double.IsFinite(mark))
                range = new(Math.Min(range.Low, mark), Math.Max(range.High, mark));
        }
        return range;
    }
}
