#include "source/markdown/anatomy.h"

#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/bold_lead.h"
#include "source/markdown/event_words.h"
#include "source/markdown/format_word.h"
#include "source/markdown/label.h"
#include "source/markdown/label_links.h"
#include "source/markdown/lead.h"
#include "source/markdown/lead_link.h"
#include "source/markdown/ornament.h"
#include "source/markdown/people.h"
#include "source/markdown/quoted.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

#define LABEL_LONGEST 24 /* bytes of a label without a link */
#define EVENT_LONGEST 32 /* bytes like "invited talk at" before a link */
#define GROUPS_MOST   12 /* at the end of a line */
#define MAIL_LEAST    6  /* bytes of an address for mail */
#define FORMAT_MOST   24 /* and of words like "Keynote" before a dash */

const struct span *
line_leading_link(const struct line *line, uint32_t at)
{
	uint32_t from = at;

	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (span->end <= at)
			continue;
		if (richtext_has_words(line->text, from, span->start))
			return NULL;
		if (span->start > from)
			from = span->start;
		if ((span->style & SPAN_LINK) && span->url[0] != '#' &&
		    richtext_has_words(line->text, span->start, span->end))
			return span;
	}
	return NULL;
}

/* Where the colon, bar or dash before byte `to` begins, if words precede it. */
static uint32_t
sign_before(const char *s, uint32_t from, uint32_t to)
{
	uint32_t end = to;

	while (end > from && s[end - 1] == ' ')
		end--;
	if (end < from + 4)
		return to;
	if (strchr(":|-", s[end - 1]))
		return end - 1;
	return memcmp(s + end - 3, "\xe2\x80\x93", 3) == 0 ||
		memcmp(s + end - 3, "\xe2\x80\x94", 3) == 0
	    ? end - 3
	    : to;
}

static bool
has_link_in(const struct line *line, uint32_t from, uint32_t to)
{
	const struct span *link = runs_link(line, from);

	return link && link->end <= to;
}

/* "French", "en", "slides in French": in which language a talk is. */
static bool
is_language(const char *s, size_t len)
{
	static const char *const before[] = {
	    "auf", "em", "en", "in", "slides", "talk", NULL};
	static const char *const names[] = {"ca", "castellano", "catalan",
	    "catal\303\240", "chinese", "cs", "cz", "czech", "danish", "de",
	    "deutsch", "dutch", "en", "englisch", "english", "es", "espanol",
	    "espa\303\261ol", "finnish", "fr", "fran\303\247ais", "french",
	    "galego", "german", "greek", "hebrew", "hu", "hungarian",
	    "ingl\303\251s", "ingl\303\252s", "it", "italian", "italiano", "ja",
	    "japanese", "jp", "ko", "korean", "nederlands", "nl", "norwegian",
	    "pl", "polish", "portuguese", "portugu\303\252s", "pt", "ru",
	    "russian", "spanish", "sv", "swedish", "tr", "turkish", "ukrainian",
	    "zh", NULL};
	size_t last = len, at = 0;

	while (last > 0 && s[last - 1] != ' ')
		last--;
	if (!names_one_of(s + last, len - last, names))
		return false;
	while (at < last) {
		size_t n = names_word(s + at, last - at);

		if (!names_one_of(s + at, n, before))
			return false;
		at += n + 1;
	}
	return true;
}

/* "Track: Ropes": a fact that is called so. */
static bool
is_named_fact(const char *s, size_t len)
{
	const char *colon = memchr(s, ':', len);
	size_t skip = 0;

	return colon && colon < s + LABEL_LONGEST &&
	    label_before(s, len, &skip) == LABEL_FACT && skip < len;
}

