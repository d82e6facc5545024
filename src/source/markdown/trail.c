#include "source/markdown/trail.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/markdown/event_words.h"
#include "source/markdown/format_word.h"
#include "source/markdown/lead.h"
#include "source/markdown/linked_event.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/quoted_names.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/styled.h"

#define FIELDS_SEEN 5 /* commas behind a title that are told apart */

/*
 * Whether most lines end in "at" and an event, and half of these have a year, or
 * "@" for the word, which no title has; a handle may be somebody's.
 */
static bool
tell_where(const struct anatomy *a, size_t n)
{
	size_t where = 0, sure = 0, plain = 0;

	for (size_t i = 0; i < n; i++) {
		const char *s = a[i].line->text;
		uint32_t at = anatomy_at(&a[i]);

		plain += !a[i].leads;
		if (at == a[i].body)
			continue;
		where++;
		sure += (s[at + 1] == '@' && s[at + 2] == ' ') ||
		    date_has_year(s + at, a[i].body - at);
	}
	return where >= 2 && where * 10 >= plain * 6 && sure * 2 >= where;
}

/* Whether what begins at `s` has a capital, as names of events do. */
static bool
is_capital(const char *s)
{
	return (*s >= 'A' && *s <= 'Z') || (unsigned char)*s >= 0x80;
}

/* Whether a year, perhaps in brackets, or a date ends at byte `end`. */
static bool
is_behind_year(const char *s, uint32_t from, uint32_t end)
{
	uint32_t word;

	while (end > from && strchr(" .)", s[end - 1]))
		end--;
	if (end >= from + 4 && date_is_year(s + end - 4) &&
	    (end == from + 4 || !text_ascii_word(s[end - 5])))
		return true;
	for (word = end; word > from && !strchr(" (", s[word - 1]);)
		word--;
	return end - word > 4 && date_has_year(s + word, end - word);
}

/* Whether the line ends so, perhaps before links or a remark in brackets. */
static bool
ends_in_year(const struct anatomy *a, uint32_t from)
{
	const char *s = a->line->text;
	uint32_t end = a->line->len, open;

	if (is_behind_year(s, from, end) ||
	    (a->body > from && is_behind_year(s, from, a->body)))
		return true;
	while (end > from && strchr(" .", s[end - 1]))
		end--;
	if (end <= from || s[end - 1] != ')')
		return false;
	open = runs_open(s, from, end);
	return open > from && open < end && is_behind_year(s, from, open);
}

/* Whether a comma at `at` stands between day and year: "May 7, 2031". */
static bool
is_of_date(const char *s, uint32_t at, uint32_t to)
{
	return at > 2 && text_ascii_digit(s[at - 1]) && at + 6 <= to &&
	    date_is_year(s + at + 2) &&
	    (s[at - 2] == ' ' || (s[at - 3] == ' ' && s[at - 2] < '4'));
}

/*
 * Notes where commas stand in [from, to), outside of brackets and quotations;
 * their number.
 */
static size_t
find_commas(const char *s, uint32_t from, uint32_t to, uint32_t *comma)
{
	size_t n = 0;
	int depth = 0;

	/* Most have none. */
	if (from >= to || !memchr(s + from, ',', to - from))
		return 0;
	for (uint32_t i = from; i < to; i++) {
		depth += s[i] == '(' || s[i] == '[';
		depth -= s[i] == ')' || s[i] == ']';
		if (s[i] == '"') {
			const char *end = memchr(s + i + 1, '"', to - i - 1);

			i = end ? (uint32_t)(end - s) : i;
		}
		if (depth > 0 || sign_comma(s + i, to - i) == 0 ||
		    is_of_date(s, i, to))
			continue;
		/* Of many the last count. */
		if (n == FIELDS_SEEN) {
			memmove(comma, comma + 1, (n - 1) * sizeof(*comma));
			n--;
		}
		comma[n++] = i;
	}
	return n;
}

/* Whether a line tells a year where it ends, or a date where it begins. */
static bool
is_dated(const struct anatomy *a)
{
	unsigned kinds;

	if (ends_in_year(a, a->at))
		return true;
	lead_length(a->line->text, a->line->len, &kinds);
	return kinds & LEAD_DATE;
}

/* Whether a comma has a name behind it: no title goes on with a capital. */
static bool
is_before_capital(const char *s, uint32_t comma, uint32_t to)
{
	for (uint32_t i = comma + 2; i < to && s[i] != ','; i++) {
		if (s[i] >= 'A' && s[i] <= 'Z')
			return true;
		if ((unsigned char)s[i] >= 0x80 || text_ascii_digit(s[i]))
			return true;
	}
	return false;
}

/*
 * How many commas most lines have behind the title; 0: these are no fields.  What
 * follows a link tells it best.
 */
