#pragma once

/// What the pages about areas need of the plans that went by: a few examples, not the plans.

#include "report/html/index.hpp"
#include "report/html/piece.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumbline::report::html {

class Kept {
public:
    struct Example {
        std::size_t plan = 0;
        std::string name, words; // HTML
    };
    struct Plan {
        std::size_t plan = 0;
        std::string name; // HTML
    };
    /// Plans that do not meet an area: the first ones, and how many there are.
    struct Unmet {
        std::vector<Plan> first;
        std::size_t count = 0;
    };

    /// Examples for one check of one area, and plans listed for one area.
    static constexpr std::size_t most_examples = 3, most_unmet = 200;

    explicit Kept(const Index& index) : unmet_(index.areas()) {}

    void add(const Piece& piece, std::size_t number, const Index& index);

    const std::vector<Example>& examples(std::size_t area, std::size_t check) const;
    const Unmet& unmet(std::size_t area) const { return unmet_.at(area); }
    /// How to word what this check asks for: what the advice of its findings has in common.
    const std::string& advice(std::size_t check) const;

private:
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Example>> examples_; // area, check
    std::map<std::size_t, std::string> advice_;
    std::vector<Unmet> unmet_;
};

} // namespace plumbline::report::html
