#include "source/markdown/inline.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

/* A link: where it, its words and its URL are in the text. */
struct link {
	size_t start, words, words_end, url, url_end, end;
};

/* Whether a byte may be more than itself, wherever it stands. */
static inline bool
is_sign(char c)
{
	static const bool sign[] = {['\\'] = true,
	    ['`'] = true,
	    ['&'] = true,
	    ['_'] = true,
	    ['*'] = true,
	    ['['] = true,
	    [']'] = true,
	    ['<'] = true,
	    ['!'] = true,
	    [0x7F] = true};
	unsigned char byte = (unsigned char)c;

	return byte < ' ' || (byte < sizeof(sign) && sign[byte]);
}

/* Whether a byte of a URL is nothing but that, to libcmark and to us. */
static inline bool
is_of_url(char c)
{
	static const bool sign[] = {['-'] = true,
	    ['.'] = true,
	    ['_'] = true,
	    ['~'] = true,
	    ['/'] = true,
	    ['?'] = true,
	    ['%'] = true,
	    ['='] = true,
	    ['#'] = true,
	    [':'] = true,
	    ['+'] = true,
	    [','] = true,
	    ['@'] = true,
	    [';'] = true};
	unsigned char byte = (unsigned char)c;

	return text_ascii_word(c) || (byte < sizeof(sign) && sign[byte]);
}

/*
 * Finds the next link from `from` on; `start` is `len` where there is none.
 * False: there is something else than words.
 */
static bool
next_link(const char *s, size_t len, size_t from, struct link *link)
{
	bool worded = false;
	size_t i = from;

	while (i < len && !is_sign(s[i]))
		i++;
	link->start = i;
	if (i == len)
		return true;
	link->words = i + 1;
	if (s[i] != '[')
		return false;
	for (i++; i < len && !is_sign(s[i]); i++)
		worded = worded || text_ascii_word(s[i]);
	link->words_end = i;
	link->url = i + 2;
	if (!worded || len - i < 3 || s[i] != ']' || s[i + 1] != '(')
		return false;
	for (i += 2; i < len && is_of_url(s[i]);)
		i++;
	link->url_end = i;
	link->end = i + 1;
	return i > link->url && i < len && s[i] == ')';
}

bool
inline_read(struct arena *arena, const char *s, size_t len, struct line *line)
{
	struct richtext richtext;
	struct link link = {.end = 0};
	size_t at = 0;
	bool good;

	richtext_begin(&richtext, arena);
	while ((good = next_link(s, len, at, &link)) && link.start < len) {
		richtext_add(&richtext, s + at, link.start - at, 0, NULL);
		richtext_add(&richtext, s + link.words,
		    link.words_end - link.words, SPAN_LINK,
		    arena_dup(arena, s + link.url, link.url_end - link.url));
		at = link.end;
	}
	if (!good) {
		richtext_drop(&richtext);
		return false;
	}
	richtext_add(&richtext, s + at, len - at, 0, NULL);
	*line = richtext_end(&richtext);
	return true;
}
