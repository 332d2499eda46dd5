using System.Text.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;
using GpuRisk.Margin;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Output;

/// <summary>A run for machines. Members are added, never renamed.</summary>
internal static class RunJson
{
    public static void Print(RunResult result, string digest, string target, string[] only)
    {
        AccountRisk[] accounts = [.. Selection.Of(result.Accounts, only)];
        ILookup<string, AccountGreeks>? greeks = result.Greeks?.Accounts.ToLookup(g => g.Account, StringComparer.Ordinal);
        JsonOutput.Print(json =>
        {
            json.WriteStartObject();
            json.WriteString("digest", digest);
            json.WriteString("result", target);
            json.WriteString("accelerator", result.Accelerator);
            json.WriteString("precision", result.Precision);
            WritePrecisionError(json, result);
            json.WriteString("model", result.Model);
            json.WriteNumber("scenarios", result.Scenarios);
            json.WriteNumber("seed", result.Seed);
            json.WriteString("sampling", result.Sampling);
            json.WriteBoolean("complete", result.IsComplete);
            json.WriteString("currency", result.Currency);
            WriteSeconds(json, result.Seconds);
            json.WriteFigure("pricesPerSecond", result.PricesPerSecond);
            json.WriteStartArray("notes");
            foreach (string note in result.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteStartArray("failures");
            foreach (PricingFailure failure in result.Failures)
            {
                json.WriteStartObject();
                json.WriteString("instrument", failure.Instrument);
                json.WriteString("reason", failure.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("accounts");
            foreach (AccountRisk account in accounts)
                WriteAccount(json, account, greeks?[account.Account]);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Absent in double precision, and where nothing was attributed.</summary>
    private static void WritePrecisionError(Utf8JsonWriter json, RunResult result)
    {
        if (result.Precision != Precision.Mixed.Name() || PrecisionError.Of(result.Accounts) is not { } error)
            return;
        json.WriteStartObject("precisionError");
        json.WriteFigure("largest", error.Largest);
        json.WriteString("account", error.Account);
        json.WriteFigure("relative", error.Relative);
        json.WriteFigure("largestRelative", error.LargestRelative);
        json.WriteString("relativeAccount", error.RelativeAccount);
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, StageSeconds seconds)
    {
        json.WriteStartObject("seconds");
        json.WriteFigure("load", seconds.Load);
        json.WriteFigure("calibrate", seconds.Calibrate);
        json.WriteFigure("open", seconds.Open);
        json.WriteFigure("scenarios", seconds.Scenarios);
        json.WriteFigure("revaluation", seconds.Revaluation);
        json.WriteFigure("aggregation", seconds.Aggregation);
        json.WriteFigure("tail", seconds.Tail);
        json.WriteFigure("measures", seconds.Measures);
        json.WriteFigure("attribution", seconds.Attribution);
        json.WriteFigure("greeks", seconds.Greeks);
        json.WriteFigure("total", seconds.Total);
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, AccountRisk account, IEnumerable<AccountGreeks>? greeks)
    {
        json.WriteStartObject();
        json.WriteString("account", account.Account);
        json.WriteFigure("margin", account.Margin);
        json.WriteFigure("baseEs", account.BaseEs);
        json.WriteFigure("modelRisk", account.ModelRisk);
        if (account is { Collateral: { } collateral, Excess: { } excess })
        {
            json.WriteFigure("collateral", collateral);
            json.WriteFigure("excess", excess);
        }
        json.WriteStartArray("measures");
        foreach (RiskMeasure m in account.Measures)
        {
            json.WriteStartObject();
            json.WriteNumber("confidence", m.Confidence.Value);
            json.WriteString("estimator", SettingWords.Estimators.Word(m.Estimator));
            json.WriteFigure("var", m.Var);
            json.WriteFigure("varLow", m.VarLow);
            json.WriteFigure("varHigh", m.VarHigh);
            json.WriteFigure("es", m.Es);
            json.WriteFigure("esError", m.EsError);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("components");
        foreach (EsComponent c in account.Components)
        {
            json.WriteStartObject();
            json.WriteString("instrument", c.Instrument);
            json.WriteString("underlying", c.Underlying);
            json.WriteFigure("es", c.Es);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (greeks is not null)
            GreeksJson.WriteAccount(json, greeks);
        json.WriteEndObject();
    }
}
