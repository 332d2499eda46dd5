using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Accelerators.Probe;

namespace GpuRisk.Accelerators.Tests.OpenCl;

/// <summary>Compiling, and the cache that spares it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gpurisk-cache-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_program_that_does_not_compile_shows_what_the_compiler_says()
    {
        OpenClDevice device = OpenClHere.Device;
        KernelProgram broken = ProbeKernels.Program with { Text = "__kernel void probe_grid(int items) { items = nowhere; }" };
        AcceleratorException refused = Assert.Throws<AcceleratorException>(() => new OpenClAccelerator(device, broken, new ProgramCache(folder)));
        Assert.StartsWith(device.Description, refused.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_kernel_that_the_text_lacks_is_named()
    {
        KernelProgram lacking = ProbeKernels.Program with { Kernels = [ProbeKernels.Program.Kernels[0] with { Entry = "elsewhere" }] };
        AcceleratorException refused = Assert.Throws<AcceleratorException>(() => new OpenClAccelerator(OpenClHere.Device, lacking, new ProgramCache(null)));
        Assert.Contains("elsewhere", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_is_taken_from_the_cache()
    {
        OpenClDevice device = OpenClHere.Device;
        var cache = new ProgramCache(Path.Combine(folder, "made", "when", "needed"));
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), cache));
        Assert.Equal(5, Factor(ProbeKernels.WithFactor(5), cache));
        // The program of one under the key of the other shows that it is the cache's that runs.
        cache.Write(Key(device, 2), cache.Read(Key(device, 5))!);
        Assert.Equal(5, Factor(ProbeKernels.WithFactor(2), cache));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("renamed")]
    [InlineData("refused")]
    public void A_program_that_is_not_whole_is_compiled_anew(string damage)
    {
        OpenClDevice device = OpenClHere.Device;
        var cache = new ProgramCache(folder);
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), cache));
        byte[] whole = cache.Read(Key(device, 2))!;
        Assert.NotEmpty(whole);
        string file = Assert.Single(Directory.GetFiles(folder));
        byte[] bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "empty":
                bytes = [];
                break;
            case "cut":
                bytes = bytes[..^1];
                break;
            case "changed":
                bytes[^10] ^= 1;
                break;
            case "renamed":
                // Another program's file under this one's name.
                Assert.Equal(5, Factor(ProbeKernels.WithFactor(5), cache));
                bytes = File.ReadAllBytes(Directory.GetFiles(folder).Single(f => f != file));
                break;
            default:
                cache.Write(Key(device, 2), "A driver does not know this."u8.ToArray());
                bytes = File.ReadAllBytes(file);
                break;
        }
        File.WriteAllBytes(file, bytes);
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), cache));
        Assert.NotEqual(bytes, File.ReadAllBytes(file));
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), cache));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_done_without()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), new ProgramCache(Path.Combine(file, "below"))));
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), new ProgramCache(file)));
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), new ProgramCache("no\0path")));
        Assert.Equal(2, Factor(ProbeKernels.WithFactor(2), new ProgramCache(null)));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void The_key_knows_what_a_program_depends_on()
    {
        OpenClDevice device = AnyDevice.Usable;
        string[] keys =
        [
            .. new[]
            {
                new ProgramKey("text", "options", device),
                new ProgramKey("texto", "ptions", device),
                new ProgramKey("text", "other", device),
                new ProgramKey("text", "options", device with { Product = "other" }),
                new ProgramKey("text", "options", device with { PlatformName = "other" }),
                new ProgramKey("text", "options", device with { PlatformVersion = "other" }),
                new ProgramKey("text", "options", device with { DriverVersion = "other" }),
                new ProgramKey("text", "options", device with { DeviceVersion = "other" }),
            }.Select(k => k.ToString()),
        ];
        Assert.Equal(keys, keys.Distinct());
        Assert.Equal(keys[0], new ProgramKey("text", "options", device with { Name = "opencl:9" }).ToString());
    }

    [Fact]
    public void The_cache_does_not_grow_without_end()
    {
        var cache = new ProgramCache(folder);
        File.WriteAllText(Path.Combine(folder, "left-behind.tmp"), "");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "left-behind.tmp"), DateTime.UnixEpoch);
        for (int i = 0; i < 40; i++)
            cache.Write(new ProgramKey($"{i}", "", AnyDevice.Usable), [1]);
        Assert.Equal(32, Directory.GetFileSystemEntries(folder).Length);
        Assert.False(File.Exists(Path.Combine(folder, "left-behind.tmp")));
    }

    private static ProgramKey Key(OpenClDevice device, int factor) => new(ProbeKernels.WithFactor(factor).Text, OpenClCompiler.Options, device);

    /// <summary>What the kernel of the opened program multiplies by.</summary>
    private static int Factor(KernelProgram program, ProgramCache cache)
    {
        using var device = new OpenClAccelerator(OpenClHere.Device, program, cache);
        using DeviceBuffer<int> x = device.Allocate<int>(2);
        using DeviceBuffer<int> sums = device.Allocate<int>(2);
        device.ForEach(1, (queue, _) => queue.LaunchScalar(new EachLaunch(x, sums), 0, 2), TestContext.Current.CancellationToken);
        var read = new int[2];
        device.Read(sums, 0, read);
        return read[1];
    }
}
