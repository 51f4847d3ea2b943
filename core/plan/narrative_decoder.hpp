#pragma once

#include "plan/narrative.hpp"
#include "plan/source_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::plan {

/// Turns the content of one element, as it stands in the source, into text with positions. The source is
/// known to be nested properly; what the tags say is read here once more because the parser keeps no place of
/// what it decodes.
class NarrativeDecoder {
public:
    explicit NarrativeDecoder(SourceText& source) : source_(source), bytes_(source.bytes()) {}

    /// `content` is the offset behind the element's start tag. The result has no location yet.
    Narrative decode(std::size_t content);

    /// Markup that narrative does not know. Its words are kept.
    struct Oddity {
        std::size_t offset;
        std::string what;
    };
    const std::vector<Oddity>& oddities() const { return oddities_; }

private:
    std::size_t read_markup(std::size_t at); // both return the offset behind what they read
    std::size_t read_tag(std::size_t at);
    void add_written(std::size_t from, std::size_t to, bool literal);
    void add_run(std::string_view run, std::size_t offset);
    void break_paragraph();
    void finish();

    SourceText& source_;
    std::string_view bytes_;
    Narrative out_;
    std::vector<Oddity> oddities_;
    std::size_t depth_ = 0;
    std::size_t breaks_ = 0;  // line breaks to write before the next character
    bool skip_space_ = true;  // at the start, and behind a break
    bool out_of_step_ = true; // the next character needs an anchor
};

} // namespace plumbline::plan
