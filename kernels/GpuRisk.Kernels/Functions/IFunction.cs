using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Functions;

/// <summary>A function of one real as a type argument of a kernel.</summary>
public interface IFunction
{
    static abstract R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;
}
