#include "lectern/find/filter.h"

#include <stdlib.h>
#include <string.h>

#include "find/corpus.h"
#include "find/filter_corpus.h"
#include "find/matcher.h"
#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/text.h"
#include "lectern/find/spoken.h"
#include "lectern/source/body.h"

/*
 * Ranking =======
 *
 * matcher.h says how a term is scored.  A talk's score is the sum over the
 * terms of the query; of alternatives only the best one counts; negated terms
 * and states count nothing.  Talks of equal score keep the order of the
 * programme.  A term that is only in the transcript counts nothing, so that
 * such talks come last: in an hour most words are said.
 *
 * Searching =========
 *
 * For each batch of talks, every term is first searched in the corpus, which is
 * cheap; then the terms score one talk after the other, until one that must
 * hold does not.  A query that narrows the last one searches only its hits.
 *
 * Much text is divided into shares, which are searched in parallel.  Each share
 * writes its hits to its own stretch of the result; then they are moved
 * together.
 */

#define SOON        3 /* talks from one that is searched to one asked for */
#define LEAST_SHARE ((size_t)2 << 20) /* bytes that are worth a thread */

struct filter {
	const struct notes *notes;
	const struct annotations *annotations; /* of each talk, or NULL */
	const struct transcripts *transcripts; /* or NULL */
	const bool *is_new;                    /* of the first `nnew` talks */
	size_t nnew;
	struct arena *arena; /* for text in passing */
	struct corpus corpus[CORPUS_WAYS];
	struct wanted wanted;    /* of the only query, if there is but one */
	struct matcher *matcher; /* for each term; states want none */
	size_t matcher_cap;
	struct sweep *sweep; /* for each term of each share */
	size_t sweep_cap;
	uint8_t *tracks; /* ntracks bytes for each matcher */
	size_t tracks_cap;
	uint8_t *where; /* ntalks bytes for each term that needs them */
	size_t where_cap;
	size_t parts; /* shares, where not as many as are best; else 0 */

	const struct query *query; /* of the search, NULL when it has ended */
	struct query last;         /* of the one before, that ended */
	bool narrow;               /* only its talks are looked at */
	uint32_t *talks;           /* that matched, in order */
	size_t ntalks;
	size_t at;         /* the next talk to look at, or its index in talks */
	size_t nold;       /* of talks, when the search began */
	struct hit *found; /* in the talks' order */
	struct hit *best;  /* the best first */
	size_t nfound;
	size_t *starts; /* of the hits of each score among the best */
	size_t starts_cap;
};

/* Makes room for as many hits as there are talks. */
static void
make_room(struct filter *filter)
{
	size_t n = filter->notes->ntalks;

	filter->talks = mem_resize(filter->talks, n, sizeof(*filter->talks));
	filter->found = mem_resize(filter->found, n, sizeof(*filter->found));
	filter->best = mem_resize(filter->best, n, sizeof(*filter->best));
}

struct filter *
filter_new(const struct notes *notes)
{
	struct filter *filter = mem_alloc(1, sizeof(*filter));

	filter->notes = notes;
	filter->arena = arena_new();
	for (int way = 0; way < CORPUS_WAYS; way++)
		filter->corpus[way] = (struct corpus){
		    .notes = notes,
		    .way = (enum corpus_way)way,
		    .arena = filter->arena,
		};
	make_room(filter);
	return filter;
}

void
filter_add_talks(struct filter *filter, const struct notes *notes)
{
	filter->notes = notes;
	for (int way = 0; way < CORPUS_WAYS; way++)
		corpus_add_talks(&filter->corpus[way], notes);
	make_room(filter);
	filter_set_annotations(filter, NULL);
}

void
filter_free(struct filter *filter)
{
	if (!filter)
		return;
	for (int way = 0; way < CORPUS_WAYS; way++)
		corpus_free(&filter->corpus[way]);
	wanted_free(&filter->wanted);
	query_free(&filter->last);
	arena_free(filter->arena);
	free(filter->matcher);
	free(filter->sweep);
	free(filter->tracks);
	free(filter->where);
	free(filter->talks);
	free(filter->found);
	free(filter->best);
	free(filter->starts);
	free(filter);
}

void
hits_free(struct hits *hits)
{
	free(hits->hit);
	memset(hits, 0, sizeof(*hits));
}

void
filter_set_annotations(
    struct filter *filter, const struct annotations *annotations)
{
	filter->annotations = annotations;
	for (int way = 0; way < CORPUS_WAYS; way++)
		corpus_set_annotations(&filter->corpus[way], annotations);
	/* With other annotations the last hits may be wrong. */
	query_parse(&filter->last, "");
	filter->query = NULL;
}

