/* Signs plans off in process: prints Plumbline's answer to each, as JSON.
 *
 *     cc -std=c11 -Wall sign_off.c $(pkg-config --cflags --libs plumbline) -o sign_off
 *     ./sign_off 2024-04-01 plan.xml
 *
 * Ends with 0 when every plan was answered, 1 when one was refused, 2 when Plumbline could not start.
 */
#include <plumbline.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole file, and its length; NULL, with errno set, when it cannot be read. */
static char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return NULL;
    size_t room = 64 * 1024, used = 0;
    char *text = malloc(room);
    while (text != NULL) {
        used += fread(text + used, 1, room - used, file);
        if (used < room)
            break;
        char *larger = realloc(text, room *= 2);
        if (larger == NULL)
            free(text);
        text = larger;
    }
    if (text != NULL && ferror(file)) {
        free(text);
        text = NULL;
    }
    fclose(file);
    *length = used;
    return text;
}

static int sign_off(plumbline_engine *engine, const char *as_of, const char *name)
{
    size_t length = 0;
    char *document = read_file(name, &length);
    if (document == NULL) {
        fprintf(stderr, "%s: %s\n", name, strerror(errno));
        return 0;
    }
    char *answer = NULL, *error = NULL;
    const plumbline_status status =
        plumbline_check(engine, document, length, PLUMBLINE_SIGN_OFF, as_of, &answer, &error);
    if (status == PLUMBLINE_OK)
        fputs(answer, stdout);
    else
        fprintf(stderr, "%s: %s\n", name, error != NULL ? error : "no memory");
    plumbline_free(answer);
    plumbline_free(error);
    free(document);
    return status == PLUMBLINE_OK;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: %s DAY PLAN.xml...\n", argv[0]);
        return 2;
    }
    plumbline_settings settings = {.size = sizeof settings, .rule_set = "default"};
    plumbline_engine *engine = NULL; /* one for the life of the process, used by all its threads */
    char *error = NULL;
    if (plumbline_open(&settings, &engine, &error) != PLUMBLINE_OK) {
        fprintf(stderr, "plumbline %s: %s\n", plumbline_version(), error != NULL ? error : "no memory");
        plumbline_free(error);
        return 2;
    }
    int refused = 0;
    for (int i = 2; i < argc; ++i)
        refused |= !sign_off(engine, argv[1], argv[i]);
    plumbline_close(engine);
    return refused;
}
