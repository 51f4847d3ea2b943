/// The C interface: the service's desk behind functions that no exception leaves.

#include "plumbline.h"

#include "base/date.hpp"
#include "base/user_error.hpp"
#include "base/version.hpp"
#include "engine/root.hpp"
#include "library/c_locale.hpp"
#include "service/desk.hpp"

#include <dlfcn.h>
#include <lua.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <new>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

using namespace plumbline;

namespace {

constexpr unsigned most_workers = 1024;

} // namespace

struct plumbline_engine {
    plumbline_engine(std::shared_ptr<const service::Edition> edition, unsigned workers)
        : desk(std::move(edition)), places(static_cast<std::ptrdiff_t>(workers)) {}

    service::Desk desk;
    std::counting_semaphore<most_workers> places; // plans that may be judged at once
};

namespace {

/// Why a call is not answered with PLUMBLINE_OK.
struct Refusal {
    plumbline_status status;
    std::string text;
};

/// Text for the caller, who gives it back with plumbline_free; NULL where there is no memory for it.
char* handed_out(const std::string& text) noexcept {
    char* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

plumbline_status refuse(char** error, plumbline_status status, const std::string& text) noexcept {
    if (error != nullptr) *error = handed_out(text);
    return status;
}

/// Runs the work of one call in the C locale, and lets no exception out of it.
template <typename Work>
plumbline_status guarded(char** error, const Work& work) noexcept {
    if (error != nullptr) *error = nullptr;
    try {
        const library::CLocale locale;
        work();
        return PLUMBLINE_OK;
    } catch (const Refusal& refusal) {
        return refuse(error, refusal.status, refusal.text);
    } catch (const UserError& wrong) {
        return refuse(error, PLUMBLINE_BAD_RULES, wrong.what());
    } catch (const std::bad_alloc&) {
        if (error != nullptr) *error = ::strdup("there is not enough memory");
    } catch (const std::exception& fault) {
        return refuse(error, PLUMBLINE_FAILED, fault.what());
    } catch (...) {
        if (error != nullptr) *error = ::strdup("an error of an unknown kind");
    }
    return PLUMBLINE_FAILED;
}

[[noreturn]] void bad_call(const std::string& text) {
    throw Refusal{PLUMBLINE_BAD_CALL, text};
}

std::vector<std::string> listed(const char* const* list) {
    std::vector<std::string> out;
    for (; list != nullptr && *list != nullptr; ++list)
        out.emplace_back(*list);
    return out;
}

plumbline_settings completed(const plumbline_settings* given) {
    plumbline_settings settings{};
    if (given == nullptr) return settings;
    if (given->size < sizeof settings)
        bad_call("plumbline_settings.size is " + std::to_string(given->size) +
                 "; expected sizeof(plumbline_settings), " + std::to_string(sizeof settings) + " or more");
    std::memcpy(&settings, given, sizeof settings);
    if (settings.workers > most_workers)
        bad_call("plumbline_settings.workers is " + std::to_string(settings.workers) + "; expected 0 to " +
                 std::to_string(most_workers));
    return settings;
}

/// The file that a function is in.
std::filesystem::path file_of(const void* function) {
    Dl_info info{};
    const bool known = ::dladdr(function, &info) != 0;
    return known && info.dli_fname != nullptr ? std::filesystem::absolute(info.dli_fname) : "";
}

/// Lua's C library has the names of its C++ library, and would answer in its place where the process loaded
/// it for all; its errors unwind no C++.
void require_own_lua() {
    const std::filesystem::path file = file_of(reinterpret_cast<const void*>(&lua_newstate));
    if (!file.filename().string().starts_with("liblua5.4-c++"))
        throw Refusal{PLUMBLINE_FAILED,
                      "this process has another Lua loaded in the place of liblua5.4-c++.so.0: " +
                          file.string()};
}

std::unique_ptr<plumbline_engine> opened(const plumbline_settings& settings) {
    require_own_lua();
    const std::filesystem::path root =
        engine::find_root(settings.home == nullptr ? "" : settings.home,
                          file_of(reinterpret_cast<const void*>(&plumbline_version)));
    engine::Installation installation =
        engine::installation_at(root, {listed(settings.plugins), listed(settings.rules)});
    auto edition = std::make_shared<const service::Edition>(
        std::move(installation), settings.rule_set == nullptr ? "default" : settings.rule_set);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned workers = settings.workers == 0 ? std::min(cores, most_workers) : settings.workers;
    auto engine = std::make_unique<plumbline_engine>(std::move(edition), workers);
    engine->desk.warm_up(1);
    return engine;
}

service::Mode mode_of(int mode) {
    if (mode == PLUMBLINE_SIGN_OFF) return service::Mode::sign_off;
    if (mode == PLUMBLINE_AUDIT) return service::Mode::audit;
    bad_call("mode " + std::to_string(mode) + "; expected PLUMBLINE_SIGN_OFF or PLUMBLINE_AUDIT");
}

Date day_of(const char* as_of) {
    if (as_of == nullptr) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto day = parse_iso_date(as_of);
    if (!day) bad_call("as_of is no date; expected one such as 2024-04-01, or NULL for today");
    return *day;
}

class Place {
public:
    explicit Place(plumbline_engine& engine) : engine_(engine) { engine_.places.acquire(); }
    ~Place() { engine_.places.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

private:
    plumbline_engine& engine_;
};

std::string problems_text(const std::vector<plan::Problem>& problems) {
    std::string text;
    for (const plan::Problem& problem : problems)
        text += (text.empty() ? "line " : "\nline ") + std::to_string(problem.line) + ", column " +
                std::to_string(problem.column) + ": " + problem.message;
    return text;
}

} // namespace

extern "C" {

const char* plumbline_version(void) {
    static const std::string text = version();
    return text.c_str();
}

plumbline_status plumbline_open(const plumbline_settings* settings, plumbline_engine** engine, char** error) {
    return guarded(error, [&] {
        if (engine == nullptr) bad_call("engine is NULL; expected the place for an engine");
        *engine = nullptr;
        *engine = opened(completed(settings)).release();
    });
}

const char* plumbline_fingerprint(const plumbline_engine* engine) {
    return engine == nullptr ? nullptr : engine->desk.edition().fingerprint().c_str();
}

plumbline_status plumbline_check(plumbline_engine* engine, const char* document, size_t length, int mode,
                                 const char* as_of, char** answer, char** error) {
    return guarded(error, [&] {
        if (answer == nullptr) bad_call("answer is NULL; expected the place for the answer");
        *answer = nullptr;
        if (engine == nullptr) bad_call("engine is NULL; expected what plumbline_open gave");
        if (document == nullptr) bad_call("document is NULL; expected a plan");
        const service::Request request{std::string(document, length), mode_of(mode), day_of(as_of)};
        const Place place(*engine);
        const service::Answer given = engine->desk.check(request);
        if (!given.problems.empty()) throw Refusal{PLUMBLINE_BAD_PLAN, problems_text(given.problems)};
        *answer = handed_out(given.json);
        if (*answer == nullptr) throw std::bad_alloc();
    });
}

void plumbline_free(char* text) {
    std::free(text);
}

void plumbline_close(plumbline_engine* engine) {
    delete engine;
}

} // extern "C"
