using System.Globalization;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>A check sum beside its reference, NaN where there is none.</summary>
internal readonly record struct JobCheckLine(string Name, double Value, double Reference)
{
    public bool HasReference => !double.IsNaN(Reference);

    /// <summary>|value / reference - 1|.</summary>
    public double Difference => Math.Abs(Value / Reference - 1);

    public bool Passes => !HasReference || Difference <= JobCheck.Tolerance;

    public string Complaint => string.Create(
        CultureInfo.InvariantCulture, $"{Name} {Value:R}: expected {Reference:R}, relative difference at most {JobCheck.Tolerance:0E+0}.");
}

/// <summary>Compares a job's figures with those that other programs got.</summary>
internal sealed class JobCheck
{
    /// <summary>Programs that sum in another order and use other approximations of exp and N agree to this.</summary>
    public const double Tolerance = 1e-9;

    public JobCheck(JobResult result)
    {
        JobFigures f = result.Figures;
        JobFigures r = result.Size.Reference ?? new JobFigures(double.NaN, double.NaN, double.NaN, double.NaN);
        Lines =
        [
            new("sumVaR", f.SumVar, r.SumVar), new("sumES", f.SumEs, r.SumEs), new("var0", f.Var0, r.Var0), new("es0", f.Es0, r.Es0),
        ];
        Repeatable = result.Repeatable;
    }

    public IReadOnlyList<JobCheckLine> Lines { get; }

    public bool Repeatable { get; }

    public bool Passes => Repeatable && Lines.All(line => line.Passes);
}
