#include "source/markdown/unseen.h"

#include <stdlib.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "source/builder.h"
#include "source/markdown/broken_links.h"
#include "source/markdown/markdown.h"
#include "source/markdown/unseen_list.h"
#include "source/markdown/unseen_words.h"

struct unseen_list *
unseen_find(
    const char *written, size_t len, const char *plain, size_t plain_len)
{
	struct unseen_list *unseen = unseen_list_new();
	struct markdown md;

	markdown_parse(&md, unseen->arena, plain, plain_len, NULL);
	shown_words_begin(&unseen->shown);
	shown_words_know_nodes(&unseen->shown, &md);
	unseen_words_find(unseen, &unseen->shown, written, len, NULL);
	broken_links_find(unseen, &md, plain, plain_len);
	markdown_free(&md);
	return unseen;
}

/* The first warning of the open conference. */
static size_t
first_warning(const struct built *built)
{
	size_t i = built->nwarnings;

	while (
	    i > 0 && built->warnings[i - 1].source == built->nconferences - 1)
		i--;
	return i;
}

/* One past the last line of which something is to be told. */
static uint32_t
count_rows(const struct unseen_list *unseen)
{
	uint32_t n = 0;

	for (size_t i = 0; i < unseen->n; i++) {
		uint32_t end = unseen->part[i].row + unseen->part[i].lines;

		n = end > n ? end : n;
	}
	return n;
}

/* Which lines are told to be left aside already, to be freed. */
static bool *
find_told(const struct built *built, uint32_t rows)
{
	bool *done = mem_alloc(rows + 1, sizeof(*done));
	int *more = mem_alloc(rows + 2, sizeof(*more)), n = 0;

	for (size_t i = first_warning(built); i < built->nwarnings; i++) {
		const struct warning *w = &built->warnings[i];
		uint32_t end = w->line + w->lines;

		if (w->lines == 0 || w->line > rows)
			continue;
		more[w->line]++;
		more[end < rows ? end : rows + 1]--;
	}
	for (uint32_t i = 0; i <= rows; i++) {
		n += more[i];
		done[i] = n > 0;
	}
	free(more);
	return done;
}

/* Tells stretches of lines that are not told yet. */
static void
tell_lines(
    struct build *build, const struct unseen_part *part, const bool *done)
{
	for (uint32_t i = 0, n; i < part->lines; i += n + 1) {
		for (n = 0; i + n < part->lines && !done[part->row + i + n];)
			n++;
		if (n > 0)
			build_left_aside(build, part->row + i, n, part->what);
	}
}

static void
tell(const struct unseen_list *unseen, struct build *build)
{
	struct arena *arena = build_arena(build);
	bool *done = find_told(build_result(build), count_rows(unseen));

	for (size_t i = 0; i < unseen->n; i++) {
		const struct unseen_part *part = &unseen->part[i];

		if (part->lines > 0)
			tell_lines(build, part, done);
		else
			build_warn(build, part->row,
			    told_join(arena, N_("broken link"), ": ",
				told_word(arena, part->what)));
	}
	free(done);
}

void
unseen_tell(struct unseen_list *unseen, struct build *build)
{
	if (!unseen)
		return;
	tell(unseen, build);
	unseen_list_free(unseen);
}
