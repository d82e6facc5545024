#include "lectern/model/timecode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"

#define MORNING 6  /* a programme begins no earlier, */
#define DAY     24 /* and has no later hour */

/* How a clock stands in its line. */
enum manner { BARE, MARKED, LINKED, MANNERS };

/* A clock as it is read off. */
struct clock {
	uint32_t second;
	uint32_t parts; /* 2 or 3 numbers */
	bool bracket;   /* in brackets */
	bool backwards; /* a range that ends before it begins */
};

/* A candidate, with what is needed to weigh it. */
struct candidate {
	struct timecode code;
	struct clock clock;
	enum manner manner;
};

struct search {
	struct candidate *found;
	size_t n, cap;
	const char *url;
	char *key; /* of the video; NULL: none */
	struct arena *arena;
	uint32_t line;
};

/* Reads a number of at most `most` digits; returns how many it has. */
static size_t
read_number(const char *s, size_t len, size_t most, uint32_t *number)
{
	size_t n = 0;

	*number = 0;
	while (n < len && n < most && text_ascii_digit(s[n]))
		*number = *number * 10 + (uint32_t)(s[n++] - '0');
	return n;
}

/* Reads `mm:ss` or `h:mm:ss`, perhaps with a fraction; returns its bytes. */
static size_t
read_plain(const char *s, size_t len, struct clock *clock)
{
	uint32_t number;
	size_t n = read_number(s, len, 3, &clock->second);

	clock->parts = 1;
	if (n == 0)
		return 0;
	while (clock->parts < 3 && n + 2 < len && s[n] == ':' &&
	    read_number(s + n + 1, len - n - 1, 2, &number) == 2) {
		if (number >= 60)
			return 0;
		clock->second = clock->second * 60 + number;
		clock->parts++;
		n += 3;
	}
	if (n + 1 < len && s[n] == '.' && text_ascii_digit(s[n + 1]))
		n += 1 + read_number(s + n + 1, len - n - 1, 9, &number);
	return clock->parts > 1 ? n : 0;
}

/* Returns the bytes of a word of the list that the text begins with. */
static size_t
one_of(const char *s, size_t len, const char *const *list)
{
	for (; *list; list++) {
		size_t n = strlen(*list);

		if (n <= len && text_ascii_same(s, *list, n))
			return n;
	}
	return 0;
}

/* Reads a clock with the brackets around it. */
static size_t
read_bracketed(const char *s, size_t len, struct clock *clock)
{
	size_t open = len > 0 && (*s == '[' || *s == '('), n;
	char close = open && *s == '[' ? ']' : ')';

	n = read_plain(s + open, len - open, clock);
	if (n == 0)
		return 0;
	n += open;
	clock->bracket = open && n < len && s[n] == close;
	return n + clock->bracket;
}

/* Reads a clock or a range of two, in brackets or not. */
static size_t
read_clock(const char *s, size_t len, struct clock *clock)
{
	static const char *const dashes[] = {"-->", "->", "--", "-", "\u2013",
	    "\u2014", "\u2192", "\u2010", "\u2212", NULL};
	struct clock last = {0};
	size_t open = len > 0 && (*s == '[' || *s == '(');
	size_t n = read_bracketed(s, len, clock), at, dash, end;

	if (n == 0)
		return 0;
	at = n + text_blanks(s + n, len - n);
	dash = one_of(s + at, len - at, dashes);
	at += dash;
	at += text_blanks(s + at, len - at);
	end = dash > 0 ? read_bracketed(s + at, len - at, &last) : 0;
	if (end > 0) {
		n = at + end;
		clock->backwards = last.second < clock->second;
		if (open && !clock->bracket && n < len &&
		    s[n] == (*s == '[' ? ']' : ')')) {
			clock->bracket = true;
			n++;
		}
	}
	/* A bracket that does not end with the clock has more in it. */
	return open && !clock->bracket ? 0 : n;
}

/* Whether a time of day is said to be one. */
static bool
is_said_daytime(const char *s, size_t len)
{
	static const char *const words[] = {"am", "pm", "a.m", "p.m", "h",
	    "hrs", "hours", "uhr", "o'clock", "utc", "gmt", "cet", "cest",
	    "est", "edt", "pst", "pdt", "et", "pt", "bst", "jst", "ist", NULL};
	size_t at = text_blanks(s, len);

	for (const char *const *word = words; *word; word++) {
		size_t n = strlen(*word);

		if (at + n <= len && text_ascii_same(s + at, *word, n) &&
		    (at + n == len || !text_ascii_word(s[at + n])))
			return true;
	}
	return false;
}

