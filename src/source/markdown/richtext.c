#include "source/markdown/richtext.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/scan.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

void
richtext_begin(struct richtext *richtext, struct arena *arena)
{
	memset(richtext, 0, offsetof(struct richtext, room));
	richtext->arena = arena;
	richtext->text = richtext->room;
	richtext->cap = sizeof(richtext->room);
	richtext->first = SIZE_MAX;
}

/* Room for one more span at the end; the caller fills it. */
static struct span *
new_span(struct richtext *richtext)
{
	richtext->spans = mem_grow(richtext->spans, &richtext->spans_cap,
	    richtext->nspans + 1, sizeof(*richtext->spans));
	return &richtext->spans[richtext->nspans++];
}

/* Whether words of one link go on at byte `start`, perhaps behind a blank. */
static bool
goes_on(const struct richtext *richtext, const struct span *last, size_t start)
{
	return last->end == start ||
	    (last->url && last->end + 1U == start &&
		richtext->text[last->end] == ' ');
}

/* Styles what was added from `start` on, joining it to a like neighbour. */
static void
style_from(
    struct richtext *richtext, size_t start, unsigned style, const char *url)
{
	if (style == 0 || start == richtext->len || richtext->len > SPAN_MOST)
		return;
	if (richtext->nspans > 0) {
		struct span *last = &richtext->spans[richtext->nspans - 1];

		if (last->style == style && last->url == url &&
		    goes_on(richtext, last, start)) {
			last->end = (uint32_t)richtext->len;
			return;
		}
	}
	*new_span(richtext) = (struct span){
	    .start = (uint32_t)start,
	    .end = (uint32_t)richtext->len,
	    .style = style,
	    .url = url,
	};
}

static void
put(struct richtext *richtext, const char *s, size_t len)
{
	size_t need = richtext->len + len + 1;
	bool moves = need > richtext->cap && richtext->text == richtext->room;

	richtext->text = mem_grow(
	    moves ? NULL : richtext->text, &richtext->cap, need, 1);
	if (moves)
		memcpy(richtext->text, richtext->room, richtext->len);
	memcpy(richtext->text + richtext->len, s, len);
	richtext->len += len;
}

/* Whether the byte begins no blank: those beyond ASCII begin with one of three. */
static inline bool
is_letter(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte > ' ' && byte != 0xc2 && byte != 0xe2 && byte != 0xe3;
}

/*
 * How many of eight bytes are words of ASCII with single blanks between them,
 * after a letter: all, or all but a blank at their end; 0 where others are
 * among them.
 */
static inline size_t
words_of_eight(const char *s)
{
	const uint64_t each = UINT64_C(0x0101010101010101), high = 0x80 * each;
	uint64_t word, other, blanks;

	memcpy(&word, s, sizeof(word));
	other = word ^ ' ' * each;
	blanks = ~((other & ~high) + (high - each)) & high;
	if (((word | (word - ' ' * each)) & high) | (blanks & blanks << 8))
		return 0;
	return s[7] == ' ' ? 7 : 8;
}

/*
 * The end of the words that start at `i`, with single blanks of ASCII between
 * them: these stay as they are.
 */
static size_t
words_end(const char *s, size_t len, size_t i)
{
	size_t n;

	while (len - i >= 8 && (n = words_of_eight(s + i)) > 0)
		i += n;
	/* Of the last eight the first were had already. */
	if (i < len && len >= 8 && len - i < 8 &&
	    words_of_eight(s + len - 8) == 8)
		return len;
	while (i < len) {
		if (s[i] == ' ' && i + 1 < len && is_letter(s[i + 1]))
			i += 2;
		else if (is_letter(s[i]) || text_blank(s + i, len - i) == 0)
			i++;
		else
			break;
	}
	return i;
}

