// Trains the models of the text criteria and writes their weights files.
//
//     train_models                  trains all and writes plugins/*/models/*.tsv and the defaults of the
//     thresholds train_models specific         only these (trigger and response go together) train_models
//     --names [link]   the features of texts read from standard input ("age<TAB>text", "need<TAB>action")

#include "base/user_error.hpp"
#include "train/measure.hpp"

#include <algorithm>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace {

using namespace plumbline;

void print_names(const text::WordClasses& classes, bool link) {
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string before = line.substr(0, tab);
        const auto after = text::read(line.substr(std::min(tab + 1, line.size())));
        text::Surroundings around;
        around.unborn = before == "unborn";
        if (!link && !around.unborn && !before.empty()) around.child_age = std::stod(before);
        const auto names = link ? text::feature_names(text::read(before), after, classes)
                                : text::feature_names(after, classes, around);
        for (const auto& name : names)
            std::cout << name << '\t';
        std::cout << '\n';
    }
}

std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw UserError({path.string()}, "cannot be opened");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out.flush()) throw UserError({path.string()}, "cannot be written");
}

/// The plugin's parameters "own_views_not_met_below" and "own_views_met_above" start from what was chosen
/// here.
void write_defaults(const std::string& root, const training::Criterion& criterion,
                    const training::Thresholds& thresholds) {
    const auto plugin =
        std::filesystem::path(root + '/' + criterion.weights).parent_path().parent_path() / "plugin.lua";
    std::string name(criterion.name);
    std::ranges::replace(name, '-', '_');
    std::string text = contents(plugin);
    for (const auto& [ending, value] : {std::pair{"_not_met_below", thresholds.not_met_below},
                                        std::pair{"_met_above", thresholds.met_above}}) {
        const std::string before = name + ending + " = { type = \"number\", default = ";
        const std::size_t at = text.find(before);
        if (at == std::string::npos) continue; // the plugin decides otherwise
        std::ostringstream number;
        number << value;
        const std::size_t begin = at + before.size();
        text.replace(begin, text.find(',', begin) - begin, number.str());
    }
    write(plugin, text);
}

int run(const std::vector<std::string>& arguments) {
    const std::string root = PLUMBLINE_SOURCE_DIR;
    const char* const folder = std::getenv("PLUMBLINE_WORDS");
    const auto classes = text::WordClasses::from_folder(folder ? folder : root + "/plugins/words");
    if (!arguments.empty() && arguments.front() == "--names") {
        print_names(*classes, arguments.size() > 1);
        return 0;
    }
    const auto wanted = [&](const std::string& name) {
        return arguments.empty() || std::ranges::find(arguments, name) != arguments.end();
    };
    const auto keep = [&](const training::Criterion& criterion, const training::Measured& measured) {
        write(root + '/' + criterion.weights, training::weights_file(criterion, root, *classes, measured));
        write_defaults(root, criterion, measured.thresholds);
        std::cout << criterion.weights << '\n';
    };
    if (wanted("trigger") || wanted("response")) {
        const auto [trigger, response] = training::measure_contingency(root, *classes);
        keep(training::criterion("trigger"), trigger);
        keep(training::criterion("response"), response);
    }
    for (const auto& criterion : training::criteria())
        if (wanted(criterion.name) && criterion.name != "trigger" && criterion.name != "response")
            keep(criterion, training::measure(criterion, root, *classes));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "train_models: " << error.what() << '\n';
        return 2;
    }
}
