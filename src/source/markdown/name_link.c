#include "source/markdown/name_link.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/home_page.h"
#include "source/markdown/people.h"

#define LEAST 3 /* bytes of a name, and of what follows it */

/* The file in an address, without what is before it. */
static const char *
file_of(const char *url)
{
	const char *slash = strrchr(url, '/');

	return slash ? slash + 1 : url;
}

bool
name_link_is(const struct line *line, const struct cut *cut)
{
	const char *name = line->text + cut->names, *file = NULL;
	size_t len = cut->names_end - cut->names;

	for (uint32_t i = 0; i < line->nspans && !file; i++) {
		if (line->spans[i].url)
			file = file_of(line->spans[i].url);
	}
	/* Files that are called as the title is begin with its words. */
	return file && cut->names > cut->title && len >= LEAST &&
	    strlen(file) >= len + 1 + LEAST &&
	    text_ascii_same(file, name, len) && strchr("-_", file[len]) &&
	    !text_ascii_same(line->text + cut->title, name, len);
}

bool
name_link_is_title(const struct line *line, const struct cut *cut)
{
	const struct span *link = line->spans;
	enum link_kind kind;

	if (line->nspans != 1 || !link->url || link->start != cut->names ||
	    link->end != cut->names_end || home_page_is(line, link))
		return false;
	kind = link_kind(link->url, "", 0);
	return kind == LINK_VIDEO || kind == LINK_SLIDES || kind == LINK_PAGE;
}

bool
name_link_by(const struct line *line)
{
	static const char *const behind[] = {
	    " of ", " from ", " and ", " & ", " at ", " @", " (", ", ", " - "};

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		bool fits = span->end == line->len;

		if (!span->url || span->start < 5 ||
		    memcmp(line->text + span->start - 4, " by ", 4) != 0)
			continue;
		for (size_t k = 0; k < sizeof(behind) / sizeof(*behind); k++)
			fits = fits ||
			    strncmp(line->text + span->end, behind[k],
				strlen(behind[k])) == 0;
		return fits &&
		    people_first(line->text + span->start,
			span->end - span->start) == NAMES_SURE;
	}
	return false;
}

/* An address without its scheme. */
static const char *
past_scheme(const char *url)
{
	const char *slashes = strstr(url, "//");

	return slashes ? slashes + 2 : url;
}

/* Whether a page is below that of a person: "decks.example/ann/knots". */
static bool
is_page_of(const char *url, const char *person)
{
	size_t n;

	url = past_scheme(url);
	person = past_scheme(person);
	n = strlen(person);
	while (n > 0 && person[n - 1] == '/')
		n--;
	return memchr(person, '/', n) && strncmp(url, person, n) == 0 &&
	    url[n] == '/';
}

size_t
name_link_from(const struct anatomy *a, uint32_t at)
{
	const struct line *line = a->line;
	const struct span *title;

	if (line->len < at + 5 || memcmp(line->text + at, "from ", 5) != 0)
		return 0;
	title = line_leading_link(line, a->at);
	for (uint32_t i = 0; title && title->url && i < line->nspans; i++) {
		if (line->spans[i].start == at + 5 && line->spans[i].url)
			return is_page_of(title->url, line->spans[i].url) ? 5
									  : 0;
	}
	return 0;
}
