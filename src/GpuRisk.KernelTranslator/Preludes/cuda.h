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