/* "(45 min)", "[1:13:40]", "(EN)", "(beginners)", "(Room: Hall A)" */
static bool
is_remark(const char *s, size_t len)
{
	static const char *const words[] = {"advanced", "avanzada", "avanzado",
	    "avan\303\247ado", "basic", "beginner", "beginners", "canceled",
	    "cancelled", "coming soon", "d\303\251butant", "intermedia",
	    "intermediate", "intermedio", "introductoria", "introductorio",
	    "introductory", "invited", "keynote", "not recorded", "online",
	    "plenary", "remote", "to follow", "upcoming", "virtual", NULL};
	size_t digits = 0, others = 0;

	if (len == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' &&
	    s[1] <= 'Z')
		return true;
	if ((*s >= 'a' && names_one_of(s, len, words)) || is_language(s, len) ||
	    label_links_none(s, len))
		return true;
	if (label_read(s, len) == LABEL_LINK ||
	    label_read(s, len) == LABEL_VIDEO ||
	    label_read(s, len) == LABEL_SLIDES || is_named_fact(s, len))
		return true;
	for (size_t i = 0; i < len; i++) {
		digits += text_ascii_digit(s[i]);
		others += !text_ascii_digit(s[i]) &&
		    !strchr(":+ minhsec.", s[i]);
	}
	return digits > 0 &&
	    ((others == 0 && len < 16) || lead_date(s, len) == len);
}

/* The same in brackets that begin at byte `open`; "[Talk]" in square ones, too. */
static bool
is_remark_at(const char *s, uint32_t open, uint32_t to)
{
	static const char *const kinds[] = {
	    "demo", "session", "short talk", "talk", NULL};
	const char *text = s + open + 1;
	size_t len = to - open - 2;

	return is_remark(text, len) ||
	    (s[open] == '[' &&
		(lead_is_format(text, len) || names_one_of(text, len, kinds)));
}

uint32_t
anatomy_trim(const char *s, uint32_t from, uint32_t to)
{
	size_t n;

	while (to > from && !text_ascii_word(s[to - 1]) &&
	    (n = sign_last(s + from, to - from)) > 0)
		to -= (uint32_t)n;
	return to;
}

uint32_t
anatomy_signs(const char *s, uint32_t from, uint32_t to)
{
	uint32_t at;

	while ((at = ornament_start(s, from, to)) < to)
		to = anatomy_trim(s, from, at);
	return to;
}

/* Whether a link's text says no more than where it leads. */
static bool
says_where(const struct line *line, const struct span *span)
{
	const char *s = line->text + span->start;
	size_t len = span->end - span->start;

	return label_read(s, len) != LABEL_NONE || link_bare(s, len) == len ||
	    !richtext_has_words(line->text, span->start, span->end);
}

/* The same of a label that leads nowhere, behind others: ` / video / code`. */
static uint32_t
plain_label(const char *s, uint32_t from, uint32_t to)
{
	uint32_t at = to;

	while (at > from && to - at < LABEL_LONGEST && s[at - 1] != '/' &&
	    s[at - 1] != '|')
		at--;
	return at > from + 2 && s[at - 2] == ' ' && to - at < LABEL_LONGEST &&
		label_read(s + at, to - at) != LABEL_NONE
	    ? at - 2
	    : to;
}

/* The start of a last link that says what it leads to, as "slides" does. */
static uint32_t
label_start(const struct line *line, uint32_t from, uint32_t to)
{
	for (uint32_t i = line->nspans; i-- > 0;) {
		const struct span *span = &line->spans[i];

		if (span->end != to || span->start <= from)
			continue;
		if ((span->style & SPAN_LINK) && says_where(line, span))
			return span->start;
	}
	return plain_label(line->text, from, to);
}

/* Returns `to` without a "+", "&" or "and" before it. */
static uint32_t
trim_joining(const char *s, uint32_t from, uint32_t to)
{
	static const char *const words[] = {" +", " &", " and"};
	uint32_t end = to;

	while (end > from && s[end - 1] == ' ')
		end--;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		uint32_t n = (uint32_t)strlen(words[i]);

		if (end > from + n && memcmp(s + end - n, words[i], n) == 0)
			return end - n;
	}
	return to;
}

