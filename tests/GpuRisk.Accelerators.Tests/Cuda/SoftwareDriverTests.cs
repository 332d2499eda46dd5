using System.Globalization;
using Instruction = (string Ptx, ulong A, ulong B, ulong C, ulong Result);

namespace GpuRisk.Accelerators.Tests.Cuda;

/// <summary>
/// The software driver itself, instruction by instruction, against results worked out from the PTX ISA's definitions: what passes on it is
/// worth no more than this.
/// </summary>
[Collection(nameof(SoftwareDriver))]
public sealed class SoftwareDriverTests(SoftwareDriver driver)
{
    private const ulong One = 0x3FF0000000000000, MinusZero = 0x8000000000000000, NaN = 0x7FF8000000000000, Infinity = 0x7FF0000000000000;
    private const ulong Odd = 0x3FF0000000000001, Near = 0x3FF0000002000000, Half = 0x3FE0000000000000, Large = 0x43F0000000000000; // 1 + 2^-52, 1 + 2^-27, 1/2, 2^64
    private const ulong MinusTwoAndAHalf = 0xC004000000000000, TwoAndAHalf = 0x4004000000000000;

    private static readonly Instruction[] Integers =
    [
        ("add.s32 %r9, %r1, %r2;", 0x7FFFFFFF, 1, 0, 0x80000000),
        ("sub.s32 %r9, %r1, %r2;", 0, 1, 0, 0xFFFFFFFF),
        ("add.s64 %rd9, %rd1, -1;", 0, 0, 0, ulong.MaxValue),
        ("mul.lo.s32 %r9, %r1, %r2;", 0x10001, 0x10001, 0, 0x20001),
        ("mul.hi.s32 %r9, %r1, %r2;", 0xFFFFFFFF, 2, 0, 0xFFFFFFFF),
        ("mul.hi.u32 %r9, %r1, %r2;", 0xFFFFFFFF, 2, 0, 1),
        ("mul.hi.u64 %rd9, %rd1, %rd2;", ulong.MaxValue, 2, 0, 1),
        ("mul.hi.s64 %rd9, %rd1, %rd2;", ulong.MaxValue, 2, 0, ulong.MaxValue),
        ("mul.wide.s32 %rd9, %r1, %r2;", 0xFFFFFFFF, 3, 0, 0xFFFFFFFFFFFFFFFD),
        ("mul.wide.u32 %rd9, %r1, -766435501;", 2, 0, 0, 0x1A4A23EA6),
        ("mad.lo.s32 %r9, %r1, %r2, %r3;", 3, 0xFFFFFFFF, 5, 2),
        ("mad.wide.s32 %rd9, %r1, %r2, %rd3;", 3, 0xFFFFFFFF, 5, 2),
        ("div.s32 %r9, %r1, %r2;", 0xFFFFFFF9, 2, 0, 0xFFFFFFFD),
        ("div.s32 %r9, %r1, %r2;", 0x80000000, 0xFFFFFFFF, 0, 0x80000000),
        ("rem.s64 %rd9, %rd1, %rd2;", unchecked((ulong)-7), 2, 0, ulong.MaxValue),
        ("div.u32 %r9, %r1, %r2;", 0xFFFFFFF9, 2, 0, 0x7FFFFFFC),
        ("neg.s32 %r9, %r1;", 0x80000000, 0, 0, 0x80000000),
        ("abs.s32 %r9, %r1;", 0xFFFFFFFB, 0, 0, 5),
        ("min.s32 %r9, %r1, %r2;", 0xFFFFFFFF, 0, 0, 0xFFFFFFFF),
        ("max.u32 %r9, %r1, %r2;", 0xFFFFFFFF, 0, 0, 0xFFFFFFFF),
        ("shl.b32 %r9, %r1, %r2;", 1, 31, 0, 0x80000000),
        ("shl.b32 %r9, %r1, %r2;", 1, 32, 0, 0),
        ("shl.b64 %rd9, %rd1, %r2;", 1, 64, 0, 0),
        ("shr.u32 %r9, %r1, %r2;", 0x80000000, 0xFFFFFFFF, 0, 0),
        ("shr.s32 %r9, %r1, %r2;", 0x80000000, 40, 0, 0xFFFFFFFF),
        ("shr.s64 %rd9, %rd1, %r2;", MinusZero, 63, 0, ulong.MaxValue),
        ("shr.u64 %rd9, %rd1, 52;", One, 0, 0, 0x3FF),
        ("shf.l.wrap.b32 %r9, %r1, %r2, %r3;", 0x80000001, 0x7, 33, 0xF),
        ("shf.r.clamp.b32 %r9, %r1, %r2, %r3;", 0x80000001, 0x7, 33, 0x7),
        ("and.b64 %rd9, %rd1, %rd2;", 0xF0F0, 0xFF00, 0, 0xF000),
        ("xor.b32 %r9, %r1, -1;", 0xF0F0F0F0, 0, 0, 0x0F0F0F0F),
        ("not.b64 %rd9, %rd1;", 0, 0, 0, ulong.MaxValue),
        ("popc.b64 %r9, %rd1;", 0xFF00000000000001, 0, 0, 9),
        ("popc.b32 %r9, %r1;", 0xFF00000000000001, 0, 0, 1),
        ("clz.b32 %r9, %r1;", 0, 0, 0, 32),
        ("clz.b64 %r9, %rd1;", 1, 0, 0, 63),
        ("brev.b32 %r9, %r1;", 1, 0, 0, 0x80000000),
        ("bfind.u32 %r9, %r1;", 0x10, 0, 0, 4),
        ("bfind.s64 %r9, %rd1;", ulong.MaxValue, 0, 0, 0xFFFFFFFF),
        ("bfind.shiftamt.u32 %r9, %r1;", 0x10, 0, 0, 27),
        ("bfe.u32 %r9, %r1, 4, 8;", 0xABCDE, 0, 0, 0xCD),
        ("bfe.s64 %rd9, %rd1, 4, 8;", 0xABCDE, 0, 0, 0xFFFFFFFFFFFFFFCD),
        ("bfi.b32 %r9, %r1, %r2, 8, 4;", 0xF, 0, 0, 0xF00),
        ("setp.lt.s32 %p9, %r1, %r2;", 0xFFFFFFFF, 0, 0, 1),
        ("setp.lt.u32 %p9, %r1, %r2;", 0xFFFFFFFF, 0, 0, 0),
        ("setp.eq.s32 %p1, %r1, 7; setp.ne.and.s32 %p9, %r2, 0, %p1;", 7, 1, 0, 1),
        ("setp.eq.s32 %p1|%p9, %r1, 7;", 7, 0, 0, 0),
        ("setp.eq.s32 %p1, %r1, 7; xor.pred %p2, %p1, 1; not.pred %p9, %p2;", 7, 0, 0, 1),
        ("setp.eq.s32 %p1, %r1, 7; selp.b32 %r9, %r2, %r3, !%p1;", 7, 5, 6, 6),
        ("mov.u32 %r9, 1; setp.eq.s32 %p1, %r1, 7; @%p1 bra L#; mov.u32 %r9, 2; L#:", 7, 0, 0, 1),
        ("mov.u32 %r9, 1; setp.eq.s32 %p1, %r1, 7; @!%p1 mov.u32 %r9, 2;", 7, 0, 0, 1),
        ("cvt.s64.s32 %rd9, %r1;", 0xFFFFFFFF, 0, 0, ulong.MaxValue),
        ("cvt.u64.u32 %rd9, %r1;", 0xFFFFFFFF, 0, 0, 0xFFFFFFFF),
        ("cvt.u32.u64 %r9, %rd1;", 0x123456789, 0, 0, 0x23456789),
        ("cvt.u16.u32 %rs1, %r1; mul.lo.s16 %rs9, %rs1, %rs1;", 0x1FFFF, 0, 0, 1),
        ("cvt.s32.s8 %r9, %r1;", 0x1FF, 0, 0, 0xFFFFFFFF),
        ("mov.b64 %rd9, {%r2, %r1};", 1, 2, 0, 0x100000002),
        ("mov.b64 {%r1, %r9}, %rd1;", 0x500000006, 0, 0, 5),
        ("mov.u64 %rd5, depot; st.local.u64 [%rd5+8], %rd1; cvta.local.u64 %rd6, %rd5; add.u64 %rd6, %rd6, 8; ld.u64 %rd9, [%rd6];", 77, 0, 0, 77),
        ("{ .param .b64 param0; st.param.b64 [param0+0], %rd1; .param .b64 retval0; call.uni (retval0), twice, (param0); ld.param.b64 %rd9, [retval0+0]; }", 21, 0, 0, 42),
        ("ld.global.v2.u32 {%r8, %r9}, [%in];", 0, 0, 0, 0),
    ];

