using System.Globalization;
using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>NVIDIA devices, by way of the driver alone.</summary>
public sealed class CudaProvider : IAcceleratorProvider
{
    private readonly Func<KernelProgram> kernels;

    public CudaProvider()
        : this(() => Program(PtxText.Embedded(), KernelSource.Cuda))
    {
    }

    /// <param name="kernels">Makes the program, its text PTX, when a device is opened.</param>
    internal CudaProvider(Func<KernelProgram> kernels) => this.kernels = kernels;

    public string Kind => "cuda";

    public DeviceScan Scan()
    {
        try
        {
            return Connect() is { } driver ? new DeviceScan([.. Enumerable.Range(0, Count(driver)).Select(i => Describe(driver, i))], []) : new DeviceScan([], []);
        }
        catch (AcceleratorException e)
        {
            return new DeviceScan([], [e.Message]);
        }
    }

    public Accelerator Open(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        string name = CudaDevice.NameOf(index);
        CudaDriver driver = Connect()
            ?? throw new AcceleratorException($"{name}: there is no NVIDIA driver with a device ({CudaDriver.Library}); install it, or use --accelerator opencl or cpu.");
        int count = Count(driver);
        if (index >= count)
        {
            throw new AcceleratorException(string.Create(
                CultureInfo.InvariantCulture, $"{name}: there is no such device; the driver shows {count}, numbered from 0 (CUDA_VISIBLE_DEVICES may hide some)."));
        }
        var device = new CudaDevice(driver, index);
        if (device.Problem is { } problem)
            throw new AcceleratorException($"{device.Name}: {device.Model} cannot be used: {problem}.");
        return new CudaAccelerator(driver, device, kernels());
    }

    /// <summary>The kernels of this program, whose text is <paramref name="source"/>.</summary>
    /// <exception cref="AcceleratorException">The PTX was built from another text.</exception>
    internal static KernelProgram Program(PtxText ptx, string source)
    {
        ptx.CheckSource(source);
        return new KernelProgram(ptx.Text, KernelSource.Kernels);
    }

    /// <summary>Null: nothing is installed, or nothing is there to drive.</summary>
    private static unsafe CudaDriver? Connect()
    {
        if (CudaDriver.Load() is not { } driver)
            return null;
        CudaResult result = driver.Init(0);
        return result switch
        {
            CudaResult.Success => driver,
            CudaResult.NoDevice => null,
            _ => throw Failure(driver, "cuInit", result),
        };
    }

    private static unsafe int Count(CudaDriver driver)
    {
        int count;
        CudaResult result = driver.DeviceGetCount(&count);
        return result == CudaResult.Success ? count : throw Failure(driver, "cuDeviceGetCount", result);
    }

    /// <summary>A device that does not answer keeps its number, and says why it cannot be used.</summary>
    private static DeviceInfo Describe(CudaDriver driver, int index)
    {
        try
        {
            return new CudaDevice(driver, index).Info;
        }
        catch (AcceleratorException e)
        {
            return new DeviceInfo(CudaDevice.NameOf(index), "unknown", "CUDA", 0, IsGpu: true, DoublePrecision: false, e.Message);
        }
    }

    private static AcceleratorException Failure(CudaDriver driver, string call, CudaResult result) =>
        new($"cuda: {call} failed: {CudaErrors.Name(driver, result)}; {CudaErrors.Cure(result)}.");
}
