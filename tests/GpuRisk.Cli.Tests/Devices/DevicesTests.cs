using System.Text.Json;

namespace GpuRisk.Cli.Tests.Devices;

/// <summary>What the program says about this machine's devices. Every machine has a processor; what else it has differs.</summary>
public sealed class DevicesTests
{
    [Fact]
    public void The_processor_is_listed_and_bit_exact()
    {
        Outcome outcome = Gpurisk.Run("devices");
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        string[] lines = outcome.Done().Split('\n');
        Assert.Matches(@"^\s+Name\s+Device\s+Memory\s+Driver\s+fp64\s+Self-test\s*$", lines[1]);
        Assert.Matches(@"^\s+cpu\s.+scalar\)\s+[0-9.,]+ GiB\s+\.NET .+\s+yes\s+bit-exact\s*$", Assert.Single(lines, line => line.TrimStart().StartsWith("cpu ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Json_holds_every_member()
    {
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("devices", "--json").Done());
        Json.HasMembers(json.RootElement, "devices", "problems");
        JsonElement cpu = json.RootElement.GetProperty("devices")[0];
        Json.HasMembers(cpu, "name", "product", "driver", "memoryBytes", "gpu", "doublePrecision", "bitExact", "differing", "buildSeconds", "problem");
        Assert.Equal(("cpu", true), (cpu.GetProperty("name").GetString(), cpu.GetProperty("bitExact").GetBoolean()));
    }

    [Theory]
    [InlineData("opencl:999")]
    [InlineData("cuda:999")]
    public void A_device_that_is_not_there_is_an_error_and_nothing_is_written(string name)
    {
        using TemporaryFolder place = new();
        Outcome outcome = Gpurisk.Run(new Start { Arguments = ["run", SoundBook.WriteTo(place), "--accelerator", name], Folder = place.Path });
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"gpurisk: ", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.ErrorLines);
        Assert.Equal(["book"], place.Entries());
    }
}
