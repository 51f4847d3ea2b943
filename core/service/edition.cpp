#include "service/edition.hpp"

#include "base/hash.hpp"
#include "base/user_error.hpp"
#include "base/version.hpp"
#include "engine/checker.hpp"
#include "engine/examples.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace plumbline::service {

namespace {

constexpr std::size_t fingerprint_digits = 16;

standard::RuleSet load(const engine::Workspace& workspace, const std::string& name) {
    standard::RuleSet rule_set = workspace.library().load(name);
    if (rule_set.rules.empty())
        throw UserError(FilePosition{rule_set.file.string(), 0, 0},
                        "the rule set has no rules, so nothing can be judged");
    return rule_set;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>{in}, {}};
    if (!in || in.bad()) throw UserError({file.generic_string(), 0, 0}, "cannot be read");
    return content;
}

std::string fingerprint_of(const report::Receipt& receipt, const std::filesystem::path& statutory) {
    Hash hash;
    hash.add(receipt.plumbline);
    hash.add(receipt.rule_set);
    hash.add(receipt.rule_set_hash);
    for (const report::Receipt::UsedPlugin& plugin : receipt.plugins) {
        hash.add(plugin.id);
        hash.add(plugin.hash);
    }
    hash.add(receipt.calendar);
    hash.add(content_of(statutory));
    return hash.digest().substr(0, fingerprint_digits);
}

} // namespace

Edition::Edition(engine::Installation installation, const std::string& rule_set)
    : workspace_(std::move(installation)), rule_set_(load(workspace_, rule_set)),
      lookups_(workspace_.catalogue(), rule_set_), asker_(workspace_.catalogue()),
      fingerprint_(fingerprint_of(receipt(Date{}), workspace_.installation().statutory())) {}

report::Receipt Edition::receipt(Date as_of) const {
    return report::make_receipt(version(), as_of, rule_set_, workspace_.catalogue(),
                                calendar::WorkingDays::england());
}

void try_out(const Edition& edition) {
    engine::Settings settings;
    settings.as_of = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    engine::Checker checker(edition.foundation(), edition.lookups(), settings);
    std::set<const lua::Plugin*> plugins;
    for (const engine::Lookup& lookup : edition.lookups().all())
        plugins.insert(lookup.plugin);
    for (const lua::Plugin* plugin : plugins)
        for (const engine::Example& example : engine::examples_of(*plugin)) {
            plan::Input input;
            input.source = example.source;
            const judgement::PlanResult result = checker.check_alone(input);
            for (const judgement::Judgement& judged : result.judgements)
                if (judged.failure != judgement::Failure::none)
                    throw UserError(FilePosition{example.source.file, example.source.line, 0},
                                    judged.plugin + '/' + judged.criterion +
                                        " failed on this example: " + judged.reason);
        }
}

} // namespace plumbline::service
