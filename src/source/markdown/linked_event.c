#include "source/markdown/linked_event.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/format_word.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/no_person.h"
#include "source/markdown/people.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

#define LEAST         5  /* lines with a link to an event */
#define WORD_LONGEST  20 /* bytes of an event's name that is one word */
#define PLAIN_WORDS   4  /* words of one that is no link */
#define PLACE_LONGEST 40 /* bytes of the place behind an event */

/* Whether a line begins with a date, as those do that tell when a talk was. */
static bool
is_dated(const struct anatomy *a)
{
	unsigned kinds;

	lead_length(a->line->text, a->line->len, &kinds);
	return kinds & LEAD_DATE;
}

/* Whether a small letter begins at `s`. */
static bool
is_small(const char *s)
{
	return *s >= 'a' && *s <= 'z';
}

/*
 * Whether the link that a line begins with ends in a year, "Reef Days 2031", but
 * not as "Knots in 2031" does.
 */
static bool
ends_in_year(const struct anatomy *a)
{
	const char *s = a->line->text;
	uint32_t word;

	if (!a->leads || a->words <= a->at + 5 || a->words > a->head ||
	    !strchr(" '-", s[a->words - 5]) || !date_is_year(s + a->words - 4))
		return false;
	word = a->words - 5;
	while (word > a->at && s[word - 1] != ' ')
		word--;
	return word == a->at || !is_small(s + word);
}

/* The bytes of ", Harbour, NL" or " Harbour, NL" behind a link, before a dash. */
static size_t
place_length(const char *s, size_t len)
{
	bool comma = false;
	size_t n = 0, sign = 0;

	while (n < len && n < PLACE_LONGEST &&
	    (sign = sign_dash(s + n, len - n)) == 0) {
		comma = comma || s[n] == ',';
		if (s[n] == ' ' && n + 1 < len && is_small(s + n + 1))
			return 0;
		n++;
	}
	return sign > 0 && comma ? n : 0;
}

/* Where the title begins behind the link; `a->body`: there is none. */
static uint32_t
behind_link(const struct anatomy *a)
{
	const char *s = a->line->text;
	uint32_t at = a->head;
	bool dated = is_dated(a);
	size_t sign;

	if (!a->leads || at >= a->body)
		return a->body;
	at += dated ? (uint32_t)place_length(s + at, a->body - at) : 0;
	sign = sign_arrow(s + at, a->body - at);
	if (sign == 0 && (dated || ends_in_year(a))) {
		sign = sign_dash(s + at, a->body - at);
		if (sign == 0)
			sign = sign_colon(s + at, a->body - at);
	}
	if (sign == 0 && dated)
		sign = text_spaces(s + at, a->body - at);
	at += (uint32_t)sign;
	return sign > 0 && at < a->body && !strchr("(,;|@", s[at]) &&
		richtext_has_words(s, at, a->body)
	    ? at
	    : a->body;
}

/* Whether a text is called as events are: "Quay Days", "QUAY, May 2031", "SeaTalks". */
static bool
is_called_event(const char *s, size_t len)
{
	if (no_person_is_event(s, len) || date_has_year(s, len))
		return true;
	for (size_t i = 1; i < len && !memchr(s, ' ', len); i++) {
		if (is_small(s + i - 1) && s[i] >= 'A' && s[i] <= 'Z')
			return true;
	}
	return false;
}

/*
 * Whether the link at the start reads as the name of an event: a word with a
 * capital, or words that end in a year or number; before a place, what an event is
 * called, or any where the title at byte `at` is a link of its own.
 */
static bool
leads_to_event(const struct anatomy *a, uint32_t at)
{
	const struct span *link = line_leading_link(a->line, a->at);
	const char *s;
	size_t len;
	enum link_kind kind;

	if (!link || !link->url)
		return false;
	if (ends_in_year(a))
		return true;
	s = a->line->text + link->start;
	len = runs_end(a->line, link) - link->start;
	kind = link_kind(link->url, s, len);
	if (len == 0 || kind == LINK_VIDEO || kind == LINK_SLIDES ||
	    kind == LINK_PAPER || kind == LINK_CODE)
		return false;
	if (place_length(a->line->text + a->head, a->body - a->head) > 0)
		return is_called_event(s, len) || runs_link_over(a->line, at);
	if (text_ascii_digit(s[len - 1]))
		return memchr(s, '#', len) || date_has_year(s, len);
	return len <= WORD_LONGEST && !memchr(s, ' ', len) && *s >= 'A' &&
	    *s <= 'Z';
}

/*
 * Whether what follows a place, or a link without a day, is a remark, or says what
 * is there.
 */
static bool
is_remark(const struct anatomy *a, uint32_t at)
{
	const char *s = a->line->text;

	return (!is_dated(a) ||
		   place_length(s + a->head, a->body - a->head) > 0) &&
	    (is_small(s + at) ||
		label_read(s + at, a->body - at) != LABEL_NONE);
}

bool
linked_event_all(const struct anatomy *a, size_t n)
{
	size_t found = 0, events = 0, event = 0, title = 0, others = 0,
	       remarks = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t at = behind_link(&a[i]);
		const char *s = a[i].line->text;

		if (at == a[i].body)
			continue;
		found++;
		events += leads_to_event(&a[i], at);
		event += a[i].head - a[i].at;
		title += a[i].body - at;
		others += people_first(s + at, a[i].body - at) == NAMES_SURE ||
		    date_has_year(s + at, a[i].body - at);
		remarks += is_remark(&a[i], at);
	}
	return found >= LEAST && found * 10 >= n * 6 &&
	    events * 10 >= found * 6 && others * 3 <= found &&
	    remarks * 2 < found && title > event;
}

/*
 * Where the title begins behind a few words and a dash, or an arrow; `a->at`:
 * nowhere.
 */
static uint32_t
behind_sign(const struct anatomy *a)
{
	const char *s = a->line->text;
	uint32_t words = 1;
	size_t n = 0;
	uint32_t at = is_dated(a)
	    ? sign_find(s, a->at, a->body, sign_dash, false, &n)
	    : a->body;

	if (at == a->body)
		at = sign_find(s, a->at, a->body, sign_arrow, false, &n);
	for (uint32_t i = a->at; i < at; i++)
		words += s[i] == ' ';
	return at > a->at && at + n < a->body && words <= PLAIN_WORDS
	    ? at + (uint32_t)n
	    : a->at;
}

/* "Keynote - ", "Video: " before a title: their bytes. */
static uint32_t
kind_length(const struct line *line, uint32_t at)
{
	uint32_t n = format_word_skip(line, at);
	size_t skip;

	return n == 0 &&
		label_before(line->text + at, line->len - at, &skip) ==
		    LABEL_VIDEO
	    ? (uint32_t)skip
	    : n;
}

void
linked_event_leave(struct anatomy *a)
{
	uint32_t at = a->leads ? behind_link(a) : behind_sign(a);
	const struct span *link;

	if (at <= a->at || at >= a->body)
		return;
	at += kind_length(a->line, at);
	if (at >= a->body)
		return;
	link = line_leading_link(a->line, at);
	a->at = at;
	a->leads = link && link->start == at;
	a->head = a->leads ? runs_end(a->line, link) : a->body;
	a->words = a->leads ? a->head : a->body;
}
