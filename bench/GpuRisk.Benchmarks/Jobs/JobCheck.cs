using System.Globalization;
using GpuRisk.Simulation;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>A check sum beside its reference, NaN where there is none.</summary>
internal readonly record struct JobCheckLine(string Name, double Value, double Reference, double Tolerance)
{
    public bool HasReference => !double.IsNaN(Reference);

    /// <summary>|value / reference - 1|.</summary>
    public double Difference => Math.Abs(Value / Reference - 1);

    public bool Passes => !HasReference || Difference <= Tolerance;

    public string Complaint => string.Create(
        CultureInfo.InvariantCulture, $"{Name} {Value:R}: expected {Reference:R}, relative difference at most {Tolerance:0E+0}.");
}

/// <summary>Compares a job's figures with those that other programs got.</summary>
internal sealed class JobCheck
{
    /// <summary>Programs that sum in another order and use other approximations of exp and N agree to this.</summary>
    private const double Double = 1e-9;

    /// <summary>Profits of instruments are rounded by 2^-24 of themselves, and an account's are some times its own.</summary>
    private const double Mixed = 1e-6;

    public JobCheck(JobResult result)
    {
        JobFigures f = result.Figures;
        JobFigures r = result.Size.Reference ?? new JobFigures(double.NaN, double.NaN, double.NaN, double.NaN);
        double tolerance = result.Precision == Precision.Mixed ? Mixed : Double;
        Lines =
        [
            new("sumVaR", f.SumVar, r.SumVar, tolerance), new("sumES", f.SumEs, r.SumEs, tolerance), new("var0", f.Var0, r.Var0, tolerance),
            new("es0", f.Es0, r.Es0, tolerance),
        ];
        Repeatable = result.Repeatable;
    }

    public IReadOnlyList<JobCheckLine> Lines { get; }

    public bool Repeatable { get; }

    public bool Passes => Repeatable && Lines.All(line => line.Passes);
}
