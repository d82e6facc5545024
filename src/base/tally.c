#include "lectern/base/tally.h"

#include <stdio.h>
#include <string.h>

void
tally_add(char *line, size_t size, uint32_t n, const char *words)
{
	size_t len = strlen(line);

	if (n > 0)
		snprintf(line + len, size - len, "%s%s", len > 0 ? ", " : "",
		    words);
}
