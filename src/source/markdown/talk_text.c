#include "source/markdown/talk_text.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/markdown/below.h"
#include "source/markdown/label.h"
#include "source/markdown/lead.h"
#include "source/markdown/names.h"
#include "source/markdown/opening.h"
#include "source/markdown/ornament.h"
#include "source/markdown/people.h"
#include "source/markdown/place.h"
#include "source/markdown/runs.h"
#include "source/markdown/shape.h"
#include "source/markdown/signs.h"
#include "source/markdown/stop_names.h"
#include "source/markdown/styled.h"
#include "source/markdown/taker.h"
#include "source/markdown/under_names.h"

#define LONG_LINE     50  /* bytes, after which a line may just go on */
#define HEADS_MOST    4   /* headings below, one of which may be "Title" */
#define TITLE_LONGEST 160 /* bytes of what stands below that */
#define PEOPLE_MOST   3   /* people below a heading "Speakers" of a talk */
#define LABEL_LONGEST 24  /* bytes of a label at its start */

/* Whether a heading is "Title" or "Talk", which reads as a name, too. */
static bool
is_over_title(const struct line *heading)
{
	return label_read(heading->text, heading->len) == LABEL_TITLE ||
	    (heading->len == 4 && text_ascii_same(heading->text, "talk", 4));
}

bool
talk_text_is_half(struct arena *arena, const struct markdown *md, uint32_t i)
{
	const struct md_node *above = &md->node[i - 1], *node = &md->node[i];

	size_t skip;

	return node->kind == MD_HEADING && above->kind == MD_HEADING &&
	    node->level > above->level && !is_over_title(&node->text) &&
	    (below_is_names(arena, &above->text) ||
		below_is_names(arena, &node->text) ||
		below_is_polite(&node->text) ||
		(strpbrk(node->text.text, ",@") &&
		    below_is_person(&node->text)) ||
		names_by(node->text.text, node->text.len) > 0 ||
		label_before(node->text.text, node->text.len, &skip) ==
		    LABEL_SPEAKER);
}

/* Whether node `i` is a list of one item below another item. */
static bool
is_alone(const struct markdown *md, uint32_t i)
{
	const struct md_node *list = &md->node[i];

	return list->kind == MD_LIST &&
	    md->node[list->parent].kind == MD_ITEM && i + 1 < md->n &&
	    md->node[i + 1].end == list->end;
}

/* Whether all of a line but links at its end, "(Slides)", is in one style. */
static bool
is_marked(const struct line *line)
{
	const struct span *first = line->spans;
	struct anatomy anatomy;

	if (line->nspans == 0 || first->start > 0 || (first->style & SPAN_CODE))
		return false;
	if (first->end == line->len)
		return true;
	anatomy_read(&anatomy, line, false, "");
	return (first->style & SPAN_STRONG) &&
	    runs_end(line, first) >= anatomy.body;
}

/* The only line of the quotation at node `i`; empty: it is none, or has more. */
static struct line
quoted_line(const struct markdown *md, uint32_t i, uint32_t end)
{
	struct line none = {.text = ""};

	return i + 1 < end && md->node[i].kind == MD_QUOTE &&
		md->node[i + 1].kind == MD_PARAGRAPH &&
		md->node[i + 1].end == md->node[i].end
	    ? md->node[i + 1].text
	    : none;
}

/* What the line right below heading `i` says, if that is such a one. */
static struct line
headed_title(struct arena *arena, const struct markdown *md, uint32_t i)
{
	struct talk_text below = {.line = {.text = ""}};
	struct taker t = {.arena = arena, .text = &below};

	if (is_over_title(&md->node[i].text) && i + 1 < md->n &&
	    md->node[i + 1].kind != MD_HEADING)
		taker_node(&t, &md->node[i + 1]);
	return t.below > 0 && below.below[0].len <= TITLE_LONGEST
	    ? below.below[0]
	    : below.line;
}

/* Adds a line to the people that another one begins. */
static struct line
and_line(
    struct arena *arena, const struct line *people, const struct line *line)
{
	const char *text = people->len == 0
	    ? line->text
	    : arena_printf(arena, "%s, %s", people->text, line->text);
	uint32_t len = (uint32_t)strlen(text);

	return (struct line){.text = text, .len = len, .first = len};
}

/*
 * Whether a line tells of a person where to find them: "Blog: example.org", "See
 * also https://example.org".
 */
static bool
is_of_person(const struct line *line)
{
	uint32_t n = 0;

	while (n < line->len && n < LABEL_LONGEST &&
	    (text_word_byte(line->text[n]) || strchr(" /", line->text[n])))
		n++;
	return (n < line->len &&
		   (line->text[n] == '@' || line->text[n] == ':')) ||
	    memmem(line->text, line->len, "://", 3);
}

