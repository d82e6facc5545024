#include "lectern/model/query.h"

#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/mark_kind.h"

/* Words that stand before a colon. */
static const struct {
	const char *name;
	enum field field;
} fields[] = {
    {"title", FIELD_TITLE},
    {"t", FIELD_TITLE},
    {"speaker", FIELD_SPEAKERS},
    {"s", FIELD_SPEAKERS},
    {"track", FIELD_TRACK},
    {"k", FIELD_TRACK},
    {"note", FIELD_BODY},
    {"n", FIELD_BODY},
    {"my", FIELD_OWN},
    {"tag", FIELD_TAGS},
    {"url", FIELD_URL},
    {"conf", FIELD_CONFERENCE},
    {"c", FIELD_CONFERENCE},
    {"day", FIELD_DAY},
    {"room", FIELD_ROOM},
    {"lang", FIELD_LANGUAGE},
};

/* A word after `is:` or `has:`. */
struct word_of_state {
	const char *word;
	enum state state;
};

/* Words after `is:` besides those of the table of kinds of marks. */
static const struct word_of_state is_words[] = {
    {"transcribed", STATE_TRANSCRIBED},
    {"new", STATE_NEW},
};

/* Words after `has:`. */
static const struct word_of_state has_words[] = {
    {"url", STATE_URL},
    {"notes", STATE_NOTES},
    {"video", STATE_VIDEO},
    {"times", STATE_TIMES},
};

static const struct query_example examples[] = {
    {"scheduler latency",
	N_("both words, in title, speakers, track, notes or your own note")},
    {"\"memory model\"", N_("these words side by side")},
    {"!arm", N_("not this word; -arm is the same")},
    {"riscv | arm", N_("either word; | binds closer than a blank")},
    {"^dep", N_("a word that begins with this")},
    {"title:rust", N_("this in the title; short t:")},
    {"speaker:lee", N_("this in a speaker's name; short s:")},
    {"track:tracing", N_("this in the name of the track; short k:")},
    {"note:folio", N_("this in the notes; short n:")},
    {"my:todo", N_("this in your own note")},
    {"tag:later", N_("this in a tag of yours")},
    {"url:youtu", N_("this in the link")},
    {"conf:fosdem", N_("this in the name of the conference; short c:")},
    {"day:2026-05-01", N_("this in the day")},
    {"at:10:00-11:30", N_("a time between these; also at:10:15")},
    {"room:hall", N_("this in the name of the room")},
    {"lang:de", N_("this in the language")},
    {"is:bookmarked",
	N_("a bookmark; also is:seen, is:unseen, is:noted, is:opened")},
    {"is:started",
	N_("a video that was begun; also is:queued, is:transcribed")},
    {"is:new", N_("new since you were last there, or its video is; not seen")},
    {"has:notes",
	N_("notes; also has:url, has:video, has:times, a time in the "
	   "programme")},
    {"~tplg", N_("these letters in this order, in title or speakers")},
    {"RISC", N_("this with its capitals: one capital makes case count")},
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Parsing. */

struct parser {
	struct query *query;
	const char *s; /* what is left, blanks collapsed */
	bool or ;      /* the next term is an alternative to the last */
};

/* The text of a term: a word, or what stands in quotes. */
struct word {
	const char *s;
	size_t len;
};

static struct word
take_word(struct parser *p)
{
	struct word word = {.s = p->s};
	const char *end;

	if (*p->s != '"') {
		word.len = strcspn(p->s, " ");
		p->s += word.len;
		return word;
	}
	word.s++;
	end = strchr(word.s, '"');
	word.len = end ? (size_t)(end - word.s) : strlen(word.s);
	p->s = word.s + word.len + (end != NULL);
	while (word.len > 0 && *word.s == ' ') {
		word.s++;
		word.len--;
	}
	while (word.len > 0 && word.s[word.len - 1] == ' ')
		word.len--;
	return word;
}

static bool
has_capital(const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		uint32_t code;

		i += text_decode(s + i, len - i, &code);
		if (text_is_upper(code))
			return true;
	}
	return false;
}

