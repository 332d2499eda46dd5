// Writes the C of one function: what all instructions share.
#pragma once
#include <string>

#include "program.h"

namespace ptx {

class Writer {
public:
    explicit Writer(const Function& function) : f(function) {}

    // The C statement of an instruction, guard included.
    std::string statement(const Instruction& i);

    // The C declaration, locals and registers of the function; its body goes behind, then "}".
    std::string opening() const;
    std::string declaration() const;

private:
    const Function& f;
    const Instruction* now = nullptr;
    std::map<std::string, long> arrays;  // parameters of calls in scope, by name

    [[noreturn]] void refuse(const std::string& what) const;
    Type registerType(const std::string& name) const;

    // An operand as an expression of `type`: converted from the register's own type, bits kept.
    std::string read(const Operand& o, Type type) const;
    std::string predicate(const Operand& o) const;
    std::string write(const Operand& o, Type type, const std::string& expression) const;
    std::string writePredicate(const std::string& name, const std::string& expression) const;
    std::string address(const Operand& o) const;
    std::string place(const std::string& space, const Operand& o, int bytes, int alignment) const;

    const Operand& operand(size_t index) const;
    void count(size_t wanted) const;

    // Splits an opcode: the last part as type, the rest as modifiers, of which only `allowed` may occur.
    Type lastType() const;
    bool has(const char* modifier) const;
    void only(const std::string& allowed, size_t types) const;

    std::string operation();
    std::string arithmetic();
    std::string floating(const std::string& root, Type type);
    std::string multiply(bool add);
    std::string logic();
    std::string shift();
    std::string funnel();
    std::string bits();
    std::string field();
    std::string compare();
    std::string select();
    std::string convert();
    std::string load();
    std::string store();
    std::string call();
    std::string move();
};

// The type's name in C.
std::string c(Type type);

// A name of PTX as a name of C.
std::string identifier(const std::string& name);

}  // namespace ptx