/* Whether a text ends as a sentence does. */
static bool
ends_sentence(const struct line *line)
{
	uint32_t end = line->len;

	while (end > 0 && strchr(" \n\r", line->text[end - 1]))
		end--;
	return end > 0 && strchr(".!", line->text[end - 1]);
}

/* The part of a line below a heading "Speakers" that may be a name, or all of it. */
static struct line
person_of(struct arena *arena, const struct line *line)
{
	size_t len, at = opening_biography(line->text, line->len, &len);
	struct people people;

	if (len > 0)
		return richtext_cut(
		    arena, line, (uint32_t)at, (uint32_t)(at + len));
	people = below_read(arena, line, true);
	/* "Ann Lee, Mate at Quay" */
	if (people.n == 1 && people.firms > 0)
		return (struct line){.text = people.name[0],
		    .len = (uint32_t)strlen(people.name[0])};
	return *line;
}

/* Takes who speaks from below heading `i`, if it says that they stand there. */
static void
take_people(struct arena *arena, const struct markdown *md, uint32_t i,
    uint32_t end, struct talk_text *text)
{
	struct line people = {.text = ""};
	const struct line *heading = &md->node[i].text;

	if (text->speakers.len > 0 ||
	    label_read(heading->text, heading->len) != LABEL_SPEAKER)
		return;
	for (unsigned n = 0; ++i < end && md->node[i].kind != MD_HEADING;) {
		struct talk_text one = {.line = {.text = ""}};
		struct taker t = {.arena = arena, .text = &one};
		const struct md_node *node = &md->node[i];

		taker_node(&t, node);
		for (unsigned k = 0; k < t.below; k++) {
			struct line line = person_of(arena, &one.below[k]);
			bool person = below_is_person(&line);

			/* What is told of somebody. */
			if (n > 0 &&
			    (is_of_person(&one.below[k]) ||
				(!person &&
				    (ends_sentence(&line) ||
					ends_sentence(&node->text))) ||
				(person && strstr(people.text, line.text))))
				continue;
			if (++n > PEOPLE_MOST || !person)
				return;
			people = and_line(arena, &people, &line);
		}
	}
	text->speakers = people;
}

/*
 * Looks for such a heading, and for "Bio" and "Speakers", among the next ones,
 * from node `i` on, that stand below one of that level.  With `titled` the first
 * of them is the first thing below it, and the title may be there, too.
 */
static void
take_headed(struct arena *arena, const struct markdown *md,
    const struct shape *shape, uint32_t i, uint32_t end, int level, bool titled,
    struct talk_text *text)
{
	unsigned heads = 0;

	for (; i < end && heads < HEADS_MOST; i++) {
		const struct md_node *node = &md->node[i];

		if (node->kind != MD_HEADING)
			continue;
		if (node->level <= level || shape->role[i] != ROLE_BODY)
			break;
		if (titled && text->title.len == 0)
			text->title = headed_title(arena, md, i);
		text->bio = text->bio ||
		    (titled && node->text.len == 3 &&
			text_ascii_same(node->text.text, "bio", 3));
		take_people(arena, md, i, end, text);
		heads++;
	}
}

void
talk_text_below(struct arena *arena, const struct markdown *md,
    const struct shape *shape, uint32_t i, uint32_t end,
    const struct line *rest, struct talk_text *text)
{
	struct taker t = {.arena = arena, .text = text, .slides = {.text = ""}};
	const struct md_node *own = &md->node[i - 1];
	uint32_t first = i;

	text->quote = quoted_line(md, i, end);
	if (rest)
		taker_line(&t, rest);
	if (i < end && shape->role[i] == ROLE_BODY &&
	    talk_text_is_half(arena, md, i)) {
		text->half = true;
		taker_line(&t, &md->node[i++].text);
	} else if (i < end && is_alone(md, i)) {
		text->half = true;
	}
	for (; i < end && t.lines < TAKER_MOST; i++) {
		const struct md_node *node = &md->node[i];

		if (node->kind == MD_HEADING || shape->role[i] != ROLE_BODY)
			break;
		taker_node(&t, node);
		if (node->kind == MD_TABLE)
			taker_table(&t, md->node, i);
		if (node->kind == MD_CODE || node->kind == MD_TABLE || t.ended)
			break;
	}
	text->half = text->half || is_marked(&text->below[0]);
	if (own->kind == MD_HEADING && first < end)
		take_headed(arena, md, shape, first, end, own->level,
		    text->title.len == 0 && md->node[first].kind == MD_HEADING,
		    text);
	/* A talk that is called by its event has the title of its slides. */
	if (t.event && text->title.len == 0)
		text->title = t.slides;
}

