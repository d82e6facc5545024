#include "source/markdown/fields.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/facts.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

/*
 * Fields
 * ======
 *
 * Of a line the part before links like "slides" is split at one sign, where
 * that stands in no link and no brackets.  The sign at which most lines have
 * fields is taken, and the number of fields that most of these have.  Then the
 * fields of the same number, a column, are compared over all lines.  Names are
 * where nearly all read so.  Of the others the title is where nearly all differ
 * and words are many, a link on them counts; dates, lengths, handles and words
 * for links are no titles.
 *
 * Two fields may be a title and anything; so they only count where the sign is
 * no other place for speakers, or an event is told by its links or years.
 */

/* What the fields of a column look like. */
struct column {
	size_t filled, sure, linked, dull, years, again, bytes;
	size_t rooms, words; /* fields that name one; with several words */
};

/* A raised dot or a bullet between blanks. */
static size_t
dot(const char *s, size_t len)
{
	size_t n = 0;

	if (len > 3 && memcmp(s, " \xc2\xb7", 3) == 0)
		n = 3;
	else if (len > 4 && memcmp(s, " \xe2\x80\xa2", 4) == 0)
		n = 4;
	return n > 0 && s[n] == ' ' ? n + 1 : 0;
}

/* The bytes of the sign at `s`; 0: there is none. */
static size_t
sign_at(const char *s, size_t len, enum fields_sign sign)
{
	if (sign == FIELDS_SEMICOLON)
		return len > 2 && s[0] == ';' && s[1] == ' ' ? 2 : 0;
	if (len < 3 || *s != ' ')
		return 0;
	switch (sign) {
	case FIELDS_DASH:
		return sign_dash(s, len);
	case FIELDS_BAR:
		return sign_bar(s, len);
	case FIELDS_DOT:
		return dot(s, len);
	case FIELDS_NONE:
	case FIELDS_SEMICOLON:
	case FIELDS_COLON:
	case FIELDS_SIGNS:
		break;
	}
	return 0;
}

/* Whether a text may have the sign; quick, as most have none. */
static bool
may_have(const char *s, size_t len, enum fields_sign sign)
{
	static const unsigned char first[FIELDS_SIGNS] = {[FIELDS_DASH] = '-',
	    [FIELDS_BAR] = '|',
	    [FIELDS_DOT] = 0xc2,
	    [FIELDS_SEMICOLON] = ';'};
	bool wide = sign == FIELDS_DASH || sign == FIELDS_DOT;

	return memchr(s, first[sign], len) || (wide && memchr(s, 0xe2, len));
}

static void
add(struct split *split, const char *s, uint32_t from, uint32_t to)
{
	while (from < to && s[from] == ' ')
		from++;
	to = anatomy_trim(s, from, to);
	if (from >= to || split->n == FIELDS_MOST)
		return;
	split->from[split->n] = from;
	split->to[split->n++] = to;
}

/* "[Event](link): Title" */
static void
split_link(struct split *split, const struct anatomy *a)
{
	const char *s = a->line->text;

	if (!a->leads || a->head + 2 >= a->body || s[a->head] != ':' ||
	    s[a->head + 1] != ' ')
		return;
	add(split, s, a->at, a->head);
	add(split, s, a->head + 2, a->body);
}

/* Whether a dash at byte `at` stands between two times: "9:00 - 9:45". */
static bool
is_range(const char *s, uint32_t from, uint32_t at, uint32_t to)
{
	uint32_t word = at;

	if (at == from || at + 2 >= to ||
	    !text_ascii_digit(s[at + strspn(s + at, " -\xe2\x80\x93")]))
		return false;
	while (word > from && s[word - 1] != ' ')
		word--;
	return lead_time(s + word, to - word) > at - word;
}

