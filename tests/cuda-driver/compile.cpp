// The host's C compiler stands in for the assembler.
#include <dlfcn.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "module.h"

namespace {

// A private folder, gone when the object is open.
struct Folder {
    std::string path;

    Folder() {
        const char* root = std::getenv("TMPDIR");
        path = std::string(root == nullptr || *root == '\0' ? "/tmp" : root) + "/cuda-software-XXXXXX";
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder at " + path);
    }
    ~Folder() {
        for (const char* name : {"/kernels.c", "/kernels.so", "/log"}) unlink((path + name).c_str());
        rmdir(path.c_str());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

std::string quoted(const std::string& path) { return "'" + path + "'"; }

std::string content(const std::string& path) {
    std::ifstream file(path);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

void* compile(const std::string& text) {
    Folder folder;
    std::string source = folder.path + "/kernels.c", object = folder.path + "/kernels.so", log = folder.path + "/log";
    std::ofstream(source) << text;
    const char* compiler = std::getenv("CC");
    // Nothing is fused that the PTX does not fuse, and fma itself is one rounding, by hardware or library.
    std::string command = std::string(compiler == nullptr ? "cc" : compiler) +
        " -std=gnu11 -O2 -ffp-contract=off -fno-strict-aliasing -fwrapv -fPIC -shared -w "
#if defined(__x86_64__)
        + (__builtin_cpu_supports("fma") ? "-mfma " : "")
#endif
        + quoted(source) + " -o " + quoted(object) + " -lm 2> " + quoted(log);
    if (std::system(command.c_str()) != 0) throw std::runtime_error("the C compiler refuses the translation: " + content(log));
    void* library = dlopen(object.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    return library;
}