/* Adds the term unless it is empty, that is, still being typed. */
static void
add_term(struct parser *p, struct term term)
{
	struct query *query = p->query;

	if (term.len == 0 && term.state == STATE_NONE)
		return;
	if (query->nterms > 0)
		term.group = query->terms[query->nterms - 1].group + !p->or ;
	query->terms[query->nterms++] = term;
	p->or = false;
}

static void
set_text(struct parser *p, struct term *term, struct word word)
{
	struct arena *arena = p->query->arena;

	term->exact_case = has_capital(word.s, word.len);
	char *text = term->exact_case
	    ? text_strip(arena, word.s, word.len, &term->len)
	    : text_fold(arena, word.s, word.len, &term->len);

	/* Some characters fold to blanks. */
	while (term->len > 0 && text[term->len - 1] == ' ')
		text[--term->len] = '\0';
	while (*text == ' ') {
		text++;
		term->len--;
	}
	term->text = text;
}

/*
 * Returns the length of `name` and a colon if the rest begins with them, or 0.
 */
static size_t
named(const struct parser *p, const char *name)
{
	size_t n = strlen(name);

	return text_ascii_same(p->s, name, n) && p->s[n] == ':' ? n + 1 : 0;
}

/* Whether `word` begins with the `len` bytes typed so far. */
static bool
may_be(const char *word, const char *s, size_t len)
{
	return word && text_ascii_same(s, word, len);
}

static bool
find_state(const struct word_of_state *words, size_t n, const char *s,
    size_t len, struct term *term)
{
	for (size_t i = 0; i < n; i++) {
		if (!may_be(words[i].word, s, len))
			continue;
		term->state = (uint8_t)words[i].state;
		return true;
	}
	return false;
}

static bool
find_is(const char *s, size_t len, struct term *term)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (size_t row = 0; row < n; row++, info++) {
		bool is = may_be(info->is, s, len);

		if (!is && !may_be(info->is_not, s, len))
			continue;
		term->state = is ? STATE_MARKED : STATE_NOT_MARKED;
		term->kind = mark_kind_at(row);
		return true;
	}
	return find_state(is_words, COUNT(is_words), s, len, term);
}

/* Takes `is:bookmarked`, or what has been typed of it; false: no state. */
static bool
take_state(struct parser *p, struct term *term)
{
	size_t named_is = named(p, "is");
	size_t n = named_is > 0 ? named_is : named(p, "has");
	const char *s = p->s + n;
	size_t len = n > 0 ? strcspn(s, " ") : 0;

	if (n == 0 ||
	    !(named_is > 0
		    ? find_is(s, len, term)
		    : find_state(has_words, COUNT(has_words), s, len, term)))
		return false;
	if (len == 0)
		term->state = STATE_NONE;
	term->text = "";
	p->s += n + len;
	return true;
}

/* Takes `at:10:00-10:50`, likewise. */
static bool
take_time(struct parser *p, struct term *term)
{
	size_t n = named(p, "at");
	size_t len = n > 0 ? strcspn(p->s + n, " ") : 0;

	if (n == 0 || (len > 0 && !query_at_read(p->s + n, len, term)))
		return false;
	term->state = len > 0 ? STATE_AT : STATE_NONE;
	term->text = "";
	p->s += n + len;
	return true;
}

static void
take_field(struct parser *p, struct term *term)
{
	for (size_t i = 0; i < COUNT(fields); i++) {
		size_t n = named(p, fields[i].name);

		if (n == 0)
			continue;
		term->fields = FIELD_BIT(fields[i].field);
		p->s += n;
		return;
	}
}

/* Takes one of the signs, if something follows it. */
static bool
takes_sign(struct parser *p, const char *signs)
{
	if (!*p->s || !strchr(signs, *p->s) || !p->s[1] || p->s[1] == ' ')
		return false;
	p->s++;
	return true;
}

