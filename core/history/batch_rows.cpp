#include "history/batch_rows.hpp"

#include "history/connection.hpp"

#include <algorithm>

namespace plumbline::history {

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
        findings = number(one.findings); // NOLINT(clang-analyzer-deadcode.DeadStores): the statement reads it
        accepted = number(one.accepted); // NOLINT(clang-analyzer-deadcode.DeadStores): the statement reads it
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

std::int64_t write_batch(soci::session& sql, const Batch& batch) {
    const long long id = number_for(sql, batch);
    save_head(sql, batch, id);
    save_items(sql, batch, id);
    save_tallies(sql, batch, id);
    save_plans(sql, batch, id);
    save_findings(sql, batch, id);
    return id;
}

} // namespace plumbline::history
