// One C statement for each instruction of arithmetic, logic and comparison.
#include "writer.h"

namespace ptx {

std::string Writer::operation() {
    static const std::map<std::string, std::string (Writer::*)()> known = {
        {"mov", &Writer::move},       {"add", &Writer::arithmetic}, {"sub", &Writer::arithmetic}, {"div", &Writer::arithmetic}, {"rem", &Writer::arithmetic},
        {"neg", &Writer::arithmetic}, {"abs", &Writer::arithmetic}, {"min", &Writer::arithmetic}, {"max", &Writer::arithmetic}, {"fma", &Writer::arithmetic},
        {"sqrt", &Writer::arithmetic}, {"rcp", &Writer::arithmetic}, {"copysign", &Writer::arithmetic},
        {"and", &Writer::logic},      {"or", &Writer::logic},       {"xor", &Writer::logic},      {"not", &Writer::logic},      {"cnot", &Writer::logic},
        {"shl", &Writer::shift},      {"shr", &Writer::shift},      {"shf", &Writer::funnel},
        {"popc", &Writer::bits},      {"clz", &Writer::bits},       {"brev", &Writer::bits},      {"bfind", &Writer::bits},
        {"bfe", &Writer::field},      {"bfi", &Writer::field},
        {"setp", &Writer::compare},   {"selp", &Writer::select},
        {"cvt", &Writer::convert},    {"cvta", &Writer::move},
        {"ld", &Writer::load},        {"st", &Writer::store},       {"call", &Writer::call},
    };
    const std::string& root = now->parts[0];
    if (root == "ret" || root == "exit") {
        if (root == "exit" && !f.entry) refuse("exit outside of a kernel");
        return "{ ptx_local_top = local_top; return; }";
    }
    if (root == "bra") {
        only("uni", 0);
        count(1);
        return "goto " + identifier(operand(0).text) + ";";
    }
    if (root == "mul" || root == "mad") return lastType().kind == 'f' ? arithmetic() : multiply(root == "mad");
    auto found = known.find(root);
    if (found == known.end()) refuse("unknown instruction");
    return (this->*found->second)();
}

std::string Writer::floating(const std::string& root, Type type) {
    // Without a rounding an assembler may fuse; approximations and flushed subnormal numbers are other arithmetic.
    bool exact = root == "neg" || root == "abs" || root == "min" || root == "max" || root == "copysign";
    only(exact ? "" : "rn", 1);
    if (!exact && !has("rn")) refuse("no rounding named");
    std::string suffix = type.bits == 64 ? "" : "f";
    auto in = [&](size_t i) { return read(operand(i), type); };
    size_t operands = root == "fma" || root == "mad" ? 4 : root == "neg" || root == "abs" || root == "sqrt" || root == "rcp" ? 2 : 3;
    count(operands);
    std::string e;
    if (root == "add") e = in(1) + " + " + in(2);
    else if (root == "sub") e = in(1) + " - " + in(2);
    else if (root == "mul") e = in(1) + " * " + in(2);
    else if (root == "div") e = in(1) + " / " + in(2);
    else if (root == "rcp") e = "1 / " + in(1);
    else if (root == "fma" || root == "mad") e = "__builtin_fma" + suffix + "(" + in(1) + ", " + in(2) + ", " + in(3) + ")";
    else if (root == "sqrt") e = "__builtin_sqrt" + suffix + "(" + in(1) + ")";
    else if (root == "neg") e = "-" + in(1);
    else if (root == "abs") e = "__builtin_fabs" + suffix + "(" + in(1) + ")";
    else if (root == "copysign") e = "__builtin_copysign" + suffix + "(" + in(2) + ", " + in(1) + ")";
    else e = "ptx_" + root + suffix + "(" + in(1) + ", " + in(2) + ")";
    return write(operand(0), type, e);
}

std::string Writer::arithmetic() {
    const std::string& root = now->parts[0];
    Type type = lastType();
    if (type.kind == 'f') return floating(root, type);
    only("", 1);
    // Unsigned and wide, so that C's arithmetic wraps where PTX's does.
    Type plain{'u', type.bits};
    auto in = [&](size_t i) { return "(uint64_t)" + read(operand(i), plain); };
    auto own = [&](size_t i) { return read(operand(i), type); };
    std::string sign = type.kind == 's' ? "s" : "u";
    bool unary = root == "neg" || root == "abs";
    count(unary ? 2 : 3);
    std::string e;
    if (root == "add") e = in(1) + " + " + in(2);
    else if (root == "sub") e = in(1) + " - " + in(2);
    else if (root == "neg") e = "0 - " + in(1);
    else if (root == "abs") e = own(1) + " < 0 ? 0 - " + in(1) + " : " + in(1);
    else if (root == "div" || root == "rem") e = "ptx_" + root + "_" + sign + "(" + own(1) + ", " + own(2) + ")";
    else if (root == "min") e = own(1) + " < " + own(2) + " ? " + own(1) + " : " + own(2);
    else if (root == "max") e = own(1) + " > " + own(2) + " ? " + own(1) + " : " + own(2);
    else refuse("unknown instruction");
    return write(operand(0), plain, e);
}

std::string Writer::multiply(bool add) {
    only("lo hi wide", 1);
    Type type = lastType();
    bool wide = has("wide"), high = has("hi");
    Type result{type.kind, wide ? 2 * type.bits : type.bits};
    Type plain{'u', result.bits};
    count(add ? 4 : 3);
    std::string product;
    if (wide || (high && type.bits < 64)) {
        std::string big = type.kind == 's' ? "int64_t" : "uint64_t";
        product = "((" + big + ")" + read(operand(1), type) + " * (" + big + ")" + read(operand(2), type) + ")";
        if (high) product = "(" + product + " >> " + std::to_string(type.bits) + ")";
    } else if (high) {
        std::string big = type.kind == 's' ? "__int128" : "unsigned __int128";
        product = "(uint64_t)(((" + big + ")" + read(operand(1), type) + " * (" + big + ")" + read(operand(2), type) + ") >> 64)";
    } else {
        product = "(uint64_t)" + read(operand(1), plain) + " * (uint64_t)" + read(operand(2), plain);
    }
    if (add) product = "(uint64_t)(" + product + ") + (uint64_t)" + read(operand(3), plain);
    return write(operand(0), plain, product);
}

std::string Writer::logic() {
    const std::string& root = now->parts[0];
    only("", 1);
    Type type = lastType();
    std::string symbol = root == "and" ? " & " : root == "or" ? " | " : " ^ ";
    bool unary = root == "not" || root == "cnot";
    count(unary ? 2 : 3);
    if (type.kind == 'p') {
        if (root == "cnot") refuse("unknown instruction");
        std::string e = unary ? "!" + predicate(operand(1)) : predicate(operand(1)) + symbol + predicate(operand(2));
        return writePredicate(operand(0).text, e);
    }
    std::string e = root == "not" ? "~" + read(operand(1), type) : root == "cnot" ? read(operand(1), type) + " == 0" : read(operand(1), type) + symbol + read(operand(2), type);
    return write(operand(0), type, e);
}

// Past the width nothing is left, or the sign alone: amounts are not masked.
std::string Writer::shift() {
    only("", 1);
    count(3);
    Type type = lastType();
    std::string a = read(operand(1), type), n = read(operand(2), Type{'u', 32}), width = std::to_string(type.bits);
    if (now->parts[0] == "shl") return write(operand(0), type, n + " >= " + width + " ? 0 : (uint64_t)" + a + " << " + n);
    if (type.kind == 's') return write(operand(0), type, a + " >> (" + n + " >= " + width + " ? " + std::to_string(type.bits - 1) + " : " + n + ")");
    return write(operand(0), type, n + " >= " + width + " ? 0 : " + a + " >> " + n);
}

std::string Writer::funnel() {
    only("l r wrap clamp", 1);
    count(4);
    Type word{'u', 32};
    if (lastType().bits != 32) refuse("unknown instruction");
    std::string n = read(operand(3), word);
    n = has("wrap") ? "(" + n + " & 31)" : "(" + n + " > 32 ? 32 : " + n + ")";
    std::string pair = "((uint64_t)" + read(operand(2), word) + " << 32 | " + read(operand(1), word) + ")";
    return write(operand(0), word, has("l") ? pair + " << " + n + " >> 32" : pair + " >> " + n);
}

std::string Writer::bits() {
    const std::string& root = now->parts[0];
    only(root == "bfind" ? "shiftamt" : "", 1);
    count(2);
    Type type = lastType(), word{'u', 32}, plain{'u', type.bits};
    std::string wide = std::to_string(type.bits), x = read(operand(1), type);
    if (type.bits != 32 && type.bits != 64) refuse("unknown instruction");
    if (root == "brev") return write(operand(0), plain, "ptx_reverse(" + x + ") >> " + std::to_string(64 - type.bits));
    std::string raw = read(operand(1), plain);
    if (root == "popc") return write(operand(0), word, "__builtin_popcountll(" + raw + ")");
    if (root == "clz") return write(operand(0), word, raw + " == 0 ? " + wide + " : __builtin_clzll(" + raw + ") - " + std::to_string(64 - type.bits));
    if (type.kind == 's') raw = "(" + x + " < 0 ? (" + c(plain) + ")~" + raw + " : " + raw + ")";
    std::string top = has("shiftamt") ? std::to_string(type.bits - 64) + " + __builtin_clzll(" + raw + ")" : "63 - __builtin_clzll(" + raw + ")";
    return write(operand(0), word, raw + " == 0 ? 0xFFFFFFFFU : (uint32_t)(" + top + ")");
}

std::string Writer::field() {
    only("", 1);
    Type type = lastType(), word{'u', 32}, plain{'u', type.bits};
    std::string width = std::to_string(type.bits);
    if (now->parts[0] == "bfi") {
        count(5);
        return write(operand(0), plain, "ptx_insert(" + read(operand(1), plain) + ", " + read(operand(2), plain) + ", " + read(operand(3), word) + ", " + read(operand(4), word) + ", " + width + ")");
    }
    count(4);
    return write(operand(0), plain, std::string("ptx_extract_") + (type.kind == 's' ? "s" : "u") + "(" + read(operand(1), type) + ", " + read(operand(2), word) + ", " + read(operand(3), word) + ", " + width + ")");
}

std::string Writer::compare() {
    static const std::map<std::string, std::string> symbols = {
        {"eq", "=="}, {"ne", "!="}, {"lt", "<"}, {"le", "<="}, {"gt", ">"}, {"ge", ">="}, {"lo", "<"}, {"ls", "<="}, {"hi", ">"}, {"hs", ">="},
    };
    only("eq ne lt le gt ge lo ls hi hs equ neu ltu leu gtu geu num nan and or xor", 1);
    Type type = lastType();
    std::string op = now->parts[1], a = read(operand(1), type), b = read(operand(2), type);
    std::string unordered = "__builtin_isunordered(" + a + ", " + b + ")", e;
    if (type.kind == 'f') {
        // An ordered comparison with NaN is false, not-equal among them; the unordered forms are true.
        bool orUnordered = op.size() == 3 && op[2] == 'u';
        auto symbol = symbols.find(op.substr(0, 2));
        if (op == "nan") e = unordered;
        else if (op == "num") e = "!" + unordered;
        else if (symbol == symbols.end() || op == "lo" || op == "ls" || op == "hi" || op == "hs") refuse("unknown comparison");
        else if (orUnordered) e = unordered + " || " + a + " " + symbol->second + " " + b;
        else e = "!" + unordered + " && " + a + " " + symbol->second + " " + b;
    } else {
        auto symbol = symbols.find(op);
        if (symbol == symbols.end()) refuse("unknown comparison");
        e = a + " " + symbol->second + " " + b;
    }
    std::string first = "(" + e + ")", second = "!(" + e + ")";
    if (now->parts.size() > 3) {
        count(4);
        std::string symbol = has("and") ? " & " : has("or") ? " | " : " ^ ", with = "(" + predicate(operand(3)) + ")";
        first = "(" + first + symbol + with + ")";
        second = "(" + second + symbol + with + ")";
    } else {
        count(3);
    }
    const Operand& target = operand(0);
    if (target.second.empty()) return writePredicate(target.text, first);
    return "{ uint8_t first = " + first + ", second = " + second + "; " + writePredicate(target.text, "first") + " " + writePredicate(target.second, "second") + " }";
}

std::string Writer::select() {
    only("", 1);
    count(4);
    Type type = lastType();
    return write(operand(0), type, predicate(operand(3)) + " ? " + read(operand(1), type) + " : " + read(operand(2), type));
}

}  // namespace ptx
