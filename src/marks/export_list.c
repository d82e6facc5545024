#include "lectern/marks/export_list.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/model/position.h"

static void
add(struct export_list *list, struct export_entry entry)
{
	list->entry = mem_grow(
	    list->entry, &list->cap, list->n + 1, sizeof(*list->entry));
	list->entry[list->n++] = entry;
}

/* In a digest a link leads to where its video was stopped, to go on there. */
static const char *
url_of(struct export_list *list, const char *url, const struct mark *mark)
{
	const char *text = mark_kind_text(&mark->annotations, MARK_POSITION);
	struct position at;

	if (list->since == 0 || !url || !position_read(text, &at) ||
	    position_is_late(at))
		return url;
	return link_start(list->arena, url, at.second);
}

static void
add_talk(struct export_list *list, const struct track *track,
    const struct talk *talk, const struct mark *mark)
{
	static const struct mark none = {.key = ""};
	char *speakers = notes_speakers(talk);

	add(list,
	    (struct export_entry){
		.talk = talk,
		.mark = mark ? mark : &none,
		.track = track->name,
		.title = talk->title,
		.speakers = arena_dup(list->arena, speakers, strlen(speakers)),
		.url = url_of(list, talk->url, mark ? mark : &none),
	    });
	free(speakers);
}

static int
compare_titles(const void *a, const void *b)
{
	const struct export_entry *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order != 0 ? order : strcmp(x->mark->key, y->mark->key);
}

/* Returns the kinds of a mark that are told; of sets the time is not known. */
static unsigned
told(const struct export_list *list, const struct mark *mark)
{
	unsigned kinds = mark->annotations.kinds & list->kinds, late = 0;
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	if (list->since == 0)
		return kinds;
	for (size_t row = 0; row < n; row++)
		if (info[row].type != MARK_SET && mark->at[row] >= list->since)
			late |= kinds & mark_kind_at(row);
	return late;
}

/* Adds the marks whose talks are in no document. */
static void
add_missing(struct export_list *list, const struct strmap *known,
    const struct marks *marks)
{
	size_t n, first = list->n;
	const struct mark *mark = marks_list(marks, &n);

	for (size_t i = 0; i < n; i++, mark++) {
		if (strmap_get(known, mark->key) || !told(list, mark))
			continue;
		add(list,
		    (struct export_entry){
			.mark = mark,
			.title = mark->title,
			.speakers = mark->speakers,
			.url = url_of(list, mark->url, mark),
			.folded = text_fold(list->arena, mark->title,
			    strlen(mark->title), NULL),
		    });
	}
	if (list->n > first)
		qsort(&list->entry[first], list->n - first,
		    sizeof(*list->entry), compare_titles);
}

/* Whether a talk of the notes is exported. */
static bool
is_wanted(const struct export *what, const struct export_list *list,
    uint32_t talk, const struct mark *mark)
{
	if (what->only)
		return what->only[talk];
	return mark && told(list, mark);
}

struct export_list
export_list_make(const struct export *what)
{
	const struct notes *notes = what->notes;
	struct export_list list = {
	    .arena = arena_new(),
	    .since = what->since,
	    .kinds = what->all
		? ~0U
		: ~(unsigned)(MARK_SEEN | MARK_OPENED | MARK_POSITION),
	};
	struct strmap known = {0};

	for (uint32_t t = 0; t < notes->ntracks; t++) {
		const struct track *track = &notes->tracks[t];

		for (uint32_t i = 0; i < track->ntalks; i++) {
			const struct talk *talk =
			    &notes->talks[track->talks[i]];
			const struct mark *mark = marks_get(
			    what->marks, talk->key);

			strmap_put(&known, mark ? mark->key : talk->key, 0);
			if (is_wanted(what, &list, track->talks[i], mark))
				add_talk(&list, track, talk, mark);
		}
	}
	if (!what->only)
		add_missing(&list, &known, what->marks);
	strmap_free(&known);
	return list;
}

void
export_list_free(struct export_list *list)
{
	free(list->entry);
	arena_free(list->arena);
}

const char *
export_list_track(const struct export_entry *entry)
{
	return entry->track ? entry->track : "Elsewhere";
}

const char *
export_list_marks(struct export_list *list, const struct mark *mark)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);
	const char *flags = "", *sets = "";
	char day[DATE_BYTES];

	for (size_t row = 0; row < n; row++) {
		enum mark_kind kind = mark_kind_at(row);

		if (!(told(list, mark) & kind))
			continue;
		if (info[row].type == MARK_SET)
			sets = arena_printf(list->arena, "%s%s%s: %s", sets,
			    *sets ? ", " : "", info[row].json,
			    mark_kind_text(&mark->annotations, kind));
		else if (info[row].type == MARK_PLACE)
			flags = arena_printf(list->arena, "%s%s%s", flags,
			    *flags ? ", " : "",
			    position_words(list->arena,
				mark_kind_text(&mark->annotations, kind)));
		else if (info[row].type != MARK_TEXT)
			flags = arena_printf(list->arena, "%s%s%s %s", flags,
			    *flags ? ", " : "", info[row].name,
			    date_text(
				day, mark_time(mark, kind), list->since == 0));
	}
	return arena_printf(
	    list->arena, "%s%s%s", flags, *flags && *sets ? ", " : "", sets);
}

const char *
export_list_text(const struct mark *mark, size_t *row)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	while (*row < n) {
		size_t at = (*row)++;
		const char *text = mark_kind_text(
		    &mark->annotations, mark_kind_at(at));

		if (info[at].type == MARK_TEXT && *text)
			return text;
	}
	return NULL;
}