void
richtext_add(struct richtext *richtext, const char *s, size_t len,
    unsigned style, const char *url)
{
	size_t start = richtext->len;

	if (!text_is_clean(s, len))
		s = text_clean(richtext->arena, s, len, &len);
	for (size_t i = 0; i < len;) {
		size_t n = text_blank(s + i, len - i);

		if (n > 0) {
			richtext->blank = richtext->len > 0;
			i += n;
			continue;
		}
		if (richtext->blank) {
			put(richtext, " ", 1);
			/* A blank before the styled words is not styled. */
			if (start == richtext->len - 1)
				start++;
			richtext->blank = false;
		}
		n = words_end(s, len, i);
		put(richtext, s + i, n - i);
		i = n;
	}
	style_from(richtext, start, style, url);
}

void
richtext_add_line(struct richtext *richtext, const struct line *line)
{
	size_t at = 0;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		richtext_add(
		    richtext, line->text + at, span->start - at, 0, NULL);
		richtext_add(richtext, line->text + span->start,
		    span->end - span->start, span->style, span->url);
		at = span->end;
	}
	richtext_add(richtext, line->text + at, line->len - at, 0, NULL);
}

void
richtext_break(struct richtext *richtext, bool wanted)
{
	size_t at = richtext->len;

	if (richtext->first == SIZE_MAX)
		richtext->first = at;
	else if (richtext->breaks[0] == 0 && at > richtext->first)
		richtext->breaks[0] = at;
	else if (richtext->breaks[1] == 0 && at > richtext->breaks[0])
		richtext->breaks[1] = at;
	if (at == richtext->first)
		richtext->broken |= wanted;
	richtext->blank = richtext->len > 0;
}

static const char *
url_of(struct arena *arena, const char *s, size_t len)
{
	/* GitHub Flavored Markdown gives the bare www. this scheme. */
	return link_encode(arena,
	    text_ascii_same(s, "http", 4)
		? arena_dup(arena, s, len)
		: arena_printf(arena, "http://%.*s", (int)len, s));
}

static bool
starts_word(const char *text, size_t i)
{
	return i == 0 || strchr(" *_~(<[|\"'", text[i - 1]) != NULL ||
	    (unsigned char)text[i - 1] >= 0x80;
}

/* Adds links for the bare URLs in text[i, end). */
static void
link_bare_urls(struct richtext *richtext, size_t i, size_t end)
{
	for (; i < end; i++) {
		char c = (char)(richtext->text[i] | 0x20);
		size_t n = 0;

		if ((c == 'h' || c == 'w') && starts_word(richtext->text, i))
			n = link_bare(richtext->text + i, end - i);
		if (n == 0 || i + n > SPAN_MOST)
			continue;
		*new_span(richtext) = (struct span){
		    .start = (uint32_t)i,
		    .end = (uint32_t)(i + n),
		    .style = SPAN_LINK,
		    .url = url_of(richtext->arena, richtext->text + i, n),
		};
		i += n - 1;
	}
}

/* Adds the span; a URL that is all in one style becomes a link. */
static void
add_span(struct richtext *richtext, struct span span)
{
	const char *s = richtext->text + span.start;
	size_t len = span.end - span.start;

	if (!(span.style & (SPAN_LINK | SPAN_CODE)) &&
	    link_bare(s, len) == len) {
		span.style |= SPAN_LINK;
		span.url = url_of(richtext->arena, s, len);
	}
	*new_span(richtext) = span;
}

/* Whether there may be a bare URL: all have `://`, or `www.`. */
static bool
may_have_url(const char *s, size_t len)
{
	const char *colon = s, *dot = s, *end = s + len;

	for (; (colon = memchr(colon, ':', (size_t)(end - colon))); colon++) {
		if (end - colon >= 3 && colon[1] == '/' && colon[2] == '/')
			return true;
	}
	for (; (dot = memchr(dot, '.', (size_t)(end - dot))); dot++) {
		if (dot - s >= 3 && (dot[-1] | 0x20) == 'w')
			return true;
	}
	return false;
}

