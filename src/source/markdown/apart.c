#include "source/markdown/apart.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/around.h"
#include "source/markdown/bold_lead.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"
#include "source/markdown/worded.h"

/*
 * Where a title ends that is set apart, with a sign of `*sign` bytes behind it; 0:
 * there is none.
 */
static uint32_t
set_apart(const struct anatomy *a, size_t *sign)
{
	const struct line *line = a->line;
	const struct span *first = line->spans;
	uint32_t end = quoted_end(line->text, a->at, a->body);

	if (end == a->at && line->nspans > 0 && first->start == a->at &&
	    (first->style & SPAN_STRONG))
		end = runs_end(line, first);
	else if (end > a->at && end < a->body &&
	    (*sign = sign_dash(line->text + end, a->body - end)) > 0)
		return end;
	*sign = 2;
	return end > a->at && end + 2 < a->body &&
		strchr(
		    line->text[end - 1] == '"' ? ",-" : ",", line->text[end]) &&
		line->text[end + 1] == ' '
	    ? end
	    : 0;
}

/* Takes what stands in a cut, if it is surely somebody's name there. */
static bool
take_sure(struct reader *r, const struct line *line, enum place place,
    const struct cut *cut)
{
	struct people people = place_people(
	    r->arena, line, place, cut, r->manner->firms);

	if (people.first != NAMES_SURE)
		return false;
	r->cut = *cut;
	r->people = people;
	return true;
}

/*
 * `**Title**, Ann Lee`, `"Title" - Ann Lee`, where other lines have names
 * elsewhere.
 */
static bool
try_apart(struct reader *r)
{
	struct cut cut;
	size_t sign;
	uint32_t end;

	end = set_apart(&r->anatomy, &sign);
	if (end == 0)
		return false;
	cut = (struct cut){
	    r->anatomy.at, end, end + (uint32_t)sign, r->anatomy.body};
	cut.names += (uint32_t)worded_before(
	    r->anatomy.line->text + cut.names, cut.names_end - cut.names);
	return take_sure(r, r->anatomy.line, PLACE_AFTER_COMMA, &cut);
}

/* `**Title by Ann Lee**: what it was about`: the bold words are all of it. */
static bool
try_lead(struct reader *r)
{
	static const enum place places[] = {
	    PLACE_BRACKETS, PLACE_LAST_DASH, PLACE_BY};
	const struct line *line = r->anatomy.line;

	if (bold_lead_named(line, r->anatomy.at) == line->len)
		return false;
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		struct cut cut;

		if (place_find(&r->anatomy, places[i], &cut) &&
		    take_sure(r, line, places[i], &cut))
			return true;
	}
	return false;
}

/* `[Ann Lee](link): Title`, where other lines name nobody so. */
static bool
try_linked(struct reader *r)
{
	const struct anatomy *a = &r->anatomy;
	const char *s = a->line->text;
	struct people people;
	struct cut cut;

	if (!a->leads || !place_find(a, PLACE_FIRST_COLON, &cut) ||
	    anatomy_trim(s, cut.names, cut.names_end) != a->head ||
	    !memchr(s + cut.names, ' ', a->head - cut.names) ||
	    (s[cut.title] >= 'a' && s[cut.title] <= 'z') ||
	    !memchr(s + cut.title, ' ', cut.title_end - cut.title))
		return false;
	people = place_people(
	    r->arena, a->line, PLACE_FIRST_COLON, &cut, r->manner->firms);
	/* What goes on to a full stop tells of a title. */
	if (people.first != NAMES_SURE || people.n != 1 ||
	    strlen(people.name[0]) != a->head - cut.names ||
	    s[cut.title_end - 1] == '.')
		return false;
	r->cut = cut;
	r->people = people;
	return true;
}