static void
take_term(struct parser *p)
{
	struct term term = {.fields = FIELDS_USUAL};

	term.no = takes_sign(p, "!-");
	if (take_state(p, &term) || take_time(p, &term)) {
		add_term(p, term);
		return;
	}
	take_field(p, &term);
	term.starts = takes_sign(p, "^");
	term.fuzzy = !term.starts && takes_sign(p, "~");
	if (term.fuzzy && term.fields == FIELDS_USUAL)
		term.fields = FIELD_BIT(FIELD_TITLE) |
		    FIELD_BIT(FIELD_SPEAKERS);
	set_text(p, &term, take_word(p));
	add_term(p, term);
}

void
query_parse(struct query *query, const char *text)
{
	struct parser p = {.query = query};
	size_t len = strlen(text);

	if (query->arena)
		arena_clear(query->arena);
	else
		query->arena = arena_new();
	query->text = arena_dup(query->arena, text, len);
	/* No more terms than characters. */
	query->terms = arena_alloc(
	    query->arena, (len / 2 + 2) * sizeof(*query->terms));
	query->nterms = 0;
	p.s = text_squeeze(query->arena, text, len);
	while (*p.s) {
		bool bar = *p.s == '|' && (!p.s[1] || p.s[1] == ' ');

		if (*p.s == ' ') {
			p.s++;
		} else if (bar && query->nterms > 0) {
			p.or = true;
			p.s++;
		} else {
			take_term(&p);
		}
	}
}

void
query_free(struct query *query)
{
	arena_free(query->arena);
	memset(query, 0, sizeof(*query));
}

/* Narrowing. */

static bool
same_but_text(const struct term *a, const struct term *b)
{
	return a->group == b->group && a->fields == b->fields &&
	    a->state == b->state && a->kind == b->kind && a->from == b->from &&
	    a->to == b->to && a->no == b->no &&
	    a->exact_case == b->exact_case && a->starts == b->starts &&
	    a->fuzzy == b->fuzzy;
}

/* Whether every talk with `term` has `before`, too. */
static bool
implies(const struct term *term, const struct term *before)
{
	if (term->len == before->len)
		return memcmp(term->text, before->text, term->len) == 0;
	return !term->no && term->len > before->len &&
	    memcmp(term->text, before->text, before->len) == 0;
}

bool
query_narrows(const struct query *query, const struct query *before)
{
	size_t n = before->nterms;

	if (n == 0 || query->nterms < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!same_but_text(&query->terms[i], &before->terms[i]) ||
		    !implies(&query->terms[i], &before->terms[i]))
			return false;
	}
	/* A new alternative finds more. */
	return query->nterms == n ||
	    query->terms[n].group != before->terms[n - 1].group;
}

/* Highlighting. */

/* A shown string folded in one way, with the map back. */
struct shown {
	const char *folded;
	size_t len;
	uint32_t *map;
};

/* The text in both ways; the second only if a term needs it. */
struct both {
	struct arena *arena;
	const char *s;
	size_t len;
	struct shown way[2];
};

static const struct shown *
way_for(struct both *both, const struct term *term)
{
	struct shown *way = &both->way[term->exact_case];

	if (!way->folded)
		way->folded = text_fold_map(both->arena, both->s, both->len,
		    term->exact_case, &way->len, &way->map);
	return way;
}

static bool
is_wanted(const struct term *term, enum field field)
{
	return !term->no && term->len > 0 &&
	    (term->fields & FIELD_BIT(field)) != 0;
}

/* Adds the range that shows the folded bytes [start, end); false: no room. */
static bool
add_range(const struct shown *way, size_t start, size_t end,
    struct range *ranges, size_t *n, size_t max)
{
	/* A part of a character's fold shows the whole character. */
	while (end < way->len && way->map[end] == way->map[end - 1])
		end++;
	if (*n == max)
		return false;
	ranges[(*n)++] = (struct range){way->map[start], way->map[end]};
	return true;
}

static void
add_fuzzy(struct both *both, const struct term *term, struct range *ranges,
    size_t *n, size_t max)
{
	const struct shown *way = way_for(both, term);
	size_t *at = arena_alloc(both->arena, (term->len + 1) * sizeof(*at));

	if (!query_fuzzy(term, way->folded, way->len, at))
		return;
	for (size_t i = 0; i < term->len; i++) {
		if (!add_range(way, at[i], at[i] + 1, ranges, n, max))
			return;
	}
}