void
filter_set_transcripts(
    struct filter *filter, const struct transcripts *transcripts)
{
	filter->transcripts = transcripts;
	query_parse(&filter->last, "");
	filter->query = NULL;
}

void
filter_set_new(struct filter *filter, const bool *is_new, size_t n)
{
	filter->is_new = is_new;
	filter->nnew = is_new ? n : 0;
	query_parse(&filter->last, "");
	filter->query = NULL;
}

bool
filter_prepare(struct filter *filter, size_t bytes)
{
	return corpus_prepare(&filter->corpus[CORPUS_FOLDED], &bytes);
}

const struct corpus *
filter_corpus(struct filter *filter)
{
	filter_prepare(filter, SIZE_MAX);
	return &filter->corpus[CORPUS_FOLDED];
}

void
filter_set_only(struct filter *filter, const struct query *query)
{
	wanted_free(&filter->wanted);
	wanted_take(&filter->wanted, query);
	for (int way = 0; way < CORPUS_WAYS; way++)
		filter->corpus[way].wanted = &filter->wanted;
}

void
filter_set_parts(struct filter *filter, size_t parts)
{
	filter->parts = parts;
}

static bool
is_in_state(
    const struct filter *filter, uint32_t index, const struct term *term)
{
	const struct talk *talk = &filter->notes->talks[index];
	unsigned kinds = filter->annotations ? filter->annotations[index].kinds
					     : 0;

	switch ((enum state)term->state) {
	case STATE_MARKED:
		return kinds & term->kind;
	case STATE_NOT_MARKED:
		return !(kinds & term->kind);
	case STATE_URL:
		return talk->url != NULL;
	case STATE_NOTES:
		return body_has_notes(talk);
	case STATE_VIDEO:
		return notes_has_video(talk);
	case STATE_TIMES:
		return talk->start != NULL;
	case STATE_AT:
		return query_at_has(term, talk);
	case STATE_TRANSCRIBED:
		return transcripts_has(filter->transcripts, index);
	case STATE_NEW:
		return index < filter->nnew && filter->is_new[index] &&
		    !(kinds & MARK_SEEN);
	case STATE_NONE:
		break;
	}
	return false;
}

/* Whether a term that is nowhere else is in the transcript. */
static bool
is_spoken(const struct filter *filter, uint32_t talk, const struct term *term)
{
	const struct transcript *t = transcripts_of(filter->transcripts, talk);

	return t && spoken_is_wanted(term) && spoken_find(t, term) < t->n;
}

/* Whether term `i` holds for a talk; adds its score to the hit. */
static inline bool
holds(const struct filter *filter, const struct sweep *sweep, size_t i,
    struct hit *hit, unsigned *score)
{
	const struct term *term = &filter->query->terms[i];
	enum field field = FIELD_COUNT;

	*score = 0;
	if (term->state != STATE_NONE)
		return is_in_state(filter, hit->talk, term) != term->no;
	*score = matcher_score(
	    &filter->matcher[i], &sweep[i], hit->talk, &field);
	if (term->no) {
		bool found = *score > 0;

		*score = 0;
		return !found;
	}
	if (*score == 0) {
		if (!is_spoken(filter, hit->talk, term))
			return false;
		hit->in_spoken = true;
		return true;
	}
	if (field < hit->field)
		hit->field = (uint8_t)field;
	hit->in_body |= field == FIELD_BODY;
	hit->in_own |= field == FIELD_OWN;
	return true;
}

/* Whether all groups hold; if so, fills the hit. */
static bool
match(const struct filter *filter, const struct sweep *sweep, uint32_t talk,
    struct hit *hit)
{
	const struct query *query = filter->query;

	*hit = (struct hit){.talk = talk, .field = FIELD_BODY};
	/* Its words are those of its track. */
	if (filter->notes->talks[talk].pause && query->nterms > 0)
		return false;
	/* As most have. */
	if (query->nterms == 1)
		return holds(filter, sweep, 0, hit, &hit->score);
	for (size_t i = 0; i < query->nterms;) {
		uint32_t group = query->terms[i].group;
		unsigned best = 0, score;
		bool any = false;

		for (; i < query->nterms && query->terms[i].group == group;
		     i++) {
			if (!holds(filter, sweep, i, hit, &score))
				continue;
			any = true;
			if (score > best)
				best = score;
		}
		if (!any)
			return false;
		hit->score += best;
	}
	return true;
}

/* Searches. */

