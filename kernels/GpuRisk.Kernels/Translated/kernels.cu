/*
 * CUDA C++ without headers: clang -x cuda --cuda-device-only -nocudainc -nocudalib -ffp-contract=off,
 * or NVRTC with --fmad=false.
 */
#define GR_KERNEL extern "C" __attribute__((global))
#define GR_GLOBAL
#define GR_RESTRICT __restrict__
#define GR_FUNCTION static __attribute__((device, always_inline)) inline

typedef unsigned int uint;
typedef long long gr_long;
typedef unsigned long long gr_ulong;

#ifdef __clang__

#pragma STDC FP_CONTRACT OFF

GR_FUNCTION int gr_id_x()
{
    return (int)(__nvvm_read_ptx_sreg_ctaid_x() * __nvvm_read_ptx_sreg_ntid_x() + __nvvm_read_ptx_sreg_tid_x());
}
GR_FUNCTION int gr_id_y()
{
    return (int)(__nvvm_read_ptx_sreg_ctaid_y() * __nvvm_read_ptx_sreg_ntid_y() + __nvvm_read_ptx_sreg_tid_y());
}

GR_FUNCTION gr_ulong gr_bits(double x) { return __builtin_bit_cast(gr_ulong, x); }
GR_FUNCTION double gr_real(gr_ulong bits) { return __builtin_bit_cast(double, bits); }

GR_FUNCTION double gr_fma(double a, double b, double c) { return __builtin_fma(a, b, c); }
GR_FUNCTION double gr_sqrt(double x) { return __builtin_sqrt(x); }
GR_FUNCTION double gr_abs(double x) { return __builtin_fabs(x); }

GR_FUNCTION int gr_count32(uint x) { return __builtin_popcount(x); }
GR_FUNCTION int gr_count64(gr_ulong x) { return __builtin_popcountll(x); }
GR_FUNCTION int gr_leading32(uint x) { return x == 0u ? 32 : __builtin_clz(x); }
GR_FUNCTION int gr_leading64(gr_ulong x) { return x == 0ULL ? 64 : __builtin_clzll(x); }

#else

GR_FUNCTION int gr_id_x() { return (int)(blockIdx.x * blockDim.x + threadIdx.x); }
GR_FUNCTION int gr_id_y() { return (int)(blockIdx.y * blockDim.y + threadIdx.y); }

GR_FUNCTION gr_ulong gr_bits(double x) { return (gr_ulong)__double_as_longlong(x); }
GR_FUNCTION double gr_real(gr_ulong bits) { return __longlong_as_double((gr_long)bits); }

GR_FUNCTION double gr_fma(double a, double b, double c) { return __fma_rn(a, b, c); }
GR_FUNCTION double gr_sqrt(double x) { return __dsqrt_rn(x); }
GR_FUNCTION double gr_abs(double x) { return fabs(x); }

GR_FUNCTION int gr_count32(uint x) { return __popc(x); }
GR_FUNCTION int gr_count64(gr_ulong x) { return __popcll(x); }
GR_FUNCTION int gr_leading32(uint x) { return __clz((int)x); }
GR_FUNCTION int gr_leading64(gr_ulong x) { return __clzll((gr_long)x); }

#endif

/* What C# defines and C leaves open: signed arithmetic wraps, shift counts are masked. */
GR_FUNCTION int gr_add32(int a, int b) { return (int)((uint)a + (uint)b); }
GR_FUNCTION int gr_sub32(int a, int b) { return (int)((uint)a - (uint)b); }
GR_FUNCTION int gr_mul32(int a, int b) { return (int)((uint)a * (uint)b); }
GR_FUNCTION int gr_shl32(int a, int n) { return (int)((uint)a << (n & 31)); }
GR_FUNCTION int gr_shr32(int a, int n) { return a >> (n & 31); }
GR_FUNCTION int gr_ushr32(int a, int n) { return (int)((uint)a >> (n & 31)); }
GR_FUNCTION gr_long gr_add64(gr_long a, gr_long b) { return (gr_long)((gr_ulong)a + (gr_ulong)b); }
GR_FUNCTION gr_long gr_sub64(gr_long a, gr_long b) { return (gr_long)((gr_ulong)a - (gr_ulong)b); }
GR_FUNCTION gr_long gr_mul64(gr_long a, gr_long b) { return (gr_long)((gr_ulong)a * (gr_ulong)b); }
GR_FUNCTION gr_long gr_shl64(gr_long a, int n) { return (gr_long)((gr_ulong)a << (n & 63)); }
GR_FUNCTION gr_long gr_shr64(gr_long a, int n) { return a >> (n & 63); }
GR_FUNCTION gr_long gr_ushr64(gr_long a, int n) { return (gr_long)((gr_ulong)a >> (n & 63)); }
GR_FUNCTION uint gr_shl32u(uint a, int n) { return a << (n & 31); }
GR_FUNCTION uint gr_shr32u(uint a, int n) { return a >> (n & 31); }
GR_FUNCTION gr_ulong gr_shl64u(gr_ulong a, int n) { return a << (n & 63); }
GR_FUNCTION gr_ulong gr_shr64u(gr_ulong a, int n) { return a >> (n & 63); }

/* Where C# throws a device cannot: a division by zero gives 0 with remainder 0, and the least integer over -1 wraps. */
GR_FUNCTION int gr_div32(int a, int b) { return b == 0 ? 0 : b == -1 ? gr_sub32(0, a) : a / b; }
GR_FUNCTION int gr_rem32(int a, int b) { return b == 0 || b == -1 ? 0 : a % b; }
GR_FUNCTION gr_long gr_div64(gr_long a, gr_long b) { return b == 0 ? 0 : b == -1 ? gr_sub64(0, a) : a / b; }
GR_FUNCTION gr_long gr_rem64(gr_long a, gr_long b) { return b == 0 || b == -1 ? 0 : a % b; }
GR_FUNCTION uint gr_div32u(uint a, uint b) { return b == 0 ? 0 : a / b; }
GR_FUNCTION uint gr_rem32u(uint a, uint b) { return b == 0 ? 0 : a % b; }
GR_FUNCTION gr_ulong gr_div64u(gr_ulong a, gr_ulong b) { return b == 0 ? 0 : a / b; }
GR_FUNCTION gr_ulong gr_rem64u(gr_ulong a, gr_ulong b) { return b == 0 ? 0 : a % b; }

/* A real becomes the nearest integer towards zero that the type holds; NaN becomes 0. */
GR_FUNCTION int gr_to_int(double x)
{
    return x >= 2147483648.0 ? 2147483647 : x > -2147483648.0 ? (int)x : x == x ? -2147483647 - 1 : 0;
}
GR_FUNCTION uint gr_to_uint(double x) { return x >= 4294967296.0 ? 0xFFFFFFFFu : x > 0.0 ? (uint)x : 0u; }
GR_FUNCTION gr_long gr_to_long(double x)
{
    return x >= 9223372036854775808.0 ? 0x7FFFFFFFFFFFFFFFL
        : x > -9223372036854775808.0 ? (gr_long)x
        : x == x ? -0x7FFFFFFFFFFFFFFFL - 1L : 0L;
}
GR_FUNCTION gr_ulong gr_to_ulong(double x)
{
    return x >= 18446744073709551616.0 ? 0xFFFFFFFFFFFFFFFFUL : x > 0.0 ? (gr_ulong)x : 0UL;
}

GR_FUNCTION int gr_min_int(int a, int b) { return a < b ? a : b; }
GR_FUNCTION int gr_max_int(int a, int b) { return a > b ? a : b; }
GR_FUNCTION uint gr_min_uint(uint a, uint b) { return a < b ? a : b; }
GR_FUNCTION uint gr_max_uint(uint a, uint b) { return a > b ? a : b; }
GR_FUNCTION gr_long gr_min_long(gr_long a, gr_long b) { return a < b ? a : b; }
GR_FUNCTION gr_long gr_max_long(gr_long a, gr_long b) { return a > b ? a : b; }
GR_FUNCTION gr_ulong gr_min_ulong(gr_ulong a, gr_ulong b) { return a < b ? a : b; }
GR_FUNCTION gr_ulong gr_max_ulong(gr_ulong a, gr_ulong b) { return a > b ? a : b; }
GR_FUNCTION int gr_trailing32(uint x) { return gr_count32(~x & (x - 1u)); }
GR_FUNCTION int gr_trailing64(gr_ulong x) { return gr_count64(~x & (x - 1UL)); }

#define GR_INFINITY gr_real(0x7FF0000000000000UL)
GR_FUNCTION bool gr_is_nan(double x) { return x != x; }
GR_FUNCTION bool gr_is_infinity(double x) { return gr_abs(x) == GR_INFINITY; }
GR_FUNCTION bool gr_is_finite(double x) { return gr_abs(x) < GR_INFINITY; }

/* One lane of reals and of words. */
#define GR_ROUNDING_MAGIC 6755399441055744.0
#define GR_EXP_UNDERFLOW (-0x1.61d999999999ap+9) /* -707.7 */
#define GR_EXP_OVERFLOW 0x1.62e42fefa39efp+9 /* 709.782712893384 */

GR_FUNCTION double gr_min(double a, double b) { return a < b ? a : b; }
GR_FUNCTION double gr_if_less(double a, double b, double yes, double no) { return a < b ? yes : no; }
GR_FUNCTION uint gr_below(double a, double b) { return a >= b ? 0u : 1u; }
GR_FUNCTION double gr_pow2(double x) { return gr_real((gr_bits(x) + 1023UL) << 52); }
GR_FUNCTION double gr_exponent(double x)
{
    return gr_real(((gr_bits(x) + 0x95F619980C433UL) >> 52) | 0x4330000000000000UL) - 4503599627371519.0;
}
GR_FUNCTION double gr_significand(double x)
{
    return gr_real(gr_bits(x) - (((gr_bits(x) + 0x95F619980C433UL) >> 52) << 52) + 0x3FF0000000000000UL);
}
GR_FUNCTION double gr_uniform(uint high, uint low)
{
    return gr_real(((((gr_ulong)high << 32) | low) >> 12) | 0x3FF0000000000000UL) - 0x1.fffffffffffffp-1 /* 1 - 2^-53 */;
}
GR_FUNCTION uint gr_multiply_low(uint a, uint b) { return a * b; }
GR_FUNCTION uint gr_multiply_high(uint a, uint b) { return (uint)(((gr_ulong)a * b) >> 32); }

