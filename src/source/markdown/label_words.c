#include "source/markdown/label_words.h"

#include <stdatomic.h>
#include <string.h>

#include "source/markdown/label_known.h"

/* Words that stand in labels of any kind. */
static const char *const beside[] = {"&", "1", "2", "3", "a", "actionable",
    "additional", "after", "afternoon", "allgemeine", "also", "am", "and",
    "autres", "away", "aways", "channel", "charla", "e", "eigene", "en", "et",
    "evening", "final", "for", "full", "further", "general", "how", "in",
    "info", "information", "key", "kurze", "live", "main", "me", "meine", "mes",
    "mis", "more", "morning", "my", "next", "nützliche", "och", "of",
    "official", "og", "on", "open", "oraz", "other", "own", "page", "palestra",
    "personal", "persönliche", "pm", "related", "s", "see", "session",
    "similar", "some", "table", "take", "talk", "talks", "the", "this", "to",
    "und", "useful", "utiles", "ve", "weitere", "welcome", "wichtige",
    "wichtigste", "y", "your", "útiles", "важные", "главные", "и", "краткие",
    "основные", "полезные", "і", "个人", "主要", "关键", "其他", "我的", "相关",
    "私の"};

/*
 * For what hash_of() makes of the words of both: a bit for each kind that has them,
 * and BESIDE.  Threads that need it at once may each fill it in: all set the same.
 */
#define HASHES 16384
#define BESIDE (1U << 15)
static atomic_ushort kinds_at[HASHES];
static atomic_bool is_filled;

static inline size_t
hash_of(const char *s, size_t len)
{
	size_t first = (unsigned char)s[0], last = (unsigned char)s[len - 1],
	       middle = (unsigned char)s[len / 2];

	return (first + 37 * middle + 1571 * last + 4219 * len) % HASHES;
}

static void
take_hash(const char *word, unsigned bit)
{
	atomic_fetch_or_explicit(&kinds_at[hash_of(word, strlen(word))],
	    (unsigned short)bit, memory_order_relaxed);
}

static void
fill(void)
{
	for (size_t k = 0; k < label_nknown; k++) {
		for (size_t i = 0; i < label_known[k].list.n; i++)
			take_hash(label_known[k].list.words[i], 1U << k);
	}
	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside); i++)
		take_hash(beside[i], BESIDE);
	atomic_store_explicit(&is_filled, true, memory_order_release);
}

/* Which of them may have a word: none, for nearly all words of titles. */
static unsigned
known_as(const char *s, size_t len)
{
	if (!atomic_load_explicit(&is_filled, memory_order_acquire))
		fill();
	return len > 0 ? atomic_load_explicit(
			     &kinds_at[hash_of(s, len)], memory_order_relaxed)
		       : 0;
}

enum label_kind
label_word(const char *s, size_t len)
{
	for (unsigned kinds = known_as(s, len) & ~BESIDE; kinds > 0;
	     kinds &= kinds - 1) {
		const struct label_known *known =
		    &label_known[__builtin_ctz(kinds)];

		if (word_list_has(&known->list, s, len))
			return known->kind;
	}
	return LABEL_NONE;
}

bool
label_is_beside(const char *s, size_t len)
{
	static const struct word_list list = WORD_LIST(beside);

	return (known_as(s, len) & BESIDE) && word_list_has(&list, s, len);
}
