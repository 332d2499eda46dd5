namespace GpuRisk.Data.Results;

/// <summary>The files of a result.</summary>
public static class ResultFiles
{
    /// <summary>Written last: a folder that has it is complete.</summary>
    public const string Manifest = "manifest.json";

    public const string Margin = "margin.arrow";

    /// <summary>The same as <see cref="Margin"/>, for a spreadsheet.</summary>
    public const string MarginText = "margin.csv";

    public const string Measures = "measures.arrow";

    public const string Tail = "tail.arrow";

    public const string Components = "components.arrow";

    /// <summary>Greeks of accounts by underlying; only where they were computed.</summary>
    public const string Greeks = "greeks.arrow";

    /// <summary>Values and Greeks of instruments; only where they were computed.</summary>
    public const string Instruments = "instruments.arrow";

    /// <summary>Optional.</summary>
    public const string Pnl = "pnl.arrow";

    /// <summary>Optional.</summary>
    public const string Scenarios = "scenarios.arrow";

    /// <summary>The model that scenarios were drawn from; absent where they were given, or where the model is too large for a file.</summary>
    public const string Model = "model.json";

    public const string Report = "report.html";

    /// <summary>Every file that a result may hold, with those of its first format: a result takes the place of an earlier one.</summary>
    internal static readonly string[] All =
    [
        Manifest, Margin, MarginText, Measures, Tail, Components, Greeks, Instruments, Pnl, Scenarios, Model, Report,
        "measures.csv", "tail.csv", "components.csv",
    ];
}
