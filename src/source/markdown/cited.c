#include "source/markdown/cited.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/buffer.h"
#include "lectern/base/date.h"
#include "lectern/base/text.h"
#include "source/markdown/quoted.h"

#define NAMES_LONGEST 400 /* bytes before the title */
#define FAMILY_WORDS  3

/* Where a title ends that is not quoted: a full stop, or where the line does. */
static uint32_t
sentence_end(const char *s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i + 2 < to; i++) {
		if (strchr(".?!", s[i]) && s[i + 1] == ' ' &&
		    !(s[i + 2] >= 'a' && s[i + 2] <= 'z'))
			return i + (s[i] != '.');
	}
	return to > from && s[to - 1] == '.' ? to - 1 : to;
}

/* Cuts the title that begins at `at`, with its quotes. */
static bool
cut_title(const struct anatomy *a, uint32_t at, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t end = quoted_end(s, at, a->line->len);

	if (end == at)
		end = sentence_end(s, at, a->line->len);
	cut->title = at;
	cut->title_end = end;
	return end > at && memchr(s + at, ' ', end - at);
}

/*
 * Whether the full stop before byte `at` is behind somebody's name, and what
 * follows is a title with its own full stop: "Ann Lee. Title. Venue."
 */
static bool
is_behind_name(const struct anatomy *a, uint32_t at)
{
	const char *s = a->line->text;
	uint32_t end = at - 2;

	return s[end] == '.' && end > a->at + 4 && s[end - 2] != ' ' &&
	    s[end - 2] != '.' && s[at] >= 'A' && s[at] <= 'Z' &&
	    !memchr(s + a->at, '.', end - a->at) &&
	    sentence_end(s, at, a->line->len) + 2 < a->line->len &&
	    people_first(s + a->at, end - a->at) == NAMES_SURE;
}

/*
 * Whether byte `at` is behind an initial that ends names, "Lee, A. Title", and a
 * title begins there.
 */
static bool
is_behind_initial(const struct anatomy *a, uint32_t from, uint32_t at)
{
	const char *s = a->line->text;
	size_t word = names_word(s + at, a->line->len - at);

	return at > from + 5 && s[at - 2] == '.' && s[at - 3] >= 'A' &&
	    s[at - 3] <= 'Z' && strchr(" .-", s[at - 4]) && s[at] >= 'A' &&
	    s[at] <= 'Z' && word < a->line->len - at &&
	    !strchr(".,;:", s[at + word - 1]) &&
	    memchr(s + from, ',', at - from);
}

/* Where names begin, perhaps behind slanted words: "*Place.* Lee, A. Title". */
static uint32_t
names_start(const struct anatomy *a)
{
	for (uint32_t i = 0; i < a->line->nspans; i++) {
		const struct span *span = &a->line->spans[i];

		if (span->start == a->at && (span->style & SPAN_EMPHASIS) &&
		    span->end + 1U < a->line->len &&
		    strchr(".,:", a->line->text[span->end - 1]))
			return span->end + 1;
	}
	return a->at;
}

/*
 * Where `(2031).` begins that is behind names, or a quotation or title is; 0:
 * nowhere.
 */
static uint32_t
names_end(const struct anatomy *a, uint32_t from, uint32_t *title)
{
	const char *s = a->line->text;
	uint32_t most = a->line->len < from + NAMES_LONGEST
	    ? a->line->len
	    : from + NAMES_LONGEST;

	for (uint32_t i = from + 4; i + 8 < most; i++) {
		if (s[i - 1] != ' ')
			continue;
		if (s[i] == '(' && date_is_year(s + i + 1) &&
		    memcmp(s + i + 5, "). ", 3) == 0) {
			*title = i + 8;
			return i;
		}
		if (s[i - 2] == '.' && quoted_end(s, i, a->line->len) > i) {
			*title = i;
			return i;
		}
		if (is_behind_name(a, i) || is_behind_initial(a, from, i)) {
			*title = i;
			return i;
		}
	}
	return 0;
}

bool
cited_cut(const struct anatomy *a, struct cut *cut)
{
	const char *s = a->line->text;
	uint32_t from = names_start(a), title, end;

	if (a->leads || !memchr(s, '.', a->line->len))
		return false;
	end = names_end(a, from, &title);
	if (end == 0 || !cut_title(a, title, cut) ||
	    (!memchr(s + from, ',', end - from) && !is_behind_name(a, end)))
		return false;
	while (end > from && strchr(" .,", s[end - 1]))
		end--;
	/* An initial keeps its full stop. */
	end += end > from + 1 && s[end] == '.' && strchr(" -", s[end - 2]);
	cut->names = from;
	cut->names_end = end;
	return true;
}

/* People. */

/* The bytes of the sign that parts people at `s`; 0: there is none. */
static size_t
parting(const char *s, size_t len)
{
	static const char *const signs[] = {", and ", ", & ", " and ", " & ",
	    " und ", " et ", " y ", ", ", "; "};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		size_t n = strlen(signs[i]);

		if (len > n && memcmp(s, signs[i], n) == 0)
			return n;
	}
	return 0;
}

static size_t
part_length(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && parting(s + n, len - n) == 0)
		n++;
	return n;
}

static size_t
count_words(const char *s, size_t len)
{
	size_t words = len > 0;

	for (size_t i = 0; i < len; i++)
		words += s[i] == ' ';
	return words;
}

/* "A.", "A. B.", "A.-B." */
static bool
is_initials(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text_ascii_letter(s[i]) &&
		    (i + 1 == len || s[i + 1] != '.'))
			return false;
	}
	return len >= 2 && len <= 8;
}

/* Whether two parts are one person's family and given name. */
static bool
are_pair(const char *family, size_t n, const char *given, size_t m)
{
	size_t words = count_words(family, n);

	if (m == 0 || words > FAMILY_WORDS || family[n - 1] == '.')
		return false;
	return is_initials(given, m) || (words == 1 && !memchr(given, ' ', m));
}

struct people
cited_people(struct arena *arena, const char *s, size_t len)
{
	struct buffer out = {0};
	struct people people;
	size_t parts = 0, initials = 0;
	bool others = memmem(s, len, "et al", 5) != NULL;

	for (size_t i = 0; i < len; parts++) {
		size_t n = part_length(s + i, len - i);
		size_t next = i + n + parting(s + i + n, len - i - n);
		size_t m = part_length(s + next, len - next);

		if (n >= 5 && memcmp(s + i, "et al", 5) == 0)
			break;
		if (out.len > 0)
			buffer_puts(&out, "; ");
		if (next > i + n &&
		    memcmp(s + next, "et al", m < 5 ? m : 5) != 0 &&
		    are_pair(s + i, n, s + next, m)) {
			initials += is_initials(s + next, m);
			buffer_put(&out, s + next, m);
			buffer_puts(&out, " ");
			next += m;
			next += parting(s + next, len - next);
		}
		buffer_put(&out, s + i, n);
		i = next > i ? next : len;
	}
	people = people_read(arena,
	    arena_dup(arena, out.s ? out.s : "", out.len), out.len, false);
	free(out.s);
	people.whole = people.whole && !others;
	/* "Place, Event" looks the same. */
	if (!others && initials == 0 && parts < 2 && memchr(s, ',', len) &&
	    people.first == NAMES_SURE)
		people.first = NAMES_MAYBE;
	return people;
}
