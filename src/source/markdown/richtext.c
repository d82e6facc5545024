#include "source/markdown/richtext.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

void
prose_begin(struct prose *prose, struct arena *arena)
{
	memset(prose, 0, sizeof(*prose));
	prose->arena = arena;
	prose->first = SIZE_MAX;
}

/* Room for one more span at the end; the caller fills it. */
static struct span *
new_span(struct prose *prose)
{
	prose->spans = mem_grow(prose->spans, &prose->spans_cap,
	    prose->nspans + 1, sizeof(*prose->spans));
	return &prose->spans[prose->nspans++];
}

/* Styles what was added from `start` on, joining it to a like neighbour. */
static void
style_from(struct prose *prose, size_t start, unsigned style, const char *url)
{
	if (style == 0 || start == prose->len)
		return;
	if (prose->nspans > 0) {
		struct span *last = &prose->spans[prose->nspans - 1];

		if (last->style == style && last->url == url &&
		    last->end == start) {
			last->end = (uint32_t)prose->len;
			return;
		}
	}
	*new_span(prose) = (struct span){
	    .start = (uint32_t)start,
	    .end = (uint32_t)prose->len,
	    .style = style,
	    .url = url,
	};
}

static void
put(struct prose *prose, const char *s, size_t len)
{
	prose->text = mem_grow(
	    prose->text, &prose->cap, prose->len + len + 1, 1);
	memcpy(prose->text + prose->len, s, len);
	prose->len += len;
}

/* The bytes of the blank at `s`, 0 if there is none; see text_squeeze. */
static size_t
blank_at(const char *s, size_t len)
{
	if (*s == ' ' || *s == '\t' || *s == '\n')
		return 1;
	if (len >= 2 && memcmp(s, "\xc2\xa0", 2) == 0)
		return 2;
	return len >= 3 && memcmp(s, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

/* The end of the word that starts at `i`. */
static size_t
word_end(const char *s, size_t len, size_t i)
{
	while (i < len && blank_at(s + i, len - i) == 0)
		i++;
	return i;
}

void
prose_add(struct prose *prose, const char *s, size_t len, unsigned style,
    const char *url)
{
	size_t start = prose->len;

	if (!text_is_clean(s, len))
		s = text_clean(prose->arena, s, len, &len);
	for (size_t i = 0; i < len;) {
		size_t n = blank_at(s + i, len - i);

		if (n > 0) {
			prose->blank = prose->len > 0;
			i += n;
			continue;
		}
		if (prose->blank) {
			put(prose, " ", 1);
			/* A blank before the styled words is not styled. */
			if (start == prose->len - 1)
				start++;
			prose->blank = false;
		}
		n = word_end(s, len, i);
		put(prose, s + i, n - i);
		i = n;
	}
	style_from(prose, start, style, url);
}

void
prose_add_line(struct prose *prose, const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		prose_add(prose, line->text + at, span->start - at, 0, NULL);
		prose_add(prose, line->text + span->start,
		    span->end - span->start, span->style, span->url);
		at = span->end;
	}
	prose_add(prose, line->text + at, line->len - at, 0, NULL);
}

void
prose_break(struct prose *prose)
{
	if (prose->first == SIZE_MAX)
		prose->first = prose->len;
	prose->blank = prose->len > 0;
}

static char *
url_of(struct arena *arena, const char *s, size_t len)
{
	/* GitHub Flavored Markdown gives the bare www. this scheme. */
	return strncmp(s, "http", 4) == 0 || strncmp(s, "HTTP", 4) == 0
	    ? arena_dup(arena, s, len)
	    : arena_printf(arena, "http://%.*s", (int)len, s);
}

static bool
starts_word(const char *text, size_t i)
{
	return i == 0 || strchr(" *_~(<[|\"'", text[i - 1]) != NULL ||
	    (unsigned char)text[i - 1] >= 0x80;
}

/* Makes links of the bare URLs in text[i, end), to stand at span `at`. */
static size_t
link_bare_urls(struct prose *prose, size_t at, size_t i, size_t end)
{
	for (; i < end; i++) {
		size_t n = 0;

		if (strchr("hHwW", prose->text[i]) != NULL &&
		    starts_word(prose->text, i))
			n = link_bare(prose->text + i, end - i);
		if (n == 0)
			continue;

		struct span span = {
		    .start = (uint32_t)i,
		    .end = (uint32_t)(i + n),
		    .style = SPAN_LINK,
		    .url = url_of(prose->arena, prose->text + i, n),
		};

		new_span(prose);
		memmove(&prose->spans[at + 1], &prose->spans[at],
		    (prose->nspans - 1 - at) * sizeof(span));
		prose->spans[at++] = span;
		i += n - 1;
	}
	return at;
}

/* In plain text and in strong or emphasised text, but not in code or links. */
static void
find_bare_urls(struct prose *prose)
{
	size_t from = 0;

	for (size_t k = 0; k < prose->nspans; k++) {
		unsigned style = prose->spans[k].style;

		k = link_bare_urls(prose, k, from, prose->spans[k].start);
		from = prose->spans[k].end;
		if (style & (SPAN_LINK | SPAN_CODE))
			continue;

		/* A URL all in one style: the span becomes the link. */
		struct span *span = &prose->spans[k];
		const char *s = prose->text + span->start;
		size_t len = span->end - span->start;

		if (link_bare(s, len) == len) {
			span->style |= SPAN_LINK;
			span->url = url_of(prose->arena, s, len);
		}
	}
	link_bare_urls(prose, prose->nspans, from, prose->len);
}

struct line
prose_end(struct prose *prose)
{
	struct line line = {.text = ""};

	if (prose->len > 0) {
		prose->text[prose->len] = '\0';
		find_bare_urls(prose);
		line.text = arena_dup(prose->arena, prose->text, prose->len);
		line.len = (uint32_t)prose->len;
	}
	if (prose->nspans > 0) {
		size_t size = prose->nspans * sizeof(*prose->spans);
		struct span *spans = arena_alloc(prose->arena, size);

		memcpy(spans, prose->spans, size);
		line.spans = spans;
		line.nspans = (uint32_t)prose->nspans;
	}
	line.first = (uint32_t)(prose->first < prose->len ? prose->first
							  : prose->len);
	free(prose->text);
	free(prose->spans);
	prose_begin(prose, prose->arena);
	return line;
}

struct line
prose_cut(
    struct arena *arena, const struct line *line, size_t start, size_t end)
{
	struct line cut = {.text = ""};
	struct span *spans = arena_alloc(
	    arena, (line->nspans + 1) * sizeof(*spans));

	while (start < end && line->text[start] == ' ')
		start++;
	while (end > start && line->text[end - 1] == ' ')
		end--;
	cut.text = arena_dup(arena, line->text + start, end - start);
	cut.len = (uint32_t)(end - start);
	cut.spans = spans;
	for (uint32_t i = 0; i < line->nspans; i++) {
		struct span span = line->spans[i];

		if (span.start < start)
			span.start = (uint32_t)start;
		if (span.end > end)
			span.end = (uint32_t)end;
		if (span.start >= span.end)
			continue;
		span.start -= (uint32_t)start;
		span.end -= (uint32_t)start;
		spans[cut.nspans++] = span;
	}
	cut.first = line->first <= start || line->first >= end
	    ? cut.len
	    : (uint32_t)(line->first - start);
	return cut;
}
