/*
 * Nearness is the cosine of two talks' vectors of words.  A word weighs by how
 * often a talk has it (1 + log2, a title counts TITLE_TIMES) and how rare it is
 * among the talks (log2 of all by those with it).  Words are the same if their
 * light stems are: no plural, -ing, -ed, -ly.
 *
 * Only the words of the one talk are looked for, in one pass over the text that
 * searches use, so that no index need be kept.  The rarity of the other words of
 * a talk is therefore not known; its vector's length is taken to be that of as
 * many words of usual rarity.
 */
#include "lectern/find/related.h"

#include <endian.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "find/corpus.h"
#include "find/filter_corpus.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

#define TERMS       512 /* of a talk that are compared, at most */
#define SLOTS       2048
#define HEADS       32768
#define LETTERS     24   /* bytes of a word that are compared */
#define WORD_MOST   64   /* bytes of a word that are told */
#define TALK_MOST   8192 /* bytes of a stretch of notes that are looked at */
#define TITLE_TIMES 3
#define SHORT       40 /* words that a talk is taken to have at least */
#define BLOCK       64 /* bytes that are looked at together */
#define SHARED      4  /* words that are told */
#define LEAST_SHARE ((size_t)2 << 20) /* bytes that are worth a thread */

/* A word of the talk. */
struct stemmed {
	char stem[LETTERS];
	uint8_t len;
	const char *word; /* as it stands in the talk, */
	uint8_t word_len; /* of so many bytes */
	uint16_t times;   /* weighted */
	uint32_t talks;   /* that have it */
	float rarity;
};

/* The words of the talk. */
struct terms {
	struct stemmed term[TERMS];
	uint16_t slot[SLOTS];     /* index of a term, plus 1 */
	uint8_t heads[HEADS / 8]; /* a bit for the first three letters of
	                             each; see head_of() */
	bool part[256];           /* whether a byte is one of a word */
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
	uint32_t *words; /* of each talk, weighted */
	uint16_t times[TERMS];
};

/* Whether a word of more than three letters besides has this ending. */
static bool
ends(const char *s, size_t len, const char *end, size_t n)
{
	return len >= n + 3 && memcmp(s + len - n, end, n) == 0;
}

/* Returns the letters of the ending of a word, which are left out. */
static size_t
ending(const char *s, size_t len)
{
	switch (s[len - 1]) {
	case 's':
		return ends(s, len, "ss", 2) ? 0
		    : ends(s, len, "es", 2)  ? 2
		    : len > 3                ? 1
					     : 0;
	case 'g':
		return ends(s, len, "ing", 3) ? 3 : 0;
	case 'd':
		return ends(s, len, "ed", 2) ? 2 : 0;
	case 'y':
		return ends(s, len, "ly", 2) ? 2 : 0;
	default:
		return 0;
	}
}

/* Copies a word in lower case, without its ending; returns its length. */
static size_t
stem(const char *s, size_t len, char out[LETTERS])
{
	if (len > LETTERS)
		len = LETTERS;
	for (size_t i = 0; i < len; i++)
		out[i] = text_ascii_lower(s[i]);
	if (ends(out, len, "ies", 3)) {
		out[len - 3] = 'y';
		return len - 2;
	}
	len -= ending(out, len);
	/* "stopped" and "caches" have a letter more than "stop" and "cache". */
	if (len > 3 && (out[len - 1] == 'e' || out[len - 1] == out[len - 2]))
		len--;
	return len;
}

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

