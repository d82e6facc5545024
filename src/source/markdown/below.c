#include "source/markdown/below.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "source/markdown/below_ahead.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/opening.h"
#include "source/markdown/quoted.h"
#include "source/markdown/signs.h"
#include "source/markdown/spoke.h"

#define CITED_LONGEST   120 /* bytes of a title that is quoted below */
#define LINE_LONGEST    140 /* bytes of a line below with speakers */
#define PARTED_LONGEST  400 /* and of one with many, parted by semicolons */
#define PARTED_LEAST    4   /* semicolons, that are of no sentence */
#define PARTED_PERSON   60  /* bytes of a part, where there are less */
#define BRACKETED_LEAST 2   /* commas between brackets, the same */
#define PROSE_WORDS     3   /* up to "talk", after "a" */
#define PERSON_LONGEST  60  /* and of one with no more than somebody's name */
#define PEOPLE_LEAST    3   /* people in a longer one, */
#define PART_LONGEST    40  /* each with so many bytes */
#define SENTENCE_MOST \
	400              /* bytes of a line that are asked for a quoted title */
#define LABEL_LONGEST 40 /* bytes before a quoted title */

/* Whether all parts of a line end in brackets: "Ann Lee (Firm), Bo Ek (Firm)". */
static bool
are_bracketed(const struct line *line)
{
	const char *s = line->text;
	size_t parted = 0;
	int depth = 0;

	if (s[line->len - 1] != ')')
		return false;
	for (uint32_t i = 1; i < line->len; i++) {
		depth += (s[i] == '(') - (s[i] == ')');
		if (s[i] != ',' || depth != 0)
			continue;
		if (s[i - 1] != ')')
			return false;
		parted++;
	}
	return parted >= BRACKETED_LEAST;
}

/* Whether a line is too long for names. */
static bool
is_long(const struct line *line)
{
	size_t parted = 0;

	if (line->len <= LINE_LONGEST || line->len > PARTED_LONGEST)
		return line->len > LINE_LONGEST;
	if (are_bracketed(line))
		return false;
	for (uint32_t i = 0; i < line->len; i++)
		parted += line->text[i] == ';';
	return parted < PARTED_LEAST &&
	    (parted < 2 || (parted + 1) * PARTED_PERSON < line->len);
}

/* The part of a line below that may be names. */
static const char *
below_names(const struct line *line, size_t *len)
{
	const char *s = line->text;
	size_t n = line->len, skip;

	*len = 0;
	if (n == 0 || is_long(line) || s[n - 1] == '.' || s[n - 1] == ':' ||
	    s[n - 1] == '?' ||
	    (lead_ends_in_date(s, n) &&
		memchr(s, ',', n) != memrchr(s, ',', n)))
		return s;
	if (label_before(s, n, &skip) == LABEL_SPEAKER ||
	    (skip > 0 && skip < n && names_end_polite(s, n))) {
		s += skip;
		n -= skip;
	} else if (line->nspans > 0 || (unsigned char)*s >= 0xe2) {
		skip = below_ahead(line);
		s += skip;
		n -= skip;
	}
	s += skip = names_by(s, n);
	*len = people_before_bar(s, n - skip);
	return s;
}

/* How the words are styled that a line begins with, over others after a comma; or 0. */
static unsigned
style_before_plain(const struct line *line)
{
	unsigned style = line->nspans > 0 && line->spans[0].start == 0
	    ? line->spans[0].style & (SPAN_STRONG | SPAN_EMPHASIS)
	    : 0;

	for (uint32_t i = 0; style && i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if ((span->style & style) && line->text[span->end] == ',')
			return style;
	}
	return 0;
}

/* The words of a line that have a style, parted by commas. */
static const char *
styled_words(struct arena *arena, const struct line *line, unsigned style)
{
	const char *words = "";

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->style & style)
			words = arena_printf(arena, "%s%s%.*s", words,
			    *words ? ", " : "", (int)(span->end - span->start),
			    line->text + span->start);
	}
	return words;
}

struct people
below_read(struct arena *arena, const struct line *line, bool firms)
{
	unsigned style = is_long(line) ? 0 : style_before_plain(line);
	size_t len;
	const char *s = below_names(line, &len);

	/* "**Ann Lee**, Firm and **Bo Ek**, Firm", "*Ann Lee*, Firm Ltd." */
	if (style) {
		const char *styled = styled_words(arena, line, style);
		struct people people = people_read(
		    arena, styled, strlen(styled), false);

		people.whole = false;
		if (people.first == NAMES_SURE)
			return people;
	}
	return people_read(arena, s, len, firms);
}