/*
 * The start of such a link, perhaps with a full stop behind it, and of what joins
 * it to another: "Slides + video."
 */
static uint32_t
last_label(const struct line *line, uint32_t from, uint32_t to)
{
	const char *s = line->text;
	uint32_t stop = to > from && s[to - 1] == '.';
	uint32_t at = label_start(line, from, to - stop);

	if (at == to - stop)
		return to;
	return has_link_in(line, at, to) ? trim_joining(s, from, at) : at;
}

/* Returns `to` without signs and blanks that part fields before it. */
static uint32_t
trim_parting(const char *s, uint32_t from, uint32_t to)
{
	for (uint32_t end = to + 1; to < end;) {
		end = to;
		while (to > from && strchr(" ,;-/|", s[to - 1]))
			to--;
		if (to > from + 2 && memcmp(s + to - 2, "\xc2\xb7", 2) == 0)
			to -= 2;
	}
	return to;
}

/* Where an address for mail begins that is the last word; `to`: there is none. */
static uint32_t
mail_start(const char *s, uint32_t from, uint32_t to)
{
	uint32_t at = to;
	const char *sign;

	if (to < from + MAIL_LEAST || !text_ascii_word(s[to - 1]))
		return to;
	while (at > from &&
	    (text_ascii_word(s[at - 1]) || strchr("@.-_+", s[at - 1])))
		at--;
	sign = memchr(s + at, '@', to - at);
	return sign && sign > s + at && at > from && s[at - 1] == ' ' &&
		memchr(sign + 2, '.', (size_t)(s + to - sign) - 2) &&
		!memchr(sign + 1, '@', (size_t)(s + to - sign) - 1)
	    ? at
	    : to;
}

/* The end of the line up to `end` without groups of links and remarks. */
static uint32_t
find_body(const struct line *line, uint32_t at, uint32_t end)
{
	const char *s = line->text;
	uint32_t start;

	for (int i = 0; i < GROUPS_MOST; i++) {
		uint32_t from = ornament_start(s, at, end);

		if (from == end)
			from = last_label(line, at, anatomy_trim(s, at, end));
		if (from == end)
			from = mail_start(s, at, end);
		if (from == end && end > at && strchr(")]", s[end - 1])) {
			start = runs_open(s, at, end);
			if (start > at && start < end &&
			    (has_link_in(line, start, end) ||
				memmem(s + start, end - start, "](", 2) ||
				is_remark_at(s, start, end)))
				from = start;
		}
		from = trim_parting(s, at, from);
		if (from == end || !richtext_has_words(s, at, from))
			break;
		end = from;
	}
	return anatomy_trim(s, at, end);
}

uint32_t
anatomy_remarks(const char *s, uint32_t from, uint32_t to)
{
	while (to > from && strchr(")]", s[to - 1])) {
		uint32_t open = runs_open(s, from, to);

		if (open <= from || open >= to || !is_remark_at(s, open, to))
			break;
		to = anatomy_trim(s, from, open);
	}
	return to;
}

uint32_t
anatomy_bare_end(const struct line *line, uint32_t from, uint32_t to)
{
	uint32_t colon = to < line->len && line->text[to] == ':';
	/* Most titles end here. */
	uint32_t end = colon > 0 ||
		(to > from && (unsigned char)line->text[to - 1] >= 0x80)
	    ? anatomy_signs(line->text, from, to + colon)
	    : to;

	return anatomy_remarks(line->text, from, end < to ? end : to);
}

bool
anatomy_is_adorned(const struct line *line, uint32_t len)
{
	const char *s = line->text;
	char last = len > 0 ? s[len - 1] : 'a';

	if (*s == ':' || last == ':')
		return true;
	return strchr(")]", last)
	    ? anatomy_remarks(s, 0, len) < len
	    : (unsigned char)last >= 0x80 && ornament_start(s, 0, len) < len;
}

