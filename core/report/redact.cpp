#include "report/redact.hpp"

#include <array>
#include <utility>

namespace plumbline::report {

namespace {

constexpr std::string_view cut_text = "…";
constexpr std::size_t shortest_repeat = 4; // bytes of evidence worth looking for outside quotation marks

struct Marks {
    std::string_view open, close;
};
constexpr std::array marks{Marks{"“", "”"}, Marks{"‘", "’"}, Marks{"\"", "\""}, Marks{"'", "'"},
                           Marks{"«", "»"}};

bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

/// Where the quotation that opens at `from` closes. An apostrophe inside a word closes nothing.
std::size_t closing(std::string_view text, std::size_t from, std::string_view close) {
    for (std::size_t at = text.find(close, from); at != std::string_view::npos;
         at = text.find(close, at + 1)) {
        const std::size_t after = at + close.size();
        if (after >= text.size() || !is_word(text[after]) || close == "”" || close == "\"") return at;
    }
    return std::string_view::npos;
}

/// The marks that open at `at`, if a quotation does.
const Marks* opening(std::string_view text, std::size_t at) {
    for (const Marks& pair : marks) {
        if (text.substr(at, pair.open.size()) != pair.open) continue;
        const bool apostrophe = pair.open == "'" && at > 0 && is_word(text[at - 1]);
        if (!apostrophe) return &pair;
    }
    return nullptr;
}

void replace_all(std::string& text, std::string_view words) {
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + cut_text.size()))
        text.replace(at, words.size(), cut_text);
}

} // namespace

std::string without_quotations(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Marks* pair = opening(text, at);
        const std::size_t inside = pair == nullptr ? at : at + pair->open.size();
        const std::size_t end = pair == nullptr ? std::string_view::npos : closing(text, inside, pair->close);
        const bool plurals = pair != nullptr && pair->open == "'" && end == std::string_view::npos;
        if (pair == nullptr || plurals) { // no quotation: "the parents' views"
            out += text[at++];
            continue;
        }
        out.append(pair->open).append(cut_text).append(pair->close);
        at = end == std::string_view::npos ? text.size()
                                           : end + pair->close.size(); // never closed: all of it goes
    }
    return out;
}

judgement::PlanResult without_words(judgement::PlanResult plan) {
    for (auto& judgement : plan.judgements)
        judgement.reason = without_quotations(judgement.reason);
    for (auto& finding : plan.findings) {
        for (auto* said : {&finding.message, &finding.advice}) {
            *said = without_quotations(*said);
            for (const auto& evidence : finding.evidence)
                if (evidence.text.size() >= shortest_repeat) replace_all(*said, evidence.text);
        }
        for (auto& evidence : finding.evidence)
            evidence.text.clear();
        if (finding.accepted) {
            finding.accepted->by.clear();
            finding.accepted->reason = without_quotations(finding.accepted->reason);
        }
    }
    plan.reason = without_quotations(plan.reason);
    plan.plan.reset();
    return plan;
}

} // namespace plumbline::report