bool
below_is_person(const struct line *line)
{
	size_t len;
	const char *s = below_names(line, &len);

	return len <= PERSON_LONGEST && people_first(s, len) == NAMES_SURE;
}

struct line
below_in_cell(struct arena *arena, const struct line *cell)
{
	const struct line none = {.text = ""};
	struct line rest, first;

	if (cell->first == 0 || cell->first >= cell->len)
		return none;
	rest = richtext_cut(arena, cell, cell->first, cell->len);
	first = richtext_cut(
	    arena, &rest, 0, rest.first > 0 ? rest.first : rest.len);
	/* "Title - Ann Lee" may have a name of two words for its title. */
	for (uint32_t i = 0; i < first.len; i++) {
		if (sign_dash(first.text + i, first.len - i) > 0)
			return none;
	}
	return below_is_person(&first) ? rest : none;
}

/* The bytes of a line without the handle that is its last word. */
static uint32_t
without_handle(const struct line *line)
{
	uint32_t at = line->len;

	while (at > 0 && line->text[at - 1] != ' ')
		at--;
	while (at < line->len && line->text[at] == '(')
		at++;
	if (line->text[at] != '@')
		return line->len;
	while (at > 0 && strchr(" (", line->text[at - 1]))
		at--;
	return at > 0 ? at : line->len;
}

/* Whether a line is no longer than the people may be that its commas part. */
static bool
may_be_people(const struct line *line)
{
	size_t n = 1;

	for (uint32_t i = 0; line->len > PERSON_LONGEST &&
	     line->len <= PARTED_LONGEST && i < line->len;
	     i++)
		n += line->text[i] == ',';
	return line->len <= PERSON_LONGEST ||
	    (n >= PEOPLE_LEAST && line->len <= n * PART_LONGEST);
}

bool
below_is_names(struct arena *arena, const struct line *line)
{
	struct people people = {.whole = false};

	if (line->len > 0 && may_be_people(line))
		people = people_read(
		    arena, line->text, without_handle(line), false);
	return people.whole && people.first == NAMES_SURE;
}

bool
below_is_polite(const struct line *line)
{
	return line->len <= PERSON_LONGEST &&
	    names_end_polite(line->text, without_handle(line));
}

struct line
below_bare_names(struct arena *arena, const struct line *line)
{
	unsigned kinds;
	size_t lead = lead_length(line->text, line->len, &kinds);

	return lead > 0 && (kinds & (LEAD_TIME | LEAD_DATE))
	    ? richtext_cut(arena, line, (uint32_t)lead, line->len)
	    : *line;
}

void
below_all(struct arena *arena, const struct talk_text *talk,
    const struct line *first, struct people *people)
{
	const struct line *end = talk->below + TALK_BELOW;

	for (const struct line *line = first + 1;
	     line < end && below_is_names(arena, line); line++) {
		struct people more = people_read(
		    arena, line->text, line->len, false);
		size_t n = people->n + more.n;
		const char **name = arena_alloc(arena, n * sizeof(*name));

		memcpy(name, people->name, people->n * sizeof(*name));
		memcpy(name + people->n, more.name, more.n * sizeof(*name));
		people->name = name;
		people->n = n;
	}
}

bool
below_is_bracketed(const struct line *line)
{
	const char *open = line->len > 0 ? memchr(line->text, '(', line->len)
					 : NULL;
	size_t len = open ? (size_t)(open - line->text) : 0;

	return len > 1 && line->text[len - 1] == ' ' &&
	    line->text[line->len - 1] == ')' &&
	    people_first(line->text, len - 1) == NAMES_SURE;
}

void
below_others(
    struct arena *arena, const struct talk_text *talk, struct people *people)
{
	bool brackets = below_is_bracketed(&talk->below[0]);
	const char *name[TALK_BELOW];
	size_t n = 1;

	if (people->n != 1 || (people->firms == 0 && !brackets))
		return;
	name[0] = people->name[0];
	for (size_t k = 1; k < TALK_BELOW; k++) {
		const struct line *line = &talk->below[k];
		struct people other;

		if (brackets ? !below_is_bracketed(line)
			     : !below_is_person(line))
			break;
		other = below_read(arena, line, true);
		if (other.n != 1 || (!brackets && other.parts != people->parts))
			break;
		name[n++] = other.name[0];
	}
	people->name = arena_copy(arena, name, n * sizeof(*name));
	people->n = n;
}

const struct line *
below_any(struct arena *arena, const struct talk_text *talk)
{
	for (size_t k = 0; k < TALK_BELOW; k++) {
		const struct line *line = &talk->below[k];

		if (line->len > 0 &&
		    below_read(arena, line, true).first == NAMES_SURE)
			return line;
	}
	return NULL;
}

