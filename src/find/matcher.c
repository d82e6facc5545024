#include "find/matcher.h"

#include <string.h>

#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

/*
 * Notes are searched in the document itself where that is possible, in either
 * case; gaps are skipped, since their text is in the corpus.  No term has a
 * line feed, so no match reaches from one block into the next.
 *
 * A talk's notes are searched only if they can still raise the term's score: a
 * short word is in most titles, and a long one in few notes.
 */

#define WORD_START 2 /* a match at the beginning of a word counts twice */
#define WORD_WHOLE 3

#define PLACES 16 /* matches that are taken at once */

static const uint8_t weights[FIELD_COUNT] = {
    [FIELD_TITLE] = 8,
    [FIELD_SPEAKERS] = 6,
    [FIELD_OWN] = 4,
    [FIELD_TRACK] = 2,
    [FIELD_BODY] = 1,
    [FIELD_URL] = 1,
    [FIELD_TAGS] = 1,
    [FIELD_CONFERENCE] = 1,
    [FIELD_DAY] = 1,
    [FIELD_ROOM] = 1,
    [FIELD_LANGUAGE] = 1,
};

/* As fit(), for a match beside a letter that is not ASCII. */
static unsigned
fit_any(const struct matcher *m, const char *s, size_t len, size_t at)
{
	return text_starts_word(s, len, at)
	    ? WORD_START + (unsigned)text_ends_word(s, len, at + m->term->len)
	    : m->inside;
}

/*
 * Rates a match at `at` in the `len` bytes at `s`; 0: it does not count.
 * Matches are many and unpredictable, so the usual case has no branches.
 */
static inline unsigned
fit(const struct matcher *m, const char *s, size_t len, size_t at)
{
	size_t after = at + m->term->len;
	unsigned before_is = at > 0 ? m->words[(unsigned char)s[at - 1]] : 0;
	unsigned after_is = after < len ? m->words[(unsigned char)s[after]] : 0;

	if ((before_is | after_is) > 1)
		return fit_any(m, s, len, at);
	return before_is ? m->inside : WORD_START + (after_is ^ 1);
}

/* Whether a match at `p` begins in a bullet or its indentation. */
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

/*
 * Returns the best match that a walk finds, or `best` if that is better.  There
 * may be one in bullets, where it does not count.
 */
static unsigned
best_on(const struct matcher *m, struct substring_walk *walk, bool bullets,
    unsigned best)
{
	const char *places[PLACES], *s = walk->s;
	const size_t len = walk->len;
	size_t n;

	/* No further match within a word is better than the first. */
	if (best >= m->inside)
		substring_starts(walk);
	else if (!bullets)
		substring_later_starts(walk);
	do {
		n = substring_places(walk, places, PLACES);
		for (size_t i = 0; i < n && best < WORD_WHOLE; i++) {
			unsigned is = fit(m, s, len, (size_t)(places[i] - s));

			if (is > best &&
			    !(bullets && is_in_bullet(s, places[i])))
				best = is;
		}
	} while (n == PLACES && best < WORD_WHOLE);
	return best;
}

/* The best match in a folded text. */
static unsigned
best_in(const struct matcher *m, const char *s, size_t len)
{
	struct substring_walk walk;

	substring_begin(&walk, &m->find, s, len, len);
	return best_on(m, &walk, false, 0);
}

/*
 * Searches the corpus text of the talks [first, end) in one go, and notes the
 * best match in each part of each talk.
 */
void
matcher_sweep(
    const struct matcher *m, struct sweep *sweep, uint32_t first, uint32_t end)
{
	const struct place *place = &m->corpus->place[first];
	const struct place *last = &m->corpus->place[end - 1];
	size_t from = place->title, n, len = last->title + last->end - from;
	const char *s = m->corpus->text + from, *places[PLACES];
	uint8_t *best = sweep->best[0];
	struct substring_walk walk;

	sweep->first = sweep->soon = first;
	memset(sweep->best, 0, (end - first) * sizeof(sweep->best[0]));
	substring_begin(
	    &walk, &m->find, s, len, m->corpus->len + CORPUS_BEYOND - from);
	do {
		n = substring_places(&walk, places, PLACES);
		for (size_t i = 0; i < n; i++) {
			size_t at = (size_t)(places[i] - s);
			unsigned is, part;

			while (place < last && from + at >= place[1].title) {
				place++;
				best += PART_COUNT;
			}
			at += from - place->title;
			/* No branches: what comes next is anybody's guess. */
			part = (at >= place->speakers) + (at >= place->body);
			is = fit(m, s, len, (size_t)(places[i] - s));
			best[part] = (uint8_t)(is > best[part] ? is
							       : best[part]);
		}
	} while (n == PLACES);
}