void
talk_text_people(struct arena *arena, const struct markdown *md, uint32_t i,
    uint32_t end, struct talk_text *text)
{
	while (i < end && md->node[i].kind != MD_HEADING)
		i++;
	if (i < end)
		take_people(arena, md, i, end, text);
}

/* Whether a word or two with a colon stand at byte `at`: "Invited by: ". */
static bool
begins_with_label(const struct line *line, uint32_t at)
{
	uint32_t end = at, words = 1;

	if (line->text[at] < 'A' || line->text[at] > 'Z')
		return false;
	while (end < line->len && end < at + LABEL_LONGEST &&
	    (text_word_byte(line->text[end]) || line->text[end] == ' '))
		words += line->text[end++] == ' ';
	return words <= 2 && end + 1 < line->len && line->text[end] == ':' &&
	    line->text[end + 1] == ' ';
}

/*
 * Whether the first of several lines, whose title begins at byte `lead`, goes on
 * in the next one.
 */
static bool
goes_on(const struct line *line, uint32_t lead)
{
	uint32_t at = line->first;
	const struct span *bold = line->nspans > 0 &&
		(line->spans[0].style & SPAN_STRONG) &&
		line->spans[0].start <= lead
	    ? line->spans
	    : NULL;

	/* What is all in bold ends there, with links in brackets, too. */
	if (bold && ornament_brackets_end(line, runs_end(line, bold)) >= at)
		return false;
	if (line->broken || line_leading_link(line, lead))
		return false;
	for (uint32_t i = 0; i < line->nspans; i++) {
		if (line->spans[i].start >= at &&
		    line->spans[i].start <= at + 2)
			return false;
	}
	if (line->text[at] == ' ' &&
	    (line->text[at + 1] == '(' || begins_with_label(line, at + 1)))
		return false;
	return at >= LONG_LINE || strchr("-:,", line->text[at - 1]);
}

/* The title that the second line of a paragraph quotes; empty: none. */
static struct line
quoted_title(struct arena *arena, const struct line *line)
{
	struct line rest = {.text = ""};
	uint32_t start = 0, end;

	/* Few have a label at all. */
	if (!memchr(line->text + line->first, ':', line->len - line->first))
		return rest;
	rest = richtext_cut(arena, line, line->first, line->len);
	end = below_title(&rest, &start);
	return richtext_cut(arena, &rest, start, end);
}

/* Where a first line ends without the dash that leads on to the next one. */
static uint32_t
without_dash(const struct line *line, uint32_t end)
{
	const char *s = line->text;
	uint32_t at = end;

	while (at > 0 && s[at - 1] != ' ')
		at--;
	return at > 1 && at < end &&
		sign_dash(s + at - 1, line->len - at + 1) >= end - at + 1
	    ? at - 1
	    : end;
}

/* Whether names end the first line, and the next one is a linked title. */
static bool
names_over_link(const struct line *line)
{
	struct anatomy anatomy;
	struct cut cut;
	char sign = line->text[line->first - 1];

	if ((sign != '.' && sign != ',') || line->nspans == 0 ||
	    line->spans[0].start < line->first)
		return false;
	anatomy_read(&anatomy, line, false, "");
	return stop_names_cut(&anatomy, &cut) &&
	    cut.title <= line->first + 1U &&
	    people_first(line->text + cut.names, cut.names_end - cut.names) ==
	    NAMES_SURE;
}

/* Leaves of the lines of a paragraph, or of an item, what is the talk's own. */
static void
cut_lines(struct arena *arena, const struct line *line, struct talk_text *text)
{
	unsigned kinds;
	uint32_t lead, end = line->first;

	if (end == 0 || end >= line->len)
		return;
	lead = (uint32_t)lead_length(line->text, line->len, &kinds);
	/* A date or address alone has the title on the next line. */
	if (lead >= end || link_bare(line->text, end) == end ||
	    names_over_link(line))
		end = line->breaks[0] > 0 ? line->breaks[0] : line->len;
	text->title = quoted_title(arena, line);
	if (text->title.len > 0 || end > line->first || !goes_on(line, lead))
		text->line = richtext_cut(
		    arena, line, 0, without_dash(line, end));
}

/*
 * A paragraph of lines that has a time on the first: the title is on the second
 * or third, and the speakers are on the other one.
 */
static bool
read_stacked(
    struct arena *arena, const struct md_node *node, struct talk_text *text)
{
	const struct line *line = &node->text;
	unsigned kinds;
	size_t lead = lead_length(line->text, line->len, &kinds);
	uint32_t first = line->first, end = line->breaks[0];

