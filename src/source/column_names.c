#include "source/column_names.h"

#include <string.h>

#include "source/form_names.h"

bool
column_names_are_asked(const struct column *column, size_t n)
{
	return n > 0 && form_names_is(column[0].folded);
}

/* Finds what a form's questions are about; returns how many kinds. */
static size_t
set_asked(struct column *column, size_t n, bool has[PART_KINDS])
{
	size_t kinds = 0;

	for (size_t i = 0; i < n && column_names_are_asked(column, n); i++) {
		enum part kind = form_names_part(column[i].folded);

		if (kind == PART_OTHER || (has[kind] && kind != PART_TEXT))
			continue;
		column[i].kind = kind;
		kinds += !has[kind];
		has[kind] = true;
	}
	return kinds;
}

/*
 * Whether a room is where a speaker lives: in a table of proposals, which has
 * no times, but the address and life of whoever proposes.
 */
static bool
is_of_speaker(const struct column *column, size_t n, const bool has[PART_KINDS])
{
	bool lives = false, writes = false;

	for (size_t i = 0; i < n; i++) {
		lives = lives || strcmp(column[i].folded, "bio") == 0;
		writes = writes || strcmp(column[i].folded, "email") == 0;
	}
	return lives && writes && !has[PART_DAY] && !has[PART_START];
}

size_t
column_names_set(struct column *column, size_t n)
{
	bool has[PART_KINDS] = {false};
	size_t kinds = set_asked(column, n, has), nknown;
	const struct part_name *known = part_names(&nknown);

	for (size_t k = 0; k < nknown; k++) {
		enum part kind = known[k].kind;

		for (size_t i = 0; i < n; i++) {
			/* Most differ in their first byte. */
			if (*column[i].folded != *known[k].name ||
			    column[i].kind != PART_OTHER ||
			    (has[kind] && kind != PART_TEXT) ||
			    strcmp(column[i].folded, known[k].name) != 0)
				continue;
			if (kind == PART_ROOM && is_of_speaker(column, n, has))
				continue;
			column[i].kind = kind;
			/* Lists of people have names, too. */
			kinds += !has[kind] && kind < PART_FIRST;
			has[kind] = true;
		}
	}
	return kinds;
}
