#include "lectern/system/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/userfile.h"

#define HISTORY_BYTES 4000000 /* of its file, at most */

static void
forget(struct history *history, size_t i)
{
	free(history->line[i]);
	history->n--;
	memmove(history->line + i, history->line + i + 1,
	    (history->n - i) * sizeof(*history->line));
	/* Lines of the file stand before new ones. */
	if (i < history->read)
		history->read--;
}

void
history_add(struct history *history, const char *text)
{
	if (history->most == 0 || text[strspn(text, " ")] == '\0')
		return;
	for (size_t i = 0; i < history->n; i++) {
		if (strcmp(history->line[i], text) == 0) {
			forget(history, i);
			break;
		}
	}
	if (history->n == history->most)
		forget(history, 0);
	history->line = mem_grow(history->line, &history->cap, history->n + 1,
	    sizeof(*history->line));
	history->line[history->n++] = mem_dup(text, strlen(text));
}

/* Adds one line as it was read, without its line feed. */
static void
add_raw(void *state, const char *s, size_t len)
{
	struct history *history = state;
	struct arena *arena = arena_new();
	char *clean = text_clean(arena, s, len, NULL);

	clean[strcspn(clean, "\n")] = '\0';
	history_add(history, clean);
	arena_free(arena);
}

static bool
read_all(
    struct history *history, const char *path, size_t most, struct err *err)
{
	history->most = most;
	bool good = userfile_lines(path, HISTORY_BYTES, add_raw, history, err);

	history->read = history->n;
	return good;
}

void
history_read(struct history *history, const char *path, size_t most)
{
	read_all(history, path, most, NULL);
}

bool
history_write(const struct history *history, const char *path, struct err *err)
{
	struct history whole = {0};
	char *text;
	size_t len = 0;
	bool good;

	if (history->n == history->read)
		return true;
	if (!userfile_make_folder(path, err))
		return false;
	/* What cannot be read is not replaced by what is new. */
	if (!read_all(&whole, path, history->most, err)) {
		history_free(&whole);
		return false;
	}
	for (size_t i = history->read; i < history->n; i++)
		history_add(&whole, history->line[i]);

	FILE *out = mem_open(&text, &len);

	for (size_t i = 0; i < whole.n; i++)
		fprintf(out, "%s\n", whole.line[i]);
	fclose(out);
	good = userfile_replace(path, text, len, err);
	history_free(&whole);
	free(text);
	return good;
}

void
history_free(struct history *history)
{
	for (size_t i = 0; i < history->n; i++)
		free(history->line[i]);
	free(history->line);
	memset(history, 0, sizeof(*history));
}
