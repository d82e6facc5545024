#include "source/markdown/bold_passages.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead_when.h"
#include "source/markdown/people.h"
#include "source/markdown/text_lines.h"

#define LEAST 3 /* paragraphs that name somebody */

/* A paragraph that begins with a title in bold. */
struct passage {
	const char *s, *end;         /* its lines, with the last line feed */
	const char *url, *url_end;   /* to which a picture leads; NULL: none */
	const char *line, *line_end; /* the one with the title */
	const char *title, *title_end;
	const char *rest; /* behind the title, and behind a bar */
	bool bar;
	bool named;
};

/* Finds the address that a line leads to which is a picture: "[![...](...)](url)". */
static void
find_picture(struct passage *p)
{
	const char *end = text_words_end(p->s, text_line_end(p->s, p->end));
	const char *url;

	if (end - p->s < 8 || memcmp(p->s, "[![", 3) != 0 || end[-1] != ')')
		return;
	url = memmem(p->s, (size_t)(end - p->s), ")](", 3);
	if (!url || memchr(url, ' ', (size_t)(end - url)) ||
	    memchr(url, ')', (size_t)(end - url) - 1) != url)
		return;
	p->url = url + 3;
	p->url_end = end - 1;
}

/* Finds who speaks behind the title, after a sign or "by". */
static void
read_rest(struct passage *p)
{
	const char *s = p->rest;
	size_t len = (size_t)(text_words_end(s, p->line_end) - s);
	size_t skip = text_spaces(s, len), n = 0;

	if (skip < len) {
		p->bar = s[skip] == '|';
		n = p->bar ? 1 : lead_dash(s + skip, len - skip);
	}
	if (n == 0)
		n = names_by(s + skip, len - skip);
	if (n == 0)
		return;
	skip += n;
	while (skip < len && text_ascii_any(s[skip], " *_"))
		skip++;
	if (p->bar)
		p->rest = s + skip;
	for (n = skip; n < len && !text_ascii_any(s[n], "*_|(.,-");)
		n++;
	while (n > skip && s[n - 1] == ' ')
		n--;
	p->named = n > skip && people_first(s + skip, n - skip) == NAMES_SURE;
}

/* Reads the paragraph at `s`; false: it is none that begins so. */
static bool
read_passage(struct passage *p)
{
	bool link;

	find_picture(p);
	p->line = p->url ? text_line_end(p->s, p->end) + 1 : p->s;
	if (p->line >= p->end)
		return false;
	p->line_end = text_line_end(p->line, p->end);
	if (p->line_end - p->line < 8 || memcmp(p->line, "**", 2) != 0)
		return false;
	p->title = p->line + 2;
	p->title_end = memmem(
	    p->title, (size_t)(p->line_end - p->title), "**", 2);
	if (!p->title_end || p->title_end == p->title)
		return false;
	link = *p->title == '[' && p->title_end[-1] == ')';
	if (link == (p->url != NULL) ||
	    (p->url &&
		memchr(p->title, ']', (size_t)(p->title_end - p->title))))
		return false;
	p->rest = p->title_end + 2;
	read_rest(p);
	return true;
}

/* The next paragraph from `s` on, of which `*is` tells; false: there is none. */
static bool
next_passage(const char *s, const char *end, struct passage *p, bool *is)
{
	const char *last = text_lines_paragraph(&s, end);

	if (!last)
		return false;
	*p = (struct passage){.s = s, .end = last};
	*is = read_passage(p);
	return true;
}

static void
put_passage(struct anew *w, const struct passage *p)
{
	anew_skip(w, p->s, p->line_end);
	anew_puts(w, p->url ? "- **[" : "- **");
	anew_put(w, p->title, p->title_end);
	if (p->url) {
		anew_puts(w, "](");
		anew_put(w, p->url, p->url_end);
		anew_puts(w, ")");
	}
	anew_puts(w, p->bar ? "** - " : "**");
	anew_put(w, p->rest, p->line_end);
	if (p->url) {
		anew_puts(w, "\n  ");
		anew_put(w, p->s, p->line - 1);
	}
}

/* Whether an item or a list in HTML begins at `s`. */
static bool
begins_list(const char *s, const char *end)
{
	return (end - s > 2 && text_ascii_any(*s, "-*+") && s[1] == ' ') ||
	    (end - s > 4 && text_ascii_same(s, "<ul>", 4));
}

char *
bold_passages_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	size_t n = 0, named = 0;
	bool is, lists = false;
	struct passage p;

	for (; next_passage(s, end, &p, &is); s = p.end) {
		lists = lists || begins_list(p.s, p.end);
		if (!is)
			continue;
		put_passage(&w, &p);
		n++;
		named += p.named;
	}
	return anew_end(&w, lists && named >= LEAST && named * 2 > n, len);
}
