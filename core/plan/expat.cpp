#include "plan/expat.hpp"

#include "base/user_error.hpp"
#include "plan/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace plumbline::plan {

namespace {

struct Witness {
    XML_Parser parser;
    Diagnosis diagnosis;
    std::vector<OpenElement> open;
    bool doctype = false;

    std::size_t offset() const { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser)); }

    void refuse(std::string message) {
        diagnosis.fault = Fault{offset(), std::move(message)};
        XML_StopParser(parser, XML_FALSE);
    }
};

Witness& witness_of(void* user) {
    return *static_cast<Witness*>(user);
}

void on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
    Witness& witness = witness_of(user);
    witness.open.push_back({name, witness.offset()});
    if (witness.open.size() != 1) return;
    for (; *attributes != nullptr; attributes += 2) {
        const std::string_view attribute = attributes[0];
        const std::string_view value = attributes[1];
        if (attribute == "id") witness.diagnosis.id = value;
        int number = 0;
        if (attribute != "version") continue;
        if (std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc{})
            witness.diagnosis.version = number;
    }
}

void on_end(void* user, const XML_Char* /*name*/) {
    witness_of(user).open.pop_back();
}

void on_doctype(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/,
                const XML_Char* /*public_id*/, int /*has_internal_subset*/) {
    witness_of(user).doctype = true;
    XML_StopParser(witness_of(user).parser, XML_FALSE);
}

void on_declaration(void* user, const XML_Char* /*version*/, const XML_Char* encoding, int /*standalone*/) {
    if (encoding != nullptr && !is_readable_encoding(encoding))
        witness_of(user).refuse(encoding_refused(encoding));
}

std::string tag(std::string_view before, std::string_view name) {
    return std::string(before) + utf8::shortened(name, 40) + '>';
}

std::string opened(const OpenElement& element, const LineOf& line_of) {
    return tag("<", element.name) + ", opened on line " + std::to_string(line_of(element.offset));
}

std::string_view name_at(std::string_view bytes, std::size_t offset) {
    const std::string_view rest = bytes.substr(std::min(offset, bytes.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n/>"));
}

/// "A & E" and "A&E": expat stops behind the ampersand in the first, at it in the second.
std::optional<std::size_t> lone_ampersand(std::string_view bytes, std::size_t offset) {
    if (offset < bytes.size() && bytes[offset] == '&') return offset;
    const std::size_t before = bytes.substr(0, std::min(offset, bytes.size())).find_last_of('&');
    if (before == std::string_view::npos) return std::nullopt;
    const std::string_view between = bytes.substr(before + 1, offset - before - 1);
    const bool name = std::all_of(between.begin(), between.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '#' ||
               static_cast<unsigned char>(c) >= 0x80;
    });
    return name ? std::optional(before) : std::nullopt;
}

/// expat names a place inside these; their start is easier to find.
std::size_t start_before(std::string_view opening, std::size_t offset, std::string_view bytes) {
    const std::size_t start = bytes.rfind(opening, offset);
    return start == std::string_view::npos ? offset : start;
}

} // namespace

Fault in_words(XML_Error error, std::size_t offset, std::string_view bytes,
               const std::vector<OpenElement>& open, const LineOf& line_of) {
    const bool at_end = offset >= bytes.size();
    switch (error) {
    case XML_ERROR_TAG_MISMATCH: {
        // expat names the place behind "</".
        const std::size_t start = offset >= 2 ? offset - 2 : offset;
        return {start, tag("</", name_at(bytes, offset)) + " does not close " + opened(open.back(), line_of) +
                           "; expected " + tag("</", open.back().name)};
    }
    case XML_ERROR_NO_ELEMENTS:
        if (open.empty()) return {offset, "no element; expected a <plan>"};
        return {offset, "the file ends before " + opened(open.back(), line_of) + ", is closed"};
    case XML_ERROR_UNDEFINED_ENTITY:
    case XML_ERROR_BAD_CHAR_REF:
        return {
            offset,
            "'&' begins no reference that XML knows; write '&amp;' for the sign itself, or the character"};
    case XML_ERROR_INVALID_TOKEN:
        if (const auto ampersand = lone_ampersand(bytes, offset))
            return {*ampersand, "'&' stands alone; write '&amp;'"};
        if (!at_end && utf8::character_size(bytes.substr(offset)) == 0)
            return {offset, "a byte that is not UTF-8; expected UTF-8 (was the file saved as Windows-1252?)"};
        if (offset > 0 && bytes[offset - 1] == '<') --offset;
        if (offset < bytes.size() && bytes[offset] == '<')
            return {offset, "'<' where no tag can start; write '&lt;' for the sign itself"};
        return {offset, "not well-formed XML: a character that cannot stand here"};
    case XML_ERROR_SYNTAX:
        return {offset, "text before the root element; expected <plan>"};
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return {offset, "text or another element after the end of the root element; expected one root"};
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
        return {offset, "the same attribute twice in one tag"};
    case XML_ERROR_UNCLOSED_TOKEN:
        return {offset, "the file ends inside the tag or comment that starts here"};
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
        return {start_before("<![CDATA[", offset, bytes),
                "the file ends inside the CDATA section that starts here"};
    default:
        return {offset, std::string("not well-formed XML: ") + XML_ErrorString(error)};
    }
}

ExpatParser make_expat_parser() {
    ExpatParser parser(XML_ParserCreate("UTF-8"));
    if (!parser) throw std::bad_alloc();
    return parser;
}

bool is_readable_encoding(std::string_view name) {
    std::string upper;
    for (const char c : name)
        upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return upper == "UTF-8" || upper == "UTF8" || upper == "US-ASCII" || upper == "ASCII";
}

std::string encoding_refused(std::string_view name) {
    return "the encoding '" + utf8::shortened(name, 40) + "'; expected UTF-8";
}

Diagnosis diagnose(std::string_view bytes, const LineOf& line_of) {
    const ExpatParser parser = make_expat_parser();
    Witness witness{parser.get(), {}, {}, false};
    XML_SetUserData(parser.get(), &witness);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    XML_SetXmlDeclHandler(parser.get(), on_declaration);
    const auto status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (witness.doctype) {
        const std::size_t start = start_before("<!", witness.offset(), bytes);
        witness.diagnosis.fault = Fault{start, std::string(doctype_refused)};
    }
    if (status == XML_STATUS_ERROR && !witness.diagnosis.fault)
        witness.diagnosis.fault =
            in_words(XML_GetErrorCode(parser.get()), witness.offset(), bytes, witness.open, line_of);
    return std::move(witness.diagnosis);
}

} // namespace plumbline::plan
