using System.Globalization;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results.Tables;

/// <summary><c>measures.arrow</c>: one row an account and confidence level, levels ascending.</summary>
internal static class MeasuresTable
{
    public static void Write(IReadOnlyList<AccountRisk> accounts, string path)
    {
        NameDictionary estimators = new();
        foreach (AccountRisk account in accounts)
        {
            foreach (RiskMeasure measure in account.Measures)
                estimators.IndexOf(SettingWords.Estimators.Word(measure.Estimator));
        }

        NameColumn name = new("account", accounts.Select(account => account.Account)), estimator = new("estimator", estimators.Names);
        FigureColumn confidence = new("confidence"), var = new("var"), varLow = new("varLow"), varHigh = new("varHigh"), es = new("es"), esError = new("esError");
        using TableWriter table = new(path, "measures", name, confidence, estimator, var, varLow, varHigh, es, esError);
        for (int i = 0; i < accounts.Count; i++)
        {
            foreach (RiskMeasure measure in accounts[i].Measures)
            {
                name.Append(i);
                confidence.Append(Nearest(measure.Confidence));
                estimator.Append(estimators.IndexOf(SettingWords.Estimators.Word(measure.Estimator)));
                var.Append(measure.Var);
                varLow.Append(measure.VarLow);
                varHigh.Append(measure.VarHigh);
                es.Append(measure.Es);
                esError.Append(measure.EsError);
                table.EndRow();
            }
        }

        table.Complete();
    }

    /// <summary>The double that the level's decimal text reads as; a conversion of the decimal itself may round twice.</summary>
    private static double Nearest(Confidence confidence) => double.Parse(ResultDigest.ConfidenceText(confidence), CultureInfo.InvariantCulture);
}
