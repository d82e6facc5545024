#include "source/markdown/styled.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/lead.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

#define DATE_WORDS   4  /* of a day at the start of a line */
#define LEAST_BEFORE 4  /* bytes before the title */
#define QUOTED_LEAST 3  /* titles in quotes behind events */
#define MOST_BEFORE  80 /* the same, of names and where they are from */

static bool
is_styled(const struct span *span)
{
	return (span->style & (SPAN_STRONG | SPAN_EMPHASIS)) &&
	    !(span->style & SPAN_CODE);
}

/* Where names begin: behind "**Invited talk:**", if that is there. */
static uint32_t
behind_label(const struct anatomy *a)
{
	const struct line *line = a->line;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];
		uint32_t end;

		if (span->start > a->at)
			break;
		end = runs_end(line, span);
		if (is_styled(span) && end > a->at + 1 && end + 1 < a->body &&
		    line->text[end - 1] == ':' && line->text[end] == ' ')
			return end + 1;
	}
	return a->at;
}

/* The span in another style right behind that with number `i`; `i`: there is none. */
static uint32_t
other_style(const struct line *line, uint32_t i)
{
	const unsigned styles = SPAN_STRONG | SPAN_EMPHASIS;
	uint32_t end = runs_end(line, &line->spans[i]), k = i + 1;

	while (k < line->nspans && line->spans[k].start < end)
		k++;
	return k < line->nspans && line->spans[k].start == end + 1 &&
		is_styled(&line->spans[k]) &&
		((line->spans[k].style ^ line->spans[i].style) & styles)
	    ? k
	    : i;
}

bool
styled_cut(const struct anatomy *a, struct cut *cut)
{
	const struct line *line = a->line;
	uint32_t i = 0, end, from;

	if (a->leads)
		return false;
	from = behind_label(a);
	/* A time before may be bold. */
	while (i < line->nspans &&
	    (line->spans[i].start < from || !is_styled(&line->spans[i])))
		i++;
	/* "*Ann Lee* **Title**" */
	if (i < line->nspans && line->spans[i].start == from)
		i = other_style(line, i);
	if (i == line->nspans || line->spans[i].start < from + LEAST_BEFORE ||
	    line->spans[i].start > from + MOST_BEFORE)
		return false;
	end = runs_end(line, &line->spans[i]);
	*cut = (struct cut){line->spans[i].start, end, from,
	    anatomy_trim(line->text, from, line->spans[i].start)};
	return anatomy_trim(line->text, cut->title, end) + 1 >= a->body &&
	    memchr(line->text + cut->title, ' ', end - cut->title);
}

bool
styled_behind_event(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at = quoted_last(s, a->at, a->body), end = a->body;

	if (at < a->body) {
		if (!date_has_year(s + a->at, at - a->at))
			return false;
	} else {
		if (!styled_cut(a, cut) ||
		    strcspn(s + a->at, "0123456789") >= cut->title - a->at)
			return false;
		at = cut->title;
		end = cut->title_end;
	}
	*cut = (struct cut){at, end, 0, 0};
	return true;
}

bool
styled_quoted_last(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t at = quoted_last(s, a->at, a->body);

	if (at == a->body || quoted_end(s, at, a->body) < a->body ||
	    !memchr(s + at, ' ', a->body - at))
		return false;
	*cut = (struct cut){at, a->body, 0, 0};
	return true;
}

bool
styled_are_quoted_last(const struct anatomy *a, size_t n)
{
	size_t last = 0;
	struct cut cut;

	for (size_t i = 0; i < n; i++)
		last += styled_quoted_last(&a[i], &cut);
	if (last < QUOTED_LEAST || last * 3 < n)
		return false;
	/* Others quote what is no title. */
	for (size_t i = 0; i < n; i++) {
		if (!styled_quoted_last(&a[i], &cut) &&
		    quoted_any(a[i].line->text, a[i].at, a[i].body))
			return false;
	}
	return true;
}

/*
 * Where bold words end that others follow without a blank, as a page may show them
 * below: "**Nets that hold**Ann Lee"; 0: there are none.
 */
static uint32_t
glued_end(const struct anatomy *a)
{
	const struct line *line = a->line;
	const struct span *first = line->spans;

	if (line->nspans == 0 || first->start != a->at ||
	    !(first->style & SPAN_STRONG) || first->end >= a->body ||
	    !text_word_byte(line->text[first->end]) ||
	    !memchr(line->text + a->at, ' ', first->end - a->at))
		return 0;
	return line->nspans > 1 && first[1].start == first->end &&
		(first[1].style & SPAN_STRONG)
	    ? 0
	    : first->end;
}

