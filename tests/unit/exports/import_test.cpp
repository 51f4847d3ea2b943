#define BOOST_TEST_DYN_LINK
#include "exports/cin_census.hpp"
#include "exports/ssda903.hpp"

#include "base/user_error.hpp"
#include "plan/read.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace plumbline;
using exports::Document;
using exports::Import;

namespace {

const std::string fixtures = PLUMBLINE_SOURCE_DIR "/fixtures/exports/";

/// A folder of files, gone with the test.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / "plumbline-exports-test") {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
        return (path_ / name).string();
    }
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

std::string census(const std::string& details, const std::string& identifiers = "<LAchildID>C1</LAchildID>") {
    return "<Message><Header><CollectionDetails><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate>"
           "</CollectionDetails></Header><Children><Child><ChildIdentifiers>" +
           identifiers + "</ChildIdentifiers><CINdetails>" + details +
           "</CINdetails></Child></Children></Message>";
}

Import import_census(const std::string& text) {
    const Folder folder;
    return exports::import_cin_census(folder.write("census.xml", text), std::nullopt);
}

Import import_return(const std::string& episodes, const std::string& reviews,
                     const std::string& missing = "") {
    const Folder folder;
    folder.write("header.csv", "CHILD,SEX,DOB,ETHNIC\nA1,1,01/02/2010,WBRI\n");
    folder.write("episodes.csv", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n" + episodes);
    folder.write("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n" + reviews);
    folder.write("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n" + missing);
    return exports::import_ssda903(folder.path(), parse_iso_date("2020-03-31"));
}

std::string events_of(const Document& document) {
    std::string all;
    for (const exports::Event& event : document.events)
        all += std::string(event.kind) + " " + to_iso(event.on) + "; ";
    return all;
}

std::string reason_of(const Import& import, const std::string& table) {
    for (const exports::Record& record : import.account.records())
        if (record.table == table && !record.imported) return record.reason;
    return "";
}

/// Every document is a plan that the reader takes without an error or a warning.
void require_readable(const Import& import) {
    for (const Document& document : import.documents) {
        const plan::ReadResult read = plan::read({"import.xml", exports::to_xml(document)});
        BOOST_REQUIRE_MESSAGE(read.plan.has_value(),
                              document.id << (read.errors.empty() ? "" : ": " + read.errors.front().message));
        BOOST_TEST(read.warnings.empty());
        BOOST_TEST(read.plan->id == document.id);
        BOOST_TEST(read.plan->events.size() == document.events.size());
    }
}

std::size_t count(const Import& import, const std::string& table, bool imported) {
    const auto& records = import.account.records();
    return static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [&](const auto& record) {
        return record.table == table && record.imported == imported;
    }));
}

} // namespace

BOOST_AUTO_TEST_SUITE(import)

BOOST_AUTO_TEST_CASE(dates_are_read_in_both_forms) {
    BOOST_TEST((exports::read_date("2024-03-06") == exports::read_date(" 06/03/2024\n")));
    BOOST_TEST(!exports::read_date("31/02/2024"));
    BOOST_TEST(!exports::read_date("06/03/24"));
    BOOST_TEST(!exports::read_date(""));
}

BOOST_AUTO_TEST_CASE(a_protection_plan_has_its_conference_enquiry_and_reviews) {
    const Import import = import_census(census(
        "<CINreferralDate>2023-01-02</CINreferralDate><DateOfInitialCPC>2023-02-01</DateOfInitialCPC>"
        "<Section47><S47ActualStartDate>2023-01-10</S47ActualStartDate>"
        "<DateOfInitialCPC>2023-02-01</DateOfInitialCPC></Section47>"
        "<ChildProtectionPlans><CPPstartDate>2023-02-01</CPPstartDate>"
        "<NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2023-04-20</CPPreviewDate>"
        "</Reviews></ChildProtectionPlans>",
        "<LAchildID>C1</LAchildID><PersonBirthDate>2015-06-07</PersonBirthDate><Sex>F</Sex>"));
    BOOST_REQUIRE_EQUAL(import.documents.size(), 1U);
    const Document& plan = import.documents.front();
    BOOST_TEST(plan.kind == "child-protection");
    BOOST_TEST(plan.previous_plans.value() == 1);
    BOOST_TEST(plan.sex == "female");
    BOOST_TEST(to_iso(plan.written) == "2024-03-31");
    BOOST_TEST(
        events_of(plan) ==
        "review-conference 2023-04-20; section-47-started 2023-01-10; initial-conference 2023-02-01; ");
    BOOST_TEST(import.account.count(false) == 0U);
    require_readable(import);
}

