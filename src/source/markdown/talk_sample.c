#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "source/markdown/below.h"
#include "source/markdown/columns_said.h"
#include "source/markdown/correct.h"
#include "source/markdown/host.h"
#include "source/markdown/own_talks.h"
#include "source/markdown/shape.h"
#include "source/markdown/talk_text.h"
#include "source/markdown/track_manner.h"

#define LABELS_SAMPLE 8 /* talks whose labels are looked at alone */

/* The talks of a document, or so many of them, evenly spread. */
struct sample {
	struct talk_text *text;
	uint32_t *node;
	size_t n;
};

/*
 * Whether a node is a talk of those that are asked: those beside the others are
 * asked apart, each `carrier`; 0: the others.
 */
static bool
is_asked(const struct markdown *md, const struct shape *shape, uint32_t i,
    unsigned carrier)
{
	return (shape->role[i] == ROLE_TALK || shape->role[i] == ROLE_GROUP) &&
	    (shape->beside == 0 ||
		(track_manner_carrier(md, i) & shape->beside) == carrier);
}

static void
find_sample(const struct markdown *md, const struct shape *shape,
    unsigned carrier, struct sample *sample)
{
	size_t talks = 0, k = 0;

	for (uint32_t i = 1; i < md->n; i++)
		talks += is_asked(md, shape, i, carrier);
	sample->n = talks < MANNER_MOST ? talks : MANNER_MOST;
	sample->text = mem_alloc(sample->n + 1, sizeof(*sample->text));
	sample->node = mem_alloc(sample->n + 1, sizeof(*sample->node));
	for (uint32_t i = 1, talk = 0; i < md->n && k < sample->n; i++) {
		if (!is_asked(md, shape, i, carrier))
			continue;
		if (talk++ == k * talks / sample->n)
			sample->node[k++] = i;
	}
}

static void
read_sample(struct arena *arena, const struct markdown *md,
    const struct shape *shape, struct sample *sample, bool below)
{
	struct columns columns = {0};
	uint32_t table = 0;

	for (size_t k = 0; k < sample->n; k++) {
		uint32_t i = sample->node[k];

		if (md->node[i].kind == MD_ROW && md->node[i].parent != table) {
			table = md->node[i].parent;
			columns = columns_find(md, table);
		}
		talk_text_read(
		    arena, md, shape, i, &columns, below, &sample->text[k]);
	}
}

/* The table of the row number `k` of those in a sample. */
static uint32_t
table_of(const struct markdown *md, const struct sample *sample, size_t k)
{
	const uint32_t *node = sample->node;

	while (md->node[*node].kind != MD_ROW || k-- > 0)
		node++;
	return md->node[*node].parent;
}

/* Whether two tables have the same in the same columns. */
static bool
are_alike(const struct columns *a, const struct columns *b)
{
	return a->title == b->title && a->speakers == b->speakers &&
	    a->video == b->video && a->slides == b->slides &&
	    a->track == b->track &&
	    memcmp(a->fact, b->fact, sizeof(a->fact)) == 0;
}

/*
 * What the columns of the table have in which most talks may be, and of one that
 * has something else in them, if there is such a one; NULL: there is no table.
 */
static const char *
tell_table(
    struct arena *arena, const struct markdown *md, const struct sample *sample)
{
	size_t rows = 0;
	struct columns columns, others;
	uint32_t table, other = 0;
	const char *said, *more;

	for (size_t i = 0; i < sample->n; i++)
		rows += md->node[sample->node[i]].kind == MD_ROW;
	if (rows == 0)
		return NULL;
	table = table_of(md, sample, rows / 2);
	columns = columns_find(md, table);
	said = columns_said_tell(md, arena, table, &columns);
	for (size_t i = 0; i < sample->n; i++) {
		const struct md_node *node = &md->node[sample->node[i]];

		if (node->kind != MD_ROW || node->parent == table ||
		    node->parent == other)
			continue;
		other = node->parent;
		others = columns_find(md, other);
		if (are_alike(&columns, &others))
			continue;
		more = columns_said_tell(md, arena, other, &others);
		return said && more
		    ? told_join(arena, said, "; ",
			  told_join(arena, N_("elsewhere"), ": ", more))
		    : said;
	}
	return said;
}

/* Decides the manner of the talks that are asked, see is_asked(). */
static void
find_manner(struct arena *arena, const struct markdown *md,
    const struct shape *shape, unsigned carrier, struct manner *manner)
{
	struct sample sample;

	find_sample(md, shape, carrier, &sample);
	read_sample(arena, md, shape, &sample, false);
	manner_of_lines(manner, sample.text, sample.n);
	if (manner->look)
		read_sample(arena, md, shape, &sample, true);
	manner_of_below(manner, sample.text, sample.n);
	if (!manner->look) {
		manner->some = manner->place != PLACE_NONE &&
		    manner->yes < manner->talks &&
		    host_find_some(md, shape, manner);
		if (sample.n > LABELS_SAMPLE)
			sample.n = LABELS_SAMPLE;
		read_sample(arena, md, shape, &sample, true);
		manner->labelled = below_tell_facts(sample.text, sample.n);
		manner->tracked = below_tell_tracks(sample.text, sample.n);
	} else {
		manner->hosted = manner->yes * 4 < manner->talks &&
		    host_find(md, shape);
	}
	if (own_talks_are(md, shape))
		own_talks_leave(manner);
	manner->tracked = manner->tracked && !shape_has_tracks(shape, md->n);
	if (md->said)
		correct_fields(manner, md->said, sample.text, sample.n);
	manner->table = tell_table(arena, md, &sample);
	free(sample.text);
	free(sample.node);
}

/* The same of talks beside the others. */
static struct manner *
beside_manner(struct arena *arena, const struct markdown *md,
    const struct shape *shape, unsigned carrier)
{
	struct manner *manner;

	if ((shape->beside & carrier) == 0)
		return NULL;
	manner = arena_alloc(arena, sizeof(*manner));
	*manner = (struct manner){0};
	find_manner(arena, md, shape, carrier, manner);
	return manner;
}

void
talk_text_manner(struct arena *arena, const struct markdown *md,
    const struct shape *shape, struct manner *manner)
{
	find_manner(arena, md, shape, 0, manner);
	if (shape->beside == 0) {
		track_manner_find(arena, md, shape, manner);
		return;
	}
	manner->lists = beside_manner(arena, md, shape, BESIDE_LISTS);
	manner->passages = beside_manner(arena, md, shape, BESIDE_PASSAGES);
	manner->heads = beside_manner(arena, md, shape, BESIDE_HEADS);
}