/* The score in a title or speakers, where fuzzy terms match, too. */
static unsigned
best_in_line(const struct matcher *m, const struct sweep *sweep, uint32_t index,
    enum part part)
{
	const struct place *place = &m->corpus->place[index];
	unsigned best = sweep->best[index - sweep->first][part];
	size_t from = part == PART_TITLE ? 0 : place->speakers;
	size_t to = part == PART_TITLE ? place->speakers : place->body;

	/* Leaves out the line feed. */
	if (best == 0 && m->term->fuzzy &&
	    query_fuzzy(m->term, m->corpus->text + place->title + from,
		to - from - 1, NULL))
		best = 1;
	return best;
}

/*
 * The best match in notes that are searched where they stand: looks at each
 * stretch between two gaps, or at folded notes at once.  Notes at `soon` follow
 * soon, or that is NULL.
 */
static unsigned
best_in_document(const struct matcher *m, const struct body_text *text,
    const char *soon, unsigned best)
{
	const char *from = text->s, *end = from + text->len;
	const struct body_gap *gap = text->gap;
	struct substring_walk walk;

	while (from < end && best < WORD_WHOLE) {
		const char *to = gap && gap->s < end ? gap->s : end;

		/* A stretch between two gaps may be shorter than the term. */
		if ((size_t)(to - from) >= m->term->len) {
			substring_begin(&walk, &m->written, from,
			    (size_t)(to - from),
			    text->room - (size_t)(from - text->s));
			if (soon)
				substring_soon(&walk, soon);
			best = best_on(m, &walk, gap && m->in_bullet, best);
		}
		if (to == end)
			break;
		from = gap->s + gap->len;
		gap++;
	}
	return best;
}

static unsigned
best_in_body(const struct matcher *m, const struct sweep *sweep, uint32_t index)
{
	const struct place *place = &m->corpus->place[index];
	unsigned best = sweep->best[index - sweep->first][PART_BODY];

	if (best == WORD_WHOLE || place->text.len == 0 ||
	    (!m->ascii && (place->text.gap || m->term->exact_case)))
		return best;
	return best_in_document(m, &place->text,
	    sweep->soon > index ? m->corpus->place[sweep->soon].text.s : NULL,
	    best);
}

static unsigned
best_in_url(const struct matcher *m, const struct talk *talk)
{
	return talk->url &&
	    substring_first(&m->written, talk->url, strlen(talk->url)) != NULL;
}

/* The best match in the reader's own note of a talk, or in its tags. */
static unsigned
best_in_own(const struct matcher *m, uint32_t index, enum field field)
{
	const struct corpus_annotations *annotations = corpus_annotations(
	    m->corpus, index);
	const char *s;
	size_t len;

	if (!annotations)
		return 0;
	s = field == FIELD_OWN ? annotations->note : annotations->tags;
	len = field == FIELD_OWN ? annotations->note_len
				 : annotations->tags_len;
	if (m->term->fuzzy)
		return query_fuzzy(m->term, s, len, NULL);
	return best_in(m, s, len);
}

static unsigned
best_in_field(const struct matcher *m, const struct sweep *sweep,
    uint32_t index, enum field field)
{
	switch (field) {
	case FIELD_TITLE:
		return best_in_line(m, sweep, index, PART_TITLE);
	case FIELD_SPEAKERS:
		return best_in_line(m, sweep, index, PART_SPEAKERS);
	case FIELD_TRACK:
		return m->tracks[m->corpus->place[index].track];
	case FIELD_BODY:
		return best_in_body(m, sweep, index);
	case FIELD_URL:
		return best_in_url(m, &m->corpus->notes->talks[index]);
	case FIELD_OWN:
	case FIELD_TAGS:
		return best_in_own(m, index, field);
	case FIELD_CONFERENCE:
	case FIELD_DAY:
	case FIELD_ROOM:
	case FIELD_LANGUAGE:
		return m->where[index];
	default:
		return 0;
	}
}

/* The score of a term's best match, and its field; 0: there is none. */
static unsigned
score_text(const struct matcher *m, const struct sweep *sweep, uint32_t index,
    enum field *best_field)
{
	unsigned best = 0;

