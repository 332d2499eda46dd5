using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>A kernel of a built program.</summary>
internal sealed unsafe class OpenClKernel : IDisposable
{
    /// <summary>The buffers of the launch in preparation: nothing may release them before it is submitted.</summary>
    private readonly DeviceBuffer?[] bound;

    public OpenClKernel(OpenClContext context, nint program, KernelSignature signature)
    {
        Signature = signature;
        bound = new DeviceBuffer?[signature.Parameters.Count];
        int status;
        Handle = OpenClApi.CreateKernel(program, signature.Entry, &status);
        context.Check(status, $"clCreateKernel({signature.Entry})");
        nuint group = 0;
        status = OpenClApi.GetKernelWorkGroupInfo(Handle, context.Device.Handle, OpenClQuery.KernelWorkGroupSize, (nuint)sizeof(nuint), &group, null);
        if (status != 0)
            _ = OpenClApi.ReleaseKernel(Handle);
        context.Check(status, "clGetKernelWorkGroupInfo");
        (int items, int rows) = context.Device.LargestGroup;
        Limit = new GroupLimit((int)Math.Clamp(group, 1, int.MaxValue), items, rows);
    }

    public KernelSignature Signature { get; }

    public nint Handle { get; }

    /// <summary>How large groups may be, given what the kernel takes of the device.</summary>
    public GroupLimit Limit { get; }

    public void Bind(int position, DeviceBuffer buffer) => bound[position] = buffer;

    public void Unbind() => Array.Clear(bound);

    public void Dispose() => _ = OpenClApi.ReleaseKernel(Handle);
}