static uint8_t
find_fields(const struct anatomy *a, size_t n)
{
	size_t count[FIELDS_SEEN + 1] = {0}, plain = 0, dated = 0, best = 0;

	for (size_t i = 0; i < n; i++) {
		const struct anatomy *line = &a[i];
		const char *s = line->line->text;
		uint32_t from = line->leads ? line->head : line->at;
		uint32_t comma[FIELDS_SEEN];
		size_t found = find_commas(s, from, line->body, comma);

		plain += !line->leads;
		if (found == 0 || !is_dated(line) ||
		    !is_before_capital(s, comma[0], line->body))
			continue;
		dated++;
		count[found]++;
	}
	if (plain == 0 || dated < 2 || dated * 3 < n * 2)
		return 0;
	for (size_t k = 1; k <= FIELDS_SEEN; k++) {
		if (count[k] > count[best])
			best = k;
	}
	return count[best] * 5 >= dated * 2 ? (uint8_t)best : 0;
}

/* Where a text ends without a bracket that tells a year: "Event (May 2031)". */
static uint32_t
without_year(const char *s, uint32_t from, uint32_t to)
{
	uint32_t open = to > from && s[to - 1] == ')' ? runs_open(s, from, to)
						      : to;

	return open < to && date_has_year(s + open, to - open) ? open : to;
}

/*
 * Of the link at the end of lines and what is before it the title is longer.
 * Lines without any link say nothing of it.
 */
static enum trail_kind
find_link(const struct anatomy *a, size_t n)
{
	size_t trailing = 0, linked = 0, ahead = 0, links = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t end;
		const struct span *link = anatomy_last_link(&a[i], &end);

		linked += richtext_has_link(a[i].line);
		if (!link)
			continue;
		trailing++;
		ahead += without_year(a[i].line->text, a[i].at, end) - a[i].at;
		links += runs_end(a[i].line, link) - link->start;
	}
	if (trailing < 2 ||
	    (trailing * 3 < n * 2 && (trailing < 3 || trailing * 2 < linked)))
		return TRAIL_NONE;
	return links >= ahead ? TRAIL_TITLE : TRAIL_EVENT;
}

/*
 * Places where a title may end.  Each function returns the byte there; `to`: there
 * is none.
 */

/* "“Title”, Event 2031" */
static uint32_t
quotes(const struct anatomy *a, uint32_t from, uint32_t to)
{
	uint32_t end = quoted_end(a->line->text, from, to);

	return end > from &&
		!quoted_names_join(a->line->text + end, to - end, false)
	    ? end
	    : to;
}

/* "Quay Evening #12" */
static bool
is_numbered(const char *s, uint32_t from, uint32_t to)
{
	return from < to &&
	    event_words_numbered(s + from, to - from) == to - from;
}

/* "Title (Event 2031)"; a date before the title may be that of the event, too. */
static uint32_t
bracket(const struct anatomy *a, uint32_t from, uint32_t to)
{
	const char *s = a->line->text;
	uint32_t open;

	if (to < from + 8 || s[to - 1] != ')')
		return to;
	open = runs_open(s, from, to);
	if (!date_is_year(s + to - 5) && !is_dated(a) &&
	    !is_numbered(s, open + 1, to - 1))
		return to;
	return open > from + 1 && open + 6 < to && s[open - 1] == ' ' &&
		(is_capital(s + open + 1) || s[open + 1] == '.')
	    ? open
	    : to;
}

static size_t
one_bar(const char *s, size_t len)
{
	return len > 3 && memcmp(s, " | ", 3) == 0 ? 3 : 0;
}

static uint32_t
last_sign(const struct anatomy *a, uint32_t from, uint32_t to, sign_is *is)
{
	size_t n = 0;
	uint32_t at = sign_find(a->line->text, from, to, is, true, &n);

	return at > from && at + n < to && is_capital(a->line->text + at + n)
	    ? at
	    : to;
}

static uint32_t
bar(const struct anatomy *a, uint32_t from, uint32_t to)
{
	return from < to && memchr(a->line->text + from, '|', to - from)
	    ? last_sign(a, from, to, one_bar)
	    : to;
}

static uint32_t
dash(const struct anatomy *a, uint32_t from, uint32_t to)
{
	uint32_t at = last_sign(a, from, to, sign_dash);
	uint32_t event = at;

	while (event < to && !is_capital(a->line->text + event))
		event++;
	return at < to &&
		(ends_in_year(a, at) || is_numbered(a->line->text, event, to))
	    ? at
	    : to;
}

/* The full stop behind several words, with a capital behind it. */
static uint32_t
stop(const struct anatomy *a, uint32_t from, uint32_t to)
{
	const char *s = a->line->text;

	for (uint32_t i = from + 8; i + 4 < to; i++) {
		if (s[i + 1] == ' ' && strchr(".?!", s[i]) && s[i - 2] != ' ' &&
		    s[i - 2] != '.' && is_capital(s + i + 2) &&
		    memchr(s + from, ' ', i - from))
			return is_dated(a) ? i + (s[i] != '.') : to;
	}
	return to;
}

