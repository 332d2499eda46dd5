namespace GpuRisk.Data.Results;

/// <summary>The files of a result and the header of each table.</summary>
public static class ResultFiles
{
    /// <summary>Written last: a folder that has it is complete.</summary>
    public const string Manifest = "manifest.json";

    public const string Margin = "margin.csv";

    public const string Measures = "measures.csv";

    public const string Tail = "tail.csv";

    public const string Components = "components.csv";

    public const string Report = "report.html";

    /// <summary>Every file that a result may hold.</summary>
    internal static readonly string[] All = [Manifest, Margin, Measures, Tail, Components, Report];

    internal static readonly string[] MarginColumns = ["account", "margin", "baseEs", "modelRisk", "collateral", "excess"];

    internal static readonly string[] MeasureColumns =
        ["account", "confidence", "estimator", "var", "varLow", "varHigh", "es", "esError"];

    internal static readonly string[] TailColumns = ["account", "rank", "scenario", "loss"];

    internal static readonly string[] ComponentColumns = ["account", "instrument", "underlying", "es"];
}
