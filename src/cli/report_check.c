#include "cli/report_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/print.h"
#include "lectern/base/ascii.h"
#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/source/pause.h"

#define ALIKE_MANY 4 /* of which the same is said once */

static bool
are_alike(const struct warning *a, const struct warning *b)
{
	size_t n = told_kind(a->text);

	return a->source == b->source && (a->lines > 0) == (b->lines > 0) &&
	    told_kind(b->text) == n && memcmp(a->text, b->text, n) == 0;
}

/* What a document is told of the same kind from warning `i` on. */
struct alike {
	uint32_t n, lines;
};

static struct alike
count_alike(const struct notes *notes, uint32_t i, bool *said)
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
		said[k] = said[k] || are_alike(w, &notes->warnings[k]);
	}
	return alike;
}

static void
print_warning(const char *path, const struct warning *w, struct alike alike)
{
	bool many = alike.n >= ALIKE_MANY;
	uint32_t lines = many ? alike.lines : w->lines;
	char *text = told_text(w->text);

	ascii_say(stdout, "%s:%u: %s: %s", path, w->line,
	    w->lines > 0 ? _("left aside") : _("warning"), text);
	if (w->lines > 0 && !(many && alike.lines == alike.n))
		ascii_say(
		    stdout, ngettext(", %u line", ", %u lines", lines), lines);
	if (many)
		ascii_say(stdout,
		    ngettext("; %u time, this is the first",
			"; %u times, this is the first", alike.n),
		    alike.n);
	ascii_say(stdout, "\n");
	free(text);
}

/* Warnings by their lines; what is said of many is said once. */
static void
print_warnings(const struct notes *notes)
{
	bool *said = mem_alloc(notes->nwarnings + 1, sizeof(*said));

	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		const struct warning *w = &notes->warnings[i];
		char *path;

		if (said[i])
			continue;
		path = print_masked(
		    w->path ? w->path : notes->sources[w->source].path);
		print_warning(path, w, count_alike(notes, i, said));
		free(path);
	}
	free(said);
}

static uint32_t
count_flaws(const struct notes *notes)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < notes->nwarnings; i++)
		n += notes->warnings[i].lines == 0;
	return n;
}

/* Prints how a source was read; true: and why, and how that is changed. */
static bool
print_reading(const struct source *source, bool verbose)
{
	char *path = print_masked(source->path);
	char *shape = told_text(source->shape), *why = told_text(source->why);

	ascii_say(stdout, "%s: %s\n", path, shape);
	bool more = verbose && *why;

	if (more)
		ascii_say(stdout, "%s\n", why);
	free(why);
	free(shape);
	free(path);
	return more;
}

bool
report_check(const struct notes *notes, bool verbose)
{
	uint32_t flaws = count_flaws(notes);
	uint32_t talks = notes->ntalks -
	    (uint32_t)pause_count(notes->talks, 0, notes->ntalks);
	bool more = false;

	print_warnings(notes);
	for (uint32_t i = 0; i < notes->nleft_out; i++)
		ascii_say(stdout, _("%s, left out\n"), notes->left_out[i]);
	for (uint32_t i = 0; i < notes->nsources; i++)
		more |= print_reading(&notes->sources[i], verbose);
	if (more)
		ascii_say(stdout,
		    _("A change is written at the top of the document, <!-- "
		      "lectern: talks=list -->, or in the configuration, "
		      "source PATH talks=list\n"));
	ascii_say(stdout, ngettext("%u track, ", "%u tracks, ", notes->ntracks),
	    notes->ntracks);
	ascii_say(stdout, ngettext("%u talk, ", "%u talks, ", talks), talks);
	ascii_say(
	    stdout, ngettext("%u warning\n", "%u warnings\n", flaws), flaws);
	return flaws + notes->nbroken == 0;
}
