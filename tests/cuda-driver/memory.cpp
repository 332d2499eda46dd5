// Device and pinned memory, and copies between them.
#include <cstdlib>
#include <cstring>

#include "state.h"

// Between allocations, so that an index past an end never falls into a neighbour.
static constexpr size_t gap = 4096;

// What fresh memory holds: a sum over it is wrong in a way that shows.
static constexpr int garbage = 0xCD;

static bool inside(CUdeviceptr first, size_t bytes) {
    auto next = state().allocations.upper_bound(first);
    if (next == state().allocations.begin()) return false;
    --next;
    size_t offset = first - next->first;
    return offset <= next->second && bytes <= next->second - offset;
}

static bool isPinned(const void* host, size_t bytes) {
    auto first = reinterpret_cast<uintptr_t>(host);
    auto next = state().pinned.upper_bound(first);
    if (next == state().pinned.begin()) return false;
    --next;
    size_t offset = first - next->first;
    return offset <= next->second && bytes <= next->second - offset;
}

// Pinned memory is read and written when the work runs; any other memory before the call returns.
static void later(CUstream stream, bool pinned, std::function<void()> work) {
    submit(stream, std::move(work));
    if (!pinned) drain(stream);
}

EXPORT CUresult cuMemGetInfo_v2(size_t* available, size_t* total) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    *total = static_cast<size_t>(state().settings.memory);
    *available = *total - state().allocated;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuMemAlloc_v2(CUdeviceptr* address, size_t bytes) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (bytes == 0) return CUDA_ERROR_INVALID_VALUE;
    size_t available = static_cast<size_t>(state().settings.memory) - state().allocated;
    if (bytes > available) return CUDA_ERROR_OUT_OF_MEMORY;
    size_t whole = (bytes + 2 * gap - 1) / gap * gap;
    void* memory = std::aligned_alloc(gap, whole);
    if (memory == nullptr) return CUDA_ERROR_OUT_OF_MEMORY;
    std::memset(memory, garbage, bytes);
    *address = reinterpret_cast<CUdeviceptr>(memory);
    state().allocations[*address] = bytes;
    state().allocated += bytes;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuMemFree_v2(CUdeviceptr address) {
    Guard guard(state().lock);
    if (!state().initialised) return CUDA_ERROR_NOT_INITIALIZED;
    if (current == nullptr || current->retained == 0) return CUDA_ERROR_INVALID_CONTEXT;
    auto found = state().allocations.find(address);
    if (found == state().allocations.end()) return CUDA_ERROR_INVALID_VALUE;
    drainAll();
    state().allocated -= found->second;
    std::free(reinterpret_cast<void*>(address));
    state().allocations.erase(found);
    return state().sticky;
}

EXPORT CUresult cuMemHostAlloc(void** memory, size_t bytes, unsigned) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    *memory = std::malloc(bytes);
    if (*memory == nullptr) return CUDA_ERROR_OUT_OF_MEMORY;
    std::memset(*memory, garbage, bytes);
    state().pinned[reinterpret_cast<uintptr_t>(*memory)] = bytes;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuMemFreeHost(void* memory) {
    Guard guard(state().lock);
    if (state().pinned.erase(reinterpret_cast<uintptr_t>(memory)) == 0) return CUDA_ERROR_INVALID_VALUE;
    drainAll();
    std::free(memory);
    return state().sticky;
}

EXPORT CUresult cuMemsetD8Async(CUdeviceptr target, unsigned char value, size_t bytes, CUstream stream) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!inside(target, bytes)) return CUDA_ERROR_INVALID_VALUE;
    submit(stream, [=] { std::memset(reinterpret_cast<void*>(target), value, bytes); });
    return CUDA_SUCCESS;
}

EXPORT CUresult cuMemcpyHtoDAsync_v2(CUdeviceptr target, const void* source, size_t bytes, CUstream stream) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!inside(target, bytes)) return CUDA_ERROR_INVALID_VALUE;
    later(stream, isPinned(source, bytes), [=] { std::memcpy(reinterpret_cast<void*>(target), source, bytes); });
    return CUDA_SUCCESS;
}

EXPORT CUresult cuMemcpyDtoHAsync_v2(void* target, CUdeviceptr source, size_t bytes, CUstream stream) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!inside(source, bytes)) return CUDA_ERROR_INVALID_VALUE;
    later(stream, isPinned(target, bytes), [=] { std::memcpy(target, reinterpret_cast<const void*>(source), bytes); });
    return CUDA_SUCCESS;
}

EXPORT CUresult cuMemcpy2DAsync_v2(const CUDA_MEMCPY2D* copy, CUstream stream) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    CUDA_MEMCPY2D c = *copy;
    if (c.srcMemoryType != CU_MEMORYTYPE_DEVICE || c.dstMemoryType != CU_MEMORYTYPE_HOST) return CUDA_ERROR_INVALID_VALUE;
    if (c.srcXInBytes != 0 || c.srcY != 0 || c.dstXInBytes != 0 || c.dstY != 0) return CUDA_ERROR_INVALID_VALUE;
    if (c.WidthInBytes == 0 || c.Height == 0) return CUDA_SUCCESS;
    if (c.srcPitch < c.WidthInBytes || c.dstPitch < c.WidthInBytes) return CUDA_ERROR_INVALID_VALUE;
    if (c.srcPitch > 0x7fffffff || c.dstPitch > 0x7fffffff) return CUDA_ERROR_INVALID_VALUE;
    if (!inside(c.srcDevice, (c.Height - 1) * c.srcPitch + c.WidthInBytes)) return CUDA_ERROR_INVALID_VALUE;
    later(stream, isPinned(c.dstHost, (c.Height - 1) * c.dstPitch + c.WidthInBytes), [=] {
        for (size_t y = 0; y < c.Height; y++)
            std::memcpy(static_cast<char*>(c.dstHost) + y * c.dstPitch, reinterpret_cast<const char*>(c.srcDevice) + y * c.srcPitch, c.WidthInBytes);
    });
    return CUDA_SUCCESS;
}
