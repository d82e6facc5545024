#include "lectern/system/known.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/userfile.h"

/*
 * The file: a line that names it; then for each source a line "= HASH" and one
 * "ID TITLE FLAGS" a talk, all in hexadecimal digits.
 */

#define HEAD       "lectern known 1\n"
#define LINE_MOST  48 /* bytes of a line */
#define BYTES_MOST ((size_t)LINE_MOST * (2 * KNOWN_MOST + 1))

/* Takes a number and what must stand behind it. */
static bool
take_hash(const char **s, char after, uint64_t *hash)
{
	char *end;

	/* strtoull() would take blanks and signs. */
	if (!strchr("0123456789abcdef", **s) || !**s)
		return false;
	*hash = strtoull(*s, &end, 16);
	if (*end != after)
		return false;
	*s = end + 1;
	return true;
}

static bool
read_line(struct known *known, const char *s, uint64_t *source)
{
	struct moves_talk talk = {.source = *source};
	uint64_t flags;

	if (s[0] == '=' && s[1] == ' ') {
		s += 2;
		return take_hash(&s, '\n', source);
	}
	if (!take_hash(&s, ' ', &talk.id) || !take_hash(&s, ' ', &talk.title) ||
	    !take_hash(&s, '\n', &flags) || known->n == KNOWN_MOST)
		return false;
	talk.flags = flags & (KNOWN_VIDEO | KNOWN_NEW);
	known_add(known, &talk);
	return true;
}

void
known_read(struct known *known, const char *path)
{
	FILE *file = userfile_open(path, BYTES_MOST, NULL);
	char *s = NULL;
	size_t cap = 0;
	uint64_t source = 0;
	bool good = file && userfile_line(file, &s, &cap, LINE_MOST) > 0 &&
	    strcmp(s, HEAD) == 0;

	while (good && userfile_line(file, &s, &cap, LINE_MOST) > 0)
		good = read_line(known, s, &source);
	free(s);
	if (file)
		fclose(file);
}

void
known_add(struct known *known, const struct moves_talk *talk)
{
	known->talk = mem_grow(
	    known->talk, &known->cap, known->n + 1, sizeof(*known->talk));
	known->talk[known->n++] = *talk;
}

static bool
same(const struct known *a, const struct known *b)
{
	for (size_t i = 0; a->n == b->n && i < a->n; i++) {
		const struct moves_talk *x = &a->talk[i], *y = &b->talk[i];

		if (x->id != y->id || x->title != y->title ||
		    x->source != y->source || x->flags != y->flags)
			return false;
	}
	return a->n == b->n;
}

bool
known_write(const struct known *known, const struct known *before,
    const char *path, struct err *err)
{
	size_t n = known->n < KNOWN_MOST ? known->n : KNOWN_MOST, len = 0;
	const struct known some = {known->talk, n, 0};
	char *text;

	if (same(&some, before))
		return true;
	if (!userfile_make_folder(path, err))
		return false;

	FILE *out = mem_open(&text, &len);

	fputs(HEAD, out);
	for (size_t i = 0; i < n; i++) {
		const struct moves_talk *talk = &known->talk[i];

		if (i == 0 || talk->source != talk[-1].source)
			fprintf(out, "= %" PRIx64 "\n", talk->source);
		fprintf(out, "%" PRIx64 " %" PRIx64 " %x\n", talk->id,
		    talk->title, talk->flags);
	}
	fclose(out);
	bool good = userfile_replace(path, text, len, err);

	free(text);
	return good;
}

void
known_free(struct known *known)
{
	free(known->talk);
	*known = (struct known){0};
}
