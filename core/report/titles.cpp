#include "report/titles.hpp"

#include "report/text_names.hpp"

namespace plumbline::report {

Titles::Titles(const lua::Catalogue& catalogue) {
    for (const lua::Plugin& plugin : catalogue.plugins()) {
        set_plugin(plugin.id, plugin.title);
        for (const lua::Criterion& criterion : plugin.criteria)
            set_criterion(plugin.id, criterion.id, criterion.title);
    }
}

std::string Titles::plugin(const std::string& plugin) const {
    const auto found = plugins_.find(plugin);
    return found == plugins_.end() ? spaced(plugin) : found->second;
}

std::string Titles::criterion(const std::string& plugin, const std::string& criterion) const {
    const auto found = criteria_.find({plugin, criterion});
    return found == criteria_.end() ? spaced(plugin) + ": " + spaced(criterion) : found->second;
}

} // namespace plumbline::report
