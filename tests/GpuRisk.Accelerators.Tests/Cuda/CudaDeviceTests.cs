namespace GpuRisk.Accelerators.Tests.Cuda;

/// <summary>Finding and opening devices, also where the driver is broken.</summary>
[Collection(nameof(SoftwareDriver))]
public sealed class CudaDeviceTests(SoftwareDriver driver)
{
    [Fact]
    public void A_device_is_found_with_its_name_memory_and_driver()
    {
        string[] lines = driver.Run("scan", ("CUDA_SOFTWARE_DEVICES", "2"), ("CUDA_SOFTWARE_MEMORY", "1000000000"));
        Assert.Equal(3, lines.Length);
        Assert.Contains("Name = cuda:0, Product = PTX on the processor, Driver = CUDA 12.8, MemoryBytes = 1000000000, IsGpu = True, DoublePrecision = True, Problem = , SharesHostMemory = False, IsDiscreteGpu = True }", lines[0], StringComparison.Ordinal);
        Assert.Contains("Name = cuda:1", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_device_describes_itself_and_what_it_can_hold()
    {
        string[] lines = driver.Run("open 1", ("CUDA_SOFTWARE_DEVICES", "2"), ("CUDA_SOFTWARE_MEMORY", "1024000000"));
        Assert.Equal("cuda:1 | cuda:1 (PTX on the processor, driver 12.8) | 1 32 4194304 4194304 16384 8192", lines[0]);
        Assert.Equal("memory 896000000 896000000, build True", lines[1]);
        Assert.Equal("contexts 0", lines[^1]);
    }

    [Fact]
    public void A_device_that_is_not_there_is_named_with_how_many_are()
    {
        string[] lines = driver.Run("open 2", ("CUDA_SOFTWARE_DEVICES", "2"));
        Assert.StartsWith("open: AcceleratorException: cuda:2: there is no such device; the driver shows 2", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_without_devices_is_nothing_to_talk_about()
    {
        Assert.Equal(["done"], driver.Run("scan", ("CUDA_SOFTWARE_INIT", "100")));
        Assert.Contains("there is no NVIDIA driver with a device", driver.Run("open 0", ("CUDA_SOFTWARE_INIT", "100"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999", "CUDA_ERROR_UNKNOWN; see whether nvidia-smi works")]
    [InlineData("803", "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH; kernel module and libcuda are of different versions: restart the machine")]
    [InlineData("34", "CUDA error 34; libcuda is the toolkit's stub")]
    public void A_driver_that_does_not_start_is_a_problem_with_its_cure(string code, string words)
    {
        string[] lines = driver.Run("scan", ("CUDA_SOFTWARE_INIT", code));
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("problem: cuda: cuInit failed: " + words, lines[0], StringComparison.Ordinal);
        Assert.StartsWith("open: AcceleratorException: cuda: cuInit failed: " + words, driver.Run("open 0", ("CUDA_SOFTWARE_INIT", code))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_below_compute_capability_7_is_found_and_refused()
    {
        Assert.Contains("Problem = compute capability 6.1 is below 7.0", driver.Run("scan", ("CUDA_SOFTWARE_CAPABILITY", "61"))[0], StringComparison.Ordinal);
        string[] lines = driver.Run("open 0", ("CUDA_SOFTWARE_CAPABILITY", "61"));
        Assert.StartsWith("open: AcceleratorException: cuda:0: PTX on the processor, driver 12.8 cannot be used: compute capability 6.1", lines[0], StringComparison.Ordinal);
        Assert.Equal("contexts 0", lines[1]);
    }

    [Fact]
    public void Kernels_that_the_driver_cannot_compile_are_refused_in_its_words()
    {
        string[] lines = driver.Run("open 0", ("CUDA_SOFTWARE_JIT", "fail"));
        Assert.Contains("CUDA_ERROR_INVALID_PTX); update the NVIDIA driver. It says: line 1: failure asked for by the environment", lines[0], StringComparison.Ordinal);
        Assert.Equal("contexts 0", lines[1]);
    }

    [Fact]
    public void A_kernel_that_the_ptx_lacks_is_named_with_the_script_that_makes_it()
    {
        string[] lines = driver.Run("missing-kernel");
        Assert.Contains("the PTX has no kernel Probe_Absent; run kernels/ptx.sh and build again", lines[0], StringComparison.Ordinal);
        Assert.Equal("contexts 0, modules 0", lines[1]);
    }

    [Fact]
    public void Ptx_of_other_kernels_is_stale_and_not_run()
    {
        string[] lines = driver.Run("stale");
        Assert.StartsWith("stale: AcceleratorException: cuda: the PTX is stale", lines[0], StringComparison.Ordinal);
        Assert.Equal("contexts 0", lines[1]);
    }

    [Fact]
    public void A_machine_without_the_driver_has_no_devices_and_no_problem()
    {
        Assert.SkipWhen(File.Exists("/usr/lib/x86_64-linux-gnu/libcuda.so.1"), "This machine has a CUDA driver.");
        string[] lines = SoftwareDriver.RunWith("/nonexistent", "scan");
        Assert.Equal(["done"], lines);
    }

    [Fact]
    public void A_library_that_lacks_functions_is_a_problem_and_no_crash()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libcuda.so.1 is a name of Linux.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gpurisk-");
        try
        {
            // Any library will do that is not a driver.
            string other = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so");
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "libcuda.so.1"), other);
            string[] lines = SoftwareDriver.RunWith(folder.FullName, "scan");
            Assert.Equal(2, lines.Length);
            Assert.StartsWith("problem: cuda: libcuda.so.1 is too old or not NVIDIA's (it has no cuInit)", lines[0], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_closed_device_leaves_nothing_behind_in_the_driver() =>
        Assert.Equal(["allocations 0", "pinned 0", "events 0", "streams 0", "modules 0", "contexts 0"], driver.Run("left-behind"));
}
