#include "source/markdown/html_heads.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"

/* A heading in a line of its own. */
struct head {
	size_t level;
	const char *words, *end; /* what it says */
};

/* Whether the line has a heading and no more. */
static bool
read_head(struct head *head, const char *s, size_t len)
{
	while (len > 0 && strchr(" \t\r", s[len - 1]))
		len--;
	if (len < 10 || memcmp(s, "<h", 2) != 0 || s[2] < '1' || s[2] > '6' ||
	    !strchr("> ", s[3]) || memcmp(s + len - 5, "</h", 3) != 0 ||
	    s[len - 2] != s[2] || s[len - 1] != '>')
		return false;
	head->level = (size_t)(s[2] - '0');
	head->words = memchr(s, '>', len);
	head->end = s + len - 5;
	if (++head->words >= head->end)
		return false;
	return !memchr(head->words, '<', (size_t)(head->end - head->words));
}

/* Whether an item of a list begins at `s`. */
static bool
begins_item(const char *s, const char *end)
{
	return end - s > 2 && strchr("-*+", *s) && s[1] == ' ';
}

/* The first "<h" from `s` on; NULL: there is none. */
static const char *
next_tag(const char *s, const char *end)
{
	while ((s = memchr(s, '<', (size_t)(end - s))) && s + 1 < end &&
	    s[1] != 'h')
		s++;
	return s;
}

char *
html_heads_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *from = s;
	char *text = NULL;
	size_t n = 0;

	for (const char *at = next_tag(s, end); at;) {
		const char *nl = memchr(at, '\n', (size_t)(end - at));
		struct head head;

		if (!nl)
			break;
		if ((at == s || at[-1] == '\n') && begins_item(nl + 1, end) &&
		    read_head(&head, at, (size_t)(nl - at))) {
			if (!text)
				text = arena_alloc(arena, *len + 1);
			memcpy(text + n, from, (size_t)(at - from));
			n += (size_t)(at - from);
			memset(text + n, '#', head.level);
			n += head.level;
			text[n++] = ' ';
			memcpy(text + n, head.words,
			    (size_t)(head.end - head.words));
			n += (size_t)(head.end - head.words);
			from = nl;
		}
		at = memmem(nl, (size_t)(end - nl), "\n<h", 3);
		at = at ? at + 1 : NULL;
	}
	if (!text)
		return NULL;
	memcpy(text + n, from, (size_t)(end - from));
	n += (size_t)(end - from);
	text[n] = '\0';
	*len = n;
	return text;
}
