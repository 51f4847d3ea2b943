#include "host/watch.hpp"

#include "base/user_error.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace plumbline::host {

namespace fs = std::filesystem;

namespace {

constexpr int pause_milliseconds = 10; // editors write, rename and set times in one go
constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;

bool is_hidden(const std::string& name) {
    return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp");
}

bool has_event(int file, int milliseconds) {
    pollfd waiting{file, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) > 0;
}

} // namespace

Watch::Watch(const std::vector<fs::path>& paths) : file_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (file_ < 0) throw UserError("the system cannot watch files: " + std::system_category().message(errno));
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            add(path);
        } else if (fs::exists(path, ignored)) {
            add_one(path.has_parent_path() ? path.parent_path() : fs::path("."));
        }
    }
}

Watch::~Watch() {
    if (file_ >= 0) ::close(file_);
}

void Watch::add_one(const fs::path& folder) {
    const int watched = ::inotify_add_watch(file_, folder.c_str(), changes);
    if (watched < 0)
        throw UserError(FilePosition{folder.string(), 0, 0},
                        "cannot be watched: " + std::system_category().message(errno));
    folders_[watched] = folder;
}

void Watch::add(const fs::path& folder) {
    add_one(folder);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.is_directory(ignored) && !is_hidden(entry.path().filename().string())) add(entry.path());
}

std::string Watch::read_events() {
    std::string first;
    alignas(inotify_event) std::array<char, 16384> buffer{};
    for (ssize_t size = 0; (size = ::read(file_, buffer.data(), buffer.size())) > 0;) {
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const std::string name = event.len > 0 ? buffer.data() + at + sizeof event : "";
            at += sizeof event + event.len;
            const auto folder = folders_.find(event.wd);
            if (folder == folders_.end() || name.empty() || is_hidden(name)) continue;
            const fs::path path = (folder->second / name).lexically_normal();
            std::error_code ignored;
            if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0 && fs::is_directory(path, ignored)) add(path);
            const bool created_only = (event.mask & IN_CREATE) != 0 && !fs::is_directory(path, ignored);
            if (created_only) continue; // its content comes with the close
            if (first.empty()) first = path.string();
        }
    }
    return first;
}

std::string Watch::wait() {
    std::string changed;
    while (changed.empty()) {
        has_event(file_, -1);
        changed = read_events();
    }
    while (has_event(file_, pause_milliseconds))
        read_events();
    return changed;
}

} // namespace plumbline::host
