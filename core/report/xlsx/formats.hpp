#pragma once

/// How cells of a workbook look.

#include <array>
#include <cstddef>
#include <cstdint>

struct lxw_format;
struct lxw_workbook;

namespace plumbline::report::xlsx {

/// How a cell looks.
enum class Look : std::uint8_t {
    plain,
    number,
    wrapped,
    heading,
    title,
    strong,
    percent,
    date,
    link,
    to_fill,
    red,
    amber,
    green
};

/// One format of the library for each look; the workbook owns them.
class Formats {
public:
    explicit Formats(lxw_workbook* book);

    lxw_format* of(Look look) const { return formats_.at(static_cast<std::size_t>(look)); }

private:
    std::array<lxw_format*, 13> formats_{};
};

/// Of red, amber and green, in this order: the word, and its look.
struct RagWord {
    const char* word;
    Look look;
};
inline constexpr std::array<RagWord, 3> rag_words{
    {{"red", Look::red}, {"amber", Look::amber}, {"green", Look::green}}};

} // namespace plumbline::report::xlsx
