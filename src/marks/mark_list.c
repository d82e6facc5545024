#include "marks/mark_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "marks/mark_keys.h"
#include "marks/marks_write.h"

#define CONFERENCES_MOST 65536 /* bytes of their names that a mark has */

void
mark_list_free(struct mark_list *list)
{
	free(list->mark);
	free(list->best);
	free(list->by_title);
	strmap_free(&list->older);
	strmap_free(&list->at);
	arena_free(list->arena);
	*list = (struct mark_list){0};
}

/* The index in the list where a mark of this key is, or belongs. */
static size_t
place_of(const struct mark_list *list, const char *key)
{
	size_t low = 0, high = list->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(list->mark[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const char *
mark_list_key(const struct mark_list *list, const char *key)
{
	const uint32_t *row = list->nolder > 0 ? strmap_get(&list->older, key)
					       : NULL;

	return row ? list->best[*row] : key;
}

struct mark *
mark_list_find(const struct mark_list *list, const char *key)
{
	const uint32_t *at = strmap_get(&list->at, mark_list_key(list, key));

	return at ? &list->mark[*at] : NULL;
}

static const char *
keep(struct arena *arena, const char *s)
{
	return s ? arena_dup(arena, s, strlen(s)) : NULL;
}

void
mark_list_alias(struct mark_list *list, const char *key, const char *older)
{
	uint32_t row = (uint32_t)list->nolder;

	if (strmap_get(&list->older, older) || strcmp(key, older) == 0)
		return;
	strmap_put(&list->older, keep(list->arena, older), row);
	list->best = mem_grow(
	    list->best, &list->best_cap, list->nolder + 1, sizeof(*list->best));
	list->best[list->nolder++] = keep(list->arena, key);
}

/* Notes where each mark is; of many it is found so faster than by its order. */
static void
note_places(struct mark_list *list)
{
	strmap_free(&list->at);
	strmap_reserve(&list->at, list->n);
	for (size_t i = 0; i < list->n; i++)
		strmap_put(&list->at, list->mark[i].key, (uint32_t)i);
}

static void
forget_order(struct mark_list *list)
{
	free(list->by_title);
	list->by_title = NULL;
}

/* Inserts a mark, whose key must be new. */
static struct mark *
add(struct mark_list *list, size_t i, const struct mark *mark)
{
	list->mark = mem_grow(
	    list->mark, &list->cap, list->n + 1, sizeof(*list->mark));
	memmove(&list->mark[i + 1], &list->mark[i],
	    (list->n++ - i) * sizeof(*list->mark));
	list->mark[i] = *mark;
	return &list->mark[i];
}

/* A mark, and its title to sort by. */
struct titled {
	const char *folded, *key;
	uint32_t place;
};

static int
compare_titles(const void *a, const void *b)
{
	const struct titled *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	return order != 0 ? order : strcmp(x->key, y->key);
}

void
mark_list_sort(struct mark_list *list)
{
	struct titled *titled;

	if (list->by_title || list->n == 0)
		return;
	titled = mem_alloc(list->n, sizeof(*titled));
	list->by_title = mem_alloc(list->n, sizeof(*list->by_title));
	for (size_t i = 0; i < list->n; i++) {
		const struct mark *mark = &list->mark[i];

		titled[i] = (struct titled){text_fold(list->arena, mark->title,
						strlen(mark->title), NULL),
		    mark->key, (uint32_t)i};
	}
	qsort(titled, list->n, sizeof(*titled), compare_titles);
	for (size_t i = 0; i < list->n; i++)
		list->by_title[i] = titled[i].place;
	free(titled);
}

/* Sets: words with blanks between. */

/* Returns the words with `word` added in order, or without it. */
static const char *
change_words(struct arena *arena, const char *words, const char *word, bool on)
{
	size_t len = strlen(word), n = 0;
	char *all = arena_alloc(arena, strlen(words) + len + 3);
	bool done = !on;

	for (const char *s = words; *s || !done;) {
		size_t here = strcspn(s, " ");
		bool same = here == len && memcmp(s, word, len) == 0;

		if (!done && (same || !*s || strcmp(s, word) > 0)) {
			n += (size_t)sprintf(all + n, "%s ", word);
			done = true;
		}
		if (!same && here > 0)
			n += (size_t)sprintf(all + n, "%.*s ", (int)here, s);
		s += here + (s[here] == ' ');
	}
	all[n > 0 ? n - 1 : 0] = '\0';
	return all;
}

/* Makes a new array of texts: others may hold the old one. */
static void
set_text(struct arena *arena, struct annotations *annotations, size_t row,
    const char *text)
{
	const char **all = arena_alloc(arena, MARK_KINDS_MOST * sizeof(*all));

	if (annotations->text)
		memcpy(all, annotations->text, MARK_KINDS_MOST * sizeof(*all));
	all[row] = *text ? text : NULL;
	annotations->text = all;
}

/* Applies a row of the table, or a change, to a mark. */
static void
set_kind(struct arena *arena, struct mark *mark, enum mark_kind kind, bool on,
    const char *text, long long at)
{
	struct annotations *annotations = &mark->annotations;
	size_t row = mark_kind_row(kind);

	switch (mark_kind_info(kind)->type) {
	case MARK_FLAG:
		mark->at[row] = at;
		break;
	case MARK_TIMES:
		if (at > mark->at[row])
			mark->at[row] = at;
		break;
	case MARK_TEXT:
	case MARK_PLACE:
	case MARK_RANK:
		mark->at[row] = at;
		set_text(arena, annotations, row, on ? text : "");
		break;
	case MARK_SET:
		text = change_words(
		    arena, mark_kind_text(annotations, kind), text, on);
		set_text(arena, annotations, row, text);
		on = *text != '\0';
		break;
	}
	annotations->kinds = on ? annotations->kinds | kind
				: annotations->kinds & ~(unsigned)kind;
}

/* Adds a conference of the talk, once, unless it has had very many. */
static void
add_conference(struct arena *arena, struct mark *mark, const char *name)
{
	size_t len = strlen(name);
	const char *s = mark->conferences;

	for (size_t n; *s; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		if (n == len && memcmp(s, name, len) == 0)
			return;
	}
	if (s - mark->conferences > CONFERENCES_MOST)
		return;
	mark->conferences = arena_printf(arena, "%s%s%s", mark->conferences,
	    *mark->conferences ? "\n" : "", name);
}

/* What is said now or, if that is nothing, what was known. */
static const char *
told_or(struct arena *arena, const char *told, const char *known)
{
	return told && *told ? keep(arena, told) : known;
}

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(
	    ((const struct mark *)a)->key, ((const struct mark *)b)->key);
}

/* Adds marks, which are sorted and new, in one pass from the end. */
static void
merge(struct mark_list *list, const struct mark *fresh, size_t n)
{
	size_t old = list->n, to = old + n;

	list->mark = mem_grow(list->mark, &list->cap, to, sizeof(*list->mark));
	list->n = to;
	while (n > 0) {
		bool later = old > 0 &&
		    compare_keys(&list->mark[old - 1], &fresh[n - 1]) > 0;

		list->mark[--to] = later ? list->mark[--old] : fresh[--n];
	}
}

/* Adds an empty mark for each talk that is changed and has none. */
static void
add_empty(struct mark_list *list, const struct mark_change *change, size_t n)
{
	struct mark *fresh = mem_alloc(n, sizeof(*fresh));
	size_t nfresh = 0, kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!mark_list_find(list, change[i].told.key))
			fresh[nfresh++] = (struct mark){
			    .key = keep(list->arena,
				mark_list_key(list, change[i].told.key)),
			    .title = "",
			    .speakers = "",
			    .conferences = "",
			};
	qsort(fresh, nfresh, sizeof(*fresh), compare_keys);
	for (size_t i = 0; i < nfresh; i++)
		if (i == 0 || compare_keys(&fresh[kept - 1], &fresh[i]) != 0)
			fresh[kept++] = fresh[i];
	merge(list, fresh, kept);
	free(fresh);
}

/* Leaves out talks that have no marks. */
static void
drop_unmarked(struct mark_list *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		if (list->mark[i].annotations.kinds != 0)
			list->mark[n++] = list->mark[i];
	}
	list->n = n;
}

