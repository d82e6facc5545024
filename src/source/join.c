#include "source/join.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/told.h"
#include "lectern/model/link.h"
#include "lectern/model/talk_key.h"
#include "source/body_data.h"
#include "source/captions_join.h"
#include "source/join_match.h"
#include "source/join_tracks.h"
#include "source/join_version.h"
#include "source/when.h"

#define MANY 40 /* sources of which only programmes are joined with others */

/* The talks of a source, as they stand in built->talks. */
struct group {
	uint32_t source;
	uint32_t *index;
	const struct talk **talk;
	size_t n, cap;
	size_t times;             /* talks that tell when they begin */
	size_t named;             /* talks that tell who speaks */
	const char *first, *last; /* days, as "2026-05-01"; or NULL */
	bool programme;
	bool captions;
	bool taken; /* it was joined into another */
};

struct joining {
	struct built *built;
	struct load_pairs pairs; /* what the reader has settled */
	struct group *group;
	size_t ngroups;
	size_t nfull;     /* groups that have talks */
	const char **key; /* by talk, whatever stands in other sources */
	bool *gone;       /* by talk */
	uint32_t *base;   /* by source: that it was joined with, or itself */
};

/* Widens the group's days to that of a talk, if it is a date. */
static void
take_day(struct group *group, const char *day)
{
	struct when when;

	if (!day || !when_read(day, &when))
		return;
	if (!group->first || strcmp(day, group->first) < 0)
		group->first = day;
	if (!group->last || strcmp(day, group->last) > 0)
		group->last = day;
}

/* Whether two sources are of other days, like the years of a conference. */
static bool
are_apart(const struct group *a, const struct group *b)
{
	return a->first && b->first &&
	    (strcmp(a->last, b->first) < 0 || strcmp(b->last, a->first) < 0);
}

/*
 * Notes the keys of the talks, which change when they are joined.  Where a talk
 * has its own key there may be an earlier one of the same key elsewhere.
 */
static void
list_keys(struct joining *j)
{
	const struct built *built = j->built;

	j->key = mem_alloc(built->ntalks + 1, sizeof(*j->key));
	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];

		j->key[i] = talk->key == talk->own_key &&
			strncmp(talk->key, "h:", 2) == 0
		    ? talk_key(built->arena, talk)
		    : talk->key;
	}
}

static void
list_talks(struct joining *j)
{
	struct built *built = j->built;

	j->ngroups = built->nconferences;
	j->group = mem_alloc(j->ngroups + 1, sizeof(*j->group));
	for (uint32_t i = 0; i < j->ngroups; i++)
		j->group[i] = (struct group){.source = i,
		    .programme = built->conferences[i].programme,
		    .captions = captions_join_is(&built->conferences[i])};
	for (uint32_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		struct group *group = &j->group[talk->source];
		size_t cap = group->cap;

		group->index = mem_grow(
		    group->index, &cap, group->n + 1, sizeof(*group->index));
		group->talk = mem_grow(group->talk, &group->cap, group->n + 1,
		    sizeof(const struct talk *));
		j->nfull += group->n == 0;
		group->index[group->n] = i;
		group->talk[group->n++] = talk;
		group->times += talk->start != NULL;
		take_day(group, talk->day);
		group->named += talk->nspeakers > 0;
	}
}

/* How much a source is a programme, by what its talks tell. */
static int
rank_of(const struct group *group)
{
	return group->times > 0            ? 3
	    : 2 * group->named <= group->n ? 0
	    : group->programme             ? 2
					   : 1;
}