/* In plain text and in strong or emphasised text, but not in code or links. */
static void
find_bare_urls(struct richtext *richtext)
{
	struct span *spans = richtext->spans;
	size_t n = richtext->nspans, from = 0;

	if (!may_have_url(richtext->text, richtext->len))
		return;
	richtext->spans = NULL;
	richtext->nspans = richtext->spans_cap = 0;
	for (size_t k = 0; k < n; k++) {
		link_bare_urls(richtext, from, spans[k].start);
		add_span(richtext, spans[k]);
		from = spans[k].end;
	}
	link_bare_urls(richtext, from, richtext->len);
	free(spans);
}

struct line
richtext_end(struct richtext *richtext)
{
	struct line line = {.text = ""};

	if (richtext->len > 0) {
		richtext->text[richtext->len] = '\0';
		find_bare_urls(richtext);
		line.text = arena_dup(
		    richtext->arena, richtext->text, richtext->len);
		line.len = (uint32_t)richtext->len;
	}
	if (richtext->nspans > 0) {
		size_t size = richtext->nspans * sizeof(*richtext->spans);
		struct span *spans = arena_alloc(richtext->arena, size);

		memcpy(spans, richtext->spans, size);
		line.spans = spans;
		line.nspans = (uint32_t)richtext->nspans;
	}
	for (int i = 0; i < 2; i++)
		line.breaks[i] = (uint32_t)(richtext->breaks[i] < richtext->len
			? richtext->breaks[i]
			: 0);
	line.first = (uint32_t)(richtext->first < richtext->len
		? richtext->first
		: richtext->len);
	line.broken = richtext->broken;
	richtext_drop(richtext);
	return line;
}

bool
richtext_words(struct arena *arena, const char *s, size_t len, const char *url,
    char *own, struct line *line)
{
	enum scan_words words;

	if (len == 0 || s[0] == ' ' || s[len - 1] == ' ')
		return false;
	words = scan_words(s, len);
	if (words == SCAN_OTHER ||
	    (words == SCAN_POINTED && may_have_url(s, len)))
		return false;
	if (own)
		own[len] = '\0';
	*line = (struct line){.text = own ? own : arena_dup(arena, s, len),
	    .len = (uint32_t)len,
	    .first = (uint32_t)len};
	if (url && len <= SPAN_MOST) {
		struct span *span = arena_alloc(arena, sizeof(*span));

		*span = (struct span){
		    .end = line->len, .style = SPAN_LINK, .url = url};
		line->spans = span;
		line->nspans = 1;
	}
	return true;
}

void
richtext_drop(struct richtext *richtext)
{
	if (richtext->text != richtext->room)
		free(richtext->text);
	free(richtext->spans);
	richtext_begin(richtext, richtext->arena);
}

struct line
richtext_cut(
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
	cut.first = cut.len;
	for (size_t i = 3; i-- > 0;) {
		uint32_t at = i == 0 ? line->first : line->breaks[i - 1];

		if (at > start && at < end)
			cut.first = (uint32_t)(at - start);
	}
	cut.broken = line->broken && start < line->first && line->first < end;
	return cut;
}

bool
richtext_has_words(const char *s, size_t start, size_t end)
{
	while (start < end) {
		uint32_t code;

		if (text_ascii_word(s[start]))
			return true;
		start += text_decode(s + start, end - start, &code);
		if (code >= 0x80 && text_is_word(code))
			return true;
	}
	return false;
}

bool
richtext_is_url(const struct line *line)
{
	return line->len > 0 && link_bare(line->text, line->len) == line->len;
}

bool
richtext_has_link(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (line->spans[i].style & SPAN_LINK)
			return true;
	}
	return false;
}

bool
richtext_leads_out(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		if ((line->spans[i].style & SPAN_LINK) &&
		    line->spans[i].url[0] != '#')
			return true;
	}
	return false;
}
