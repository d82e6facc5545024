#include "cli/report_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/print.h"
#include "lectern/base/ascii.h"
#include "lectern/base/mem.h"

#define ALIKE_MANY 4 /* of which the same is said once */

/* The bytes of a warning before what it is about: a link, or a line. */
static size_t
kind_length(const char *text)
{
	return strcspn(text, ":0123456789");
}

static bool
are_alike(const struct warning *a, const struct warning *b)
{
	size_t n = kind_length(a->text);

	return a->source == b->source && (a->lines > 0) == (b->lines > 0) &&
	    kind_length(b->text) == n && memcmp(a->text, b->text, n) == 0;
}

/* What a document is told of the same kind from warning `i` on. */
struct alike {
	uint32_t n, lines;
};

static struct alike
count_alike(const struct notes *notes, uint32_t i, bool *told)
{
	const struct warning *w = &notes->warnings[i];
	struct alike alike = {0};

	for (uint32_t k = i; k < notes->nwarnings; k++) {
		const struct warning *other = &notes->warnings[k];

		if (other->source != w->source)
			break;
		alike.n += are_alike(w, other);
		alike.lines += are_alike(w, other) ? other->lines : 0;
	}
	for (uint32_t k = i; alike.n >= ALIKE_MANY && k < notes->nwarnings;
	     k++) {
		if (notes->warnings[k].source != w->source)
			break;
		told[k] = told[k] || are_alike(w, &notes->warnings[k]);
	}
	return alike;
}

static void
print_warning(const char *path, const struct warning *w, struct alike alike)
{
	bool many = alike.n >= ALIKE_MANY;

	ascii_say(stdout, "%s:%u: %s: %s", path, w->line,
	    w->lines > 0 ? "left aside" : "warning", w->text);
	if (w->lines > 0 && !(many && alike.lines == alike.n))
		ascii_say(stdout, ", %u line%s", many ? alike.lines : w->lines,
		    print_plural(many ? alike.lines : w->lines));
	if (many)
		ascii_say(stdout, "; %u times, this is the first", alike.n);
	ascii_say(stdout, "\n");
}

/* Warnings by their lines; what is said of many is said once. */
static void
print_warnings(const struct notes *notes)
{
	bool *told = mem_alloc(notes->nwarnings + 1, sizeof(*told));

	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		const struct warning *w = &notes->warnings[i];
		char *path;

		if (told[i])
			continue;
		path = print_masked(notes->sources[w->source].path);
		print_warning(path, w, count_alike(notes, i, told));
		free(path);
	}
	free(told);
}

static uint32_t
count_flaws(const struct notes *notes)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < notes->nwarnings; i++)
		n += notes->warnings[i].lines == 0;
	return n;
}

bool
report_check(const struct notes *notes, bool verbose)
{
	uint32_t flaws = count_flaws(notes);

	print_warnings(notes);
	for (uint32_t i = 0; i < notes->nleft_out; i++)
		ascii_say(stdout, "%s, left out\n", notes->left_out[i]);
	for (uint32_t i = 0; i < notes->nsources; i++) {
		const struct source *source = &notes->sources[i];
		char *path = print_masked(source->path);

		ascii_say(stdout, "%s: %s\n", path, source->shape);
		if (verbose)
			ascii_say(stdout, "%s%s", source->why,
			    *source->why ? "\n" : "");
		free(path);
	}
	ascii_say(stdout, "%u track%s, %u talk%s, %u warning%s\n",
	    notes->ntracks, print_plural(notes->ntracks), notes->ntalks,
	    print_plural(notes->ntalks), flaws, print_plural(flaws));
	return flaws + notes->nleft_out == 0;
}
