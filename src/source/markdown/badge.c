#include "source/markdown/badge.h"

#include <string.h>

#include "lectern/model/link.h"
#include "source/markdown/label.h"

/* Whether an image says what its link leads to, or that leads to a video or slides. */
static bool
is_label(const char *link, const char *alt)
{
	enum label_kind label = alt ? label_read(alt, strlen(alt)) : LABEL_NONE;
	enum link_kind kind = link ? link_kind(link, "", 0) : LINK_PAGE;

	return link &&
	    (kind == LINK_VIDEO || (alt && kind == LINK_SLIDES) ||
		label == LABEL_VIDEO || label == LABEL_SLIDES);
}

bool
badge_is(const char *url, const char *link, const char *alt, bool title)
{
	bool site = strstr(url, "shields.io/") || strstr(url, "badge");

	return (site || (title && link_kind(url, "", 0) == LINK_ASIDE)) &&
	    link_is_openable(url) && !is_label(link, alt);
}
