#include "standard/graph.hpp"

#include <algorithm>

namespace plumbline::standard {

namespace {

constexpr std::string_view intervals_name = "statutory";

std::string chain_to(const std::vector<std::string>& chain, const std::string& id) {
    std::string out;
    for (auto link = std::find(chain.begin(), chain.end(), id); link != chain.end(); ++link)
        out += *link + " → ";
    return out + id;
}

bool is_folder(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

/// One file reached through two folders is one.
bool is_same(const std::filesystem::path& left, const std::filesystem::path& right) {
    std::error_code ignored;
    return std::filesystem::equivalent(left, right, ignored);
}

/// Which of two would count must not hang on the order of folders.
[[noreturn]] void refuse_two(const FilePosition& at, const std::filesystem::path& first,
                             const std::filesystem::path& second) {
    refuse(at, "there are two rule sets " + in_quotes(first.stem().string()) + ": " + first.string() +
                   " and " + second.string() + "; give yours another name, and let it extend " +
                   in_quotes(first.stem().string()));
}

} // namespace

std::map<std::string, std::filesystem::path> sets_in(const std::vector<std::filesystem::path>& folders) {
    std::map<std::string, std::filesystem::path> sets;
    for (const auto& folder : folders) {
        if (!is_folder(folder)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const auto& path = entry.path();
            if (path.extension() != ".lua" || path.stem() == intervals_name) continue;
            const auto [set, added] = sets.emplace(path.stem().string(), path);
            if (!added && !is_same(set->second, path)) refuse_two({path.string(), 1, 0}, set->second, path);
        }
    }
    return sets;
}

void refuse_unknown_set(const FilePosition& at, const std::string& id,
                        const std::vector<std::filesystem::path>& folders) {
    std::vector<std::string> known;
    for (const auto& [set, file] : sets_in(folders))
        known.push_back(set);
    std::string looked;
    for (const auto& folder : folders)
        looked += (looked.empty() ? "" : ", ") + folder.string();
    refuse(at, "no rule set " + in_quotes(id) + " in " + (looked.empty() ? "any folder" : looked) +
                   suggestion(id, known));
}

Graph::Graph(const std::filesystem::path& file, std::vector<std::filesystem::path> roots)
    : folders_(std::move(roots)) {
    const auto own = file.parent_path();
    if (std::find(folders_.begin(), folders_.end(), own) == folders_.end()) folders_.push_back(own);
    std::vector<std::string> chain;
    visit(file, {}, chain);
}

std::filesystem::path Graph::find(const Placed<std::string>& id) const {
    const std::string name = id.value + ".lua";
    std::filesystem::path found;
    for (const auto& folder : folders_) {
        std::error_code ignored;
        if (!std::filesystem::exists(folder / name, ignored)) continue;
        if (!found.empty() && !is_same(found, folder / name)) refuse_two(id.at, found, folder / name);
        found = folder / name;
    }
    if (found.empty()) refuse_unknown_set(id.at, id.value, folders_);
    return found;
}

const Source& Graph::read(const std::filesystem::path& file, const FilePosition& named_at) {
    Source source = read_source(file);
    const auto [entry, added] = sources_.emplace(source.id, std::move(source));
    if (!added) // a set given by its path that builds on another of the same id
        refuse(named_at, "there are two rule sets " + in_quotes(entry->first) + ": " +
                             entry->second.file.string() + " and " + file.string() +
                             "; give yours another name");
    return entry->second;
}

void Graph::visit(const std::filesystem::path& file, const FilePosition& named_at,
                  std::vector<std::string>& chain) {
    const Source& source = read(file, named_at);
    chain.push_back(source.id);
    for (const auto* list : {&source.extends, &source.documents})
        for (const auto& id : *list) {
            if (std::find(chain.begin(), chain.end(), id.value) != chain.end())
                refuse(id.at, "these rule sets build on each other in a loop: " + chain_to(chain, id.value));
            if (sources_.count(id.value) == 0) visit(find(id), id.at, chain);
        }
    chain.pop_back();
    all_.push_back(&source);
}

std::vector<const Source*> Graph::extended(const Source& source) const {
    std::vector<const Source*> out;
    for (const auto& id : source.extends)
        for (const Source* base : extended(this->source(id.value)))
            if (std::find(out.begin(), out.end(), base) == out.end()) out.push_back(base);
    out.push_back(&source);
    return out;
}

std::vector<const Source*> Graph::reachable(const Source& source) const {
    std::vector<const Source*> out;
    for (const auto* list : {&source.extends, &source.documents})
        for (const auto& id : *list)
            for (const Source* base : reachable(this->source(id.value)))
                if (std::find(out.begin(), out.end(), base) == out.end()) out.push_back(base);
    out.push_back(&source);
    return out;
}

} // namespace plumbline::standard