/* `Title / Ann Lee`, where other lines have names elsewhere, and this no dash. */
static bool
try_bar(struct reader *r)
{
	const struct anatomy *a = &r->anatomy;
	const char *s = a->line->text;
	struct cut cut;
	size_t n = 0, len = a->words - a->at;
	uint32_t bar;

	/* Most lines have none. */
	if (!memchr(s + a->at, '|', len) && !memchr(s + a->at, '/', len) &&
	    text_is_ascii(s + a->at, len))
		return false;
	bar = sign_find(s, a->at, a->words, sign_bar, true, &n);
	if (bar == a->words)
		return false;
	cut = (struct cut){a->at, bar, bar + (uint32_t)n, a->words};
	if (sign_find(s, a->at, bar, sign_bar, false, &n) < bar ||
	    sign_find(s, a->at, a->words, sign_dash, false, &n) < a->words)
		return false;
	return take_sure(r, a->line, PLACE_LAST_BAR, &cut);
}

/* `Ann Lee: Title | Event 2031`, where most lines with an event are so. */
static bool
try_before_event(struct reader *r)
{
	enum place place = r->manner->before_event;
	struct anatomy line = r->anatomy;
	struct cut cut;

	return place != PLACE_NONE && around_leave(&line) &&
	    place_find(&line, place, &cut) &&
	    take_sure(r, line.line, place, &cut);
}

/* `**Ann Lee, who sails - Title**: ...`, where other titles there are quoted. */
static bool
try_bold_first(struct reader *r)
{
	struct anatomy line = r->anatomy;
	uint32_t end = bold_lead_end(line.line);
	struct cut cut;

	if (r->manner->place != PLACE_FIRST_DASH || line.at > 0 ||
	    end == line.line->len)
		return false;
	line.body = line.words = line.head = end;
	return place_find(&line, PLACE_FIRST_DASH, &cut) &&
	    take_sure(r, line.line, PLACE_FIRST_DASH, &cut);
}

/* Whether words say what kind of talk somebody gives: "Keynote", "Invited talk". */
static bool
is_kind(const char *s, size_t len)
{
	static const char *const kinds[] = {"gastvortrag", "guest lecture",
	    "invited lecture", "invited speaker", "invited talk",
	    "keynote lecture", "keynote speaker", "keynote speech",
	    "keynote talk", "plenary", "plenary lecture", "plenary talk",
	    "talk night", "talks night", NULL};

	return lead_is_format(s, len) || names_one_of(s, len, kinds);
}

/* "Keynote: Ann Lee": nothing more is told, and the kind is the title. */
static bool
try_kind(struct reader *r)
{
	const struct anatomy *a = &r->anatomy;
	const char *s = a->line->text, *blank;
	size_t sign = 0;
	uint32_t end, body = a->leads ? a->words : a->body;
	struct people people;
	struct cut cut;

	if ((a->leads && r->manner->place != PLACE_FIRST_COLON &&
		r->manner->other != PLACE_FIRST_COLON) ||
	    body <= a->at || !memchr(s + a->at, ':', body - a->at))
		return false;
	end = sign_find(s, a->at, body, sign_colon, false, &sign);
	if (end >= body || !is_kind(s + a->at, end - a->at))
		return false;
	cut = (struct cut){a->at, end, end + (uint32_t)sign, body};
	cut.names += (uint32_t)text_spaces(s + cut.names, body - cut.names);
	people = place_people(r->arena, a->line, PLACE_FIRST_COLON, &cut, true);
	blank = people.first == NAMES_SURE && people.whole
	    ? strchr(people.name[0], ' ')
	    : NULL;
	/* More words are a title, and so are those of most links. */
	if (!blank || strchr(blank + 1, ' ') || (a->leads && people.n < 2))
		return false;
	r->cut = cut;
	r->people = people;
	return true;
}

bool
apart_try(struct reader *r)
{
	return (r->manner->place != PLACE_NONE &&
		   (try_apart(r) || try_lead(r) || try_bold_first(r) ||
		       try_bar(r))) ||
	    try_linked(r) || try_before_event(r) || try_kind(r);
}
