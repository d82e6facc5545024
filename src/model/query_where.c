#include <stddef.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/notes.h"
#include "lectern/model/query.h"

const char *
query_where(const struct talk *talk, unsigned fields)
{
	switch (fields & FIELDS_WHERE) {
	case FIELD_BIT(FIELD_CONFERENCE):
		return talk->conference;
	case FIELD_BIT(FIELD_DAY):
		return talk->day;
	case FIELD_BIT(FIELD_ROOM):
		return talk->room;
	case FIELD_BIT(FIELD_LANGUAGE):
		return notes_more(talk)->language;
	default:
		return NULL;
	}
}

#define DAY   1440 /* minutes */
#define NIGHT 300  /* until then it belongs to the day before */

/* Reads "10" or "10:30" up to `end`; returns what follows, or NULL. */
static const char *
read_time(const char *s, const char *end, uint16_t *minute)
{
	unsigned part[2] = {0, 0};

	for (int i = 0; i < 2; i++) {
		const char *first = s;

		while (s < end && s < first + 2 && text_ascii_digit(*s))
			part[i] = part[i] * 10 + (unsigned)(*s++ - '0');
		if (s == first && i == 0)
			return NULL;
		if (s == end || *s != ':' || i == 1)
			break;
		s++;
	}
	*minute = (uint16_t)(part[0] * 60 + part[1]);
	if (*minute < NIGHT)
		*minute += DAY;
	return s;
}

bool
query_at_read(const char *s, size_t len, struct term *term)
{
	const char *end = s + len;

	s = read_time(s, end, &term->from);
	term->to = term->from;
	if (s && s < end && *s == '-')
		s = s + 1 < end ? read_time(s + 1, end, &term->to) : end;
	if (term->to < term->from)
		term->to += DAY;
	return s == end;
}

bool
query_at_has(const struct term *term, const struct talk *talk)
{
	const char *s = talk->start ? talk->start : "";
	uint16_t start, length = talk->minutes > 0 ? talk->minutes : 1;

	while (*s && !text_ascii_digit(*s))
		s++;
	if (!read_time(s, s + strlen(s), &start))
		return false;
	/* A point in time is a minute long. */
	return start < (term->to > term->from ? term->to : term->from + 1) &&
	    start + length > term->from;
}
