#include "report/advice.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

/// Whether a sentence ends before this place.
bool ends_sentence(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return false;
    const bool stop = std::string_view(".!?").find(text[at - 1]) != std::string_view::npos;
    return (stop && at < text.size() && text[at] == ' ') || at == text.size();
}

} // namespace

std::string shared_advice(std::string_view one, std::string_view other) {
    std::size_t alike = 0;
    while (alike < std::min(one.size(), other.size()) && one[alike] == other[alike])
        ++alike;
    for (; alike > 0; --alike)
        if (ends_sentence(one, alike) && ends_sentence(other, alike)) break;
    return std::string(alike > 0 ? one.substr(0, alike) : one);
}

} // namespace plumbline::report
