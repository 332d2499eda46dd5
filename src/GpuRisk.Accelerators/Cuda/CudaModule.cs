using System.Text;
using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>The kernels, compiled by the driver for its device.</summary>
internal sealed unsafe class CudaModule
{
    private const int LogBytes = 16 << 10;

    private readonly Dictionary<string, CudaKernel> kernels = new(StringComparer.Ordinal);
    private readonly CudaContext context;
    private readonly nint module;

    /// <param name="program">Its text is PTX.</param>
    /// <exception cref="AcceleratorException">The driver refuses the text; its words are in the message.</exception>
    public CudaModule(CudaContext context, KernelProgram program)
    {
        this.context = context;
        context.Enter();
        module = Load(context, program.Text);
        try
        {
            foreach (KernelSignature kernel in program.Kernels)
                kernels.Add(kernel.Name, new CudaKernel(kernel, Function(kernel.Entry)));
        }
        catch (AcceleratorException)
        {
            Unload();
            throw;
        }
    }

    /// <exception cref="AcceleratorException">There is no such kernel.</exception>
    public CudaKernel Find(string name) =>
        kernels.TryGetValue(name, out CudaKernel? kernel)
            ? kernel
            : throw new AcceleratorException($"{context.Device.Name}: no kernel {name} was translated; mark it [Kernel], run kernels/ptx.sh and build again.");

    public void Unload() => _ = context.Driver.ModuleUnload(module);

    private static nint Load(CudaContext context, string text)
    {
        var log = new byte[LogBytes];
        nint handle;
        CudaResult result;
        fixed (byte* image = Encoding.UTF8.GetBytes(text + '\0'), words = log)
        {
            CudaJitOption* options = stackalloc[] { CudaJitOption.ErrorLogBuffer, CudaJitOption.ErrorLogBufferSizeBytes };
            void** values = stackalloc void*[] { words, (void*)LogBytes };
            result = context.Driver.ModuleLoadDataEx(&handle, image, 2, options, values);
        }
        if (result == CudaResult.Success)
            return handle;
        string said = Encoding.UTF8.GetString(log.AsSpan(0, Math.Max(0, log.AsSpan().IndexOf((byte)0)))).Trim();
        throw new AcceleratorException(
            $"{context.Device.Name}: the driver could not compile the kernels for {context.Device.Model} (cuModuleLoadDataEx, {CudaErrors.Name(context.Driver, result)}); {CudaErrors.Cure(result)}.{(said.Length == 0 ? "" : $" It says: {said}")}");
    }

    private nint Function(string entry)
    {
        nint function;
        fixed (byte* name = Encoding.UTF8.GetBytes(entry + '\0'))
        {
            CudaResult result = context.Driver.ModuleGetFunction(&function, module, name);
            if (result == CudaResult.NotFound)
                throw new AcceleratorException($"{context.Device.Name}: the PTX has no kernel {entry}; run kernels/ptx.sh and build again.");
            context.Check(result, "cuModuleGetFunction");
        }
        return function;
    }
}

/// <param name="Function">The driver's handle.</param>
internal sealed record CudaKernel(KernelSignature Signature, nint Function);
