#include "cli/report_sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/ascii.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"

static void
member(const char *before, const char *name, const char *value)
{
	printf("%s\"%s\":", before, name);
	if (value)
		json_string(stdout, value);
	else
		fputs("null", stdout);
}

/* Returns a path, fit to be printed; to be freed. */
static char *
shown(const char *path)
{
	char *copy = mem_dup(path, strlen(path));

	text_mask(copy);
	return copy;
}

/* How many talks of a list have a title. */
static void
count(struct strmap *titles, const char *title)
{
	++*strmap_put(titles, title, 0);
}

static bool
recurs(const struct strmap *titles, const char *title)
{
	const uint32_t *n = title ? strmap_get(titles, title) : NULL;

	return n && *n > 1;
}

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

static void
print_json(const struct joined *joined, const char *path)
{
	member("{\"schema\":1,", "why", joined->why);
	member(",", "title", joined->title);
	if (joined->day)
		member(",", "day", joined->day);
	member(",", joined->why ? "other" : "guess", joined->other);
	if (joined->other_day)
		member(",", "other_day", joined->other_day);
	member(",", "document", path);
	printf("}\n");
}

/*
 * `titles` are those of its source, `others` those of the talks to be seen: where
 * there are several of one title, the days tell them apart.
 */
static void
print_joined(const struct joined *joined, const struct strmap *titles,
    const struct strmap *others, const char *path)
{
	printf("%s\t%s\t%s\t%s",
	    joined->why          ? joined->why
		: joined->parted ? "parted"
				 : "left",
	    joined->title, or_empty(joined->other), path);
	if (recurs(titles, joined->title) || recurs(others, joined->other))
		printf("\t%s\t%s", or_empty(joined->day),
		    or_empty(joined->other_day));
	printf("\n");
}

/* Prints what became of the talks of a source. */
static void
print_source_joined(const struct notes *notes, uint32_t source,
    const struct strmap *others, bool json)
{
	struct strmap titles = {0};
	char *path = shown(notes->sources[source].path);

	for (uint32_t i = 0; i < notes->njoined; i++) {
		if (notes->joined[i].source == source)
			count(&titles, notes->joined[i].title);
	}
	for (uint32_t i = 0; i < notes->njoined; i++) {
		const struct joined *joined = &notes->joined[i];

		if (joined->source != source)
			continue;
		if (json)
			print_json(joined, path);
		else
			print_joined(joined, &titles, others, path);
	}
	free(path);
	strmap_free(&titles);
}

static void
say_joined(const struct notes *notes, uint32_t source)
{
	char *joined = told_text(notes->sources[source].joined);

	ascii_say(stderr, "%s: %s\n", notes_source_name(notes, source), joined);
	free(joined);
}

bool
report_sources_joined(const struct notes *notes, bool json)
{
	struct strmap titles = {0};

	for (uint32_t i = 0; i < notes->ntalks; i++)
		count(&titles, notes->talks[i].title);
	for (uint32_t i = 0; i < notes->nsources; i++) {
		if (notes->sources[i].joined)
			print_source_joined(notes, i, &titles, json);
	}
	strmap_free(&titles);
	for (uint32_t i = 0; i < notes->nsources; i++) {
		if (notes->sources[i].joined && !json)
			say_joined(notes, i);
	}
	return notes->njoined > 0;
}

/* Returns a word of a command line, quoted for a shell if need be. */
static char *
quoted(const char *word)
{
	static const char plain[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq"
	    "rstuvwxyz0123456789/._-:=+,@%";
	static const char quote[] = "'\\''";
	char *out, *to;

	if (*word && word[strspn(word, plain)] == '\0')
		return mem_dup(word, strlen(word));
	out = to = mem_alloc(strlen(quote) * strlen(word) + 3, 1);
	*to++ = '\'';
	for (; *word; word++) {
		if (*word == '\'')
			to = stpcpy(to, quote);
		else
			*to++ = *word;
	}
	*to++ = '\'';
	return out;
}

/* Returns the command line that gets a source anew, to be freed; or NULL. */
static char *
renewal(const struct source *source)
{
	char *url, *path, *line;

	if (!source->origin || strcmp(source->path, "-") == 0)
		return NULL;
	url = quoted(source->origin);
	path = quoted(source->path);
	line = strncmp(source->shape, "list of videos", 14) == 0
	    ? mem_printf("yt-dlp -J --flat-playlist %s >%s", url, path)
	    : mem_printf("curl -o %s %s", path, url);
	free(url);
	free(path);
	return line;
}

static void
print_source_json(
    const struct source *source, const char *path, const char *renew)
{
	char *shape = told_english(source->shape);
	char *joined = source->joined ? told_english(source->joined) : NULL;

	member("{\"schema\":1,", "document", path);
	member(",", "conference", source->name);
	member(",", "read_as", shape);
	member(",", "joined", joined);
	member(",", "renew", renew);
	printf("}\n");
	free(joined);
	free(shape);
}

static void
print_source(const struct source *source, bool json)
{
	char *path = shown(source->path), *line = renewal(source);
	char *shape = told_text(source->shape);
	char *joined = source->joined ? told_text(source->joined) : NULL;

	if (line)
		text_mask(line);
	if (json) {
		print_source_json(source, path, line);
	} else {
		ascii_say(stdout, "%s: %s: %s\n", path, source->name, shape);
		if (joined)
			ascii_say(stdout, "\t%s\n", joined);
		if (source->captions == CAPTIONS_ALONE)
			ascii_say(stdout, "\t%s\n",
			    _("of no talk that is open: a talk of its own"));
		if (line)
			ascii_say(stdout, "\t%s\n", line);
	}
	free(joined);
	free(shape);
	free(path);
	free(line);
}

void
report_sources(const struct notes *notes, bool json)
{
	for (uint32_t i = 0; i < notes->nsources; i++)
		print_source(&notes->sources[i], json);
	for (uint32_t i = 0; i < notes->nleft_out && !json; i++)
		ascii_say(stdout, _("%s, left out\n"), notes->left_out[i]);
}
