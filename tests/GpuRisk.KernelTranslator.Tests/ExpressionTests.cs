namespace GpuRisk.KernelTranslator.Tests;

/// <summary>Each expression of the subset, and what it becomes.</summary>
public sealed class ExpressionTests
{
    [Theory]
    [InlineData("i + 1", "gr_add32(i, 1)")]
    [InlineData("i * i - i", "gr_sub32(gr_mul32(i, i), i)")]
    [InlineData("-i", "gr_sub32(0, i)")]
    [InlineData("~i", "~i")]
    [InlineData("i / 3", "i / 3")]
    [InlineData("i / i", "gr_div32(i, i)")]
    [InlineData("i % -1", "gr_rem32(i, -1)")]
    [InlineData("i << 3", "gr_shl32(i, 3)")]
    [InlineData("i >> 35", "i >> 3")]
    [InlineData("i >> i", "gr_shr32(i, i)")]
    [InlineData("i >>> 1", "gr_ushr32(i, 1)")]
    [InlineData("i & 6 | i ^ 1", "(i & 6) | (i ^ 1)")]
    [InlineData("(int)u", "(int)u")]
    [InlineData("(int)x", "gr_to_int(x)")]
    [InlineData("(int)(l >> 3)", "(int)(l >> 3)")]
    [InlineData("x < 1 && l > 0 || !(u == 0) ? 1 : 2", "(x < 1.0 && l > 0L) || !(u == 0u) ? 1 : 2")]
    [InlineData("int.MinValue", "(-2147483647 - 1)")]
    [InlineData("Math.Max(i, 3)", "gr_max_int(i, 3)")]
    [InlineData("BitOperations.TrailingZeroCount(v)", "gr_trailing64(v)")]
    [InlineData("BitOperations.PopCount(u)", "gr_count32(u)")]
    [InlineData("BitOperations.LeadingZeroCount(u)", "gr_leading32(u)")]
    public void Integers_keep_the_meaning_of_CSharp(string expression, string expected) =>
        Assert.Equal($"ci[0L] = {expected};", TranslatedSource.OfStatements($"ci[0] = {expression};").Statements);

    [Theory]
    [InlineData("(long)i * i + i", "(gr_long)i * i + i")]
    [InlineData("(long)i * i * i", "gr_mul64((gr_long)i * i, i)")]
    [InlineData("l + i", "gr_add64(l, i)")]
    [InlineData("l << i", "gr_shl64(l, i)")]
    [InlineData("(long)v", "(gr_long)v")]
    [InlineData("(long)x", "gr_to_long(x)")]
    [InlineData("u - 1L", "(gr_long)u - 1L")]
    [InlineData("BitConverter.DoubleToInt64Bits(x)", "(gr_long)gr_bits(x)")]
    [InlineData("long.MinValue", "(-9223372036854775807L - 1L)")]
    public void Long_integers_wrap_only_where_they_can(string expression, string expected) =>
        Assert.Equal($"cl[0L] = {expected};", TranslatedSource.OfStatements($"cl[0] = {expression};").Statements);

    [Theory]
    [InlineData("x - (x - 1)", "x - (x - 1.0)")]
    [InlineData("-(-x)", "-(-x)")]
    [InlineData("x * -3", "x * -3.0")]
    [InlineData("0.1", "0x1.999999999999ap-4 /* 0.1 */")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("3.125", "3.125")]
    [InlineData("1e300", "0x1.7e43c8800759cp+996 /* 1E+300 */")]
    [InlineData("double.Epsilon", "0x0.0000000000001p-1022 /* 5E-324 */")]
    [InlineData("double.NaN", "gr_real(0xFFF8000000000000UL)")]
    [InlineData("double.NegativeInfinity", "-GR_INFINITY")]
    [InlineData("Half", "0x1.999999999999ap-2 /* Half = 0.4 */")]
    [InlineData("i", "(double)i")]
    [InlineData("v", "(double)v")]
    [InlineData("u + x", "(double)u + x")]
    [InlineData("Math.FusedMultiplyAdd(x, 2, i)", "gr_fma(x, 2.0, (double)i)")]
    [InlineData("Math.Sqrt(Math.Abs(x))", "gr_sqrt(gr_abs(x))")]
    [InlineData("double.IsNaN(x) ? 0 : x", "gr_is_nan(x) ? 0.0 : x")]
    [InlineData("BitConverter.UInt64BitsToDouble(v >> 1)", "gr_real(v >> 1)")]
    [InlineData("td[tu[i]] + ti[i + 1L]", "td[tu[i]] + (double)ti[(gr_long)i + 1L]")]
    public void Reals_are_exact(string expression, string expected) =>
        Assert.Equal($"cd[0L] = {expected};", TranslatedSource.OfStatements($"cd[0] = {expression};", "const double Half = 0.4;").Statements);

