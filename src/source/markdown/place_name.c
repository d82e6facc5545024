#include "source/markdown/place.h"

const char *
place_name(enum place place)
{
	static const char *const names[PLACES] = {
	    [PLACE_NONE] = "none",
	    [PLACE_AFTER_BY] = "by",
	    [PLACE_LAST_DASH] = "after-dash",
	    [PLACE_MIDDLE_DASH] = "between-dashes",
	    [PLACE_AFTER_DASH] = "after-link-dash",
	    [PLACE_BRACKETS] = "brackets",
	    [PLACE_BY] = "after-by",
	    [PLACE_LAST_BY] = "after-last-by",
	    [PLACE_AFTER_COLON] = "after-colon",
	    [PLACE_AFTER_COMMA] = "after-comma",
	    [PLACE_LAST_BAR] = "after-bar",
	    [PLACE_FIRST_DASH] = "before-dash",
	    [PLACE_FIRST_COLON] = "before-colon",
	    [PLACE_FIRST_BAR] = "before-bar",
	    [PLACE_FIRST_COMMA] = "before-comma",
	    [PLACE_SPOKE] = "before-verb",
	    [PLACE_STYLED] = "before-style",
	    [PLACE_AFTER_STYLE] = "after-style",
	    [PLACE_IN_STYLE] = "in-style",
	    [PLACE_HANDLE] = "handle",
	    [PLACE_CITED] = "citation",
	    [PLACE_WITH] = "after-with",
	    [PLACE_FIRST_ON] = "before-on",
	    [PLACE_AFTER_QUOTE] = "after-quote",
	    [PLACE_FIRST_QUOTE] = "before-quote",
	    [PLACE_FIRST_STOP] = "before-stop",
	    [PLACE_AFTER_AT] = "after-at",
	};

	return names[place];
}