    private static readonly Instruction[] Reals =
    [
        ("add.rn.f64 %fd9, %fd1, %fd2;", One, 0x3CB0000000000000, 0, Odd),
        // A product and a difference are two roundings, fma is one: (1 + 2^-27)^2 - 1 = 2^-26 + 2^-54.
        ("mul.rn.f64 %fd8, %fd1, %fd2; sub.rn.f64 %fd9, %fd8, %fd3;", Near, Near, One, 0x3E50000000000000),
        ("neg.f64 %fd8, %fd3; fma.rn.f64 %fd9, %fd1, %fd2, %fd8;", Near, Near, One, 0x3E50000001000000),
        ("div.rn.f64 %fd9, %fd1, 0d4008000000000000;", One, 0, 0, 0x3FD5555555555555),
        ("sqrt.rn.f64 %fd9, 0d4000000000000000;", 0, 0, 0, 0x3FF6A09E667F3BCD),
        ("abs.f64 %fd9, %fd1;", MinusZero, 0, 0, 0),
        ("min.f64 %fd9, %fd1, %fd2;", NaN, One, 0, One),
        ("min.f64 %fd9, %fd1, %fd2;", 0, MinusZero, 0, MinusZero),
        ("max.f64 %fd9, %fd1, %fd2;", MinusZero, 0, 0, 0),
        ("copysign.f64 %fd9, %fd1, %fd2;", MinusZero, One, 0, 0xBFF0000000000000),
        ("add.rn.f32 %f9, %f1, 0f3F800000;", 0x3F800000, 0, 0, 0x40000000),
        ("mul.rn.f64 %fd9, %fd1, %fd2;", 0x0010000000000000, Half, 0, 0x0008000000000000), // a subnormal number stays
        ("setp.lt.f64 %p9, %fd1, %fd2;", NaN, One, 0, 0),
        ("setp.ltu.f64 %p9, %fd1, %fd2;", NaN, One, 0, 1),
        ("setp.ne.f64 %p9, %fd1, %fd2;", NaN, One, 0, 0),
        ("setp.neu.f64 %p9, %fd1, %fd2;", NaN, One, 0, 1),
        ("setp.equ.f64 %p9, %fd1, %fd2;", NaN, One, 0, 1),
        ("setp.eq.f64 %p9, %fd1, %fd2;", 0, MinusZero, 0, 1),
        ("setp.gtu.f64 %p9, %fd1, %fd2;", One, One, 0, 0),
        ("setp.num.f64 %p9, %fd1, %fd2;", NaN, One, 0, 0),
        ("setp.nan.f64 %p9, %fd1, %fd2;", NaN, One, 0, 1),
        ("selp.f64 %fd9, %fd1, %fd2, 0;", One, NaN, 0, NaN),
        ("mov.b64 %rd9, %fd1;", NaN, 0, 0, NaN),
        ("mov.b64 %fd9, %rd1;", Odd, 0, 0, Odd),
        ("cvt.rzi.s32.f64 %r9, %fd1;", MinusTwoAndAHalf, 0, 0, 0xFFFFFFFE),
        ("cvt.rni.s32.f64 %r9, %fd1;", TwoAndAHalf, 0, 0, 2),
        ("cvt.rmi.s32.f64 %r9, %fd1;", MinusTwoAndAHalf, 0, 0, 0xFFFFFFFD),
        ("cvt.rpi.s32.f64 %r9, %fd1;", TwoAndAHalf, 0, 0, 3),
        ("cvt.rzi.s32.f64 %r9, %fd1;", Large, 0, 0, 0x7FFFFFFF),
        ("cvt.rzi.u32.f64 %r9, %fd1;", MinusTwoAndAHalf, 0, 0, 0),
        ("cvt.rzi.s64.f64 %rd9, %fd1;", Infinity, 0, 0, 0x7FFFFFFFFFFFFFFF),
        ("cvt.rzi.u64.f64 %rd9, %fd1;", Large, 0, 0, ulong.MaxValue),
        ("cvt.rzi.s32.f64 %r9, %fd1;", NaN, 0, 0, 0x80000000),
        ("cvt.rzi.s32.f32 %r9, %f1;", 0x7FC00000, 0, 0, 0),
        ("cvt.rni.f64.f64 %fd9, %fd1;", TwoAndAHalf, 0, 0, 0x4000000000000000),
        ("cvt.rn.f64.s32 %fd9, %r1;", 0xFFFFFFFF, 0, 0, 0xBFF0000000000000),
        ("cvt.rn.f64.u64 %fd9, %rd1;", ulong.MaxValue, 0, 0, Large),
        ("cvt.rn.f32.f64 %f9, %fd1;", 0x3FF0000010000000, 0, 0, 0x3F800000), // a tie goes to even
        ("cvt.rn.f32.f64 %f9, %fd1;", 0x3FF0000010000001, 0, 0, 0x3F800001),
        ("cvt.rn.f32.f64 %f9, %fd1;", 0x3690000000000000, 0, 0, 0), // 2^-150: half of the least subnormal single
        ("cvt.f64.f32 %fd9, %f1;", 0x00000001, 0, 0, 0x36A0000000000000),
    ];