/* A real stored in half its width: what single precision would hold as a subnormal is 0. */
GR_FUNCTION float gr_narrow(double x) { return gr_abs(x) < 0x1p-126 ? 0.0f : (float)x; }

/* Philox.Apply */
GR_FUNCTION void Philox_Apply(uint* c0, uint* c1, uint* c2, uint* c3, uint key0, uint key1)
{
    for (int round = 0; round < 10; round++)
    {
        uint high0 = gr_multiply_high(*c0, 0xD2511F53u /* Multiplier0 */);
        uint low0 = gr_multiply_low(*c0, 0xD2511F53u /* Multiplier0 */);
        uint high1 = gr_multiply_high(*c2, 0xCD9E8D57u /* Multiplier1 */);
        uint low1 = gr_multiply_low(*c2, 0xCD9E8D57u /* Multiplier1 */);
        *c0 = high1 ^ *c1 ^ key0;
        *c1 = low1;
        *c2 = high0 ^ *c3 ^ key1;
        *c3 = low0;
        key0 = key0 + 0x9E3779B9u /* Weyl0 */;
        key1 = key1 + 0xBB67AE85u /* Weyl1 */;
    }
}

/* UniformIndex.Of */
GR_FUNCTION int UniformIndex_Of(uint high, uint low, int count)
{
    gr_ulong n = (gr_ulong)count;
    return (int)(((gr_ulong)high * n + (((gr_ulong)low * n) >> 32)) >> 32);
}

/* RealMath.ExpLessOne */
GR_FUNCTION double RealMath_ExpLessOne(double x, double t)
{
    double n = t - GR_ROUNDING_MAGIC;
    double r = gr_fma(n, -0x1.d1cf79abc9e3bp-32 /* -4.236521365809284E-10 */, gr_fma(n, -0x1.62e42fecp-1 /* -0.6931471801362932 */, x));
    double q = gr_fma(r, 0x1.af38d53857513p-26 /* 2.5100424157005067E-08 */, 0x1.2891a8c1d838dp-22 /* 2.7620138719733994E-07 */);
    q = gr_fma(q, r, 0x1.71de0d9c145dp-19 /* 2.7557268378684192E-06 */);
    q = gr_fma(q, r, 0x1.a019b8ef67c6cp-16 /* 2.480152119021773E-05 */);
    q = gr_fma(q, r, 0x1.a01a01a7c8d47p-13 /* 0.00019841269863105968 */);
    q = gr_fma(q, r, 0x1.6c16c17893833p-10 /* 0.0013888888917281794 */);
    q = gr_fma(q, r, 0x1.11111111109adp-7 /* 0.008333333333330051 */);
    q = gr_fma(q, r, 0x1.5555555553d4fp-5 /* 0.04166666666662399 */);
    q = gr_fma(q, r, 0x1.5555555555556p-3 /* 0.16666666666666669 */);
    q = gr_fma(q, r, 0x1.0000000000001p-1 /* 0.5000000000000001 */);
    return gr_fma(q, r * r, r);
}

/* RealMath.Exp */
GR_FUNCTION double RealMath_Exp(double x)
{
    double t = gr_fma(x, 0x1.71547652b82fep+0 /* 1.4426950408889634 */, GR_ROUNDING_MAGIC);
    double half_ = gr_pow2(t - 1.0);
    double y = gr_fma(RealMath_ExpLessOne(x, t), half_, half_);
    y = gr_if_less(x, GR_EXP_UNDERFLOW, 0.0, y + y);
    return gr_if_less(GR_EXP_OVERFLOW, x, GR_INFINITY, y);
}

/* Exp.Of */
GR_FUNCTION double Exp_Of(double x)
{
    return RealMath_Exp(x);
}

/* RealMath.ExpNonPositive */
GR_FUNCTION double RealMath_ExpNonPositive(double x)
{
    double t = gr_fma(x, 0x1.71547652b82fep+0 /* 1.4426950408889634 */, GR_ROUNDING_MAGIC);
    double scale = gr_pow2(t);
    double y = gr_fma(RealMath_ExpLessOne(x, t), scale, scale);
    return gr_if_less(x, GR_EXP_UNDERFLOW, 0.0, y);
}

/* ExpNonPositive.Of */
GR_FUNCTION double ExpNonPositive_Of(double x)
{
    return RealMath_ExpNonPositive(x);
}

/* RealMath.Log */
GR_FUNCTION double RealMath_Log(double x)
{
    double k = gr_exponent(x);
    double m = gr_significand(x);
    double f = m - 1.0;
    double s = f / (m + 1.0);
    double z = s * s;
    double g = gr_fma(z, 0x1.2b5f6919aa514p-3 /* 0.14617807492803847 */, 0x1.39fdcce1da1aep-3 /* 0.15331611694570085 */);
    g = gr_fma(g, z, 0x1.7462b91bd6c45p-3 /* 0.18182892433364564 */);
    g = gr_fma(g, z, 0x1.c71c62d5e43dfp-3 /* 0.22222211089368124 */);
    g = gr_fma(g, z, 0x1.2492492dfd879p-2 /* 0.2857142862625391 */);
    g = gr_fma(g, z, 0x1.9999999995273p-2 /* 0.3999999999989889 */);
    g = gr_fma(g, z, 0x1.5555555555558p-1 /* 0.666666666666667 */);
    double h = 0.5 * f * f;
    double t = gr_fma(s, gr_fma(z, g, h), k * 0x1.d1cf79abc9e3bp-32 /* 4.236521365809284E-10 */);
    return gr_fma(k, 0x1.62e42fecp-1 /* 0.6931471801362932 */, f - (h - t));
}

/* Log.Of */
GR_FUNCTION double Log_Of(double x)
{
    return RealMath_Log(x);
}

/* RealMath.Within38 */
GR_FUNCTION double RealMath_Within38(double a)
{
    return gr_if_less(38.0, a, 38.0, a);
}

/* RealMath.MillsNumerator */
GR_FUNCTION double RealMath_MillsNumerator(double a)
{
    double p = gr_fma(a, 0x1.7bf81b5fe0499p-26 /* 2.2117116471168522E-08 */, 0x1.c35534af6ce22p-21 /* 8.406729161053811E-07 */);
    p = gr_fma(p, a, 0x1.04e6a23058b51p-16 /* 1.5550906199544957E-05 */);
    p = gr_fma(p, a, 0x1.80c6606d63475p-13 /* 0.00018347497409046715 */);
    p = gr_fma(p, a, 0x1.90555f540f9f4p-10 /* 0.0015271510537925278 */);
    p = gr_fma(p, a, 0x1.33baa90e8a097p-7 /* 0.009391148135435663 */);
    p = gr_fma(p, a, 0x1.644d74a6b2b04p-5 /* 0.04349396499090655 */);
    p = gr_fma(p, a, 0x1.36e95819c0bdap-3 /* 0.1518122561320457 */);
    p = gr_fma(p, a, 0x1.91d4a48448ecp-2 /* 0.39241272981074005 */);
    p = gr_fma(p, a, 0x1.704b50df36684p-1 /* 0.7193246147609931 */);
    p = gr_fma(p, a, 0x1.b330ce93c5f72p-1 /* 0.8499817424189884 */);
    return gr_fma(p, a, 0.5);
}

/* RealMath.MillsDenominator */
GR_FUNCTION double RealMath_MillsDenominator(double a)
{
    double q = gr_fma(a, 0x1.dc3881bc98982p-25 /* 5.5439389499951025E-08 */, 0x1.1ad4b69d3df53p-19 /* 2.107254501223298E-06 */);
    q = gr_fma(q, a, 0x1.4774b350cf24ep-15 /* 3.903578056571999E-05 */);
    q = gr_fma(q, a, 0x1.e47415432d9c5p-12 /* 0.00046201081222410303 */);
    q = gr_fma(q, a, 0x1.fad69bdc377c1p-9 /* 0.0038668694743213276 */);
    q = gr_fma(q, a, 0x1.8925b5017fc7p-6 /* 0.023995806468516567 */);
    q = gr_fma(q, a, 0x1.cdebe5945a622p-4 /* 0.11277379683965497 */);
    q = gr_fma(q, a, 0x1.9cdac332872c8p-2 /* 0.40317826267145707 */);
    q = gr_fma(q, a, 0x1.15dbdae756d02p+0 /* 1.0853859724800832 */);
    q = gr_fma(q, a, 0x1.120b81926ac11p+1 /* 2.1409761395384597 */);
    q = gr_fma(q, a, 0x1.77401920824e5p+1 /* 2.931643620370425 */);
    q = gr_fma(q, a, 0x1.3fb97c1933d4dp+1 /* 2.497848045640842 */);
    return gr_fma(q, a, 1.0);
}

/* RealMath.NormalCdfFromBell */
GR_FUNCTION double RealMath_NormalCdfFromBell(double x, double bell)
{
    double a = RealMath_Within38(gr_abs(x));
    double tail = bell * (RealMath_MillsNumerator(a) / RealMath_MillsDenominator(a));
    return gr_if_less(x, 0.0, tail, 1.0 - tail);
}

/* RealMath.BellCurve */
GR_FUNCTION double RealMath_BellCurve(double x)
{
    double a = RealMath_Within38(gr_abs(x));
    double square = a * a;
    double rest = gr_fma(a, a, -square);
    double e = RealMath_ExpNonPositive(-0.5 * square);
    return gr_fma(e, -0.5 * rest, e);
}

/* RealMath.NormalCdf */
GR_FUNCTION double RealMath_NormalCdf(double x)
{
    return RealMath_NormalCdfFromBell(x, RealMath_BellCurve(x));
}

/* NormalCdf.Of */
GR_FUNCTION double NormalCdf_Of(double x)
{
    return RealMath_NormalCdf(x);
}

