#include "source/markdown/open_tracks.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "source/markdown/anatomy.h"
#include "source/markdown/broken_links.h"
#include "source/markdown/day_above.h"
#include "source/markdown/host.h"
#include "source/markdown/richtext.h"

/* Whether a line ends in a picture or its name. */
static bool
ends_in_picture(const struct line *line)
{
	const char *end = line->text + line->len;

	return line->len > 1 &&
	    ((unsigned char)end[-1] >= 0x80 ||
		(end[-1] == ':' && end[-2] != ' '));
}

/* Begins a track of that line; pictures at its end are kept below it. */
static void
begin(struct walk *w, const struct md_node *node)
{
	const struct line *line = &node->text;
	struct anatomy anatomy;
	struct line rest;
	uint32_t len = line->len, torn = broken_links_words(line),
		 from = torn > 0;

	anatomy_read(&anatomy, line, false, "");
	if (ends_in_picture(line) && anatomy.body < len)
		len = anatomy.body;
	if (torn > 0)
		len = torn;
	w->track = build_track(w->build,
	    arena_dup(w->arena, line->text + from, len - from), node->row);
	walk_add_links(w, line, len, node->row);
	rest = richtext_cut(
	    w->arena, line, len + (torn > 0 ? 2 : 0), line->len);
	if (rest.nspans > 0 || richtext_has_words(rest.text, 0, rest.len)) {
		const struct block block = walk_block_of(
		    w, BLOCK_PARAGRAPH, &rest, node->row);

		build_block(w->build, &block, NULL);
	}
}

void
open_tracks_begin(struct walk *w, const struct md_node *node)
{
	int level = node->level;

	begin(w, node);
	if (w->manner)
		w->hosts = host_read(w->arena, &node->text,
		    w->manner->hosted || w->manner->some);
	if (node->kind != MD_HEADING)
		return;
	w->head[level] = (struct head_track){.open = true,
	    .day = day_above_is(w, level),
	    .track = w->track,
	    .hosts = w->hosts};
	while (++level <= 6)
		w->head[level].open = false;
}

void
open_tracks_leave(struct walk *w, const struct md_node *talk)
{
	int level = talk->level, at = 6;
	bool left = false;

	/* What is no heading is deeper than all of them. */
	if (talk->kind != MD_HEADING) {
		for (; at > 0; at--)
			w->head[at].deep = true;
		return;
	}
	/* One without deeper talks names what follows, whatever its level. */
	while (at > 0 &&
	    (!w->head[at].open ||
		(at >= level && w->head[at].deep && !w->head[at].day))) {
		left = left || w->head[at].open;
		w->head[at--].open = false;
	}
	if (left) {
		w->track = at > 0 ? w->head[at].track : BUILT_NO_TRACK;
		w->hosts = at > 0 ? w->head[at].hosts : (struct people){0};
		build_in_track(w->build, w->track);
	}
	for (; at > 0; at--)
		w->head[at].deep = w->head[at].deep || at < level;
}
