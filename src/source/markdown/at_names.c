#include "source/markdown/at_names.h"

#include <string.h>

#include "lectern/base/strmap.h"
#include "source/markdown/label_links.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/signs.h"

#define LEAST 3 /* lines that have names there */

/* " @ Ann Lee", " @Ann Lee" */
static size_t
sign_at(const char *s, size_t len)
{
	if (len < 4 || s[0] != ' ' || s[1] != '@')
		return 0;
	if (s[2] == ' ')
		return 3;
	return names_is_handle(s + 1, len - 1) ? 0 : 2;
}

bool
at_names_cut(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t from = a->leads ? label_links_past(a->line, a->head) : a->at;
	uint32_t at;
	size_t n = 0;

	/* A sign is none where it begins. */
	if (a->leads) {
		n = sign_at(s + from, a->line->len - from);
		at = n > 0 ? from : a->body;
	} else
		at = sign_find(s, from, a->body, sign_at, true, &n);
	if (n == 0 && a->leads)
		at = sign_find(s, a->at, a->words, sign_at, true, &n);
	if (n == 0)
		return false;
	cut->title = a->at;
	while (cut->title < at && strchr(" :*", s[cut->title]))
		cut->title++;
	cut->title_end = anatomy_trim(
	    s, cut->title, a->leads && a->words < at ? a->words : at);
	cut->names = at + (uint32_t)n;
	cut->names_end = !a->leads ? a->body
	    : at < a->words        ? a->words
	    : a->body > cut->names ? a->body
				   : a->line->len;
	return cut->title < cut->title_end && cut->names < cut->names_end;
}

size_t
at_names_told(struct arena *arena, const struct anatomy *a, size_t n)
{
	struct strmap names = {0};
	size_t sure = 0, others = 0, again = 0, dated = 0;

	for (size_t i = 0; i < n; i++) {
		struct people people;
		struct cut cut;
		unsigned kinds;

		if (!at_names_cut(&a[i], &cut))
			continue;
		people = people_read(arena, a[i].line->text + cut.names,
		    cut.names_end - cut.names, false);
		if (people.first != NAMES_SURE || !people.whole ||
		    people.name[0][0] == '@') {
			others++;
			continue;
		}
		sure++;
		lead_length(a[i].line->text, a[i].line->len, &kinds);
		dated += (kinds & LEAD_DATE) != 0;
		again += strmap_get(&names, people.name[0]) != NULL;
		strmap_put(&names, people.name[0], 0);
	}
	strmap_free(&names);
	return sure >= LEAST && sure * 10 >= (sure + others) * 9 &&
		sure * 10 >= n * 8 && again * 5 <= sure && dated * 2 < sure
	    ? sure
	    : 0;
}
