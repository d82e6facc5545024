#include "find/words.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/source/body.h"

#define FIRST_CAP 4096

static uint32_t
letters_of(const char *s, size_t len)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < len; i++)
		letters |= UINT32_C(1) << ((unsigned char)s[i] & 31);
	return letters;
}

/* The slot of a word or, if it is missing, the free slot for it. */
static struct word *
find(const struct words *words, const char *s, size_t len, uint32_t hash)
{
	size_t i = hash & (words->cap - 1);

	while (words->word[i].len > 0 &&
	    (words->word[i].hash != hash || words->word[i].len != len ||
		memcmp(words->blob + words->word[i].at, s, len) != 0))
		i = (i + 1) & (words->cap - 1);
	return &words->word[i];
}

static void
grow(struct words *words)
{
	struct words old = *words;

	words->cap = old.cap > 0 ? 2 * old.cap : FIRST_CAP;
	words->word = mem_alloc(words->cap, sizeof(*words->word));
	for (size_t i = 0; i < old.cap; i++) {
		const struct word *word = &old.word[i];

		if (word->len > 0)
			*find(words, old.blob + word->at, word->len,
			    word->hash) = *word;
	}
	free(old.word);
}

/* Counts a folded word. */
static void
add(struct words *words, const char *s, size_t len)
{
	uint32_t hash = (uint32_t)strmap_hash(s, len, STRMAP_HASH_START);

	if (len < WORDS_LEAST || len > WORDS_MOST)
		return;
	if (2 * words->n >= words->cap)
		grow(words);
	struct word *word = find(words, s, len, hash);

	if (word->len == 0) {
		words->blob = mem_grow(
		    words->blob, &words->blob_cap, words->blob_len + len, 1);
		memcpy(words->blob + words->blob_len, s, len);
		*word = (struct word){.at = (uint32_t)words->blob_len,
		    .hash = hash,
		    .letters = letters_of(s, len),
		    .len = (uint8_t)len};
		words->blob_len += len;
		words->n++;
	}
	word->times++;
}

/* Adds a run of bytes if it is a word: one with digits is a number or an id. */
static void
add_run(struct words *words, const char *s, size_t len)
{
	char lower[4 * WORDS_MOST];
	bool ascii = true;

	if (len < WORDS_LEAST || len > sizeof(lower))
		return;
	for (size_t i = 0; i < len; i++) {
		if (text_ascii_digit(s[i]))
			return;
		ascii = ascii && (unsigned char)s[i] < 0x80;
		lower[i] = text_ascii_lower(s[i]);
	}
	if (ascii) {
		add(words, lower, len);
		return;
	}
	if (!words->arena)
		words->arena = arena_new();
	const char *folded = text_fold(words->arena, s, len, &len);

	/* Dashes and quotes beyond ASCII part words, too. */
	for (size_t from = 0, to; from < len; from = to + 1) {
		for (to = from; to < len && text_word_byte(folded[to]);)
			to++;
		add(words, folded + from, to - from);
	}
	arena_clear(words->arena);
}

static void
add_text(struct words *words, const char *s, size_t len)
{
	for (size_t at = 0; at < len; at++) {
		size_t start = at;

		while (at < len && text_word_byte(s[at]))
			at++;
		add_run(words, s + start, at - start);
	}
}

static void
add_line(struct words *words, const char *s)
{
	add_text(words, s, strlen(s));
}

/* Adds the words of notes that stand in the document, between the gaps. */
static size_t
add_plain(struct words *words, const struct talk *talk)
{
	struct body_text text = body_text(talk);
	const struct body_gap *gap = text.gap;
	const char *s = text.s, *end = s ? s + text.len : s;

	while (s && s < end) {
		const char *to = gap && gap->s < end ? gap->s : end;

		if (to > s)
			add_text(words, s, (size_t)(to - s));
		s = to < end ? to + gap++->len : end;
	}
	return text.len;
}

/* Adds the words of a talk; returns about how many bytes it read. */
static size_t
add_talk(struct words *words, const struct talk *talk)
{
	struct body_rest rest = body_rest(talk, true);
	struct arena *arena = arena_new();
	const char *s;
	size_t len, used = strlen(talk->title) + 1;

	add_line(words, talk->title);
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		add_line(words, talk->speakers[i]);
	used += add_plain(words, talk);
	while ((s = body_next(&rest, arena, &len))) {
		add_text(words, s, len);
		used += len;
	}
	arena_free(arena);
	return used;
}

bool
words_prepare(struct words *words, size_t bytes)
{
	const struct notes *notes = words->notes;
	size_t used = 0;

	for (; words->track < notes->ntracks; words->track++)
		add_line(words, notes->tracks[words->track].name);
	for (; used < bytes && words->talk < notes->ntalks; words->talk++)
		used += add_talk(words, &notes->talks[words->talk]);
	return words->talk == notes->ntalks;
}

bool
words_have(const struct words *words, const char *part, size_t len)
{
	uint32_t letters = letters_of(part, len);

	for (size_t i = 0; i < words->cap; i++) {
		const struct word *word = &words->word[i];

		if ((word->letters & letters) == letters && word->len >= len &&
		    memmem(words->blob + word->at, word->len, part, len))
			return true;
	}
	return false;
}

/* The letters of a folded word, at most WORDS_MOST. */
static int
decode(const char *s, size_t len, uint32_t out[WORDS_MOST])
{
	int n = 0;

	for (size_t i = 0; i < len && n < WORDS_MOST;)
		i += text_decode(s + i, len - i, &out[n++]);
	return n;
}

static int
count_bits(uint32_t bits)
{
	int n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

/* Inserts a word in its place among the nearest. */
static size_t
insert(const struct word **near, int *far, size_t n, size_t max,
    const struct word *word, int distance)
{
	size_t i = n;

	while (i > 0 &&
	    (far[i - 1] > distance ||
		(far[i - 1] == distance && near[i - 1]->times < word->times)))
		i--;
	if (i == max)
		return n;
	n += n < max;
	for (size_t k = n - 1; k > i; k--) {
		near[k] = near[k - 1];
		far[k] = far[k - 1];
	}
	near[i] = word;
	far[i] = distance;
	return n;
}

size_t
words_near(const struct words *words, const char *word, size_t len,
    const struct word **near, size_t max)
{
	uint32_t letters = letters_of(word, len), a[WORDS_MOST], b[WORDS_MOST];
	int na = decode(word, len, a), far[16] = {0};
	int most = na >= 2 * WORDS_LEAST ? 2 : na >= WORDS_LEAST ? 1 : 0;
	size_t n = 0;

	if (max > 16)
		max = 16;
	for (size_t i = 0; most > 0 && i < words->cap; i++) {
		const struct word *w = &words->word[i];

		if (w->len == 0 || count_bits(w->letters ^ letters) > 4 * most)
			continue;
		int nb = decode(words->blob + w->at, w->len, b);

		if (abs(na - nb) > most)
			continue;
		int d = near_distance(a, na, b, nb);

		if (d > 0 && d <= most)
			n = insert(near, far, n, max, w, d);
	}
	while (n > 0 && far[n - 1] > far[0])
		n--;
	return n;
}

void
words_free(struct words *words)
{
	free(words->word);
	free(words->blob);
	arena_free(words->arena);
	memset(words, 0, sizeof(*words));
}
