// Trains the models of the text criteria and writes their weights files.
//
//     train_models                  trains all and writes plugins/*/models/*.tsv
//     train_models specific         only these (trigger and response go together)
//     train_models --names [link]   the features of texts read from standard input ("age<TAB>text",
//     "need<TAB>action")

#include "base/user_error.hpp"
#include "train/measure.hpp"

#include <algorithm>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

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
    const auto write = [&](const training::Criterion& criterion, const training::Measured& measured) {
        const std::filesystem::path path = root + '/' + criterion.weights;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream out(path);
        out << training::weights_file(criterion, root, *classes, measured);
        if (!out.flush()) throw UserError({path.string()}, "cannot be written");
        std::cout << criterion.weights << '\n';
    };
    if (wanted("trigger") || wanted("response")) {
        const auto [trigger, response] = training::measure_contingency(root, *classes);
        write(training::criterion("trigger"), trigger);
        write(training::criterion("response"), response);
    }
    for (const auto& criterion : training::criteria())
        if (wanted(criterion.name) && criterion.name != "trigger" && criterion.name != "response")
            write(criterion, training::measure(criterion, root, *classes));
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
