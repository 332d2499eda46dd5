using System.Globalization;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results;

/// <summary>
/// One number for what a run computed: equal on two machines exactly where every figure has the same bits. Times, the
/// machine, the settings and the notes are not in it.
/// </summary>
/// <remarks>
/// The SHA-256 of this stream, in the encoding of values that data/README.md gives under "The digest":
/// <code>
/// text   "gpurisk-result-1"
/// int32  number of accounts, then for each, in the order of the book:
///   text   account
///   double base ES, double model risk, double margin
///   int32  number of measures, then for each:
///     text   confidence as a plain decimal without trailing zeros, such as 0.975
///     text   estimator, as in measures.arrow
///     double VaR, double lower end, double upper end, double ES, double error of ES
///   int32  number of tail losses, then for each: int32 scenario, double loss
///   int32  number of components, then for each: text instrument, text underlying, double ES
/// int32  number of instruments that could not be priced, then for each: text instrument
/// only where the book has collateral:
///   text   "collateral", then for each account: double collateral, double excess
/// </code>
/// </remarks>
public static class ResultDigest
{
    /// <summary>Of the digest, not of the files: it stays while equal figures are to have equal digests.</summary>
    private const string Layout = "gpurisk-result-1";

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Compute(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using CanonicalHash hash = new();
        hash.Add(Layout);
        hash.Add(result.Accounts.Count);
        foreach (AccountRisk account in result.Accounts)
            Add(hash, account);
        hash.Add(result.Failures.Count);
        foreach (PricingFailure failure in result.Failures)
            hash.Add(failure.Instrument);
        if (result.HasCollateral)
            AddCollateral(hash, result.Accounts);
        return hash.Finish();
    }

    internal static string ConfidenceText(Confidence confidence) =>
        confidence.Value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static void Add(CanonicalHash hash, AccountRisk account)
    {
        hash.Add(account.Account);
        hash.Add(account.BaseEs);
        hash.Add(account.ModelRisk);
        hash.Add(account.Margin);
        hash.Add(account.Measures.Count);
        foreach (RiskMeasure measure in account.Measures)
            Add(hash, measure);
        hash.Add(account.Tail.Count);
        foreach (TailLoss loss in account.Tail)
        {
            hash.Add(loss.Scenario);
            hash.Add(loss.Loss);
        }

        hash.Add(account.Components.Count);
        foreach (EsComponent component in account.Components)
        {
            hash.Add(component.Instrument);
            hash.Add(component.Underlying);
            hash.Add(component.Es);
        }
    }

    /// <summary>At the end, so that a run without collateral keeps the digest it has always had.</summary>
    private static void AddCollateral(CanonicalHash hash, IReadOnlyList<AccountRisk> accounts)
    {
        hash.Add("collateral");
        foreach (AccountRisk account in accounts)
        {
            hash.Add(account.Collateral ?? double.NaN);
            hash.Add(account.Excess ?? double.NaN);
        }
    }

    private static void Add(CanonicalHash hash, RiskMeasure measure)
    {
        hash.Add(ConfidenceText(measure.Confidence));
        hash.Add(SettingWords.Estimators.Word(measure.Estimator));
        hash.Add(measure.Var);
        hash.Add(measure.VarLow);
        hash.Add(measure.VarHigh);
        hash.Add(measure.Es);
        hash.Add(measure.EsError);
    }
}
