// How right the text checks are, by cross-validation on the labelled wording.
//
//     accuracy                    tables and confusions
//     accuracy --markdown         docs/accuracy.md
//     accuracy --record           the figures that --gate holds later runs against
//     accuracy --write            the tables, and both files in their places, in one run
//     accuracy --gate FILE        exit 1 when a criterion is below its recorded figure

#include "accuracy_report.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace {

using namespace plumbline;
using namespace plumbline::bench;

int run(const std::vector<std::string>& arguments) {
    const std::string root = PLUMBLINE_SOURCE_DIR;
    const auto wants = [&](std::string_view option) {
        return std::ranges::find(arguments, option) != arguments.end();
    };
    const auto results = measure_all(root);
    if (wants("--markdown")) {
        write_markdown(std::cout, results);
        return 0;
    }
    if (wants("--record")) {
        write_figures(std::cout, results);
        return 0;
    }
    if (wants("--write")) {
        std::ofstream page(root + "/docs/accuracy.md"), figures(root + "/tests/bench/accuracy.tsv");
        write_markdown(page, results);
        write_figures(figures, results);
        if (!page.flush() || !figures.flush())
            throw UserError({root}, "docs/accuracy.md or the figures cannot be written");
    }
    if (const auto gate = std::ranges::find(arguments, "--gate"); gate != arguments.end()) {
        if (gate + 1 == arguments.end()) throw UserError("--gate needs the file of recorded figures");
        return below_recorded(std::cout, results, *(gate + 1)) ? 1 : 0;
    }
    write_tables(std::cout, results);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "accuracy: " << error.what() << '\n';
        return 2;
    }
}
