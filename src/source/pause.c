#include "lectern/source/pause.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/model/link.h"
#include "lectern/source/body.h"
#include "source/markdown/label.h"

#define CELLS_MOST 4  /* of a table, beside the title */
#define CELL_MOST  24 /* bytes of one that tells when or where */

/* Whether a block is a time, date or length: "12:00-13:00", "60 min". */
static bool
is_time(const struct block *block)
{
	size_t letters = 0;

	for (uint32_t i = 0; i < block->len; i++)
		letters += text_word_byte(block->text[i]) &&
		    !text_ascii_digit(block->text[i]);
	return text_ascii_digit(block->text[0]) && letters <= 3;
}

/* Whether notes tell no more than when and where, as in a table's row. */
static bool
tells_when(const struct talk *talk)
{
	const struct body_blocks blocks = body_blocks(talk);
	bool timed = talk->start != NULL;

	for (uint32_t i = 0; i < blocks.n; i++) {
		if (i == CELLS_MOST || blocks.block[i].len > CELL_MOST)
			return false;
		timed = timed || is_time(&blocks.block[i]);
	}
	return timed || blocks.n == 0;
}

bool
pause_is(const struct talk *talk)
{
	return talk->pause ||
	    (talk->nspeakers == 0 && !talk->missing &&
		label_read(talk->title, strlen(talk->title)) == LABEL_BREAK &&
		!(talk->url && link_is_video(talk->url)) && tells_when(talk));
}

size_t
pause_count(const struct talk *talks, size_t first, size_t n)
{
	size_t pauses = 0;

	for (size_t i = first; i < first + n; i++)
		pauses += pause_is(&talks[i]);
	return pauses;
}

const char *
pause_told(struct arena *arena, const char *talks, size_t pauses)
{
	return pauses == 0
	    ? talks
	    : told_join(arena, talks, ", ",
		  told_many(arena, pauses, "%zu break", "%zu breaks", pauses));
}

const char *
pause_talks(
    struct arena *arena, const struct talk *talks, size_t first, size_t n)
{
	size_t pauses = pause_count(talks, first, n);

	n -= pauses;
	return pause_told(
	    arena, told_many(arena, n, "%zu talk", "%zu talks", n), pauses);
}