/* Where a title begins behind an event and its year; `from`: nowhere. */
static uint32_t
behind_year(const struct anatomy *a, uint32_t from, uint32_t to)
{
	const char *s = a->line->text;

	for (uint32_t i = from + 6; i + 8 < to; i++) {
		if ((s[i] != ':' && s[i] != '.') || s[i + 1] != ' ' ||
		    !date_is_year(s + i - 4))
			continue;
		return is_capital(s + from) &&
			memchr(s + i + 2, ' ', to - i - 2) &&
			!date_has_year(s + i, to - i)
		    ? i + 2
		    : from;
	}
	return from;
}

/* Where a title begins behind a date, an event and a dash; `from`: nowhere. */
static uint32_t
behind_event(const struct anatomy *a, uint32_t from, uint32_t to)
{
	const char *s = a->line->text;
	unsigned kinds;
	size_t n = 0;
	uint32_t at = sign_find(s, from, to, sign_dash, false, &n);

	lead_length(s, a->line->len, &kinds);
	return (kinds & LEAD_DATE) && at > from && at + n < to &&
		is_capital(s + from) && memchr(s + at + n, ' ', to - at - n)
	    ? at + (uint32_t)n
	    : from;
}

/*
 * Whether most lines are "Date - Event - Title": what is before the dash is
 * shorter, and mostly nobody's name.
 */
static bool
are_dated_events(const struct anatomy *a, size_t n)
{
	size_t found = 0, event = 0, title = 0, named = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t start = behind_event(&a[i], a[i].at, a[i].words);

		if (start == a[i].at)
			continue;
		found++;
		event += start - a[i].at;
		title += a[i].words - start;
		named += people_first(a[i].line->text + a[i].at,
			     start - a[i].at) == NAMES_SURE;
	}
	return found >= 3 && found * 10 >= n * 7 && event * 10 <= title * 8 &&
	    named * 2 <= found;
}

static uint32_t
before_event(const struct anatomy *a, uint32_t from, uint32_t to)
{
	return behind_year(a, from, to) > from && !a->leads ? from : to;
}

static uint32_t
bold(const struct anatomy *a, uint32_t from, uint32_t to)
{
	uint32_t end = styled_title(a->line, from);

	return end > 0 && end < to ? end : to;
}

static uint32_t
kind_of_talk(const struct anatomy *a, uint32_t from, uint32_t to)
{
	return format_word_behind(a->line->text, from, to);
}

static uint32_t (*const ends[TRAILS])(
    const struct anatomy *a, uint32_t from, uint32_t to) = {
    [TRAIL_QUOTES] = quotes,
    [TRAIL_BEFORE] = before_event,
    [TRAIL_BRACKETS] = bracket,
    [TRAIL_DASH] = dash,
    [TRAIL_BAR] = bar,
    [TRAIL_STOP] = stop,
    [TRAIL_BOLD] = bold,
    [TRAIL_KIND] = kind_of_talk,
};

/* Where a title in quotes may begin, perhaps behind what kind it is of. */
static uint32_t
quoted_at(const struct anatomy *a, uint32_t from, uint32_t to)
{
	uint32_t at = quoted_behind(a->line->text, from, to);

	return at < to ? at : from;
}

/*
 * Whether most lines begin with a title in quotes, perhaps behind what kind it is
 * of, and two go on behind it.
 */
static bool
are_quoted(const struct anatomy *a, size_t n)
{
	size_t found = 0, more = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t at = quoted_at(&a[i], a[i].at, a[i].words);
		uint32_t end = quoted_end(a[i].line->text, at, a[i].words);

		found += end > at;
		more += end > at && end < a[i].words;
	}
	return more >= 2 && found * 10 >= n * 6;
}

/*
 * Whether most lines have a title that ends so.  A bar tells no year: more lines
 * have to have one, and what follows is not much longer than titles.
 */
static bool
end_so(const struct anatomy *a, size_t n, enum trail_kind kind)
{
	size_t found = 0, title = 0, behind = 0, named = 0;
	bool bare = kind == TRAIL_BAR;

	for (size_t i = 0; i < n; i++) {
		uint32_t end = ends[kind](&a[i], a[i].at, a[i].words);

		if (end == a[i].words)
			continue;
		found++;
		title += end - a[i].at;
		behind += a[i].words - end;
		named += kind == TRAIL_BRACKETS &&
		    people_first(a[i].line->text + end + 1,
			a[i].words - end - 2) == NAMES_SURE;
	}
	return found >= (bare ? 3 : 2) && found * 10 >= n * (bare ? 8 : 6) &&
	    named * 2 <= found && !(bare && behind * 2 > title * 3);
}

