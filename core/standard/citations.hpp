#pragma once

/// The areas and documents that a set's rules may answer and cite, and the citations these make.

#include "standard/draft.hpp"

#include <map>
#include <string>
#include <vector>

namespace plumbline::standard {

class References {
public:
    /// Of everything that `source` builds on. The graph outlives it.
    References(const Graph& graph, const Source& source);

    /// "set/area". Throws UserError with a suggestion.
    const Area& area(const Placed<std::string>& name) const;

    /// Of the areas a rule answers and what it cites besides: by date, document and paragraph, nothing twice.
    std::vector<judgement::Citation> citations(const RuleSource& rule) const;

private:
    const Source& set(const std::string& id, const FilePosition& at) const;
    const Document& document(const std::string& set, const FilePosition& at) const;

    std::string own_; // the set that is being resolved
    std::vector<const Source*> sources_;
};

} // namespace plumbline::standard