/* Where the names end that begin at `s`: at a word that goes on in small. */
static size_t
names_in_prose(const char *s, size_t len)
{
	size_t at = 0, end = 0;

	while (at < len) {
		size_t n = names_word(s + at, len - at);
		bool joins = (n == 3 && memcmp(s + at, "and", 3) == 0) ||
		    (n == 1 && s[at] == '&');

		if (!joins && s[at] >= 'a' && s[at] <= 'z')
			break;
		at += n;
		end = joins ? end : at;
		if (!joins && n > 0 && s[at - 1] == '.')
			break;
		at += at < len;
	}
	while (end > 0 && strchr(".,;", s[end - 1]))
		end--;
	return end;
}

/* What somebody gives, in the order of first letters. */
static const char *const talk_words[] = {"charla", "chat", "conférence",
    "discussion", "exposé", "keynote", "lecture", "palestra", "poster",
    "presentation", "présentation", "seminar", "session", "talk", "tutorial",
    "vortrag", "workshop", NULL};

/* Whether the words right before a quotation say that it is a talk's title. */
static bool
says_title(const char *s, size_t len)
{
	static const char *const titled[] = {"called", "entitled", "intitulada",
	    "intitulado", "intitulé", "intitulée", "titled", "titulada",
	    "titulado", NULL};
	size_t last, before;

	while (len > 0 && s[len - 1] == ' ')
		len--;
	for (last = len; last > 0 && s[last - 1] != ' ';)
		last--;
	if (last == 0 || !names_one_of(s + last, len - last, titled))
		return false;
	for (before = last - 1; before > 0 && s[before - 1] != ' ';)
		before--;
	return names_one_of(s + before, last - 1 - before, talk_words);
}

/* Whether Japanese words right behind one say so. */
static bool
says_title_behind(const char *s, size_t len)
{
	static const char *const titled[] = {"というタイトル", "という題",
	    "という演題", "というテーマ", "と題し"};
	static const char *const given[] = {
	    "発表", "登壇", "話", "講演", "LT", "トーク"};
	bool talk = false, said = false;

	for (size_t i = 0; i < sizeof(titled) / sizeof(*titled); i++)
		said = said ||
		    (len > strlen(titled[i]) &&
			memcmp(s, titled[i], strlen(titled[i])) == 0);
	for (size_t i = 0; said && i < sizeof(given) / sizeof(*given); i++)
		talk = talk || memmem(s, len, given[i], strlen(given[i]));
	return talk;
}

/* The end of a title that a sentence quotes as such, from `*start` on; 0: none. */
static uint32_t
title_in_sentence(const struct line *line, uint32_t *start)
{
	const char *s = line->text;
	uint32_t len = line->len, end;

	if (len > SENTENCE_MOST)
		len = SENTENCE_MOST;
	/* Most lines have no quotes. */
	if (!memchr(s, '"', len) && text_is_ascii(s, len))
		return 0;
	for (uint32_t at = 0; at < len; at++) {
		/* The signs that quotes begin with. */
		if (!text_ascii_any(s[at], "\"\xe2\xe3\xc2"))
			continue;
		end = quoted_end(s, at, len);
		if (end == at)
			continue;
		if (says_title(s, at) ||
		    says_title_behind(s + end, line->len - end)) {
			*start = at;
			return end;
		}
		at = end - 1;
	}
	return 0;
}

uint32_t
below_title(const struct line *line, uint32_t *start)
{
	static const char *const talks[] = {
	    "charla", "palestra", "talk", "vortrag", NULL};
	const char *s = line->text;
	size_t colon = 0, last, skip, end;

	label_before(s, line->len, &skip);
	if (skip == 0 || skip >= line->len || skip > LABEL_LONGEST)
		return title_in_sentence(line, start);
	while (colon < skip && s[colon] != ':')
		colon++;
	for (last = colon; last > 0 && s[last - 1] != ' ';)
		last--;
	if (!names_one_of(s + last, colon - last, talk_words))
		return 0;
	end = quoted_end(s, skip, line->len);
	if (end == skip && last == 0 && names_one_of(s, colon, talks))
		end = line->first > skip ? line->first : line->len;
	if (end <= skip)
		return 0;
	*start = (uint32_t)skip;
	return (uint32_t)end;
}

