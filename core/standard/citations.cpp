#include "standard/citations.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::standard {

namespace {

using judgement::Citation;

Citation citation(const Document& document, const std::string& paragraph, const std::string& area) {
    return {document.title, document.published, paragraph, area, document.short_name};
}

/// Numbers by their value, so that "2.9" stands before "2.10", and numbers before letters: "149" before "R9".
std::vector<std::pair<int, std::string>> reading_order(const std::string& paragraph) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::vector<std::pair<int, std::string>> parts;
    for (auto at = paragraph.begin(); at != paragraph.end();) {
        const auto words = std::find_if(at, paragraph.end(), is_digit);
        const auto end = std::find_if_not(words, paragraph.end(), is_digit);
        const int number = words == end ? 0 : std::stoi(std::string(words, end));
        parts.emplace_back(at == words ? 0 : 1, std::string(at, words));
        parts.emplace_back(number, "");
        at = end;
    }
    return parts;
}

bool earlier(const Citation& left, const Citation& right) {
    return std::tuple(left.published, left.document, reading_order(left.paragraph), left.area) <
           std::tuple(right.published, right.document, reading_order(right.paragraph), right.area);
}

} // namespace

References::References(const Graph& graph, const Source& source)
    : own_(source.id), sources_(graph.reachable(source)) {}

const Source& References::set(const std::string& id, const FilePosition& at) const {
    std::vector<std::string> known;
    for (const Source* source : sources_) {
        if (source->id == id) return *source;
        known.push_back(source->id);
    }
    const auto near = lua::nearest(id, known);
    refuse(at, in_quotes(own_) + " does not build on a rule set " + in_quotes(id) +
                   (near ? "; did you mean " + in_quotes(*near) + '?' : "; add it to 'documents'"));
}

const Document& References::document(const std::string& id, const FilePosition& at) const {
    const Source& source = set(id, at);
    if (!source.document)
        refuse(at,
               "the rule set " + in_quotes(id) + " has no document to cite; name the 'set' of one that has");
    return *source.document;
}

const Area& References::area(const Placed<std::string>& name) const {
    const auto slash = name.value.find('/');
    const std::string id = name.value.substr(slash + 1);
    const Source& source = set(name.value.substr(0, slash), name.at);
    std::vector<std::string> known;
    for (const Area& area : source.areas) {
        if (area.id == id) return area;
        known.push_back(area.id);
    }
    if (known.empty())
        refuse(name.at, in_quotes(source.id) +
                            " lists no areas for improvement; answer one of another set as "
                            "\"set/area\"");
    const auto near = lua::nearest(id, known);
    refuse(name.at, "no area for improvement " + in_quotes(id) + " in " + in_quotes(source.id) +
                        (near ? "; did you mean " + in_quotes(*near) + '?'
                              : "; it has " + in_quotes(known.front()) + " to " + in_quotes(known.back())));
}

std::vector<Citation> References::citations(const RuleSource& rule) const {
    std::vector<Citation> out;
    if (rule.answers)
        for (const auto& answer : rule.answers->value) {
            const Area& asked = area(answer);
            out.push_back(citation(document(asked.rule_set, answer.at), asked.paragraph, full_id(asked)));
        }
    if (rule.cites)
        for (const Cite& cite : rule.cites->value) {
            Citation added = citation(document(cite.set, cite.at), cite.paragraph, "");
            const auto same = [&](const Citation& other) {
                return other.document == added.document && other.published == added.published &&
                       other.paragraph == added.paragraph;
            };
            if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(added));
        }
    std::sort(out.begin(), out.end(), earlier);
    return out;
}

} // namespace plumbline::standard
