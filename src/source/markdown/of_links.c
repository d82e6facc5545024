#include "lectern/base/text.h"
#include "source/markdown/finder.h"
#include "source/markdown/label.h"

#define VIDEOS_LEAST 2

/*
 * Lists below "Links" or "Resources" belong to the notes of a talk, or are about
 * the talks of a document.  They have its talks where nothing else may have them.
 */

bool
of_links_seems(const struct finder *f)
{
	if (f->nheads == 0 || f->head[0].node != 1 || f->said ||
	    (f->titled && !f->called))
		return false;
	for (size_t i = 0; i < f->ngroups; i++) {
		if (!f->group[i].others)
			return false;
	}
	for (size_t i = 0; i < f->nheads; i++) {
		const struct head *head = &f->head[i];
		const struct line *line = &finder_node(f, head->node)->text;

		if (head->label != LABEL_LINK && head->label != LABEL_VIDEO &&
		    !head->aside && !head->others && !head->day &&
		    !label_names_talks(line->text, line->len))
			return false;
	}
	return true;
}

bool
of_links_videos(const struct finder *f)
{
	size_t videos = 0;

	for (size_t i = 0; i < f->ngroups; i++) {
		uint32_t node = f->group[i].node;
		uint32_t end = finder_node(f, node)->end;

		for (uint32_t k = node + 1; k < end; k++)
			videos += finder_has_video(&finder_node(f, k)->text);
	}
	return videos >= VIDEOS_LEAST;
}
