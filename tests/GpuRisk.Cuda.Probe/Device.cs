using System.Runtime.InteropServices;
using System.Text;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cuda;

namespace GpuRisk.Cuda.Probe;

/// <summary>The device under test, and what the software driver knows of it.</summary>
internal static unsafe class Device
{
    public static CudaProvider Provider() => new(ProbeKernels.Program);

    public static CudaAccelerator Open() => (CudaAccelerator)Provider().Open(0);

    /// <summary>Objects of a kind that nobody has given back.</summary>
    public static nint Live(string kind)
    {
        nint library = NativeLibrary.Load(CudaDriver.Library);
        var live = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(library, "cuSoftwareLive");
        fixed (byte* name = Encoding.UTF8.GetBytes(kind + '\0'))
            return live(name);
    }

    /// <summary>Runs an action that should throw, and prints what.</summary>
    public static void Refusal(string what, Action action)
    {
        try
        {
            action();
            Console.WriteLine($"{what}: nothing");
        }
        catch (Exception e) when (e is AcceleratorException or ArgumentException or ObjectDisposedException or OperationCanceledException)
        {
            Console.WriteLine($"{what}: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
