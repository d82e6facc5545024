#include "source/markdown/spaced_refs.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"

#define LONGEST 200 /* bytes of words, and of a label */

/* The text that becomes another one, and the labels that have a definition. */
struct refs {
	struct arena *arena;
	struct strmap labels;
};

/* The bytes up to the bracket that closes those at `s`; 0: none does so soon. */
static size_t
inside(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && n < LONGEST && !strchr("[]\n", s[n]))
		n++;
	return s + n < end && s[n] == ']' ? n : 0;
}

static const char *
label_of(struct refs *refs, const char *s, size_t len)
{
	char *label = arena_dup(refs->arena, s, len);

	for (size_t i = 0; i < len; i++)
		label[i] = text_ascii_lower(label[i]);
	return label;
}

/* Notes the labels of all lines "[label]: address". */
static void
find_labels(struct refs *refs, const char *s, const char *end)
{
	for (; s < end; s = text_line_end(s, end) + 1) {
		size_t n;

		while (s < end && *s == ' ')
			s++;
		if (s == end || *s != '[')
			continue;
		n = inside(s + 1, end);
		if (n > 0 && s + n + 2 < end && s[n + 2] == ':')
			strmap_put(&refs->labels, label_of(refs, s + 1, n), 1);
	}
}

static bool
is_defined(struct refs *refs, const char *s, size_t len)
{
	return strmap_get(&refs->labels, label_of(refs, s, len)) != NULL;
}

/*
 * Whether `n` bytes at `s` may be words of the label behind them: a box to tick or a
 * year is none, nor is a single word before a title, "[talk] [Kelp at night]".
 */
static bool
are_words(const char *s, size_t n, const char *label, size_t len)
{
	size_t letters = 0;

	for (size_t i = 0; i < n; i++)
		letters += text_ascii_word(s[i]) && !text_ascii_digit(s[i]);
	return letters > 1 && (memchr(s, ' ', n) || !memchr(label, ' ', len));
}

/* Whether at `s`, a bracket, words begin that have a blank before their label. */
static bool
is_spaced(struct refs *refs, const char *s, const char *end, size_t *words)
{
	size_t n = inside(s + 1, end), label;
	const char *next = s + n + 3;

	if (n == 0 || end - s < (ptrdiff_t)n + 5 ||
	    memcmp(s + n + 1, "] [", 3) != 0)
		return false;
	label = inside(next + 1, end);
	if (label == 0 || (next + label + 2 < end && next[label + 2] == '(') ||
	    !are_words(s + 1, n, next + 1, label))
		return false;
	*words = n + 2;
	return is_defined(refs, next + 1, label) && !is_defined(refs, s + 1, n);
}

char *
spaced_refs_part(struct arena *arena, const char *s, size_t *len)
{
	struct refs refs = {.arena = arena};
	const char *end = s + *len, *at = s;
	struct anew w = anew_begin(arena, s, *len);

	if (!substring_has(s, *len, "] [") || !substring_has(s, *len, "]:"))
		return NULL;
	find_labels(&refs, s, end);
	while (at < end && (at = memchr(at, '[', (size_t)(end - at)))) {
		size_t words;

		if (is_spaced(&refs, at, end, &words)) {
			at += words + 1;
			anew_skip(&w, at - 1, at);
		}
		/* Its label begins no other one. */
		at++;
	}
	strmap_free(&refs.labels);
	return anew_end(&w, w.from > s, len);
}
