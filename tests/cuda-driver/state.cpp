#include "state.h"

#include <ctime>

thread_local CUcontext current = nullptr;

State& state() {
    static State one;
    return one;
}

CUresult standing() {
    if (!state().initialised) return CUDA_ERROR_NOT_INITIALIZED;
    if (current == nullptr || current->retained == 0) return CUDA_ERROR_INVALID_CONTEXT;
    return state().sticky;
}

void drain(CUstream stream, const Event* until) {
    while (!stream->pending.empty() && !(until != nullptr && until->reached)) {
        std::function<void()> work = std::move(stream->pending.front());
        stream->pending.pop_front();
        work();
    }
}

void drainAll() {
    for (CUstream stream : state().streams) drain(stream);
}

void submit(CUstream stream, std::function<void()> work) {
    constexpr size_t longest = 1024;
    stream->pending.push_back(std::move(work));
    while (stream->pending.size() > longest) {
        std::function<void()> oldest = std::move(stream->pending.front());
        stream->pending.pop_front();
        oldest();
    }
}

double seconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
