using GpuRisk.Domain.Measures;
using GpuRisk.Kernels;

namespace GpuRisk.Margin.Sampling;

/// <summary>
/// The change of measure that makes large losses of a <see cref="DeltaGamma"/> common: density times exp(theta Q - psi(theta)), under which
/// <code>
/// y_k ~ N(mu_k, sigma_k^2),  sigma_k^2 = 1 / (1 - 2 theta lambda_k),  mu_k = theta b_k sigma_k^2
/// psi(theta) = ln E exp(theta Q) = sum_k ((theta b_k sigma_k)^2 + ln sigma_k^2) / 2
/// </code>
/// theta makes the expected Q the quantile of Q itself at the wanted confidence: psi'(theta) = x with P(Q &gt; x) = 1 - c by the saddlepoint approximation.
/// </summary>
/// <remarks>Sources: Glasserman, Heidelberger and Shahabuddin (2000), section 4; Lugannani and Rice, "Saddlepoint approximation" (1980), formula of the tail.</remarks>
internal sealed class ExponentialTilt
{
    private const int Bisections = 100;
    private const double InverseRootTwoPi = 0.3989422804014327;

    private readonly IReadOnlyList<double> linear;
    private readonly IReadOnlyList<double> quadratic;

    private ExponentialTilt(DeltaGamma loss, double theta)
    {
        linear = loss.Linear;
        quadratic = loss.Quadratic;
        Theta = theta;
    }

    public double Theta { get; }

    public double[] Means => [.. linear.Zip(quadratic, (b, lambda) => Theta * b / (1 - 2 * Theta * lambda))];

    public double[] Deviations => [.. quadratic.Select(lambda => 1 / Math.Sqrt(1 - 2 * Theta * lambda))];

    /// <summary>Of the logarithm of the tilted density over the model's: the constant -psi, then theta b_k and theta lambda_k of each k.</summary>
    public double[] LogRatio =>
        [-Cumulants(Theta).Psi, .. Enumerable.Range(0, linear.Count).SelectMany(k => new[] { Theta * linear[k], Theta * quadratic[k] })];

    /// <returns>Null where the quadratic does not move, or no theta reaches its quantile.</returns>
    public static ExponentialTilt? Of(DeltaGamma loss, Confidence confidence)
    {
        ArgumentNullException.ThrowIfNull(loss);
        double variance = new ExponentialTilt(loss, 0).Cumulants(0).Variance;
        double scale = Math.Sqrt(variance);
        if (!(scale > 0) || !double.IsFinite(scale))
            return null;
        double wanted = (double)confidence.Tail.Value;
        double largest = loss.Quadratic.Max();
        // Beyond the pole, 1 / (2 lambda), psi is infinite; without one the tilt is as large as the quadratic lets it be.
        double high = largest > 0 ? 0.5 / largest : 1e6 / scale, low = 0;
        if (!(new ExponentialTilt(loss, high * (1 - 1e-9)).TailProbability() < wanted))
            return null;
        for (int i = 0; i < Bisections && high - low > 1e-9 * high; i++)
        {
            double middle = low + (high - low) / 2;
            if (new ExponentialTilt(loss, middle).TailProbability() < wanted)
                high = middle;
            else
                low = middle;
        }
        return new ExponentialTilt(loss, low + (high - low) / 2);
    }

    /// <summary>P(Q &gt; psi'(theta)), for theta above 0; at its upper bound, 1/2, where the approximation has no digits.</summary>
    private double TailProbability()
    {
        (double psi, double mean, double variance) = Cumulants(Theta);
        double exponent = Theta * mean - psi;
        double r = Math.Sqrt(2 * Math.Max(0, exponent)), u = Theta * Math.Sqrt(variance);
        if (r < 1e-4)
            return 0.5;
        double density = InverseRootTwoPi * ScalarMath.Exp(-exponent);
        return Math.Clamp(ScalarMath.NormalCdf(-r) + density * (1 / u - 1 / r), 0, 1);
    }

    /// <summary>psi, psi' and psi'' at theta.</summary>
    private (double Psi, double Mean, double Variance) Cumulants(double theta)
    {
        double psi = 0, mean = 0, variance = 0;
        for (int k = 0; k < linear.Count; k++)
        {
            double b = linear[k], lambda = quadratic[k], v = 1 / (1 - 2 * theta * lambda);
            psi += (theta * b * theta * b * v + ScalarMath.Log(v)) / 2;
            mean += lambda * v + theta * b * b * (1 - theta * lambda) * v * v;
            variance += 2 * lambda * lambda * v * v + b * b * v * v * v;
        }
        return (psi, mean, variance);
    }
}
