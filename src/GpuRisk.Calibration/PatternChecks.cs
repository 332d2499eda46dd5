using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>Patterns of factors in the settings that match none, which would be rules without effect.</summary>
internal static class PatternChecks
{
    /// <summary>Where settings are written.</summary>
    internal const string Settings = "book.json";

    /// <param name="owner">What names the patterns, for messages.</param>
    internal static IEnumerable<InputProblem> Unmatched(string owner, IReadOnlyList<string> patterns, IReadOnlyList<FactorId> factors) => patterns
        .Where(pattern => !factors.Any(factor => FactorPattern.MatchesAny([pattern], factor)))
        .Select(pattern => new InputProblem(
            Settings, 1, 1, $"{owner} names {pattern}, which is no factor of the history; expected a factor such as {factors[0]}, or all of a kind such as spot:*"));
}
