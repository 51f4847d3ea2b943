#include "engine/examples.hpp"

#include "base/user_error.hpp"
#include "engine/example_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace plumbline::engine {

namespace fs = std::filesystem;

namespace {

using judgement::Outcome;

constexpr std::array outcomes{Outcome::met, Outcome::not_met, Outcome::needs_a_person,
                              Outcome::not_applicable, Outcome::could_not_check};

/// Where the next element begins at or after an offset; npos when there is none before `end`.
std::size_t next_element(std::string_view text, std::size_t from, std::size_t end) {
    for (std::size_t at = text.find('<', from); at < end; at = text.find('<', at + 1)) {
        if (text.substr(at, 4) == "<!--") {
            at = text.find("-->", at);
            if (at == std::string_view::npos) return at;
            continue;
        }
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (next == '/') return std::string_view::npos;
        if (next != '!' && next != '?') return at;
    }
    return std::string_view::npos;
}

Outcome outcome_of(const std::string& word, const FilePosition& place) {
    for (const Outcome outcome : outcomes)
        if (judgement::to_word(outcome) == word) return outcome;
    throw UserError(place, "'" + word +
                               "' is no outcome; expected met, not met, needs a person, not applicable or "
                               "could not check");
}

/// "expect contingency/trigger: not met", or nothing when the comment is no expectation.
std::optional<Expectation> expectation_of(const ExampleComment& comment) {
    const std::string& words = comment.words;
    const FilePosition& place = comment.at;
    Expectation expected;
    std::string rest;
    if (words.starts_with("expect-later ")) {
        expected.later = true;
        rest = words.substr(13);
    } else if (words.starts_with("expect ")) {
        rest = words.substr(7);
    } else {
        return std::nullopt;
    }
    const std::size_t colon = rest.find(':');
    if (colon == std::string::npos || rest.find('/') >= colon)
        throw UserError(
            place,
            "cannot read this expectation; expected one such as 'expect contingency/trigger: not met'");
    expected.check = trimmed(rest.substr(0, colon));
    expected.outcome = outcome_of(trimmed(rest.substr(colon + 1)), place);
    expected.comment_line = place.line;
    return expected;
}

/// The expectations between two offsets of a file, the content of one example.
std::vector<Expectation> expectations_in(std::string_view text, std::size_t begin, std::size_t end,
                                         const std::string& file) {
    std::vector<Expectation> found;
    const std::size_t first_element = next_element(text, begin, end);
    for (const ExampleComment& comment : comments_in(text, begin, end, file)) {
        std::optional<Expectation> expected = expectation_of(comment);
        if (!expected) continue;
        const std::size_t element = next_element(text, comment.end, end);
        expected->whole_plan = comment.end < first_element;
        if (element != std::string_view::npos) {
            const FilePosition place = place_at(text, element, file);
            expected->line = place.line;
            expected->column = place.column;
        }
        found.push_back(*expected);
    }
    return found;
}

std::string attribute_of(std::string_view tag, std::string_view name, const std::string& otherwise) {
    const std::string key = " " + std::string(name) + "=\"";
    const std::size_t at = tag.find(key);
    if (at == std::string_view::npos) return otherwise;
    const std::size_t from = at + key.size();
    return std::string(tag.substr(from, tag.find('"', from) - from));
}

bool has_element(std::string_view content, std::string_view name) {
    const std::string open = "<" + std::string(name);
    for (std::size_t at = content.find(open); at != std::string_view::npos; at = content.find(open, at + 1)) {
        const char after = at + open.size() < content.size() ? content[at + open.size()] : '\0';
        if (after == '>' || after == ' ' || after == '/' || after == '\n') return true;
    }
    return false;
}

/// What a fragment needs to be a plan, on one line so that every element keeps its line.
std::string completed(std::string_view tag, std::string_view content) {
    std::string plan = "<plan format=\"1\" id=\"" + attribute_of(tag, "id", "EXAMPLE") +
                       "\" version=\"1\" kind=\"" + attribute_of(tag, "kind", "child-in-need") +
                       "\" status=\"" + attribute_of(tag, "status", "awaiting-sign-off") + "\">";
    if (!has_element(content, "child"))
        plan += "<child id=\"C-EXAMPLE\"><name>Robin</name><born>2014-05-02</born></child>";
    if (!has_element(content, "dates"))
        plan += "<dates started=\"2024-01-15\" written=\"2024-03-06\" next-review=\"2024-06-03\"/>";
    if (!has_element(content, "people"))
        plan += "<people><person id=\"sw\" role=\"social worker\" agency=\"children's social care\"/>"
                "<person id=\"mum\" role=\"mother\"/><person id=\"sch\" role=\"class teacher\" "
                "agency=\"education\"/>"
                "</people>";
    return plan + std::string(content) + "</plan>";
}

Example fragment(std::string_view text, std::size_t open, std::size_t begin, std::size_t end,
                 const std::string& file) {
    Example example;
    example.source.file = file;
    example.source.bytes = completed(text.substr(open, begin - open), text.substr(begin, end - begin));
    example.source.line = place_at(text, begin, file).line;
    example.expectations = expectations_in(text, begin, end, file);
    return example;
}

} // namespace

std::vector<Example> read_examples(const fs::path& file) {
    const std::string name = file.string();
    const std::string text = content_of(file);
    std::vector<Example> examples;
    for (std::size_t open = text.find("<example "); open != std::string::npos;
         open = text.find("<example ", open)) {
        const std::size_t begin = text.find('>', open) + 1;
        const std::size_t end = text.find("</example>", begin);
        if (begin == 0 || end == std::string::npos)
            throw UserError(place_at(text, open, name), "<example> is not closed");
        examples.push_back(fragment(text, open, begin, end, name));
        open = end;
    }
    if (examples.empty() && has_element(text, "plan")) {
        Example whole;
        whole.source.file = name;
        whole.source.bytes = text;
        whole.expectations = expectations_in(text, 0, text.size(), name);
        examples.push_back(std::move(whole));
    }
    if (examples.empty())
        throw UserError(FilePosition{name, 1, 0},
                        "holds no examples; expected <plan> or <examples> with <example kind=\"…\">");
    return examples;
}

} // namespace plumbline::engine