/* RealMath.QuantileCentre */
GR_FUNCTION double RealMath_QuantileCentre(double x)
{
    double p = gr_fma(x, -0x1.93e3b350ec805p-72 /* -3.3408952670514297E-22 */, -0x1.184860f3aec75p-62 /* -2.37408706321372E-19 */);
    p = gr_fma(p, x, 0x1.cc4d3453e9264p-60 /* 1.5595624147452077E-18 */);
    p = gr_fma(p, x, 0x1.223ee4e28a622p-56 /* 1.5734249840893945E-17 */);
    p = gr_fma(p, x, -0x1.a4e46490c3a29p-53 /* -1.825328774880696E-16 */);
    p = gr_fma(p, x, 0x1.1aa8a92ba6c5p-55 /* 3.064593190079847E-17 */);
    p = gr_fma(p, x, 0x1.4f5dd37122103p-47 /* 9.308290460578683E-15 */);
    p = gr_fma(p, x, -0x1.024a99f311944p-44 /* -5.735221444041998E-14 */);
    p = gr_fma(p, x, -0x1.0228169a9171fp-43 /* -1.1464455824953867E-13 */);
    p = gr_fma(p, x, 0x1.06156fe925d3dp-38 /* 3.724433936330848E-12 */);
    p = gr_fma(p, x, -0x1.42de66b5d6273p-36 /* -1.835296386245696E-11 */);
    p = gr_fma(p, x, -0x1.50d4123d08a9cp-34 /* -7.658591205111031E-11 */);
    p = gr_fma(p, x, 0x1.98a5b036992e7p-30 /* 1.486649926123177E-09 */);
    p = gr_fma(p, x, -0x1.8faea4c05c826p-28 /* -5.8161415131622495E-09 */);
    p = gr_fma(p, x, -0x1.6125a958ee15dp-25 /* -4.111173507827262E-08 */);
    p = gr_fma(p, x, 0x1.4186bc8665123p-21 /* 5.988894294256318E-07 */);
    p = gr_fma(p, x, -0x1.032ee3a93ed4bp-19 /* -1.9310650328765146E-06 */);
    p = gr_fma(p, x, -0x1.496275f5904c3p-16 /* -1.9632852817479085E-05 */);
    p = gr_fma(p, x, 0x1.14e8fc428b78bp-12 /* 0.00026408204954264024 */);
    p = gr_fma(p, x, -0x1.12994fbb9801dp-10 /* -0.0010475115695030076 */);
    p = gr_fma(p, x, -0x1.179b257405e1fp-7 /* -0.00853289917726757 */);
    p = gr_fma(p, x, 0x1.5bc94440cc80fp-2 /* 0.33963495870114085 */);
    return gr_fma(p, x, 0x1.2b57ec65a8009p+1 /* 2.338620710026593 */);
}

/* RealMath.QuantileShoulder */
GR_FUNCTION double RealMath_QuantileShoulder(double x)
{
    double p = gr_fma(x, -0x1.29da4919d06a9p-31 /* -5.417908649728695E-10 */, 0x1.1383e31c99615p-23 /* 1.282967553472886E-07 */);
    p = gr_fma(p, x, -0x1.97e24cbed3337p-22 /* -3.7987156169677647E-07 */);
    p = gr_fma(p, x, 0x1.bd333185dbc18p-26 /* 2.5914049149097858E-08 */);
    p = gr_fma(p, x, 0x1.1bed344ba1452p-19 /* 2.1154178620497004E-06 */);
    p = gr_fma(p, x, -0x1.7cf2db9534a6cp-18 /* -5.676577434959346E-06 */);
    p = gr_fma(p, x, 0x1.15d3726c18d7p-18 /* 4.139929483756993E-06 */);
    p = gr_fma(p, x, 0x1.27ff3fad4d05ap-16 /* 1.7642799936726544E-05 */);
    p = gr_fma(p, x, -0x1.18aeb78661f28p-14 /* -6.691991993623399E-05 */);
    p = gr_fma(p, x, 0x1.950a8c22b2df5p-14 /* 9.656934757201043E-05 */);
    p = gr_fma(p, x, 0x1.1d17431efb948p-15 /* 3.398547982401634E-05 */);
    p = gr_fma(p, x, -0x1.073e91f20a1f5p-11 /* -0.0005020988739988229 */);
    p = gr_fma(p, x, 0x1.616921e971322p-10 /* 0.0013481547306223936 */);
    p = gr_fma(p, x, -0x1.38f1f6d52d2a8p-9 /* -0.0023875821885560207 */);
    p = gr_fma(p, x, 0x1.cdd2bb95a3e0cp-9 /* 0.0035234312043213086 */);
    p = gr_fma(p, x, -0x1.5bab4c39d9478p-8 /* -0.005305009946686139 */);
    p = gr_fma(p, x, 0x1.f1c95c5e74cdbp-8 /* 0.007595620203989041 */);
    p = gr_fma(p, x, 0x1.6bf14fa6fc32p+0 /* 1.421650865810257 */);
    return gr_fma(p, x, 0x1.171f182e77876p+2 /* 4.36127285516533 */);
}

/* RealMath.QuantileTail */
GR_FUNCTION double RealMath_QuantileTail(double x)
{
    double p = gr_fma(x, 0x1.01c6a49cc99c3p-37 /* 7.326433128772346E-12 */, -0x1.8779f03519d7p-32 /* -3.5604564029603123E-10 */);
    p = gr_fma(p, x, 0x1.cdaba91c7836fp-30 /* 1.6795476737834952E-09 */);
    p = gr_fma(p, x, -0x1.18f233db2233fp-28 /* -4.08830388564999E-09 */);
    p = gr_fma(p, x, 0x1.133316675c914p-27 /* 8.009361353591967E-09 */);
    p = gr_fma(p, x, -0x1.09dc1a831c442p-26 /* -1.5475075898185914E-08 */);
    p = gr_fma(p, x, 0x1.0a19559ca2ac6p-25 /* 3.097799636694489E-08 */);
    p = gr_fma(p, x, -0x1.4e974d26d64abp-24 /* -7.790304277828615E-08 */);
    p = gr_fma(p, x, 0x1.321df4f57b222p-22 /* 2.850936902932249E-07 */);
    p = gr_fma(p, x, -0x1.5855584d08e5dp-20 /* -1.2827417947913215E-06 */);
    p = gr_fma(p, x, 0x1.8e060104880c3p-18 /* 5.931011632515247E-06 */);
    p = gr_fma(p, x, -0x1.b3f70123ee725p-16 /* -2.598553068342622E-05 */);
    p = gr_fma(p, x, 0x1.a6926fab40b52p-14 /* 0.00010074901972604897 */);
    p = gr_fma(p, x, -0x1.290b7531f0728p-12 /* -0.0002832839555787386 */);
    p = gr_fma(p, x, -0x1.f7c4c6f5fe798p-13 /* -0.00024021561665659992 */);
    p = gr_fma(p, x, 0x1.6dc3228f201ap+0 /* 1.428758773749088 */);
    return gr_fma(p, x, 0x1.bb89155fa9eb6p+2 /* 6.930241912290219 */);
}

/* RealMath.NormalQuantile */
GR_FUNCTION double RealMath_NormalQuantile(double u)
{
    double w = -RealMath_Log(4.0 * u * (1.0 - u));
    double g = RealMath_QuantileCentre(w - 3.125);
    if (-w < -6.25)
    {
        double s = gr_sqrt(w);
        g = gr_if_less(w, 6.25, g, RealMath_QuantileShoulder(s - 3.25));
        g = gr_if_less(w, 16.0, g, RealMath_QuantileTail(s - 0x1.4333333333333p+2 /* 5.05 */));
    }
    return g * gr_fma(u, 2.0, -1.0);
}

/* NormalQuantile.Of */
GR_FUNCTION double NormalQuantile_Of(double x)
{
    return RealMath_NormalQuantile(x);
}

/* TailBound.Smallest */
GR_FUNCTION double TailBound_Smallest(gr_long own, int count, int keep, GR_GLOBAL double* values)
{
    gr_long low = own;
    gr_long high = gr_sub64(gr_add64(own, count), 1L);
    gr_long target = gr_sub64(gr_add64(own, keep), 1L);
    while (low < high)
    {
        gr_long middle = gr_add64(low, gr_sub64(high, low) / 2L);
        double pivot = values[middle];
        values[middle] = values[high];
        values[high] = pivot;
        gr_long store = low;
        for (gr_long i = low; i < high; i++)
        {
            double value = values[i];
            values[i] = values[store];
            values[store] = value;
            store = gr_add64(store, value < pivot ? 1 : 0);
        }
        values[high] = values[store];
        values[store] = pivot;
        if (target == store)
        {
            return pivot;
        }
        if (target < store)
        {
            high = gr_sub64(store, 1L);
        }
        else
        {
            low = gr_add64(store, 1L);
        }
    }
    return values[target];
}

/* TailBound.Above */
GR_FUNCTION double TailBound_Above(double x)
{
    if (x == 0.0)
    {
        return 0x0.0000000000001p-1022 /* 5E-324 */;
    }
    gr_long bits = (gr_long)gr_bits(x);
    return gr_real(x > 0.0 ? gr_add64(bits, 1L) : gr_sub64(bits, 1L));
}

/* TailBound.Threshold */
GR_FUNCTION double TailBound_Threshold(gr_long own, int groups, int keep, GR_GLOBAL double* minima)
{
    double bound = TailBound_Smallest(own, groups, keep, minima);
    return TailBound_Above(bound);
}

/* TailCandidates.Counted */
GR_FUNCTION double TailCandidates_Counted(double profit)
{
    return profit <= GR_INFINITY ? profit : -GR_INFINITY;
}

/* TailCandidates.Swap */
GR_FUNCTION void TailCandidates_Swap(gr_long i, gr_long j, GR_GLOBAL double* profits, GR_GLOBAL int* scenarios)
{
    double profit = profits[i];
    profits[i] = profits[j];
    profits[j] = profit;
    int scenario = scenarios[i];
    scenarios[i] = scenarios[j];
    scenarios[j] = scenario;
}

/* TailCandidates.Partition */
GR_FUNCTION void TailCandidates_Partition(
    gr_long own, int count, int keep, GR_GLOBAL double* profits, GR_GLOBAL int* scenarios)
{
    gr_long low = own;
    gr_long high = gr_sub64(gr_add64(own, count), 1L);
    gr_long target = gr_sub64(gr_add64(own, keep), 1L);
    while (low < high)
    {
        TailCandidates_Swap(gr_add64(low, gr_sub64(high, low) / 2L), high, profits, scenarios);
        double pivot = profits[high];
        int pivotScenario = scenarios[high];
        gr_long store = low;
        for (gr_long i = low; i < high; i++)
        {
            double profit = profits[i];
            int scenario = scenarios[i];
            profits[i] = profits[store];
            scenarios[i] = scenarios[store];
            profits[store] = profit;
            scenarios[store] = scenario;
            store = gr_add64(store, (profit < pivot ? 1 : 0) | ((profit == pivot ? 1 : 0) & (scenario < pivotScenario ? 1 : 0)));
        }
        TailCandidates_Swap(store, high, profits, scenarios);
        if (target == store)
        {
            return;
        }
        if (target < store)
        {
            high = gr_sub64(store, 1L);
        }
        else
        {
            low = gr_add64(store, 1L);
        }
    }
}

