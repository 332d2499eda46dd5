namespace GpuRisk.KernelTranslator.Tests;

/// <summary>Entry points, their signatures, device memory and type arguments.</summary>
public sealed class KernelTests
{
    private const string Lanes = "where R : struct, IReal<R, W> where W : struct, IWord<W>";

    [Fact]
    public void A_grid_kernel_finds_its_item_and_row()
    {
        TranslatedSource source = TranslatedSource.Of(
            $"public static class K {{ [Kernel] public static void Run<R, W>(int item, int row, int stride, Reals<R, W> a, Reals<R, W> b) {Lanes} {{ b[(long)row * stride + item] = a[item]; }} }}");
        Assert.Empty(source.Errors);
        Assert.Contains(
            "GR_KERNEL void K_Run(\n    int gr_items, int gr_first_row, int gr_rows, int stride, GR_GLOBAL const double* GR_RESTRICT a, GR_GLOBAL double* b)\n", source.OpenCl,
            StringComparison.Ordinal);
        Assert.Equal(
            "int item = gr_id_x();\nint gr_id = gr_id_y();\nif ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)\n{\n    return;\n}\n"
            + "int row = gr_add32(gr_first_row, gr_id);\n"
            + "b[(gr_long)row * stride + item] = a[item];", source.BodyOf("K_Run"));
    }

    [Fact]
    public void Signatures_say_what_a_launch_passes()
    {
        TranslatedSource source = TranslatedSource.Of(
            "public static class Outer { public static class K { "
            + "[Kernel] public static void Run(int item, uint a, long b, ulong c, double d, Table<uint> e, Column<int> f, Column<double> g) { Add(g, item); } "
            + "static void Add(Column<double> g, int i) { g[i] += 1; } "
            + "[Kernel] public static void Grid(int item, int row, int stride) { } } }");
        Assert.Contains(
            """
                    new("Outer.K.Grid", "Outer_K_Grid", true, [new("stride", KernelParameterKind.Int, null, false)]),
                    new("Outer.K.Run", "Outer_K_Run", false, [new("a", KernelParameterKind.UInt, null, false), new("b", KernelParameterKind.Long, null, false), new("c", KernelParameterKind.ULong, null, false), new("d", KernelParameterKind.Double, null, false), new("e", KernelParameterKind.Buffer, "uint", false), new("f", KernelParameterKind.Buffer, "int", false), new("g", KernelParameterKind.Buffer, "double", true)]),
            """, source.Generated, StringComparison.Ordinal);
        Assert.Contains("GR_GLOBAL const int* GR_RESTRICT f, GR_GLOBAL double* g)", source.OpenCl, StringComparison.Ordinal);
    }

