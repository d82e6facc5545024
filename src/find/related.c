/*
 * Nearness is the cosine of two talks' vectors of words.  A word weighs by how
 * often a talk has it (1 + log2, a title counts TITLE_TIMES) and how rare it is
 * among the talks (log2 of all by those with it, to the power of 3/4: what is
 * rare by chance tells less than that).  Words are the same if their stems are.
 *
 * Only the words of the one talk are looked for, in one pass over the text that
 * searches use, so that no index need be kept.  The rarity of the other words of
 * a talk is therefore not known; its vector's length is taken to be that of as
 * many words of usual rarity.  So a talk is about 1 from itself; below NEAR_LEAST
 * talks share what any two do, and only a few are told.
 */
#include "lectern/find/related.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "find/corpus.h"
#include "find/filter_corpus.h"
#include "find/stem.h"
#include "find/word_bits.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/source/pause.h"

#define TERMS       512 /* of a talk that are compared, at most */
#define SLOTS       2048
#define HEADS       65536
#define WORD_MOST   64   /* bytes of a word that are told */
#define TALK_MOST   8192 /* bytes of a stretch of notes that are looked at */
#define TITLE_TIMES 3
#define SHORT       40 /* words that a talk is taken to have at least */
#define BLOCK       WORD_BITS
#define SHARED      4 /* words that are told */
#define NEAR_LEAST  0.1F
#define FEW         3 /* talks that are told though they are not that near */
#define OFTEN       64
#define LEAST_SHARE ((size_t)2 << 20) /* bytes that are worth a thread */

/* A word of the talk. */
struct stemmed {
	char stem[STEM_BYTES];
	uint8_t len;
	const char *word; /* as it stands in the talk, */
	uint8_t word_len; /* of so many bytes */
	uint16_t times;   /* weighted */
	uint32_t talks;   /* that have it */
	float worth;      /* what it adds to a talk that has it once */
};

/* The words of the talk. */
struct terms {
	struct stemmed term[TERMS];
	uint16_t slot[SLOTS];     /* index of a term, plus 1 */
	uint8_t heads[HEADS / 8]; /* a bit for the first four letters of each;
	                             see head_of() */
	bool part[256];           /* whether a byte is one of a word */
	float weight[OFTEN];      /* see weight() */
	size_t n;
};

/* That a talk has a term. */
struct found {
	uint32_t talk;
	uint16_t term;
	uint16_t times; /* weighted */
};

/* A share of the talks. */
struct share {
	const struct corpus *corpus;
	const struct terms *terms;
	uint32_t from, to;
	struct found *found; /* in the order of talks */
	size_t n, cap;
	uint32_t *words;       /* of each talk, weighted */
	uint16_t times[TERMS]; /* in the talk at hand, */
	uint16_t here[TERMS];  /* of these terms */
	size_t nhere;
};

/* Finds the next word from `*s` on; returns its length, 0 for none. */
static size_t
next_word(const struct terms *terms, const char **s, const char *end)
{
	const char *at = *s;

	while (at < end && !terms->part[(unsigned char)*at])
		at++;
	*s = at;
	while (at < end && terms->part[(unsigned char)*at])
		at++;
	return (size_t)(at - *s);
}

/* Returns the bit for four bytes, of which five bits each count: in either case. */
static uint32_t
head_of(const char *s)
{
	uint32_t head;

	memcpy(&head, s, sizeof(head));
	return (head & UINT32_C(0x1F1F1F1F)) * UINT32_C(0x9E3779B1) >> 16;
}

/*
 * Sets the bits for all words with a stem: they begin with it, but for a `y` at
 * its end.
 */
static void
add_heads(struct terms *terms, const char *s, size_t len)
{
	char head[4];

	memcpy(head, s, sizeof(head));
	for (int c = 0; c < 32; c++) {
		uint32_t bit;

		if (len == 3)
			head[3] = (char)c;
		else if (len == 4 && s[3] == 'y' && c > 0)
			head[3] = 'i';
		bit = head_of(head);
		terms->heads[bit / 8] |= (uint8_t)(1U << bit % 8);
	}
}

/* Where the term of a stem stands, or the free slot for it. */
static size_t
slot_of(const struct terms *terms, const char *s, size_t len)
{
	size_t i = strmap_hash(s, len, STRMAP_HASH_START) % SLOTS;

	while (terms->slot[i] > 0) {
		const struct stemmed *term = &terms->term[terms->slot[i] - 1];

		if (term->len == len && memcmp(term->stem, s, len) == 0)
			break;
		i = (i + 1) % SLOTS;
	}
	return i;
}

