#include "lectern/find/spoken.h"

#include "lectern/base/substring.h"
#include "lectern/base/text.h"

#define SHOWN 400 /* bytes of what is said that a row may show */

bool
spoken_is_wanted(const struct term *term)
{
	return term->state == STATE_NONE && !term->no && !term->fuzzy &&
	    term->len > 0 && term->fields == FIELDS_USUAL;
}

bool
spoken_is_searched(const struct query *query)
{
	for (size_t i = 0; i < query->nterms; i++)
		if (spoken_is_wanted(&query->terms[i]))
			return true;
	return false;
}

size_t
spoken_find(const struct transcript *t, const struct term *term)
{
	/* The text is as it was written: capitals count, and so do accents. */
	const char *all = term->exact_case ? t->text : t->folded;
	size_t len = term->exact_case ? t->len : t->nfolded;
	struct substring find;
	const char *s = all;

	substring_prepare(
	    &find, term->text, term->len, SUBSTRING_EXACT, SUBSTRING_BEST);
	while ((s = substring_first(&find, s, len - (size_t)(s - all)))) {
		if (!term->starts || s == all || !text_word_byte(s[-1]))
			return transcript_line_at(
			    t, (size_t)(s - all), !term->exact_case);
		s++;
	}
	return t->n;
}

/* The first line that has a term of the query; t->n: none has. */
static size_t
first_line(const struct transcript *t, const struct query *query)
{
	size_t first = t->n;

	for (size_t i = 0; i < query->nterms; i++) {
		size_t line = spoken_is_wanted(&query->terms[i])
		    ? spoken_find(t, &query->terms[i])
		    : t->n;

		if (line < first)
			first = line;
	}
	return first;
}

const struct transcript *
spoken_in(const struct transcripts *transcripts, uint32_t talk,
    const struct query *query, size_t *line)
{
	const struct transcript *t = transcripts_of(transcripts, talk);

	*line = t ? first_line(t, query) : 0;
	return t && *line < t->n ? t : NULL;
}

const char *
spoken_text(const struct transcript *t, size_t line, size_t *len)
{
	size_t from = t->line[line].text;

	*len = text_within(t->text + from, t->len - from, SHOWN);
	return t->text + from;
}
