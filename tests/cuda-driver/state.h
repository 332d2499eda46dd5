// What the process knows: settings, devices, memory, the sticky error. One lock guards it all.
#pragma once
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "abi.h"

// Behaviour that tests ask for, read from the environment at cuInit.
struct Settings {
    int devices = 1;          // CUDA_SOFTWARE_DEVICES
    int init = CUDA_SUCCESS;  // CUDA_SOFTWARE_INIT: what cuInit answers
    long memory = 1L << 31;   // CUDA_SOFTWARE_MEMORY: bytes of a device
    int capability = 70;      // CUDA_SOFTWARE_CAPABILITY: 70 is 7.0
    long launches = -1;       // CUDA_SOFTWARE_LAUNCHES: the launch after so many fails; -1: none
    bool jitFails = false;    // CUDA_SOFTWARE_JIT=fail
};

struct Context {
    int device = 0;
    int retained = 0;
};

struct Event {
    bool recorded = false;
    bool reached = true;
    double at = 0;
};

// Work waits here until somebody needs it done: the latest schedule that the API allows, and so the one that finds a
// host which reads or reuses memory too early.
struct Stream {
    std::deque<std::function<void()>> pending;
};

struct State {
    std::recursive_mutex lock;
    bool initialised = false;
    Settings settings;
    std::map<int, Context> contexts;
    std::map<CUdeviceptr, size_t> allocations;
    std::map<uintptr_t, size_t> pinned;
    std::set<CUstream> streams;
    std::set<CUevent> events;
    std::set<CUmodule> modules;
    size_t allocated = 0;
    long launched = 0;
    CUresult sticky = CUDA_SUCCESS;
};

using Guard = std::lock_guard<std::recursive_mutex>;

State& state();
extern thread_local CUcontext current;

// The error that every call reports: not initialised, no context on this thread, or an earlier fault.
CUresult standing();

// Runs what waits, all of it or until `until` is reached.
void drain(CUstream stream, const Event* until = nullptr);
void drainAll();

// Keeps a queue no longer than a real one.
void submit(CUstream stream, std::function<void()> work);

double seconds();