bool
styled_first(const struct anatomy *a, struct cut *cut)
{
	const struct line *line = a->line;
	const struct span *link = a->leads ? line_leading_link(line, a->at)
					   : NULL;
	const char *s = line->text;
	uint32_t i = 0, end = glued_end(a);

	if (end > 0) {
		*cut = (struct cut){
		    a->at, end, end, a->leads ? a->words : a->body};
		return true;
	}
	while (i < line->nspans && line->spans[i].start < a->at)
		i++;
	if (!a->leads &&
	    (i == line->nspans || line->spans[i].start > a->at ||
		!is_styled(&line->spans[i])))
		return false;
	end = a->leads ? a->head : runs_end(line, &line->spans[i]);
	if (end + 1 >= a->body || s[end] != ' ' || s[end - 1] == ':' ||
	    sign_dash(s + end, a->body - end) > 0 ||
	    !memchr(s + a->at, ' ', end - a->at) ||
	    (!(link && link_is_video(link->url)) &&
		people_first(s + a->at, end - a->at) == NAMES_SURE))
		return false;
	*cut = (struct cut){a->at, end - (s[end - 1] == '.'), end + 1, a->body};
	/* An initial keeps its full stop. */
	cut->names_end -= s[a->body - 1] == '.' && s[a->body - 2] >= 'a';
	return true;
}

bool
styled_last(const struct anatomy *a, struct cut *cut)
{
	const struct line *line = a->line;
	uint32_t i = 0, end;

	while (i < line->nspans &&
	    (line->spans[i].start <= a->at || !is_styled(&line->spans[i])))
		i++;
	if (a->leads || i == line->nspans ||
	    line->text[line->spans[i].start - 1] != ' ')
		return false;
	end = runs_end(line, &line->spans[i]);
	*cut = (struct cut){
	    a->at, line->spans[i].start - 1, line->spans[i].start, end};
	/* Behind a sign are events, too. */
	return end >= a->body && cut->title_end > a->at &&
	    !strchr(",.:;-|/(", line->text[cut->title_end - 1]) &&
	    anatomy_trim(line->text, a->at, cut->title_end) == cut->title_end &&
	    memchr(line->text + a->at, ' ', cut->title_end - a->at);
}

uint32_t
styled_title(const struct line *line, uint32_t at)
{
	const struct span *span = line->spans;
	uint32_t end;

	if (line->nspans < 2 || span->start != at || span->url ||
	    !(span->style & SPAN_STRONG))
		return 0;
	end = span->end;
	if (span[1].start != end + 1 || line->text[end] != ' ' ||
	    line->text[end - 1] == ':' ||
	    span[line->nspans - 1].end + 1U < line->len)
		return 0;
	for (uint32_t i = 1; i < line->nspans; i++) {
		if (!(span[i].style & SPAN_EMPHASIS) ||
		    (span[i].style & SPAN_STRONG))
			return 0;
	}
	return people_first(line->text + end + 1, line->len - end - 1) ==
		NAMES_SURE
	    ? 0
	    : end;
}

static bool
has_names(const struct line *line, const struct cut *cut)
{
	size_t len = cut->names_end - cut->names;

	return people_first(line->text + cut->names, len) == NAMES_SURE;
}

/* Whether names may be beside styled words, or behind a link. */
static bool
may_have_names(const struct line *line)
{
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (is_styled(span) || span->end + 1U < line->len)
			return true;
	}
	return false;
}

bool
styled_is_sure(const struct line *line)
{
	struct anatomy anatomy;
	struct cut cut;

	if (!may_have_names(line))
		return false;
	anatomy_read(&anatomy, line, false, "");
	return (styled_cut(&anatomy, &cut) && has_names(line, &cut)) ||
	    (styled_first(&anatomy, &cut) && has_names(line, &cut)) ||
	    (styled_last(&anatomy, &cut) && has_names(line, &cut) &&
		memchr(line->text + cut.names, ',', cut.names_end - cut.names));
}

bool
styled_begins_with_day(const char *s, size_t len)
{
	size_t at = 0;

	for (int i = 0; i < DATE_WORDS && at < len; i++) {
		const char *blank = memchr(s + at, ' ', len - at);

		at = blank ? (size_t)(blank - s) : len;
		if (lead_date(s, at) == at)
			return true;
		at++;
	}
	return false;
}

bool
styled_below(struct arena *arena, const struct line *line, struct line *below,
    struct cut *cut)
{
	struct anatomy anatomy;

	if (line->first == 0 || line->first >= line->len || line->nspans == 0 ||
	    line->spans[0].start < line->first ||
	    !styled_begins_with_day(line->text, line->first))
		return false;
	*below = richtext_cut(arena, line, line->first, line->len);
	anatomy_read(&anatomy, below, false, "");
	return styled_cut(&anatomy, cut);
}

bool
styled_over_text(const struct line *cell)
{
	const struct span *bold = cell->spans;

	return cell->nspans > 0 && cell->broken && cell->first < cell->len &&
	    bold->start == 0 && (bold->style & SPAN_STRONG) &&
	    cell->first >= bold->end && cell->first <= bold->end + 1U &&
	    (cell->nspans == 1 || bold[1].start >= cell->first);
}