    [Fact]
    public void Integer_instructions_compute_what_the_isa_says() => Check(Integers);

    [Fact]
    public void Floating_instructions_compute_what_the_isa_says() => Check(Reals);

    [Theory]
    [InlineData("sin.approx.f32 %f9, %f1;", "unknown instruction: sin.approx.f32")]
    [InlineData("mul.f64 %fd9, %fd1, %fd2;", "no rounding named: mul.f64")]
    [InlineData("mul.rz.f64 %fd9, %fd1, %fd2;", "unknown modifier .rz: mul.rz.f64")]
    [InlineData("add.rn.ftz.f32 %f9, %f1, %f2;", "unknown modifier .ftz: add.rn.ftz.f32")]
    [InlineData("cvt.f32.f64 %f9, %fd1;", "unknown form: cvt.f32.f64")]
    [InlineData("ld.shared.u32 %r9, [%in];", "unknown modifier .shared: ld.shared.u32")]
    [InlineData("mov.u32 %r9, %laneid.x;", "unknown special register %laneid.x: mov.u32")]
    [InlineData("add.s32 %r9, %rq1, 1;", "register %rq1 is not declared: add.s32")]
    [InlineData("add.s64 %rd9, %r1, 1;", "wrong width of %r1: add.s64")]
    [InlineData("ld.param.u64 %rd9, [items];", "past the end of items: ld.param.u64")]
    public void What_the_driver_does_not_know_it_names(string ptx, string words)
    {
        string[] lines = driver.Run("instructions", Line((ptx, 0, 0, 0, 0)));
        Assert.Single(lines);
        Assert.Contains(words, lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("st.global.u32 [%out+2], %r1; mov.u32 %r9, 0;", "CUDA_ERROR_MISALIGNED_ADDRESS")]
    [InlineData("ld.global.u32 %r9, [%in+-4];", "CUDA_ERROR_ILLEGAL_ADDRESS")]
    [InlineData("ld.global.u64 %rd9, [%in+24];", "CUDA_ERROR_ILLEGAL_ADDRESS")]
    [InlineData("mov.u64 %rd5, depot; ld.local.u64 %rd9, [%rd5+16];", "CUDA_ERROR_ILLEGAL_ADDRESS")]
    [InlineData("mov.u64 %rd5, 0; ld.u64 %rd9, [%rd5];", "CUDA_ERROR_ILLEGAL_ADDRESS")]
    [InlineData("ld.global.nc.u64 %rd9, [%out];", "CUDA_ERROR_LAUNCH_FAILED")]
    public void An_access_beside_memory_or_through_a_stale_cache_stops_the_kernel(string ptx, string words)
    {
        string[] lines = driver.Run("instructions", Line((ptx, 0, 0, 0, 0)));
        Assert.Single(lines);
        Assert.Contains(words, lines[0], StringComparison.Ordinal);
    }

    private void Check(Instruction[] instructions)
    {
        string[] lines = driver.Run("instructions", string.Concat(instructions.Select(Line)));
        Assert.True(lines.Length == instructions.Length + 1, string.Join('\n', lines));
        string[] wrong =
        [
            .. instructions.Zip(lines).Where(pair => ulong.Parse(pair.Second, NumberStyles.HexNumber, CultureInfo.InvariantCulture) != pair.First.Result)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First.Ptx} {pair.First.A:x} {pair.First.B:x} {pair.First.C:x}: {pair.Second} instead of {pair.First.Result:x}")),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static string Line(Instruction i) => string.Create(CultureInfo.InvariantCulture, $"{i.Ptx}\t{i.A:x} {i.B:x} {i.C:x}\n");
}
