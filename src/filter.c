#include "lectern/filter.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/arena.h"
#include "lectern/find.h"
#include "lectern/load.h"
#include "lectern/mem.h"
#include "lectern/skim.h"
#include "lectern/text.h"

/*
 * Ranking
 * =======
 *
 * People look for a talk by its title or by who gave it; a word in the notes is
 * the last that they remember it by.  So the place where a term stands has a
 * weight: title 8, speaker 6, the reader's own note 4, track 2, notes 1.  A
 * whole word counts three times that, the beginning of a word twice: who types
 * `rust` rather wants "Rust for Linux" than "robustness".  Of all places in
 * which a term stands the best one counts, so long notes are not better notes.
 * The scores of the terms that a query asks for are added; of alternatives the
 * best one counts; what a talk must not have, and states, give nothing.  Talks
 * of one score stand in the order of the programme.
 *
 * Searching
 * =========
 *
 * Titles and speakers of all talks stand folded in one blob, a talk after the
 * other, and so does what the notes say where it is not written so in the
 * document.  What is plain ASCII there is searched in the document itself, in
 * either case; the lines that are not (`odd`) are passed over, their text being
 * in the blob.  Fields end in a line feed, which no term has, and so no match
 * goes from one into the next.
 *
 * A talk's notes are only looked at where its other fields could not give a
 * term that score: a short word is in most titles, a long one in few notes.
 * A query that narrows the last one looks at its hits alone.
 */

#define WORD_START 2
#define WORD_WHOLE 3

#define MAKE_READY 8   /* bytes searched in the time that one is folded */
#define BATCH      128 /* talks whose text in a blob is searched at once */
#define PLACES     16  /* matches that are taken at once */
#define PER_TALK   64 /* bytes searched in the time that a talk takes at least */
#define BEYOND     128 /* bytes after a blob that may be read */

static const uint8_t weights[FIELD_COUNT] = {
    [FIELD_TITLE] = 8,
    [FIELD_SPEAKERS] = 6,
    [FIELD_OWN] = 4,
    [FIELD_TRACK] = 2,
    [FIELD_BODY] = 1,
    [FIELD_URL] = 1,
};

/*
 * Where the text of a talk stands: in a blob, where each part ends in a line
 * feed, and in its document.  All that a search looks at is here, close by.
 */
struct place {
	size_t title;      /* offset in the blob */
	uint32_t speakers; /* what follows, as offsets from the title */
	uint32_t body;
	uint32_t end;
	uint32_t from; /* of the notes in the document; to: 0, if not there */
	uint32_t to;
	uint32_t odd; /* the first odd line of the source at or after `from` */
	uint32_t source;
	uint32_t track;
};

/* All text that is not searched in the documents, folded in one way. */
struct store {
	char *blob;
	size_t len, cap;
	struct place *place; /* of each talk */
	uint32_t ready;      /* talks that are in it */
};

/* The parts of a talk in a blob. */
enum part { PART_TITLE, PART_SPEAKERS, PART_BODY, PART_COUNT };

/* A term made ready. */
struct ready {
	const struct term *term;
	const struct store *store;
	struct find find;     /* in a blob */
	struct find plain;    /* in a document */
	bool ascii;           /* it may stand in a document as it is */
	bool usual;           /* see score_usual() */
	bool in_bullet;       /* it may begin with what bullets are made of */
	uint8_t *tracks;      /* what each track's name gives */
	const uint8_t *words; /* of each byte: 0, in words 1, not ASCII 2 */
	unsigned inside;      /* what a match within a word is */
	uint32_t first;       /* of the talks that `best` is of */
	uint8_t best[BATCH][PART_COUNT]; /* of the matches in each part */
};

struct filter {
	const struct notes *notes;
	const uint8_t *marks;
	struct arena *arena; /* for text on its way into a blob */
	struct store way[2]; /* folded; stripped, where a term wants it */
	struct ready *ready;
	size_t nready, ready_cap;
	uint8_t *tracks; /* ntracks for each ready term */
	size_t tracks_cap;