BOOST_AUTO_TEST_CASE(a_time_in_need_without_a_plan_is_a_document_of_its_own) {
    const Import import = import_census(census("<CINreferralDate>2023-01-02</CINreferralDate>"
                                               "<CINclosureDate>2023-09-01</CINclosureDate>"
                                               "<DateOfInitialCPC>2023-02-01</DateOfInitialCPC>"));
    BOOST_REQUIRE_EQUAL(import.documents.size(), 1U);
    BOOST_TEST(import.documents[0].kind == "child-in-need");
    BOOST_TEST(to_iso(*import.documents[0].closed) == "2023-09-01");
    BOOST_TEST(events_of(import.documents[0]) == "initial-conference 2023-02-01; ");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_imported_is_skipped_with_its_reason) {
    const Import import = import_census(census(
        "<CINreferralDate>2023-01-02</CINreferralDate><Assessments><AssessmentActualStartDate>2028-04-28"
        "</AssessmentActualStartDate></Assessments><ChildProtectionPlans><CPPstartDate>2023-02-30</"
        "CPPstartDate>"
        "<Reviews><CPPreviewDate>2023-05-01</CPPreviewDate></Reviews></ChildProtectionPlans>"
        "<PreProceedingsandFGDM><PPStartDate>2023-05-01</PPStartDate></PreProceedingsandFGDM>"));
    BOOST_TEST(reason_of(import, "Assessments") ==
               "AssessmentActualStartDate lies after 2024-03-31, up to which the census tells");
    BOOST_TEST(reason_of(import, "ChildProtectionPlans") == "CPPstartDate is no date");
    BOOST_TEST(reason_of(import, "CPPreviewDate") == "its plan was skipped");
    BOOST_TEST(reason_of(import, "PreProceedingsandFGDM") ==
               "pre-proceedings have no place in a plan document");
    BOOST_TEST(reason_of(import_census(census("", "")), "Child") == "no LAchildID");
}

