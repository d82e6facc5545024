#include "source/markdown/shown_words.h"

#include <stdint.h>
#include <stdlib.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"

/* The next word of folded text; false at its end. */
static bool
next_word(const char **at, const char *end, const char **word, size_t *len)
{
	const char *s = *at;

	*len = 0;
	while (s < end) {
		uint32_t code;
		size_t n = text_decode(s, (size_t)(end - s), &code);

		s += n;
		if (text_is_word(code)) {
			if (*len == 0)
				*word = s - n;
			*len += n;
		} else if (*len > 0) {
			break;
		}
	}
	*at = s;
	return *len > 0;
}

/* Adds words that are shown. */
static void
know(struct shown_words *words, const char *s, size_t len)
{
	size_t folded_len, n;
	const char *folded = text_fold(words->scratch, s, len, &folded_len),
		   *word;
	const char *end = folded + folded_len;

	while (next_word(&folded, end, &word, &n)) {
		word = arena_dup(words->scratch, word, n);
		if (!strmap_get(&words->known, word))
			strmap_put(
			    &words->known, arena_dup(words->arena, word, n), 0);
	}
}

/* Adds a node's words, and what spans make of them. */
static void
know_node(struct shown_words *words, const struct line *line)
{
	const char *s = line->text;
	size_t at = 0;

	know(words, s, line->len);
	for (uint32_t i = 0; i < line->nspans; i++) {
		const struct span *span = &line->spans[i];

		know(words, s + at, span->start - at);
		know(words, s + span->start, span->end - span->start);
		at = span->end;
	}
	if (at > 0)
		know(words, s + at, line->len - at);
	arena_clear(words->scratch);
}

void
shown_words_begin(struct shown_words *words)
{
	*words = (struct shown_words){
	    .arena = arena_new(), .scratch = arena_new()};
}

void
shown_words_know(struct shown_words *words, const char *s, size_t len)
{
	know(words, s, len);
	arena_clear(words->scratch);
}

void
shown_words_know_nodes(struct shown_words *words, const struct markdown *md)
{
	for (size_t i = 0; i < md->n; i++)
		know_node(words, &md->node[i].text);
}

void
shown_words_free(struct shown_words *words)
{
	free(words->run.s);
	strmap_free(&words->known);
	arena_free(words->scratch);
	arena_free(words->arena);
}

/* Whether the bytes [from, to) of the run are a word that is shown. */
static bool
is_known(struct shown_words *words, size_t from, size_t to)
{
	char *end = words->run.s + to, after = *end;

	/* A NUL is behind the run, too. */
	*end = '\0';
	bool known = strmap_get(&words->known, words->run.s + from);

	*end = after;
	return known;
}

/* Whether a word is shown that ends in a footnote's number, as two words. */
static bool
is_numbered(struct shown_words *words, size_t from, size_t to)
{
	size_t at = to;

	while (at > from && text_ascii_digit(words->run.s[at - 1]))
		at--;
	return at > from && at < to && is_known(words, from, at) &&
	    is_known(words, at, to);
}

/* Looks for all words of the run. */
static void
look_up(struct shown_words *words)
{
	const size_t *part = words->part;

	words->part[words->parts] = words->run.len;
	for (size_t from = 0, to; !words->doubt && from < words->parts;
	     from = to) {
		to = words->parts;
		while (to > from && !is_known(words, part[from], part[to]))
			to--;
		if (to > from)
			continue;
		to = from + 1;
		words->lost |= !is_numbered(words, part[from], part[to]);
	}
	words->run.len = words->parts = 0;
}

void
shown_words_add(struct shown_words *words, const char *s, size_t len)
{
	size_t folded_len, n;
	const char *folded = text_fold(words->scratch, s, len, &folded_len);
	const char *end = folded + folded_len, *word;

	while (next_word(&folded, end, &word, &n)) {
		if (words->parts == SHOWN_WORDS_RUN)
			look_up(words);
		words->part[words->parts++] = words->run.len;
		buffer_put(&words->run, word, n);
	}
}

bool
shown_words_end(struct shown_words *words)
{
	bool lost;

	look_up(words);
	arena_clear(words->scratch);
	lost = words->lost;
	words->lost = words->doubt = false;
	return lost;
}

bool
shown_words_have(struct shown_words *words, const char *s, size_t len)
{
	shown_words_add(words, s, len);
	return !shown_words_end(words);
}