	for (int field = 0; field < FIELD_COUNT; field++) {
		unsigned score;

		if (!(m->term->fields & FIELD_BIT(field)) ||
		    best >= (unsigned)weights[field] * WORD_WHOLE)
			continue;
		score = weights[field] *
		    best_in_field(m, sweep, index, (enum field)field);
		if (score > best) {
			best = score;
			*best_field = (enum field)field;
		}
	}
	return best;
}

/* As score_text(), for a term without field and sign, as most are. */
static unsigned
score_usual(const struct matcher *m, const struct sweep *sweep, uint32_t index,
    enum field *field)
{
	const uint8_t *is = sweep->best[index - sweep->first];
	unsigned best = weights[FIELD_TITLE] * is[PART_TITLE];
	unsigned speakers = weights[FIELD_SPEAKERS] * is[PART_SPEAKERS];
	unsigned track = 0, body;

	/* Places are far apart in memory: read them only if needed. */
	if (m->in_tracks)
		track = weights[FIELD_TRACK] *
		    m->tracks[m->corpus->place[index].track];
	*field = FIELD_TITLE;
	if (speakers > best) {
		best = speakers;
		*field = FIELD_SPEAKERS;
	}
	if (m->corpus->nannotations > 0) {
		unsigned annotations = weights[FIELD_OWN] *
		    best_in_own(m, index, FIELD_OWN);

		if (annotations > best) {
			best = annotations;
			*field = FIELD_OWN;
		}
	}
	if (track > best) {
		best = track;
		*field = FIELD_TRACK;
	}
	if (best >= weights[FIELD_BODY] * WORD_WHOLE)
		return best;
	body = weights[FIELD_BODY] * best_in_body(m, sweep, index);
	if (body <= best)
		return best;
	*field = FIELD_BODY;
	return body;
}

unsigned
matcher_score(const struct matcher *m, const struct sweep *sweep,
    uint32_t index, enum field *field)
{
	return m->usual ? score_usual(m, sweep, index, field)
			: score_text(m, sweep, index, field);
}

/* The score of a name: of a track, a room and the like. */
static unsigned
score_name(const struct matcher *m, const char *name, struct arena *arena)
{
	size_t len = strlen(name);
	unsigned best;

	name = m->term->exact_case ? text_strip(arena, name, len, &len)
				   : text_fold(arena, name, len, &len);
	best = best_in(m, name, len);
	if (best == 0 && m->term->fuzzy &&
	    query_fuzzy(m->term, name, len, NULL))
		best = 1;
	return best;
}

/* Scores all talks, each name once: talks side by side often share theirs. */
static void
score_where(const struct matcher *m, struct arena *arena)
{
	const struct notes *notes = m->corpus->notes;
	struct strmap scores = {0};

	for (uint32_t i = 0; i < notes->ntalks; i++) {
		const char *name = query_where(
		    &notes->talks[i], m->term->fields);
		uint32_t *score = name ? strmap_get(&scores, name) : NULL;

		if (name && !score)
			score = strmap_put(
			    &scores, name, score_name(m, name, arena));
		m->where[i] = score ? (uint8_t)*score : 0;
	}
	strmap_free(&scores);
}

void
matcher_prepare(struct matcher *m, const struct term *term,
    const struct corpus *corpus, uint8_t *tracks, uint8_t *where,
    struct arena *arena)
{
	enum substring_how how = term->exact_case ? SUBSTRING_EXACT
						  : SUBSTRING_ANY_CASE;

	*m = (struct matcher){
	    .term = term,
	    .corpus = corpus,
	    .ascii = text_is_ascii(term->text, term->len),
	    .usual = term->fields == FIELDS_USUAL && !term->fuzzy,
	    .in_bullet = strchr(" \t*+-", *term->text) != NULL,
	    .inside = !term->starts,
	    .tracks = tracks,
	    .where = where,
	};
	for (int c = 0; c < 256; c++)
		m->words[c] = c >= 0x80 ? 2 : text_ascii_word((char)c);
	substring_prepare(
	    &m->find, term->text, term->len, SUBSTRING_EXACT, SUBSTRING_BEST);
	substring_prepare(
	    &m->written, term->text, term->len, how, SUBSTRING_BEST);
	for (uint32_t t = 0; t < corpus->notes->ntracks; t++) {
		tracks[t] = (uint8_t)score_name(
		    m, corpus->notes->tracks[t].name, arena);
		m->in_tracks = m->in_tracks || tracks[t] > 0;
	}
	if (term->fields & FIELDS_WHERE)
		score_where(m, arena);
	arena_clear(arena);
}
