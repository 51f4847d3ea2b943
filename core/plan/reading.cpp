#include "plan/reading.hpp"

#include "base/user_error.hpp"
#include "plan/narrative_decoder.hpp"
#include "plan/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace plumbline::plan {

namespace {

constexpr std::size_t most_problems = 1000; // of each sort: a plan that has more is another thing altogether

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(utf8::leading_space(text));
    text.remove_suffix(utf8::trailing_space(text));
    return text;
}

/// Equality that mostly ends at the size or the first letter.
bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && a.front() == b.front() && a == b;
}

/// Namespace declarations and the hints of schema tools say nothing about the plan.
bool belongs_to_xml(std::string_view attribute) {
    return attribute.starts_with("xml") || attribute.starts_with("xsi:");
}

std::string start_tag(const tinyxml2::XMLElement& element) {
    return '<' + utf8::shortened(element.Name(), 40) + '>';
}

/// How far the value of a node points behind its first byte in the source.
std::size_t lead(const tinyxml2::XMLNode& node) {
    if (node.ToElement() != nullptr) return 1; // <
    if (node.ToComment() != nullptr) return 4; // <!--
    return 2;                                  // <? and <!
}

void keep(std::vector<Problem>& problems, Position place, std::string message) {
    if (problems.size() < most_problems)
        problems.push_back({place.line, place.column, std::move(message)});
    else if (problems.size() == most_problems)
        problems.push_back({place.line, place.column, "and more of the same; the first 1000 are listed"});
}

} // namespace

std::string quoted(std::string_view value) {
    return '\'' + utf8::shortened(value, 40) + '\'';
}

std::string joined(vocabulary::Words words) {
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out += ", ";
        out += word;
    }
    return out;
}

Reading::Reading(SourceText& text, const tinyxml2::XMLDocument& document) : text_(text) {
    // tinyxml2 keeps a copy of the source, and names point into it. The first node stands at the first "<".
    const tinyxml2::XMLNode& first = *document.FirstChild();
    const std::size_t offset = text_.bytes().find('<') + lead(first);
    document_start_ = first.Value() - offset;
    const std::string_view root = document.RootElement()->Name();
    if (text_.bytes().substr(offset_in_source(root.data()), root.size()) != root)
        throw InternalError("the parsed plan is out of step with its source");
}

std::size_t Reading::offset_in_source(const char* in_document) const {
    return static_cast<std::size_t>(in_document - document_start_);
}

std::size_t Reading::offset_of(const tinyxml2::XMLElement& element) const {
    return offset_in_source(element.Name()) - 1;
}

Location Reading::locate(const tinyxml2::XMLElement& element, std::string_view pattern, std::uint32_t first,
                         std::uint32_t second) {
    const Position place = text_.position(offset_of(element));
    return {place.line, place.column, pattern, first, second};
}

void Reading::error(std::size_t offset, std::string message) {
    keep(errors_, text_.position(offset), std::move(message));
}

void Reading::warning(std::size_t offset, std::string message) {
    keep(warnings_, text_.position(offset), std::move(message));
}

void Reading::take_attributes(const tinyxml2::XMLElement& element, std::span<const std::string_view> names,
                              std::span<Value> values) {
    std::size_t next = 0; // systems write attributes in one order: look first behind the last one found
    for (const tinyxml2::XMLAttribute* a = element.FirstAttribute(); a != nullptr; a = a->Next()) {
        const std::string_view name = a->Name();
        const std::size_t offset = offset_in_source(name.data());
        std::size_t tries = 0;
        for (; tries < names.size() && !same(names[next], name); ++tries)
            next = next + 1 < names.size() ? next + 1 : 0;
        if (tries < names.size())
            values[next] = {trimmed(value_of(*a, offset + name.size())), offset};
        else if (!belongs_to_xml(name))
            warning(offset, "unknown attribute " + utf8::shortened(name, 40) + " on " + start_tag(element) +
                                "; it is left out");
    }
}