void
mark_list_set(
    struct mark_list *list, const struct mark_change *change, size_t n)
{
	bool emptied = false;

	if (!list->arena)
		list->arena = arena_new();
	forget_order(list);
	add_empty(list, change, n);
	for (size_t i = 0; i < n; i++) {
		const struct mark_change *now = &change[i];
		const struct mark *told = &now->told;
		struct mark *mark =
		    &list->mark[place_of(list, mark_list_key(list, told->key))];

		mark->title = told_or(list->arena, told->title, mark->title);
		mark->speakers = told_or(
		    list->arena, told->speakers, mark->speakers);
		mark->url = told_or(list->arena, told->url, mark->url);
		if (told->conferences)
			add_conference(list->arena, mark, told->conferences);
		set_kind(list->arena, mark, now->kind, now->on,
		    keep(list->arena, now->text), now->at);
		emptied = emptied || mark->annotations.kinds == 0;
	}
	if (emptied)
		drop_unmarked(list);
	if (emptied || list->at.n < list->n)
		note_places(list);
}

/* Reading. */

/* The words of a set come one by one, in order, and are joined at the end. */
struct reader {
	struct mark_list *list;
	struct db_query *query;
	char *words; /* of the kind `row` of the last mark */
	size_t len, cap;
	size_t last; /* where the last word begins */
	size_t row;
};

