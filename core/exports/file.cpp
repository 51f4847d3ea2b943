#include "exports/file.hpp"

#include "base/user_error.hpp"
#include "plan/byte_stream.hpp"

namespace plumbline::exports {

std::string read_file(const std::string& path) {
    plan::FileStream stream(path);
    std::string text;
    while (stream.read(text)) {
    }
    if (!stream.problem().empty()) throw UserError({path, 0, 0}, stream.problem());
    return text;
}

void parse_xml(tinyxml2::XMLDocument& document, const std::string& text, const std::string& file,
               std::string_view root) {
    document.Parse(text.data(), text.size());
    if (document.Error())
        throw UserError({file, static_cast<std::uint32_t>(document.ErrorLineNum()), 0},
                        "not well-formed XML; expected an export with the root element <" +
                            std::string(root) + ">");
    const tinyxml2::XMLElement* const found = document.RootElement();
    const std::string name = found == nullptr ? "nothing" : "<" + std::string(found->Name()) + ">";
    if (found == nullptr || found->Name() != root)
        throw UserError({file, found == nullptr ? 1U : static_cast<std::uint32_t>(found->GetLineNum()), 0},
                        "the root element is " + name + "; expected <" + std::string(root) + ">");
}

std::string text_of(const tinyxml2::XMLElement& parent, const char* name) {
    const tinyxml2::XMLElement* const element = parent.FirstChildElement(name);
    const char* const text = element == nullptr ? nullptr : element->GetText();
    if (text == nullptr) return {};
    const std::string_view all = text;
    const std::size_t first = all.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(all.substr(first, all.find_last_not_of(" \t\r\n") - first + 1));
}

void each(const tinyxml2::XMLElement& parent, const char* name,
          const std::function<void(const tinyxml2::XMLElement&)>& take) {
    for (const auto* element = parent.FirstChildElement(name); element != nullptr;
         element = element->NextSiblingElement(name))
        take(*element);
}

Record record_of(const tinyxml2::XMLElement& element, const std::string& file, const std::string& child) {
    return {file, static_cast<std::uint32_t>(element.GetLineNum()), element.Name(), child, false, {}};
}

} // namespace plumbline::exports