/* TailCandidates.Worst */
GR_FUNCTION double TailCandidates_Worst(gr_long own, int keep, GR_GLOBAL const double* profits)
{
    double worst = profits[own];
    for (int i = 1; i < keep; i++)
    {
        if (profits[gr_add64(own, i)] > worst)
        {
            worst = profits[gr_add64(own, i)];
        }
    }
    return worst;
}

/* Black76.TailDenominator */
GR_FUNCTION double Black76_TailDenominator(double b)
{
    double q = gr_fma(b, 0x1.29bfa255b5f28p-9 /* 0.002271641317616164 */, 0x1.055908579346ep-5 /* 0.031902805607935444 */);
    q = gr_fma(q, b, 0x1.a6b1488684857p-3 /* 0.20639282856479 */);
    q = gr_fma(q, b, 0x1.93a1638bcff11p-1 /* 0.7883406742257383 */);
    q = gr_fma(q, b, 0x1.e7a63d7b8352ap+0 /* 1.9048803736253128 */);
    q = gr_fma(q, b, 0x1.727fb83f81234p+1 /* 2.8945226965027135 */);
    q = gr_fma(q, b, 0x1.464b4b1f77dc1p+1 /* 2.5491727737096146 */);
    return gr_fma(q, b, 1.0);
}

/* Black76.Density */
GR_FUNCTION double Black76_Density(double y)
{
    y = gr_min(y, -GR_EXP_UNDERFLOW);
    double t = gr_fma(y, -0x1.71547652b82fep+0 /* -1.4426950408889634 */, GR_ROUNDING_MAGIC);
    double n = t - GR_ROUNDING_MAGIC;
    double r = gr_fma(n, 0x1.d1cf79abc9e3bp-32 /* 4.236521365809284E-10 */, gr_fma(n, 0x1.62e42fecp-1 /* 0.6931471801362932 */, y));
    double q = gr_fma(r, 0x1.288060f14957p-22 /* 2.7613852100963253E-07 */, -0x1.72c75c67ac6b9p-19 /* -2.7625169883520667E-06 */);
    q = gr_fma(q, r, 0x1.a019c98e708e7p-16 /* 2.480153630713628E-05 */);
    q = gr_fma(q, r, -0x1.a019ad80eed25p-13 /* -0.00019841208634639135 */);
    q = gr_fma(q, r, 0x1.6c16c173948e7p-10 /* 0.0013888888905922382 */);
    q = gr_fma(q, r, -0x1.1111111c4e74fp-7 /* -0.00833333335377842 */);
    q = gr_fma(q, r, 0x1.5555555554cbp-5 /* 0.04166666666665131 */);
    q = gr_fma(q, r, -0x1.5555555553b63p-3 /* -0.1666666666664823 */);
    q = gr_fma(q, r, 0.5);
    double scale = gr_pow2(t);
    return gr_fma(gr_fma(q, r * r, -r), scale, scale);
}

/* Black76.TailNumerator */
GR_FUNCTION double Black76_TailNumerator(double b)
{
    double p = gr_fma(b, 0x1.4ffabc80089e6p-11 /* 0.000640829923217287 */, 0x1.26e35cdb6a6edp-7 /* 0.00899927171743139 */);
    p = gr_fma(p, b, 0x1.da5f824e65753p-5 /* 0.057906870369306994 */);
    p = gr_fma(p, b, 0x1.be233a69df977p-3 /* 0.21784062991714467 */);
    p = gr_fma(p, b, 0x1.04a17f2d11d22p-1 /* 0.5090446226612679 */);
    p = gr_fma(p, b, 0x1.6bb9213ac5fd3p-1 /* 0.7103968033070437 */);
    return gr_fma(p, b, 0.5);
}

/* Black76.SignedValue */
GR_FUNCTION double Black76_SignedValue(double f, double k, double h, double m, double v)
{
    double d1 = gr_fma(m, v, h);
    double d2 = gr_fma(m, -v, h);
    double b1 = gr_abs(d1);
    double b2 = gr_abs(d2);
    double q1 = Black76_TailDenominator(b1);
    double q2 = Black76_TailDenominator(b2);
    double e = f * Black76_Density(d1 * d1) / (q1 * q2);
    double tail1 = e * (Black76_TailNumerator(b1) * q2);
    double tail2 = e * (Black76_TailNumerator(b2) * q1);
    double asset = gr_if_less(d1, 0.0, tail1, f - tail1);
    double cash = gr_if_less(d2, 0.0, tail2, k - tail2);
    return asset - cash;
}

/* NestedScramble.Reverse */
GR_FUNCTION uint NestedScramble_Reverse(uint x, uint shift)
{
    uint y = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
    y = ((y >> 2) & 0x33333333u) | ((y & 0x33333333u) << 2);
    y = ((y >> 4) & 0x0F0F0F0Fu) | ((y & 0x0F0F0F0Fu) << 4);
    y = y ^ shift;
    y = ((y >> 8) & 0x00FF00FFu) | ((y & 0x00FF00FFu) << 8);
    return (y >> 16) | (y << 16);
}

/* NestedScramble.Apply */
GR_FUNCTION uint NestedScramble_Apply(uint reversed, uint seed0, uint seed1)
{
    uint x = reversed;
    uint seed = seed0;
    for (int round = 0; round < 2; round++)
    {
        x = x + seed;
        x = x ^ gr_multiply_low(x, 0x6C50B47Cu);
        x = x ^ gr_multiply_low(x, 0xB82F1E52u);
        x = x ^ gr_multiply_low(x, 0xC7AFE638u);
        x = x ^ gr_multiply_low(x, 0x8D22F6E6u);
        seed = seed1;
    }
    return x;
}

/* ScenarioKernels.CorrelateFour */
GR_FUNCTION void ScenarioKernels_CorrelateFour(
    int item, int f, int factors, GR_GLOBAL const double* loadings, int stride, GR_GLOBAL const double* normals,
    GR_GLOBAL double* shocks)
{
    gr_long first = (gr_long)f * factors;
    gr_long second = first + factors;
    gr_long third = second + factors;
    gr_long fourth = third + factors;
    double z = normals[item];
    double a = z * loadings[first];
    double b = z * loadings[second];
    double c = z * loadings[third];
    double d = z * loadings[fourth];
    for (int k = 1; k <= f; k = gr_add32(k, 1))
    {
        z = normals[(gr_long)k * stride + item];
        a = gr_fma(z, loadings[first + k], a);
        b = gr_fma(z, loadings[second + k], b);
        c = gr_fma(z, loadings[third + k], c);
        d = gr_fma(z, loadings[fourth + k], d);
    }
    gr_long at = (gr_long)f * stride + item;
    shocks[at] = a;
    z = normals[at + stride];
    b = gr_fma(z, loadings[second + f + 1L], b);
    c = gr_fma(z, loadings[third + f + 1L], c);
    d = gr_fma(z, loadings[fourth + f + 1L], d);
    shocks[at + stride] = b;
    z = normals[at + 2L * stride];
    c = gr_fma(z, loadings[third + f + 2L], c);
    d = gr_fma(z, loadings[fourth + f + 2L], d);
    shocks[at + 2L * stride] = c;
    z = normals[at + 3L * stride];
    shocks[at + 3L * stride] = gr_fma(z, loadings[fourth + f + 3L], d);
}

/* WindowTail.Profit */
GR_FUNCTION double WindowTail_Profit(gr_long row, int scenario, GR_GLOBAL const double* profits)
{
    return TailCandidates_Counted(profits[gr_add64(row, scenario)]);
}

/* WindowTail.Enter */
GR_FUNCTION int WindowTail_Enter(
    gr_long own, gr_long row, int count, int depth, int scenario, GR_GLOBAL const double* profits, GR_GLOBAL int* tail)
{
    double profit = WindowTail_Profit(row, scenario, profits);
    if (count == depth && profit >= WindowTail_Profit(row, tail[gr_sub64(gr_add64(own, count), 1L)], profits))
    {
        return count;
    }
    int at = count < depth ? count : gr_sub32(depth, 1);
    while (at > 0 && profit < WindowTail_Profit(row, tail[gr_sub64(gr_add64(own, at), 1L)], profits))
    {
        tail[gr_add64(own, at)] = tail[gr_sub64(gr_add64(own, at), 1L)];
        at = gr_sub32(at, 1);
    }
    tail[gr_add64(own, at)] = scenario;
    return count < depth ? gr_add32(count, 1) : depth;
}

/* WindowTail.Leave */
GR_FUNCTION int WindowTail_Leave(gr_long own, int count, int start, GR_GLOBAL int* tail)
{
    int kept = 0;
    for (int i = 0; i < count; i++)
    {
        int scenario = tail[gr_add64(own, i)];
        tail[gr_add64(own, kept)] = scenario;
        kept = gr_add32(kept, scenario >= start ? 1 : 0);
    }
    return kept;
}

/* WindowTail.Next */
GR_FUNCTION int WindowTail_Next(
    gr_long own, gr_long row, int count, int start, int end, GR_GLOBAL const double* profits, GR_GLOBAL const int* tail)
{
    int last = count > 0 ? tail[gr_sub64(gr_add64(own, count), 1L)] : -1;
    double lastProfit = count > 0 ? WindowTail_Profit(row, last, profits) : -GR_INFINITY;
    int next = -1;
    double nextProfit = GR_INFINITY;
    for (int s = start; s < end; s++)
    {
        double profit = WindowTail_Profit(row, s, profits);
        bool after = profit > lastProfit || (profit == lastProfit && s > last);
        if (after && (next < 0 || profit < nextProfit))
        {
            next = s;
            nextProfit = profit;
        }
    }
    return next;
}

