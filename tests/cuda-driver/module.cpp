// Loading PTX: read, translated to C, compiled, opened.
#include "module.h"

#include <dlfcn.h>

#include <cstring>

#include "ptx/prelude.h"
#include "ptx/program.h"
#include "state.h"

static int find(uint64_t address, uint64_t* base, uint64_t* size) {
    auto next = state().allocations.upper_bound(address);
    if (next == state().allocations.begin()) return 0;
    --next;
    *base = next->first;
    *size = next->second;
    return 1;
}

static Module* load(const char* text) {
    if (state().settings.jitFails) throw std::runtime_error("line 1: failure asked for by the environment");
    ptx::Program program = ptx::parse(text);
    if (program.target > state().settings.capability) throw std::runtime_error("target sm_" + std::to_string(program.target) + " is above the device");
    void* library = compile(std::string(ptx::prelude) + ptx::translate(program));
    auto* module = new Module();
    module->library = library;
    *reinterpret_cast<void**>(dlsym(library, "ptx_find")) = reinterpret_cast<void*>(&find);
    for (const ptx::Function& f : program.functions) {
        if (!f.entry) continue;
        Function& function = module->functions[f.name];
        function.sizes = static_cast<const unsigned*>(dlsym(library, ("sizes_" + f.name).c_str()));
        function.run = reinterpret_cast<decltype(function.run)>(dlsym(library, ("run_" + f.name).c_str()));
    }
    return module;
}

EXPORT CUresult cuModuleLoadDataEx(CUmodule* module, const void* image, unsigned count, int* options, void** values) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    char* log = nullptr;
    size_t room = 0;
    void** size = nullptr;
    for (unsigned i = 0; i < count; i++) {
        if (options[i] == CU_JIT_ERROR_LOG_BUFFER) {
            log = static_cast<char*>(values[i]);
        } else if (options[i] == CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES) {
            room = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(values[i]));
            size = &values[i];
        } else {
            return CUDA_ERROR_INVALID_VALUE;
        }
    }
    try {
        *module = load(static_cast<const char*>(image));
        state().modules.insert(*module);
        if (size != nullptr) *size = nullptr;
        return CUDA_SUCCESS;
    } catch (const std::exception& e) {
        if (log != nullptr && room > 0) {
            std::strncpy(log, e.what(), room - 1);
            log[room - 1] = '\0';
            if (size != nullptr) *size = reinterpret_cast<void*>(std::strlen(log));
        }
        return CUDA_ERROR_INVALID_PTX;
    }
}

EXPORT CUresult cuModuleUnload(CUmodule module) {
    Guard guard(state().lock);
    if (state().modules.erase(module) == 0) return CUDA_ERROR_INVALID_HANDLE;
    drainAll();
    dlclose(module->library);
    delete module;
    return state().sticky;
}

EXPORT CUresult cuModuleGetFunction(CUfunction* function, CUmodule module, const char* name) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    auto found = module->functions.find(name);
    if (found == module->functions.end()) return CUDA_ERROR_NOT_FOUND;
    *function = &found->second;
    return CUDA_SUCCESS;
}
