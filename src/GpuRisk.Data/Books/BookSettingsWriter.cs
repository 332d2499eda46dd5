using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>book.json</c> with every setting in force, defaults included.</summary>
internal static class BookSettingsWriter
{
    public static void Write(Book book, string path)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, JsonFormat.Writing);
        json.WriteStartObject();
        json.WriteString("name", TableName.Checked(book.Name));
        json.WriteString("asOf", Instant.Format(book.Market.AsOf));
        json.WriteString("currency", TableName.Checked(book.Currency));
        WriteSections(json, book.Settings);
        json.WriteEndObject();
        json.Flush();
        file.Write("\n"u8);
    }

    /// <summary>The three sections <c>simulation</c>, <c>calibration</c> and <c>margin</c> of the current object.</summary>
    public static void WriteSections(Utf8JsonWriter json, BookSettings settings)
    {
        WriteSimulation(json, settings.Simulation);
        WriteCalibration(json, settings.Calibration);
        WriteMargin(json, settings.Margin);
    }

    private static void WriteSimulation(Utf8JsonWriter json, SimulationSettings simulation)
    {
        json.WriteStartObject("simulation");
        json.WriteString("model", SettingWords.Models.Word(simulation.Model));
        json.WriteNumber("scenarios", simulation.Scenarios);
        json.WriteNumber("seed", simulation.Seed);
        json.WriteNumber("horizonDays", simulation.HorizonDays);
        json.WriteNumber("volatilityTermShort", simulation.VolatilityTermShort);
        json.WriteNumber("volatilityTermLong", simulation.VolatilityTermLong);
        json.WriteEndObject();
    }

    private static void WriteCalibration(Utf8JsonWriter json, CalibrationSettings calibration)
    {
        json.WriteStartObject("calibration");
        json.WriteString("volatility", SettingWords.Volatilities.Word(calibration.Volatility));
        json.WriteNumber("lambda", calibration.Lambda);
        json.WriteNumber("lookback", calibration.Lookback);
        json.WriteString("missing", SettingWords.MissingRules.Word(calibration.Missing));
        json.WriteString("calendar", SettingWords.Calendars.Word(calibration.Calendar));
        json.WriteString("repair", SettingWords.Repairs.Word(calibration.Repair));
        json.WriteEndObject();
    }

    private static void WriteMargin(Utf8JsonWriter json, MarginSettings margin)
    {
        json.WriteStartObject("margin");
        json.WriteNumber("confidence", margin.Confidence.Value);
        json.WriteStartArray("report");
        foreach (Confidence confidence in margin.Report)
            json.WriteNumberValue(confidence.Value);
        json.WriteEndArray();
        json.WriteString("estimator", SettingWords.Estimators.Word(margin.Estimator));
        json.WriteNumber("modelRiskMultiple", margin.ModelRiskMultiple);
        json.WriteEndObject();
    }
}
