#include "train/examples.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace plumbline::training {
namespace {

using nlohmann::json;

std::ifstream open(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw UserError({path}, "cannot be opened");
    return in;
}

/// "7y", "5m", "6w", "unborn".
text::Surroundings surroundings(const std::string& age) {
    text::Surroundings around;
    if (age == "unborn") around.unborn = true;
    if (age.empty() || around.unborn) return around;
    const double number = std::stod(age);
    around.child_age = age.back() == 'y' ? number : age.back() == 'm' ? number / 12 : number / 52;
    return around;
}

/// Which parts a contingency has whose label says only whether it has both.
std::map<std::string, std::string> contingency_parts(const std::string& root) {
    std::map<std::string, std::string> parts;
    auto in = open(root + "/tools/train/wording/contingency_parts.tsv");
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line.front() != '#')
            parts[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
    return parts;
}

bool label(const json& item, const std::string& field, const std::map<std::string, std::string>& parts) {
    if (item.contains(field)) return item.at(field).get<bool>();
    if (item.at("ok").get<bool>()) return true;
    const auto found = parts.find(item.at("id").get<std::string>());
    const char wanted = field == "trigger" ? 'T' : 'R';
    return found != parts.end() && found->second.find(wanted) != std::string::npos;
}

Example example(const json& item) {
    Example made;
    made.id = item.at("id").get<std::string>();
    made.text =
        item.contains("text") ? item.at("text").get<std::string>() : item.at("action").get<std::string>();
    made.need = item.value("need", "");
    made.around = surroundings(item.value("age", ""));
    made.arguable = item.value("arguable", false);
    made.difficulty = item.value("difficulty", "");
    made.why = item.value("why", "");
    return made;
}

template <class Take>
void each_item(const std::string& path, Take take) {
    auto in = open(path);
    FilePosition at{path};
    for (std::string line; std::getline(in, line);) {
        ++at.line;
        if (line.empty()) continue;
        try {
            take(json::parse(line));
        } catch (const json::exception& error) {
            throw UserError(at, error.what());
        }
    }
}

} // namespace

const std::vector<Criterion>& criteria() {
    static const auto all = [] {
        const auto made = [](const char* name, const char* file, const char* field, char letter,
                             const char* weights) {
            return Criterion{name,
                             std::string("fixtures/labelled/") + file + ".jsonl",
                             field,
                             std::string("tools/train/wording/") + file + ".tsv",
                             letter,
                             std::string("plugins/") + weights + ".tsv",
                             std::string_view(name) == "trigger" ? "GEHIF" : ""};
        };
        return std::vector<Criterion>{
            made("specific", "targets", "specific", 'S', "smart-targets/models/specific"),
            made("measurable", "targets", "measurable", 'M', "smart-targets/models/measurable"),
            made("trigger", "contingency", "trigger", 'T', "contingency/models/trigger"),
            made("response", "contingency", "response", 'R', "contingency/models/response"),
            made("considered", "diversity", "ok", 'O', "diversity/models/considered"),
            made("own-views", "voice", "ok", 'O', "child-voice/models/own-views"),
            made("linked", "linkage", "linked", 'O', "smart-targets/models/linked"),
        };
    }();
    return all;
}

const Criterion& criterion(std::string_view name) {
    const auto found = std::ranges::find(criteria(), name, &Criterion::name);
    if (found == criteria().end()) throw UserError("there is no criterion \"" + std::string(name) + "\"");
    return *found;
}

std::vector<Example> labelled(const Criterion& criterion, const std::string& root) {
    const bool parts = criterion.field == "trigger" || criterion.field == "response";
    const auto part_labels = parts ? contingency_parts(root) : std::map<std::string, std::string>{};
    std::vector<Example> examples;
    each_item(root + '/' + criterion.labels, [&](const json& item) {
        Example made = example(item);
        made.met = label(item, criterion.field, part_labels);
        if (criterion.labels.find("voice") == std::string::npos) made.around = {};
        examples.push_back(std::move(made));
    });
    return examples;
}

std::vector<Example> own_wording(const Criterion& criterion, const std::string& root) {
    const std::string path = root + '/' + criterion.wording;
    auto in = open(path);
    FilePosition at{path};
    std::vector<Example> examples;
    for (std::string line; std::getline(in, line);) {
        ++at.line;
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string> fields;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            fields.push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        if (fields.size() < 2 || fields[0].size() != 2)
            throw UserError(at, "expected a label of two letters, a tab and a text");
        if (fields[0].front() == '?' && criterion.name == "specific") continue; // a measure names no act
        Example made;
        made.met = fields[0].find(criterion.letter) != std::string::npos && fields[0] != "NO";
        if (criterion.name == "linked") {
            if (fields.size() != 3) throw UserError(at, "expected a label, a need and an action");
            made.need = fields[1];
            made.text = fields[2];
        } else {
            made.text = fields[1];
            made.around = surroundings(fields.size() > 2 ? fields[2] : "");
        }
        examples.push_back(std::move(made));
    }
    return examples;
}

std::vector<Example> plain_good(std::string_view check, const std::string& root) {
    std::vector<Example> examples;
    each_item(root + "/fixtures/labelled/plain_good.jsonl", [&](const json& item) {
        if (item.at("check").get<std::string>() != check) return;
        examples.push_back(example(item));
        examples.back().met = true;
        if (check != "child-voice") examples.back().around = {};
    });
    return examples;
}

bool is_first_source(const Example& example) {
    return example.id.size() > 1 && example.id[1] >= '0' && example.id[1] <= '9';
}

} // namespace plumbline::training
