using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Comparisons;

/// <summary>One figure of a result.</summary>
/// <param name="Of">What it belongs to: a confidence level, an instrument, or nothing.</param>
internal readonly record struct ResultFigure(string Account, string Kind, string Of, double Value)
{
    /// <summary>A part of a sum, which may be as small as its rounding: its units of the last place say nothing.</summary>
    public bool IsPart => Kind == Component;

    public const string Component = "component";

    public string Title => $"{Kind}{(Of.Length == 0 ? "" : " " + Of)} of account {Account}";
}

/// <summary>The figures that people read, in the order of the result: margins, measures with their bounds, components.</summary>
internal static class ResultFigures
{
    public static IEnumerable<ResultFigure> All(RunResult result)
    {
        foreach (AccountRisk account in result.Accounts)
        {
            string name = account.Account;
            yield return new ResultFigure(name, "margin", "", account.Margin);
            yield return new ResultFigure(name, "model risk", "", account.ModelRisk);
            foreach (RiskMeasure m in account.Measures)
            {
                string level = m.Confidence.ToString();
                yield return new ResultFigure(name, "VaR", level, m.Var);
                yield return new ResultFigure(name, "lower end of VaR", level, m.VarLow);
                yield return new ResultFigure(name, "upper end of VaR", level, m.VarHigh);
                yield return new ResultFigure(name, "ES", level, m.Es);
                yield return new ResultFigure(name, "error of ES", level, m.EsError);
            }
            foreach (EsComponent component in account.Components)
                yield return new ResultFigure(name, ResultFigure.Component, component.Instrument, component.Es);
        }
    }
}