/* ChebyshevSeries.Of */
GR_FUNCTION double ChebyshevSeries_Of(double x, GR_GLOBAL const double* coefficients, gr_long first, int terms)
{
    double twice = x + x;
    double above = 0.0;
    double sum = 0.0;
    for (int k = gr_sub32(terms, 1); k > 0; k--)
    {
        double next = gr_fma(twice, sum, coefficients[gr_add64(first, k)] - above);
        above = sum;
        sum = next;
    }
    return gr_fma(x, sum, coefficients[first] - above);
}

/* TailCandidates.Before */
GR_FUNCTION bool TailCandidates_Before(double profit, int scenario, double other, int otherScenario)
{
    return profit < other || (profit == other && scenario < otherScenario);
}

/* TailCandidates.Sort */
GR_FUNCTION void TailCandidates_Sort(gr_long own, int count, GR_GLOBAL double* profits, GR_GLOBAL int* scenarios)
{
    int gap = 1;
    while (gap < count / 3)
    {
        gap = gr_add32(gr_mul32(3, gap), 1);
    }
    while (gap > 0)
    {
        for (int i = gap; i < count; i++)
        {
            double profit = profits[gr_add64(own, i)];
            int scenario = scenarios[gr_add64(own, i)];
            int j = i;
            while (j >= gap && TailCandidates_Before(profit, scenario, profits[gr_sub64(gr_add64(own, j), gap)], scenarios[gr_sub64(gr_add64(own, j), gap)]))
            {
                profits[gr_add64(own, j)] = profits[gr_sub64(gr_add64(own, j), gap)];
                scenarios[gr_add64(own, j)] = scenarios[gr_sub64(gr_add64(own, j), gap)];
                j = gr_sub32(j, gap);
            }
            profits[gr_add64(own, j)] = profit;
            scenarios[gr_add64(own, j)] = scenario;
        }
        gap = gap / 3;
    }
}

/* TailKernels.Minima */
GR_FUNCTION int TailKernels_Minima(
    gr_long own, gr_long row, int keep, int capacity, int scenarios, GR_GLOBAL const double* bundles,
    GR_GLOBAL double* minima)
{
    int wanted = gr_div32(gr_sub32(gr_add32(gr_mul32(3 /* GroupsKept */, keep), 1 /* lane */), 1), 1 /* lane */);
    int fit = gr_div32(capacity, 1 /* lane */);
    int columns = wanted < fit ? wanted : fit;
    int length = gr_div32(scenarios, gr_mul32(columns, 1 /* lane */));
    gr_long at = row;
    for (int column = 0; column < columns; column++)
    {
        double least = GR_INFINITY;
        for (int i = 0; i < length; i++)
        {
            double profit = bundles[at];
            least = gr_if_less(profit, least, profit, least);
            at = gr_add64(at, 1 /* lane */);
        }
        minima[gr_add64(own, gr_mul32(column, 1 /* lane */))] = least;
    }
    return length == 0 ? 0 : gr_mul32(columns, 1 /* lane */);
}

/* AggregationKernels.Accounts.Binary32 */
GR_KERNEL void AggregationKernels_Accounts_Binary32(
    int gr_items, int gr_first_row, int gr_rows, int half_, int block, int accounts,
    GR_GLOBAL const int* GR_RESTRICT rowStart, GR_GLOBAL const int* GR_RESTRICT instruments,
    GR_GLOBAL const double* GR_RESTRICT quantities, int stride, GR_GLOBAL const float* GR_RESTRICT profits,
    int blockStride, int blockOffset, GR_GLOBAL double* accountProfits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    int end = gr_add32(gr_mul32(row, block), block) < accounts ? gr_add32(gr_mul32(row, block), block) : accounts;
    gr_long width = stride;
    gr_long here = item;
    gr_long there = (gr_long)item + half_;
    for (int account = gr_mul32(row, block); account < end; account++)
    {
        double first = 0.0;
        double second = 0.0;
        gr_long last = rowStart[gr_add32(account, 1)];
        for (gr_long j = rowStart[account]; j < last; j++)
        {
            gr_long at = (gr_long)instruments[j] * width;
            double quantity = quantities[j];
            first = gr_fma((double)profits[at + here], quantity, first);
            second = gr_fma((double)profits[at + there], quantity, second);
        }
        gr_long target = (gr_long)account * blockStride + blockOffset + item;
        accountProfits[target] = first;
        accountProfits[target + half_] = second;
    }
}

/* AggregationKernels.Accounts.Binary64 */
GR_KERNEL void AggregationKernels_Accounts_Binary64(
    int gr_items, int gr_first_row, int gr_rows, int half_, int block, int accounts,
    GR_GLOBAL const int* GR_RESTRICT rowStart, GR_GLOBAL const int* GR_RESTRICT instruments,
    GR_GLOBAL const double* GR_RESTRICT quantities, int stride, GR_GLOBAL const double* GR_RESTRICT profits,
    int blockStride, int blockOffset, GR_GLOBAL double* accountProfits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    int end = gr_add32(gr_mul32(row, block), block) < accounts ? gr_add32(gr_mul32(row, block), block) : accounts;
    gr_long width = stride;
    gr_long here = item;
    gr_long there = (gr_long)item + half_;
    for (int account = gr_mul32(row, block); account < end; account++)
    {
        double first = 0.0;
        double second = 0.0;
        gr_long last = rowStart[gr_add32(account, 1)];
        for (gr_long j = rowStart[account]; j < last; j++)
        {
            gr_long at = (gr_long)instruments[j] * width;
            double quantity = quantities[j];
            first = gr_fma(profits[at + here], quantity, first);
            second = gr_fma(profits[at + there], quantity, second);
        }
        gr_long target = (gr_long)account * blockStride + blockOffset + item;
        accountProfits[target] = first;
        accountProfits[target + half_] = second;
    }
}

/* AggregationKernels.Totals */
GR_KERNEL void AggregationKernels_Totals(
    int gr_items, int gr_first_row, int gr_rows, int block, int accounts, GR_GLOBAL const int* GR_RESTRICT accountStart,
    int stride, GR_GLOBAL const double* GR_RESTRICT sums, int blockStride, int blockOffset,
    GR_GLOBAL double* accountProfits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    int end = gr_add32(gr_mul32(row, block), block) < accounts ? gr_add32(gr_mul32(row, block), block) : accounts;
    for (int account = gr_mul32(row, block); account < end; account++)
    {
        gr_long segment = accountStart[account];
        double total = sums[gr_add64(gr_mul64(segment, stride), item)];
        gr_long last = accountStart[gr_add32(account, 1)];
        for (segment = gr_add64(segment, 1); segment < last; segment++)
        {
            total = total + sums[gr_add64(gr_mul64(segment, stride), item)];
        }
        accountProfits[(gr_long)account * blockStride + blockOffset + item] = total;
    }
}

/* AttributionKernels.Contributions */
GR_KERNEL void AttributionKernels_Contributions(
    int gr_items, int gr_first_item, GR_GLOBAL const int* GR_RESTRICT rowStart,
    GR_GLOBAL const int* GR_RESTRICT instruments, GR_GLOBAL const int* GR_RESTRICT entryStart,
    GR_GLOBAL const int* GR_RESTRICT columns, GR_GLOBAL const double* GR_RESTRICT weights, int stride,
    GR_GLOBAL const double* GR_RESTRICT profits, GR_GLOBAL double* sums)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    int last = rowStart[gr_add32(item, 1)];
    int lastEntry = entryStart[gr_add32(item, 1)];
    for (int j = rowStart[item]; j < last; j++)
    {
        double sum = sums[j];
        for (int e = entryStart[item]; e < lastEntry; e++)
        {
            sum = gr_fma(profits[(gr_long)instruments[j] * stride + columns[e]], weights[e], sum);
        }
        sums[j] = sum;
    }
}

/* BootstrapKernels.Draw */
GR_KERNEL void BootstrapKernels_Draw(
    int gr_items, int gr_first_item, int factors, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first, uint stream,
    uint key0, uint key1, int days, GR_GLOBAL const double* GR_RESTRICT changes, int stride, GR_GLOBAL double* shocks)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    uint c0 = scenarios[(gr_long)first + item];
    uint c1 = 0u;
    uint c2 = stream;
    uint c3 = 0u;
    Philox_Apply(&c0, &c1, &c2, &c3, key0, key1);
    gr_long day = (gr_long)UniformIndex_Of(c0, c1, days) * factors;
    for (int f = 0; f < factors; f++)
    {
        shocks[(gr_long)f * stride + item] = changes[day + f];
    }
}

/* FunctionKernels.Apply.Exp */
GR_KERNEL void FunctionKernels_Apply_Exp(
    int gr_items, int gr_first_row, int gr_rows, int stride, GR_GLOBAL const double* GR_RESTRICT x, GR_GLOBAL double* y)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    y[(gr_long)row * stride + item] = Exp_Of(x[(gr_long)row * stride + item]);
}

/* FunctionKernels.Apply.ExpNonPositive */
GR_KERNEL void FunctionKernels_Apply_ExpNonPositive(
    int gr_items, int gr_first_row, int gr_rows, int stride, GR_GLOBAL const double* GR_RESTRICT x, GR_GLOBAL double* y)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    y[(gr_long)row * stride + item] = ExpNonPositive_Of(x[(gr_long)row * stride + item]);
}

/* FunctionKernels.Apply.Log */
GR_KERNEL void FunctionKernels_Apply_Log(
    int gr_items, int gr_first_row, int gr_rows, int stride, GR_GLOBAL const double* GR_RESTRICT x, GR_GLOBAL double* y)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    y[(gr_long)row * stride + item] = Log_Of(x[(gr_long)row * stride + item]);
}

/* FunctionKernels.Apply.NormalCdf */
GR_KERNEL void FunctionKernels_Apply_NormalCdf(
    int gr_items, int gr_first_row, int gr_rows, int stride, GR_GLOBAL const double* GR_RESTRICT x, GR_GLOBAL double* y)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    y[(gr_long)row * stride + item] = NormalCdf_Of(x[(gr_long)row * stride + item]);
}

/* FunctionKernels.Apply.NormalQuantile */
GR_KERNEL void FunctionKernels_Apply_NormalQuantile(
    int gr_items, int gr_first_row, int gr_rows, int stride, GR_GLOBAL const double* GR_RESTRICT x, GR_GLOBAL double* y)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    y[(gr_long)row * stride + item] = NormalQuantile_Of(x[(gr_long)row * stride + item]);
}