static bool
wants_text(const struct term *term)
{
	return term->state == STATE_NONE;
}

static struct corpus *
corpus_of(struct filter *filter, const struct term *term)
{
	return &filter->corpus[term->exact_case ? CORPUS_STRIPPED
						: CORPUS_FOLDED];
}

/* Makes room to score the terms that tell where or when a talk is. */
static void
make_where(struct filter *filter, const struct query *query)
{
	size_t n = 0;

	for (size_t i = 0; i < query->nterms; i++)
		n += (query->terms[i].fields & FIELDS_WHERE) != 0;
	/* Where there is no talk or track, there is room for one all the same. */
	filter->where = mem_grow(filter->where, &filter->where_cap,
	    n * filter->notes->ntalks + 1, sizeof(*filter->where));
}

void
filter_begin(struct filter *filter, const struct query *query)
{
	size_t n = query->nterms;

	/* A search under way has not found all yet. */
	if (filter->query)
		query_parse(&filter->last, "");
	filter->query = query;
	filter->narrow = query_narrows(query, &filter->last);
	filter->nold = filter->narrow ? filter->ntalks : filter->notes->ntalks;
	filter->at = filter->ntalks = filter->nfound = 0;
	filter->matcher = mem_grow(
	    filter->matcher, &filter->matcher_cap, n, sizeof(*filter->matcher));
	filter->sweep = mem_grow(filter->sweep, &filter->sweep_cap,
	    PARALLEL_MOST * n, sizeof(*filter->sweep));
	filter->tracks = mem_grow(filter->tracks, &filter->tracks_cap,
	    n * filter->notes->ntracks + 1, sizeof(*filter->tracks));
	make_where(filter, query);
	uint8_t *where = filter->where;

	for (size_t i = 0; i < n; i++) {
		const struct term *term = &query->terms[i];

		if (!wants_text(term))
			continue;
		matcher_prepare(&filter->matcher[i], term,
		    corpus_of(filter, term),
		    filter->tracks + i * filter->notes->ntracks, where,
		    filter->arena);
		if (term->fields & FIELDS_WHERE)
			where += filter->notes->ntalks;
	}
}

/* Orders the hits by score; those of one score stay as they are. */
static void
rank(struct filter *filter)
{
	size_t most = 0, *start;

	/* Counting sort: scores are small. */

	for (size_t i = 0; i < filter->nfound; i++) {
		if (filter->found[i].score > most)
			most = filter->found[i].score;
	}
	filter->starts = mem_grow(
	    filter->starts, &filter->starts_cap, most + 2, sizeof(*start));
	start = memset(filter->starts, 0, (most + 2) * sizeof(*start));
	/* The best have the least index. */
	for (size_t i = 0; i < filter->nfound; i++)
		start[most - filter->found[i].score + 1]++;
	for (size_t i = 0; i < most; i++)
		start[i + 1] += start[i];
	for (size_t i = 0; i < filter->nfound; i++)
		filter->best[start[most - filter->found[i].score]++] =
		    filter->found[i];
}

static void
end_search(struct filter *filter)
{
	rank(filter);
	query_parse(&filter->last, filter->query->text);
	filter->query = NULL;
}

/* The index of the `i`th talk among those that are searched. */
static uint32_t
talk_at(const struct filter *filter, size_t i)
{
	return filter->narrow ? filter->talks[i] : (uint32_t)i;
}

/* The bytes of notes in documents that the `from`th to `to`th talk have. */
static size_t
text_of(const struct filter *filter, const struct place *place, size_t from,
    size_t to)
{
	const struct place *last = &place[talk_at(filter, to - 1)];
	size_t bytes = 0;

	if (!filter->narrow)
		return last->before + last->text.len -
		    place[talk_at(filter, from)].before;
	for (size_t i = from; i < to; i++)
		bytes += place[talk_at(filter, i)].text.len;
	return bytes;
}

/* Shares. */

/* The share of a step that one processor searches. */
struct share {
	const struct filter *filter;
	struct sweep *sweep; /* for each term */
	size_t at, to;       /* of what is looked at */
	size_t first, n;     /* hits: where they are put, and their number */
};

/*
 * Searches a batch of talks.  Where these are few, the notes of one are asked
 * for while those of another are searched.
 */
