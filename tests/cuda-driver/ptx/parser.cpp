// From tokens to functions. Knows the statements that compilers write for kernels; anything else is an error that names it.
#include <cctype>
#include <cstdlib>

#include "program.h"
#include "token.h"

namespace ptx {

bool isType(const std::string& name) {
    if (name == "pred") return true;
    if (name.size() < 2 || std::string("busf").find(name[0]) == std::string::npos) return false;
    std::string bits = name.substr(1);
    return bits == "16" || bits == "32" || bits == "64" || (bits == "8" && name[0] != 'f');
}

Type typeOf(const std::string& name, int line) {
    if (!isType(name) || name == "f16") throw Error(line, "no type known here: ." + name);
    return name == "pred" ? Type{'p', 8} : Type{name[0], std::atoi(name.c_str() + 1)};
}

namespace {

class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : all(std::move(tokens)) {}

    Program program() {
        Program result;
        while (!done()) {
            std::string word = next();
            if (word == ".version" || word == ".address_size") {
                next();
            } else if (word == ".target") {
                result.target = target(next());
                while (accept(",")) next();
            } else if (word == ".visible" || word == ".weak") {
                continue;
            } else if (word == ".entry" || word == ".func") {
                Function f = function(word == ".entry");
                if (f.defined) result.functions.push_back(std::move(f));
            } else {
                throw Error(line(), "unknown directive " + word);
            }
        }
        return result;
    }

private:
    std::vector<Token> all;
    size_t at = 0;

    bool done() const { return at >= all.size(); }
    int line() const { return all.empty() ? 0 : all[at < all.size() ? at : all.size() - 1].line; }
    const std::string& peek() const {
        if (done()) throw Error(line(), "the text ends too early");
        return all[at].text;
    }
    std::string next() {
        std::string text = peek();
        at++;
        return text;
    }
    bool accept(const char* text) {
        if (done() || all[at].text != text) return false;
        at++;
        return true;
    }
    void expect(const char* text) {
        if (!accept(text)) throw Error(line(), std::string("expected ") + text + " instead of " + peek());
    }

    int target(const std::string& name) {
        if (name.rfind("sm_", 0) != 0) throw Error(line(), "unknown target " + name);
        return std::atoi(name.c_str() + 3);
    }

    long number() {
        bool minus = accept("-");
        std::string text = next();
        char* end = nullptr;
        long value = std::strtol(text.c_str(), &end, 0);
        if (*end != '\0' || text.empty()) throw Error(line(), "expected a number instead of " + text);
        return minus ? -value : value;
    }

    // .param .align 8 .b8 name[16]  or  .param .u64 .ptr .global .align 8 name
    Parameter parameter() {
        expect(".param");
        return variable();
    }

    Parameter variable() {
        Type type{};
        for (;;) {
            std::string word = next();
            if (word == ".align") {
                number();
            } else if (word == ".ptr" || word == ".global") {
                continue;
            } else if (word[0] == '.') {
                type = typeOf(word.substr(1), line());
            } else {
                Parameter p{word, type.bytes()};
                if (accept("[")) {
                    p.bytes *= number();
                    expect("]");
                }
                if (p.bytes <= 0) throw Error(line(), word + " has no size");
                return p;
            }
        }
    }

    std::vector<Parameter> parameters() {
        std::vector<Parameter> list;
        expect("(");
        while (!accept(")")) {
            list.push_back(parameter());
            accept(",");
        }
        return list;
    }

    Function function(bool entry) {
        Function f;
        f.entry = entry;
        f.line = line();
        if (peek() == "(") f.results = parameters();
        f.name = next();
        if (peek() == "(") f.parameters = parameters();
        while (peek() != "{" && peek() != ";") {
            std::string word = next();
            if (word != ".maxntid" && word != ".minnctapersm" && word != ".noreturn") throw Error(line(), "unknown directive " + word);
            while (std::isdigit(static_cast<unsigned char>(peek()[0])) || peek() == ",") next();
        }
        if (accept(";")) return f;
        expect("{");
        f.defined = true;
        body(f);
        return f;
    }

    void body(Function& f) {
        for (int depth = 1; depth > 0;) {
            Instruction i;
            i.line = line();
            if (accept("{")) {
                depth++;
                i.kind = Instruction::Open;
            } else if (accept("}")) {
                if (--depth == 0) return;
                i.kind = Instruction::Close;
            } else if (peek() == ".reg") {
                registers(f);
                continue;
            } else if (peek() == ".local") {
                next();
                f.locals.push_back(variable());
                expect(";");
                continue;
            } else if (peek() == ".param") {
                Parameter p = parameter();
                expect(";");
                i.kind = Instruction::Array;
                i.parts = {p.name};
                i.bytes = p.bytes;
            } else if (peek() == ".pragma") {
                while (!accept(";")) next();
                continue;
            } else if (at + 1 < all.size() && all[at + 1].text == ":") {
                i.kind = Instruction::Label;
                i.parts = {next()};
                expect(":");
            } else {
                operation(i);
            }
            f.body.push_back(std::move(i));
        }
    }

    void registers(Function& f) {
        expect(".reg");
        Type type = typeOf(next().substr(1), line());
        do {
            std::string name = next();
            if (accept("<")) {
                f.families[name] = {type, static_cast<int>(number())};
                expect(">");
            } else {
                f.registers[name] = type;
            }
        } while (accept(","));
        expect(";");
    }

    void operation(Instruction& i) {
        if (accept("@")) {
            i.guardNegated = accept("!");
            i.guard = next();
        }
        std::string opcode = next();
        if (opcode[0] == '.') throw Error(i.line, "unknown directive " + opcode);
        for (size_t start = 0; start <= opcode.size();) {
            size_t dot = opcode.find('.', start);
            if (dot == std::string::npos) dot = opcode.size();
            i.parts.push_back(opcode.substr(start, dot - start));
            start = dot + 1;
        }
        while (!accept(";")) {
            i.operands.push_back(operand());
            if (peek() != ";") expect(",");
        }
    }

    Operand operand() {
        Operand o;
        if (accept("[")) {
            o.kind = Operand::Address;
            o.text = next();
            if (accept("+")) o.offset = number();
            else if (peek() == "-") o.offset = number();
            expect("]");
            return o;
        }
        if (peek() == "{" || peek() == "(") {
            bool vector = next() == "{";
            o.kind = vector ? Operand::Vector : Operand::List;
            while (!accept(vector ? "}" : ")")) {
                o.items.push_back(operand());
                accept(",");
            }
            return o;
        }
        o.negated = accept("!");
        if (accept("-")) {
            o.kind = Operand::Immediate;
            o.text = "-" + next();
            return o;
        }
        o.text = next();
        if (std::isdigit(static_cast<unsigned char>(o.text[0]))) o.kind = Operand::Immediate;
        else if (o.text.find('.') != std::string::npos) o.kind = Operand::Special;
        else if (o.text[0] == '%') o.kind = Operand::Register;
        else o.kind = Operand::Name;
        if (accept("|")) o.second = next();
        return o;
    }
};

}  // namespace

Program parse(const std::string& text) { return Parser(tokens(text)).program(); }

}  // namespace ptx