static void
add_matches(struct both *both, const struct term *term, struct range *ranges,
    size_t *n, size_t max)
{
	const struct shown *way = way_for(both, term);
	struct substring find;
	size_t from = 0;

	substring_prepare(
	    &find, term->text, term->len, SUBSTRING_EXACT, SUBSTRING_BEST);
	while (from < way->len) {
		const char *p = substring_first(
		    &find, way->folded + from, way->len - from);
		size_t at = p ? (size_t)(p - way->folded) : 0;

		if (!p)
			return;
		from = at + 1;
		if (term->starts &&
		    !text_starts_word(way->folded, way->len, at))
			continue;
		if (!add_range(way, at, at + term->len, ranges, n, max))
			return;
	}
}

/* Sorts by start; there are few, and most are in order. */
static void
sort_ranges(struct range *ranges, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct range range = ranges[i];
		size_t k = i;

		for (; k > 0 && ranges[k - 1].start > range.start; k--)
			ranges[k] = ranges[k - 1];
		ranges[k] = range;
	}
}

static size_t
join_ranges(struct range *ranges, size_t n)
{
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		if (out > 0 && ranges[i].start <= ranges[out - 1].end) {
			if (ranges[i].end > ranges[out - 1].end)
				ranges[out - 1].end = ranges[i].end;
		} else {
			ranges[out++] = ranges[i];
		}
	}
	return out;
}

/* Widens ranges to whole clusters of `s`. */
static void
to_clusters(const char *s, size_t len, struct range *ranges, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		size_t size = text_next(s + at, len - at);

		while (at + size <= ranges[i].start && at < len) {
			at += size;
			size = text_next(s + at, len - at);
		}
		ranges[i].start = (uint32_t)at;
		while (at < ranges[i].end && at < len)
			at += text_next(s + at, len - at);
		ranges[i].end = (uint32_t)at;
	}
}

size_t
query_ranges(const struct query *query, enum field field, const char *s,
    size_t len, struct range *ranges, size_t max)
{
	struct both both = {.s = s, .len = len};
	size_t n = 0;

	for (size_t i = 0; i < query->nterms; i++) {
		const struct term *term = &query->terms[i];

		if (!is_wanted(term, field))
			continue;
		if (!both.arena)
			both.arena = arena_new();
		if (term->fuzzy)
			add_fuzzy(&both, term, ranges, &n, max);
		else
			add_matches(&both, term, ranges, &n, max);
	}
	arena_free(both.arena);
	sort_ranges(ranges, n);
	n = join_ranges(ranges, n);
	to_clusters(s, len, ranges, n);
	return join_ranges(ranges, n);
}

bool
query_fuzzy(const struct term *term, const char *s, size_t len, size_t *at)
{
	size_t found = 0;

	for (size_t i = 0; i < len && found < term->len; i++) {
		if (s[i] != term->text[found])
			continue;
		if (at)
			at[found] = i;
		found++;
	}
	return found == term->len;
}

const struct query_example *
query_examples(size_t *n)
{
	*n = COUNT(examples);
	return examples;
}

bool
query_word(size_t i, char out[QUERY_WORD])
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (size_t f = 0; f < COUNT(fields); f++)
		if (fields[f].name[1] && i-- == 0) {
			snprintf(out, QUERY_WORD, "%s:", fields[f].name);
			return true;
		}
	for (size_t h = 0; h < COUNT(has_words); h++)
		if (i-- == 0) {
			snprintf(out, QUERY_WORD, "has:%s", has_words[h].word);
			return true;
		}
	for (size_t k = 0; k < COUNT(is_words); k++)
		if (i-- == 0) {
			snprintf(out, QUERY_WORD, "is:%s", is_words[k].word);
			return true;
		}
	for (size_t k = 0; k < 2 * n; k++) {
		const struct mark_info *kind = &info[k / 2];
		const char *word = k % 2 ? kind->is_not : kind->is;

		if (word && i-- == 0) {
			snprintf(out, QUERY_WORD, "is:%s", word);
			return true;
		}
	}
	return false;
}
