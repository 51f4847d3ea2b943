#include "report/receipt.hpp"

#include <set>

namespace plumbline::report {

Receipt make_receipt(std::string plumbline_version, Date as_of, const standard::RuleSet& rule_set,
                     const lua::Catalogue& catalogue, const calendar::WorkingDays& calendar) {
    Receipt receipt;
    receipt.plumbline = std::move(plumbline_version);
    receipt.as_of = to_iso(as_of);
    receipt.rule_set = rule_set.id;
    receipt.rule_set_title = rule_set.title;
    receipt.rule_set_hash = rule_set.hash;
    receipt.calendar = calendar.version();
    std::set<std::string> used;
    for (const auto& rule : rule_set.rules)
        used.insert(rule.plugin);
    for (const auto& id : used)
        if (const lua::Plugin* plugin = catalogue.find(id))
            receipt.plugins.push_back({plugin->id, plugin->version, plugin->hash});
    return receipt;
}

} // namespace plumbline::report