static void
search_batch(struct share *share)
{
	const struct filter *filter = share->filter;
	uint32_t first = talk_at(filter, share->at), end = first;
	size_t to = share->at;

	for (; to < share->to && talk_at(filter, to) - first < MATCHER_BATCH;
	     to++)
		end = talk_at(filter, to) + 1;
	for (size_t i = 0; i < filter->query->nterms; i++) {
		if (wants_text(&filter->query->terms[i]))
			matcher_sweep(
			    &filter->matcher[i], &share->sweep[i], first, end);
	}
	while (share->at < to) {
		uint32_t talk = talk_at(filter, share->at++);
		size_t put = share->first + share->n;

		if (filter->narrow && share->sweep &&
		    share->at + SOON < share->to)
			share->sweep->soon = filter->talks[share->at + SOON];
		/* There is room: no more talks are found than are read. */
		if (match(filter, share->sweep, talk, &filter->found[put])) {
			filter->talks[put] = talk;
			share->n++;
		}
	}
}

static void
search_share(void *argument)
{
	struct share *share = argument;

	while (share->at < share->to)
		search_batch(share);
}

/* Moves a share's hits behind the hits so far. */
static void
add_hits(struct filter *filter, const struct share *share)
{
	size_t to = filter->nfound, from = share->first;

	if (from != to) {
		memmove(&filter->found[to], &filter->found[from],
		    share->n * sizeof(*filter->found));
		memmove(&filter->talks[to], &filter->talks[from],
		    share->n * sizeof(*filter->talks));
	}
	filter->nfound = filter->ntalks = to + share->n;
}

/* Searches the talks up to the `to`th; `bytes` is how much text they have. */
static void
search_slice(struct filter *filter, size_t to, size_t bytes)
{
	size_t n = filter->parts > 0 ? filter->parts
				     : parallel_parts(bytes, LEAST_SHARE);
	size_t from = filter->at, nterms = filter->query->nterms;
	struct share shares[PARALLEL_MOST];
	void *work[PARALLEL_MOST];

	for (size_t i = 0; i < n; i++) {
		size_t at = from + (to - from) * i / n;

		shares[i] = (struct share){
		    .filter = filter,
		    .sweep = nterms > 0 ? &filter->sweep[i * nterms] : NULL,
		    .at = at,
		    .to = from + (to - from) * (i + 1) / n,
		    .first = i == 0 ? filter->nfound : at,
		};
		work[i] = &shares[i];
	}
	parallel_run(search_share, work, n);
	for (size_t i = 0; i < n; i++)
		add_hits(filter, &shares[i]);
	filter->at = to;
}

/* The bytes of the transcripts of these talks. */
static size_t
spoken_of(const struct filter *filter, size_t from, size_t to)
{
	size_t bytes = 0;

	for (size_t i = from; filter->transcripts && i < to; i++) {
		const struct transcript *t = transcripts_of(
		    filter->transcripts, talk_at(filter, i));

		bytes += t ? t->nfolded : 0;
	}
	return bytes;
}

/* Searches talks that have about `bytes` of text for each term to search. */
static void
search_some(struct filter *filter, size_t bytes)
{
	const struct place *place = NULL;
	size_t to = filter->at, used = 0, terms = 0;

	for (size_t i = 0; i < filter->query->nterms; i++) {
		if (!wants_text(&filter->query->terms[i]))
			continue;
		place = filter->matcher[i].corpus->place;
		terms++;
	}
	while (to < filter->nold && used < bytes) {
		size_t from = to, left = filter->nold - from;

		to += left < MATCHER_BATCH ? left : MATCHER_BATCH;
		used += CORPUS_PER_TALK * (to - from);
		if (terms > 0)
			used += terms *
			    (text_of(filter, place, from, to) +
				spoken_of(filter, from, to));
	}
	search_slice(filter, to, used);
}

bool
filter_step(struct filter *filter, size_t bytes)
{
	if (!filter->query)
		return true;
	for (size_t i = 0; i < filter->query->nterms; i++) {
		const struct term *term = &filter->query->terms[i];

		if (wants_text(term) &&
		    !corpus_prepare(corpus_of(filter, term), &bytes))
			return false;
	}
	search_some(filter, bytes);
	if (filter->at < filter->nold)
		return false;
	end_search(filter);
	return true;
}

void
filter_take(const struct filter *filter, struct hits *hits)
{
	hits->hit = mem_grow(
	    hits->hit, &hits->cap, filter->nfound, sizeof(*hits->hit));
	if (filter->nfound > 0)
		memcpy(hits->hit, filter->best,
		    filter->nfound * sizeof(*hits->hit));
	hits->n = filter->nfound;
}

void
filter_run(struct filter *filter, const struct query *query, struct hits *hits)
{
	filter_begin(filter, query);
	while (!filter_step(filter, SIZE_MAX))
		;
	filter_take(filter, hits);
}
