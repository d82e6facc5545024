#include "source/markdown/dated_people.h"

#include <stdbool.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/lead_when.h"
#include "source/markdown/people.h"
#include "source/when.h"

#define LEAST       3  /* such lines */
#define BEFORE_MOST 24 /* bytes between date and names: "Prof.", "Workshop:" */
#define TITLE_LEAST 8  /* bytes of a title */

struct dated {
	const char *s, *end;
	const char *people, *people_end; /* with the signs of bold */
	const char *place, *place_end;
	const char *title, *title_end;
};

/* Whether a sentence ends at `s`, with a blank or the line behind. */
static bool
ends_sentence(const char *s, const char *end)
{
	return text_ascii_any(*s, ".?!") && (s + 1 == end || s[1] == ' ');
}

/* Where the sentence from `s` on ends; NULL: it does not. */
static const char *
sentence_end(const char *s, const char *end)
{
	while (s < end && !ends_sentence(s, end))
		s++;
	return s < end ? s : NULL;
}

/* The bytes of a day and its month, perhaps with the year; 0: there are none. */
static size_t
day_length(const char *s, size_t len)
{
	size_t n = lead_date_by_month(s, len), word;

	if (n > 0)
		return n;
	n = lead_digits(s, len);
	if (n == 0 || n > 2)
		return 0;
	n += n < len && s[n] == '.';
	if (n + 1 >= len || s[n] != ' ')
		return 0;
	word = ++n;
	while (n < len && text_word_byte(s[n]))
		n++;
	return n > word && when_month(s + word, n - word) > 0 ? n : 0;
}

/* Finds names in bold at `s`, and where the last of them end before a sentence does. */
static bool
find_people(struct dated *d, const char *s)
{
	const char *close, *next;

	if (d->end - s < 5 || memcmp(s, "**", 2) != 0)
		return false;
	close = memmem(s + 2, (size_t)(d->end - s) - 2, "**", 2);
	if (!close ||
	    people_first(s + 2, (size_t)(close - s) - 2) != NAMES_SURE)
		return false;
	d->people = s;
	d->people_end = close + 2;
	d->place_end = sentence_end(close + 2, d->end);
	if (!d->place_end || *d->place_end != '.')
		return false;
	/* "**Ann Lee** and **Bo Ek**" */
	while ((next = memmem(d->people_end,
		    (size_t)(d->place_end - d->people_end), "**", 2)) &&
	    (close = memmem(
		 next + 2, (size_t)(d->place_end - next) - 2, "**", 2)))
		d->people_end = close + 2;
	d->place = d->people_end;
	while (d->place < d->place_end && text_ascii_any(*d->place, ", "))
		d->place++;
	return true;
}

static bool
read_line(const char *s, const char *end, struct dated *d)
{
	const char *bold;
	size_t n;

	*d = (struct dated){.s = s, .end = text_words_end(s, end)};
	if (d->end - s < 16 || text_ascii_any(*s, "-*+#>|["))
		return false;
	n = day_length(s, (size_t)(d->end - s));
	s += n;
	if (n == 0 || d->end - s < 8 || !text_ascii_any(*s, ".:") ||
	    s[1] != ' ')
		return false;
	bold = memmem(s, (size_t)(d->end - s), "**", 2);
	if (!bold || bold - s > BEFORE_MOST || !find_people(d, bold))
		return false;
	d->title = d->place_end + 1;
	d->title += text_spaces(d->title, (size_t)(d->end - d->title));
	d->title_end = d->title < d->end ? sentence_end(d->title, d->end)
					 : NULL;
	if (!d->title_end || d->title_end - d->title < TITLE_LEAST ||
	    text_ascii_any(*d->title, "[(<*_") ||
	    memmem(d->title, (size_t)(d->title_end - d->title), "](", 2) !=
		NULL)
		return false;
	d->title_end += *d->title_end != '.';
	return true;
}

static void
put(struct anew *w, const struct dated *d)
{
	const char *rest = d->title_end + (*d->title_end == '.');

	anew_skip(w, d->s, d->end);
	anew_puts(w, "- **");
	anew_put(w, d->title, d->title_end);
	anew_puts(w, "** - ");
	for (const char *s = d->people; s < d->people_end; s++) {
		if (*s != '*')
			anew_put(w, s, s + 1);
	}
	if (d->place < d->place_end) {
		anew_puts(w, " (");
		anew_put(w, d->place, d->place_end);
		anew_puts(w, ")");
	}
	anew_puts(w, "\n  - ");
	anew_put(w, d->s, text_words_end(d->s, d->people));
	if (rest < d->end)
		anew_put(w, rest, d->end);
}

char *
dated_people_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct anew w = anew_begin(arena, s, *len);
	struct dated d;
	size_t n = 0;

	for (; s < end; s = text_line_end(s, end) + 1) {
		if (!read_line(s, text_line_end(s, end), &d))
			continue;
		put(&w, &d);
		n++;
	}
	return anew_end(&w, n >= LEAST, len);
}
