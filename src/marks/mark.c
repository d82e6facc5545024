#include "lectern/marks/mark.h"

#include <string.h>

#define LONGEST_TAG 64 /* bytes */

long long
mark_time(const struct mark *mark, enum mark_kind kind)
{
	return mark->at[mark_kind_row(kind)];
}

bool
mark_has_tag(const char *tags, const char *tag)
{
	size_t len = strlen(tag);

	for (size_t n; *tags; tags += n + (tags[n] == ' ')) {
		n = strcspn(tags, " ");
		if (n == len && memcmp(tags, tag, len) == 0)
			return true;
	}
	return false;
}

bool
mark_is_tag(const char *tag)
{
	return *tag && strlen(tag) <= LONGEST_TAG &&
	    tag[strcspn(tag, " \t\n,")] == '\0';
}
