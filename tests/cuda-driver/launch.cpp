// Launching a kernel: arguments are copied now, the grid runs when the stream comes to it.
#include <cstring>
#include <memory>
#include <vector>

#include "module.h"
#include "state.h"

static bool fits(const unsigned* blocks, const unsigned* threads) {
    constexpr unsigned most = 65535;
    if (blocks[0] == 0 || blocks[0] > 0x7fffffff || blocks[1] == 0 || blocks[1] > most || blocks[2] == 0 || blocks[2] > most) return false;
    if (threads[0] == 0 || threads[0] > 1024 || threads[1] == 0 || threads[1] > 1024 || threads[2] == 0 || threads[2] > 64) return false;
    return threads[0] * threads[1] * threads[2] <= 1024;
}

namespace {

struct Launch {
    CUfunction function;
    unsigned blocks[3], threads[3];
    std::vector<std::vector<unsigned char>> arguments;

    void run() {
        if (state().sticky != CUDA_SUCCESS) return;
        if (state().settings.launches >= 0 && state().launched >= state().settings.launches) {
            state().sticky = CUDA_ERROR_LAUNCH_FAILED;
            return;
        }
        state().launched++;
        std::vector<void*> pointers;
        for (auto& argument : arguments) pointers.push_back(argument.data());
        state().sticky = function->run(blocks, threads, pointers.data());
    }
};

}  // namespace

EXPORT CUresult cuLaunchKernel(
    CUfunction function, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX, unsigned blockY, unsigned blockZ, unsigned shared, CUstream stream,
    void** arguments, void** extra) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (function == nullptr || state().streams.count(stream) == 0) return CUDA_ERROR_INVALID_HANDLE;
    auto launch = std::make_shared<Launch>(Launch{function, {gridX, gridY, gridZ}, {blockX, blockY, blockZ}, {}});
    if (!fits(launch->blocks, launch->threads) || shared != 0 || extra != nullptr) return CUDA_ERROR_INVALID_VALUE;
    for (size_t i = 0; function->sizes[i] != 0; i++) {
        auto first = static_cast<const unsigned char*>(arguments[i]);
        launch->arguments.emplace_back(first, first + function->sizes[i]);
    }
    submit(stream, [launch] { launch->run(); });
    return CUDA_SUCCESS;
}
