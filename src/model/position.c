#include "lectern/model/position.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/model/timecode.h"

#define MOST 360000 /* seconds of a video: 100 hours */
#define END  3      /* last seconds of one that are nothing to go on with */

/* Takes a number of seconds; NULL: there is none. */
static const char *
take_seconds(const char *s, long *seconds)
{
	*seconds = 0;
	if (!text_ascii_digit(*s))
		return NULL;
	for (; text_ascii_digit(*s) && *seconds <= MOST; s++)
		*seconds = 10 * *seconds + (*s - '0');
	return *seconds <= MOST ? s : NULL;
}

bool
position_read(const char *text, struct position *position)
{
	const char *s = take_seconds(text, &position->second);

	position->length = 0;
	if (s && *s == '/')
		s = take_seconds(s + 1, &position->length);
	return s && !*s;
}

void
position_write(struct position position, char out[POSITION_BYTES])
{
	int n = snprintf(out, POSITION_BYTES, "%ld", position.second);

	if (position.length > 0)
		snprintf(out + n, POSITION_BYTES - (size_t)n, "/%ld",
		    position.length);
}

const char *
position_words(struct arena *arena, const char *text)
{
	char second[TIMECODE_BYTES], length[TIMECODE_BYTES];
	struct position position;

	if (!position_read(text, &position))
		return "";
	timecode_write((uint32_t)position.second, second);
	timecode_write((uint32_t)position.length, length);
	return position.length > 0
	    ? arena_printf(arena, _("%s of %s"), second, length)
	    : arena_dup(arena, second, strlen(second));
}

bool
position_is_late(struct position position)
{
	return position.length > 0 &&
	    position.second * 10 > position.length * 9;
}

bool
position_is_end(struct position position)
{
	return position.length > 0 && position.second >= position.length - END;
}