/* GreeksKernels.Linears */
GR_KERNEL void GreeksKernels_Linears(
    int gr_items, int gr_first_row, int gr_rows, int block, int stride, GR_GLOBAL const double* GR_RESTRICT inputs,
    GR_GLOBAL double* greeks)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * block + item;
    gr_long step = stride;
    double forward = inputs[at];
    double carried = forward - inputs[at + 2L * step];
    double none = 0.0;
    greeks[at] = (forward + inputs[at + step]) / inputs[at + 3L * step];
    greeks[at + step] = none;
    greeks[at + 2L * step] = none;
    greeks[at + 3L * step] = (none - inputs[at + 4L * step] * carried) * 0x1.6719f3601671ap-9 /* InverseYear = 0.0027397260273972603 */;
    greeks[at + 4L * step] = none;
    greeks[at + 5L * step] = carried * inputs[at + 5L * step] * 0x1.47ae147ae147bp-7 /* Point = 0.01 */;
    greeks[at + 6L * step] = none;
    greeks[at + 7L * step] = none;
}

/* GreeksKernels.Options */
GR_KERNEL void GreeksKernels_Options(
    int gr_items, int gr_first_row, int gr_rows, int block, int stride, GR_GLOBAL const double* GR_RESTRICT inputs,
    GR_GLOBAL double* greeks)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * block + item;
    gr_long step = stride;
    double sigma = inputs[at + step];
    double time = inputs[at + 2L * step];
    double right = inputs[at + 3L * step];
    double spot = inputs[at + 4L * step];
    double units = inputs[at + 5L * step];
    double root = gr_sqrt(time);
    double deviation = sigma * root;
    double d1 = gr_fma(deviation, 0.5, inputs[at] / deviation);
    double d2 = d1 - deviation;
    double exercised = right * d1;
    double bell = RealMath_BellCurve(exercised);
    double delta = units * right * RealMath_NormalCdfFromBell(exercised, bell);
    double density = units * (bell * 0x1.9884533d43651p-2 /* InverseRootTwoPi = 0.3989422804014327 */);
    double vega = density * spot * root;
    greeks[at] = delta;
    greeks[at + step] = density / (spot * deviation);
    greeks[at + 2L * step] = vega * 0x1.47ae147ae147bp-7 /* Point = 0.01 */;
    double discounted = inputs[at + 8L * step];
    double carried = gr_fma(spot, delta, -inputs[at + 9L * step]);
    double decay = vega * sigma / (time + time);
    double theta = gr_fma(inputs[at + 7L * step], discounted, gr_fma(-inputs[at + 6L * step], carried, -decay));
    greeks[at + 3L * step] = theta * 0x1.6719f3601671ap-9 /* InverseYear = 0.0027397260273972603 */;
    greeks[at + 4L * step] = discounted * time * -0x1.47ae147ae147bp-7 /* -0.01 */;
    greeks[at + 5L * step] = carried * time * 0x1.47ae147ae147bp-7 /* Point = 0.01 */;
    greeks[at + 6L * step] = density * d2 / sigma * -0x1.47ae147ae147bp-7 /* -0.01 */;
    greeks[at + 7L * step] = vega * d1 * d2 / sigma * 0x1.a36e2eb1c432dp-14 /* 0.0001 */;
}

/* GreeksKernels.Sums */
GR_KERNEL void GreeksKernels_Sums(
    int gr_items, int gr_first_item, GR_GLOBAL const int* GR_RESTRICT rowStart,
    GR_GLOBAL const int* GR_RESTRICT instruments, GR_GLOBAL const double* GR_RESTRICT quantities,
    GR_GLOBAL const double* GR_RESTRICT greeks, GR_GLOBAL double* sums)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    double delta = 0.0;
    double gamma = 0.0;
    double vega = 0.0;
    double theta = 0.0;
    double rho = 0.0;
    double carryRho = 0.0;
    double vanna = 0.0;
    double volga = 0.0;
    int last = rowStart[gr_add32(item, 1)];
    for (int j = rowStart[item]; j < last; j++)
    {
        gr_long g = (gr_long)instruments[j] * 8L /* Figures */;
        double quantity = quantities[j];
        delta = gr_fma(quantity, greeks[g], delta);
        gamma = gr_fma(quantity, greeks[g + 1L], gamma);
        vega = gr_fma(quantity, greeks[g + 2L], vega);
        theta = gr_fma(quantity, greeks[g + 3L], theta);
        rho = gr_fma(quantity, greeks[g + 4L], rho);
        carryRho = gr_fma(quantity, greeks[g + 5L], carryRho);
        vanna = gr_fma(quantity, greeks[g + 6L], vanna);
        volga = gr_fma(quantity, greeks[g + 7L], volga);
    }
    gr_long s = (gr_long)item * 8L /* Figures */;
    sums[s] = delta;
    sums[s + 1L] = gamma;
    sums[s + 2L] = vega;
    sums[s + 3L] = theta;
    sums[s + 4L] = rho;
    sums[s + 5L] = carryRho;
    sums[s + 6L] = vanna;
    sums[s + 7L] = volga;
}

/* MarketKernels.Move */
GR_KERNEL void MarketKernels_Move(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const int* GR_RESTRICT factors,
    GR_GLOBAL const double* GR_RESTRICT weights, int stride, GR_GLOBAL const double* GR_RESTRICT shocks,
    GR_GLOBAL double* logs, GR_GLOBAL double* ratios)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    double second = shocks[(gr_long)factors[2L * row + 1L] * stride + item] * weights[2L * row + 1L];
    double x = gr_fma(shocks[(gr_long)factors[2L * row] * stride + item], weights[2L * row], second);
    logs[(gr_long)row * stride + item] = x;
    ratios[(gr_long)row * stride + item] = RealMath_Exp(x);
}

/* MixtureKernels.Choose */
GR_KERNEL void MixtureKernels_Choose(
    int gr_items, int gr_first_row, int gr_rows, double from, int last, int uniform, int kept, int stride,
    GR_GLOBAL double* scratch, GR_GLOBAL double* shocks)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * stride + item;
    gr_long keptAt = gr_add64(gr_mul64((gr_long)kept + row, stride), item);
    double chosen = gr_if_less(scratch[(gr_long)uniform * stride + item], from, scratch[keptAt], shocks[at]);
    if (last == 0)
    {
        scratch[keptAt] = chosen;
    }
    else
    {
        shocks[at] = chosen;
    }
}

/* MixtureKernels.Uniforms */
GR_KERNEL void MixtureKernels_Uniforms(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first, uint stream,
    uint key0, uint key1, int stride, GR_GLOBAL double* uniforms)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    uint c0 = scenarios[(gr_long)first + item];
    uint c1 = 0u;
    uint c2 = stream;
    uint c3 = 0u;
    Philox_Apply(&c0, &c1, &c2, &c3, key0, key1);
    uniforms[(gr_long)row * stride + item] = gr_uniform(c0, c1);
}

/* PartedTailKernels.Bound */
GR_KERNEL void PartedTailKernels_Bound(
    int gr_items, int gr_first_item, int groups, int keep, int capacity, GR_GLOBAL double* minima,
    GR_GLOBAL double* thresholds)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    thresholds[item] = TailBound_Threshold((gr_long)item * capacity, groups, keep, minima);
}

/* PartedTailKernels.Filter */
GR_KERNEL void PartedTailKernels_Filter(
    int gr_items, int gr_first_item, int parts, int room, int scenarios, int blockStride,
    GR_GLOBAL const double* GR_RESTRICT accountProfits, GR_GLOBAL const double* GR_RESTRICT thresholds,
    GR_GLOBAL int* found, GR_GLOBAL int* foundCounts)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    int account = gr_div32(item, parts);
    gr_long row = (gr_long)account * blockStride;
    double threshold = thresholds[account];
    int count = 0;
    for (int s = gr_sub32(item, gr_mul32(account, parts)); s < scenarios; s = gr_add32(s, parts))
    {
        if (accountProfits[row + s] >= threshold)
        {
            continue;
        }
        if (count < room)
        {
            found[(gr_long)item * room + count] = s;
        }
        count = gr_add32(count, 1);
    }
    foundCounts[item] = count;
}

/* PartedTailKernels.Merge */
GR_KERNEL void PartedTailKernels_Merge(
    int gr_items, int gr_first_item, int parts, int room, int keep, int capacity, int scenarios, int firstScenario,
    int blockStride, GR_GLOBAL const double* GR_RESTRICT accountProfits, GR_GLOBAL const int* GR_RESTRICT found,
    GR_GLOBAL const int* GR_RESTRICT foundCounts, GR_GLOBAL double* candidateProfits, GR_GLOBAL int* candidateScenarios,
    GR_GLOBAL int* counts, GR_GLOBAL double* thresholds)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    gr_long own = (gr_long)item * capacity;
    gr_long row = (gr_long)item * blockStride;
    double threshold = thresholds[item];
    double worst = GR_INFINITY;
    int count = counts[item];
    for (int part = 0; part < parts; part++)
    {
        gr_long list = (gr_long)item * parts + part;
        bool listed = foundCounts[list] <= room;
        int last = listed ? foundCounts[list] : gr_div32(gr_sub32(gr_add32(gr_sub32(scenarios, part), parts), 1), parts);
        for (int i = 0; i < last; i++)
        {
            int s = listed ? found[gr_add64(gr_mul64(list, room), i)] : gr_add32(part, gr_mul32(i, parts));
            double profit = accountProfits[row + s];
            if (profit >= threshold || profit > worst)
            {
                continue;
            }
            candidateProfits[own + count] = TailCandidates_Counted(profit);
            candidateScenarios[own + count] = gr_add32(firstScenario, s);
            count = gr_add32(count, 1);
            if (count == capacity)
            {
                TailCandidates_Partition(own, count, keep, candidateProfits, candidateScenarios);
                worst = TailCandidates_Worst(own, keep, candidateProfits);
                count = keep;
            }
        }
    }
    if (count > keep)
    {
        TailCandidates_Partition(own, count, keep, candidateProfits, candidateScenarios);
        count = keep;
    }
    if (count == keep)
    {
        thresholds[item] = TailCandidates_Worst(own, keep, candidateProfits);
    }
    counts[item] = count;
}

