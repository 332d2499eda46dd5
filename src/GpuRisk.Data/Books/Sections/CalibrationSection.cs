using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>calibration</c>.</summary>
internal static class CalibrationSection
{
    public const string DecayExpected = "a decay strictly between 0 and 1";

    public const string LookbackExpected = "a whole number of returns, 0 for all,";

    public const string FloorExpected = "a fraction from 0 to 10, such as 0.5 for 50 %,";

    public static CalibrationSettings Read(JsonObjectReader? section)
    {
        CalibrationSettings standard = new();
        if (section is null)
            return standard;
        CalibrationSettings read = new()
        {
            Volatility = section.Word("volatility", SettingWords.Volatilities, standard.Volatility),
            Lambda = section.Number("lambda", standard.Lambda, IsDecay, DecayExpected),
            Lookback = section.Number("lookback", standard.Lookback, static n => n >= 0, LookbackExpected),
            Missing = section.Word("missing", SettingWords.MissingRules, standard.Missing),
            Calendar = section.Word("calendar", SettingWords.Calendars, standard.Calendar),
            Repair = section.Word("repair", SettingWords.Repairs, standard.Repair),
            VolatilityFloor = section.Number("volatilityFloor", standard.VolatilityFloor, IsFloor, FloorExpected),
            Suspect = section.Word("suspect", SettingWords.SuspectRules, standard.Suspect),
            Correlation = CorrelationSection.Read(section.Section("correlation")),
            Groups = GroupSection.Read(section),
            Proxies = ProxySection.Read(section),
        };
        section.RejectUnknown();
        return read;
    }

    /// <summary>Members that came later are written where they are not at their defaults.</summary>
    public static void Write(Utf8JsonWriter json, CalibrationSettings calibration)
    {
        json.WriteStartObject("calibration");
        json.WriteString("volatility", SettingWords.Volatilities.Word(calibration.Volatility));
        json.WriteNumber("lambda", calibration.Lambda);
        json.WriteNumber("lookback", calibration.Lookback);
        json.WriteString("missing", SettingWords.MissingRules.Word(calibration.Missing));
        json.WriteString("calendar", SettingWords.Calendars.Word(calibration.Calendar));
        json.WriteString("repair", SettingWords.Repairs.Word(calibration.Repair));
        if (calibration.VolatilityFloor != 0)
            json.WriteNumber("volatilityFloor", calibration.VolatilityFloor);
        if (calibration.Suspect != default)
            json.WriteString("suspect", SettingWords.SuspectRules.Word(calibration.Suspect));
        CorrelationSection.Write(json, calibration.Correlation);
        GroupSection.Write(json, calibration.Groups);
        ProxySection.Write(json, calibration.Proxies);
        json.WriteEndObject();
    }

    public static bool IsFloor(double part) => part is >= 0 and <= 10;

    public static bool IsDecay(double decay) => decay is > 0 and < 1;
}
