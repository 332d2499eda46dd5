// C that goes before every translated program.
#pragma once

namespace ptx {

inline const char* const prelude = R"C(
#include <math.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

struct ptx_thread { unsigned tid[3], ntid[3], ctaid[3], nctaid[3]; };

/* Where an access of an instruction last fell: the next one mostly falls there too. */
struct ptx_range { uint64_t base, size; unsigned launch; };

/* Finds the allocation around an address; set by the driver. 0: there is none. */
int (*ptx_find)(uint64_t address, uint64_t* base, uint64_t* size);

static jmp_buf ptx_fault;
static unsigned ptx_launch;
static uint8_t ptx_local_memory[1 << 18] __attribute__((aligned(16)));
static uint64_t ptx_local_top;

enum { PTX_ILLEGAL_ADDRESS = 700, PTX_MISALIGNED_ADDRESS = 716, PTX_LAUNCH_FAILED = 719 };

enum ptx_access { PTX_READ = 0, PTX_WRITE = 1, PTX_READ_ONLY = 2 };

/* How a launch reaches each allocation. One that is read by way of the read-only cache must not be written by the same launch. */
static struct { uint64_t base; int how; } ptx_reached[256];
static unsigned ptx_reached_count;

static void ptx_reach(uint64_t base, enum ptx_access access) {
    unsigned i = 0;
    while (i < ptx_reached_count && ptx_reached[i].base != base) i++;
    if (i == 256) return;
    if (i == ptx_reached_count) {
        ptx_reached[i].base = base;
        ptx_reached[i].how = 0;
        ptx_reached_count++;
    }
    ptx_reached[i].how |= access;
    if (ptx_reached[i].how == (PTX_WRITE | PTX_READ_ONLY)) longjmp(ptx_fault, PTX_LAUNCH_FAILED);
}

static __attribute__((noinline)) uint8_t* ptx_lookup(uint64_t address, unsigned bytes, struct ptx_range* range, enum ptx_access access) {
    range->launch = 0;
    if (!ptx_find(address, &range->base, &range->size)) longjmp(ptx_fault, PTX_ILLEGAL_ADDRESS);
    uint64_t offset = address - range->base;
    if (offset > range->size || bytes > range->size - offset) longjmp(ptx_fault, PTX_ILLEGAL_ADDRESS);
    range->launch = ptx_launch;
    ptx_reach(range->base, access);
    return (uint8_t*)(uintptr_t)address;
}

static inline uint8_t* ptx_global(uint64_t address, unsigned bytes, unsigned alignment, struct ptx_range* range, enum ptx_access access) {
    if (address & (alignment - 1)) longjmp(ptx_fault, PTX_MISALIGNED_ADDRESS);
    uint64_t offset = address - range->base;
    if (range->launch == ptx_launch && offset < range->size && bytes <= range->size - offset) return (uint8_t*)(uintptr_t)address;
    return ptx_lookup(address, bytes, range, access);
}

static inline uint8_t* ptx_local(uint64_t address, unsigned bytes, unsigned alignment) {
    if (address & (alignment - 1)) longjmp(ptx_fault, PTX_MISALIGNED_ADDRESS);
    uint64_t offset = address - (uint64_t)(uintptr_t)ptx_local_memory;
    if (offset > ptx_local_top || bytes > ptx_local_top - offset) longjmp(ptx_fault, PTX_ILLEGAL_ADDRESS);
    return (uint8_t*)(uintptr_t)address;
}

static inline uint8_t* ptx_generic(uint64_t address, unsigned bytes, unsigned alignment, struct ptx_range* range, enum ptx_access access) {
    return address - (uint64_t)(uintptr_t)ptx_local_memory < sizeof ptx_local_memory ? ptx_local(address, bytes, alignment) : ptx_global(address, bytes, alignment, range, access);
}

static inline uint8_t* ptx_push(uint64_t bytes) {
    uint8_t* first = ptx_local_memory + ptx_local_top;
    ptx_local_top += (bytes + 15) / 16 * 16;
    if (ptx_local_top > sizeof ptx_local_memory) longjmp(ptx_fault, PTX_ILLEGAL_ADDRESS);
    memset(first, 0xCD, bytes);
    return first;
}

static inline double ptx_double(uint64_t bits) { double x; memcpy(&x, &bits, 8); return x; }
static inline float ptx_float(uint32_t bits) { float x; memcpy(&x, &bits, 4); return x; }
static inline uint64_t ptx_bits64(double x) { uint64_t bits; memcpy(&bits, &x, 8); return bits; }
static inline uint32_t ptx_bits32(float x) { uint32_t bits; memcpy(&bits, &x, 4); return bits; }

/* One operand that is not a number gives the other; -0 is less than +0. */
#define PTX_EXTREMES(real, suffix) \
    static inline real ptx_min##suffix(real a, real b) { \
        if (a != a) return b; \
        if (b != b) return a; \
        return a < b ? a : b < a ? b : __builtin_signbit(a) ? a : b; \
    } \
    static inline real ptx_max##suffix(real a, real b) { \
        if (a != a) return b; \
        if (b != b) return a; \
        return a > b ? a : b > a ? b : __builtin_signbit(a) ? b : a; \
    }
