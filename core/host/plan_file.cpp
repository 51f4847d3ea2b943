#include "host/plan_file.hpp"

#include "base/user_error.hpp"
#include "plan/inputs.hpp"
#include "plan/read.hpp"
#include "report/text_names.hpp"

#include <optional>
#include <vector>

namespace plumbline::host {

plan::Plan read_one_plan(const std::string& file, const std::string& id) {
    plan::Inputs inputs({file});
    std::optional<plan::Plan> found;
    std::vector<std::string> ids;
    while (const auto input = inputs.next()) {
        if (!input->problem.empty()) continue;
        plan::ReadResult read = plan::read(input->source);
        if (!read.plan) {
            if (id.empty() || read.id == id)
                throw UserError(FilePosition{file, read.errors.front().line, read.errors.front().column},
                                read.errors.front().message);
            continue;
        }
        ids.push_back(read.plan->id);
        if (id.empty() || id == read.plan->id) found = std::move(*read.plan);
    }
    if (ids.empty()) throw UserError(FilePosition{file, 0, 0}, "holds no plan");
    if (!found)
        throw UserError(FilePosition{file, 0, 0}, "has no plan " + id + "; it has " + report::joined(ids));
    if (id.empty() && ids.size() > 1)
        throw UserError(FilePosition{file, 0, 0}, "holds " + std::to_string(ids.size()) +
                                                      " plans; name one with --id: " + report::joined(ids));
    return std::move(*found);
}

} // namespace plumbline::host
