#include "standard/rule_set.hpp"

#include "standard/resolve.hpp"

namespace plumbline::standard {

namespace {

bool is_path(const std::string& id_or_path) {
    return id_or_path.find('/') != std::string::npos || id_or_path.ends_with(".lua");
}

} // namespace

Library::Library(std::vector<std::filesystem::path> roots, const lua::Catalogue& catalogue)
    : roots_(std::move(roots)), catalogue_(&catalogue) {}

std::vector<std::string> Library::ids() const {
    std::vector<std::string> out;
    for (const auto& [id, file] : sets_in(roots_))
        out.push_back(id);
    return out;
}

RuleSet Library::load(const std::string& id_or_path) const {
    std::filesystem::path file = id_or_path;
    if (!is_path(id_or_path)) {
        const auto sets = sets_in(roots_);
        const auto found = sets.find(id_or_path);
        if (found == sets.end()) refuse_unknown_set({}, id_or_path, roots_);
        file = found->second;
    }
    const Graph graph(file, roots_);
    // What a set builds on is held to the same strictness as the set, though only its own rules come out of
    // here.
    for (const Source* base : graph.all())
        if (base != &graph.root()) resolve(graph, *base, *catalogue_);
    return resolve(graph, graph.root(), *catalogue_);
}

} // namespace plumbline::standard
