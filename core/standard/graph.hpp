#pragma once

/// The files that a rule set builds on, each read once.

#include "standard/source.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace plumbline::standard {

class Graph {
public:
    /// Reads `file` and everything it builds on, looked for in `roots` and then in the file's own folder.
    /// Throws UserError for a set that is not there and for a loop, named as a chain.
    Graph(const std::filesystem::path& file, std::vector<std::filesystem::path> roots);

    const Source& root() const { return *all_.back(); }
    const Source& source(const std::string& id) const { return sources_.at(id); }

    /// Everything the root builds on and the root, each after what it builds on itself.
    const std::vector<const Source*>& all() const { return all_; }

    /// The sets whose rules `source` inherits, and itself, each after what it extends.
    std::vector<const Source*> extended(const Source& source) const;
    /// The sets whose areas `source` may answer: what it extends and the documents it names, and itself.
    std::vector<const Source*> reachable(const Source& source) const;

private:
    void visit(const std::filesystem::path& file, const FilePosition& named_at,
               std::vector<std::string>& chain);
    const Source& read(const std::filesystem::path& file, const FilePosition& named_at);
    std::filesystem::path find(const Placed<std::string>& id) const;

    std::vector<std::filesystem::path> folders_;
    std::map<std::string, Source> sources_;
    std::vector<const Source*> all_;
};

/// The rule sets of these folders: id → file, an earlier folder winning. The statutory intervals are none of
/// them.
std::map<std::string, std::filesystem::path> sets_in(const std::vector<std::filesystem::path>& folders);

/// Says that no set has this id, what was meant, and where was looked.
[[noreturn]] void refuse_unknown_set(const FilePosition& at, const std::string& id,
                                     const std::vector<std::filesystem::path>& folders);

} // namespace plumbline::standard
