namespace GpuRisk.Calibration.HeavyTails;

/// <summary>The place where a function of one number is highest: a grid finds the hill, golden sections its top (Kiefer, 1953).</summary>
internal static class LineMaximum
{
    private const int Cells = 32;

    // 0.618^60 of two cells: 2e-14 of the range.
    private const int Sections = 60;
    private const double Golden = 0.6180339887498949;

    /// <summary>In [<paramref name="from"/>, <paramref name="to"/>], the ends included.</summary>
    internal static double Of(Func<double, double> function, double from, double to)
    {
        double width = (to - from) / Cells;
        double Node(int k) => k == Cells ? to : from + (k * width);
        int best = 0;
        double highest = double.NegativeInfinity;
        for (int k = 0; k <= Cells; k++)
        {
            double value = function(Node(k));
            if (value > highest)
                (best, highest) = (k, value);
        }
        double top = Section(function, Node(Math.Max(0, best - 1)), Node(Math.Min(Cells, best + 1)));
        // At an end of the range the sections come close to it and no further.
        return best is 0 or Cells && function(top) <= highest ? Node(best) : top;
    }

    private static double Section(Func<double, double> function, double low, double high)
    {
        double left = high - (Golden * (high - low)), right = low + (Golden * (high - low));
        double atLeft = function(left), atRight = function(right);
        for (int k = 0; k < Sections; k++)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = function(right);
            }
        }
        return 0.5 * (low + high);
    }
}
