using System.Diagnostics;
using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>A built program and its kernels by name.</summary>
internal sealed class OpenClProgram : IDisposable
{
    private readonly Dictionary<string, OpenClKernel> kernels = new(StringComparer.Ordinal);
    private readonly OpenClContext context;
    private readonly nint handle;
    private bool disposed;

    public OpenClProgram(OpenClContext context, KernelProgram program, ProgramCache cache)
    {
        this.context = context;
        long start = Stopwatch.GetTimestamp();
        handle = OpenClCompiler.Compile(context, program.Text, cache);
        try
        {
            foreach (KernelSignature signature in program.Kernels)
                kernels.Add(signature.Name, new OpenClKernel(context, handle, signature));
        }
        catch
        {
            Dispose();
            throw;
        }
        BuildSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public double BuildSeconds { get; }

    /// <param name="hasRows">Whether it is launched over rows.</param>
    public OpenClKernel Find(string name, bool hasRows)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!kernels.TryGetValue(name, out OpenClKernel? kernel))
            throw new ArgumentException($"{context.Device.Name}: no kernel {name} was translated for OpenCL.");
        if (kernel.Signature.HasRows != hasRows)
            throw new ArgumentException($"{context.Device.Name}: {name} runs over {(hasRows ? "items alone" : "items and rows")}.");
        return kernel;
    }

    public void Dispose()
    {
        disposed = true;
        foreach (OpenClKernel kernel in kernels.Values)
            kernel.Dispose();
        _ = OpenClApi.ReleaseProgram(handle);
    }
}