    [Fact]
    public void Lanes_become_one_lane_of_the_prelude()
    {
        TranslatedSource source = TranslatedSource.Of(
            $$"""
            public static class K
            {
                [Kernel] public static void Run<R, W>(int item, Words<W> s, Reals<R, W> a) {{Lanes}}
                {
                    R x = R.Uniform(s[item], W.MultiplyHigh(s[item], 3u) ^ 5u);
                    if (R.AnyLess(x, 0.5))
                        x = -R.Min(R.Abs(x), 2.0) / R.Sqrt(1.0 - x);
                    for (int j = 0; j < R.Lanes; j += R.Lanes)
                        x += R.Pow2(R.Exponent(x) + R.RoundingMagic) * R.Significand(x);
                    uint below = R.Below(x, R.ExpOverflow);
                    a.Stream(item + below, R.IfLess(x, R.Of(1.0), R.Fma(x, 2.0, x), x));
                }
            }
            """);
        Assert.Empty(source.Errors);
        Assert.EndsWith(
            """
            double x = gr_uniform(s[item], gr_multiply_high(s[item], 3u) ^ 5u);
            if (x < 0.5)
            {
                x = -gr_min(gr_abs(x), 2.0) / gr_sqrt(1.0 - x);
            }
            for (int j = 0; j < 1 /* lane */; j = gr_add32(j, 1 /* lane */))
            {
                x = x + gr_pow2(gr_exponent(x) + GR_ROUNDING_MAGIC) * gr_significand(x);
            }
            uint below = gr_below(x, GR_EXP_OVERFLOW);
            a[(gr_long)item + below] = gr_if_less(x, 1.0, gr_fma(x, 2.0, x), x);
            """, source.BodyOf("K_Run"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lane_of_width_one_is_a_real()
    {
        TranslatedSource source = TranslatedSource.OfStatements("cd[0] = F<ScalarReal, ScalarWord>(ScalarReal.Of(x)).a;", $"static R F<R, W>(R a) {Lanes} => a + 1.0;");
        Assert.Equal("cd[0L] = K_F(x);", source.Statements);
    }

    [Fact]
    public void Stored_reals_have_the_width_of_their_element()
    {
        TranslatedSource source = TranslatedSource.Of(
            $$"""
            public static class K
            {
                [Kernel, KernelInstance(typeof(Binary32)), KernelInstance(typeof(Binary64))]
                public static void Run<R, W, E>(int item, Stored<R, W, E> a, Stored<R, W, E> b) {{Lanes}} where E : struct, IElement
                {
                    b[item] = a[item] * 2.0;
                    b[item] += 1.0;
                    b[item + 1L] = a[item];
                }
            }
            """);
        Assert.Empty(source.Errors);
        Assert.Contains(
            "void K_Run_Binary32(int gr_items, int gr_first_item, GR_GLOBAL const float* GR_RESTRICT a, GR_GLOBAL float* b)", source.OpenCl, StringComparison.Ordinal);
        Assert.EndsWith(
            "b[item] = gr_narrow((double)a[item] * 2.0);\nb[item] = gr_narrow((double)b[item] + 1.0);\n"
            + "b[(gr_long)item + 1L] = gr_narrow((double)a[item]);", source.BodyOf("K_Run_Binary32"), StringComparison.Ordinal);
        Assert.Contains("b[item] = a[item] * 2.0;", source.BodyOf("K_Run_Binary64"), StringComparison.Ordinal);
        Assert.Contains("new(\"K.Run.Binary32\", \"K_Run_Binary32\", false, [new(\"a\", KernelParameterKind.Buffer, \"float\", false)", source.Generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payoff_is_chosen_by_its_type()
    {
        TranslatedSource source = TranslatedSource.Of(
            $$"""
            public interface IPayoff { static abstract R Value<R, W>(R spot, double strike) {{Lanes}}; }
            public struct Call : IPayoff { public static R Value<R, W>(R spot, double strike) {{Lanes}} => R.IfLess(spot, strike, 0.0, spot - strike); }
            public struct Put : IPayoff { static R IPayoff.Value<R, W>(R spot, double strike) => R.IfLess(spot, strike, R.Of(strike) - spot, R.Of(0.0)); }
            public interface IRule<R> { static abstract R Apply(R a); }
            public struct Twice<R, W> : IRule<R> {{Lanes}} { public static R Apply(R a) => a + a; }
            public static class K
            {
                [Kernel, KernelInstance(typeof(Call), typeof(Twice<,>)), KernelInstance(typeof(Put), typeof(Twice<,>))]
                public static void Price<R, W, P, Q>(int item, double strike, Reals<R, W> spots, Reals<R, W> values)
                    {{Lanes}} where P : struct, IPayoff where Q : struct, IRule<R> => values[item] = Q.Apply(Discounted<R, W, P>(spots[item], strike));
                static R Discounted<R, W, P>(R spot, double strike) {{Lanes}} where P : struct, IPayoff => 0.5 * P.Value<R, W>(spot, strike);
            }
            """);
        Assert.Empty(source.Errors);
        Assert.EndsWith("values[item] = Twice_Apply(K_Discounted_Put(spots[item], strike));", source.BodyOf("K_Price_Put_Twice"), StringComparison.Ordinal);
        Assert.Equal("return 0.5 * Put_Value(spot, strike);", source.BodyOf("K_Discounted_Put"));
        Assert.Equal("return gr_if_less(spot, strike, strike - spot, 0.0);", source.BodyOf("Put_Value"));
        Assert.Equal("return 0.5 * Call_Value(spot, strike);", source.BodyOf("K_Discounted_Call"));
    }
}
