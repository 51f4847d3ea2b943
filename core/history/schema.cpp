#include "history/schema.hpp"

#include "base/user_error.hpp"

#include <soci/soci.h>

namespace plumbline::history {

namespace {

const std::vector<std::vector<std::string>>& migrations() {
    static const std::vector<std::vector<std::string>> list{
        {
            "CREATE TABLE batch (id BIGINT PRIMARY KEY, as_of TEXT NOT NULL, rule_set TEXT NOT NULL, "
            "rule_set_hash TEXT "
            "NOT NULL, plumbline TEXT NOT NULL, inputs_hash TEXT NOT NULL, plans BIGINT NOT NULL, judged "
            "BIGINT NOT NULL, "
            "unreadable BIGINT NOT NULL, skipped BIGINT NOT NULL, findings BIGINT NOT NULL, accepted BIGINT "
            "NOT NULL, "
            "could_not_check BIGINT NOT NULL, UNIQUE (inputs_hash, as_of, rule_set))",
            "CREATE TABLE item (batch BIGINT NOT NULL REFERENCES batch (id), number BIGINT NOT NULL, scope "
            "TEXT NOT NULL, "
            "id TEXT NOT NULL, title TEXT NOT NULL, service TEXT NOT NULL, priority TEXT NOT NULL, document "
            "TEXT NOT NULL, "
            "PRIMARY KEY (batch, scope, id))",
            "CREATE TABLE tally (batch BIGINT NOT NULL REFERENCES batch (id), scope TEXT NOT NULL, item TEXT "
            "NOT NULL, team "
            "TEXT NOT NULL, kind TEXT NOT NULL, met BIGINT NOT NULL, not_met BIGINT NOT NULL, needs_a_person "
            "BIGINT NOT "
            "NULL, not_applicable BIGINT NOT NULL, could_not_check BIGINT NOT NULL, PRIMARY KEY (batch, "
            "scope, item, team, "
            "kind))",
            "CREATE TABLE judged_plan (batch BIGINT NOT NULL REFERENCES batch (id), number BIGINT NOT NULL, "
            "plan TEXT NOT "
            "NULL, version BIGINT NOT NULL, kind TEXT NOT NULL, team TEXT NOT NULL, state TEXT NOT NULL, "
            "findings BIGINT "
            "NOT NULL, accepted BIGINT NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (batch, number))",
            "CREATE TABLE finding (batch BIGINT NOT NULL REFERENCES batch (id), number BIGINT NOT NULL, plan "
            "TEXT NOT NULL, "
            "fingerprint TEXT NOT NULL, criterion TEXT NOT NULL, outcome TEXT NOT NULL, message TEXT NOT "
            "NULL, words TEXT "
            "NOT NULL, PRIMARY KEY (batch, number))",
        },
        {
            "CREATE TABLE agreement (sample TEXT NOT NULL, kept_on TEXT NOT NULL, criterion TEXT NOT NULL, "
            "read_by_people "
            "BIGINT NOT NULL, agreed BIGINT NOT NULL, PRIMARY KEY (sample, criterion))",
        },
    };
    return list;
}

/// 0: there is no history here yet.
int version_of(soci::session& sql) {
    sql << "CREATE TABLE IF NOT EXISTS plumbline_history (version INTEGER NOT NULL)";
    int rows = 0;
    sql << "SELECT COUNT(*) FROM plumbline_history", soci::into(rows);
    if (rows == 0) {
        sql << "INSERT INTO plumbline_history (version) VALUES (0)";
        return 0;
    }
    int version = 0;
    sql << "SELECT MAX(version) FROM plumbline_history", soci::into(version);
    return version;
}

} // namespace

int schema_version() {
    return static_cast<int>(migrations().size());
}

const std::vector<std::string>& migration(int version) {
    return migrations().at(static_cast<std::size_t>(version - 1));
}

void migrate(soci::session& sql, const std::string& name) {
    const int found = version_of(sql);
    if (found > schema_version())
        throw UserError({name, 0, 0}, "a newer plumbline made this history (version " +
                                          std::to_string(found) + " of its tables; this one knows " +
                                          std::to_string(schema_version()) + ')');
    for (int version = found + 1; version <= schema_version(); ++version)
        for (const std::string& statement : migration(version))
            sql << statement;
    if (found != schema_version()) sql << "UPDATE plumbline_history SET version = " << schema_version();
}

} // namespace plumbline::history
