#include "host/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace plumbline::host {

void ProgressLine::show(const engine::Progress& progress) {
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    drawn_ = true;
    std::cerr << "\r\x1b[K" << (progress.comparing ? "comparing" : "checked") << ' ' << progress.done
              << " plans" << std::flush;
}

void ProgressLine::clear() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
}

bool error_is_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

bool output_is_terminal() {
    return isatty(STDOUT_FILENO) == 1;
}

unsigned terminal_width() {
    constexpr unsigned usual = 100;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return std::clamp<unsigned>(size.ws_col, 60, 140);
}

} // namespace plumbline::host
