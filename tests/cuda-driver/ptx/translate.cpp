// The whole program in C: functions in two passes, so that their order is free, and a loop over the grid for each kernel.
#include "writer.h"

namespace ptx {

static std::string grid(const Function& f) {
    std::string name = identifier(f.name), text;
    text += "const unsigned sizes_" + f.name + "[] = {";
    for (const Parameter& p : f.parameters) text += std::to_string(p.bytes) + ", ";
    text += "0};\nint run_" + f.name + "(const unsigned* nctaid, const unsigned* ntid, void* const* arguments) {\n    (void)arguments;\n    PTX_GRID(" + name + "(&thread";
    for (size_t i = 0; i < f.parameters.size(); i++) text += ", arguments[" + std::to_string(i) + "]";
    return text + "))\n}\n\n";
}

std::string translate(const Program& program) {
    std::string text;
    for (const Function& f : program.functions) text += Writer(f).declaration() + ";\n";
    text += "\n";
    for (const Function& f : program.functions) {
        Writer writer(f);
        text += writer.opening();
        for (const Instruction& i : f.body) text += "    " + writer.statement(i) + "\n";
        text += "    ptx_local_top = local_top;\n}\n\n";
        if (f.entry) text += grid(f);
    }
    return text;
}

}  // namespace ptx
