#include "abstracts.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/err.h"
#include "lectern/base/mem.h"
#include "lectern/source/input.h"

#define SHORTEST 20 /* bytes of a line that is taken */

/* The bytes of what stands for `*out` at `s`. */
static size_t
take_entity(const char *s, char *out)
{
	static const struct {
		const char *name;
		char c;
	} all[] = {
	    {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		if (strncmp(s, all[i].name, strlen(all[i].name)) == 0) {
			*out = all[i].c;
			return strlen(all[i].name);
		}
	}
	*out = *s == '\r' || *s == '\t' ? ' ' : *s;
	return 1;
}

static void
add(struct abstracts *a, const char *s, size_t len)
{
	while (len > 0 && strchr(" *+-#>0123456789.", *s)) {
		s++;
		len--;
	}
	if (len < SHORTEST)
		return;
	a->line = mem_grow(a->line, &a->cap, a->n + 1, sizeof(*a->line));
	a->line[a->n++] = mem_dup(s, len);
}

/* Adds the lines of an abstract: tags are left out. */
static void
add_abstract(struct abstracts *a, const char *s, const char *end)
{
	char *out = mem_alloc((size_t)(end - s) + 1, 1);
	size_t n = 0;
	bool tag = false;

	while (s < end) {
		char c;

		s += take_entity(s, &c);
		if (c == '\n') {
			add(a, out, n);
			n = 0;
		} else if (c == '<' || tag) {
			tag = c != '>';
		} else {
			out[n++] = c;
		}
	}
	add(a, out, n);
	free(out);
}

static void
add_schedule(struct abstracts *a, const char *path)
{
	static const char open[] = "<abstract>", close[] = "</abstract>";
	struct bytes bytes;
	struct err err;
	const char *at, *end;

	if (!input_read(path, NULL, &bytes, &err))
		return;
	end = bytes.s + bytes.len;
	at = bytes.s;
	while ((at = memmem(at, (size_t)(end - at), open, strlen(open)))) {
		const char *to = memmem(
		    at, (size_t)(end - at), close, strlen(close));

		if (!to)
			break;
		add_abstract(a, at + strlen(open), to);
		at = to;
	}
	input_drop(&bytes);
}

bool
abstracts_read(struct abstracts *abstracts)
{
	const char *shared = getenv("SHARED");
	char pattern[4096];
	glob_t files;

	*abstracts = (struct abstracts){0};
	snprintf(pattern, sizeof(pattern), "%s/data/formats/*.xml",
	    shared ? shared : "/nowhere");
	if (glob(pattern, 0, NULL, &files) != 0)
		return false;
	for (size_t i = 0; i < files.gl_pathc; i++)
		add_schedule(abstracts, files.gl_pathv[i]);
	globfree(&files);
	return abstracts->n > 0;
}

void
abstracts_free(struct abstracts *abstracts)
{
	for (size_t i = 0; i < abstracts->n; i++)
		free(abstracts->line[i]);
	free(abstracts->line);
}
