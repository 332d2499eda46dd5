/* OpenCL C 1.2 with 64-bit reals. Build without -cl-fast-relaxed-math, -cl-mad-enable and -cl-denorms-are-zero. */
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL FP_CONTRACT OFF

#define GR_KERNEL __kernel
#define GR_GLOBAL __global
#define GR_RESTRICT restrict
#define GR_FUNCTION static inline

typedef long gr_long;
typedef ulong gr_ulong;

GR_FUNCTION int gr_id_x(void) { return (int)get_global_id(0); }
GR_FUNCTION int gr_id_y(void) { return (int)get_global_id(1); }

GR_FUNCTION gr_ulong gr_bits(double x) { return as_ulong(x); }
GR_FUNCTION double gr_real(gr_ulong bits) { return as_double(bits); }

GR_FUNCTION double gr_fma(double a, double b, double c) { return fma(a, b, c); }
GR_FUNCTION double gr_sqrt(double x) { return sqrt(x); }
GR_FUNCTION double gr_abs(double x) { return fabs(x); }

GR_FUNCTION int gr_count32(uint x) { return (int)popcount(x); }
GR_FUNCTION int gr_count64(gr_ulong x) { return (int)popcount(x); }
GR_FUNCTION int gr_leading32(uint x) { return x == 0u ? 32 : (int)clz(x); }
GR_FUNCTION int gr_leading64(gr_ulong x) { return x == 0UL ? 64 : (int)clz(x); }
