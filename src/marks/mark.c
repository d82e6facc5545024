#include "lectern/marks/mark.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/model/link.h"

#define LONGEST_TAG 64 /* bytes */

/* The speakers; a mark keeps them as one line. */
static void
part_speakers(struct arena *arena, struct talk *talk, const char *line)
{
	const char **speakers = arena_alloc(
	    arena, (strlen(line) / 2 + 1) * sizeof(*speakers));

	while (*line) {
		const char *end = strstr(line, ", ");
		size_t len = end ? (size_t)(end - line) : strlen(line);

		if (len > 0 && talk->nspeakers < UINT16_MAX)
			speakers[talk->nspeakers++] = arena_dup(
			    arena, line, len);
		line += end ? len + 2 : len;
	}
	talk->speakers = speakers;
}

struct talk
mark_talk(struct arena *arena, const struct mark *mark, uint32_t track)
{
	struct talk talk = {
	    .title = arena_dup(arena, mark->title, strlen(mark->title)),
	    .key = arena_dup(arena, mark->key, strlen(mark->key)),
	    .track = track,
	    .missing = true,
	};

	talk.id = link_key_id(talk.key);
	part_speakers(arena, &talk, mark->speakers);
	if (mark->url)
		talk.url = arena_dup(arena, mark->url, strlen(mark->url));
	return talk;
}

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
