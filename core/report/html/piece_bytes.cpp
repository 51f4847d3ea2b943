#include "report/html/piece.hpp"

#include "base/user_error.hpp"

#include <charconv>

namespace plumbline::report::html {

namespace {

void write(std::string& out, std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

std::string_view read(std::string_view& bytes) {
    std::size_t size = 0;
    const char* const last = bytes.data() + bytes.size();
    const auto [after, error] = std::from_chars(bytes.data(), last, size);
    const auto from = static_cast<std::size_t>(after - bytes.data()) + 1;
    if (error != std::errc() || after == last || bytes.size() - from < size)
        throw InternalError("a plan's part of the HTML report is cut off");
    const std::string_view text = bytes.substr(from, size);
    bytes.remove_prefix(from + size);
    return text;
}

} // namespace

std::string to_bytes(const Piece& piece) {
    std::string out;
    for (const std::string* part :
         {&piece.name, &piece.row, &piece.page, &piece.body, &piece.brief, &piece.areas})
        write(out, *part);
    for (const auto& said : piece.said) {
        write(out, said.rule);
        write(out, std::to_string(said.check));
        write(out, said.advice);
        write(out, said.words);
    }
    return out;
}

Piece from_bytes(std::string_view bytes) {
    Piece piece;
    for (std::string* part : {&piece.name, &piece.row, &piece.page, &piece.body, &piece.brief, &piece.areas})
        *part = read(bytes);
    while (!bytes.empty()) {
        auto& said = piece.said.emplace_back();
        said.rule = read(bytes);
        said.check = std::stoul(std::string(read(bytes)));
        said.advice = read(bytes);
        said.words = read(bytes);
    }
    return piece;
}

} // namespace plumbline::report::html
