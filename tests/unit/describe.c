#include "describe.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/told.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

static const char *
or_none(const char *s)
{
	return s ? s : "-";
}

static void
tell_when(FILE *out, const struct talk *talk)
{
	if (!talk->day && !talk->start && !talk->minutes && !talk->room &&
	    !notes_more(talk)->language)
		return;
	fprintf(out, "  at %s %s +%u, %s, %s\n", or_none(talk->day),
	    or_none(talk->start), talk->minutes, or_none(talk->room),
	    or_none(notes_more(talk)->language));
}

static void
tell_talk(FILE *out, const struct notes *notes, const struct talk *talk)
{
	const struct body_blocks blocks = body_blocks(talk);
	const struct body_links links = body_links(talk);
	const struct identity *is = notes_more(talk)->identity;
	char *speakers = notes_speakers(talk);

	fprintf(out, "%s\n", talk->title);
	if (talk->nspeakers > 0)
		fprintf(out, "  by %s\n", speakers);
	free(speakers);
	if (strcmp(notes->tracks[talk->track].name, talk->conference) != 0)
		fprintf(out, "  in %s\n", notes->tracks[talk->track].name);
	tell_when(out, talk);
	if (is)
		fprintf(out, "  is %s, %s, %s\n", or_none(is->guid),
		    or_none(is->id), or_none(is->slug));
	for (uint32_t i = 0; i < links.n; i++)
		fprintf(out, "  to %s\n", links.url[i]);
	for (uint32_t i = 0; i < blocks.n; i++)
		fprintf(out, "  * %s\n", blocks.block[i].text);
}

bool
describe_is_lack(const char *warning)
{
	static const char *const lacks[] = {
	    "no speaker", "no URL", "no notes", "no title",
	    "words that are shown nowhere"};

	for (size_t i = 0; i < sizeof(lacks) / sizeof(*lacks); i++) {
		if (strcmp(warning, lacks[i]) == 0)
			return true;
	}
	return false;
}

char *
describe(const struct notes *notes)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	for (uint32_t i = 0; i < notes->nsources; i++) {
		const struct source *source = &notes->sources[i];
		char *shape = told_english(source->shape);

		fprintf(out, "%s [%s] %s..%s %s: %s\n", source->name,
		    or_none(source->acronym), or_none(source->first_day),
		    or_none(source->last_day), or_none(source->zone), shape);
		free(shape);
		for (uint32_t t = 0; t < notes->ntalks; t++) {
			if (notes->talks[t].source == i)
				tell_talk(out, notes, &notes->talks[t]);
		}
	}
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		char *said = told_english(notes->warnings[i].text);

		if (!describe_is_lack(said))
			fprintf(
			    out, "! %u: %s\n", notes->warnings[i].line, said);
		free(said);
	}
	fclose(out);
	return text;
}

void
describe_expect_all(const char *const *names, size_t n, const char *want)
{
	static const struct load_options options = {.warn = true};
	const char *srcdir = getenv("srcdir");
	const char *paths[8];
	struct notes *notes;
	struct err err = {.msg = ""};
	char path[8][4096], *got;

	for (size_t i = 0; i < n; i++) {
		snprintf(path[i], sizeof(path[i]),
		    "%s/tests/data/programmes/%s", srcdir ? srcdir : ".",
		    names[i]);
		paths[i] = path[i];
	}
	notes = load_paths(paths, n, &options, &err);
	assert_string_equal(err.msg, "");
	assert_non_null(notes);
	got = describe(notes);
	assert_string_equal(got, want);
	free(got);
	notes_free(notes);
}

void
describe_expect(const char *name, const char *want)
{
	describe_expect_all(&name, 1, want);
}