/* PartedTailKernels.Minima */
GR_KERNEL void PartedTailKernels_Minima(
    int gr_items, int gr_first_row, int gr_rows, int groups, int capacity, int scenarios, int blockStride,
    GR_GLOBAL const double* GR_RESTRICT accountProfits, GR_GLOBAL double* minima)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long first = (gr_long)row * blockStride + item;
    int length = gr_div32(scenarios, groups);
    double least = GR_INFINITY;
    for (int i = 0; i < length; i++)
    {
        double profit = accountProfits[gr_add64(first, (gr_long)i * groups)];
        least = gr_if_less(profit, least, profit, least);
    }
    minima[(gr_long)row * capacity + item] = least;
}

/* PathKernels.Advance */
GR_KERNEL void PathKernels_Advance(
    int gr_items, int gr_first_row, int gr_rows, int first, int last, GR_GLOBAL const double* GR_RESTRICT variances,
    GR_GLOBAL const double* GR_RESTRICT omega, GR_GLOBAL const double* GR_RESTRICT alpha,
    GR_GLOBAL const double* GR_RESTRICT beta, int state, int stride, GR_GLOBAL double* scratch,
    GR_GLOBAL double* shocks)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * stride + item;
    gr_long sumAt = gr_add64(gr_mul64((gr_long)state + 2L * row, stride), item);
    double variance = variances[row];
    double sum = 0.0;
    if (first == 0)
    {
        sum = scratch[sumAt];
        variance = scratch[gr_add64(sumAt, stride)];
    }
    double r = gr_sqrt(variance) * shocks[at];
    sum = sum + r;
    if (last == 0)
    {
        scratch[sumAt] = sum;
        scratch[gr_add64(sumAt, stride)] = gr_fma(r * r, alpha[row], gr_fma(variance, beta[row], omega[row]));
    }
    else
    {
        shocks[at] = sum;
    }
}

/* RevaluationKernels.Linear.Binary32 */
GR_KERNEL void RevaluationKernels_Linear_Binary32(
    int gr_items, int gr_first_row, int gr_rows, int firstProfit, GR_GLOBAL const double* GR_RESTRICT reals,
    GR_GLOBAL const int* GR_RESTRICT rows, int marketStride, int marketOffset,
    GR_GLOBAL const double* GR_RESTRICT ratios, int stride, GR_GLOBAL float* profits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long p = (gr_long)row * 4L /* LinearReals */;
    gr_long k = (gr_long)row * 4L /* LinearRows */;
    gr_long scenario = (gr_long)marketOffset + item;
    double sum = gr_fma(ratios[(gr_long)rows[k] * marketStride + scenario], reals[p], reals[p + 3L]);
    sum = gr_fma(ratios[(gr_long)rows[k + 1L] * marketStride + scenario], reals[p + 1L], sum);
    sum = gr_fma(ratios[(gr_long)rows[k + 2L] * marketStride + scenario], reals[p + 2L], sum);
    profits[gr_add64(gr_mul64((gr_long)firstProfit + row, stride), item)] = gr_narrow(sum);
}

/* RevaluationKernels.Linear.Binary64 */
GR_KERNEL void RevaluationKernels_Linear_Binary64(
    int gr_items, int gr_first_row, int gr_rows, int firstProfit, GR_GLOBAL const double* GR_RESTRICT reals,
    GR_GLOBAL const int* GR_RESTRICT rows, int marketStride, int marketOffset,
    GR_GLOBAL const double* GR_RESTRICT ratios, int stride, GR_GLOBAL double* profits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long p = (gr_long)row * 4L /* LinearReals */;
    gr_long k = (gr_long)row * 4L /* LinearRows */;
    gr_long scenario = (gr_long)marketOffset + item;
    double sum = gr_fma(ratios[(gr_long)rows[k] * marketStride + scenario], reals[p], reals[p + 3L]);
    sum = gr_fma(ratios[(gr_long)rows[k + 1L] * marketStride + scenario], reals[p + 1L], sum);
    sum = gr_fma(ratios[(gr_long)rows[k + 2L] * marketStride + scenario], reals[p + 2L], sum);
    profits[gr_add64(gr_mul64((gr_long)firstProfit + row, stride), item)] = sum;
}

/* RevaluationKernels.Options.Binary32 */
GR_KERNEL void RevaluationKernels_Options_Binary32(
    int gr_items, int gr_first_row, int gr_rows, int block, int count, GR_GLOBAL const double* GR_RESTRICT reals,
    GR_GLOBAL const int* GR_RESTRICT rows, int marketStride, int marketOffset, GR_GLOBAL const double* GR_RESTRICT logs,
    GR_GLOBAL const double* GR_RESTRICT ratios, int stride, GR_GLOBAL float* profits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long scenario = (gr_long)marketOffset + item;
    int last = gr_add32(gr_mul32(row, block), block);
    if (last > count)
    {
        last = count;
    }
    for (int j = gr_mul32(row, block); j < last; j++)
    {
        gr_long p = (gr_long)j * 8L /* OptionReals */;
        gr_long k = (gr_long)j * 4L /* OptionRows */;
        gr_long forwardRow = (gr_long)rows[k] * marketStride + scenario;
        double x = logs[forwardRow] + reals[p];
        double h = x * (ratios[(gr_long)rows[k + 2L] * marketStride + scenario] * reals[p + 1L]);
        double value = Black76_SignedValue(ratios[forwardRow], reals[p + 3L], h, ratios[(gr_long)rows[k + 1L] * marketStride + scenario], reals[p + 2L]);
        double scale = ratios[(gr_long)rows[k + 3L] * marketStride + scenario] * reals[p + 4L];
        profits[(gr_long)j * stride + item] = gr_narrow(gr_fma(value, scale, -reals[p + 5L]));
    }
}

/* RevaluationKernels.Options.Binary64 */
GR_KERNEL void RevaluationKernels_Options_Binary64(
    int gr_items, int gr_first_row, int gr_rows, int block, int count, GR_GLOBAL const double* GR_RESTRICT reals,
    GR_GLOBAL const int* GR_RESTRICT rows, int marketStride, int marketOffset, GR_GLOBAL const double* GR_RESTRICT logs,
    GR_GLOBAL const double* GR_RESTRICT ratios, int stride, GR_GLOBAL double* profits)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long scenario = (gr_long)marketOffset + item;
    int last = gr_add32(gr_mul32(row, block), block);
    if (last > count)
    {
        last = count;
    }
    for (int j = gr_mul32(row, block); j < last; j++)
    {
        gr_long p = (gr_long)j * 8L /* OptionReals */;
        gr_long k = (gr_long)j * 4L /* OptionRows */;
        gr_long forwardRow = (gr_long)rows[k] * marketStride + scenario;
        double x = logs[forwardRow] + reals[p];
        double h = x * (ratios[(gr_long)rows[k + 2L] * marketStride + scenario] * reals[p + 1L]);
        double value = Black76_SignedValue(ratios[forwardRow], reals[p + 3L], h, ratios[(gr_long)rows[k + 1L] * marketStride + scenario], reals[p + 2L]);
        double scale = ratios[(gr_long)rows[k + 3L] * marketStride + scenario] * reals[p + 4L];
        profits[(gr_long)j * stride + item] = gr_fma(value, scale, -reals[p + 5L]);
    }
}

/* SamplingKernels.AntitheticNormals */
GR_KERNEL void SamplingKernels_AntitheticNormals(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first, uint stream,
    uint key0, uint key1, int stride, GR_GLOBAL double* normals)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    uint scenario = scenarios[(gr_long)first + item];
    uint c0 = scenario >> 1;
    uint c1 = (uint)row;
    uint c2 = stream;
    uint c3 = 0u;
    Philox_Apply(&c0, &c1, &c2, &c3, key0, key1);
    normals[gr_add64(gr_mul64(2L * row, stride), item)] = gr_uniform(c0, c1);
    normals[gr_add64(gr_mul64(2L * row + 1L, stride), item)] = gr_uniform(c2, c3);
    double side = gr_uniform((scenario & 1u) << 31, 0u);
    for (int half_ = 0; half_ < 2; half_++)
    {
        gr_long at = gr_add64(gr_mul64(2L * row + half_, stride), item);
        double normal = RealMath_NormalQuantile(normals[at]);
        normals[at] = gr_if_less(side, 0.5, normal, -normal);
    }
}

/* SamplingKernels.LikelihoodRatios */
GR_KERNEL void SamplingKernels_LikelihoodRatios(
    int gr_items, int gr_first_row, int gr_rows, int count, GR_GLOBAL const double* GR_RESTRICT coefficients,
    int stride, GR_GLOBAL const double* GR_RESTRICT normals, GR_GLOBAL double* weights)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    double sum = coefficients[1L];
    for (int k = 0; k < count; k++)
    {
        double y = normals[(gr_long)k * stride + item];
        sum = gr_fma(gr_fma(y, coefficients[2L * k + 3L], coefficients[2L * k + 2L]), y, sum);
    }
    double share = coefficients[0L];
    weights[(gr_long)row * stride + item] = 1.0 / (share + (1.0 - share) * RealMath_Exp(sum));
}

/* SamplingKernels.SobolNormals */
GR_KERNEL void SamplingKernels_SobolNormals(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first,
    int randomisationBits, int firstDimension, int dimensions, int bits, GR_GLOBAL const uint* GR_RESTRICT directions,
    uint key0, uint key1, int stride, GR_GLOBAL double* normals)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    int dimension = gr_add32(firstDimension, row);
    uint scenario = scenarios[(gr_long)first + item];
    uint c0 = scenario & (gr_shl32u(1u, randomisationBits) - 1u);
    uint c1 = (uint)dimension;
    uint c2 = 0u;
    uint c3 = 1u;
    int digits = bits;
    if (dimension >= dimensions)
    {
        c0 = scenario;
        c3 = 2u;
        digits = 0;
    }
    Philox_Apply(&c0, &c1, &c2, &c3, key0, key1);
    uint index = gr_shr32u(scenario, randomisationBits);
    uint gray = index ^ (index >> 1);
    uint point = 0u;
    for (int b = 0; b < digits; b++)
    {
        point = point ^ gr_multiply_low(gray & 1u, directions[32L * dimension + b]);
        gray = gray >> 1;
    }
    uint high = NestedScramble_Reverse(NestedScramble_Apply(point, c0, c1), c2);
    uint low = gr_multiply_low(high, 0xD2511F53u) ^ c3;
    if (dimension >= dimensions)
    {
        high = c0;
        low = c1;
    }
    normals[(gr_long)row * stride + item] = RealMath_NormalQuantile(gr_uniform(high, low));
}