/* The bytes of "Title:" at the start, or of "Notes:" where a quotation follows. */
static uint32_t
label_length(const struct line *line)
{
	size_t skip;
	enum label_kind kind = label_before(line->text, line->len, &skip);

	if (kind == LABEL_TITLE && skip < line->len)
		return (uint32_t)skip;
	return kind == LABEL_LINK && skip < line->len &&
		quoted_end(line->text, (uint32_t)skip, line->len) > skip
	    ? (uint32_t)skip
	    : 0;
}

/*
 * The bytes of a number at byte `at`; where others have one, "Keynote -" stands
 * in its place.
 */
static uint32_t
number_length(const struct line *line, uint32_t at)
{
	const char *s = line->text + at;
	size_t len = line->len - at, n = lead_number(s, len), sign = 0;

	for (size_t i = 0; n == 0 && sign == 0 && i < len && i < FORMAT_MOST;
	     i++) {
		sign = sign_dash(s + i, len - i);
		if (sign == 0)
			sign = sign_colon(s + i, len - i);
		if (sign > 0 && i + sign < len && lead_is_format(s, i))
			n = i + sign;
	}
	return (uint32_t)n;
}

/* The bytes of a prefix at byte `at`, with the number that a series has. */
static uint32_t
prefix_length(const struct line *line, uint32_t at, const char *prefix)
{
	size_t n = strlen(prefix), number;

	if (n == 0 || strncmp(line->text + at, prefix, n) != 0)
		return 0;
	if (strchr("# ", prefix[n - 1]))
		n = event_words_skip(line->text + at, line->len - at, &number);
	return (uint32_t)n;
}

void
anatomy_read(struct anatomy *a, const struct line *line, bool numbered,
    const char *prefix)
{
	const struct span *link;
	unsigned kinds;

	a->line = line;
	a->at = ornament_skip(line, label_length(line));
	a->at += (uint32_t)lead_length(
	    line->text + a->at, line->len - a->at, &kinds);
	if (numbered)
		a->at += number_length(line, a->at);
	else if (a->at == 0)
		a->at = bold_lead_number(line);
	if (*prefix)
		a->at = ornament_skip(
		    line, a->at + prefix_length(line, a->at, prefix));
	a->at += format_word_skip(line, a->at);
	a->at = format_word_before(line, a->at);
	a->at = label_links_skip(line, a->at);
	a->at = lead_link_start(line, a->at, kinds);
	a->body = find_body(line, a->at, bold_lead_named(line, a->at));
	a->head = a->words = a->body;
	link = line_leading_link(line, a->at);
	a->leads = link != NULL;
	if (!link)
		return;
	a->head = runs_end(line, link);
	/* A bare address before its title is no title. */
	if (link_bare(line->text + link->start, a->head - link->start) > 0 &&
	    richtext_has_words(line->text, link->end, line->len)) {
		a->at = ornament_skip(line, link->end);
		a->body = find_body(line, a->at, line->len);
		a->head = a->words = a->body;
		a->leads = false;
	} else {
		if (a->at < link->start)
			a->at = link->start;
		a->words = find_body(line, a->at, a->head);
	}
}

/* Whether what ends at byte `to` is a year, perhaps in brackets. */
static bool
ends_in_year(const char *s, uint32_t from, uint32_t to)
{
	while (to > from && strchr(" .)]", s[to - 1]))
		to--;
	return to >= from + 5 && strchr(" /.,(", s[to - 5]) &&
	    date_is_year(s + to - 4);
}

/* Whether the body of a line ends in a year, or has one in brackets behind it. */
static bool
has_last_year(const struct anatomy *a)
{
	const char *s = a->line->text;
	const char *close = a->body + 1 < a->line->len && s[a->body + 1] == '('
	    ? memchr(s + a->body, ')', a->line->len - a->body)
	    : NULL;

	return ends_in_year(s, a->at, a->body) ||
	    (close && ends_in_year(s, a->body, (uint32_t)(close - s)));
}

