#include "lectern/ui/app.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

static const char *const names[BY_COUNT] = {
    [BY_TRACK] = "tracks",
    [BY_SPEAKER] = "speakers",
    [BY_TAG] = "tags",
    [BY_DAY] = "days",
    [BY_ROOM] = "rooms",
    [BY_SOURCE] = "sources",
};

/* Values as they are found, talk by talk. */
struct making {
	struct app_values *to;
	struct strmap known; /* values by what makes them the same */
	size_t cap, of_cap, nof;
	const struct joined **by_talk; /* for BY_SOURCE; owned */
	uint32_t next;                 /* in it */
};

static void
add(struct making *m, const char *name, const char *key)
{
	struct app_values *to = m->to;
	uint32_t at = *strmap_put(&m->known, key, (uint32_t)to->n);

	if (at == to->n) {
		to->value = mem_grow(
		    to->value, &m->cap, to->n + 1, sizeof(*to->value));
		to->value[to->n++] = (struct app_value){name, key, at, 0};
	}
	to->of = mem_grow(to->of, &m->of_cap, m->nof + 1, sizeof(*to->of));
	to->of[m->nof++] = at;
}

/* Returns the bytes of a name without what stands in brackets at its end. */
static size_t
without_brackets(const char *name)
{
	size_t len = strlen(name);
	const char *open = strstr(name, " (");

	return open && open > name && name[len - 1] == ')'
	    ? (size_t)(open - name)
	    : len;
}

/*
 * A speaker stands under the family name: "Töpel, Björn", "Roe, Jo (jroe)".
 */
static void
add_speaker(struct making *m, const char *name)
{
	struct arena *arena = m->to->arena;
	size_t len = without_brackets(name), from = len;

	while (from > 0 && name[from - 1] != ' ')
		from--;
	if (from > 0 && from < len)
		name = arena_printf(arena, "%.*s, %.*s%s", (int)(len - from),
		    name + from, (int)from - 1, name, name + len);
	add(m, name, text_fold(arena, name, strlen(name), NULL));
}

static void
add_tags(struct making *m, const char *tags)
{
	struct arena *arena = m->to->arena;

	for (size_t len; *tags; tags += len + (tags[len] == ' ')) {
		len = strcspn(tags, " ");
		const char *tag = arena_dup(arena, tags, len);

		add(m, tag, tag);
	}
}

static void
add_text(struct making *m, const char *text)
{
	if (text)
		add(m, arena_dup(m->to->arena, text, strlen(text)), text);
}

/* A source is called by its file, unless others are. */
static const char *
name_of_source(const struct notes *notes, uint32_t source)
{
	const char *path = notes->sources[source].path;
	const char *slash = strrchr(path, '/');
	const char *name = slash && slash[1] ? slash + 1 : path;

	for (uint32_t i = 0; i < notes->nsources; i++) {
		size_t n = strlen(notes->sources[i].path), len = strlen(name);

		if (i != source && n >= len &&
		    strcmp(notes->sources[i].path + n - len, name) == 0)
			return path;
	}
	return name;
}

/* Adds the sources that tell of a talk, which come talk by talk. */
static void
add_sources(struct making *m, const struct app *app, uint32_t talk)
{
	while (m->next < app->notes->njoined &&
	    m->by_talk[m->next]->talk <= talk) {
		const struct joined *joined = m->by_talk[m->next++];
		const char *name = name_of_source(app->notes, joined->source);

		name = text_clean(m->to->arena, name, strlen(name), NULL);
		add(m, name, app->notes->sources[joined->source].path);
		m->to->value[m->to->of[m->nof - 1]].source = joined->source;
	}
}

static void
add_talk(struct making *m, const struct app *app, uint32_t index)
{
	const struct talk *talk = &app->notes->talks[index];

	switch (app->by) {
	case BY_SPEAKER:
		for (uint32_t i = 0; i < talk->nspeakers; i++)
			add_speaker(m, talk->speakers[i]);
		break;
	case BY_TAG:
		add_tags(m, app_tags(app, index));
		break;
	case BY_DAY:
		add_text(m, talk->day);
		break;
	case BY_ROOM:
		add_text(m, talk->room);
		break;
	case BY_SOURCE:
		add_sources(m, app, index);
		break;
	default:
		break;
	}
}