/* SamplingKernels.Tilt */
GR_KERNEL void SamplingKernels_Tilt(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first,
    GR_GLOBAL const double* GR_RESTRICT means, GR_GLOBAL const double* GR_RESTRICT deviations, int stride,
    GR_GLOBAL double* normals)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * stride + item;
    double normal = normals[at];
    double eighth = gr_uniform((scenarios[(gr_long)first + item] & 7u) << 29, 0u);
    normals[at] = gr_if_less(eighth, 0.0625, normal, gr_fma(normal, deviations[row], means[row]));
}

/* ScenarioKernels.Combine */
GR_KERNEL void ScenarioKernels_Combine(
    int gr_items, int gr_first_row, int gr_rows, int columns, GR_GLOBAL const double* GR_RESTRICT loadings, int stride,
    GR_GLOBAL const double* GR_RESTRICT normals, GR_GLOBAL double* shocks)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long first = (gr_long)row * columns;
    double sum = normals[item] * loadings[first];
    for (int k = 1; k < columns; k++)
    {
        sum = gr_fma(normals[(gr_long)k * stride + item], loadings[first + k], sum);
    }
    shocks[(gr_long)row * stride + item] = sum;
}

/* ScenarioKernels.Correlate */
GR_KERNEL void ScenarioKernels_Correlate(
    int gr_items, int gr_first_row, int gr_rows, int factors, GR_GLOBAL const double* GR_RESTRICT loadings, int stride,
    GR_GLOBAL const double* GR_RESTRICT normals, GR_GLOBAL double* shocks)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    int f = gr_mul32(row, 4 /* FactorsARow */);
    if (gr_add32(f, 4 /* FactorsARow */) <= factors)
    {
        ScenarioKernels_CorrelateFour(item, f, factors, loadings, stride, normals, shocks);
        return;
    }
    for (int own = f; own < factors; own++)
    {
        gr_long first = (gr_long)own * factors;
        double sum = normals[item] * loadings[first];
        for (int k = 1; k <= own; k = gr_add32(k, 1))
        {
            sum = gr_fma(normals[(gr_long)k * stride + item], loadings[first + k], sum);
        }
        shocks[(gr_long)own * stride + item] = sum;
    }
}

/* ScenarioKernels.Gather */
GR_KERNEL void ScenarioKernels_Gather(
    int gr_items, int gr_first_item, int factors, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first, int count,
    GR_GLOBAL const double* GR_RESTRICT given, int stride, GR_GLOBAL double* shocks)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    gr_long scenario = scenarios[(gr_long)first + item];
    for (int f = 0; f < factors; f++)
    {
        shocks[(gr_long)f * stride + item] = given[(gr_long)f * count + scenario];
    }
}

/* ScenarioKernels.Normals */
GR_KERNEL void ScenarioKernels_Normals(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const uint* GR_RESTRICT scenarios, int first, uint stream,
    uint key0, uint key1, int stride, GR_GLOBAL double* normals)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    uint c0 = scenarios[(gr_long)first + item];
    uint c1 = (uint)row;
    uint c2 = stream;
    uint c3 = 0u;
    Philox_Apply(&c0, &c1, &c2, &c3, key0, key1);
    normals[gr_add64(gr_mul64(2L * row, stride), item)] = gr_uniform(c0, c1);
    normals[gr_add64(gr_mul64(2L * row + 1L, stride), item)] = gr_uniform(c2, c3);
    for (int half_ = 0; half_ < 2; half_++)
    {
        gr_long at = gr_add64(gr_mul64(2L * row + half_, stride), item);
        normals[at] = RealMath_NormalQuantile(normals[at]);
    }
}

/* StressKernels.Shortfalls */
GR_KERNEL void StressKernels_Shortfalls(
    int gr_items, int gr_first_item, int firstAccount, int windows, int depth, int blockStride,
    GR_GLOBAL const double* GR_RESTRICT accountProfits, GR_GLOBAL const int* GR_RESTRICT starts,
    GR_GLOBAL const int* GR_RESTRICT ends, GR_GLOBAL const int* GR_RESTRICT weightRows,
    GR_GLOBAL const double* GR_RESTRICT weights, GR_GLOBAL int* tail, int stride, GR_GLOBAL double* shortfalls)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    gr_long row = (gr_long)gr_add32(firstAccount, item) * blockStride;
    gr_long own = (gr_long)item * depth;
    int end = starts[0L];
    int count = 0;
    for (int w = 0; w < windows; w++)
    {
        int start = starts[w];
        for (; end < ends[w]; end++)
        {
            count = WindowTail_Enter(own, row, count, depth, end, accountProfits, tail);
        }
        count = WindowTail_Leave(own, count, start, tail);
        int full = gr_sub32(end, start) < depth ? gr_sub32(end, start) : depth;
        for (; count < full; count++)
        {
            tail[own + count] = WindowTail_Next(own, row, count, start, end, accountProfits, tail);
        }
        double sum = 0.0;
        gr_long weight = (gr_long)weightRows[w] * depth;
        for (int i = 0; i < count; i++)
        {
            double profit = WindowTail_Profit(row, tail[own + i], accountProfits);
            if (weights[weight + i] != 0.0)
            {
                sum = gr_fma(weights[weight + i], 0.0 - profit, sum);
            }
        }
        shortfalls[(gr_long)item * stride + w] = sum;
    }
}

/* StressKernels.Sums */
GR_KERNEL void StressKernels_Sums(
    int gr_items, int gr_first_row, int gr_rows, int width, int accounts, int stride,
    GR_GLOBAL const double* GR_RESTRICT shortfalls, GR_GLOBAL double* sums)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long window = (gr_long)row * width + item;
    double sum = sums[window];
    gr_long at = window;
    for (int account = 0; account < accounts; account++)
    {
        sum = sum + shortfalls[at];
        at = gr_add64(at, stride);
    }
    sums[window] = sum;
}

/* StudentKernels.Marginal */
GR_KERNEL void StudentKernels_Marginal(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const double* GR_RESTRICT series, int terms,
    double squareScale, double inverseHalfReach, GR_GLOBAL const double* GR_RESTRICT scales, int stride,
    GR_GLOBAL double* values)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * stride + item;
    double y = values[at];
    double w = RealMath_Log(gr_fma(y * y, squareScale, 1.0));
    double x = gr_fma(w, inverseHalfReach, -1.0);
    x = gr_if_less(1.0, x, 1.0, x);
    values[at] = y * scales[row] * RealMath_Exp(ChebyshevSeries_Of(x, series, (gr_long)row * terms, terms));
}

/* StudentKernels.Mixing */
GR_KERNEL void StudentKernels_Mixing(
    int gr_items, int gr_first_row, int gr_rows, GR_GLOBAL const double* GR_RESTRICT series, int terms,
    double inverseReach, int stride, GR_GLOBAL double* normals)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * stride + item;
    double x = normals[at] * inverseReach;
    x = gr_if_less(x, -1.0, -1.0, x);
    x = gr_if_less(1.0, x, 1.0, x);
    normals[at] = RealMath_Exp(ChebyshevSeries_Of(x, series, 0L, terms));
}

/* StudentKernels.Scale */
GR_KERNEL void StudentKernels_Scale(
    int gr_items, int gr_first_row, int gr_rows, int by, int stride, GR_GLOBAL double* normals)
{
    int item = gr_id_x();
    int gr_id = gr_id_y();
    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)
    {
        return;
    }
    int row = gr_add32(gr_first_row, gr_id);
    gr_long at = (gr_long)row * stride + item;
    normals[at] = normals[at] * normals[(gr_long)by * stride + item];
}

/* TailKernels.Finish */
GR_KERNEL void TailKernels_Finish(
    int gr_items, int gr_first_item, int keep, int capacity, GR_GLOBAL double* candidateProfits,
    GR_GLOBAL int* candidateScenarios, GR_GLOBAL int* counts)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    gr_long own = (gr_long)item * capacity;
    int count = counts[item];
    if (count > keep)
    {
        TailCandidates_Partition(own, count, keep, candidateProfits, candidateScenarios);
        count = keep;
    }
    TailCandidates_Sort(own, count, candidateProfits, candidateScenarios);
    counts[item] = count;
}

/* TailKernels.Select */
GR_KERNEL void TailKernels_Select(
    int gr_items, int gr_first_item, int keep, int capacity, int scenarios, int firstScenario, int blockStride,
    GR_GLOBAL const double* GR_RESTRICT bundles, GR_GLOBAL const double* GR_RESTRICT accountProfits,
    GR_GLOBAL double* minima, GR_GLOBAL double* candidateProfits, GR_GLOBAL int* candidateScenarios,
    GR_GLOBAL int* counts, GR_GLOBAL double* thresholds)
{
    int gr_id = gr_id_x();
    if ((uint)gr_id >= (uint)gr_items)
    {
        return;
    }
    int item = gr_add32(gr_first_item, gr_id);
    gr_long own = (gr_long)item * capacity;
    gr_long row = (gr_long)item * blockStride;
    if (firstScenario == 0 && scenarios >= gr_mul32(8 /* BoundedFrom */, keep))
    {
        int groups = TailKernels_Minima(own, row, keep, capacity, scenarios, bundles, minima);
        if (groups >= keep)
        {
            thresholds[item] = TailBound_Threshold(own, groups, keep, candidateProfits);
        }
    }
    int count = counts[item];
    double threshold = thresholds[item];
    for (int bundle = 0; bundle < scenarios; bundle = gr_add32(bundle, 1 /* lane */))
    {
        uint below = gr_below(bundles[row + bundle], threshold);
        while (below != 0u)
        {
            int s = gr_add32(bundle, gr_trailing32(below));
            below = below & (below - 1u);
            if (s >= scenarios)
            {
                break;
            }
            candidateProfits[own + count] = TailCandidates_Counted(accountProfits[row + s]);
            candidateScenarios[own + count] = gr_add32(firstScenario, s);
            count = gr_add32(count, 1);
        }
        if (count > gr_sub32(capacity, 1 /* lane */))
        {
            TailCandidates_Partition(own, count, keep, candidateProfits, candidateScenarios);
            threshold = TailCandidates_Worst(own, keep, candidateProfits);
            count = keep;
        }
    }
    thresholds[item] = threshold;
    counts[item] = count;
}
