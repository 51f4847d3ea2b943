#include "history/store.hpp"

#include "history/batch_rows.hpp"
#include "history/connection.hpp"

namespace plumbline::history {

namespace {

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

} // namespace

Store::Store(const std::string& where, bool existing)
    : connection_(std::make_unique<Connection>(where, existing)) {}

Store::~Store() = default;

std::int64_t Store::save(const Batch& batch) {
    return connection_->within([&](soci::session& sql) { return write_batch(sql, batch); });
}

std::vector<Batch> Store::batches() {
    return connection_->within([](soci::session& sql) {
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
    return connection_->within([&](soci::session& sql) {
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
    return connection_->within([&](soci::session& sql) {
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
    return connection_->within([&](soci::session& sql) {
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
    return connection_->within([&](soci::session& sql) {
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
    return connection_->within([&](soci::session& sql) {
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
    connection_->within([&](soci::session& sql) {
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

std::vector<KeptSample> Store::samples() {
    return connection_->within([&](soci::session& sql) {
        std::vector<KeptSample> out;
        std::string name;
        std::string day;
        Agreement one;
        long long read = 0;
        long long agreed = 0;
        soci::statement select =
            (sql.prepare << "SELECT sample, kept_on, criterion, read_by_people, agreed FROM agreement "
                            "ORDER BY kept_on, sample, criterion",
             soci::into(name), soci::into(day), soci::into(one.criterion), soci::into(read),
             soci::into(agreed));
        select.execute();
        while (select.fetch()) {
            if (out.empty() || out.back().name != name) out.push_back({name, day, {}});
            one.read = count(read);
            one.agreed = count(agreed);
            out.back().criteria.push_back(one);
        }
        return out;
    });
}

} // namespace plumbline::history