/* Whether what follows a clock lets it be one. */
static bool
may_follow(const char *s, size_t len)
{
	if (len == 0 || (unsigned char)*s >= 0x80)
		return true;
	if (len > 1 && *s == ':' && text_ascii_digit(s[1]))
		return false;
	return strchr(" \t\n-:,.;|)]>", *s) != NULL;
}

/* Returns the bytes between a clock and the words after it. */
static size_t
gap_after(const char *s, size_t len)
{
	static const char *const marks[] = {
	    "-", "\u2013", "\u2014", ":", "|", ",", NULL};
	size_t n = text_blanks(s, len);
	size_t mark = one_of(s + n, len - n, marks);
	size_t more = text_blanks(s + n + mark, len - n - mark);

	/* A dash that touches a word may belong to it. */
	return mark > 0 && (more > 0 || n == 0) ? n + mark + more : n;
}

/* The span that covers a byte and has one of the styles, or NULL. */
static const struct span *
span_at(const struct block *block, uint32_t at, uint32_t styles)
{
	for (uint32_t i = 0; i < block->nspans; i++)
		if (block->spans[i].start <= at && block->spans[i].end > at &&
		    (block->spans[i].style & styles))
			return &block->spans[i];
	return NULL;
}

static bool
is_own_video(struct search *search, const char *url)
{
	if (!search->key && search->url)
		search->key = link_key(search->arena, search->url);
	return search->key &&
	    strcmp(link_key(search->arena, url), search->key) == 0;
}

/* Whether the block shows a video that begins at its start. */
static bool
is_beside_video(const struct block *block)
{
	for (uint32_t i = 0; i < block->nspans; i++) {
		const char *url = block->spans[i].url;

		if (url && link_is_video(url) && link_seconds(url) == 0)
			return true;
	}
	return false;
}

static void
add(struct search *search, const struct candidate *candidate)
{
	search->found = mem_grow(
	    search->found, &search->cap, search->n + 1, sizeof(*search->found));
	search->found[search->n++] = *candidate;
}

/* Finds what is wrong with a clock by its own line. */
static enum timecode_fault
fault_of(const struct search *search, const struct block *block,
    const struct candidate *c, size_t after)
{
	if (search->line > 0 && block->line == search->line)
		return TIMECODE_TITLE;
	if (is_beside_video(block))
		return TIMECODE_BESIDE;
	if (c->clock.backwards ||
	    is_said_daytime(block->text + after, block->len - after))
		return TIMECODE_DAYTIME;
	return TIMECODE_GOOD;
}

/* Takes the clock at a byte of a block; returns the byte after it, or 0. */
static size_t
take_clock(
    struct search *search, const struct block *block, uint32_t index, size_t at)
{
	struct candidate c = {.code = {index, (uint32_t)at, 0, 0, 0}};
	const char *s = block->text;
	size_t n = read_clock(s + at, block->len - at, &c.clock), end = at + n;
	uint32_t inside = (uint32_t)at + c.clock.bracket;
	const struct span *link = span_at(block, inside, SPAN_LINK);
	long second = link && link->url ? link_seconds(link->url) : 0;

	if (n == 0 || !may_follow(s + end, block->len - end))
		return 0;
	c.code.end = (uint32_t)(end + gap_after(s + end, block->len - end));
	c.code.second = c.clock.second;
	c.manner = c.clock.bracket ||
		(block->nspans > 0 && span_at(block, inside, ~0U))
	    ? MARKED
	    : BARE;
	c.code.fault = (uint8_t)fault_of(search, block, &c, end);
	if (second > 0) {
		c.manner = LINKED;
		c.code.second = (uint32_t)second;
		c.code.fault = is_own_video(search, link->url)
		    ? TIMECODE_GOOD
		    : TIMECODE_ELSEWHERE;
	}
	/* A list of chapters says that they are such. */
	if (block->part == BLOCK_CHAPTERS) {
		c.manner = LINKED;
		c.code.fault = TIMECODE_GOOD;
	}
	add(search, &c);
	return end;
}

/* Takes a link with words that starts the video later; false: none is there. */
static bool
take_link(struct search *search, const struct block *block, uint32_t index)
{
	const struct span *link = span_at(block, 0, SPAN_LINK);
	long second = link && link->url ? link_seconds(link->url) : 0;
	struct candidate c = {.manner = LINKED};

	if (second <= 0 || block->line == search->line)
		return false;
	c.code = (struct timecode){index, 0, 0, (uint32_t)second,
	    is_own_video(search, link->url) ? TIMECODE_GOOD
					    : TIMECODE_ELSEWHERE};
	add(search, &c);
	return true;
}

/*
 * A paragraph is one line, even where its author had a clock at the start of
 * each: from three on, or two in brackets, clocks that rise are such starts.
 */
