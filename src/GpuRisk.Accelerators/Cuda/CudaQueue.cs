using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>The one queue of a device: its stream. A launch returns at once.</summary>
internal sealed unsafe class CudaQueue(CudaContext context, CudaMemory memory, CudaModule module, KernelTimes times) : LaunchQueue
{
    /// <summary>Items, first row and rows, or items and first item.</summary>
    private const int GridValues = 3;

    private const int ItemValues = 2;

    /// <summary>Of every device with compute capability 7.0 or later; no kernel takes so many registers that its groups would have to be smaller.</summary>
    private static readonly GroupLimit Limit = new(1024, 1024, 1024);

    public override int Index => 0;

    public override void Launch<TLaunch>(in TLaunch launch, int items, int firstRow, int rows)
    {
        CudaKernel kernel = Kernel(TLaunch.Kernel, hasRows: true, items, firstRow, rows);
        if (items == 0 || rows == 0)
            return;
        int most = GridValues + kernel.Signature.Parameters.Count;
        ulong* values = stackalloc ulong[most];
        void** pointers = stackalloc void*[most];
        var arguments = new CudaArguments(kernel.Signature, memory, GridValues, values, pointers);
        Bind(launch, kernel.Signature, ref arguments);
        Lead(values, pointers, GridValues);
        var group = WorkGroup.OfGrid(items, rows, Limit);
        values[0] = (uint)items;
        context.Enter();
        nint begin = times.Begin();
        try
        {
            for (long done = 0; done < rows; done += group.MostRows)
            {
                int part = (int)Math.Min(group.MostRows, rows - done);
                values[1] = (uint)(firstRow + done);
                values[2] = (uint)part;
                Submit(kernel, group, items, part, pointers);
            }
        }
        catch (AcceleratorException)
        {
            times.Cancel(begin);
            throw;
        }
        times.End(TLaunch.Kernel, begin);
    }

    public override void LaunchScalar<TLaunch>(in TLaunch launch, int firstItem, int items)
    {
        CudaKernel kernel = Kernel(TLaunch.Kernel, hasRows: false, items, firstItem, items);
        if (items == 0)
            return;
        int most = ItemValues + kernel.Signature.Parameters.Count;
        ulong* values = stackalloc ulong[most];
        void** pointers = stackalloc void*[most];
        var arguments = new CudaArguments(kernel.Signature, memory, ItemValues, values, pointers);
        Bind(launch, kernel.Signature, ref arguments);
        Lead(values, pointers, ItemValues);
        values[0] = (uint)items;
        values[1] = (uint)firstItem;
        context.Enter();
        nint begin = times.Begin();
        try
        {
            Submit(kernel, WorkGroup.OfScalar(Limit), items, 1, pointers);
        }
        catch (AcceleratorException)
        {
            times.Cancel(begin);
            throw;
        }
        times.End(TLaunch.Kernel, begin);
    }

    /// <exception cref="ArgumentException">The kernel runs over another kind of grid.</exception>
    private CudaKernel Kernel(string name, bool hasRows, int items, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, int.MaxValue - count);
        CudaKernel kernel = module.Find(name);
        return kernel.Signature.HasRows == hasRows
            ? kernel
            : throw new ArgumentException($"{name} runs over {(hasRows ? "items" : "items and rows")}: use {(hasRows ? nameof(LaunchScalar) : nameof(Launch))}.");
    }

    private static void Bind<TLaunch>(in TLaunch launch, KernelSignature kernel, ref CudaArguments arguments)
        where TLaunch : struct, ILaunch
    {
        launch.Bind(ref arguments);
        ArgumentCheck.Complete(kernel, arguments.Count);
    }

    private static void Lead(ulong* values, void** pointers, int count)
    {
        for (int i = 0; i < count; i++)
            pointers[i] = values + i;
    }

    private void Submit(CudaKernel kernel, WorkGroup group, int items, int rows, void** pointers)
    {
        uint wide = (uint)(WorkGroup.RoundUp(items, group.Items) / group.Items), high = (uint)(WorkGroup.RoundUp(rows, group.Rows) / group.Rows);
        context.Check(
            context.Driver.LaunchKernel(
                kernel.Function, wide, high, 1, (uint)group.Items, (uint)group.Rows, 1, 0, context.Stream, pointers, null),
            $"cuLaunchKernel of {kernel.Signature.Name}");
    }
}