BOOST_AUTO_TEST_CASE(a_census_without_a_day_or_that_is_none_is_refused_with_its_line) {
    const auto line = [](const std::string& text) {
        try {
            import_census(text);
        } catch (const UserError& error) {
            return std::to_string(error.position().line) + ": " + error.message();
        }
        return std::string();
    };
    BOOST_TEST(
        line("<Message>\n<Header/><Children/></Message>").starts_with("2: the header has no ReferenceDate"));
    BOOST_TEST(line("\n<plans/>") == "2: the root element is <plans>; expected <Message>");
    BOOST_TEST(line("<Message>\n<Header>").find("not well-formed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_census_of_the_fixtures_is_imported_and_every_record_accounted_for) {
    for (const auto& entry : std::filesystem::directory_iterator(fixtures + "cin-census")) {
        const Import import = exports::import_cin_census(entry.path().string(), std::nullopt);
        BOOST_TEST(!import.documents.empty());
        require_readable(import);
    }
    const Import import = exports::import_cin_census(fixtures + "cin-census/fake_CIN_data.xml", std::nullopt);
    BOOST_TEST(count(import, "Child", true) == 332U);
    BOOST_TEST(count(import, "CINdetails", true) == 402U); // eight were referred after the census' own day
    BOOST_TEST(import.documents.size() == count(import, "CINdetails", true));
}

BOOST_AUTO_TEST_CASE(episodes_that_follow_one_another_are_one_period_in_care) {
    const Import import = import_return("A1,04/01/2019,S,C2,U4,01/03/2019,X1\nA1,01/03/2019,P,C2,K2,,\n",
                                        "A1,01/02/2010,25/01/2019,PN1\nA1,01/02/2010,20/04/2019,PN6\n",
                                        "A1,01/02/2010,M,02/05/2019,03/05/2019\n");
    BOOST_REQUIRE_EQUAL(import.documents.size(), 1U);
    const Document& plan = import.documents.front();
    BOOST_TEST(events_of(plan) ==
               "looked-after-review 2019-01-25; looked-after-review 2019-04-20; missing-from "
               "2019-05-02; returned 2019-05-03; looked-after-from 2019-01-04; "
               "placement-started 2019-01-04; placement-started 2019-03-01; ");
    BOOST_TEST(plan.placement == "residential");
    BOOST_TEST(plan.legal_status == "care-order");
    BOOST_TEST(!plan.closed);
    BOOST_TEST(to_iso(plan.written) == "2020-03-31");
    require_readable(import);
}

BOOST_AUTO_TEST_CASE(a_gap_makes_two_periods_and_reviews_outside_them_stand_apart) {
    const Import import =
        import_return("A1,04/01/2017,S,C2,U4,01/03/2017,E4A\nA1,04/01/2019,S,C2,U4,01/03/2019,E4A\n",
                      "A1,,20/01/2017,PN1\nA1,,05/05/2018,PN1\nA1,,20/01/2019,PN1\n");
    BOOST_REQUIRE_EQUAL(import.documents.size(), 3U);
    BOOST_TEST(to_iso(*import.documents[0].closed) == "2017-03-01");
    BOOST_TEST(events_of(import.documents[1]) == "looked-after-review 2018-05-05; ");
    BOOST_TEST(!import.documents[1].started);
    BOOST_TEST(to_iso(import.documents[1].written) == "2018-05-05");
    BOOST_TEST(to_iso(*import.documents[2].started) == "2019-01-04");
}

BOOST_AUTO_TEST_CASE(only_a_start_of_care_starts_the_clock_of_the_first_review) {
    BOOST_TEST(events_of(import_return("A1,04/01/2019,L,C2,U4,,\n", "").documents.at(0)).empty());
    BOOST_TEST(events_of(import_return("A1,04/01/2019,S,V3,U4,,\n", "").documents.at(0)) ==
               "placement-started 2019-01-04; "); // short breaks have intervals of their own
}

BOOST_AUTO_TEST_CASE(rows_of_a_return_that_cannot_be_imported_say_why) {
    const Import import =
        import_return("A1,31/02/2019,S,C2,U4,,\nB2,04/01/2019,S,C2,U4,,\n", "A1,,05/05/2021,PN1\n");
    BOOST_TEST(reason_of(import, "episodes.csv") == "header.csv has no child of this id");
    BOOST_TEST(count(import, "episodes.csv", false) == 2U);
    BOOST_TEST(reason_of(import, "reviews.csv") ==
               "REVIEW lies after 2020-03-31, up to which the return tells");
    BOOST_TEST(reason_of(import, "header.csv") == "no episode and no review of this child");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_no_return_says_what_was_expected) {
    const Folder folder;
    BOOST_CHECK_THROW(exports::import_ssda903(folder.path(), std::nullopt), UserError);
    folder.write("reviews.csv", "CHILD,REVIEW\n");
    BOOST_CHECK_EXCEPTION(
        exports::import_ssda903(folder.path(), std::nullopt), UserError,
        [](const UserError& error) { return error.message().starts_with("no header.csv"); });
    folder.write("header.csv", "CHILD,DOB\n");
    BOOST_CHECK_EXCEPTION(
        exports::import_ssda903(folder.path(), std::nullopt), UserError,
        [](const UserError& error) { return error.message().starts_with("no column SEX"); });
}

BOOST_AUTO_TEST_CASE(the_sample_returns_are_imported_whole) {
    const Import csv = exports::import_ssda903(fixtures + "ssda903", std::nullopt);
    BOOST_TEST(count(csv, "header.csv", true) == 2675U);
    BOOST_TEST(count(csv, "reviews.csv", true) == 12582U);
    BOOST_TEST(count(csv, "episodes.csv", true) == 5050U);
    BOOST_TEST(count(csv, "missing.csv", true) == 43U);
    BOOST_TEST(count(csv, "sw_episodes.csv", false) == 1U);
    BOOST_TEST(csv.account.records().size() == 2675U + 12582U + 5050U + 43U + 2675U + 53U + 1U);
    require_readable(csv);
    const Import xml = exports::import_ssda903(fixtures + "fake_903.xml", std::nullopt);
    BOOST_TEST(count(xml, "CHILD", true) == 253U);
    BOOST_TEST(count(xml, "AREVIEW", true) == 1206U);
    BOOST_TEST(count(xml, "EPISODE", true) == 459U);
    require_readable(xml);
}

BOOST_AUTO_TEST_CASE(the_account_counts_by_table_and_reason) {
    const Import import = import_return("A1,04/01/2019,S,C2,U4,,\nB2,04/01/2019,S,C2,U4,,\n", "");
    std::ostringstream text;
    exports::write_text(text, import.account, import.documents.size(), true);
    BOOST_TEST(text.str().starts_with("3 records: 2 imported into 1 plan documents, 1 skipped\n"));
    BOOST_TEST(text.str().find("episodes.csv: 1 skipped: header.csv has no child of this id (first: ") !=
               std::string::npos);
    BOOST_TEST(text.str().find("episodes.csv:3: episodes.csv skipped: header.csv has no child of this id") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
