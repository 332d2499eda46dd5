using System.Globalization;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Runs;

/// <summary>How scenarios were drawn, in words.</summary>
internal static class SamplingWords
{
    public static string Of(SamplingSettings sampling)
    {
        string word = SettingWords.SamplingMethods.Word(sampling.Method);
        return sampling.Method == SamplingMethod.QuasiRandom
            ? string.Create(CultureInfo.InvariantCulture, $"{word}, {sampling.Randomisations} randomisations")
            : word;
    }
}