/* Adds the words of a stretch of the talk. */
static void
collect(struct terms *terms, const char *s, size_t len, uint16_t times)
{
	const char *end = s + len;
	char letters[STEM_BYTES];

	for (size_t n; (n = next_word(terms, &s, end)) > 0; s += n) {
		size_t length, slot;

		if (n < 3 || stem_is_empty(s, n))
			continue;
		length = stem_of(s, n, letters);
		slot = slot_of(terms, letters, length);
		if (terms->slot[slot] == 0 && terms->n < TERMS) {
			struct stemmed *term = &terms->term[terms->n++];

			memcpy(term->stem, letters, length);
			term->len = (uint8_t)length;
			term->word = s;
			term->word_len = n < WORD_MOST ? (uint8_t)n : WORD_MOST;
			terms->slot[slot] = (uint16_t)terms->n;
			add_heads(terms, letters, length);
		}
		if (terms->slot[slot] > 0)
			terms->term[terms->slot[slot] - 1].times += times;
	}
}

/* Whether a word that begins with four bytes may be one of the talk's. */
static bool
may_be_term(const struct terms *terms, const char *s)
{
	uint32_t head = head_of(s);

	return terms->heads[head / 8] >> head % 8 & 1;
}

/* Counts a word of the text if it is one of the talk's. */
static void
count_word(struct share *share, const char *s, size_t len, uint16_t times)
{
	const struct terms *terms = share->terms;
	char letters[STEM_BYTES];
	size_t slot = slot_of(terms, letters, stem_of(s, len, letters));

	uint16_t term = terms->slot[slot];

	if (term == 0)
		return;
	if (share->times[term - 1] == 0)
		share->here[share->nhere++] = (uint16_t)(term - 1);
	share->times[term - 1] += times;
}

/*
 * Returns the block that begins a byte before `at`, from the text itself or, at
 * the text's ends, a copy in `edge` with NULs around it.
 */
static const char *
block_at(const char *s, size_t len, size_t at, char edge[BLOCK])
{
	size_t from = at > 0 ? at - 1 : 0, most = BLOCK - (at == 0);

	if (at > 0 && len - from >= BLOCK)
		return s + from;
	memset(edge, 0, BLOCK);
	memcpy(
	    edge + (at == 0), s + from, len - from < most ? len - from : most);
	return edge;
}

/*
 * Counts the talk's terms in a stretch of text; returns how many words it has.
 * Looks at a block at a time: where words begin cannot be foreseen, and a
 * processor that has to guess it is slow.
 */
static uint32_t
count(struct share *share, const char *s, size_t len, uint16_t times)
{
	uint32_t words = 0;

	/* A block has the byte before, and two after, those that are done. */
	for (size_t at = 0; at < len; at += BLOCK - 4) {
		char edge[BLOCK];
		const char *block = block_at(s, len, at, edge);
		uint64_t parts, starts;

		parts = word_bits(block);
		starts = ~parts & parts >> 1 & parts >> 2 & parts >> 3;
		starts &= (UINT64_C(1) << (BLOCK - 4)) - 1;
		for (; starts; starts &= starts - 1, words++) {
			int i = __builtin_ctzll(starts) + 1;
			const char *word = s + at + i - 1;
			size_t n = (size_t)__builtin_ctzll(~(parts >> i));

			if (!may_be_term(share->terms, block + i))
				continue;
			/* Where it ends is known but at the block's end. */
			if ((size_t)i + n == BLOCK)
				n = next_word(share->terms, &word, s + len);
			count_word(share, word, n, times);
		}
	}
	return words * times;
}

/* What is done with a stretch of a talk's text. */
struct reader {
	struct terms *terms; /* to collect in; NULL: to count */
	struct share *share;
	uint32_t words;
};

static void
read_text(struct reader *reader, const char *s, size_t len, uint16_t times)
{
	if (len > TALK_MOST)
		len = TALK_MOST;
	if (reader->terms)
		collect(reader->terms, s, len, times);
	else if (reader->share)
		reader->words += count(reader->share, s, len, times);
}

