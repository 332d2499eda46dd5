using GpuRisk.Parity.Probe;

namespace GpuRisk.Parity.Tests;

/// <summary>
/// The bits of every case against digests.txt, also in processes that are told to leave out a part of the processor. A change of bits is
/// then a change of that file, which a review sees. To make it anew: <c>dotnet run --project tests/GpuRisk.Parity.Probe -c Release</c>,
/// first and third word of the lines for one width.
/// </summary>
public sealed class DigestTests
{
    private static readonly Dictionary<string, string> Golden =
        File.ReadLines(Path.Combine(Places.Repository, "tests", "GpuRisk.Parity.Tests", "digests.txt"))
            .Select(line => line.Split(' ')).ToDictionary(cells => cells[0], cells => cells[1]);

    [Fact]
    public void The_digests_are_those_of_all_cases() =>
        Assert.Equal(ParityCase.All.Select(c => c.Name).Order(), Golden.Keys.Order());

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "1")]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_TieredCompilation", "1")]
    public void Bits_do_not_depend_on_the_instructions_that_the_runtime_may_use(string variable, string value)
    {
        string[] lines = ProbeProcess.Run(new Dictionary<string, string> { [variable] = value });
        Assert.Equal(4 * Golden.Count, lines.Length);
        string[] wrong = [.. lines.Where(line => line.Split(' ') is not [var name, _, var digest] || Golden[name] != digest)];
        Assert.True(wrong.Length == 0, $"{variable}={value}:\n{string.Join('\n', wrong)}");
    }
}
