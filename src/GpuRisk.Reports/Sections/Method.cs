using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>How the figures are defined, in words, with the values that this run used.</summary>
internal static class Method
{
    public static void Write(MarkupWriter page, RunResult result, MarginOverview overview)
    {
        using (page.In("section", ("id", "method")))
        {
            page.Leaf("h2", "Method");
            using (page.In("dl", ("class", "method")))
            {
                Term(page, "Loss", $"minus the P&L{(result.Origin == ScenarioOrigin.Given ? "" : $" over the horizon of {Figure.Days(result.HorizonDays)}")}, every instrument revalued in full in every scenario; "
                    + $"positive is money lost. n = {Figure.Count(result.Scenarios)} scenarios.");
                foreach (VarEstimator estimator in overview.Estimators)
                {
                    Term(page, $"VaR ({estimator.Name()})", "at confidence c: " + estimator.VarInWords());
                    Term(page, $"ES ({estimator.Name()})", "at confidence c: " + estimator.EsInWords());
                }
                Term(page, "95 % interval", "of VaR: the two order statistics that enclose the true quantile with 95 % confidence (binomial).");
                Term(page, "Standard error", "of ES: the square root of [Var(L | L > VaR) + c (ES - VaR)²] / (n (1 - c)).");
                Term(page, "Base ES", $"ES at the margin's confidence, {result.MarginConfidence}.");
                Term(page, "Model risk", $"z × standard error of the base ES, z = {Figure.Plain(result.ModelRiskMultiple)}.");
                Term(page, "Margin", "base ES + model risk: an upper bound of the estimate, not the estimate itself.");
                if (result.HasCollateral)
                {
                    Term(page, "Collateral", "quantity × spot of each asset (currency: 1), less the haircut of each tier of that value; value beyond the last tier counts nothing.");
                    Term(page, "Excess", "collateral - margin; negative is a shortfall.");
                }
                if (result.Greeks is not null)
                    Term(page, "Greeks", "derivatives of today's value; forwards move with spot at their carry, which time passing leaves as it is. An instrument without a value counts in no sum.");
                Term(page, "Totals", "plain sums over accounts; a gain of one account does not offset a loss of another.");
                Term(page, "–", "a figure that does not exist for this sample. Amounts are rounded for reading; the result's tables hold them in full.");
            }
        }
    }

    private static void Term(MarkupWriter page, string term, string definition)
    {
        using (page.In("div"))
        {
            page.Leaf("dt", term);
            page.Leaf("dd", definition);
        }
    }
}
