#include "report/xlsx/workbook.hpp"

#include <zlib.h>

#include <array>

namespace plumbline::report::xlsx {

namespace {

/// Little-endian numbers of a zip file (APPNOTE.TXT 4.3).
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

/// The first and the last bytes of what a raw deflate stream holds.
struct Ends {
    std::string first, last;
    bool complete = false;
};

Ends inflated_ends(std::string_view packed) {
    constexpr std::size_t kept = 256;
    Ends ends;
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return ends;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // NOLINT: zlib's type
    stream.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 65536> buffer{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data()); // NOLINT: zlib's type
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::string_view out(buffer.data(), buffer.size() - stream.avail_out);
        if (ends.first.size() < kept) ends.first += out.substr(0, kept);
        ends.last = (ends.last + std::string(out));
        if (ends.last.size() > kept) ends.last.erase(0, ends.last.size() - kept);
    }
    inflateEnd(&stream);
    ends.complete = state == Z_STREAM_END;
    return ends;
}

/// "<?xml …?>\n<worksheet …>…</worksheet>"
bool closes_its_root(const Ends& ends) {
    std::size_t open =
        ends.first.find('<', ends.first.find("?>") == std::string::npos ? 0 : ends.first.find("?>"));
    if (!ends.complete || open == std::string::npos) return false;
    ++open;
    const std::string name = ends.first.substr(open, ends.first.find_first_of(" >/", open) - open);
    std::string last = ends.last;
    while (!last.empty() && (last.back() == '\n' || last.back() == ' '))
        last.pop_back();
    return last.ends_with("</" + name + '>') || last.ends_with("/>");
}

} // namespace

bool is_whole(std::string_view zip) {
    constexpr std::size_t end_size = 22, entry_size = 46, local_size = 30;
    const std::size_t end = zip.rfind("PK\x05\x06");
    if (end == std::string_view::npos || end + end_size > zip.size()) return false;
    const std::size_t entries = number_at(zip, end + 10, 2);
    std::size_t at = number_at(zip, end + 16, 4);
    for (std::size_t i = 0; i < entries; ++i) {
        if (at + entry_size > zip.size() || !zip.substr(at).starts_with("PK\x01\x02")) return false;
        const std::size_t packed = number_at(zip, at + 20, 4);
        const std::size_t local = number_at(zip, at + 42, 4);
        if (local + local_size > zip.size()) return false;
        const std::size_t data =
            local + local_size + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
        if (data + packed > zip.size() || !closes_its_root(inflated_ends(zip.substr(data, packed))))
            return false;
        at +=
            entry_size + number_at(zip, at + 28, 2) + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    }
    return entries > 0;
}

} // namespace plumbline::report::xlsx
