using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Submits launches to the device's queue and does not wait for them.</summary>
internal sealed unsafe class OpenClQueue(OpenClContext context, OpenClMemory memory, OpenClProgram program, KernelTimes times) : LaunchQueue
{
    /// <summary>Launches after which the device is told to begin: drivers gather them otherwise.</summary>
    private const int FlushEvery = 16;

    /// <summary>Items that stay an int when rounded up to a group.</summary>
    private const int MostItems = int.MaxValue - 1024;

    private int unflushed;

    public override int Index => 0;

    public override void Launch<TLaunch>(in TLaunch launch, int items, int firstRow, int rows)
    {
        CheckRange(0, items);
        CheckRange(firstRow, rows);
        if (items == 0 || rows == 0)
            return;
        OpenClKernel kernel = program.Find(TLaunch.Kernel, hasRows: true);
        Bind(launch, kernel);
        WorkGroup group = WorkGroup.OfGrid(items, rows, kernel.Limit);
        for (long done = 0; done < rows; done += group.MostRows)
        {
            int part = (int)Math.Min(group.MostRows, rows - done);
            SetGrid(kernel, items, firstRow + (int)done, part);
            Submit(kernel, group, items, part);
        }
        kernel.Unbind();
    }

    public override void LaunchScalar<TLaunch>(in TLaunch launch, int firstItem, int items)
    {
        CheckRange(firstItem, items);
        if (items == 0)
            return;
        OpenClKernel kernel = program.Find(TLaunch.Kernel, hasRows: false);
        Bind(launch, kernel);
        SetGrid(kernel, items, firstItem);
        Submit(kernel, WorkGroup.OfScalar(kernel.Limit), items, 1);
        kernel.Unbind();
    }

    private static void CheckRange(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostItems - Math.Min(first, MostItems));
    }

    private void Bind<TLaunch>(TLaunch launch, OpenClKernel kernel)
        where TLaunch : struct, ILaunch
    {
        var arguments = new OpenClArguments(context, memory, kernel);
        launch.Bind(ref arguments);
        arguments.Complete();
    }

    private void SetGrid(OpenClKernel kernel, params ReadOnlySpan<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int value = values[i];
            context.Check(OpenClApi.SetKernelArg(kernel.Handle, (uint)i, sizeof(int), &value), "clSetKernelArg");
        }
    }

    private void Submit(OpenClKernel kernel, WorkGroup group, int items, int rows)
    {
        nuint* global = stackalloc nuint[] { (nuint)WorkGroup.RoundUp(items, group.Items), (nuint)WorkGroup.RoundUp(rows, group.Rows) };
        nuint* local = stackalloc nuint[] { (nuint)group.Items, (nuint)group.Rows };
        uint dimensions = kernel.Signature.HasRows ? 2u : 1;
        nint done;
        context.Check(
            OpenClApi.EnqueueNDRangeKernel(context.Queue, kernel.Handle, dimensions, null, global, local, 0, null, &done),
            $"clEnqueueNDRangeKernel({kernel.Signature.Name})");
        if (++unflushed >= FlushEvery)
            Flush();
        times.Add(kernel.Signature.Name, done);
    }

    /// <summary>Lets the device begin with what was submitted.</summary>
    public void Flush()
    {
        unflushed = 0;
        context.Flush();
    }
}
