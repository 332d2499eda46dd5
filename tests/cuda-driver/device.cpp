// Initialisation, devices, contexts, names of errors.
#include <cstdlib>
#include <cstring>

#include "state.h"

static long setting(const char* name, long otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atol(text);
}

EXPORT CUresult cuInit(unsigned flags) {
    Guard guard(state().lock);
    if (flags != 0) return CUDA_ERROR_INVALID_VALUE;
    Settings& s = state().settings;
    s.devices = static_cast<int>(setting("CUDA_SOFTWARE_DEVICES", s.devices));
    s.init = static_cast<int>(setting("CUDA_SOFTWARE_INIT", s.init));
    s.memory = setting("CUDA_SOFTWARE_MEMORY", s.memory);
    s.capability = static_cast<int>(setting("CUDA_SOFTWARE_CAPABILITY", s.capability));
    s.launches = setting("CUDA_SOFTWARE_LAUNCHES", s.launches);
    const char* jit = std::getenv("CUDA_SOFTWARE_JIT");
    s.jitFails = jit != nullptr && std::strcmp(jit, "fail") == 0;
    if (s.init != CUDA_SUCCESS) return s.init;
    state().initialised = true;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDriverGetVersion(int* version) {
    *version = 12080;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDeviceGetCount(int* count) {
    if (!state().initialised) return CUDA_ERROR_NOT_INITIALIZED;
    *count = state().settings.devices;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDeviceGet(CUdevice* device, int ordinal) {
    if (!state().initialised) return CUDA_ERROR_NOT_INITIALIZED;
    if (ordinal < 0 || ordinal >= state().settings.devices) return CUDA_ERROR_INVALID_DEVICE;
    *device = ordinal;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDeviceGetName(char* name, int length, CUdevice) {
    if (length < 1) return CUDA_ERROR_INVALID_VALUE;
    std::strncpy(name, "PTX on the processor", static_cast<size_t>(length) - 1);
    name[length - 1] = '\0';
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDeviceTotalMem_v2(size_t* bytes, CUdevice) {
    *bytes = static_cast<size_t>(state().settings.memory);
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDeviceGetAttribute(int* value, int attribute, CUdevice) {
    switch (attribute) {
        case CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR: *value = state().settings.capability / 10; break;
        case CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR: *value = state().settings.capability % 10; break;
        case CU_DEVICE_ATTRIBUTE_L2_CACHE_SIZE: *value = 4 << 20; break;
        case CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT: *value = 4; break;
        case CU_DEVICE_ATTRIBUTE_MAX_THREADS_PER_MULTIPROCESSOR: *value = 2048; break;
        case CU_DEVICE_ATTRIBUTE_MAX_PITCH: *value = 0x7fffffff; break;
        case CU_DEVICE_ATTRIBUTE_COMPUTE_MODE: *value = 0; break;
        default: return CUDA_ERROR_INVALID_VALUE;
    }
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDevicePrimaryCtxRetain(CUcontext* context, CUdevice device) {
    Guard guard(state().lock);
    if (!state().initialised) return CUDA_ERROR_NOT_INITIALIZED;
    if (device < 0 || device >= state().settings.devices) return CUDA_ERROR_INVALID_DEVICE;
    Context& c = state().contexts[device];
    c.device = device;
    c.retained++;
    *context = &c;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuDevicePrimaryCtxRelease_v2(CUdevice device) {
    Guard guard(state().lock);
    Context& c = state().contexts[device];
    if (c.retained == 0) return CUDA_ERROR_INVALID_CONTEXT;
    c.retained--;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuCtxSetCurrent(CUcontext context) {
    if (!state().initialised) return CUDA_ERROR_NOT_INITIALIZED;
    current = context;
    return CUDA_SUCCESS;
}

EXPORT CUresult cuGetErrorName(CUresult error, const char** name) {
    switch (error) {
#define NAME(code) case code: *name = #code; return CUDA_SUCCESS
        NAME(CUDA_SUCCESS);
        NAME(CUDA_ERROR_INVALID_VALUE);
        NAME(CUDA_ERROR_OUT_OF_MEMORY);
        NAME(CUDA_ERROR_NOT_INITIALIZED);
        NAME(CUDA_ERROR_NO_DEVICE);
        NAME(CUDA_ERROR_INVALID_DEVICE);
        NAME(CUDA_ERROR_INVALID_CONTEXT);
        NAME(CUDA_ERROR_INVALID_PTX);
        NAME(CUDA_ERROR_INVALID_HANDLE);
        NAME(CUDA_ERROR_NOT_FOUND);
        NAME(CUDA_ERROR_NOT_READY);
        NAME(CUDA_ERROR_ILLEGAL_ADDRESS);
        NAME(CUDA_ERROR_MISALIGNED_ADDRESS);
        NAME(CUDA_ERROR_LAUNCH_FAILED);
        NAME(CUDA_ERROR_SYSTEM_DRIVER_MISMATCH);
        NAME(CUDA_ERROR_UNKNOWN);
#undef NAME
        default: *name = nullptr; return CUDA_ERROR_INVALID_VALUE;
    }
}

// Not of CUDA: what the host has not given back yet, for tests.
EXPORT long cuSoftwareLive(const char* kind) {
    Guard guard(state().lock);
    State& s = state();
    if (std::strcmp(kind, "allocations") == 0) return static_cast<long>(s.allocations.size());
    if (std::strcmp(kind, "pinned") == 0) return static_cast<long>(s.pinned.size());
    if (std::strcmp(kind, "events") == 0) return static_cast<long>(s.events.size());
    if (std::strcmp(kind, "streams") == 0) return static_cast<long>(s.streams.size());
    if (std::strcmp(kind, "modules") == 0) return static_cast<long>(s.modules.size());
    if (std::strcmp(kind, "launches") == 0) return s.launched;
    long retained = 0;
    for (const auto& [device, context] : s.contexts) retained += context.retained;
    return std::strcmp(kind, "contexts") == 0 ? retained : -1;
}
