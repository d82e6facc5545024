#include "source/programme.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/base/zone.h"
#include "source/entities.h"
#include "source/when.h"

#define ZONES   8  /* names of zones that are looked up */
#define WRAPPED 60 /* columns that a line has at least that was wrapped */

void
programme_start(
    struct programme *p, struct build *build, const struct document *document)
{
	*p = (struct programme){
	    .build = build,
	    .arena = build_arena(build),
	    .scratch = arena_new(),
	    .document = document,
	};
}

struct source *
programme_begin(struct programme *p)
{
	if (!p->source) {
		p->source = build_conference(
		    p->build, p->document->path, p->document->name);
		build_programme(p->build);
	}
	return p->source;
}

const char *
programme_text(struct arena *arena, const char *text)
{
	size_t len = text ? strlen(text) : 0;

	if (len == 0)
		return NULL;
	if (!text_is_clean(text, len))
		text = text_clean(arena, text, len, &len);
	text = text_squeeze(arena, text, len);
	return *text ? text : NULL;
}

const char *
programme_plain(struct arena *arena, const char *text)
{
	char *copy = arena_alloc(arena, 2 * strlen(text) + 1), *to = copy;
	const char *next;
	size_t column = 0;

	/* Nobody means code by blanks before a line. */
	text += strspn(text, " \t");
	for (; *text; text++, column++) {
		*to++ = *text;
		if (*text != '\n')
			continue;
		next = text + 1 + strspn(text + 1, " \t");
		if (column < WRAPPED || *next < 'a' || *next > 'z')
			*to++ = '\n';
		column = 0;
		text = next - 1;
	}
	return copy;
}

bool
programme_lasts(const struct programme *p, const char *string)
{
	/* Other strings may be anywhere. */
	return p->lasting ||
	    (uintptr_t)string - (uintptr_t)p->kept.s < p->kept.len;
}

static bool
is_line(const char *text, size_t len)
{
	return text_is_squeezed(text, len) && text_is_clean(text, len);
}

/* Returns a text with entities, "Tom &amp; Ann", as what was meant. */
static const char *
without_entities(const struct programme *p, const char *text)
{
	char *copy = arena_dup(p->scratch, text, strlen(text));

	entities_undo(copy);
	return copy;
}

const char *
programme_line(const struct programme *p, const char *text)
{
	const char *mark = text ? strchr(text, '&') : NULL;

	if (mark && strchr(mark, ';'))
		return programme_text(p->arena, without_entities(p, text));
	if (text && *text && programme_lasts(p, text) &&
	    is_line(text, strlen(text)))
		return text;
	return programme_text(p->arena, text);
}

void
programme_name(struct programme *p, const char *name)
{
	const char *line = programme_line(p, name);

	if (line)
		programme_begin(p)->name = line;
}

void
programme_zone(struct programme *p, const char *name)
{
	const char *line = programme_line(p, name);
	struct zone *clock = NULL;

	/* A document may name very many. */
	if (!line || p->nzones == ZONES)
		return;
	p->nzones++;
	line = zone_name(line);
	clock = zone_open(line);
	if (p->clock && !clock)
		return;
	p->zone = line;
	zone_free(p->clock);
	p->clock = clock;
}

const char *
programme_local(struct programme *p, const char *time)
{
	struct when when;
	struct tm tm = {0};

	if (!p->clock || !time || !when_read(time, &when) || !when.zoned ||
	    when.offset != 0 || time[strlen(time) - 1] != 'Z')
		return time;
	tm.tm_year = when.year - 1900;
	tm.tm_mon = when.month - 1;
	tm.tm_mday = when.day;
	tm.tm_min = when.minute;
	when_move(&when, zone_offset(p->clock, timegm(&tm)));
	return arena_printf(p->scratch, "%sT%s", when_day(p->scratch, &when),
	    when_clock(p->scratch, &when));
}

void
programme_conference(struct programme *p,
    const char *(*text)(const void *of, const char *name), const void *of)
{
	struct source *source = programme_begin(p);
	struct when day;

	programme_name(p, text(of, "title"));
	source->acronym = programme_line(p, text(of, "acronym"));
	source->zone = programme_line(p, text(of, "time_zone_name"));
	if (when_read(text(of, "start"), &day))
		source->first_day = when_day(p->arena, &day);
	if (when_read(text(of, "end"), &day))
		source->last_day = when_day(p->arena, &day);
}

struct programme_talk *
programme_clear(struct programme *p, uint32_t line)
{
	const struct programme_talk old = p->talk;

	arena_clear(p->scratch);

	p->talk = (struct programme_talk){
	    .speakers = old.speakers,
	    .speakers_cap = old.speakers_cap,
	    .links = old.links,
	    .links_cap = old.links_cap,
	    .line = line,
	};
	return &p->talk;
}

static void
add_speaker(struct programme_talk *talk, const char *name)
{
	talk->speakers = mem_grow(talk->speakers, &talk->speakers_cap,
	    talk->nspeakers + 1, sizeof(*talk->speakers));
	talk->speakers[talk->nspeakers++] = name;
}

/* Where a name ends, and another one begins: at "; ", unless of an entity. */
static const char *
next_name(const char *name)
{
	const char *end = name;

	while ((end = strstr(end, "; "))) {
		const char *word = end;

		while (word > name && word[-1] != ' ' && *word != '&')
			word--;
		if (*word != '&')
			return end;
		end++;
	}
	return NULL;
}

void
programme_speaker(struct programme *p, const char *name)
{
	struct programme_talk *talk = &p->talk;
	const char *end;

	/* Some have all people as one. */
	while (name && (end = next_name(name))) {
		add_speaker(
		    talk, arena_dup(p->scratch, name, (size_t)(end - name)));
		name = end + 2;
	}
	add_speaker(talk, name);
}

void
programme_link(struct programme *p, const struct programme_link *link)
{
	struct programme_talk *talk = &p->talk;

	talk->links = mem_grow(talk->links, &talk->links_cap, talk->nlinks + 1,
	    sizeof(*talk->links));
	talk->links[talk->nlinks++] = *link;
}

void
programme_other_link(struct programme *p, const struct programme_link *link)
{
	for (size_t i = 0; i < p->talk.nlinks; i++) {
		const char *url = p->talk.links[i].url;

		if (url && strcmp(url, link->url) == 0)
			return;
	}
	if (*link->url)
		programme_link(p, link);
}

void
programme_drop(struct programme *p)
{
	arena_free(p->scratch);
	strmap_free(&p->tracks);
	long_texts_free(&p->longs);
	zone_free(p->clock);
	free(p->talk.speakers);
	free(p->talk.links);
}

bool
programme_end(struct programme *p, const char *kind, const char *fault,
    uint32_t line, struct err *err)
{
	struct long_texts longs = p->longs;

	p->longs = (struct long_texts){0};
	programme_drop(p);
	if (fault && p->talks == 0) {
		long_texts_free(&longs);
		return err_set(err, "%s:%" PRIu32 ": %s",
		    input_name(p->document->path), line, _(fault));
	}
	programme_begin(p);
	long_texts_warn(&longs, p->build);
	if (p->name)
		p->source->name = p->name;
	if (p->zone)
		p->source->zone = p->zone;
	p->source->version = p->version;
	p->source->shape = kind;
	if (p->part)
		build_part(p->build);
	if (fault)
		build_warn(p->build, line,
		    told_join(p->arena, fault, "; ",
			told_many(p->arena, p->talks, "%zu talk read",
			    "%zu talks read", p->talks)));
	return true;
}