/* Reads a talk: its title, and its notes where they stand. */
static void
read_talk(struct reader *reader, const struct corpus *corpus, uint32_t talk)
{
	const struct place *place = &corpus->place[talk];
	const char *text = corpus->text + place->title;
	const struct body_gap *gap = place->text.gap;
	const char *s = place->text.s, *end = s ? s + place->text.len : s;

	read_text(reader, text, place->speakers, TITLE_TIMES);
	read_text(reader, text + place->body, place->end - place->body, 1);
	while (s && s < end) {
		const char *to = gap && gap->s < end ? gap->s : end;

		if (to > s)
			read_text(reader, s, (size_t)(to - s), 1);
		s = to < end ? to + gap++->len : end;
	}
}

/* Counts the terms in each talk of a share. */
static void
run(void *part)
{
	struct share *share = part;

	for (uint32_t t = share->from; t < share->to; t++) {
		struct reader reader = {.share = share};

		read_talk(&reader, share->corpus, t);
		share->words[t] = reader.words;
		share->found = mem_grow(share->found, &share->cap,
		    share->n + share->nhere, sizeof(*share->found));
		for (size_t i = 0; i < share->nhere; i++) {
			uint16_t term = share->here[i];

			share->found[share->n++] = (struct found){
			    t, term, share->times[term]};
			share->times[term] = 0;
		}
		share->nhere = 0;
	}
}

/* Counts in all talks, in parallel; returns the number of shares. */
static size_t
run_all(struct share shares[PARALLEL_MOST], const struct corpus *corpus,
    const struct terms *terms, uint32_t *words)
{
	uint32_t n = corpus->notes->ntalks;
	size_t parts = parallel_parts(
	    corpus->len + corpus->place[n - 1].before, LEAST_SHARE);
	void *each[PARALLEL_MOST];

	for (size_t p = 0; p < parts; p++) {
		shares[p] = (struct share){
		    .corpus = corpus, .terms = terms, .words = words};
		shares[p].from = (uint32_t)(n * p / parts);
		shares[p].to = (uint32_t)(n * (p + 1) / parts);
		each[p] = &shares[p];
	}
	parallel_run(run, each, parts);
	return parts;
}

/* How much a word weighs by how often a talk has it. */
static float
weight(unsigned times)
{
	return 1 + log2f((float)times);
}

/* Finds how rare each term is, and so what it adds. */
static void
find_worth(struct terms *terms, const struct share *shares, size_t nshares,
    uint32_t ntalks)
{
	for (unsigned i = 1; i < OFTEN; i++)
		terms->weight[i] = weight(i);
	for (size_t p = 0; p < nshares; p++)
		for (size_t i = 0; i < shares[p].n; i++)
			terms->term[shares[p].found[i].term].talks++;
	for (size_t i = 0; i < terms->n; i++) {
		struct stemmed *term = &terms->term[i];
		float rarity = log2f((float)ntalks / (float)term->talks);

		/* The rarity is in the vectors of both. */
		term->worth = weight(term->times) * rarity * sqrtf(rarity);
	}
}

/* How much a term of both talks adds. */
static float
term_score(const struct terms *terms, const struct found *found)
{
	float often = found->times < OFTEN ? terms->weight[found->times]
					   : weight(found->times);

	return terms->term[found->term].worth * often;
}

/* Whether a term is told before another: of equal ones the talk's first. */
static bool
is_better(
    const struct terms *terms, const struct found *a, const struct found *b)
{
	float x = term_score(terms, a), y = term_score(terms, b);

	return x > y || (x == y && a->term < b->term);
}

static int
compare(const void *a, const void *b)
{
	const struct related_talk *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return x->talk < y->talk ? -1 : 1;
}

void
related_sort(struct related *related)
{
	qsort(related->talk, related->n, sizeof(*related->talk), compare);
}

/* Copies a word to `out` in lower case; returns its end. */
static char *
put_word(char *out, const struct stemmed *term)
{
	for (size_t i = 0; i < term->word_len; i++)
		*out++ = text_ascii_lower(term->word[i]);
	return out;
}

/*
 * Writes the words that `n` terms of a talk share with the other one; takes
 * those that are told from `found`.
 */
