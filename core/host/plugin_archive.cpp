#include "host/plugin_archive.hpp"

#include "base/user_error.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <vector>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_entries = 2000;
constexpr std::size_t most_bytes = std::size_t{64} << 20U;
constexpr std::size_t longest_path = 200; // bytes

using Reader = std::unique_ptr<archive, int (*)(archive*)>;
using Entry = std::unique_ptr<archive_entry, void (*)(archive_entry*)>;

[[noreturn]] void refuse(const fs::path& file, const std::string& message) {
    throw UserError(FilePosition{file.generic_string(), 0, 0}, message);
}

std::vector<fs::path> files_of(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(folder, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const fs::file_status status = entry->symlink_status();
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
            continue;
        }
        if (fs::is_directory(status)) continue;
        if (!fs::is_regular_file(status))
            refuse(entry->path(), "is a link or a device; a plugin is made of files");
        files.push_back(entry->path());
    }
    if (error) refuse(folder, "cannot be read: " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>{in}, {}};
    if (!in || in.bad()) refuse(file, "cannot be read");
    return content;
}

void add_file(archive* out, const std::string& name, const std::string& content, const fs::path& file) {
    const Entry entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    const bool written =
        archive_write_header(out, entry.get()) == ARCHIVE_OK &&
        archive_write_data(out, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
    if (!written) refuse(file, "cannot be written: " + std::string(archive_error_string(out)));
}

/// Why no file of this name is ever written; empty for a good one.
std::string fault_of(const std::string& name) {
    if (name.empty() || name.size() > longest_path) return "has a name that is empty or too long";
    if (std::any_of(name.begin(), name.end(),
                    [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20; }))
        return "has a name with a backslash or a control character";
    const fs::path path(name);
    if (path.is_absolute()) return "is absolute; it would be written outside the plugin's folder";
    for (const fs::path& part : path) {
        if (part == "..") return "leads upwards; it would be written outside the plugin's folder";
        if (part.string().starts_with('.')) return "is hidden";
    }
    return {};
}

class Unpacking {
public:
    Unpacking(const fs::path& file, const fs::path& into) : file_(file), into_(into) {}

    fs::path run() {
        archive* const in = reader_.get();
        archive_read_support_format_tar(in);
        if (archive_read_open_filename(in, file_.c_str(), 65536) != ARCHIVE_OK) broken();
        archive_entry* entry = nullptr;
        int status = ARCHIVE_OK;
        while ((status = archive_read_next_header(in, &entry)) == ARCHIVE_OK)
            take(entry);
        if (status != ARCHIVE_EOF) broken();
        if (top_.empty()) refuse(file_, "holds no plugin");
        return into_ / top_;
    }

private:
    [[noreturn]] void broken() {
        const char* why = archive_error_string(reader_.get());
        refuse(file_,
               std::string("is no plugin that 'plugin pack' wrote: ") + (why != nullptr ? why : "no tar"));
    }

    void take(archive_entry* entry) {
        const char* const stored = archive_entry_pathname(entry);
        const std::string name = stored != nullptr ? stored : "";
        if (const std::string fault = fault_of(name); !fault.empty())
            refuse(file_, "'" + name + "' " + fault);
        if (++entries_ > most_entries)
            refuse(file_, "holds more than " + std::to_string(most_entries) + " files");
        const fs::path path = fs::path(name).lexically_normal();
        const std::string top = path.begin()->string();
        if (top_.empty()) top_ = top;
        if (top != top_)
            refuse(file_, "'" + name + "' is not in the folder '" + top_ + "'; expected one folder");
        const auto type = archive_entry_filetype(entry);
        if (archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr ||
            (type != AE_IFREG && type != AE_IFDIR))
            refuse(file_, "'" + name + "' is a link or a device; a plugin is made of files");
        if (type == AE_IFREG) write(path, name);
    }

    void write(const fs::path& path, const std::string& name) {
        if (std::next(path.begin()) == path.end()) refuse(file_, "'" + name + "' is in no folder");
        if (!seen_.insert(path).second) refuse(file_, "'" + name + "' is there twice");
        std::error_code error;
        fs::create_directories((into_ / path).parent_path(), error);
        std::ofstream out(into_ / path, std::ios::binary | std::ios::trunc);
        std::array<char, 65536> buffer{};
        la_ssize_t size = 0;
        while ((size = archive_read_data(reader_.get(), buffer.data(), buffer.size())) > 0) {
            bytes_ += static_cast<std::size_t>(size);
            if (bytes_ > most_bytes)
                refuse(file_, "holds more than " + std::to_string(most_bytes >> 20U) + " MiB");
            out.write(buffer.data(), size);
        }
        if (size < 0) broken();
        out.close();
        if (!out) refuse(into_ / path, "cannot be written");
    }

    const fs::path& file_;
    const fs::path& into_;
    Reader reader_{archive_read_new(), &archive_read_free};
    std::string top_;
    std::set<fs::path> seen_;
    std::size_t entries_ = 0, bytes_ = 0;
};

} // namespace

void pack_folder(const fs::path& folder, const fs::path& file) {
    const std::string top = folder.filename().string();
    const std::vector<fs::path> files = files_of(folder);
    const Reader out(archive_write_new(), &archive_write_free);
    archive_write_set_format_pax_restricted(out.get());
    archive_write_add_filter_none(out.get());
    if (archive_write_open_filename(out.get(), file.c_str()) != ARCHIVE_OK)
        refuse(file, "cannot be written: " + std::string(archive_error_string(out.get())));
    for (const fs::path& one : files)
        add_file(out.get(), top + "/" + one.lexically_relative(folder).generic_string(), content_of(one),
                 file);
    if (archive_write_close(out.get()) != ARCHIVE_OK)
        refuse(file, "cannot be written: " + std::string(archive_error_string(out.get())));
}

fs::path unpack_file(const fs::path& file, const fs::path& into) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) refuse(file, "is no file; expected what 'plugin pack' wrote");
    return Unpacking(file, into).run();
}

} // namespace plumbline::host
