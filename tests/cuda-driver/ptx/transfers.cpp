// One C statement for each instruction that converts, moves, loads, stores or calls.
#include "writer.h"

namespace ptx {

std::string Writer::move() {
    Type type = lastType();
    if (now->parts[0] == "cvta") only("to global local", 1);  // one address space: generic addresses are the addresses
    else only("", 1);
    count(2);
    if (type.kind == 'p') return writePredicate(operand(0).text, predicate(operand(1)));
    Operand target = operand(0), source = operand(1);
    if (target.kind == Operand::Vector || source.kind == Operand::Vector) {
        Type half{'b', type.bits / 2};
        if (target.kind == source.kind || (target.kind == Operand::Vector ? target : source).items.size() != 2) refuse("unknown form");
        std::string shift = std::to_string(half.bits);
        if (source.kind == Operand::Vector)
            return write(target, type, "(" + c(type) + ")" + read(source.items[1], half) + " << " + shift + " | " + read(source.items[0], half));
        return "{ " + c(type) + " whole = " + read(source, type) + "; " + write(target.items[0], half, "whole") + " " + write(target.items[1], half, "whole >> " + shift) + " }";
    }
    return write(target, type, read(source, type));
}

std::string Writer::convert() {
    only("rn rni rzi rmi rpi", 2);
    count(2);
    Type to = typeOf(now->parts[now->parts.size() - 2], now->line), from = lastType();
    std::string x = read(operand(1), from);
    std::string rounding = now->parts.size() > 3 ? now->parts[1] : "";
    if (from.kind != 'f' && to.kind != 'f') {
        if (!rounding.empty()) refuse("unknown form");
        return write(operand(0), to, x);
    }
    if (from.kind != 'f') {
        if (rounding != "rn") refuse("no rounding named");
        return write(operand(0), to, "(" + c(to) + ")" + x);
    }
    std::string whole = rounding == "rni" ? "rint" : rounding == "rzi" ? "trunc" : rounding == "rmi" ? "floor" : rounding == "rpi" ? "ceil" : "";
    std::string rounded = whole.empty() ? x : "__builtin_" + whole + "((double)" + x + ")";
    if (to.kind == 'f') {
        bool narrower = to.bits < from.bits, same = to.bits == from.bits;
        if (narrower ? rounding != "rn" : same ? whole.empty() : !rounding.empty()) refuse("unknown form");
        return write(operand(0), to, "(" + c(to) + ")" + rounded);
    }
    if (whole.empty() || (to.bits != 32 && to.bits != 64)) refuse("unknown form");
    // What is not a number becomes 0 between 32 bits, and the top bit alone elsewhere.
    std::string undefined = from.bits == 32 && to.bits == 32 ? "0" : "(" + c(to) + ")(1ULL << " + std::to_string(to.bits - 1) + ")";
    return write(operand(0), to, std::string("ptx_to_") + to.kind + std::to_string(to.bits) + "(" + rounded + ", " + undefined + ")");
}

std::string Writer::address(const Operand& o) const {
    Operand base;
    base.text = o.text;
    base.kind = o.text[0] == '%' ? Operand::Register : Operand::Name;
    return "(" + read(base, Type{'u', 64}) + " + (uint64_t)" + std::to_string(o.offset) + "LL)";
}

std::string Writer::place(const std::string& space, const Operand& o, int bytes, int alignment) const {
    if (o.kind != Operand::Address) refuse("expected an address");
    if (space == "param") {
        long size = -1;
        auto array = arrays.find(o.text);
        if (array != arrays.end()) size = array->second;
        for (const auto* list : {&f.results, &f.parameters})
            for (const Parameter& p : *list)
                if (p.name == o.text) size = p.bytes;
        if (size < 0) refuse("unknown parameter " + o.text);
        if (o.offset < 0 || o.offset + bytes > size) refuse("past the end of " + o.text);
        return "(" + identifier(o.text) + " + " + std::to_string(o.offset) + ")";
    }
    std::string arguments = address(o) + ", " + std::to_string(bytes) + ", " + std::to_string(alignment);
    if (space == "local") return "ptx_local(" + arguments + ")";
    return std::string(space == "global" ? "ptx_global" : "ptx_generic") + "(" + arguments + ", &range, " + (now->parts[0] == "st" ? "PTX_WRITE" : has("nc") ? "PTX_READ_ONLY" : "PTX_READ") + ")";
}

static std::string spaceOf(const Instruction& i) {
    for (const std::string& part : i.parts)
        if (part == "global" || part == "local" || part == "param") return part;
    return "generic";
}

std::string Writer::load() {
    only("global local param nc volatile v2 v4", 1);
    count(2);
    Type type = lastType();
    Operand target = operand(0);
    std::vector<Operand> into = target.kind == Operand::Vector ? target.items : std::vector<Operand>{target};
    size_t width = has("v4") ? 4 : has("v2") ? 2 : 1;
    if (into.size() != width) refuse("expected as many registers as elements");
    std::string space = spaceOf(*now);
    if (has("nc") && space != "global") refuse("unknown form");
    std::string text = "{ static struct ptx_range range; (void)range; const uint8_t* from = " + place(space, operand(1), static_cast<int>(width) * type.bytes(), static_cast<int>(width) * type.bytes()) + "; " + c(type) + " value; ";
    for (size_t i = 0; i < width; i++)
        text += "__builtin_memcpy(&value, from + " + std::to_string(i * type.bytes()) + ", " + std::to_string(type.bytes()) + "); " + write(into[i], type, "value") + " ";
    return text + "}";
}

std::string Writer::store() {
    only("global local param volatile v2 v4", 1);
    count(2);
    Type type = lastType();
    Operand source = operand(1);
    std::vector<Operand> outOf = source.kind == Operand::Vector ? source.items : std::vector<Operand>{source};
    size_t width = has("v4") ? 4 : has("v2") ? 2 : 1;
    if (outOf.size() != width) refuse("expected as many registers as elements");
    std::string text = "{ static struct ptx_range range; (void)range; uint8_t* to = " + place(spaceOf(*now), operand(0), static_cast<int>(width) * type.bytes(), static_cast<int>(width) * type.bytes()) + "; " + c(type) + " value; ";
    for (size_t i = 0; i < width; i++)
        text += "value = " + read(outOf[i], type) + "; __builtin_memcpy(to + " + std::to_string(i * type.bytes()) + ", &value, " + std::to_string(type.bytes()) + "); ";
    return text + "}";
}

std::string Writer::call() {
    only("uni", 0);
    size_t at = operand(0).kind == Operand::List ? 1 : 0;
    if (operand(at).kind != Operand::Name) refuse("expected a function");
    std::string text = identifier(operand(at).text) + "(thread";
    auto add = [&](const Operand& list) {
        if (list.kind != Operand::List) refuse("expected a list of parameters");
        for (const Operand& o : list.items) {
            if (arrays.count(o.text) == 0) refuse("unknown parameter " + o.text);
            text += ", " + identifier(o.text);
        }
    };
    if (at == 1) add(operand(0));
    if (at + 1 < now->operands.size()) add(operand(at + 1));
    if (now->operands.size() > at + 2) refuse("unknown form");
    return text + ");";
}

}  // namespace ptx
