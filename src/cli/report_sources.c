#include "cli/report_sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/ascii.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
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

static void
print_joined(const struct notes *notes, const struct joined *joined, bool json)
{
	char *path = shown(notes->sources[joined->source].path);

	if (json) {
		member("{\"schema\":1,", "why", joined->why);
		member(",", "title", joined->title);
		member(",", joined->why ? "other" : "guess", joined->other);
		member(",", "document", path);
		printf("}\n");
	} else {
		printf("%s\t%s\t%s\t%s\n",
		    joined->why          ? joined->why
			: joined->parted ? "parted"
					 : "left",
		    joined->title, joined->other ? joined->other : "", path);
	}
	free(path);
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
	for (uint32_t i = 0; i < notes->njoined; i++)
		print_joined(notes, &notes->joined[i], json);
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
