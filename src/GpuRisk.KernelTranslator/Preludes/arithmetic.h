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
