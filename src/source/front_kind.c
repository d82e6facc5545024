#include "source/front_kind.h"

#include <string.h>

#include "lectern/base/text.h"

bool
front_matter_is_talk(const char *kind)
{
	static const char *const kinds[] = {
	    "talk", "talks", "presentation", "presentations", "session"};

	for (size_t i = 0; kind && i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strlen(kinds[i]) == strlen(kind) &&
		    text_ascii_same(kind, kinds[i], strlen(kind)))
			return true;
	}
	return false;
}

bool
front_matter_names(const struct front_matter *front)
{
	return front->speakers || front->url ||
	    front_matter_is_talk(front->type) ||
	    front_matter_is_talk(front->layout) ||
	    front_matter_is_talk(front->collection) ||
	    (front->title && front->event && front->location);
}

bool
front_matter_is_full(const struct front_matter *front)
{
	return front->speakers || front->event || front->room ||
	    front->location || front->track ||
	    front_matter_is_talk(front->type) ||
	    front_matter_is_talk(front->layout) ||
	    front_matter_is_talk(front->collection);
}
