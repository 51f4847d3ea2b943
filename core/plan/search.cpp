#include "plan/search.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fnmatch.h>

namespace plumbline::plan {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view pattern_signs = "*?[";

/// "plans" and "x.xml" make "plans/x.xml".
std::string below(const std::string& directory, std::string_view name) {
    std::string out = directory;
    if (!out.empty() && out.back() != '/') out += '/';
    return out += name;
}

bool is_xml(std::string_view path) {
    return path.ends_with(".xml") || path.ends_with(".XML");
}

bool fits(const std::string& name, std::string_view pattern) {
    return fnmatch(std::string(pattern).c_str(), name.c_str(), FNM_PERIOD) == 0;
}

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0) names.push_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return names;
}

/// What one directory or pattern leads to.
class Search {
public:
    /// Every *.xml below a directory.
    void directory(const std::string& path) {
        if (!enter(path, everything)) return;
        each_entry(path, [&](const std::string& entry, const std::string& /*name*/, bool is_directory) {
            if (is_directory)
                directory(entry);
            else if (is_xml(entry))
                files_.push_back(entry);
        });
    }

    void pattern(const std::string& pattern) {
        parts_ = split(pattern);
        expand(pattern.starts_with('/') ? "/" : "", 0);
    }

    /// Found files by path, then what could not be searched.
    std::vector<FoundFile> take() {
        std::sort(files_.begin(), files_.end());
        std::vector<FoundFile> out;
        out.reserve(files_.size() + failures_.size());
        for (std::string& path : files_)
            out.push_back({std::move(path), false, {}});
        std::move(failures_.begin(), failures_.end(), std::back_inserter(out));
        return out;
    }

private:
    using Visit = std::function<void(const std::string& path, const std::string& name, bool is_directory)>;
    static constexpr std::size_t everything = static_cast<std::size_t>(-1);

    /// False when links have led here before for the same purpose.
    bool enter(const std::string& path, std::size_t purpose) {
        std::error_code error;
        const fs::path real = fs::canonical(path.empty() ? "." : path, error);
        return error || entered_.emplace(real.native(), purpose).second;
    }

    void each_entry(const std::string& directory, const Visit& visit) {
        std::error_code error;
        fs::directory_iterator entry(directory.empty() ? "." : directory, error);
        while (!error && entry != fs::directory_iterator()) {
            const std::string name = entry->path().filename().native();
            std::error_code unknown; // a link that leads nowhere counts as a file: opening it will say so
            const bool is_directory = entry->is_directory(unknown);
            if (is_directory || entry->is_regular_file(unknown) || entry->is_symlink(unknown))
                visit(below(directory, name), name, is_directory);
            entry.increment(error);
        }
        if (error)
            failures_.push_back({directory, false, "the directory cannot be searched: " + error.message()});
    }

    /// The pattern's parts from `part` on, looked for below `base`.
    void expand(const std::string& base, std::size_t part) {
        if (!enter(base, part)) return;
        const std::string_view wanted = parts_[part];
        const bool last = part + 1 == parts_.size();
        const bool any_depth = wanted == "**";
        if (any_depth && !last) expand(base, part + 1);
        if (wanted.find_first_of(pattern_signs) == std::string_view::npos) return literal(base, part);
        each_entry(base, [&](const std::string& path, const std::string& name, bool is_directory) {
            if (!fits(name, any_depth ? "*" : wanted)) return;
            if (!is_directory && last)
                files_.push_back(path);
            else if (is_directory && last && !any_depth)
                directory(path);
            else if (is_directory)
                expand(path, any_depth ? part : part + 1);
        });
    }

    void literal(const std::string& base, std::size_t part) {
        const std::string path = below(base, parts_[part]);
        std::error_code error;
        const bool is_directory = fs::is_directory(path, error);
        if (part + 1 < parts_.size()) {
            if (is_directory) expand(path, part + 1);
        } else if (is_directory) {
            directory(path);
        } else if (fs::exists(path, error)) {
            files_.push_back(path);
        }
    }

    std::vector<std::string_view> parts_;
    std::vector<std::string> files_;
    std::vector<FoundFile> failures_;
    std::set<std::pair<std::string, std::size_t>> entered_;
};

/// Keeps each file once, however it is reached.
class Collection {
public:
    void add(FoundFile file) {
        std::error_code error;
        const fs::path real = file.path == "-" ? fs::path("-") : fs::canonical(file.path, error);
        if (seen_.insert(error ? file.path : real.native()).second) files_.push_back(std::move(file));
    }

    void add(Search& search) {
        for (FoundFile& file : search.take())
            add(std::move(file));
    }

    std::vector<FoundFile> take() { return std::move(files_); }

private:
    std::vector<FoundFile> files_;
    std::set<std::string> seen_;
};

} // namespace

std::vector<FoundFile> find_files(const std::vector<std::string>& paths) {
    Collection out;
    std::string missing;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        Search search;
        const bool directory = fs::is_directory(status) && path != "-";
        // Whatever else is there is opened when its turn comes: that will say what is the matter, if anything
        // is.
        const bool something = path == "-" || status.type() != fs::file_type::not_found;
        if (directory)
            search.directory(path);
        else if (something)
            out.add({path, true, {}});
        else if (path.find_first_of(pattern_signs) != std::string::npos)
            search.pattern(path);
        else
            missing += (missing.empty() ? "'" : ", '") + path + '\'';
        out.add(search);
    }
    if (!missing.empty())
        throw UserError(
            "no such file or directory: " + missing +
            "; expected plans, directories that hold plans, patterns such as 'plans/*.xml', or -");
    return out.take();
}

} // namespace plumbline::plan