std::string_view Reading::written_value(std::size_t behind_name) const {
    const std::string_view bytes = text_.bytes();
    std::size_t quote = behind_name;
    while (bytes[quote] != '"' && bytes[quote] != '\'')
        ++quote;
    return bytes.substr(quote + 1, bytes.find(bytes[quote], quote + 1) - quote - 1);
}

std::string_view Reading::value_of(const tinyxml2::XMLAttribute& attribute, std::size_t behind_name) const {
    const std::string_view written = written_value(behind_name);
    // Without a reference the source says it already; the parser would decode and measure it once more.
    const bool plain = !text_.has_references() || written.find('&') == std::string_view::npos;
    return plain ? written : std::string_view(attribute.Value());
}

bool Reading::required(const Value& value, const tinyxml2::XMLElement& element, std::string_view attribute) {
    if (value) return true;
    error(offset_of(element), start_tag(element) + " has no " + std::string(attribute) + "; it needs one");
    return false;
}

std::size_t Reading::part_of(std::string_view name, std::span<const Part> parts) {
    std::size_t i = 0;
    while (i < parts.size() && parts[i].name != name)
        ++i;
    return i;
}

void Reading::out_of_place(const tinyxml2::XMLNode& node, const tinyxml2::XMLElement& parent) {
    if (const auto* const element = node.ToElement()) {
        const std::string_view name = element->Name();
        if (name == "plan" || name == "plans")
            error(offset_of(*element), start_tag(*element) + " inside " + start_tag(parent) +
                                           "; expected one plan, or a <plans> that holds plans side by side");
        else
            warning(offset_of(*element), "unknown element " + start_tag(*element) + " in " +
                                             start_tag(parent) + "; it is left out");
    } else if (const auto* const stray = node.ToText()) {
        const std::string_view written = stray->Value();
        const std::size_t space = utf8::leading_space(written);
        if (space == written.size()) return;
        const std::size_t offset = offset_in_source(written.data());
        warning(offset + utf8::leading_space(text_.bytes().substr(offset)),
                "text that belongs to no element, directly in " + start_tag(parent) + "; it is left out");
    } else if (node.ToUnknown() != nullptr) {
        error(offset_in_source(node.Value()) - 2,
              "a declaration inside " + start_tag(parent) + "; expected elements");
    }
}

void Reading::repeated(const tinyxml2::XMLElement& element, const tinyxml2::XMLElement& first) {
    const std::string line = std::to_string(text_.position(offset_of(first)).line);
    error(offset_of(element), "a second " + start_tag(element) + "; the first is on line " + line +
                                  ", and there can be only one");
}

std::size_t Reading::content_offset(const tinyxml2::XMLElement& element) const {
    const std::string_view bytes = text_.bytes();
    const std::string_view name = element.Name();
    std::size_t offset = offset_in_source(name.data()) + name.size();
    const tinyxml2::XMLAttribute* last = element.FirstAttribute();
    while (last != nullptr && last->Next() != nullptr)
        last = last->Next();
    if (last != nullptr) { // its value may hold ">"
        const std::string_view last_name = last->Name();
        const std::string_view value = written_value(offset_in_source(last_name.data()) + last_name.size());
        offset = static_cast<std::size_t>(value.data() + value.size() - bytes.data());
    }
    return bytes.find('>', offset) + 1;
}

Narrative Reading::narrative(const tinyxml2::XMLElement& element, const Location& at) {
    if (element.NoChildren()) return {};
    NarrativeDecoder decoder(text_);
    Narrative narrative = decoder.decode(content_offset(element));
    for (const NarrativeDecoder::Oddity& oddity : decoder.oddities())
        warning(oddity.offset, oddity.what + " in " + start_tag(element) +
                                   ", which holds text, <p> and <br/> only; the words in it are kept");
    if (!narrative.empty()) narrative.at = at;
    return narrative;
}

} // namespace plumbline::plan
