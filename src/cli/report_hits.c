#include "cli/report_hits.h"

#include <stdlib.h>

#include "lectern/base/mem.h"
#include "lectern/find/spoken.h"
#include "lectern/system/news.h"

/* Returns the annotations of each talk, for the filter; to be freed.  NULL: none. */
static struct annotations *
read_own(const struct notes *notes, const struct marks *marks)
{
	struct annotations *annotations = NULL;

	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const struct mark *mark = marks_get(marks, notes->talks[i].key);

		if (!mark)
			continue;
		if (!annotations)
			annotations = mem_alloc(
			    notes->ntalks, sizeof(*annotations));
		annotations[i] = mark->annotations;
	}
	return annotations;
}

static bool
asks_for(const struct query *query, enum state state)
{
	for (size_t i = 0; i < query->nterms; i++)
		if (query->terms[i].state == state)
			return true;
	return false;
}

struct transcripts *
report_transcripts(const struct notes *notes, const struct config *config,
    const struct query *query)
{
	bool wanted = spoken_is_searched(query) ||
	    asks_for(query, STATE_TRANSCRIBED);

	return wanted
	    ? transcripts_all(notes, (const char *const *)config->transcripts,
		  config->ntranscripts)
	    : NULL;
}

/* What is new is only looked at, where the query asks: the browser tells it. */
static void
find_news(struct news *news, const struct notes *notes,
    const struct marks *marks, const struct query *query)
{
	char *path;

	if (!asks_for(query, STATE_NEW))
		return;
	path = news_path();
	news_begin(news, notes, marks);
	if (path)
		news_read(news, path);
	news_find(news, notes);
	free(path);
}

struct hits
report_hits(const struct notes *notes, const struct marks *marks,
    const struct query *query, const struct transcripts *transcripts)
{
	struct filter *filter = filter_new(notes);
	struct annotations *annotations = read_own(notes, marks);
	struct news news = {0};
	struct hits hits = {0};

	find_news(&news, notes, marks, query);
	filter_set_new(filter, news.has, news.n);
	filter_set_annotations(filter, annotations);
	filter_set_transcripts(filter, transcripts);
	filter_set_only(filter, query);
	filter_run(filter, query, &hits);
	filter_free(filter);
	free(annotations);
	news_free(&news);
	return hits;
}