static void
split_line(struct split *split, const struct anatomy *a, enum fields_sign sign)
{
	const char *s = a->line->text;
	uint32_t from = a->at;
	int depth = 0;

	split->n = 0;
	if (sign == FIELDS_COLON) {
		split_link(split, a);
		return;
	}
	if (!may_have(s + from, a->body > from ? a->body - from : 0, sign)) {
		add(split, s, from, a->body);
		return;
	}
	for (uint32_t i = a->at; i < a->body; i++) {
		size_t n;

		depth += (s[i] == '(' || s[i] == '[');
		if (depth > 0) {
			depth -= (s[i] == ')' || s[i] == ']');
			continue;
		}
		n = sign_at(s + i, a->body - i, sign);
		if (n == 0 || runs_link_over(a->line, i) ||
		    (sign == FIELDS_DASH && is_range(s, from, i, a->body)))
			continue;
		add(split, s, from, i);
		from = i + (uint32_t)n;
		i = from - 1;
	}
	add(split, s, from, a->body);
}

/* Splits a line into fields, with what stands before its title or without. */
static void
split_from(struct split *split, const struct anatomy *a, enum fields_sign sign,
    bool whole)
{
	struct anatomy all = *a;

	if (whole)
		all.at = 0;
	split_line(split, &all, sign);
}

/* Whether a field is a date, a length, a handle or a word for links. */
static bool
is_dull(const char *s, size_t len)
{
	size_t i = 0;
	enum fact fact = facts_kind(s, len);

	while (i < len && (!text_word_byte(s[i]) || text_ascii_digit(s[i])))
		i++;
	return i == len || *s == '@' ||
	    (fact != FACT_NONE && fact != FACT_ROOM) ||
	    label_read(s, len) != LABEL_NONE;
}

/* Whether a field ends in a year, as names of events do. */
static bool
has_year(const char *s, size_t len)
{
	for (size_t i = 0; i + 4 <= len; i++) {
		if (date_is_year(s + i) &&
		    (i + 4 == len || !text_ascii_word(s[i + 4])))
			return true;
	}
	return false;
}

static void
look(struct column *column, const struct anatomy *a, const struct split *split,
    size_t k)
{
	const char *s = a->line->text + split->from[k];
	size_t len = split->to[k] - split->from[k];
	const struct span *link = runs_link_over(a->line, split->from[k]);

	column->filled++;
	column->bytes += len;
	column->dull += is_dull(s, len);
	column->years += has_year(s, len);
	column->linked += link != NULL;
	column->again += link != NULL && link_is_series(link->url);
	column->sure += people_first(s, len) == NAMES_SURE;
	column->rooms += lead_is_room(s, len);
	column->words += memchr(s, ' ', len) != NULL;
}

/* How many fields most of the lines that have several have; 0: too few have. */
static size_t
common(const struct anatomy *lines, size_t n, enum fields_sign sign)
{
	size_t count[FIELDS_MOST + 1] = {0}, several = 0, best = 0;

	for (size_t i = 0; i < n; i++) {
		struct split split;

		split_line(&split, &lines[i], sign);
		count[split.n]++;
		several += split.n >= 2;
	}
	if (several < FIELDS_LEAST || several * 10 < n * 6)
		return 0;
	for (size_t k = 2; k <= FIELDS_MOST; k++) {
		if (count[k] >= count[best] || best == 0)
			best = k;
	}
	return best;
}

static bool
is_names(const struct column *c)
{
	return c->filled >= 3 && c->sure * 10 >= c->filled * 8 &&
	    c->rooms * 2 < c->filled;
}

/* Whether a column names events: by years, or links to whole sites. */
static bool
is_events(const struct column *c)
{
	return c->years * 10 >= c->filled * 3 || c->again * 2 >= c->filled;
}

static bool
is_title(const struct column *c)
{
	return c->filled >= 3 && c->dull * 4 < c->filled &&
	    c->rooms * 2 < c->filled;
}

/* Whether the last field of a line is a date or the like. */
static bool
ends_dull(const struct anatomy *a, const struct split *split)
{
	const char *s = a->line->text + split->from[split->n - 1];
	size_t len = split->to[split->n - 1] - split->from[split->n - 1];

	return is_dull(s, len) || has_year(s, len);
}

/* Whether most lines with several fields end so. */
static bool
all_end_dull(const struct anatomy *lines, size_t n, enum fields_sign sign)
{
	size_t several = 0, dull = 0;

	for (size_t i = 0; i < n; i++) {
		struct split split;

		split_line(&split, &lines[i], sign);
		several += split.n >= 2;
		dull += split.n >= 2 && ends_dull(&lines[i], &split);
	}
	return dull * 10 >= several * 8;
}

