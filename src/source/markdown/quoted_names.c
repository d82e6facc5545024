#include "source/markdown/quoted_names.h"

#include <stddef.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"

#define NAMES_LONGEST 120 /* bytes of names before a title */
#define NAME_SHORTEST 4   /* and of one beside it */

/* Letters in which Japanese has what joins words, and most names have none. */
static bool
is_hiragana(const char *s)
{
	return memcmp(s, "\xe3\x81", 2) == 0 ||
	    (memcmp(s, "\xe3\x82", 2) == 0 && (unsigned char)s[2] < 0xa0);
}

bool
quoted_names_join(const char *s, size_t len, bool first)
{
	return len > 2 && !names_end_polite(s, len) &&
	    is_hiragana(first ? s + len - 3 : s);
}

bool
quoted_names_cut(const struct anatomy *a, bool first, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t open = a->at, end = a->body, most = a->at + NAMES_LONGEST;

	while (first && open < a->body && open < most &&
	    quoted_end(s, open, a->body) == open)
		open++;
	if (open < a->body)
		end = quoted_end(s, open, a->body);
	if (open >= a->body || end == open)
		return false;
	*cut = (struct cut){open, end, a->at, open};
	if (!first) {
		cut->names = end;
		cut->names_end = a->body;
	} else if (end < a->body && !strchr(" ([", s[end])) {
		return false;
	}
	/* Chinese has two dashes there, without blanks. */
	while (!first && cut->names + 3 < cut->names_end &&
	    memcmp(s + cut->names, "\xe2\x80\x94", 3) == 0)
		cut->names += 3;
	while (cut->names < cut->names_end && s[cut->names] == ' ')
		cut->names++;
	while (cut->names_end > cut->names && s[cut->names_end - 1] == ' ')
		cut->names_end--;
	return cut->names + NAME_SHORTEST <= cut->names_end &&
	    !quoted_names_join(
		s + cut->names, cut->names_end - cut->names, first);
}

bool
quoted_names_are(const struct line *line)
{
	struct anatomy a = {.line = line, .body = line->len};

	for (int first = 0; first < 2; first++) {
		struct cut cut;

		if (line->nspans == 0 &&
		    quoted_names_cut(&a, first > 0, &cut) &&
		    line->text[cut.title] == '\xe3' &&
		    (first == 0 || cut.title_end == line->len) &&
		    people_first(line->text + cut.names,
			cut.names_end - cut.names) != NAMES_NOT)
			return true;
	}
	return false;
}
