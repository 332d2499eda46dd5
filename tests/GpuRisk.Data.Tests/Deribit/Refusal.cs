using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests.Deribit;

internal static class Refusal
{
    /// <summary>Imports, expects a refusal, and returns its problems as they are printed.</summary>
    public static IReadOnlyList<string> Of(DeribitSources sources) =>
        [.. Assert.Throws<InvalidInputException>(() => DeribitImport.Read(sources)).Problems.Select(p => p.ToString())];
}
