#include "source/markdown/html_heads.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"

#define BLOCK_MOST 4096 /* bytes of HTML above a heading */

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
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);

	for (const char *at = next_tag(s, end); at;) {
		const char *nl = memchr(at, '\n', (size_t)(end - at));
		struct head head;

		if (!nl)
			break;
		if ((at == s || at[-1] == '\n') && begins_item(nl + 1, end) &&
		    read_head(&head, at, (size_t)(nl - at))) {
			anew_skip(&w, at, nl);
			anew_marks(&w, head.level);
			anew_put(&w, head.words, head.end);
		}
		at = memmem(nl, (size_t)(end - nl), "\n<h", 3);
		at = at ? at + 1 : NULL;
	}
	return anew_end(&w, w.from > s, len);
}

/* Whether a tag begins here that stands alone: "<br>". */
static bool
is_void(const char *s, size_t len)
{
	static const char *const names[] = {"br", "hr", "img", "source"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n = strlen(names[i]);

		if (len > n && text_ascii_same(s, names[i], n) &&
		    !text_ascii_word(s[n]))
			return true;
	}
	return false;
}

/* Whether each tag from `s` on is closed before `end`, and each line ends in one. */
static bool
is_closed(const char *s, const char *end)
{
	int open = 0;

	if (end - s > BLOCK_MOST)
		return false;
	for (const char *at = s; at < end; at++) {
		if (*at == '\n' && at[-1] != '>')
			return false;
		if (*at != '<' || at + 1 == end)
			continue;
		if (at[1] == '/')
			open--;
		else if (!text_ascii_letter(at[1]))
			return false;
		else if (!is_void(at + 1, (size_t)(end - at - 1)))
			open++;
	}
	return open == 0;
}

/* The start of the line that ends at `end`. */
static const char *
line_start(const char *s, const char *end)
{
	const char *nl = memrchr(s, '\n', (size_t)(end - s));

	return nl ? nl + 1 : s;
}

/*
 * Where the lines that begin with a tag, of which the last one ends at `end`, begin,
 * below an empty line or a heading; NULL: something else is above them.
 */
static const char *
block_start(const char *s, const char *end)
{
	const char *from = line_start(s, end), *above = from;

	while (*from == '<' && from > s && end - from <= BLOCK_MOST) {
		above = line_start(s, from - 1);
		if (*above != '<')
			break;
		from = above;
	}
	return *from == '<' && (from == s || strchr("#\n\r", *above)) ? from
								      : NULL;
}

char *
html_heads_below_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len, *nl = s;
	struct anew w = anew_begin(arena, s, *len);
	size_t n = 0;

	while (nl < end && (nl = memmem(nl, (size_t)(end - nl), ">\n#", 3))) {
		size_t marks = strspn(nl + 2, "#");
		const char *block;

		nl += 2;
		if (marks > 6 || nl[marks] != ' ')
			continue;
		block = block_start(s, nl - 1);
		if (!block || !is_closed(block, nl - 1))
			continue;
		block = line_start(s, nl - 1);
		/* What breaks a line is as good as an empty one. */
		if (text_ascii_same(block, "<br", 3)) {
			anew_skip(&w, block, nl - 1);
		} else {
			anew_skip(&w, nl, nl);
			anew_puts(&w, "\n");
		}
		n++;
	}
	return anew_end(&w, n > 0, len);
}
