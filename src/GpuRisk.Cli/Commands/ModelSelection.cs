using System.CommandLine;
using System.CommandLine.Parsing;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Commands;

/// <summary>Which model to calibrate, or the file of one that is calibrated: one of the two.</summary>
internal sealed record ModelSelection(ScenarioSource? Source, string? File)
{
    public static Option<ModelSelection?> Option() => new("--model")
    {
        Description = $"Where scenarios come from: {string.Join(", ", SettingWords.Models.Words)}, or a model that 'gpurisk calibrate' wrote; by default the book's choice.",
        HelpName = "NAME|FILE",
        CustomParser = Parse,
    };

    private static ModelSelection? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (SettingWords.Models.TryFind(text, out ScenarioSource source))
            return new ModelSelection(source, null);
        // A word that is misspelt is no file; what looks like a file is one, and reading it says what is wrong with it.
        if (System.IO.File.Exists(text) || text.AsSpan().IndexOfAny('.', '/', '\\') >= 0)
            return new ModelSelection(null, text);
        result.AddError($"--model {text}: expected one of {string.Join(", ", SettingWords.Models.Words)}, or the file of a model.");
        return null;
    }
}
