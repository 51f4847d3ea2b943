#include "http/problem.hpp"

#include "report/json.hpp"

namespace plumbline::http {

namespace {

constexpr const char* media = "application/problem+json";

report::Json object(unsigned status, const std::string& kind, const std::string& detail) {
    return {{"type", "urn:plumbline:problem:" + kind},
            {"title", phrase_of(status)},
            {"status", status},
            {"detail", detail}};
}

Reply reply_with(unsigned status, const report::Json& json) {
    Reply reply;
    reply.status = status;
    reply.type = media;
    reply.body = report::dump(json) + '\n';
    return reply;
}

} // namespace

Reply problem(unsigned status, const std::string& kind, const std::string& detail) {
    return reply_with(status, object(status, kind, detail));
}

Reply unreadable(const std::vector<plan::Problem>& problems) {
    const plan::Problem& first = problems.front();
    report::Json json = object(400, "unreadable-plan",
                               "line " + std::to_string(first.line) + ", column " +
                                   std::to_string(first.column) + ": " + first.message);
    json["line"] = first.line;
    json["column"] = first.column;
    json["problems"] = report::Json::array();
    for (const plan::Problem& one : problems)
        json["problems"].push_back({{"line", one.line}, {"column", one.column}, {"message", one.message}});
    return reply_with(400, json);
}

} // namespace plumbline::http