	if (!(kinds & LEAD_TIME) || lead < first || first >= line->len)
		return false;
	if (end == 0)
		end = line->len;
	text->line = richtext_cut(arena, line, first, end);
	text->stacked = true;
	if (end < line->len)
		text->below[0] = richtext_cut(arena, line, end,
		    line->breaks[1] > 0 ? line->breaks[1] : line->len);
	return true;
}

/* Names and a title in another style below a line that tells the day. */
static bool
read_styled(
    struct arena *arena, const struct line *line, struct talk_text *text)
{
	struct line below;
	struct cut cut;

	if (!styled_below(arena, line, &below, &cut))
		return false;
	text->line = richtext_cut(arena, &below, cut.title, cut.title_end);
	text->below[0] = richtext_cut(arena, &below, cut.names, cut.names_end);
	text->when = richtext_cut(arena, line, 0, line->first);
	text->stacked = true;
	return true;
}

/* A title in the paragraph below the one that names who speaks. */
static bool
read_under(struct arena *arena, const struct markdown *md, uint32_t item,
    struct talk_text *text)
{
	uint32_t names, title;

	if (!under_names(md, item, &names, &title))
		return false;
	text->line = richtext_cut(arena, &md->node[item + 2].text, 0, title);
	text->below[0] = richtext_cut(
	    arena, &md->node[item + 1].text, 0, names);
	text->stacked = true;
	return true;
}

/* Whether all that a cell says is that nobody alone speaks. */
static bool
is_everybody(const struct line *line)
{
	static const char *const all[] = {
	    "all", "alle", "everybody", "everyone", NULL};

	return names_one_of(line->text, line->len, all);
}

static void
read_row(struct arena *arena, const struct markdown *md, uint32_t row,
    const struct columns *columns, struct talk_text *text)
{
	uint32_t cell = columns_cell(md, row, columns->title);
	uint32_t people = columns_cell(md, row, columns->speakers);
	struct taker below = {.arena = arena, .text = text};
	struct line rest = {.text = ""};

	text->column = columns->speakers != COLUMN_NONE;
	text->people = columns->people;
	if (cell > 0)
		text->line = md->node[cell].text;
	if (!text->column)
		rest = below_in_cell(arena, &text->line);
	if (rest.len == 0 && styled_over_text(&text->line))
		text->line = richtext_cut(
		    arena, &text->line, 0, text->line.first);
	if (rest.len > 0) {
		text->line = richtext_cut(
		    arena, &text->line, 0, text->line.first);
		taker_line(&below, &rest);
	}
	if (people > 0 && !is_everybody(&md->node[people].text))
		text->speakers = columns_people(
		    arena, &md->node[people].text, columns->lined);
}

/* Takes each line that a cell has below its first one. */
static void
read_cell(struct arena *arena, struct line rest, struct talk_text *text)
{
	struct taker below = {.arena = arena, .text = text};

	while (rest.len > 0) {
		uint32_t end = rest.first > 0 ? rest.first : rest.len;
		struct line line = richtext_cut(arena, &rest, 0, end);

		taker_line(&below, &line);
		rest = richtext_cut(arena, &rest, end, rest.len);
	}
}

uint32_t
talk_text_read(struct arena *arena, const struct markdown *md,
    const struct shape *shape, uint32_t i, const struct columns *columns,
    bool below, struct talk_text *text)
{
	const struct md_node *node = &md->node[i], *line = node;
	uint32_t end = (uint32_t)md->n;
	struct line rest;

	memset(text, 0, sizeof(*text));
	text->line.text = "";
	if (node->kind == MD_ROW && columns) {
		read_row(arena, md, i, columns, text);
		return node->end;
	}
	if (node->kind == MD_ITEM) {
		line = i + 1 < node->end ? &md->node[i + 1] : node;
		end = node->end;
	}
	if (node->kind == MD_QUOTE)
		line = &md->node[i + 1];
	text->line = line->text;
	if (node->kind == MD_PARAGRAPH && read_stacked(arena, line, text))
		return line->end;
	if ((node->kind == MD_PARAGRAPH || node->kind == MD_ITEM) &&
	    read_styled(arena, &line->text, text))
		return line->end;
	if (node->kind == MD_ITEM && read_under(arena, md, i, text))
		return line->end;
	if (node->kind != MD_HEADING)
		cut_lines(arena, &line->text, text);
	if (!below)
		return line->end;
	rest = richtext_cut(arena, &line->text, text->line.len, line->text.len);
	if (node->kind == MD_CELL)
		read_cell(arena, rest, text);
	else
		talk_text_below(arena, md, shape, line->end, end, &rest, text);
	return line->end;
}
