#include <stddef.h>

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
		return talk->language;
	default:
		return NULL;
	}
}