uint32_t
anatomy_event(const struct anatomy *a)
{
	const struct line *line = a->line;
	uint32_t comma;

	if (a->leads || line->nspans == 0 || !has_last_year(a))
		return a->body;
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		if (!(span->style & SPAN_LINK) || span->end > a->body)
			continue;
		for (comma = span->start; comma > a->at + 1; comma--) {
			if (line->text[comma - 1] == ',' &&
			    line->text[comma] == ' ')
				break;
		}
		return comma > a->at + 1 &&
			span->start - comma < EVENT_LONGEST &&
			memchr(line->text + a->at, ' ', comma - 1 - a->at)
		    ? comma - 1
		    : a->body;
	}
	return a->body;
}

/* Whether what stands at byte `at`, behind "at" or "@", reads as an event. */
static bool
begins_event(const struct anatomy *a, uint32_t at, bool sign)
{
	const char *s = a->line->text + at;
	size_t len = a->body - at;

	if (len > 4 && memcmp(s, "the ", 4) == 0) {
		s += 4;
		len -= 4;
	}
	if ((*s >= 'A' && *s <= 'Z') || (unsigned char)*s >= 0x80)
		return true;
	/* "@ the 11th Quay Days", "@ workshop of Quay", "@ [iQuay](link)" */
	for (uint32_t i = 0; sign && i < a->line->nspans; i++) {
		if (a->line->spans[i].start == at && a->line->spans[i].url)
			return true;
	}
	return sign &&
	    (text_ascii_digit(*s) || lead_is_format(s, names_word(s, len)));
}

uint32_t
anatomy_at(const struct anatomy *a)
{
	const char *s = a->line->text;

	for (uint32_t i = a->body; !a->leads && i > a->at + 4; i--) {
		bool sign;

		if (s[i - 1] == ' ' && s[i] == '@' && s[i + 1] >= 'A' &&
		    s[i + 1] <= 'Z')
			return i - 1;
		if (s[i - 1] != ' ' ||
		    (memcmp(s + i - 4, " at ", 4) != 0 &&
			memcmp(s + i - 3, " @ ", 3) != 0))
			continue;
		sign = s[i - 2] == '@';
		if (!begins_event(a, i, sign))
			return a->body;
		i -= sign ? 3 : 4;
		return sign || memchr(s + a->at, ' ', i - a->at) ? i : a->body;
	}
	return a->body;
}

/* Whether all that follows a link up to the body's end is who speaks. */
static bool
goes_on_with_names(const struct anatomy *a, uint32_t at)
{
	const char *s = a->line->text + at;
	size_t len = a->body - at, skip = sign_dash(s, len);

	if (skip == 0)
		skip = strspn(s, " ,|(");
	if (skip >= len)
		return false;
	skip += names_by(s + skip, len - skip);
	len -= s[len - 1] == ')';
	return skip < len && people_first(s + skip, len - skip) == NAMES_SURE;
}

const struct span *
anatomy_last_link(const struct anatomy *a, uint32_t *before)
{
	const struct line *line = a->line;

	for (uint32_t i = 0; i < line->nspans && !a->leads; i++) {
		const struct span *span = &line->spans[i];
		const char *s = line->text + span->start;
		size_t len;

		if (!(span->style & SPAN_LINK) || span->url[0] == '#')
			continue;
		len = runs_end(line, span) - span->start;
		*before = sign_before(line->text, a->at, span->start);
		return *before < span->start && memchr(s, ' ', len) &&
			label_read(s, len) == LABEL_NONE &&
			(span->start + len >= a->body ||
			    goes_on_with_names(a, span->start + (uint32_t)len))
		    ? span
		    : NULL;
	}
	return NULL;
}