/* By key; handles and other names that begin with a sign come last. */
static int
compare(const void *a, const void *b)
{
	const struct app_value *x = a, *y = b;
	bool word = text_word_byte(*x->key);

	if (word != text_word_byte(*y->key))
		return word ? -1 : 1;
	return strcmp(x->key, y->key);
}

/* Whether a day is a date, as "2026-05-01". */
static bool
is_date(const char *day)
{
	static const char form[] = "0000-00-00";
	size_t i = 0;

	while (form[i] &&
	    (form[i] == '0' ? day[i] >= '0' && day[i] <= '9'
			    : day[i] == form[i]))
		i++;
	return !form[i];
}

/* By date; days that are none, as "Saturday", come last, as they were found. */
static int
compare_days(const void *a, const void *b)
{
	const struct app_value *x = a, *y = b;
	bool date = is_date(x->key);
	int by_date = date ? strcmp(x->key, y->key) : 0;

	if (date != is_date(y->key))
		return date ? -1 : 1;
	return by_date ? by_date : x->found < y->found ? -1 : 1;
}

static void
sort(struct app_values *values, size_t nof,
    int (*order)(const void *, const void *))
{
	uint32_t *to = mem_alloc(values->n, sizeof(*to));

	if (values->n > 0)
		qsort(values->value, values->n, sizeof(*values->value), order);
	for (uint32_t i = 0; i < values->n; i++)
		to[values->value[i].found] = i;
	for (size_t i = 0; i < nof; i++)
		values->of[i] = to[values->of[i]];
	free(to);
}

static int
compare_joined(const void *a, const void *b)
{
	const struct joined *x = *(const struct joined *const *)a;
	const struct joined *y = *(const struct joined *const *)b;

	if (x->talk != y->talk)
		return x->talk < y->talk ? -1 : 1;
	return x < y ? -1 : x > y;
}

static void
list_joined(struct making *m, const struct notes *notes)
{
	m->by_talk = mem_alloc(notes->njoined + 1, sizeof(struct joined *));
	for (uint32_t i = 0; i < notes->njoined; i++)
		m->by_talk[i] = &notes->joined[i];
	qsort(m->by_talk, notes->njoined, sizeof(struct joined *),
	    compare_joined);
}

void
app_values_free(struct app_values *values)
{
	free(values->value);
	free(values->first);
	free(values->of);
	arena_free(values->arena);
	*values = (struct app_values){.n = 0};
}

void
app_values_make(struct app *app)
{
	struct making m = {.to = &app->values};
	uint32_t ntalks = app->notes->ntalks;

	app_values_free(&app->values);
	app->values.made = true;
	if (app->by == BY_TRACK)
		return;
	app->values.arena = arena_new();
	if (app->by == BY_SOURCE)
		list_joined(&m, app->notes);
	app->values.first = mem_alloc(ntalks + 1, sizeof(*app->values.first));
	for (uint32_t i = 0; i < ntalks; i++) {
		app->values.first[i] = (uint32_t)m.nof;
		if (!app->notes->talks[i].missing)
			add_talk(&m, app, i);
	}
	app->values.first[ntalks] = (uint32_t)m.nof;
	/* Sources stay as they come. */
	if (app->by != BY_SOURCE)
		sort(&app->values, m.nof,
		    app->by == BY_DAY ? compare_days : compare);
	strmap_free(&m.known);
	free(m.by_talk);
}

uint32_t
app_value_find(const struct app *app, const char *name)
{
	for (uint32_t i = 0; i < app->values.n; i++)
		if (strcmp(app->values.value[i].name, name) == 0)
			return i;
	return APP_NONE;
}

bool
app_has_value(const struct app *app, uint32_t talk, uint32_t value)
{
	const struct app_values *values = &app->values;

	for (uint32_t i = values->first[talk]; i < values->first[talk + 1]; i++)
		if (values->of[i] == value)
			return true;
	return false;
}

const char *
app_by_name(enum app_by by)
{
	return names[by];
}

bool
app_set_by(struct app *app, const char *name)
{
	for (int i = 0; i < BY_COUNT; i++) {
		if (strcmp(name, names[i]) != 0)
			continue;
		if (app->by == (enum app_by)i)
			return true;
		app->by = (enum app_by)i;
		app->values.made = false;
		if (app_group(app).kind != GROUP_VIEW)
			app_set_track(app, TRACKS_ALL);
		app_relist(app);
		return true;
	}
	return false;
}
