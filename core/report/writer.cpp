#include "report/writer.hpp"

#include "base/user_error.hpp"
#include "lua/data.hpp"
#include "report/json_writer.hpp"
#include "report/text_writer.hpp"

namespace plumbline::report {

const std::vector<std::string>& formats() {
    static const std::vector<std::string> names{"json", "jsonl", "text"};
    return names;
}

std::unique_ptr<Writer> make_writer(const std::string& format, std::ostream& stream, const Options& options) {
    if (format == "json") return std::make_unique<JsonWriter>(stream, options);
    if (format == "jsonl") return std::make_unique<JsonLinesWriter>(stream, options);
    if (format == "text") return std::make_unique<TextWriter>(stream, options);
    const auto near = lua::nearest(format, formats());
    throw UserError("no format \"" + format + "\"" +
                    (near ? "; did you mean \"" + *near + "\"?" : "; expected json, jsonl or text"));
}

} // namespace plumbline::report
