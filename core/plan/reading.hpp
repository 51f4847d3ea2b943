#pragma once

/// One plan's reading in progress: what the readers of the plan's parts share.

#include "plan/plan.hpp"
#include "plan/read.hpp"
#include "plan/source_text.hpp"
#include "plan/vocabulary.hpp"

#include <tinyxml2.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

/// An attribute's value without outer white space; empty when the attribute is absent or empty.
struct Value {
    std::string_view text;
    std::size_t offset = 0; // of the attribute's name
    explicit operator bool() const { return !text.empty(); }
};

/// A child element that a part of the plan may hold.
struct Part {
    std::string_view name;
    bool repeats = false;
};

class Reading {
public:
    /// `document` was parsed from `text` and has a root; both outlive this.
    Reading(SourceText& text, const tinyxml2::XMLDocument& document);

    // -- places
    // ---------------------------------------------------------------------------------------------------

    /// Of the element's "<".
    std::size_t offset_of(const tinyxml2::XMLElement& element) const;
    Location locate(const tinyxml2::XMLElement& element, std::string_view pattern, std::uint32_t first = 0,
                    std::uint32_t second = 0);

    // -- attributes
    // -----------------------------------------------------------------------------------------------

    /// The attributes of these names; others are warned of.
    template <std::size_t N>
    std::array<Value, N> attributes(const tinyxml2::XMLElement& element,
                                    const std::array<std::string_view, N>& names) {
        std::array<Value, N> values{};
        take_attributes(element, names, values);
        return values;
    }

    /// An error unless there is a value. `expected` completes "… has no id; expected ".
    bool required(const Value& value, const tinyxml2::XMLElement& element, std::string_view attribute);

    std::optional<Date> date(const Value& value, std::string_view attribute);
    std::optional<int> whole_number(const Value& value, std::string_view attribute);
    std::optional<double> score(const Value& value, std::string_view attribute);
    std::optional<bool> yes_or_no(const Value& value, std::string_view attribute);
    /// The word if the format knows it, otherwise an error and empty.
    std::string word(const Value& value, std::string_view attribute, vocabulary::Words words);
    /// Its index among the words.
    std::optional<std::size_t> choice(const Value& value, std::string_view attribute,
                                      vocabulary::Words words);

    // -- ids and references
    // ---------------------------------------------------------------------------------------

    enum class Target : std::uint8_t { person, need };
    enum class Owner : std::uint8_t { person, need, outcome, action };

    /// Takes down that an element has this id; an error when it has none.
    std::string id(const Value& value, const tinyxml2::XMLElement& element, Owner owner);
    std::string reference(const Value& value, std::string_view attribute, Target target);
    std::vector<std::string> references(const Value& value, std::string_view attribute, Target target);
    /// Errors for ids that stand twice and references that lead nowhere.
    void check_ids_and_references();

    // -- content
    // --------------------------------------------------------------------------------------------------

    /// The element's text; absent (line 0) when there is none.
    Narrative narrative(const tinyxml2::XMLElement& element, const Location& at);

    /// Calls `visit(index of the part, element, number among its like from 1)` for each child element that is
    /// one of the parts. Others, and text that stands here, are warned of; a part that does not repeat is an
    /// error twice.
    template <class Visit>
    void children(const tinyxml2::XMLElement& parent, std::span<const Part> parts, Visit visit) {
        std::array<std::uint32_t, most_parts> counts{};
        std::array<const tinyxml2::XMLElement*, most_parts> firsts{};
        for (const tinyxml2::XMLNode* node = parent.FirstChild(); node != nullptr;
             node = node->NextSibling()) {
            const tinyxml2::XMLElement* const element = node->ToElement();
            const std::size_t part = element == nullptr ? parts.size() : part_of(element->Name(), parts);
            if (element == nullptr || part == parts.size()) {
                out_of_place(*node, parent);
                continue;
            }
            const std::uint32_t number = ++counts.at(part);
            const tinyxml2::XMLElement*& first = firsts.at(part);
            if (first == nullptr) first = element;
            if (first != element && !parts[part].repeats)
                repeated(*element, *first);
            else
                visit(part, *element, number);
        }
    }

    // -- what is wrong
    // --------------------------------------------------------------------------------------------

    void error(std::size_t offset, std::string message);
    void warning(std::size_t offset, std::string message);

    SourceText& text() { return text_; }
    std::vector<Problem>& errors() { return errors_; }
    std::vector<Problem>& warnings() { return warnings_; }

private:
    static constexpr std::size_t most_parts = 24;

    struct Known {
        std::string_view id;
        std::size_t offset;
    };
    struct Reference {
        std::string_view attribute, id;
        std::size_t offset;
        Target target;
    };

    void take_attributes(const tinyxml2::XMLElement& element, std::span<const std::string_view> names,
                         std::span<Value> values);
    /// The attribute's value as the source has it.
    std::string_view written_value(std::size_t behind_name) const;
    std::string_view value_of(const tinyxml2::XMLAttribute& attribute, std::size_t behind_name) const;
    static std::size_t part_of(std::string_view name, std::span<const Part> parts);
    void out_of_place(const tinyxml2::XMLNode& node, const tinyxml2::XMLElement& parent);
    void repeated(const tinyxml2::XMLElement& element, const tinyxml2::XMLElement& first);
    std::size_t offset_in_source(const char* in_document) const;
    std::size_t content_offset(const tinyxml2::XMLElement& element) const;
    std::vector<Known>& known(Owner owner) { return known_.at(static_cast<std::size_t>(owner)); }
    void check_duplicates(Owner owner);
    void dangling(const Reference& reference);

    SourceText& text_;
    const char* document_start_ = nullptr; // tinyxml2's copy of the source
    std::array<std::vector<Known>, 4> known_;
    std::vector<Reference> references_;
    std::vector<Problem> errors_, warnings_;
};

/// Why such a text is no date, as the rest of a sentence about it; does not repeat it.
std::string why_no_date(std::string_view text);
/// 'value' as messages show it: cut when long.
std::string quoted(std::string_view value);
std::string joined(vocabulary::Words words);

} // namespace plumbline::plan