/* How much speaks for a column of titles. */
static size_t
title_worth(const struct column *c)
{
	return c->linked * 2 >= c->filled && c->again * 2 < c->filled
	    ? 2 * c->bytes
	    : c->bytes;
}

/* Says what the columns are; false: they do not. */
static bool
decide(struct fields *fields, enum fields_sign sign,
    const struct column column[FIELDS_MOST], size_t n, size_t named)
{
	size_t names = FIELDS_MOST, title = FIELDS_MOST, events = 0;

	for (size_t k = 0; k < n; k++) {
		if (is_names(&column[k]) &&
		    (names == FIELDS_MOST ||
			column[k].sure > column[names].sure))
			names = k;
	}
	for (size_t k = sign == FIELDS_COLON; k < n; k++) {
		if (k == names || !is_title(&column[k]))
			continue;
		if (title == FIELDS_MOST ||
		    title_worth(&column[k]) > title_worth(&column[title]))
			title = k;
	}
	if (title == FIELDS_MOST)
		return false;
	for (size_t k = 0; k < n; k++)
		events += k != title && k != names && is_events(&column[k]);
	if (names < FIELDS_MOST
		? (n < 3 || column[names].sure + (names + 1 < n) <= named)
		: (named > 0 ||
		      (sign != FIELDS_DOT && events == 0 &&
			  column[0].linked * 10 < column[0].filled * 6)))
		return false;
	if (sign == FIELDS_COLON && events == 0)
		return false;
	*fields = (struct fields){.sign = (uint8_t)sign,
	    .title = (uint8_t)title,
	    .names = (uint8_t)names,
	    .room = FIELDS_MOST};
	for (size_t k = 0; k < n; k++) {
		if (k != title && k != names &&
		    column[k].rooms * 2 > column[k].filled)
			fields->room = (uint8_t)k;
	}
	if (names < FIELDS_MOST)
		fields->sure = (uint32_t)column[names].sure;
	return true;
}

/* Looks at the columns of lines that are split at a sign. */
static void
look_at_all(struct column column[FIELDS_MOST], const struct anatomy *lines,
    size_t n, enum fields_sign sign)
{
	memset(column, 0, FIELDS_MOST * sizeof(*column));
	for (size_t i = 0; i < n; i++) {
		struct split split;

		split_line(&split, &lines[i], sign);
		for (size_t k = 0; split.n >= 2 && k < split.n; k++)
			look(&column[k], &lines[i], &split, k);
	}
}

/* Finds the fields, and leaves in `column` what those of a column look like. */
static void
find(struct fields *fields, struct column column[FIELDS_MOST],
    const struct anatomy *lines, size_t n, size_t named)
{
	*fields = (struct fields){.names = FIELDS_MOST};
	for (enum fields_sign sign = FIELDS_DASH; sign < FIELDS_SIGNS; sign++) {
		size_t wide = common(lines, n, sign);

		/* Where names were found, two are the title and these. */
		if (wide < 2 || (wide == 2 && named > 0))
			continue;
		look_at_all(column, lines, n, sign);
		if (!decide(fields, sign, column, wide, named))
			continue;
		if (wide > 2 && fields->names == FIELDS_MOST &&
		    all_end_dull(lines, n, sign))
			fields->wide = (uint8_t)wide;
		return;
	}
}

void
fields_find(
    struct fields *fields, const struct anatomy *lines, size_t n, size_t named)
{
	struct column column[FIELDS_MOST];

	find(fields, column, lines, n, named);
}

/*
 * Takes the sign at which most lines have as many fields as are needed; returns how
 * many these lines are.
 */
static size_t
take_sign(
    struct fields *fields, const struct anatomy *lines, size_t n, size_t need)
{
	size_t most = 0;

	for (enum fields_sign sign = FIELDS_DASH; sign < FIELDS_SIGNS; sign++) {
		size_t enough = 0;

		for (size_t i = 0; i < n; i++) {
			struct split split;

			split_from(&split, &lines[i], sign, fields->whole);
			enough += split.n >= need;
		}
		if (enough > most) {
			most = enough;
			fields->sign = (uint8_t)sign;
		}
	}
	return most;
}

