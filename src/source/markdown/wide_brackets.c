#include "source/markdown/wide_brackets.h"

#include <stdint.h>
#include <string.h>

bool
wide_brackets_cut(const struct anatomy *a, struct cut *cut)
{
	static const char open[] = "\xef\xbc\x88", close[] = "\xef\xbc\x89";
	const char *s = a->line->text, *from, *to, *next;
	uint32_t begin = a->leads ? a->head : a->at;
	uint32_t limit = a->leads ? a->line->len : a->body;

	/* Most lines end in ASCII. */
	if (limit <= begin || (unsigned char)s[a->line->len - 1] < 0x80)
		return false;
	from = memmem(s + begin, limit - begin, open, 3);
	while (from && !a->leads &&
	    (next = memmem(from + 3, (size_t)(s + limit - from) - 3, open, 3)))
		from = next;
	if (!from || (a->leads && from > s + begin + 1) || from == s + a->at)
		return false;
	to = memmem(from, a->line->len - (size_t)(from - s), close, 3);
	if (!to || (!a->leads && (uint32_t)(to + 3 - s) < a->body))
		return false;
	if (cut->title_end > (uint32_t)(from - s))
		cut->title_end = anatomy_trim(
		    s, cut->title, (uint32_t)(from - s));
	cut->names = (uint32_t)(from + 3 - s);
	cut->names_end = (uint32_t)(to - s);
	return cut->names < cut->names_end;
}
