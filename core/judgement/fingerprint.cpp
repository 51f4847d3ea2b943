#include "judgement/judgement.hpp"

#include "base/hash.hpp"

namespace plumbline::judgement {

namespace {

constexpr std::size_t fingerprint_digits = 16;

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// White space and no-break spaces become one space; none at the ends.
std::string fold_space(std::string_view text) {
    static constexpr std::string_view no_break = "\xC2\xA0";
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_space(text[i])) {
            gap = true;
        } else if (text.substr(i, no_break.size()) == no_break) {
            gap = true;
            ++i;
        } else {
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out += text[i];
        }
    }
    return out;
}

/// "/plan/contingency[2]" → "/plan/contingency": a node keeps its fingerprint when one is added before it.
std::string without_numbers(std::string_view path) {
    std::string out;
    bool inside = false;
    for (const char c : path) {
        if (c == '[') inside = true;
        if (!inside) out += c;
        if (c == ']') inside = false;
    }
    return out;
}

} // namespace

std::string fingerprint(std::string_view plan_id, const Finding& finding) {
    Hash hash;
    hash.add(plan_id);
    hash.add(finding.rule);
    hash.add(finding.criterion);
    hash.add(finding.at.id.empty() ? without_numbers(finding.at.path) : finding.at.id);
    for (const Evidence& evidence : finding.evidence)
        hash.add(fold_space(evidence.text));
    return hash.digest().substr(0, fingerprint_digits);
}

} // namespace plumbline::judgement