/* "Speaker: Ann Lee", "by Ann Lee" */
static enum names_reading
speaker_in(const char *s, size_t len)
{
	enum names_reading names;
	size_t skip;
	bool said = label_before(s, len, &skip) == LABEL_SPEAKER;

	if (!said)
		skip = names_by(s, len);
	if (skip == 0 || skip >= len)
		return NAMES_NOT;
	names = people_first(s + skip, len - skip);
	return said || names == NAMES_SURE ? names : NAMES_NOT;
}

enum names_reading
below_speaker(const struct line *line)
{
	const uint32_t starts[] = {
	    line->first, line->breaks[0], line->breaks[1], line->len};
	enum names_reading names = NAMES_NOT;

	for (int i = 0; i < 3 && names == NAMES_NOT; i++) {
		uint32_t from = starts[i], to = starts[i + 1];

		if (from == 0 || from >= line->len)
			break;
		from += line->text[from] == ' ';
		if (to <= from || to > line->len)
			to = line->len;
		names = speaker_in(line->text + from, to - from);
	}
	return names;
}

/* "Ann Lee and Bob Ray will present", of whom each has two names. */
static struct people
who_speaks(struct arena *arena, const struct line *line)
{
	uint32_t len = spoke_names(line);
	struct people people = {.first = NAMES_NOT};

	if (len > 0)
		people = people_read(arena, line->text, len, false);
	if (people.parts > people.n)
		people.first = NAMES_NOT;
	/* "Ann Lee, @ann": the handle is hers. */
	if (people.n == 2 && *people.name[1] == '@')
		people.n = 1;
	for (size_t i = 0; i < people.n; i++) {
		if (!strchr(people.name[i], ' '))
			people.first = NAMES_NOT;
	}
	return people;
}

struct people
below_prose(struct arena *arena, const struct line *line)
{
	static const char *const articles[] = {
	    "a", "an", "another", "the", "this", NULL};
	static const char *const given[] = {"co-presented", "copresented",
	    "delivered", "given", "held", "presented", NULL};
	static const char *const leads[] = {"by", "with", NULL};
	const char *s = line->text;
	size_t len = line->len, at = 0, n = names_word(s, len), name;
	size_t opens = opening_name(s, len, &name);

	if (opens > 0)
		return people_read(arena, s + opens, name, false);
	/* "Talk given by" needs no article. */
	if (!names_one_of(s, n, articles) && !names_one_of(s, n, talk_words))
		return who_speaks(arena, line);
	for (int i = 0; i < PROSE_WORDS && at < len &&
	     !names_one_of(s + at, n, talk_words);
	     i++) {
		at += n + 1;
		n = at < len ? names_word(s + at, len - at) : 0;
		if (names_one_of(s + at, n, articles))
			return (struct people){.first = NAMES_NOT};
	}
	if (at >= len || !names_one_of(s + at, n, talk_words))
		return (struct people){.first = NAMES_NOT};
	at += n + 1;
	n = at < len ? names_word(s + at, len - at) : 0;
	if (n == 3 && memcmp(s + at, "was", 3) == 0) {
		at += n + 1;
		n = at < len ? names_word(s + at, len - at) : 0;
	}
	if (names_one_of(s + at, n, given)) {
		at += n + 1;
		n = at < len ? names_word(s + at, len - at) : 0;
	}
	if (n == 0 || !names_one_of(s + at, n, leads) || at + n >= len)
		return (struct people){.first = NAMES_NOT};
	at += n + 1;
	return people_read(
	    arena, s + at, names_in_prose(s + at, len - at), false);
}

bool
below_tell_facts(const struct talk_text *talks, size_t n)
{
	size_t told = 0;

	for (size_t i = 0; i < n; i++) {
		const struct facts *facts = &talks[i].labelled.facts;

		told += facts->room || facts->day || facts->start;
	}
	return told >= 2 && told * 2 >= n;
}

bool
below_tell_tracks(const struct talk_text *talks, size_t n)
{
	const char *first = NULL;
	bool differ = false;
	size_t tracked = 0;

	for (size_t i = 0; i < n; i++) {
		const char *track = talks[i].labelled.track;

		if (!track)
			continue;
		tracked++;
		differ = differ || (first && strcmp(first, track) != 0);
		first = track;
	}
	return differ && tracked * 10 >= n * 6;
}

bool
below_cite_titles(const struct talk_text *talks, size_t n)
{
	size_t own = 0, quoted = 0;

	for (size_t i = 0; i < n; i++) {
		const struct line *quote = &talks[i].quote;

		if (quote->len == 0 || quote->len > CITED_LONGEST ||
		    quote->text[quote->len - 1] == '.' ||
		    !memchr(quote->text, ' ', quote->len))
			return false;
		own += talks[i].line.len;
		quoted += quote->len;
	}
	return n >= 3 && quoted > own;
}
