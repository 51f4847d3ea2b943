#include "plan/root.hpp"

#include <algorithm>
#include <array>

namespace plumbline::plan {

namespace {

struct Prologue {
    std::string_view opening, closing;
};

constexpr std::array<Prologue, 2> prologues{{{"<?", "?>"}, {"<!--", "-->"}}};

} // namespace

std::optional<Root> root_of(std::string_view bytes, bool all) {
    const std::optional<Root> not_yet = all ? std::optional(Root{}) : std::nullopt;
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (;;) {
        at = bytes.find_first_not_of(" \t\r\n", at);
        if (at == std::string_view::npos || bytes.size() - at < 4) return not_yet;
        const std::string_view rest = bytes.substr(at);
        if (rest[0] != '<') return Root{};
        const auto* const prologue = std::find_if(prologues.begin(), prologues.end(), [&](const Prologue& p) {
            return rest.starts_with(p.opening);
        });
        if (prologue != prologues.end()) {
            const std::size_t end = rest.find(prologue->closing, prologue->opening.size());
            if (end == std::string_view::npos) return not_yet;
            at += end + prologue->closing.size();
            continue;
        }
        if (rest[1] == '!') return Root{};
        const std::size_t end = rest.find_first_of(" \t\r\n/>", 1);
        if (end == std::string_view::npos) return not_yet;
        return Root{rest.substr(1, end - 1), at};
    }
}

} // namespace plumbline::plan
