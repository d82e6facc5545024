#include "source/markdown/track_manner.h"

#include <stdlib.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "source/markdown/talk_text.h"

#define LEAST 6    /* talks of such a track */
#define MOST  2048 /* of a document that is looked at */

/* A track with a manner of its own: nodes [from, end). */
struct track_manner {
	uint32_t from, end;
	struct manner manner;
};

/* Whether no talks of a document seem to name anybody in one place. */
static bool
names_nobody(const struct manner *m)
{
	return m->look && m->place == PLACE_NONE && m->other == PLACE_NONE &&
	    m->before_event == PLACE_NONE && m->below == 0 && !m->any &&
	    !m->nobody && !m->titled && !m->cites && !m->over && !m->linked &&
	    !m->hosted && !m->some && !m->lists && !m->passages && !m->heads &&
	    !m->table && m->fields.sign == FIELDS_NONE;
}

/* Whether nearly all of some talks have names behind the last dash. */
static bool
names_people(const struct manner *m)
{
	return !m->look &&
	    (m->place == PLACE_LAST_DASH || m->place == PLACE_AFTER_DASH) &&
	    m->other == PLACE_NONE && m->fields.sign == FIELDS_NONE &&
	    m->yes * 10 >= m->talks * 8;
}

/* What a track has of the document: all but where people are named. */
static void
complete(struct manner *m, const struct manner *document)
{
	m->numbered = m->numbered || document->numbered;
	m->labelled = document->labelled;
	m->tracked = document->tracked;
	m->link = document->link;
}

/* Asks the talks of the track that ends before node `end`. */
static void
add_track(struct arena *arena, struct manner *document,
    const struct talk_text *text, const uint32_t *node, size_t n, uint32_t end)
{
	struct track_manner *track = document->track;
	size_t have = document->ntracks;
	struct manner manner;

	if (n < LEAST)
		return;
	manner_find(&manner, text, n < MANNER_MOST ? n : MANNER_MOST);
	if (!names_people(&manner))
		return;
	complete(&manner, document);
	/* Twice the room where it is full: at 1, 2, 4 ... */
	if ((have & (have - 1)) == 0) {
		track = arena_alloc(
		    arena, (have ? have * 2 : 1) * sizeof(*track));
		for (size_t i = 0; i < have; i++)
			track[i] = document->track[i];
		document->track = track;
	}
	track[have] = (struct track_manner){
	    .from = *node, .end = end, .manner = manner};
	document->ntracks++;
}

void
track_manner_find(struct arena *arena, const struct markdown *md,
    const struct shape *shape, struct manner *manner)
{
	struct talk_text *text;
	uint32_t *node;
	size_t talks = 0, n = 0, tracks = 0;

	if (!names_nobody(manner) || md->said)
		return;
	for (uint32_t i = 1; i < md->n; i++) {
		talks += shape->role[i] == ROLE_TALK;
		tracks += shape->role[i] == ROLE_TRACK;
	}
	if (tracks < 2 || talks < LEAST || talks > MOST)
		return;
	text = mem_alloc(talks, sizeof(*text));
	node = mem_alloc(talks, sizeof(*node));
	for (uint32_t i = 1; i < md->n; i++) {
		if (shape->role[i] == ROLE_TRACK) {
			add_track(arena, manner, text, node, n, i);
			n = 0;
		} else if (shape->role[i] == ROLE_TALK &&
		    md->node[i].kind != MD_ROW) {
			node[n] = i;
			talk_text_read(
			    arena, md, shape, i, NULL, false, &text[n++]);
		}
	}
	add_track(arena, manner, text, node, n, (uint32_t)md->n);
	free(text);
	free(node);
}

unsigned
track_manner_carrier(const struct markdown *md, uint32_t i)
{
	switch (md->node[i].kind) {
	case MD_HEADING:
		return BESIDE_HEADS;
	case MD_PARAGRAPH:
	case MD_QUOTE:
		return BESIDE_PASSAGES;
	default:
		return BESIDE_LISTS;
	}
}

/* The manner of the talks that are carried as node `i` is, or NULL. */
static const struct manner *
own_manner(const struct manner *manner, const struct markdown *md, uint32_t i)
{
	switch (track_manner_carrier(md, i)) {
	case BESIDE_HEADS:
		return manner->heads;
	case BESIDE_PASSAGES:
		return manner->passages;
	default:
		return manner->lists;
	}
}

const struct manner *
track_manner_of(
    const struct manner *manner, const struct markdown *md, uint32_t i)
{
	size_t from = 0, end;

	const struct manner *own = own_manner(manner, md, i);

	if (own)
		manner = own;
	for (end = manner->ntracks; from < end;) {
		size_t mid = from + (end - from) / 2;

		if (manner->track[mid].end <= i)
			from = mid + 1;
		else
			end = mid;
	}
	return from < manner->ntracks && manner->track[from].from <= i
	    ? &manner->track[from].manner
	    : manner;
}
