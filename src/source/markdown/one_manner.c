#include "source/markdown/one_manner.h"

#include "source/markdown/below.h"
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

void
one_manner_find(struct arena *arena, struct manner *manner,
    const struct talk_text *text, bool titled)
{
	struct talk_text asked = *text;

	if (titled || text->speakers.len > 0)
		asked.line = (struct line){.text = ""};
	manner_find(manner, &asked, 1);
	take_below(arena, manner, text);
	leave_before(manner);
}
