#include "host/command.hpp"

#include "base/user_error.hpp"
#include "exports/cin_census.hpp"
#include "exports/ssda903.hpp"
#include "report/output.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

namespace plumbline::host {

namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string path, target, as_of;
    bool json = false, all = false;
};

using Importer = exports::Import (*)(const std::string&, std::optional<Date>);

std::optional<Date> as_of_day(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto date = parse_iso_date(text);
    if (!date) throw UserError("--as-of '" + text + "' is not a date; expected one such as 2024-03-31");
    return date;
}

bool is_folder(const std::string& target) {
    std::error_code ignored;
    return target.ends_with('/') || fs::is_directory(target, ignored);
}

/// A child's id as a file name: what a file system may not like becomes "_".
std::string file_name(const std::string& id) {
    std::string name = id;
    std::replace_if(
        name.begin(), name.end(),
        [](unsigned char character) {
            return std::isalnum(character) == 0 && character != '-' && character != '_';
        },
        '_');
    return name;
}

void put_container(std::ostream& out, const std::vector<const exports::Document*>& documents) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plans>\n";
    for (const exports::Document* document : documents)
        out << exports::to_xml(*document) << '\n';
    out << "</plans>\n";
}

void write_file(const std::string& target, const std::vector<const exports::Document*>& documents) {
    report::Output output(target);
    put_container(output.stream(), documents);
    output.commit();
}

void write_folder(const fs::path& folder, const exports::Import& import) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw UserError({folder.string(), 0, 0}, "cannot be made: " + error.message());
    std::map<std::string, std::vector<const exports::Document*>> children;
    for (const exports::Document& document : import.documents)
        children[file_name(document.child)].push_back(&document);
    for (const auto& [name, documents] : children)
        write_file((folder / (name + ".xml")).string(), documents);
}

void write_documents(const std::string& target, const exports::Import& import) {
    if (is_folder(target)) return write_folder(target, import);
    std::vector<const exports::Document*> all;
    for (const exports::Document& document : import.documents)
        all.push_back(&document);
    write_file(target, all);
}

ExitCode run(const Arguments& arguments, Importer importer) {
    const exports::Import import = importer(arguments.path, as_of_day(arguments.as_of));
    write_documents(arguments.target, import);
    // the account goes where the documents do not
    std::ostream& out = arguments.target == "-" ? std::cerr : std::cout;
    if (arguments.json)
        exports::write_json(out, import.account, import.documents.size());
    else
        exports::write_text(out, import.account, import.documents.size(), arguments.all);
    return ExitCode::clear;
}

void define(CLI::App& command, const std::string& name, const std::string& help, const std::string& path_help,
            Importer importer, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* const one = command.add_subcommand(name, help);
    one->add_option("export", arguments->path, path_help)->required();
    one->add_option(
           "-o,--output", arguments->target,
           "where the plan documents go: a file takes them all, a folder one file a child, - standard output")
        ->required();
    one->add_option("--as-of", arguments->as_of, "up to which day the export tells, such as 2024-03-31");
    one->add_flag("--json", arguments->json, "the account of every record as JSON");
    one->add_flag("--all", arguments->all, "list every record that was skipped");
    one->footer("Example:\n  plumbline import " + name +
                " export.xml -o plans.xml\n"
                "  plumbline check plans.xml --rule-set dates\n\n"
                "Every record is accounted for: imported, or skipped with the reason and its line.");
    one->callback([arguments, importer, &chosen] {
        chosen = [arguments, importer] { return run(*arguments, importer); };
    });
}

} // namespace

void define_import(CLI::App& program, const Common& /*common*/, Chosen& chosen) {
    CLI::App* const command =
        program.add_subcommand("import", "make plan documents of what recording systems already export");
    command->require_subcommand(1);
    define(*command, "cin-census", "the children in need census (XML)", "the census file",
           &exports::import_cin_census, chosen);
    define(*command, "ssda903",
           "the looked-after children return SSDA903 (XML, or a folder of its CSV tables)",
           "the file, or the folder", &exports::import_ssda903, chosen);
}

} // namespace plumbline::host
