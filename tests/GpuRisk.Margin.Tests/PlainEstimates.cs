namespace GpuRisk.Margin.Tests;

/// <summary>The estimators from their definitions, without regard to cost: what the product's must equal.</summary>
internal static class PlainEstimates
{
    /// <summary>The smallest loss that at least a share c of the sample does not exceed.</summary>
    public static double LowerVar(double[] losses, decimal c) =>
        losses.Order().First(x => losses.Count(l => l <= x) >= c * losses.Length);

    /// <summary>1/(1 - c) times the integral of the empirical quantile function from c to 1.</summary>
    public static double LowerEs(double[] losses, decimal c)
    {
        double[] ascending = [.. losses.Order()];
        decimal n = losses.Length;
        double sum = 0;
        for (int i = 0; i < ascending.Length; i++)
        {
            decimal overlap = (i + 1) / n - Math.Max(i / n, c);
            if (overlap > 0)
                sum += (double)(overlap / (1 - c)) * ascending[i];
        }
        return sum;
    }

    public static (double Var, double Es) Upper(double[] losses, decimal c)
    {
        int k = Math.Max(1, (int)Math.Floor((1 - c) * losses.Length));
        double[] worst = [.. losses.OrderDescending().Take(k)];
        return (worst[^1], worst.Average());
    }

    /// <summary>Hyndman and Fan (1996), type 7: the point (n - 1) c between the ascending losses, counted from 0.</summary>
    public static (double Var, double Es) Type7(double[] losses, decimal c)
    {
        double[] ascending = [.. losses.Order()];
        decimal place = (losses.Length - 1) * c;
        int low = (int)Math.Floor(place);
        int high = Math.Min(low + 1, losses.Length - 1);
        double share = (double)(place - low);
        double var = share == 0 || ascending[low] == ascending[high] ? ascending[low] : (1 - share) * ascending[low] + share * ascending[high];
        return (var, losses.Where(l => l >= var).Average());
    }
}
