// PTX as read: functions, their parameters and registers, instructions with operands.
#pragma once
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace ptx {

// What the text has that this reader has not; names it and its line.
struct Error : std::runtime_error {
    Error(int line, const std::string& what) : std::runtime_error("line " + std::to_string(line) + ": " + what) {}
};

struct Type {
    char kind = 'b';  // b bits, u unsigned, s signed, f floating, p predicate
    int bits = 0;

    bool operator==(const Type& other) const { return kind == other.kind && bits == other.bits; }
    int bytes() const { return bits / 8; }
};

// `name` without its dot: "f64"; throws where it is no type.
Type typeOf(const std::string& name, int line);
bool isType(const std::string& name);

struct Operand {
    enum Kind { Register, Immediate, Name, Address, Vector, List, Special };
    Kind kind = Name;
    std::string text;            // register, number, name, or the base of an address
    std::string second;          // of a pair: p|q
    bool negated = false;        // !p
    long offset = 0;             // of an address
    std::vector<Operand> items;  // of {a, b} and (a, b)
};

struct Instruction {
    enum Kind { Operation, Label, Open, Close, Array };
    Kind kind = Operation;
    int line = 0;
    std::string guard;  // register of @p
    bool guardNegated = false;
    std::vector<std::string> parts;  // the opcode at its dots; a label's name; an array's name
    std::vector<Operand> operands;
    long bytes = 0;  // of an array in the space of parameters
};

struct Parameter {
    std::string name;
    long bytes = 0;
};

struct Function {
    std::string name;
    int line = 0;
    bool entry = false;
    bool defined = false;
    std::vector<Parameter> results;
    std::vector<Parameter> parameters;
    std::map<std::string, Type> registers;  // "%rd3", or "%rd" with count 0 below
    std::map<std::string, std::pair<Type, int>> families;
    std::vector<Parameter> locals;  // local memory by name
    std::vector<Instruction> body;
};

struct Program {
    int target = 0;  // 70 of sm_70
    std::vector<Function> functions;
};

Program parse(const std::string& text);

// C that runs the program, to be compiled behind the prelude.
std::string translate(const Program& program);

}  // namespace ptx
