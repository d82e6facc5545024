#include "source/markdown/one_manner.h"

#include <string.h>

#include "source/markdown/below.h"
#include "source/markdown/label.h"
#include "source/markdown/manner.h"
#include "source/markdown/talk_text.h"

/*
 * Takes the line below for the speakers where it names one: that says more than
 * words before a colon or dash of the name.
 */
static void
take_below(
    struct arena *arena, struct manner *manner, const struct talk_text *text)
{
	static const enum place before[] = {PLACE_NONE, PLACE_FIRST_DASH,
	    PLACE_FIRST_COLON, PLACE_FIRST_BAR, PLACE_FIRST_COMMA};
	bool open = false;

	if (text->speakers.len > 0)
		return;
	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++)
		open = open || manner->place == before[i];
	for (uint8_t k = 0; k < 2 && open && manner->below == 0; k++) {
		if (below_is_person(&text->below[k])) {
			manner->place = PLACE_NONE;
			manner->below = k + 1;
			manner->firms = !below_is_names(arena, &text->below[k]);
		}
	}
}

/*
 * Leaves the words before a colon or dash of the name to it: one line alone does
 * not tell "Ann Lee: Knots" from "Tide Tables: Knots".
 */
static void
leave_before(struct manner *manner)
{
	if (manner->place >= PLACE_FIRST_DASH &&
	    manner->place <= PLACE_FIRST_BAR)
		manner->place = PLACE_NONE;
}

/* Whether a line says again what another one does, as the name of a picture. */
static bool
is_again(const struct line *a, const struct line *b)
{
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

/* Whether a heading may be the title of a talk. */
static bool
is_title(const struct line *line)
{
	return memchr(line->text, ' ', line->len) &&
	    label_read(line->text, line->len) == LABEL_NONE &&
	    !label_names_text(line->text, line->len);
}

void
one_manner_of_person(
    const struct markdown *md, uint32_t i, struct talk_text *text)
{
	const struct md_node *title = NULL;

	if (text->speakers.len > 0 || i >= md->n ||
	    !is_again(&md->node[i].text, &text->line) ||
	    !below_is_person(&text->line))
		return;
	for (; i < md->n; i++) {
		const struct md_node *node = &md->node[i];

		if (node->kind != MD_HEADING || !is_title(&node->text))
			continue;
		if (!title)
			title = node;
		else if (node->level <= title->level)
			return;
	}
	if (!title)
		return;
	text->speakers = text->line;
	text->line = title->text;
}

/* Whether a line is a label in bold, over text: "**Pitch (in short)**". */
static bool
is_bold_label(const struct line *line)
{
	const struct span *span = line->spans;

	return line->nspans == 1 && (span->style & SPAN_STRONG) && !span->url &&
	    span->start == 0 && span->end == line->len;
}

void
one_manner_find(struct arena *arena, struct manner *manner,
    const struct talk_text *text, bool titled)
{
	struct talk_text asked = *text;

	if (titled || text->speakers.len > 0)
		asked.line = (struct line){.text = ""};
	/* Front matter has a place for who speaks. */
	for (int k = 0; k < TALK_BELOW && titled; k++) {
		if (is_bold_label(&asked.below[k]))
			asked.below[k] = (struct line){.text = ""};
	}
	manner_find(manner, &asked, 1);
	take_below(arena, manner, &asked);
	leave_before(manner);
}

uint8_t
one_manner_speakers(const struct manner *manner)
{
	if (manner->below > 0)
		return OF_ONE_BELOW;
	return manner->place == PLACE_NONE ? OF_ONE_LINE : OF_ONE_NAME;
}
