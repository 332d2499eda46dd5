using System.Globalization;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>What degrees of freedom may be, in settings and in models.</summary>
internal static class DegreesOfFreedom
{
    public static string Expected { get; } = string.Create(CultureInfo.InvariantCulture, $"a number above 2, at most {EllipticalModel.LargestDegreesOfFreedom}");

    public static bool AreValid(double nu) => nu is > 2 and <= EllipticalModel.LargestDegreesOfFreedom;
}