PTX_EXTREMES(double, )
PTX_EXTREMES(float, f)

/* Division by zero has no defined result: any will do that is not mistaken for one. */
static inline uint64_t ptx_div_s(int64_t a, int64_t b) { return b == 0 ? ~0ULL : b == -1 ? 0 - (uint64_t)a : (uint64_t)(a / b); }
static inline uint64_t ptx_rem_s(int64_t a, int64_t b) { return b == 0 ? ~0ULL : b == -1 ? 0 : (uint64_t)(a % b); }
static inline uint64_t ptx_div_u(uint64_t a, uint64_t b) { return b == 0 ? ~0ULL : a / b; }
static inline uint64_t ptx_rem_u(uint64_t a, uint64_t b) { return b == 0 ? ~0ULL : a % b; }

/* x is whole already; past the range it saturates. `end`: the first power of two past the range. */
#define PTX_INTEGER(name, type, low, high, end) \
    static inline type ptx_to_##name(double x, type undefined) { \
        return x != x ? undefined : x < (double)(low) ? (type)(low) : x >= end ? (type)(high) : (type)x; \
    }
PTX_INTEGER(s32, int32_t, INT32_MIN, INT32_MAX, 0x1p31)
PTX_INTEGER(u32, uint32_t, 0, UINT32_MAX, 0x1p32)
PTX_INTEGER(s64, int64_t, INT64_MIN, INT64_MAX, 0x1p63)
PTX_INTEGER(u64, uint64_t, 0, UINT64_MAX, 0x1p64)

static inline uint64_t ptx_reverse(uint64_t x) {
    uint64_t y = 0;
    for (int i = 0; i < 64; i++) y |= (x >> i & 1) << (63 - i);
    return y;
}

static inline uint64_t ptx_ones(unsigned count) { return count >= 64 ? ~0ULL : (1ULL << count) - 1; }

static inline uint64_t ptx_extract_u(uint64_t x, unsigned position, unsigned length, unsigned width) {
    position &= 255, length &= 255;
    return position >= width ? 0 : x >> position & ptx_ones(length);
}

static inline uint64_t ptx_extract_s(int64_t x, unsigned position, unsigned length, unsigned width) {
    position &= 255, length &= 255;
    if (length == 0) return 0;
    int64_t shifted = x >> (position >= width ? width - 1 : position);
    if (length >= width) return (uint64_t)shifted;
    return (uint64_t)(shifted << (64 - length)) >> 63 ? (uint64_t)shifted | ~ptx_ones(length) : (uint64_t)shifted & ptx_ones(length);
}

static inline uint64_t ptx_insert(uint64_t x, uint64_t into, unsigned position, unsigned length, unsigned width) {
    position &= 255, length &= 255;
    if (position >= width) return into;
    uint64_t mask = ptx_ones(length) << position;
    return (into & ~mask) | (x << position & mask);
}

/* Threads one after the other: kernels here share nothing within a block. */
#define PTX_GRID(call) \
    ptx_launch++; \
    ptx_local_top = 0; \
    ptx_reached_count = 0; \
    int fault = setjmp(ptx_fault); \
    if (fault) return fault; \
    struct ptx_thread thread = {{0, 0, 0}, {ntid[0], ntid[1], ntid[2]}, {0, 0, 0}, {nctaid[0], nctaid[1], nctaid[2]}}; \
    for (thread.ctaid[2] = 0; thread.ctaid[2] < nctaid[2]; thread.ctaid[2]++) \
    for (thread.ctaid[1] = 0; thread.ctaid[1] < nctaid[1]; thread.ctaid[1]++) \
    for (thread.ctaid[0] = 0; thread.ctaid[0] < nctaid[0]; thread.ctaid[0]++) \
    for (thread.tid[2] = 0; thread.tid[2] < ntid[2]; thread.tid[2]++) \
    for (thread.tid[1] = 0; thread.tid[1] < ntid[1]; thread.tid[1]++) \
    for (thread.tid[0] = 0; thread.tid[0] < ntid[0]; thread.tid[0]++) \
        call; \
    return 0;
)C";

}  // namespace ptx
