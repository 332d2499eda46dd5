#include "writer.h"

#include <cctype>
#include <cstdlib>

namespace ptx {

std::string c(Type type) {
    if (type.kind == 'p') return "uint8_t";
    if (type.kind == 'f') return type.bits == 64 ? "double" : "float";
    return (type.kind == 's' ? "int" : "uint") + std::to_string(type.bits) + "_t";
}

std::string identifier(const std::string& name) {
    std::string text = name[0] == '%' ? "g_" : "n_";
    for (char each : name)
        if (each != '%') text += std::isalnum(static_cast<unsigned char>(each)) ? each : '_';
    return text;
}

void Writer::refuse(const std::string& what) const {
    std::string opcode;
    for (const std::string& part : now->parts) opcode += (opcode.empty() ? "" : ".") + part;
    throw Error(now->line, what + ": " + opcode);
}

Type Writer::registerType(const std::string& name) const {
    auto single = f.registers.find(name);
    if (single != f.registers.end()) return single->second;
    size_t digits = name.find_last_not_of("0123456789") + 1;
    auto family = f.families.find(name.substr(0, digits));
    if (digits < name.size() && family != f.families.end() && std::atoi(name.c_str() + digits) < family->second.second) return family->second.first;
    refuse("register " + name + " is not declared");
}

static std::string literal(const std::string& text, Type type, bool& known) {
    bool wide = text.rfind("0d", 0) == 0 || text.rfind("0D", 0) == 0, narrow = text.rfind("0f", 0) == 0 || text.rfind("0F", 0) == 0;
    if (wide || narrow) {
        known = type.bits == (wide ? 64 : 32);
        std::string bits = "0x" + text.substr(2) + "ULL";
        return type.kind != 'f' ? "((" + c(type) + ")" + bits + ")" : (wide ? "ptx_double(" : "ptx_float(") + bits + ")";
    }
    bool minus = text[0] == '-';
    char* end = nullptr;
    unsigned long long value = std::strtoull(text.c_str() + minus, &end, 0);
    known = *end == '\0' || (*end == 'U' && end[1] == '\0');
    if (type.kind == 'f') known = false;
    return "((" + c(type) + ")" + std::to_string(minus ? 0 - value : value) + "ULL)";
}

std::string Writer::read(const Operand& o, Type type) const {
    if (o.negated) refuse("only predicates are negated");
    if (o.kind == Operand::Immediate) {
        bool known;
        std::string text = literal(o.text, type, known);
        if (!known) refuse("unknown number " + o.text);
        return text;
    }
    if (o.kind == Operand::Special) {
        static const std::map<std::string, std::string> specials = {
            {"%tid.x", "tid[0]"},       {"%tid.y", "tid[1]"},       {"%tid.z", "tid[2]"},       {"%ntid.x", "ntid[0]"},     {"%ntid.y", "ntid[1]"},     {"%ntid.z", "ntid[2]"},
            {"%ctaid.x", "ctaid[0]"},   {"%ctaid.y", "ctaid[1]"},   {"%ctaid.z", "ctaid[2]"},   {"%nctaid.x", "nctaid[0]"}, {"%nctaid.y", "nctaid[1]"}, {"%nctaid.z", "nctaid[2]"},
        };
        auto special = specials.find(o.text);
        if (special == specials.end()) refuse("unknown special register " + o.text);
        return "((" + c(type) + ")thread->" + special->second + ")";
    }
    if (o.kind == Operand::Name) {
        for (const Parameter& local : f.locals)
            if (local.name == o.text) return "((" + c(type) + ")(uintptr_t)" + identifier(o.text) + ")";
        refuse("unknown name " + o.text);
    }
    if (o.kind != Operand::Register) refuse("unexpected operand");
    Type own = registerType(o.text);
    std::string name = identifier(o.text);
    if (own.kind == 'f' && type.kind == 'f') {
        if (own.bits != type.bits) refuse("wrong width of " + o.text);
        return name;
    }
    if (own.kind == 'f') {
        if (own.bits != type.bits) refuse("wrong width of " + o.text);
        return "((" + c(type) + ")ptx_bits" + std::to_string(own.bits) + "(" + name + "))";
    }
    if (type.kind == 'f') {
        if (own.bits != type.bits) refuse("wrong width of " + o.text);
        return (own.bits == 64 ? "ptx_double(" : "ptx_float(") + name + ")";
    }
    if (own.kind == 'p' || own.bits < type.bits) refuse("wrong width of " + o.text);
    return "((" + c(type) + ")" + name + ")";
}

std::string Writer::predicate(const Operand& o) const {
    if (o.kind == Operand::Immediate) return o.text == "0" ? "0" : "1";
    if (o.kind != Operand::Register || registerType(o.text).kind != 'p') refuse("expected a predicate");
    return (o.negated ? "!" : "") + identifier(o.text);
}

std::string Writer::writePredicate(const std::string& name, const std::string& expression) const {
    if (name == "_") return "";
    if (registerType(name).kind != 'p') refuse("expected a predicate");
    return identifier(name) + " = (" + expression + ") ? 1 : 0;";
}

std::string Writer::write(const Operand& o, Type type, const std::string& expression) const {
    if (o.kind != Operand::Register) refuse("expected a register");
    Type own = registerType(o.text);
    if (own.bits < type.bits || own.kind == 'p') refuse("wrong width of " + o.text);
    bool fits = own.bits == type.bits;
    std::string name = identifier(o.text);
    if (own.kind == 'f' && type.kind == 'f' && fits) return name + " = " + expression + ";";
    if (own.kind == 'f' && fits) return name + (own.bits == 64 ? " = ptx_double(" : " = ptx_float(") + ("(uint" + std::to_string(own.bits) + "_t)(" + expression + "));");
    if (type.kind == 'f' && fits) return name + " = ptx_bits" + std::to_string(own.bits) + "(" + expression + ");";
    if (own.kind == 'f' || type.kind == 'f') refuse("wrong width of " + o.text);
    return name + " = (" + c(own) + ")(" + c(type) + ")(" + expression + ");";
}

const Operand& Writer::operand(size_t index) const {
    if (index >= now->operands.size()) refuse("too few operands");
    return now->operands[index];
}

void Writer::count(size_t wanted) const {
    if (now->operands.size() != wanted) refuse("expected " + std::to_string(wanted) + " operands");
}

Type Writer::lastType() const { return typeOf(now->parts.back(), now->line); }

bool Writer::has(const char* modifier) const {
    for (size_t i = 1; i < now->parts.size(); i++)
        if (now->parts[i] == modifier) return true;
    return false;
}

void Writer::only(const std::string& allowed, size_t types) const {
    if (now->parts.size() < 1 + types) refuse("no type");
    for (size_t i = 1; i + types < now->parts.size(); i++)
        if ((" " + allowed + " ").find(" " + now->parts[i] + " ") == std::string::npos) refuse("unknown modifier ." + now->parts[i]);
}

std::string Writer::statement(const Instruction& i) {
    now = &i;
    switch (i.kind) {
        case Instruction::Label: return identifier(i.parts[0]) + ": ;";
        case Instruction::Open: return "{";
        case Instruction::Close: return "}";
        case Instruction::Array:
            arrays[i.parts[0]] = i.bytes;
            return "uint8_t " + identifier(i.parts[0]) + "[" + std::to_string(i.bytes) + "];";
        default: break;
    }
    std::string text = operation();
    if (i.guard.empty()) return text;
    Operand guard;
    guard.kind = Operand::Register;
    guard.text = i.guard;
    guard.negated = i.guardNegated;
    return "if (" + predicate(guard) + ") { " + text + " }";
}

std::string Writer::declaration() const {
    std::string text = "static void " + identifier(f.name) + "(const struct ptx_thread* thread";
    for (const auto* list : {&f.results, &f.parameters})
        for (const Parameter& p : *list) text += ", " + std::string(list == &f.parameters ? "const " : "") + "uint8_t* " + identifier(p.name);
    return text + ")";
}

std::string Writer::opening() const {
    std::string text = declaration() + " {\n    (void)thread;\n    const uint64_t local_top = ptx_local_top; (void)local_top;\n";
    for (const Parameter& local : f.locals) text += "    uint8_t* const " + identifier(local.name) + " = ptx_push(" + std::to_string(local.bytes) + ");\n";
    for (const auto& [name, type] : f.registers) text += "    " + c(type) + " " + identifier(name) + " = 0; (void)" + identifier(name) + ";\n";
    for (const auto& [name, family] : f.families)
        for (int i = 0; i < family.second; i++) {
            std::string each = identifier(name + std::to_string(i));
            text += "    " + c(family.first) + " " + each + " = 0; (void)" + each + ";\n";
        }
    return text;
}

}  // namespace ptx
