// Words and punctuation of PTX.
#pragma once
#include <string>
#include <vector>

namespace ptx {

struct Token {
    std::string text;
    int line = 0;
    bool word = false;
};

std::vector<Token> tokens(const std::string& text);

}  // namespace ptx
