#include "token.h"

#include <cctype>

#include "program.h"

namespace ptx {

static bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || c == '%' || c == '.'; }

std::vector<Token> tokens(const std::string& text) {
    std::vector<Token> all;
    int line = 1;
    for (size_t i = 0; i < text.size();) {
        char c = text[i];
        if (c == '\n') {
            line++;
            i++;
        } else if (std::isspace(static_cast<unsigned char>(c))) {
            i++;
        } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '/') {
            while (i < text.size() && text[i] != '\n') i++;
        } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '*') {
            size_t end = text.find("*/", i + 2);
            if (end == std::string::npos) throw Error(line, "a comment without an end");
            for (; i < end + 2; i++) line += text[i] == '\n';
        } else if (c == '"') {
            size_t end = text.find('"', i + 1);
            if (end == std::string::npos) throw Error(line, "a string without an end");
            all.push_back({text.substr(i, end + 1 - i), line, true});
            i = end + 1;
        } else if (isWord(c)) {
            size_t end = i;
            while (end < text.size() && isWord(text[end])) end++;
            all.push_back({text.substr(i, end - i), line, true});
            i = end;
        } else {
            all.push_back({std::string(1, c), line, false});
            i++;
        }
    }
    return all;
}

}  // namespace ptx