static const char *
tell_shared(struct arena *arena, const struct terms *terms, struct found *found,
    size_t n)
{
	char *text = arena_alloc(arena, SHARED * (WORD_MOST + 2) + 1);
	char *out = text;

	for (int told = 0; told < SHARED && n > 0; told++) {
		size_t best = 0;

		for (size_t i = 1; i < n; i++)
			if (is_better(terms, &found[i], &found[best]))
				best = i;
		if (term_score(terms, &found[best]) <= 0)
			break;
		if (told > 0)
			out = stpcpy(out, ", ");
		out = put_word(out, &terms->term[found[best].term]);
		n--;
		memmove(&found[best], &found[best + 1],
		    (n - best) * sizeof(*found));
	}
	*out = '\0';
	return text;
}

/* Adds a talk where it belongs, if it is among the `most` nearest so far. */
static void
keep(struct related *related, size_t most, struct related_talk one)
{
	size_t i = related->n;

	if (i == most && (i == 0 || compare(&one, &related->talk[--i]) > 0))
		return;
	for (; i > 0 && compare(&one, &related->talk[i - 1]) < 0; i--)
		related->talk[i] = related->talk[i - 1];
	related->talk[i] = one;
	related->n += related->n < most;
}

/*
 * Scores a share's talks but the one itself and breaks; keeps the nearest of those
 * that share a word.
 */
static void
score(struct related *related, size_t most, const struct terms *terms,
    const struct share *share, uint32_t self)
{
	for (size_t i = 0, end; i < share->n; i = end) {
		uint32_t talk = share->found[i].talk, words;
		float sum = 0;

		for (end = i; end < share->n && share->found[end].talk == talk;
		     end++)
			sum += term_score(terms, &share->found[end]);
		words = share->words[talk] > SHORT ? share->words[talk] : SHORT;
		if (talk == self || sum <= 0 ||
		    pause_is(&share->corpus->notes->talks[talk]))
			continue;
		keep(related, most,
		    (struct related_talk){
			talk, sum / sqrtf((float)words), NULL});
	}
}

/* Tells the words of those talks of a share that are among the nearest. */
static void
name_shared(
    struct related *related, const struct terms *terms, struct share *share)
{
	for (size_t i = 0, end; i < share->n; i = end) {
		uint32_t talk = share->found[i].talk;

		for (end = i; end < share->n && share->found[end].talk == talk;)
			end++;
		for (size_t r = 0; r < related->n; r++)
			if (related->talk[r].talk == talk)
				related->talk[r].shared = tell_shared(
				    related->arena, terms, &share->found[i],
				    end - i);
	}
}

/*
 * Tells how near talks are by what the talk is to itself, and leaves out those
 * that are not near, but for the first few.
 */
static void
leave_out(struct related *related, const struct terms *terms, uint32_t words)
{
	float own = 0;

	for (size_t i = 0; i < terms->n; i++)
		own += terms->term[i].worth * weight(terms->term[i].times);
	own /= sqrtf((float)(words > SHORT ? words : SHORT));
	for (size_t i = 0; i < related->n; i++)
		related->talk[i].score /= own;
	while (related->n > FEW &&
	    related->talk[related->n - 1].score < NEAR_LEAST)
		related->n--;
}

void
related_find(
    struct related *related, struct filter *filter, uint32_t talk, size_t most)
{
	const struct corpus *corpus = filter_corpus(filter);
	uint32_t ntalks = corpus->notes->ntalks;
	struct terms *terms = mem_alloc(1, sizeof(*terms));
	struct share *shares = mem_alloc(PARALLEL_MOST, sizeof(*shares));
	uint32_t *words = mem_alloc(ntalks, sizeof(*words));
	struct reader reader = {.terms = terms};
	size_t n;

	for (int c = 0; c < 256; c++)
		terms->part[c] = c >= 0x80 || text_ascii_word((char)c);
	related_free(related);
	related->arena = arena_new();
	related->talk = mem_alloc(most, sizeof(*related->talk));
	read_talk(&reader, corpus, talk);
	n = run_all(shares, corpus, terms, words);
	find_worth(terms, shares, n, ntalks);
	for (size_t p = 0; p < n; p++)
		score(related, most, terms, &shares[p], talk);
	leave_out(related, terms, words[talk]);
	for (size_t p = 0; p < n; p++) {
		name_shared(related, terms, &shares[p]);
		free(shares[p].found);
	}
	free(words);
	free(shares);
	free(terms);
}

void
related_free(struct related *related)
{
	free(related->talk);
	arena_free(related->arena);
	*related = (struct related){0};
}
