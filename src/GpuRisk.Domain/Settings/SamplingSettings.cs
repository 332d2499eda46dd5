namespace GpuRisk.Domain.Settings;

/// <summary>How scenarios are spread over the model's law. All estimate the same figures, with errors of different size.</summary>
public enum SamplingMethod
{
    /// <summary>Independent scenarios.</summary>
    Plain,

    /// <summary>Pairs with normals of opposite sign.</summary>
    Antithetic,

    /// <summary>Sobol points under independent random scramblings.</summary>
    QuasiRandom,

    /// <summary>Normals shifted and stretched towards the losses of one account by its delta and gamma (Glasserman, Heidelberger and Shahabuddin, 2000).</summary>
    Importance,
}

/// <summary>How scenarios are drawn.</summary>
public sealed record SamplingSettings
{
    /// <summary>Of randomisations: fewer have no error to speak of, more leave too few points in each.</summary>
    public const int FewestRandomisations = 8, MostRandomisations = 1024;

    public SamplingMethod Method { get; init; } = SamplingMethod.Plain;

    /// <summary>Independent scramblings of quasi-random points, from which their error is estimated; a power of two.</summary>
    public int Randomisations { get; init; } = 16;
}