/* Whether some lines, two at least, end in what kind of talk it is. */
static bool
have_kinds(const struct anatomy *a, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += kind_of_talk(&a[i], a[i].at, a[i].words) < a[i].words;
	return found >= 2 && found * 5 >= n;
}

struct trail
trail_find(const struct anatomy *a, size_t n)
{
	struct trail trail = {.kind = TRAIL_NONE};
	size_t events = 0;

	if (linked_event_all(a, n))
		return (struct trail){.kind = TRAIL_LINKED};
	for (size_t i = 0; i < n; i++)
		events += anatomy_event(&a[i]) < a[i].body;
	if (tell_where(a, n))
		trail.kind = TRAIL_AT;
	else if (events >= 2 && events * 3 >= n * 2)
		trail.kind = TRAIL_COMMA;
	else
		trail.kind = (uint8_t)find_link(a, n);
	if (trail.kind == TRAIL_NONE && are_quoted(a, n))
		trail.kind = TRAIL_QUOTES;
	for (uint8_t kind = TRAIL_BEFORE;
	     trail.kind == TRAIL_NONE && kind < TRAIL_DATED; kind++) {
		if (end_so(a, n, (enum trail_kind)kind))
			trail.kind = kind;
	}
	trail.dated = are_dated_events(a, n);
	if (trail.kind == TRAIL_NONE && trail.dated)
		trail.kind = TRAIL_DATED;
	if (trail.kind == TRAIL_NONE)
		trail.fields = find_fields(a, n);
	if (trail.fields > 0)
		trail.kind = TRAIL_FIELDS;
	if (trail.kind == TRAIL_NONE && have_kinds(a, n))
		trail.kind = TRAIL_KIND;
	return trail;
}

/* The comma where the fields behind a title begin; `to`: there is none. */
static uint32_t
fields_start(const struct trail *trail, const struct anatomy *a, uint32_t from)
{
	const char *s = a->line->text;
	uint32_t comma[FIELDS_SEEN];
	size_t n = find_commas(s, from, a->body, comma);

	if (a->leads || n == 0 || !is_dated(a))
		return a->body;
	n = n > trail->fields ? n - trail->fields : 0;
	return is_before_capital(s, comma[n], a->body) ? comma[n] : a->body;
}

/* `Where - [Title](link)`, `Title - [Where](link)`; false: there is no link. */
static bool
cut_link(const struct trail *trail, const struct anatomy *a, struct cut *cut)
{
	uint32_t before;
	const struct span *link = anatomy_last_link(a, &before);

	if (!link)
		return false;
	/* Names behind the link are not in its way. */
	if (cut->names_end > 0 && cut->names < link->end)
		return true;
	if (trail->kind == TRAIL_TITLE) {
		cut->title = link->start;
		cut->title_end = runs_end(a->line, link);
	} else
		cut->title_end = anatomy_trim(
		    a->line->text, cut->title, before);
	return true;
}

void
trail_cut(const struct trail *trail, const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t end = cut->title_end;

	switch ((enum trail_kind)trail->kind) {
	case TRAIL_NONE:
	case TRAIL_LINKED:
		return;
	case TRAIL_TITLE:
	case TRAIL_EVENT:
		if (!cut_link(trail, a, cut) && cut->names_end == 0 &&
		    trail->dated)
			cut->title = behind_event(a, cut->title, end);
		return;
	case TRAIL_AT:
		if (cut->names_end == 0)
			end = anatomy_at(a);
		break;
	case TRAIL_COMMA:
		if (cut->names_end == 0)
			end = anatomy_event(a);
		break;
	case TRAIL_BEFORE:
		if (cut->names_end == 0)
			cut->title = behind_year(a, cut->title, end);
		return;
	case TRAIL_DATED:
		if (cut->names_end == 0)
			cut->title = behind_event(a, cut->title, end);
		return;
	case TRAIL_QUOTES:
		if (cut->names_end == 0)
			cut->title = quoted_at(a, cut->title, end);
		if (cut->names_end <= cut->title)
			end = quotes(a, cut->title, end);
		break;
	case TRAIL_BRACKETS:
	case TRAIL_DASH:
	case TRAIL_BAR:
	case TRAIL_STOP:
	case TRAIL_BOLD:
	case TRAIL_KIND:
		if (cut->names_end <= cut->title)
			end = ends[trail->kind](a, cut->title, end);
		break;
	case TRAIL_FIELDS:
		if (cut->names_end <= cut->title)
			end = fields_start(trail, a, cut->title);
		break;
	case TRAILS:
		return;
	}
	if (end > cut->title && end < cut->title_end)
		cut->title_end = anatomy_trim(s, cut->title, end);
}
