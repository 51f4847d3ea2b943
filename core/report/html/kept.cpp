#include "report/html/kept.hpp"

#include "report/advice.hpp"

namespace plumbline::report::html {

void Kept::add(const Piece& piece, std::size_t number, const Index& index) {
    for (std::size_t area = 0; area < piece.areas.size(); ++area) {
        if (piece.areas[area] != 'n') continue;
        Unmet& unmet = unmet_.at(area);
        ++unmet.count;
        if (unmet.first.size() < most_unmet) unmet.first.push_back({number, piece.name});
    }
    for (const auto& said : piece.said) {
        if (!said.advice.empty()) {
            const auto [kept, added] = advice_.emplace(said.check, said.advice);
            if (!added) kept->second = shared_advice(kept->second, said.advice);
        }
        for (const std::size_t area : index.areas_of(said.rule)) {
            auto& examples = examples_[{area, said.check}];
            const bool told = !examples.empty() && examples.back().plan == number;
            if (!told && examples.size() < most_examples)
                examples.push_back({number, piece.name, said.words});
        }
    }
}

const std::vector<Kept::Example>& Kept::examples(std::size_t area, std::size_t check) const {
    static const std::vector<Example> none;
    const auto found = examples_.find({area, check});
    return found == examples_.end() ? none : found->second;
}

const std::string& Kept::advice(std::size_t check) const {
    static const std::string none;
    const auto found = advice_.find(check);
    return found == advice_.end() ? none : found->second;
}

} // namespace plumbline::report::html
