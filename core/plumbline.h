/**
 * Plumbline in your own process: open an engine, hand it plans, read its answers.
 *
 *     plumbline_engine* engine = NULL;
 *     char* error = NULL;
 *     if (plumbline_open(NULL, &engine, &error) != PLUMBLINE_OK) { ...error...; plumbline_free(error); }
 *     char* answer = NULL;
 *     if (plumbline_check(engine, document, length, PLUMBLINE_SIGN_OFF, "2024-04-01", &answer, &error) == PLUMBLINE_OK)
 *         ...answer...
 *     plumbline_free(answer);
 *     plumbline_close(engine);
 *
 * Link with libplumbline (pkg-config plumbline). Examples in C, Python and C#: the folder examples/.
 *
 * Text is UTF-8, ended by a NUL. Paths are those of the system, relative ones from the current folder.
 *
 * Who owns what: text that comes out through a `char**` is yours; give it back with plumbline_free. Everything
 * that you hand in stays yours and is read during the call only. Other `const char*` belong to the library.
 *
 * Threads: every function may be called from any thread, and plumbline_check from many at once on one engine. The
 * one exception is plumbline_close: no other call may use that engine while it runs, or later. After fork() a
 * child opens an engine of its own.
 *
 * No exception leaves these functions, no signal handler is set, nothing is written to standard output, standard
 * error or a file, and no network is used. Error text never holds words of a plan.
 */
#ifndef PLUMBLINE_H
#define PLUMBLINE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define PLUMBLINE_API __attribute__((visibility("default")))
#else
#define PLUMBLINE_API
#endif

/** Rules and plugins, loaded and ready to judge plans. */
typedef struct plumbline_engine plumbline_engine;

/** How a call ended. Numbers never change; new ones may be added. */
typedef enum plumbline_status {
    PLUMBLINE_OK = 0,
    /** The call itself is wrong: a null pointer, a mode that there is not, a day that is none. */
    PLUMBLINE_BAD_CALL = 1,
    /** A folder, rule set or plugin that cannot be used: the error names file and line, and what was expected. */
    PLUMBLINE_BAD_RULES = 2,
    /** The document is no plan that can be read: the error names line and column. */
    PLUMBLINE_BAD_PLAN = 3,
    /** No memory, another Lua in the place of ours (docs/integrators.md), or a fault of Plumbline's own. */
    PLUMBLINE_FAILED = 4
} plumbline_status;

/** What the answer to a plan holds; plumbline_check takes one of these as an int. */
typedef enum plumbline_mode {
    /** For a manager who signs a plan off: an outcome (clear, questions or could-not-judge), at most three
        questions in plain words, the findings beneath. */
    PLUMBLINE_SIGN_OFF = 0,
    /** Everything that was judged, as `plumbline check --format json` writes it for one plan. */
    PLUMBLINE_AUDIT = 1
} plumbline_mode;

/** How to open an engine. Set `size` to sizeof(plumbline_settings) and all that you do not need to zero. */
typedef struct plumbline_settings {
    /** sizeof(plumbline_settings) as you compiled it: later versions add fields at the end. */
    size_t size;
    /** The folder that holds plugins/ and rules/. NULL: PLUMBLINE_HOME, else share/plumbline of where the library
        is installed. */
    const char* home;
    /** Further folders of plugins; the list ends with NULL. NULL: none. */
    const char* const* plugins;
    /** Further folders of rule sets; the list ends with NULL. NULL: none. */
    const char* const* rules;
    /** The rule set's name, or its file. NULL: "default". */
    const char* rule_set;
    /** How many plans are judged at once, 1 to 1024; further calls wait for their turn. 0: one for each core. */
    unsigned workers;
} plumbline_settings;

/** The version of the library, such as "0.1.0". */
PLUMBLINE_API const char* plumbline_version(void);

/**
 * Loads plugins and rules: about a second. On PLUMBLINE_OK *engine is an engine, to be given to plumbline_close;
 * otherwise it is NULL and *error says why. `settings` may be NULL: everything as it comes. `error` may be NULL.
 */
PLUMBLINE_API plumbline_status plumbline_open(const plumbline_settings* settings, plumbline_engine** engine,
                                              char** error);

/**
 * The fingerprint of this engine's rules and plugins, 16 hexadecimal digits: as long as it is the same, the same
 * document and day have the same answer, byte for byte. It belongs to the engine. NULL for a null engine.
 */
PLUMBLINE_API const char* plumbline_fingerprint(const plumbline_engine* engine);

/**
 * Judges one plan, an XML document of `length` bytes (docs/plan-format.md), as of a day such as "2024-04-01"; NULL
 * is today by UTC. On PLUMBLINE_OK *answer is one JSON object, the same that POST /v1/checks answers with
 * (docs/openapi.yaml); otherwise it is NULL and *error says why. A check that fails or takes too long is no
 * error: the answer says that it could not be judged. `error` may be NULL.
 */
PLUMBLINE_API plumbline_status plumbline_check(plumbline_engine* engine, const char* document, size_t length,
                                               int mode, const char* as_of, char** answer,
                                               char** error);

/** Gives back text that a function of this library returned through a `char**`. NULL is nothing. */
PLUMBLINE_API void plumbline_free(char* text);

/** Ends an engine and gives back all it holds. NULL is nothing. */
PLUMBLINE_API void plumbline_close(plumbline_engine* engine);

#ifdef __cplusplus
}
#endif

#endif
