using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Tests;

/// <summary>Runs a body once for each type of lanes; what it is given tells how many lanes there are.</summary>
internal interface ILaneBody
{
    void Run<R, W>()
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;
}

internal static class LaneArrays
{
    public const int Widest = 16;

    public static void OnEveryWidth(ILaneBody body)
    {
        body.Run<ScalarReal, ScalarWord>();
        body.Run<V128Real, V128Word>();
        body.Run<V256Real, V256Word>();
        body.Run<V512Real, V512Word>();
    }

    /// <summary>Lanes from the first elements of <paramref name="values"/>.</summary>
    public static unsafe W Words<W>(uint[] values)
        where W : struct, IWord<W>
    {
        Assert.True(values.Length >= W.Lanes);
        fixed (uint* first = values)
            return W.Load(first);
    }

    public static unsafe uint[] Of<W>(W lanes)
        where W : struct, IWord<W>
    {
        var values = new uint[W.Lanes];
        fixed (uint* first = values)
            lanes.Store(first);
        return values;
    }

    public static unsafe double[] Of<R, W>(R lanes)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        var values = new double[R.Lanes];
        fixed (double* first = values)
        {
            var memory = new Reals<R, W>(first);
            memory[0] = lanes;
        }
        return values;
    }
}