/* Others may have written to the file: text is cleaned before it is shown. */
static const char *
column(struct reader *r, int i)
{
	size_t len;
	const char *s = db_text(r->query, i, &len);

	return text_clean(r->list->arena, s, len, NULL);
}

/* Stores the words that were read in their mark. */
static void
end_words(struct reader *r)
{
	struct mark_list *list = r->list;

	if (r->len == 0)
		return;
	struct mark *mark = &list->mark[list->n - 1];

	set_text(list->arena, &mark->annotations, r->row,
	    arena_dup(list->arena, r->words, r->len));
	mark->annotations.kinds |= mark_kind_at(r->row);
	r->len = 0;
}

/*
 * Takes the next word; false if it is not in order, because cleaning changed
 * it.
 */
static bool
take_word(struct reader *r, size_t row, const char *word)
{
	size_t len = strlen(word);

	if (r->len > 0 &&
	    (r->row != row || strcmp(r->words + r->last, word) >= 0))
		return false;
	r->words = mem_grow(r->words, &r->cap, r->len + len + 2, 1);
	if (r->len > 0)
		r->words[r->len++] = ' ';
	r->last = r->len;
	r->row = row;
	memcpy(r->words + r->len, word, len + 1);
	r->len += len;
	return true;
}

/* Returns the mark of a row: the last one, or a new one. */
static struct mark *
mark_of_row(struct reader *r)
{
	struct mark_list *list = r->list;
	struct mark *last = list->n > 0 ? &list->mark[list->n - 1] : NULL;
	const char *key = db_text(r->query, 0, NULL);

	if (last && strcmp(last->key, key) == 0)
		return last;
	end_words(r);

	const char *url = column(r, 3);
	struct mark mark = {
	    .key = column(r, 0),
	    .title = column(r, 1),
	    .speakers = column(r, 2),
	    .url = *url ? url : NULL,
	    .conferences = "",
	};

	/* Rows are in order, unless cleaning turned one key into another. */
	if (!last || strcmp(last->key, mark.key) < 0)
		return add(list, list->n, &mark);
	size_t i = place_of(list, mark.key);

	return i < list->n && strcmp(list->mark[i].key, mark.key) == 0
	    ? &list->mark[i]
	    : add(list, i, &mark);
}

/*
 * Finds the kind of a row by its name in the file; `*end` is the rest of the
 * name.
 */
static bool
find_kind(const char *name, size_t *row, const char **end)
{
	size_t n;
	const struct mark_info *info = mark_kinds(&n);

	for (*row = 0; *row < n; info++, (*row)++) {
		size_t len = strlen(info->name);
		bool many = info->type == MARK_SET || info->type == MARK_TIMES;

		if (strncmp(name, info->name, len) != 0 ||
		    name[len] != (many ? ':' : '\0'))
			continue;
		*end = name + len + many;
		return info->type != MARK_SET || mark_is_tag(*end);
	}
	return false;
}

static void
take_row(struct reader *r)
{
	const char *name = column(r, 4), *text;
	size_t row;

	if (strncmp(name, MARK_KEYS_ROW, strlen(MARK_KEYS_ROW)) == 0) {
		mark_list_alias(
		    r->list, column(r, 0), name + strlen(MARK_KEYS_ROW));
		return;
	}
	if (strncmp(name, MARK_CONFERENCE, strlen(MARK_CONFERENCE)) == 0) {
		add_conference(r->list->arena, mark_of_row(r),
		    name + strlen(MARK_CONFERENCE));
		return;
	}
	if (!find_kind(name, &row, &text))
		return;

	struct mark *mark = mark_of_row(r);
	enum mark_kind kind = mark_kind_at(row);
	enum mark_type type = mark_kind_info(kind)->type;

	if (type == MARK_SET && mark == &r->list->mark[r->list->n - 1] &&
	    take_word(r, row, text))
		return;
	end_words(r);
	set_kind(r->list->arena, mark, kind, true,
	    mark_kind_is_text(type) ? column(r, 5) : text,
	    db_number(r->query, 6));
}

void
mark_list_read(
    struct mark_list *list, const struct marks_file *file, const char *only)
{
	struct reader r = {
	    .list = list,
	    .query = marks_file_read(file, only != NULL),
	};

	list->arena = arena_new();
	if (only)
		db_set_text(r.query, 1, only, strlen(only));
	while (db_next(r.query))
		take_row(&r);
	end_words(&r);
	drop_unmarked(list);
	note_places(list);
	free(r.words);
	db_query_free(r.query);
}
