#pragma once

/// The rows of an SSDA903 return as the XML and the CSV form alike give them.

#include "exports/account.hpp"

#include <string>
#include <vector>

namespace plumbline::exports {

struct Row {
    Record record;                        // where it stands, and whose it is
    std::string from, to;                 // DECOM and DEC, MIS_START and MIS_END, REVIEW; as written
    std::string code;                     // REVIEW_CODE, MISSING, RNE
    std::string legal, placement, reason; // LS, PLACE or PL, REC: of episodes
};

struct ChildRows {
    Record record;
    std::string sex, born, ethnicity;
    std::vector<Row> episodes, reviews, missing;
};

struct ReturnRows {
    std::vector<ChildRows> children; // in the order of the return
    Account account;                 // of what is skipped whoever it is about
};

ReturnRows read_ssda903_xml(const std::string& file);
ReturnRows read_ssda903_csv(const std::string& folder);

} // namespace plumbline::exports
