#pragma once

/// What the HTML report says of one plan, made beside the checks and put together afterwards.

#include "judgement/judgement.hpp"
#include "report/html/index.hpp"
#include "report/titles.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::report::html {

/// Stands for a page's body until it is known whether that is packed. No escaped text holds it.
inline constexpr char page_body = '\x02';

/// HTML in which `plan_number` stands for the plan's number.
struct Piece {
    /// One thing to change, for the pages of the areas that ask for it.
    struct Said {
        std::string rule;
        std::size_t check = 0;
        std::string advice; // text
        std::string words;  // HTML: message and the words that show it
    };
    std::string name;  // HTML
    std::string row;   // of the list of plans
    std::string page;  // with `page_body` where the body goes; empty for a plan that was not judged
    std::string body;  // findings and text
    std::string brief; // stands for the body where that is packed, with `page_body` where the bytes go
    std::string areas; // a letter for each area: m, n, p, a, c by the plan's outcome; "." not asked
    std::vector<Said> said;
};

std::string to_bytes(const Piece& piece);
Piece from_bytes(std::string_view bytes);

/// The page shows the plan's text where the result has it.
Piece piece_of(const judgement::PlanResult& plan, const Index& index, const Titles& titles);

} // namespace plumbline::report::html
