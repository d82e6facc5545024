#include "lectern/system/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/userfile.h"

#define RECALL_BYTES 4000000 /* of its file, at most */

static struct recall_entry *
find(const struct recall *recall, const char *name)
{
	for (size_t i = 0; i < recall->n; i++)
		if (strcmp(recall->entry[i].name, name) == 0)
			return &recall->entry[i];
	return NULL;
}

const char *
recall_get(const struct recall *recall, const char *name)
{
	const struct recall_entry *entry = find(recall, name);

	return entry ? entry->value : NULL;
}

static void
put(struct recall *recall, const char *name, const char *value, bool fresh)
{
	struct recall_entry *entry = find(recall, name);

	if (!entry) {
		recall->entry = mem_grow(recall->entry, &recall->cap,
		    recall->n + 1, sizeof(*recall->entry));
		entry = &recall->entry[recall->n++];
		*entry = (struct recall_entry){
		    .name = mem_dup(name, strlen(name))};
	}
	/* `value` may be the entry's own. */
	char *copy = mem_dup(value, strlen(value));

	free(entry->value);
	entry->value = copy;
	entry->fresh = fresh;
}

void
recall_set(struct recall *recall, const char *name, const char *value)
{
	put(recall, name, value, true);
}

/* Adds one line as it was read. */
static void
read_line(void *state, const char *s, size_t len)
{
	struct recall *recall = state;
	struct arena *arena = arena_new();
	char *line = text_clean(arena, s, len, NULL);

	line[strcspn(line, "\n")] = '\0';
	char *blank = strchr(line, ' ');

	if (blank && blank > line) {
		*blank = '\0';
		put(recall, line, blank + 1, false);
	}
	arena_free(arena);
}

void
recall_read(struct recall *recall, const char *path)
{
	userfile_lines(path, RECALL_BYTES, read_line, recall, NULL);
}

bool
recall_write(const struct recall *recall, const char *path, struct err *err)
{
	struct recall whole = {0};
	char *text;
	size_t len = 0, n = 0;
	bool good;

	for (size_t i = 0; i < recall->n; i++)
		n += recall->entry[i].fresh;
	if (n == 0)
		return true;
	if (!userfile_make_folder(path, err))
		return false;
	/* Another copy of lectern may have written it meanwhile. */
	if (!userfile_lines(path, RECALL_BYTES, read_line, &whole, err)) {
		recall_free(&whole);
		return false;
	}
	for (size_t i = 0; i < recall->n; i++)
		if (recall->entry[i].fresh)
			put(&whole, recall->entry[i].name,
			    recall->entry[i].value, true);

	FILE *out = mem_open(&text, &len);

	for (size_t i = 0; i < whole.n; i++)
		fprintf(
		    out, "%s %s\n", whole.entry[i].name, whole.entry[i].value);
	fclose(out);
	good = userfile_replace(path, text, len, err);
	free(text);
	recall_free(&whole);
	return good;
}

void
recall_free(struct recall *recall)
{
	for (size_t i = 0; i < recall->n; i++) {
		free(recall->entry[i].name);
		free(recall->entry[i].value);
	}
	free(recall->entry);
	memset(recall, 0, sizeof(*recall));
}
