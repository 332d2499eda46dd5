// A loaded program and its kernels.
#pragma once
#include <map>
#include <string>

#include "abi.h"

struct Function {
    // Sizes of the parameters in bytes; 0 ends them.
    const unsigned* sizes = nullptr;
    int (*run)(const unsigned* blocks, const unsigned* threads, void* const* arguments) = nullptr;
};

struct Module {
    void* library = nullptr;
    std::map<std::string, Function> functions;
};

// Compiles C into a shared object and opens it; throws std::runtime_error with the compiler's words.
void* compile(const std::string& text);
