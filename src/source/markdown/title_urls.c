#include "source/markdown/title_urls.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/anew.h"

#define LEAST   3   /* videos */
#define LONGEST 200 /* bytes of a title */

/* A paragraph. */
struct paragraph {
	const char *s, *end;       /* before its last line end */
	const char *title_end;     /* NULL: it is no title over an address */
	const char *url, *url_end; /* without the signs around it */
	const char *rest;          /* the line end behind the address */
};

/* Whether a line may be a title, and begins no other kind of block. */
static bool
may_be_title(const char *s, const char *end)
{
	return end - s > 3 && end - s <= LONGEST &&
	    !strchr(" \t#>-*+|`~<[!", *s) && !strchr(":;,", end[-1]) &&
	    !memchr(s, '[', (size_t)(end - s)) &&
	    !memchr(s, ']', (size_t)(end - s)) &&
	    !memchr(s, '\\', (size_t)(end - s)) &&
	    !memmem(s, (size_t)(end - s), "://", 3) &&
	    memchr(s, ' ', (size_t)(end - s));
}

/* Whether all of a line is an address; takes the signs off around it. */
static bool
take_url(struct paragraph *p, const char *s, const char *end)
{
	if (end - s > 2 && *s == '<' && end[-1] == '>') {
		s++;
		end--;
	}
	p->url = s;
	p->url_end = end;
	return end - s > 8 && memcmp(s, "http", 4) == 0 &&
	    link_bare(s, (size_t)(end - s)) > 0 &&
	    !memchr(s, ' ', (size_t)(end - s)) &&
	    !memchr(s, '(', (size_t)(end - s)) &&
	    !memchr(s, ')', (size_t)(end - s));
}

/* Reads the paragraph at or behind `s`; false: there is none. */
static bool
read_paragraph(const char *s, const char *end, struct paragraph *p)
{
	const char *nl, *url;

	while (s < end && (*s == '\n' || *s == '\r'))
		s++;
	if (s == end)
		return false;
	*p = (struct paragraph){.s = s};
	for (nl = text_line_end(s, end); nl < end && nl + 1 < end;
	     nl = text_line_end(nl + 1, end)) {
		if (text_words_end(nl + 1, text_line_end(nl + 1, end)) ==
		    nl + 1)
			break;
	}
	p->end = nl;
	nl = text_line_end(s, p->end);
	if (nl == p->end || !may_be_title(s, text_words_end(s, nl)))
		return true;
	url = nl + 1;
	p->rest = text_line_end(url, p->end);
	if (take_url(p, url, text_words_end(url, p->rest)))
		p->title_end = text_words_end(s, nl);
	return true;
}

/* Whether the document is titles over addresses, enough of which are videos. */
static bool
are_titles(struct arena *arena, const char *s, const char *end)
{
	size_t all = 0, titles = 0, videos = 0;
	struct paragraph p;

	for (; read_paragraph(s, end, &p); s = p.end) {
		if (*p.s == '#')
			return false;
		titles += p.title_end != NULL;
		/* What it begins with, and lists, are about others. */
		all += titles > 0 && !strchr("-*", *p.s);
		if (!p.title_end)
			continue;
		videos += link_is_video(
		    arena_dup(arena, p.url, (size_t)(p.url_end - p.url)));
	}
	/* Where all are videos, these tell it. */
	return videos >= LEAST && videos * 10 >= titles * 4 &&
	    videos * 10 < titles * 9 && titles * 10 >= all * 6;
}

/* Writes such a paragraph as an item. */
static void
put(struct anew *w, const struct paragraph *p)
{
	anew_skip(w, p->s, p->end);
	anew_puts(w, "- [");
	anew_put(w, p->s, p->title_end);
	anew_puts(w, "](");
	anew_put(w, p->url, p->url_end);
	anew_puts(w, ")\n");
	for (const char *s = p->rest; s < p->end;) {
		const char *nl = text_line_end(s + 1, p->end);

		anew_puts(w, "\n  ");
		anew_put(w, s + 1, nl);
		s = nl;
	}
}

char *
title_urls_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct paragraph p;

	if (!substring_has(s, *len, "\nhttp") || !are_titles(arena, s, end))
		return NULL;
	for (; read_paragraph(s, end, &p); s = p.end) {
		if (p.title_end)
			put(&w, &p);
	}
	return anew_end(&w, true, len);
}