/* Returns the bit for the first three letters, in either case. */
static uint32_t
head_of(const char *s)
{
	uint32_t head = (unsigned char)s[0] |
	    (uint32_t)(unsigned char)s[1] << 8 |
	    (uint32_t)(unsigned char)s[2] << 16 | UINT32_C(0x202020);

	return head * UINT32_C(0x9E3779B1) >> 17;
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

/* Whether a word tells nothing: a number, or one that is in any text. */
static bool
is_empty(const char *s, size_t len)
{
	static const char words[] =
	    " the and for with from that this are was were not but you your "
	    "how what why when into its can has have had will all any our "
	    "their they there than then them these those who about out more "
	    "also use used using one two ";
	char word[8] = " ";
	size_t digits = 0;

	while (digits < len && text_ascii_digit(s[digits]))
		digits++;
	if (digits == len || len > 5)
		return digits == len;
	for (size_t i = 0; i < len; i++)
		word[i + 1] = text_ascii_lower(s[i]);
	word[len + 1] = ' ';
	return strstr(words, word) != NULL;
}

/* Adds the words of a stretch of the talk. */
static void
collect(struct terms *terms, const char *s, size_t len, uint16_t times)
{
	const char *end = s + len;
	char letters[LETTERS];

	for (size_t n; (n = next_word(terms, &s, end)) > 0; s += n) {
		size_t length, slot;

		if (n < 3 || is_empty(s, n))
			continue;
		length = stem(s, n, letters);
		slot = slot_of(terms, letters, length);
		if (terms->slot[slot] == 0 && terms->n < TERMS) {
			struct stemmed *term = &terms->term[terms->n++];

			memcpy(term->stem, letters, length);
			term->len = (uint8_t)length;
			term->word = s;
			term->word_len = n < WORD_MOST ? (uint8_t)n : WORD_MOST;
			terms->slot[slot] = (uint16_t)terms->n;
			terms->heads[head_of(s) / 8] |= (uint8_t)(1U
			    << head_of(s) % 8);
		}
		if (terms->slot[slot] > 0)
			terms->term[terms->slot[slot] - 1].times += times;
	}
}

/* Counts a word of the text if it is one of the talk's. */
static void
count_word(struct share *share, const char *s, const char *end, uint16_t times)
{
	const struct terms *terms = share->terms;
	uint32_t head = head_of(s);
	char letters[LETTERS];
	size_t slot;

	if (!(terms->heads[head / 8] >> head % 8 & 1))
		return;
	slot = slot_of(
	    terms, letters, stem(s, next_word(terms, &s, end), letters));
	if (terms->slot[slot] > 0)
		share->times[terms->slot[slot] - 1] += times;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Returns the high bits of those of eight bytes that are from `a` to `z`. */
static uint64_t
between(uint64_t low, unsigned char a, unsigned char z)
{
	return (low + EACH(0x80U - a)) ^ (low + EACH(0x7FU - z));
}

/* Returns a bit for each byte of the block: whether it is one of a word. */
static uint64_t
parts_of(const char block[BLOCK])
{
	uint64_t bits = 0;

	for (int i = 0; i < BLOCK; i += 8) {
		uint64_t x, low, part;

		memcpy(&x, block + i, 8);
		low = le64toh(x) & EACH(0x7F);
		part = between(low | EACH(0x20), 'a', 'z') |
		    between(low, '0', '9') | le64toh(x);
		/* Brings the high bits of the eight bytes together. */
		bits |= (part & EACH(0x80)) / 0x80 *
			UINT64_C(0x0102040810204080) >>
		    56 << i;
	}
	return bits;
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
		char block[BLOCK] = {0};
		size_t from = at > 0 ? at - 1 : 0, most = BLOCK - (at == 0);
		uint64_t parts, starts;

		memcpy(block + (at == 0), s + from,
		    len - from < most ? len - from : most);
		parts = parts_of(block);
		starts = ~parts & parts >> 1 & parts >> 2 & parts >> 3;
		starts &= (UINT64_C(1) << (BLOCK - 4)) - 1;
		words += (uint32_t)__builtin_popcountll(starts);
		for (; starts; starts &= starts - 1)
			count_word(share,
			    s + at + (size_t)__builtin_ctzll(starts), s + len,
			    times);
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
		const char *to = gap->s < end ? gap->s : end;

		if (to > s)
			read_text(reader, s, (size_t)(to - s), 1);
		s = to < end ? to + gap->len : end;
		gap++;
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
		for (size_t i = 0; i < share->terms->n; i++) {
			if (share->times[i] == 0)
				continue;
			share->found = mem_grow(share->found, &share->cap,
			    share->n + 1, sizeof(*share->found));
			share->found[share->n++] = (struct found){
			    t, (uint16_t)i, share->times[i]};
			share->times[i] = 0;
		}
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

/* Finds how rare each term is. */
static void
find_rarity(struct terms *terms, const struct share *shares, size_t nshares,
    uint32_t ntalks)
{
	for (size_t p = 0; p < nshares; p++)
		for (size_t i = 0; i < shares[p].n; i++)
			terms->term[shares[p].found[i].term].talks++;
	for (size_t i = 0; i < terms->n; i++)
		terms->term[i].rarity = log2f(
		    (float)ntalks / (float)terms->term[i].talks);
}

static float
weight(unsigned times)
{
	return 1 + log2f((float)times);
}

/* How much a term of both talks adds. */
static float
term_score(const struct terms *terms, const struct found *found)
{
	const struct stemmed *term = &terms->term[found->term];

	return weight(term->times) * weight(found->times) * term->rarity *
	    term->rarity;
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
			if (term_score(terms, &found[i]) >
			    term_score(terms, &found[best]))
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

/* Scores a share's talks but the one itself; adds those that share a word. */
static void
score(struct related *related, const struct terms *terms,
    const struct share *share, uint32_t self)
{
	for (size_t i = 0, end; i < share->n; i = end) {
		uint32_t talk = share->found[i].talk, words;
		float sum = 0;

		for (end = i; end < share->n && share->found[end].talk == talk;
		     end++)
			sum += term_score(terms, &share->found[end]);
		words = share->words[talk] > SHORT ? share->words[talk] : SHORT;
		if (talk == self || sum <= 0)
			continue;
		related->talk[related->n++] = (struct related_talk){
		    talk, sum / sqrtf((float)words), NULL};
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
	related->talk = mem_alloc(ntalks, sizeof(*related->talk));
	read_talk(&reader, corpus, talk);
	n = run_all(shares, corpus, terms, words);
	find_rarity(terms, shares, n, ntalks);
	for (size_t p = 0; p < n; p++)
		score(related, terms, &shares[p], talk);
	related_sort(related);
	if (related->n > most)
		related->n = most;
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
