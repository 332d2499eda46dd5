namespace GpuRisk.Margin.Estimation;

/// <summary>Scenarios that depend on one another within a cluster, and not across clusters: antithetic pairs, randomisations of a point set.</summary>
public sealed class ScenarioClusters
{
    private readonly int stride;

    private ScenarioClusters(int scenarios, int count, int stride)
    {
        Scenarios = scenarios;
        Count = count;
        this.stride = stride;
    }

    /// <summary>n.</summary>
    public int Scenarios { get; }

    /// <summary>G.</summary>
    public int Count { get; }

    /// <summary>Scenarios 2k and 2k + 1.</summary>
    public static ScenarioClusters Pairs(int scenarios) => new(scenarios, (scenarios + 1) / 2, 0);

    /// <summary>Scenarios of the same number modulo R.</summary>
    public static ScenarioClusters Randomisations(int scenarios, int randomisations) => new(scenarios, Math.Min(scenarios, randomisations), randomisations);

    public int Of(int scenario) => stride == 0 ? scenario >> 1 : scenario % stride;

    /// <summary>Scenarios of a cluster.</summary>
    public int Size(int cluster) =>
        stride == 0 ? Math.Min(2, Scenarios - 2 * cluster) : Scenarios / stride + (cluster < Scenarios % stride ? 1 : 0);

    /// <summary>Sum of the squares of all sizes.</summary>
    public double SquaredSizes()
    {
        if (stride == 0)
            return 4.0 * (Scenarios / 2) + Scenarios % 2;
        double whole = Scenarios / stride, larger = Scenarios % stride;
        return Scenarios < stride ? Scenarios : larger * (whole + 1) * (whole + 1) + (stride - larger) * whole * whole;
    }
}
