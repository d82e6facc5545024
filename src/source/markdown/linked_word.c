#include "source/markdown/linked_word.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/label.h"
#include "source/markdown/names.h"

#define LONGEST    40 /* bytes behind the link */
#define WORDS_MOST 4  /* words there */

/* Whether all of a text is few words in small letters. */
static bool
is_plain(const char *s, size_t len)
{
	size_t words = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] != ' ' && (s[i] < 'a' || s[i] > 'z'))
			return false;
		words += s[i] == ' ';
	}
	return words <= WORDS_MOST;
}

/* Whether words behind a link tell of it, or of a person. */
static bool
is_beside(const char *s, size_t len)
{
	static const char *const first[] = {
	    "also", "and", "by", "from", "is", "via", "was", "with", NULL};

	return names_one_of(s, names_word(s, len), first) ||
	    label_read(s, len) != LABEL_NONE;
}

uint32_t
linked_word_end(const struct anatomy *a, uint32_t from)
{
	const char *s = a->line->text;
	size_t len = a->body > a->words ? a->body - a->words : 0;

	if (a->words != a->head || len < 2 || len > LONGEST ||
	    s[a->words] != ' ' || a->words <= from ||
	    memchr(s + from, ' ', a->words - from) ||
	    !is_plain(s + a->words, len) ||
	    is_beside(s + a->words + 1, len - 1) ||
	    label_read(s + from, a->words - from) != LABEL_NONE)
		return a->words;
	return a->body;
}