void
fields_set(struct fields *fields, const struct anatomy *lines, size_t n,
    size_t title, size_t names)
{
	size_t need = title > names ? title : names, most;

	/* With two fields the title is the other one. */
	if (title == 0)
		title = names == 1 ? 2 : 1;
	*fields = (struct fields){.title = (uint8_t)(title - 1),
	    .names = (uint8_t)(names > 0 ? names - 1 : FIELDS_MOST),
	    .room = FIELDS_MOST};
	if (need < 2)
		need = 2;
	most = take_sign(fields, lines, n, need);
	/* Times and rooms before the title were counted, too. */
	if (most == 0) {
		fields->whole = true;
		most = take_sign(fields, lines, n, need);
	}
	fields->sure = names > 0 ? (uint32_t)most : 0;
}

bool
fields_may_be(const struct line *line)
{
	/* What is behind a link and a colon is one, too. */
	bool may = line->nspans > 0;

	for (enum fields_sign sign = FIELDS_DASH; sign < FIELDS_COLON && !may;
	     sign++)
		may = may_have(line->text, line->len, sign);
	return may;
}

bool
fields_are_talks(const struct anatomy *lines, size_t n)
{
	struct column column[FIELDS_MOST];
	const struct column *title;
	struct fields fields;

	find(&fields, column, lines, n, 0);
	if (fields.sign == FIELDS_NONE || fields.names == FIELDS_MOST)
		return false;
	title = &column[fields.title];
	/* Lists of shops have names, too. */
	return title->sure * 2 < title->filled &&
	    title->words * 3 >= title->filled * 2;
}

/*
 * Which field has the title: where others have it or, if somebody's handle stands
 * there, another one that may be it; the names, if none may.
 */
static size_t
title_of(const struct fields *fields, const char *s, const struct split *split)
{
	if (s[split->from[fields->title]] != '@')
		return fields->title;
	for (size_t k = 0; k < split->n; k++) {
		const char *field = s + split->from[k];

		if (k != fields->names &&
		    !is_dull(field, split->to[k] - split->from[k]) &&
		    link_bare(field, split->to[k] - split->from[k]) == 0)
			return k;
	}
	return fields->names < split->n ? fields->names : fields->title;
}

/* Whether a field may be a firm, a place or somebody: these have capitals. */
static bool
may_be_called(const char *s, size_t len)
{
	enum names_reading reading = people_first(s, len);
	bool small = false;

	for (size_t i = 0; i < len; i++)
		small = small ||
		    ((i == 0 || s[i - 1] == ' ') && s[i] >= 'a' && s[i] <= 'z');
	return !small || reading == NAMES_SURE || reading == NAMES_GUESS;
}

/*
 * Of a line with more fields than others, which have no names, the title has the
 * sign itself.
 */
static void
join_title(
    const struct fields *fields, const struct anatomy *a, struct split *split)
{
	const char *s = a->line->text;
	size_t title = fields->title, more = split->n - fields->wide;

	if (fields->wide == 0 || split->n <= fields->wide ||
	    title + 1 >= fields->wide || !ends_dull(a, split))
		return;
	for (size_t k = title + 1; k <= title + more; k++) {
		if (may_be_called(
			s + split->from[k], split->to[k] - split->from[k]))
			return;
	}
	split->to[title] = split->to[title + more];
	for (size_t k = title + 1; k < fields->wide; k++) {
		split->from[k] = split->from[k + more];
		split->to[k] = split->to[k + more];
	}
	split->n = fields->wide;
}

void
fields_split(
    const struct fields *fields, const struct anatomy *a, struct split *split)
{
	split_from(split, a, (enum fields_sign)fields->sign, fields->whole);
	join_title(fields, a, split);
}

bool
fields_cut(
    const struct fields *fields, const struct anatomy *a, struct cut *cut)
{
	struct split split;
	size_t names = fields->names, title;

	fields_split(fields, a, &split);
	if (split.n <= fields->title || split.n < 2)
		return false;
	title = title_of(fields, a->line->text, &split);
	*cut = (struct cut){split.from[title], split.to[title], 0, 0};
	if (names < split.n && names != title) {
		cut->names = split.from[names];
		cut->names_end = split.to[names];
	}
	return true;
}