	const struct query *query; /* of the search, NULL when it has ended */
	uint8_t words[256];        /* see struct ready */
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

/* Making text ready. */

static void
append(struct store *store, const char *s, size_t len)
{
	store->blob = mem_grow(
	    store->blob, &store->cap, store->len + len + BEYOND, 1);
	memcpy(store->blob + store->len, s, len);
	store->len += len;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes with the capitals of ASCII made small. */
static uint64_t
lower_8(uint64_t x)
{
	uint64_t low = x & EACH(0x7F);
	uint64_t from_a = low + EACH(0x80 - 'A');
	uint64_t past_z = low + EACH(0x7F - 'Z');
	uint64_t upper = (from_a ^ past_z) & ~x & EACH(0x80);

	return x | upper >> 2;
}

/*
 * Adds text of ASCII without line feeds, folded or not; false where it is not
 * so.  Eight bytes at a time, the last of which may be beyond the text: there
 * is room in the blob.
 */
static bool
add_ascii(struct store *store, const char *s, size_t len, bool fold)
{
	uint64_t all = 0;
	char *to;

	store->blob = mem_grow(
	    store->blob, &store->cap, store->len + len + BEYOND, 1);
	to = store->blob + store->len;
	for (size_t i = 0; i < len; i += 8) {
		uint64_t x = 0;

		memcpy(&x, s + i, len - i < 8 ? len - i : 8);
		all |= x;
		if (fold)
			x = lower_8(x);
		memcpy(to + i, &x, 8);
	}
	if ((all & EACH(0x80)) || memchr(to, '\n', len))
		return false;
	store->len += len;
	return true;
}

/* Adds text folded (or stripped), line feeds as blanks. */
static void
add_text(struct filter *filter, int way, const char *s, size_t len)
{
	struct store *store = &filter->way[way];
	size_t n, start = store->len;

	if (add_ascii(store, s, len, way == 0))
		return;
	s = way ? text_strip(filter->arena, s, len, &n)
		: text_fold(filter->arena, s, len, &n);
	append(store, s, n);
	for (char *nl = store->blob + start;
	     (nl = memchr(nl, '\n', store->len - (size_t)(nl - store->blob)));)
		*nl = ' ';
}

static void
end_part(struct filter *filter, int way)
{
	append(&filter->way[way], "\n", 1);
}

static void
add_blocks(struct filter *filter, int way, const struct talk *talk)
{
	load_talk(filter->notes, talk);
	for (uint32_t i = 0; i < talk->nblocks; i++) {
		add_text(
		    filter, way, talk->blocks[i].text, talk->blocks[i].len);
		end_part(filter, way);
	}
}

/* The odd lines of a plain talk. */
static void
add_odd_lines(struct filter *filter, int way, const struct place *place)
{
	const struct source *source = &filter->notes->sources[place->source];

	for (uint32_t i = place->odd;
	     i < source->nodds && source->odds[i].from < place->to; i++) {
		size_t len;
		const char *text;

		if (source->odds[i].kind == ODD_HIDDEN)
			continue;
		text = skim_odd(
		    filter->arena, source->text, &source->odds[i], &len);
		add_text(filter, way, text, len);
		end_part(filter, way);
	}
}

/* Where a talk is in its document; odd lines are found from talk to talk. */
static void
find_place(struct filter *filter, struct place *place, uint32_t index)
{
	const struct talk *talk = &filter->notes->talks[index];
	const struct source *source = &filter->notes->sources[talk->source];
	uint32_t i = 0;

	if (index > 0 && place[-1].source == talk->source)
		i = place[-1].odd;
	place->source = talk->source;
	place->track = talk->track;
	if (talk->plain) {
		place->from = talk->body;
		place->to = talk->to;
		while (i < source->nodds && source->odds[i].from < talk->body)
			i++;
	}
	place->odd = i;
}

static void
make_ready(struct filter *filter, int way)
{
	struct store *store = &filter->way[way];
	uint32_t index = store->ready++;
	const struct talk *talk = &filter->notes->talks[index];
	struct place *place = &store->place[index];

	find_place(filter, place, index);
	place->title = store->len;
	add_text(filter, way, talk->title, strlen(talk->title));
	end_part(filter, way);
	place->speakers = (uint32_t)(store->len - place->title);
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		if (i > 0)
			append(store, ", ", 2);
		add_text(
		    filter, way, talk->speakers[i], strlen(talk->speakers[i]));
	}
	end_part(filter, way);
	place->body = (uint32_t)(store->len - place->title);
	if (talk->plain)
		add_odd_lines(filter, way, place);
	else
		add_blocks(filter, way, talk);
	place->end = (uint32_t)(store->len - place->title);
	arena_clear(filter->arena);
}

/* Bytes that looking at a talk costs. */
static size_t
cost(const struct filter *filter, uint32_t index)
{
	const struct talk *talk = &filter->notes->talks[index];

	return PER_TALK + (talk->plain ? talk->to - talk->body : 0);
}

/* Makes `way` ready for about `*bytes`, which are used up; true: all is. */
static bool
prepare(struct filter *filter, int way, size_t *bytes)
{
	struct store *store = &filter->way[way];

	if (!store->place)
		store->place = mem_alloc(
		    filter->notes->ntalks, sizeof(*store->place));
	while (store->ready<filter->notes->ntalks && * bytes> 0) {
		size_t before = store->len, used;

		make_ready(filter, way);
		used = PER_TALK + MAKE_READY * (store->len - before);
		*bytes -= used < *bytes ? used : *bytes;
	}
	return store->ready == filter->notes->ntalks;
}

struct filter *
filter_new(const struct notes *notes)
{
	struct filter *filter = mem_alloc(1, sizeof(*filter));

	filter->notes = notes;
	for (int c = 0; c < 256; c++)
		filter->words[c] = c >= 0x80 ? 2 : isalnum(c) != 0;
	filter->arena = arena_new();
	filter->talks = mem_alloc(notes->ntalks, sizeof(*filter->talks));
	filter->found = mem_alloc(notes->ntalks, sizeof(*filter->found));
	filter->best = mem_alloc(notes->ntalks, sizeof(*filter->best));
	return filter;
}

void
filter_free(struct filter *filter)
{
	if (!filter)
		return;
	for (int way = 0; way < 2; way++) {
		free(filter->way[way].blob);
		free(filter->way[way].place);
	}
	query_free(&filter->last);
	arena_free(filter->arena);
	free(filter->ready);
	free(filter->tracks);
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
filter_set_marks(struct filter *filter, const uint8_t *marks)
{
	filter->marks = marks;
	/* The last hits may be others now. */
	query_parse(&filter->last, "");
	filter->query = NULL;
}

/* Scores. */

/*
 * How well a match at `at` of the `len` bytes at `s` stands; 0: it is none.
 * There are many matches, of which nobody can tell how they will stand: so the
 * usual case has no branches.
 */
static unsigned
fit(const struct ready *r, const char *s, size_t len, size_t at)
{
	size_t after = at + r->term->len;
	unsigned before_is = at > 0 ? r->words[(unsigned char)s[at - 1]] : 0;
	unsigned after_is = after < len ? r->words[(unsigned char)s[after]] : 0;
	unsigned starts = before_is ^ 1, ends = after_is ^ 1;

	if ((before_is | after_is) > 1) {
		starts = text_starts_word(s, len, at);
		ends = text_ends_word(s, len, after);
	}
	return starts ? WORD_START + ends : r->inside;
}

/* Whether a match at `p` begins within a bullet or its indentation. */
static bool
is_in_bullet(const char *text, const char *p)
{
	const char *line = p;

	while (line > text && line[-1] != '\n')
		line--;
	while (*line == ' ' || *line == '\t')
		line++;
	if ((*line == '*' || *line == '+' || *line == '-') && line[1] == ' ')
		line += 2;
	return p < line;
}

/* The best match in a text, of which `room` bytes may be read. */
static unsigned
best_of(const struct ready *r, const struct find *find, const char *s,
    size_t len, size_t room)
{
	const char *places[PLACES];
	struct find_walk walk;
	unsigned best = 0;
	size_t n;

	find_begin(&walk, find, s, len, room);
	do {
		n = find_places(&walk, places, PLACES);
		for (size_t i = 0; i < n && best < WORD_WHOLE; i++) {
			unsigned is = fit(r, s, len, (size_t)(places[i] - s));

			if (is > best &&
			    !(r->in_bullet && find == &r->plain &&
				is_in_bullet(s, places[i])))
				best = is;
		}
	} while (n == PLACES && best < WORD_WHOLE);
	return best;
}

/*
 * Searches the text of the talks [first, end) in the blob in one go, and notes
 * the best match in each part of each of them.
 */
static void
sweep(struct ready *r, uint32_t first, uint32_t end)
{
	const struct place *place = &r->store->place[first];
	const struct place *last = &r->store->place[end - 1];
	size_t from = place->title, n, len = last->title + last->end - from;
	const char *s = r->store->blob + from, *places[PLACES];
	uint8_t *best = r->best[0];
	struct find_walk walk;

	r->first = first;
	memset(r->best, 0, (end - first) * sizeof(r->best[0]));
	find_begin(&walk, &r->find, s, len, r->store->len + BEYOND - from);
	do {
		n = find_places(&walk, places, PLACES);
		for (size_t i = 0; i < n; i++) {
			size_t at = (size_t)(places[i] - s);
			enum part part;
			unsigned is;

			while (place < last && from + at >= place[1].title) {
				place++;
				best += PART_COUNT;
			}
			at += from - place->title;
			part = at < place->speakers ? PART_TITLE
			    : at < place->body      ? PART_SPEAKERS
						    : PART_BODY;
			if (best[part] == WORD_WHOLE)
				continue;
			is = fit(r, s, len, (size_t)(places[i] - s));
			if (is > best[part])
				best[part] = (uint8_t)is;
		}
	} while (n == PLACES);
}

/* What a title or speakers give, which a fuzzy term may match, too. */
static unsigned
best_in_line(const struct ready *r, uint32_t index, enum part part)
{
	const struct place *place = &r->store->place[index];
	unsigned best = r->best[index - r->first][part];
	size_t from = part == PART_TITLE ? 0 : place->speakers;
	size_t to = part == PART_TITLE ? place->speakers : place->body;

	/* Without its line feed. */
	if (best == 0 && r->term->fuzzy &&
	    query_fuzzy(r->term, r->store->blob + place->title + from,
		to - from - 1, NULL))
		best = 1;
	return best;
}

/*
 * The best match in the notes of a plain talk, in the document itself: in each
 * stretch between two odd lines.
 */
static unsigned
best_in_document(const struct filter *filter, const struct ready *r,
    const struct place *place)
{
	const struct source *source = &filter->notes->sources[place->source];
	const struct odd *odd = source->odds + place->odd;
	const struct odd *end = source->odds + source->nodds;
	uint32_t from = place->from;
	unsigned best = 0;

	while (from < place->to && best < WORD_WHOLE) {
		uint32_t to = odd < end && odd->from < place->to ? odd->from
								 : place->to;
		unsigned is = best_of(r, &r->plain, source->text + from,
		    to - from, source->len - from);

		if (is > best)
			best = is;
		from = to < place->to ? odd++->to : to;
	}
	return best;
}

static unsigned
best_in_body(const struct filter *filter, const struct ready *r, uint32_t index)
{
	const struct place *place = &r->store->place[index];
	unsigned best = r->best[index - r->first][PART_BODY], other;

	if (best == WORD_WHOLE || !r->ascii || place->to == 0)
		return best;
	other = best_in_document(filter, r, place);
	return other > best ? other : best;
}

static unsigned
best_in_url(const struct ready *r, const struct talk *talk)
{
	struct find find;

	if (!talk->url)
		return 0;
	find_prepare(&find, r->term->text, r->term->len,
	    r->term->exact_case ? FIND_EXACT : FIND_ANY_CASE, FIND_BEST);
	return find_first(&find, talk->url, strlen(talk->url)) != NULL;
}

static unsigned
best_in_field(const struct filter *filter, const struct ready *r,
    uint32_t index, enum field field)
{
	switch (field) {
	case FIELD_TITLE:
		return best_in_line(r, index, PART_TITLE);
	case FIELD_SPEAKERS:
		return best_in_line(r, index, PART_SPEAKERS);
	case FIELD_TRACK:
		return r->tracks[r->store->place[index].track];
	case FIELD_BODY:
		return best_in_body(filter, r, index);
	case FIELD_URL:
		return best_in_url(r, &filter->notes->talks[index]);
	default:
		return 0;
	}
}

/* What a term's best place gives, and which that is; 0: it has none. */
static unsigned
score_text(const struct filter *filter, const struct ready *r, uint32_t index,
    enum field *best_field)
{
	unsigned best = 0;

	for (int field = 0; field < FIELD_COUNT; field++) {
		unsigned score;

		if (!(r->term->fields & FIELD_BIT(field)) ||
		    best >= (unsigned)weights[field] * WORD_WHOLE)
			continue;
		score = weights[field] *
		    best_in_field(filter, r, index, (enum field)field);
		if (score > best) {
			best = score;
			*best_field = (enum field)field;
		}
	}
	return best;
}

/*
 * As score_text() for a term without field or sign, as nearly all are.  The
 * reader's own note has no text yet.
 */
static unsigned
score_usual(const struct filter *filter, const struct ready *r, uint32_t index,
    enum field *field)
{
	const uint8_t *is = r->best[index - r->first];
	unsigned best = weights[FIELD_TITLE] * is[PART_TITLE];
	unsigned speakers = weights[FIELD_SPEAKERS] * is[PART_SPEAKERS];
	unsigned track = weights[FIELD_TRACK] *
	    r->tracks[r->store->place[index].track];
	unsigned body;

	*field = FIELD_TITLE;
	if (speakers > best) {
		best = speakers;
		*field = FIELD_SPEAKERS;
	}
	if (track > best) {
		best = track;
		*field = FIELD_TRACK;
	}
	if (best >= weights[FIELD_BODY] * WORD_WHOLE)
		return best;
	body = weights[FIELD_BODY] * best_in_body(filter, r, index);
	if (body <= best)
		return best;
	*field = FIELD_BODY;
	return body;
}

static bool
has_notes(const struct talk *talk)
{
	return talk->waits || talk->nblocks > 0;
}

static bool
is_in_state(const struct filter *filter, uint32_t index, enum state state)
{
	const struct talk *talk = &filter->notes->talks[index];
	unsigned marks = filter->marks ? filter->marks[index] : 0;

	switch (state) {
	case STATE_BOOKMARKED:
		return marks & FILTER_BOOKMARKED;
	case STATE_SEEN:
		return marks & FILTER_SEEN;
	case STATE_UNSEEN:
		return !(marks & FILTER_SEEN);
	case STATE_NOTED:
		return marks & FILTER_NOTED;
	case STATE_URL:
		return talk->url != NULL;
	case STATE_NOTES:
		return has_notes(talk);
	default:
		return false;
	}
}

/* Whether a term holds for a talk; what it gives is put into the hit. */
static bool
holds(const struct filter *filter, const struct ready *r, struct hit *hit,
    unsigned *score)
{
	enum field field = FIELD_COUNT;

	*score = 0;
	if (r->term->state != STATE_NONE)
		return is_in_state(filter, hit->talk,
			   (enum state)r->term->state) != r->term->no;
	*score = r->usual ? score_usual(filter, r, hit->talk, &field)
			  : score_text(filter, r, hit->talk, &field);
	if (r->term->no) {
		bool found = *score > 0;

		*score = 0;
		return !found;
	}
	if (*score > 0 && field < hit->field)
		hit->field = (uint8_t)field;
	hit->in_body = hit->in_body || (*score > 0 && field == FIELD_BODY);
	return *score > 0;
}

/* Whether all groups hold; fills the hit if so. */
static bool
match(const struct filter *filter, uint32_t talk, struct hit *hit)
{
	*hit = (struct hit){.talk = talk, .field = FIELD_BODY};
	for (size_t i = 0; i < filter->nready;) {
		uint32_t group = filter->ready[i].term->group;
		unsigned best = 0, score;
		bool any = false;

		for (; i < filter->nready &&
		     filter->ready[i].term->group == group;
		     i++) {
			if (!holds(filter, &filter->ready[i], hit, &score))
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

/* What a track's name gives a term. */
static unsigned
score_track(struct filter *filter, const struct ready *r, const char *name)
{
	size_t len;
	const char *s;
	unsigned best;

	s = r->term->exact_case
	    ? text_strip(filter->arena, name, strlen(name), &len)
	    : text_fold(filter->arena, name, strlen(name), &len);
	best = best_of(r, &r->find, s, len, len);
	if (best == 0 && r->term->fuzzy && query_fuzzy(r->term, s, len, NULL))
		best = 1;
	return best;
}

static void
ready_term(struct filter *filter, size_t i)
{
	const struct term *term = &filter->query->terms[i];
	struct ready *r = &filter->ready[i];
	uint32_t ntracks = filter->notes->ntracks;

	*r = (struct ready){
	    .term = term,
	    .store = &filter->way[term->exact_case],
	    .tracks = filter->tracks + i * ntracks,
	    .words = filter->words,
	    .inside = !term->starts,
	};
	if (term->len == 0)
		return;
	r->usual = term->fields == FIELDS_USUAL && !term->fuzzy;
	r->ascii = text_is_ascii(term->text, term->len) && !term->fuzzy;
	r->in_bullet = strchr(" \t*+-", *term->text) != NULL;
	find_prepare(&r->find, term->text, term->len, FIND_EXACT, FIND_BEST);
	find_prepare(&r->plain, term->text, term->len,
	    term->exact_case ? FIND_EXACT : FIND_ANY_CASE, FIND_BEST);
	for (uint32_t t = 0; t < ntracks; t++)
		r->tracks[t] = (uint8_t)score_track(
		    filter, r, filter->notes->tracks[t].name);
	arena_clear(filter->arena);
}

void
filter_begin(struct filter *filter, const struct query *query)
{
	size_t n = query->nterms;

	/* What a search under way has found by now is not all. */
	if (filter->query)
		query_parse(&filter->last, "");
	filter->query = query;
	filter->narrow = query_narrows(query, &filter->last);
	filter->nold = filter->narrow ? filter->ntalks : filter->notes->ntalks;
	filter->at = filter->ntalks = filter->nfound = 0;
	filter->ready = mem_grow(
	    filter->ready, &filter->ready_cap, n, sizeof(*filter->ready));
	filter->tracks = mem_grow(filter->tracks, &filter->tracks_cap,
	    n * filter->notes->ntracks, sizeof(*filter->tracks));
	filter->nready = n;
	for (size_t i = 0; i < n; i++)
		ready_term(filter, i);
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

/* The talk that is `i` talks on in what is looked at. */
static uint32_t
talk_at(const struct filter *filter, size_t i)
{
	return filter->narrow ? filter->talks[i] : (uint32_t)i;
}

/* Searches some talks that stand together; returns the bytes that it took. */
static size_t
search_batch(struct filter *filter)
{
	uint32_t first = talk_at(filter, filter->at), end = first;
	size_t to = filter->at, used = 0;

	for (; to < filter->nold && talk_at(filter, to) - first < BATCH; to++)
		end = talk_at(filter, to) + 1;
	for (size_t i = 0; i < filter->nready; i++) {
		if (filter->ready[i].term->len > 0)
			sweep(&filter->ready[i], first, end);
	}
	while (filter->at < to) {
		uint32_t talk = talk_at(filter, filter->at++);

		used += cost(filter, talk);
		/* There is room: talks found are not ahead of those read. */
		if (match(filter, talk, &filter->found[filter->nfound])) {
			filter->nfound++;
			filter->talks[filter->ntalks++] = talk;
		}
	}
	return used;
}

bool
filter_step(struct filter *filter, size_t bytes)
{
	if (!filter->query)
		return true;
	for (int way = 0; way < 2; way++) {
		bool wanted = false;

		/* What only asks for states wants no text. */
		for (size_t i = 0; i < filter->nready; i++)
			wanted = wanted ||
			    (filter->ready[i].term->len > 0 &&
				filter->ready[i].term->exact_case ==
				    (way == 1));
		if (wanted && !prepare(filter, way, &bytes))
			return false;
	}
	while (filter->at < filter->nold) {
		size_t used = search_batch(filter);

		if (used >= bytes && filter->at < filter->nold)
			return false;
		bytes -= used < bytes ? used : bytes;
	}
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
		continue;
	filter_take(filter, hits);
}

/* Blocks. */

/* How many of the query's terms match in a block. */
static size_t
count_terms(const struct query *query, const struct block *block)
{
	size_t n = 0;

	for (size_t i = 0; i < query->nterms; i++) {
		struct query one = {.terms = &query->terms[i], .nterms = 1};
		struct range range;

		n += query_ranges(&one, FIELD_BODY, block->text, block->len,
			 &range, 1) > 0;
	}
	return n;
}

uint32_t
filter_block(const struct notes *notes, const struct query *query,
    const struct talk *talk)
{
	size_t most = 0;
	uint32_t best = HIT_NO_BLOCK;

	load_talk(notes, talk);
	for (uint32_t i = 0; i < talk->nblocks; i++) {
		size_t n = count_terms(query, &talk->blocks[i]);

		if (n > most) {
			most = n;
			best = i;
		}
	}
	return best;
}
