#include "source/markdown/inline.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

/* A link: where it, its words and its URL are in the text. */
struct link {
	size_t start, words, words_end, url, url_end, end;
};

/* Bytes that may be more than themselves, wherever they stand. */
#define SIGNS(PUT, n) \
	SCAN_CONTROLS(PUT, n) \
	PUT(0x7F, n) \
	PUT('\\', n) \
	PUT('`', n) \
	PUT('&', n) \
	PUT('_', n) \
	PUT('*', n) PUT('[', n) PUT(']', n) PUT('<', n) PUT('!', n)

/* Bytes of ASCII that are more in a URL, to libcmark or to us. */
#define NO_URL(PUT, n) \
	SCAN_CONTROLS(PUT, n) \
	PUT(0x7F, n) \
	PUT(' ', n) \
	PUT('!', n) \
	PUT('"', n) \
	PUT('$', n) \
	PUT('&', n) \
	PUT('\'', n) \
	PUT('(', n) \
	PUT(')', n) \
	PUT('*', n) \
	PUT('<', n) \
	PUT('>', n) \
	PUT('[', n) \
	PUT('\\', n) \
	PUT(']', n) \
	PUT('^', n) PUT('`', n) PUT('{', n) PUT('|', n) PUT('}', n)

static const struct scan_set signs = SCAN_SET(SIGNS), no_url = SCAN_SET(NO_URL);

static bool
is_worded(const char *s, size_t from, size_t to)
{
	while (from < to && !text_ascii_word(s[from]))
		from++;
	return from < to;
}

/*
 * Finds the next link from `from` on; `start` is `len` where there is none.
 * False: there is something else than words.
 */
static bool
next_link(const char *s, size_t len, size_t from, struct link *link)
{
	size_t i = scan_until(&signs, s, len, from);

	link->start = i;
	if (i == len)
		return true;
	link->words = i + 1;
	link->words_end = scan_until(&signs, s, len, link->words);
	i = link->words_end;
	link->url = i + 2;
	if (s[link->start] != '[' || !is_worded(s, link->words, i) ||
	    len - i < 3 || s[i] != ']' || s[i + 1] != '(')
		return false;
	i = link->url + LINK_WATCH;
	/* Most lead to a video. */
	if (i < len && s[i] == ')' &&
	    link_is_watch(s + link->url, LINK_WATCH)) {
		link->url_end = i;
		link->end = i + 1;
		return true;
	}
	i = link->url_end = scan_until(&no_url, s, len, link->url);
	link->end = i + 1;
	return i > link->url && i < len && s[i] == ')' &&
	    memcmp(s + link->url, "//", 2) != 0 &&
	    text_is_ascii(s + link->url, i - link->url);
}

/* Takes a text that is words alone, or that are one link. */
static bool
read_words(struct arena *arena, const char *s, size_t len,
    const struct link *link, char *own, struct line *line)
{
	if (link->start == len)
		return richtext_words(arena, s, len, NULL, own, line);
	if (link->start > 0 || link->end < len)
		return false;

	size_t url_len = link->url_end - link->url;
	const char *url = own ? own + link->url
			      : arena_dup(arena, s + link->url, url_len);

	if (!richtext_words(arena, s + link->words,
		link->words_end - link->words, url,
		own ? own + link->words : NULL, line))
		return false;
	if (own) {
		own[link->url - 1] = INLINE_URL;
		own[link->url_end] = '\0';
	}
	return true;
}

bool
inline_read(struct arena *arena, struct arena *spans, const char *s, size_t len,
    char *own, struct line *line)
{
	struct richtext richtext;
	struct link link = {.end = 0};
	size_t at = 0;
	bool good = next_link(s, len, 0, &link);

	if (good && read_words(own ? spans : arena, s, len, &link, own, line))
		return true;
	richtext_begin(&richtext, arena);
	for (; good && link.start < len; good = next_link(s, len, at, &link)) {
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
