#pragma once

/// Where a plan's text shows its findings: the words that are marked, and what each mark leads to.

#include "judgement/judgement.hpp"
#include "plan/narrative.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace plumbline::report::html {

class Marks {
public:
    /// A finding is shown in the entry of this number ("f3" of the plan's page).
    void add(const judgement::Finding& finding, std::size_t entry);

    /// The narrative as HTML, with the words of its findings marked, each mark linked to the first entry that
    /// they show. Lines end in <br>.
    std::string marked(const plan::Narrative& narrative);

    /// ` id="…"` for a node that a finding stands at, or nothing.
    std::string node_id(const std::string& path);

    /// Where the page shows this evidence or this node: "p12m4", "p12n2", or the start of the plan's text.
    /// Complete once the whole plan has been written.
    std::string anchor_of(const judgement::Evidence& evidence, const judgement::Finding& finding) const;
    std::string anchor_of(const judgement::Finding& finding) const;

private:
    struct Words {
        const judgement::Evidence* evidence = nullptr;
        std::size_t entry = 0;
    };
    struct Span { // bytes of a narrative
        std::size_t begin = 0, end = 0, entry = 0;
        std::vector<const judgement::Evidence*> shows;
    };
    std::vector<Span> spans_of(const plan::Narrative& narrative) const;

    std::vector<Words> words_; // by place
    bool sorted_ = false;
    std::map<std::string, std::size_t> nodes_;                  // path → number; 0: not met yet
    std::map<const judgement::Evidence*, std::size_t> numbers_; // of marks written
    std::size_t marks_ = 0, nodes_written_ = 0;
};

} // namespace plumbline::report::html