static void
take_rest(struct search *search, const struct block *block, uint32_t index,
    size_t at, size_t first)
{
	while (at < block->len) {
		const char *blank = memchr(
		    block->text + at, ' ', block->len - at);
		size_t end, was = search->n;

		if (!blank)
			break;
		at = (size_t)(blank - block->text) + 1;
		end = take_clock(search, block, index, at);
		if (end == 0)
			continue;
		if (search->found[was].clock.second <=
		    search->found[was - 1].clock.second)
			search->n = was;
		at = end;
	}
	if (search->n - first < 3 &&
	    !search->found[search->n - 1].clock.bracket)
		search->n = first + 1;
}

static void
take_block(struct search *search, const struct block *block, uint32_t index)
{
	size_t first = search->n, at = 0;

	if (block->kind != BLOCK_CODE) {
		size_t end = take_clock(search, block, index, 0);

		if (end > 0)
			take_rest(search, block, index, end, first);
		else
			take_link(search, block, index);
		return;
	}
	while (at < block->len) {
		const char *s = block->text + at;
		const char *nl = memchr(s, '\n', block->len - at);

		take_clock(
		    search, block, index, at + text_blanks(s, block->len - at));
		at = nl ? (size_t)(nl - block->text) + 1 : block->len;
	}
}

/* Gives all good ones of a manner a fault. */
static void
refuse(struct search *search, enum manner manner, enum timecode_fault fault)
{
	for (size_t i = 0; i < search->n; i++)
		if (search->found[i].manner == manner &&
		    search->found[i].code.fault == TIMECODE_GOOD)
			search->found[i].code.fault = (uint8_t)fault;
}

/* What the clocks of one manner have in common. */
struct sum {
	size_t n;
	size_t slips; /* are before the one before */
	size_t daily; /* could be a time of day of a programme */
};

static struct sum
add_up(const struct search *search, enum manner manner)
{
	struct sum sum = {0};
	uint32_t before = 0;

	for (size_t i = 0; i < search->n; i++) {
		const struct candidate *c = &search->found[i];
		uint32_t hour = c->clock.second / 60;

		if (c->manner != manner || c->code.fault != TIMECODE_GOOD)
			continue;
		sum.n++;
		sum.slips += c->clock.second < before;
		sum.daily += c->clock.parts == 2 && hour >= MORNING &&
		    hour < DAY && c->clock.second % 5 == 0;
		before = c->clock.second;
	}
	return sum;
}

/* Weighs the clocks of a manner together. */
static void
weigh(struct search *search, enum manner manner)
{
	struct sum sum = add_up(search, manner);
	size_t least = manner == BARE ? 2 : 3;

	if (sum.n == 1 && manner == BARE)
		refuse(search, manner, TIMECODE_ALONE);
	else if (sum.slips > sum.n / 5)
		refuse(search, manner, TIMECODE_BACKWARDS);
	else if (sum.n >= least && sum.daily == sum.n)
		refuse(search, manner, TIMECODE_DAYTIME);
}

/* Of a talk that begins late in its video, codes may count from there. */
static void
shift(struct search *search)
{
	long start = search->url ? link_seconds(search->url) : 0;
	const struct candidate *first = NULL;

	for (size_t i = 0; i < search->n && !first; i++)
		if (search->found[i].code.fault == TIMECODE_GOOD &&
		    search->found[i].manner != LINKED)
			first = &search->found[i];
	if (!first || (long)first->code.second >= start)
		return;
	for (size_t i = 0; i < search->n; i++)
		if (search->found[i].manner != LINKED)
			search->found[i].code.second += (uint32_t)start;
}

void
timecode_find(struct timecodes *codes, const struct block *blocks, uint32_t n,
    const char *url, uint32_t line)
{
	struct search search = {.url = url, .arena = arena_new(), .line = line};

	for (uint32_t i = 0; i < n; i++)
		take_block(&search, &blocks[i], i);
	weigh(&search, BARE);
	weigh(&search, MARKED);
	shift(&search);
	codes->n = search.n;
	codes->code = mem_grow(
	    codes->code, &codes->cap, search.n + 1, sizeof(*codes->code));
	for (size_t i = 0; i < search.n; i++)
		codes->code[i] = search.found[i].code;
	free(search.found);
	arena_free(search.arena);
}

void
timecode_free(struct timecodes *codes)
{
	free(codes->code);
	*codes = (struct timecodes){0};
}

void
timecode_write(uint32_t second, char out[TIMECODE_BYTES])
{
	if (second < 3600)
		snprintf(
		    out, TIMECODE_BYTES, "%u:%02u", second / 60, second % 60);
	else
		snprintf(out, TIMECODE_BYTES, "%u:%02u:%02u", second / 3600,
		    second / 60 % 60, second % 60);
}
