#include "source/markdown/correct.h"

#include <string.h>

static void
set_prefix(struct manner *manner, const struct corrections *said)
{
	size_t len = said->prefix_len;

	manner->numbered = said->prefix_kind == CORRECTIONS_NUMBER;
	memset(manner->prefix, 0, sizeof(manner->prefix));
	if (said->prefix_kind != CORRECTIONS_WORD)
		return;
	if (len >= sizeof(manner->prefix))
		len = sizeof(manner->prefix) - 1;
	memcpy(manner->prefix, said->prefix, len);
}

void
correct_manner(struct manner *manner, const struct corrections *said)
{
	if (said->speakers_len > 0)
		manner_force(manner, said->speakers, said->speakers_len);
	if (said->prefix_kind != CORRECTIONS_UNSAID)
		set_prefix(manner, said);
	manner->link = said->link;
}