    [Theory]
    [InlineData("uint a = u + 1;", "uint a = u + 1u;")]
    [InlineData("uint a = (uint)x;", "uint a = gr_to_uint(x);")]
    [InlineData("uint a = (uint)i ^ 0x9E3779B9u;", "uint a = (uint)i ^ 0x9E3779B9u;")]
    [InlineData("uint a = u << i;", "uint a = gr_shl32u(u, i);")]
    [InlineData("uint a = u % tu[0];", "uint a = gr_rem32u(u, tu[0L]);")]
    [InlineData("ulong a = (ulong)u << 32 | v;", "gr_ulong a = ((gr_ulong)u << 32) | v;")]
    [InlineData("ulong a = (ulong)i;", "gr_ulong a = (gr_ulong)i;")]
    [InlineData("bool a = i == 1 ^ x < 1;", "bool a = (i == 1) ^ (x < 1.0);")]
    [InlineData("int a = default;", "int a = 0;")]
    [InlineData("double half = x, kernel = x, @double = x, gr_x = x, X = x, a_ = x;",
        "double half_ = x;\ndouble kernel_ = x;\ndouble double_ = x;\ndouble gr_x_ = x;\ndouble X_ = x;\ndouble a__ = x;")]
    public void Locals_are_typed_and_named_for_C(string statement, string expected) =>
        Assert.Equal(expected, TranslatedSource.OfStatements(statement).Statements);

    [Fact]
    public void Locals_that_never_change_carry_their_bounds()
    {
        Assert.Equal("gr_long p = (gr_long)i * 8L;\nci[p + 1L] = 0;", TranslatedSource.OfStatements("long p = (long)i * 8; ci[p + 1] = 0;").Statements);
        Assert.Equal(
            "gr_long p = (gr_long)i * 8L;\np = l;\nci[gr_add64(p, 1L)] = 0;", TranslatedSource.OfStatements("long p = (long)i * 8; p = l; ci[p + 1] = 0;").Statements);
    }

    [Fact]
    public void Overloads_and_type_arguments_have_names_of_their_own()
    {
        TranslatedSource source = TranslatedSource.OfStatements(
            "cd[0] = F(x) + F(i) + G(x) + G(l) + H.F(x);",
            """
            static double F(double a) => a;
            static double F(int a) => a + 1;
            static T G<T>(T a) where T : struct => a;
            """ + "}\npublic static class H { public static double F(double a) => a + 2;");
        Assert.Equal("cd[0L] = K_F_Double(x) + K_F_Int32(i) + K_G_Double(x) + (double)K_G_Int64(l) + H_F(x);", source.Statements);
        Assert.Equal("return a;", source.BodyOf("K_G_Int64"));
    }

    [Fact]
    public void Arguments_may_be_named_and_left_out()
    {
        TranslatedSource source = TranslatedSource.OfStatements("cd[0] = F(c: x, a: 1.0);", "static double F(double a, int b = 7, double c = 2) => a + b * c;");
        Assert.Equal("cd[0L] = K_F(1.0, 7, x);", source.Statements);
    }

    [Fact]
    public void Functions_come_before_their_callers_and_once()
    {
        string text = TranslatedSource.OfStatements("cd[0] = A(x) + B(x);", "static double A(double a) => B(a) + B(-a);\nstatic double B(double a) => a * a;").OpenCl;
        int b = text.IndexOf("K_B(double a)", StringComparison.Ordinal);
        Assert.InRange(b, 0, text.IndexOf("K_A(double a)", StringComparison.Ordinal));
        Assert.Equal(b, text.LastIndexOf("K_B(double a)", StringComparison.Ordinal));
    }
}
