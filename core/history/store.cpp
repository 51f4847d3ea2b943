#include "history/store.hpp"

#include "base/user_error.hpp"
#include "history/schema.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <filesystem>

namespace plumbline::history {

namespace {

bool is_postgresql(const std::string& where) {
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

/// The URL without user and password.
std::string shown_name(const std::string& where) {
    const auto at = where.rfind('@');
    if (!is_postgresql(where) || at == std::string::npos) return where.substr(0, where.find('?'));
    const std::string rest = where.substr(at + 1);
    return "postgresql://" + rest.substr(0, rest.find('?'));
}

/// On one line: what a driver says has several.
std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\t', ' ');
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

long long number(std::size_t value) {
    return static_cast<long long>(value);
}

std::size_t count(long long value) {
    return value < 0 ? 0 : static_cast<std::size_t>(value);
}

/// The columns that a figure is about.
std::string key_of(By by) {
    switch (by) {
    case By::criterion:
    case By::area:
        return "item";
    case By::team:
        return "team";
    case By::kind:
        return "kind";
    case By::all:
        break;
    }
    return "''";
}

void open_postgresql(soci::session& sql, const std::string& url) {
    sql.open(soci::postgresql, url);
    sql << "SET client_min_messages TO WARNING"; // its notices would go to standard error
}

} // namespace

struct Store::Connection {
    std::string name;
    soci::session sql;
};

/// One transaction; what the database says against it is the user's to put right.
template <typename Work>
auto Store::within(const Work& work) {
    try {
        soci::transaction transaction(connection_->sql);
        auto result = work(connection_->sql);
        transaction.commit();
        return result;
    } catch (const soci::soci_error& error) {
        throw UserError({connection_->name, 0, 0}, "the history: " + one_line(error.get_error_message()));
    }
}

Store::Store(const std::string& where, bool existing) : connection_(std::make_unique<Connection>()) {
    connection_->name = shown_name(where);
    if (existing && !is_postgresql(where) && !std::filesystem::exists(where))
        throw UserError({where, 0, 0}, "there is no such history; 'plumbline check ... --history' makes one");
    try {
        if (is_postgresql(where))
            open_postgresql(connection_->sql, where);
        else
            connection_->sql.open(soci::sqlite3, "dbname=\"" + where + "\" timeout=10");
    } catch (const soci::soci_error& error) {
        throw UserError({connection_->name, 0, 0},
                        "the history cannot be opened: " + one_line(error.get_error_message()));
    }
    within([&](soci::session& sql) {
        migrate(sql, connection_->name);
        return 0;
    });
}

Store::~Store() = default;

namespace {

std::int64_t number_for(soci::session& sql, const Batch& batch) {
    long long id = 0;
    soci::indicator found = soci::i_null;
    sql << "SELECT MAX(id) FROM batch WHERE inputs_hash = :hash AND as_of = :day AND rule_set = :set",
        soci::into(id, found), soci::use(batch.inputs_hash), soci::use(batch.as_of),
        soci::use(batch.rule_set);
    if (found == soci::i_ok) {
        for (const char* table : {"finding", "judged_plan", "tally", "item"})
            sql << "DELETE FROM " << table << " WHERE batch = " << id;
        sql << "DELETE FROM batch WHERE id = " << id;
        return id;
    }
    sql << "SELECT COALESCE(MAX(id), 0) + 1 FROM batch", soci::into(id);
    return id;
}

void save_head(soci::session& sql, const Batch& batch, long long id) {
    const long long plans = number(batch.plans);
    const long long judged = number(batch.judged);
    const long long unreadable = number(batch.unreadable);
    const long long skipped = number(batch.skipped);
    const long long findings = number(batch.findings);
    const long long accepted = number(batch.accepted);
    const long long unknown = number(batch.could_not_check);
    sql << "INSERT INTO batch (id, as_of, rule_set, rule_set_hash, plumbline, inputs_hash, plans, judged, "
           "unreadable, "
           "skipped, findings, accepted, could_not_check) VALUES (:id, :day, :set, :sethash, :program, "
           ":inputs, :plans, "
           ":judged, :unreadable, :skipped, :findings, :accepted, :unknown)",
        soci::use(id), soci::use(batch.as_of), soci::use(batch.rule_set), soci::use(batch.rule_set_hash),
        soci::use(batch.plumbline), soci::use(batch.inputs_hash), soci::use(plans), soci::use(judged),
        soci::use(unreadable), soci::use(skipped), soci::use(findings), soci::use(accepted),
        soci::use(unknown);
}

void save_items(soci::session& sql, const Batch& batch, long long id) {
    long long at = 0;
    std::string scope;
    Item item;
    soci::statement insert =
        (sql.prepare << "INSERT INTO item (batch, number, scope, id, title, service, priority, document) "
                        "VALUES (:batch, :number, :scope, :id, :title, :service, :priority, :document)",
         soci::use(id), soci::use(at), soci::use(scope), soci::use(item.id), soci::use(item.title),
         soci::use(item.service), soci::use(item.priority), soci::use(item.document));
    for (const Item& one : batch.items) {
        ++at;
        scope = to_word(one.scope);
        item = one;
        insert.execute(true);
    }
}

void save_tallies(soci::session& sql, const Batch& batch, long long id) {
    Tally tally;
    std::string scope;
    std::array<long long, 5> outcomes{};
    soci::statement insert =
        (sql.prepare << "INSERT INTO tally (batch, scope, item, team, kind, met, not_met, needs_a_person, "
                        "not_applicable, "
                        "could_not_check) VALUES (:batch, :scope, :item, :team, :kind, :a, :b, :c, :d, :e)",
         soci::use(id), soci::use(scope), soci::use(tally.item), soci::use(tally.team), soci::use(tally.kind),
         soci::use(outcomes[0]), soci::use(outcomes[1]), soci::use(outcomes[2]), soci::use(outcomes[3]),
         soci::use(outcomes[4]));
    for (const Tally& one : batch.tallies) {
        tally = one;
        scope = to_word(one.scope);
        std::transform(one.outcomes.begin(), one.outcomes.end(), outcomes.begin(), number);
        insert.execute(true);
    }
}

void save_plans(soci::session& sql, const Batch& batch, long long id) {
    JudgedPlan plan;
    long long at = 0;
    long long findings = 0;
    long long accepted = 0;
    soci::statement insert = (sql.prepare << "INSERT INTO judged_plan (batch, number, plan, version, kind, "
                                             "team, state, findings, accepted, "
                                             "outcomes) VALUES (:batch, :number, :plan, :version, :kind, "
                                             ":team, :state, :findings, :accepted, "
                                             ":outcomes)",
                              soci::use(id), soci::use(at), soci::use(plan.plan), soci::use(plan.version),
                              soci::use(plan.kind), soci::use(plan.team), soci::use(plan.state),
                              soci::use(findings), soci::use(accepted), soci::use(plan.outcomes));
    for (const JudgedPlan& one : batch.judged_plans) {
        ++at;
        plan = one;
        findings = number(one.findings);
        accepted = number(one.accepted);
        insert.execute(true);
    }
}

void save_findings(soci::session& sql, const Batch& batch, long long id) {
    KeptFinding finding;
    long long at = 0;
    soci::statement insert =
        (sql.prepare << "INSERT INTO finding (batch, number, plan, fingerprint, criterion, outcome, message, "
                        "words) VALUES "
                        "(:batch, :number, :plan, :fingerprint, :criterion, :outcome, :message, :words)",
         soci::use(id), soci::use(at), soci::use(finding.plan), soci::use(finding.fingerprint),
         soci::use(finding.criterion), soci::use(finding.outcome), soci::use(finding.message),
         soci::use(finding.words));
    for (const KeptFinding& one : batch.kept_findings) {
        ++at;
        finding = one;
        insert.execute(true);
    }
}

} // namespace

std::int64_t Store::save(const Batch& batch) {
    return within([&](soci::session& sql) {
        const long long id = number_for(sql, batch);
        save_head(sql, batch, id);
        save_items(sql, batch, id);
        save_tallies(sql, batch, id);
        save_plans(sql, batch, id);
        save_findings(sql, batch, id);
        return static_cast<std::int64_t>(id);
    });
}

std::vector<Batch> Store::batches() {
    return within([](soci::session& sql) {
        std::vector<Batch> out;
        long long id = 0;
        std::array<long long, 7> counts{};
        Batch batch;
        soci::statement select =
            (sql.prepare << "SELECT id, as_of, rule_set, rule_set_hash, plumbline, inputs_hash, plans, "
                            "judged, unreadable, "
                            "skipped, findings, accepted, could_not_check FROM batch ORDER BY as_of, id",
             soci::into(id), soci::into(batch.as_of), soci::into(batch.rule_set),
             soci::into(batch.rule_set_hash), soci::into(batch.plumbline), soci::into(batch.inputs_hash),
             soci::into(counts[0]), soci::into(counts[1]), soci::into(counts[2]), soci::into(counts[3]),
             soci::into(counts[4]), soci::into(counts[5]), soci::into(counts[6]));
        select.execute();
        while (select.fetch()) {
            batch.id = id;
            batch.plans = count(counts[0]);
            batch.judged = count(counts[1]);
            batch.unreadable = count(counts[2]);
            batch.skipped = count(counts[3]);
            batch.findings = count(counts[4]);
            batch.accepted = count(counts[5]);
            batch.could_not_check = count(counts[6]);
            out.push_back(batch);
        }
        return out;
    });
}

std::vector<Item> Store::items(std::int64_t batch, Scope scope) {
    return within([&](soci::session& sql) {
        std::vector<Item> out;
        const long long id = batch;
        const std::string word(to_word(scope));
        Item item;
        item.scope = scope;
        soci::statement select =
            (sql.prepare << "SELECT id, title, service, priority, document FROM item WHERE batch = :batch "
                            "AND scope = :scope ORDER BY number",
             soci::use(id), soci::use(word), soci::into(item.id), soci::into(item.title),
             soci::into(item.service), soci::into(item.priority), soci::into(item.document));
        select.execute();
        while (select.fetch())
            out.push_back(item);
        return out;
    });
}

std::vector<Figure> Store::figures(By by, const Filter& filter, const std::vector<std::int64_t>& batches) {
    const std::string key = key_of(by);
    std::string query =
        "SELECT batch, " + key +
        ", SUM(met), SUM(not_met), SUM(needs_a_person), SUM(not_applicable), SUM(could_not_check) "
        "FROM tally WHERE scope = '" +
        std::string(to_word(by == By::area ? Scope::area : Scope::criterion)) +
        "' AND (:team = '' OR team = :team2) AND (:kind = '' OR kind = :kind2)";
    for (std::size_t i = 0; i < batches.size(); ++i)
        query += (i == 0 ? " AND batch IN (" : ", ") + std::to_string(batches[i]);
    query += std::string(batches.empty() ? "" : ")") + " GROUP BY batch" + (by == By::all ? "" : ", " + key) +
             " ORDER BY batch" + (by == By::all ? "" : ", " + key);
    return within([&](soci::session& sql) {
        std::vector<Figure> out;
        long long id = 0;
        std::string name;
        std::array<double, 5> sums{}; // PostgreSQL adds up to numeric
        soci::statement select =
            (sql.prepare << query, soci::use(filter.team), soci::use(filter.team), soci::use(filter.kind),
             soci::use(filter.kind), soci::into(id), soci::into(name), soci::into(sums[0]),
             soci::into(sums[1]), soci::into(sums[2]), soci::into(sums[3]), soci::into(sums[4]));
        select.execute();
        while (select.fetch()) {
            Figure figure{id, name, {}};
            for (const auto outcome : report::all_outcomes)
                figure.outcomes[outcome] =
                    static_cast<std::size_t>(sums.at(static_cast<std::size_t>(outcome)));
            out.push_back(std::move(figure));
        }
        return out;
    });
}

std::map<std::pair<std::int64_t, std::string>, std::size_t> Store::plan_counts(By by, const Filter& filter) {
    const std::string key = by == By::team ? "team" : by == By::kind ? "kind" : "''";
    const std::string query =
        "SELECT batch, " + key +
        ", COUNT(*) FROM judged_plan WHERE state = 'judged' AND (:team = '' OR team = :team2) "
        "AND (:kind = '' OR kind = :kind2) GROUP BY batch" +
        (by == By::team || by == By::kind ? ", " + key : "");
    return within([&](soci::session& sql) {
        std::map<std::pair<std::int64_t, std::string>, std::size_t> out;
        long long id = 0;
        long long plans = 0;
        std::string name;
        soci::statement select =
            (sql.prepare << query, soci::use(filter.team), soci::use(filter.team), soci::use(filter.kind),
             soci::use(filter.kind), soci::into(id), soci::into(name), soci::into(plans));
        select.execute();
        while (select.fetch())
            out[{id, name}] = count(plans);
        return out;
    });
}

std::vector<JudgedPlan> Store::judged_plans(std::int64_t batch) {
    return within([&](soci::session& sql) {
        std::vector<JudgedPlan> out;
        const long long id = batch;
        JudgedPlan plan;
        long long findings = 0;
        long long accepted = 0;
        soci::statement select =
            (sql.prepare << "SELECT plan, version, kind, team, state, findings, accepted, outcomes FROM "
                            "judged_plan WHERE batch = :batch ORDER BY number",
             soci::use(id), soci::into(plan.plan), soci::into(plan.version), soci::into(plan.kind),
             soci::into(plan.team), soci::into(plan.state), soci::into(findings), soci::into(accepted),
             soci::into(plan.outcomes));
        select.execute();
        while (select.fetch()) {
            plan.findings = count(findings);
            plan.accepted = count(accepted);
            out.push_back(plan);
        }
        return out;
    });
}

std::vector<KeptFinding> Store::kept_findings(std::int64_t batch) {
    return within([&](soci::session& sql) {
        std::vector<KeptFinding> out;
        const long long id = batch;
        KeptFinding kept;
        soci::statement select =
            (sql.prepare << "SELECT plan, fingerprint, criterion, outcome, message, words FROM finding "
                            "WHERE batch = :batch ORDER BY number",
             soci::use(id), soci::into(kept.plan), soci::into(kept.fingerprint), soci::into(kept.criterion),
             soci::into(kept.outcome), soci::into(kept.message), soci::into(kept.words));
        select.execute();
        while (select.fetch())
            out.push_back(kept);
        return out;
    });
}

void Store::save(const std::string& sample, const std::string& day,
                 const std::vector<Agreement>& agreements) {
    within([&](soci::session& sql) {
        sql << "DELETE FROM agreement WHERE sample = :sample", soci::use(sample);
        for (const Agreement& one : agreements) {
            const long long read = number(one.read);
            const long long agreed = number(one.agreed);
            sql << "INSERT INTO agreement (sample, kept_on, criterion, read_by_people, agreed) VALUES "
                   "(:sample, :day, "
                   ":criterion, :read, :agreed)",
                soci::use(sample), soci::use(day), soci::use(one.criterion), soci::use(read),
                soci::use(agreed);
        }
        return 0;
    });
}

std::vector<Agreement> Store::agreements(const std::string& sample) {
    return within([&](soci::session& sql) {
        std::vector<Agreement> out;
        Agreement one;
        long long read = 0;
        long long agreed = 0;
        soci::statement select =
            (sql.prepare << "SELECT criterion, read_by_people, agreed FROM agreement WHERE sample = :sample "
                            "ORDER BY criterion",
             soci::use(sample), soci::into(one.criterion), soci::into(read), soci::into(agreed));
        select.execute();
        while (select.fetch()) {
            one.read = count(read);
            one.agreed = count(agreed);
            out.push_back(one);
        }
        return out;
    });
}

} // namespace plumbline::history
