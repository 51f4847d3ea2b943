#include "report/writer.hpp"

#include "base/user_error.hpp"
#include "lua/data.hpp"
#include "report/csv_writer.hpp"
#include "report/html/html_writer.hpp"
#include "report/json_writer.hpp"
#include "report/junit_writer.hpp"
#include "report/markdown_writer.hpp"
#include "report/redacting_writer.hpp"
#include "report/sarif_writer.hpp"
#include "report/text_names.hpp"
#include "report/text_writer.hpp"
#include "report/xlsx_writer.hpp"

#include <utility>

namespace plumbline::report {

namespace {

using Make = std::unique_ptr<Writer> (*)(std::ostream& stream, const Options& options);

template <typename Format>
std::unique_ptr<Writer> made(std::ostream& stream, const Options& options) {
    return std::make_unique<Format>(stream, options);
}

const std::vector<std::pair<std::string, Make>>& makers() {
    static const std::vector<std::pair<std::string, Make>> list{
        {"text", made<TextWriter>},   {"markdown", made<MarkdownWriter>}, {"html", made<html::HtmlWriter>},
        {"xlsx", made<XlsxWriter>},   {"csv", made<CsvWriter>},           {"csv-areas", made<CsvAreasWriter>},
        {"json", made<JsonWriter>},   {"jsonl", made<JsonLinesWriter>},   {"sarif", made<SarifWriter>},
        {"junit", made<JunitWriter>},
    };
    return list;
}

} // namespace

const std::vector<std::string>& formats() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const auto& [name, make] : makers())
            out.push_back(name);
        return out;
    }();
    return names;
}

std::unique_ptr<Writer> make_writer(const std::string& format, std::ostream& stream, const Options& options) {
    for (const auto& [name, make] : makers()) {
        if (name != format) continue;
        auto writer = make(stream, options);
        if (options.evidence == Evidence::full) return writer;
        return std::make_unique<RedactingWriter>(std::move(writer));
    }
    const auto near = lua::nearest(format, formats());
    throw UserError("no format \"" + format + "\"" +
                    (near ? "; did you mean \"" + *near + "\"?" : "; expected one of " + joined(formats())));
}

} // namespace plumbline::report
