namespace GpuRisk.Margin.Estimation;

/// <summary>Totals over clusters of a figure that is zero outside the tail.</summary>
internal sealed class ClusterTotals(int capacity)
{
    private readonly int[] clusterOf = new int[capacity];
    private readonly double[] values = new double[capacity];
    private int entries;

    public void Add(int cluster, double value)
    {
        clusterOf[entries] = cluster;
        values[entries++] = value;
    }

    /// <summary>Of the mean of the figure over all scenarios; NaN for fewer than two clusters. Changes the order of the entries.</summary>
    public double StandardError(ScenarioClusters clusters)
    {
        if (clusters.Count < 2)
            return double.NaN;
        double n = clusters.Scenarios, mean = 0;
        for (int i = 0; i < entries; i++)
            mean += values[i];
        mean /= n;
        Array.Sort(clusterOf, values, 0, entries);
        double squares = 0, elsewhere = clusters.SquaredSizes();
        for (int i = 0; i < entries;)
        {
            int cluster = clusterOf[i];
            double size = clusters.Size(cluster), total = 0;
            for (; i < entries && clusterOf[i] == cluster; i++)
                total += values[i];
            squares += (total - size * mean) * (total - size * mean);
            elsewhere -= size * size;
        }
        // Clusters without a loss in the tail, all at once.
        squares += Math.Max(0, elsewhere) * mean * mean;
        return Math.Sqrt(squares * clusters.Count / (clusters.Count - 1)) / n;
    }
}