/* Programmes come first, and of several that with most talks; captions last. */
static int
compare_groups(const void *a, const void *b)
{
	const struct group *x = a, *y = b;
	int rank = rank_of(y) - rank_of(x);

	if (x->captions != y->captions)
		return x->captions - y->captions;
	if (rank != 0)
		return rank;
	if (x->times > 0 && x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->source < y->source ? -1 : 1;
}

static const struct source *
source_of(const struct joining *j, const struct group *group)
{
	return &j->built->conferences[group->source].source;
}

static const struct source *
source_of_talk(const struct joining *j, const struct talk *talk)
{
	return &j->built->conferences[talk->source].source;
}

static bool
may_be_versions(
    const struct joining *j, const struct group *a, const struct group *b)
{
	return a->times > 0 && b->times > 0 && !are_apart(a, b) &&
	    join_version_is_other(source_of(j, a), source_of(j, b));
}

/* Of versions of one programme the newest comes first. */
static void
sort_versions(struct joining *j)
{
	for (size_t i = 0; i < j->ngroups && j->group[i].times > 0; i++) {
		for (size_t k = i + 1; k < j->ngroups; k++) {
			struct group *a = &j->group[i], *b = &j->group[k];
			const struct group old = *a;

			if (!may_be_versions(j, a, b) ||
			    !join_version_is_newer(
				source_of(j, b), source_of(j, a)))
				continue;
			*a = *b;
			*b = old;
		}
	}
}

/* Talks. */

/* Makes a body of the notes of both talks, to be read when asked for. */
static struct body *
join_bodies(struct arena *arena, const struct talk *a, const struct talk *b,
    const char *name)
{
	struct body *body = arena_alloc(arena, sizeof(*body));
	struct talk *parts = arena_alloc(arena, 2 * sizeof(*parts));

	parts[0] = *a;
	parts[1] = *b;
	body->waits = true;
	body->parts = parts;
	body->part_name = name;
	body->arena = arena;
	return body;
}

static const char *
better_url(const struct talk *a, const struct talk *b)
{
	bool video = a->url && link_is_video(a->url);

	return !a->url || (!video && b->url && link_is_video(b->url)) ? b->url
								      : a->url;
}

/* Gives a talk what it lacks of that. */
static void
join_more(struct arena *arena, struct talk *to, const struct talk_more *from)
{
	struct talk_more *more = built_more(arena, to);

	if (!more->day_above)
		more->day_above = from->day_above;
	if (!more->language)
		more->language = from->language;
	if (!more->identity)
		more->identity = from->identity;
}

/*
 * Gives talk `a`, of the programme, what `b` has; of an older version only what
 * the newer one lacks.
 */
static void
join_talks(struct joining *j, uint32_t a, uint32_t b, bool version)
{
	struct talk *to = &j->built->talks[a];
	const struct talk *from = &j->built->talks[b];
	const struct talk old = *to;

	to->url = better_url(&old, from);
	if (!version || !to->body) {
		to->body = join_bodies(
		    j->built->arena, &old, from, source_of_talk(j, from)->name);
		to->body->url = to->url;
	}
	if (to->nspeakers == 0) {
		to->speakers = from->speakers;
		to->nspeakers = from->nspeakers;
		if (to->more)
			built_more(j->built->arena, to)->folded = NULL;
	}
	if (to->minutes == 0)
		to->minutes = from->minutes;
	if (from->more)
		join_more(j->built->arena, to, from->more);
	j->gone[b] = true;
}

/* What is said in a talk does not become its notes: it is a transcript. */
static void
leave_words(struct arena *arena, struct talk *captions)
{
	captions->body = NULL;
	if (captions->more)
		built_more(arena, captions)->language = NULL;
}

/* What was found of a talk of a part. */
struct found {
	uint32_t talk;
	const struct talk *other; /* of the base; NULL: none is like it */
	uint8_t why;              /* enum join_why */
	bool parted;
};

static void
note(struct joining *j, const struct found *found)
{
	struct built *built = j->built;
	const struct talk *talk = &built->talks[found->talk];
	uint32_t other = found->other ? (uint32_t)(found->other - built->talks)
				      : JOIN_MATCH_NONE;
	bool left = found->why == JOIN_LEFT;

	built->joined = mem_grow(built->joined, &built->joined_cap,
	    built->njoined + 1, sizeof(*built->joined));
	built->joined[built->njoined++] = (struct joined){
	    .source = talk->source,
	    .talk = left ? found->talk : other,
	    .title = talk->title,
	    .day = talk->day,
	    .key = j->key[found->talk],
	    .other = found->other ? found->other->title : NULL,
	    .other_key = found->other ? j->key[other] : NULL,
	    .other_day = found->other ? found->other->day : NULL,
	    .why = left ? NULL : join_match_why((enum join_why)found->why),
	    .doubt = left ? UINT8_MAX : found->why,
	    .parted = found->parted,
	};
}

/* Sources. */

static bool
same_acronym(
    const struct joining *j, const struct group *a, const struct group *b)
{
	const struct conference *all = j->built->conferences;
	const char *x = all[a->source].source.acronym;
	const char *y = all[b->source].source.acronym;

	return x && y && strcmp(x, y) == 0;
}

/* How many talks must surely be in both, for two sources to be one. */
static size_t
least_of(const struct group *a, const struct group *b)
{
	size_t n = a->n < b->n ? a->n : b->n;

	return n < 10 ? (n + 1) / 2 : n / 5;
}

/* What the part says of the whole conference is said of that. */
static void
join_texts(struct joining *j, uint32_t base, uint32_t part)
{
	struct source *to = &j->built->conferences[base].source;
	struct source *from = &j->built->conferences[part].source;
	struct block *blocks;

	if (from->nblocks == 0)
		return;
	blocks = arena_alloc(
	    j->built->arena, (to->nblocks + from->nblocks) * sizeof(*blocks));
	if (to->nblocks > 0)
		memcpy(blocks, to->blocks, to->nblocks * sizeof(*blocks));
	memcpy(blocks + to->nblocks, from->blocks,
	    from->nblocks * sizeof(*blocks));
	to->blocks = blocks;
	to->nblocks += from->nblocks;
	from->nblocks = 0;
}

/* What became of the talks of a part. */
struct outcome {
	size_t joined, moved;
	bool version;  /* the part is an older version of the base */
	bool captions; /* or a transcript */
};

/* Most talks of an older version are in the newer one. */
static bool
is_version(const struct joining *j, const struct group *base,
    const struct group *part, const struct join_pair *pairs)
{
	size_t both = 0;

	for (size_t i = 0; i < base->n; i++)
		both += pairs[i].why != JOIN_LEFT;
	return may_be_versions(j, base, part) && 2 * both > part->n;
}

/* Notes what became of a talk of the part, and joins it. */
static void
take_talk(struct joining *j, struct outcome *outcome, const struct found *found)
{
	struct talk *talks = j->built->talks;

	note(j, found);
	if (found->why != JOIN_LEFT) {
		outcome->joined++;
		outcome->moved += notes_has_moved(
		    found->other, &talks[found->talk]);
		if (outcome->captions)
			leave_words(j->built->arena, &talks[found->talk]);
		join_talks(j, (uint32_t)(found->other - talks), found->talk,
		    outcome->version);
	} else if (outcome->version) {
		j->gone[found->talk] = true;
	}
}

static const char *
tell(struct joining *j, const struct group *base, const struct group *part,
    const struct outcome *outcome)
{
	struct arena *arena = j->built->arena;
	const char *name = source_of(j, base)->name;

	return outcome->version
	    ? told(arena, "older version of %s: %zu new, %zu gone, %zu moved",
		  name, base->n - outcome->joined, part->n - outcome->joined,
		  outcome->moved)
	    : told(arena, "%zu of %zu joined with %s", outcome->joined, part->n,
		  name);
}

static void
take_pairs(struct joining *j, const struct group *base, struct group *part,
    const struct join_pair *pairs, struct join_guess *guesses)
{
	struct outcome outcome = {
	    .version = is_version(j, base, part, pairs),
	    .captions = part->captions,
	};
	uint8_t *why = mem_alloc(part->n + 1, sizeof(*why));

	/* From here on a guess of a talk that is not left is its partner. */
	for (uint32_t i = 0; i < base->n; i++) {
		if (pairs[i].why == JOIN_LEFT)
			continue;
		guesses[pairs[i].other].other = i;
		why[pairs[i].other] = pairs[i].why;
	}
	for (size_t i = 0; i < part->n; i++) {
		uint32_t a = guesses[i].other;

		take_talk(j, &outcome,
		    &(struct found){
			.talk = part->index[i],
			.other = a == JOIN_MATCH_NONE ? NULL : base->talk[a],
			.why = why[i],
			.parted = guesses[i].parted,
		    });
	}
	j->built->conferences[part->source].source.joined = tell(
	    j, base, part, &outcome);
	if (part->captions)
		j->built->conferences[part->source].source.captions =
		    CAPTIONS_OF_TALK;
	part->taken = true;
	j->base[part->source] = base->source;
	if (!outcome.version)
		join_texts(j, base->source, part->source);
	free(why);
}

/* What is settled of the talks of two sources, as indices of them. */
static struct join_settled *
find_settled(
    const struct joining *j, const struct group *const group[2], size_t *n)
{
	struct join_settled *all = mem_alloc(j->pairs.n + 1, sizeof(*all));
	struct strmap known[2] = {{0}, {0}};

	*n = 0;
	for (int s = 0; s < 2 && j->pairs.n > 0; s++) {
		for (uint32_t i = 0; i < group[s]->n; i++)
			strmap_put(&known[s], j->key[group[s]->index[i]], i);
	}
	for (size_t i = j->pairs.n; i-- > 0;) {
		const struct load_pair *pair = &j->pairs.pair[i];
		const uint32_t *a = strmap_get(&known[0], pair->a);
		const uint32_t *b = strmap_get(&known[1], pair->b);
		bool there = a && b;

		if (!there) {
			a = strmap_get(&known[0], pair->b);
			b = strmap_get(&known[1], pair->a);
		}
		/* The latest comes first, and counts. */
		for (size_t k = 0; a && b && k < *n; k++) {
			if (all[k].a == *a && all[k].b == *b)
				a = NULL;
		}
		if (a && b)
			all[(*n)++] = (struct join_settled){*a, *b, pair->same};
	}
	strmap_free(&known[0]);
	strmap_free(&known[1]);
	return all;
}

/* Whether it was found that both tell of the same talks. */
static bool
join_groups(struct joining *j, const struct group *base, struct group *part)
{
	const struct talk *const *const talks[2] = {base->talk, part->talk};
	const struct group *const groups[2] = {base, part};
	const size_t n[2] = {base->n, part->n};
	struct join_known known = {
	    .acronym = same_acronym(j, base, part),
	    .least = least_of(base, part),
	    .name = j->built->conferences[base->source].source.name,
	};
	struct join_settled *settled = find_settled(j, groups, &known.nsettled);
	struct join_pair *pairs = mem_alloc(base->n + 1, sizeof(*pairs));
	struct join_guess *guesses = mem_alloc(part->n + 1, sizeof(*guesses));
	bool same;

	known.settled = settled;
	same = n[0] > 0 && n[1] > 0 &&
	    join_match(talks, n, &known, pairs, guesses) >= known.least;
	if (same)
		take_pairs(j, base, part, pairs, guesses);
	free(guesses);
	free(settled);
	free(pairs);
	return same;
}

static void
join_all(struct joining *j)
{
	for (size_t i = 1; i < j->ngroups; i++) {
		struct group *part = &j->group[i];

		for (size_t k = 0; k < i; k++) {
			const struct group *base = &j->group[k];

			if (base->taken || are_apart(base, part) ||
			    !(base->programme || part->programme) ||
			    (j->nfull > MANY && base->times == 0))
				continue;
			if (join_groups(j, base, part))
				break;
		}
	}
}

/* Leaves out the talks that were joined into others. */
static void
drop_talks(struct joining *j)
{
	struct built *built = j->built;
	uint32_t *to = mem_alloc(built->ntalks + 1, sizeof(*to));
	uint32_t n = 0;

	for (size_t i = 0; i < built->ntalks; i++) {
		to[i] = j->gone[i] ? JOIN_MATCH_NONE : n;
		if (!j->gone[i])
			built->talks[n++] = built->talks[i];
	}
	for (size_t i = 0; i < built->njoined; i++)
		built->joined[i].talk = to[built->joined[i].talk];
	built->ntalks = n;
	free(to);
}

void
join_sources(struct built *built, const struct load_options *options)
{
	struct joining j = {.built = built};
	bool any = false;

	for (size_t i = 0; i < built->nconferences; i++)
		any = any || built->conferences[i].programme;
	if (!any || built->nconferences < 2)
		return;
	j.base = mem_alloc(built->nconferences, sizeof(*j.base));
	for (uint32_t i = 0; i < built->nconferences; i++)
		j.base[i] = i;
	j.gone = mem_alloc(built->ntalks + 1, sizeof(*j.gone));
	if (options->pairs && options->marks)
		options->pairs(options->marks, &j.pairs);
	list_keys(&j);
	list_talks(&j);
	qsort(j.group, j.ngroups, sizeof(*j.group), compare_groups);
	sort_versions(&j);
	join_all(&j);
	if (built->njoined > 0) {
		drop_talks(&j);
		join_tracks(built, j.base);
	}
	for (size_t i = 0; i < j.ngroups; i++) {
		free(j.group[i].index);
		free(j.group[i].talk);
	}
	free(j.group);
	free(j.gone);
	free(j.key);
	free(j.base);
	load_pairs_free(&j.pairs);
}
