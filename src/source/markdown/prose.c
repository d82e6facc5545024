#include "source/markdown/prose.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lectern/base/substring.h"
#include "lectern/base/text.h"
#include "source/markdown/anew.h"
#include "source/markdown/names.h"
#include "source/markdown/people.h"

#define LEAST   5   /* titles */
#define LONGEST 300 /* bytes of one */
#define NAMES   120 /* bytes that are asked for names */
#define BETWEEN 60  /* bytes from these to the title */
#define BY_MOST 8   /* bytes of "by" and the like */

/*
 * Prose
 * =====
 *
 * Who tells of a day of talks in whole sentences quotes the title of each, as a
 * link to its page.  Where nothing but paragraphs is there, and nearly all of these
 * links lead to one folder of one site, each sentence or part of one with such a
 * title is a talk.  Links to a folder called "talks" or the like need no quotes, and
 * may be below headings.  The title is put in front; who speaks too, if "by" or the like
 * tells, or a name stands before the title.
 */

/* Where the first of some signs stands in [s, end), or `end`. */
static const char *
find_any(const char *s, const char *end, const char *signs)
{
	while (s < end && !strchr(signs, *s))
		s++;
	return s;
}

/* A quoted title that is a link. */
struct title {
	const char *from, *end; /* all of it, with brackets and quotes */
	const char *words, *words_end;
	const char *url, *url_end;
};

static const char *const opens[] = {"\"", "“", "„", "«"};

/* The bytes of a quote that stands at `s`; 0: there is none. */
static size_t
quote_at(const char *s, const char *end)
{
	for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++) {
		size_t n = strlen(opens[i]);

		if ((size_t)(end - s) > n && memcmp(s, opens[i], n) == 0)
			return n;
	}
	return 0;
}

/* Whether a quote opens right before `s`, perhaps with a blank. */
static bool
is_quoted(const char *from, const char *s)
{
	if (s > from + 3 && s[-1] == ' ')
		s--;
	for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++) {
		size_t n = strlen(opens[i]);

		if ((size_t)(s - from) >= n && memcmp(s - n, opens[i], n) == 0)
			return true;
	}
	return false;
}

/* Whether an address is in a folder that is called after talks. */
static bool
is_of_talks(const char *url, const char *end)
{
	static const char *const words[] = {"charlas", "presentation",
	    "presentations", "session", "sessions", "talk", "talks", NULL};
	const char *slash = memrchr(url, '/', (size_t)(end - url)), *at = slash;

	if (!slash || slash + 1 == end)
		return false;
	while (at > url && at[-1] != '/')
		at--;
	return names_one_of(at, (size_t)(slash - at), words);
}

/* The first title in [s, end) that is quoted, or leads to such a folder. */
static bool
next_title(const char *s, const char *end, struct title *title)
{
	const char *from = s;

	for (; (s = memchr(s, '[', (size_t)(end - s))); s++) {
		size_t most = (size_t)(end - s) < LONGEST ? (size_t)(end - s)
							  : LONGEST;
		size_t quote = quote_at(s + 1, end);
		const char *close = memmem(s, most, "](http", 6);
		const char *last;

		if (!close || memchr(s + 1, '[', (size_t)(close - s - 1)) ||
		    memmem(s, (size_t)(close - s), "\n\n", 2))
			continue;
		last = find_any(close, end, ") \n");
		if (last == end || *last != ')' || close <= s + 1 + quote ||
		    (quote == 0 && !is_quoted(from, s) &&
			!is_of_talks(close + 2, last)))
			continue;
		*title = (struct title){
		    s, last + 1, s + 1 + quote, close, close + 2, last};
		return true;
	}
	return false;
}

/* The bytes of the folder that a title's address is in. */
static size_t
folder(const struct title *title)
{
	const char *slash = memrchr(
	    title->url, '/', (size_t)(title->url_end - title->url));

	return slash ? (size_t)(slash - title->url) : 0;
}

/* Whether a line begins what is no prose: a second heading, an item, a table. */
static bool
is_other(const char *s, const char *end, bool heads)
{
	while (s < end && *s == ' ')
		s++;
	return s + 2 < end &&
	    (text_ascii_any(*s, "|`~>") ||
		(!heads && *s == '#' && text_ascii_any(s[1], "# ")) ||
		(text_ascii_any(*s, "*+-") && s[1] == ' ') ||
		memcmp(s, "1.", 2) == 0);
}

/* Whether the text has no other lines; with `heads`, it may have headings. */
static bool
is_prose(const char *s, const char *end, bool heads)
{
	if (s < end && s[0] == '#' && s[1] == ' ')
		s = memchr(s, '\n', (size_t)(end - s));
	while (s && s < end) {
		if (is_other(s, end, heads))
			return false;
		s = memchr(s, '\n', (size_t)(end - s));
		s = s ? s + 1 : NULL;
	}
	return true;
}

/* Whether a title is all of its line, or begins it with a dash behind. */
static bool
is_line(const char *s, const char *end, const struct title *title)
{
	const char *at = title->end;

	if (title->from > s && title->from[-1] != '\n')
		return false;
	while (at < end && text_ascii_any(*at, " \r"))
		at++;
	return at == end || *at == '\n' || *at == '-' ||
	    (end - at > 3 && memcmp(at, "\xe2\x80", 2) == 0);
}

/*
 * Whether there are enough titles, of nearly one folder, and no lines of their own;
 * whether it is called after talks goes to `*sure`.
 */
static bool
are_talks(const char *s, const char *end, bool *sure)
{
	const char *from = s;
	struct title first, title;
	size_t n = 0, same = 0, lines = 0;

	*sure = false;
	for (; next_title(s, end, &title); s = title.end) {
		lines += is_line(from, end, &title);
		if (n++ == 0) {
			first = title;
			*sure = is_of_talks(title.url, title.url_end);
		}
		same += folder(&title) == folder(&first) &&
		    memcmp(title.url, first.url, folder(&first)) == 0;
	}
	return n >= LEAST && same * 10 >= n * 8 && lines * 2 <= n;
}

/* Names. */

/* Whether a word joins two names. */
static bool
joins(const char *s, size_t len)
{
	static const char *const words[] = {
	    "and", "e", "en", "et", "i", "och", "og", "und", "y", NULL};

	return names_exactly_one_of(s, len, words);
}

/* A word of [s, end), perhaps behind blanks; its first byte is `*s` then. */
static size_t
word_at(const char **s, const char *end)
{
	size_t n = 0;

	while (*s < end && text_ascii_any(**s, " \n"))
		++*s;
	while (*s + n < end && !text_ascii_any((*s)[n], " \n"))
		n++;
	return n;
}

static bool
is_capital(const char *s, size_t len)
{
	uint32_t code;

	text_decode(s, len, &code);
	return len > 0 && text_is_upper(code);
}

/*
 * The bytes of words from `s` on that may be names, joined ones too: they begin
 * with a capital, and none but the last has a sign behind it.
 */
static size_t
names_run(const char *s, const char *end)
{
	const char *at = s, *last = s;
	size_t n;

	if (end - s > NAMES)
		end = s + NAMES;
	while ((n = word_at(&at, end)) > 0) {
		bool join = last > s && joins(at, n);

		if (!join && !is_capital(at, n))
			break;
		at += n;
		if (join)
			continue;
		last = at;
		if (text_ascii_any(at[-1], ".,;:)"))
			break;
	}
	while (last > s && text_ascii_any(last[-1], ".,;:)"))
		last--;
	return (size_t)(last - s);
}

/* The bytes of names that begin at `s`, if they are somebody's for sure. */
static size_t
sure_names(struct arena *arena, const char *s, const char *end)
{
	size_t n = names_run(s, end);
	const char *names = n > 0 ? text_squeeze(arena, s, n) : "";

	return strchr(names, ' ') &&
		people_first(names, strlen(names)) == NAMES_SURE
	    ? n
	    : 0;
}

/* Whether a word is "by" or the like. */
static bool
is_by(const char *s, size_t len)
{
	char word[BY_MOST + 2];

	if (len > BY_MOST)
		return false;
	memcpy(word, s, len);
	word[len] = ' ';
	word[len + 1] = '.';
	return names_by(word, len + 2) > 0;
}

/* The names behind "by" at `s`, which begin at `*names`; 0: there are none. */
static size_t
names_behind(
    struct arena *arena, const char *s, const char *end, const char **names)
{
	size_t n = word_at(&s, end);

	if (n == 0 || !is_by(s, n))
		return 0;
	*names = s + n;
	word_at(names, end);
	return sure_names(arena, *names, end);
}

/* Whether what stands behind a word is a noun: "the Speaker", "im Saal". */
static bool
wants_noun(const char *s, size_t len)
{
	static const char *const words[] = {"a", "am", "an", "auf", "beim",
	    "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem",
	    "einen", "im", "in", "mit", "the", "vom", "von", "zum", "zur",
	    NULL};

	return names_one_of(s, len, words);
}

/* The names before a title, with a few words and no sign between. */
static size_t
names_before(
    struct arena *arena, const char *s, const char *end, const char **names)
{
	bool noun = false;
	size_t n;

	for (; (n = word_at(&s, end)) > 0; s += n) {
		size_t run = !noun && is_capital(s, n)
		    ? sure_names(arena, s, end)
		    : 0;
		size_t rest = (size_t)(end - s) - run;

		if (run > 0 && rest < BETWEEN &&
		    find_any(s + run, end, ".,;:!?()") == end) {
			*names = s;
			return run;
		}
		noun = wants_noun(s, n);
	}
	return 0;
}

/* Who speaks in a talk that the words of [s, end) tell of; 0: nobody is named. */
static size_t
find_names(struct arena *arena, const char *s, const char *end,
    const struct title *title, const char **names)
{
	size_t found = names_behind(arena, title->end, end, names);
	const char *at = title->end;

	if (found == 0)
		found = names_before(arena, s, title->from, names);
	for (size_t n; found == 0 && (n = word_at(&at, end)) > 0; at += n)
		found = names_behind(arena, at, end, names);
	return found;
}

/* Sentences. */

/* How much what stands at `s` parts one talk from the next. */
static int
parts(const char *from, const char *s, const char *end)
{
	const char *word = s + 1;
	size_t n = word_at(&word, end);
	bool joined = n > 0 &&
	    (joins(word, n) || (n == 5 && memcmp(word, "sowie", n) == 0));

	if (!text_ascii_any(*s, " \n") || s == from)
		return 0;
	if (text_ascii_any(s[-1], ".!?") && s > from + 3 && is_capital(word, n))
		return 5;
	if (s[-1] == ';' || (s[-1] == ',' && joined))
		return 4;
	if (joined) {
		word += n;
		word_at(&word, end);
		if (word + 1 >= end)
			return 3;
	}
	return s[-1] == ',' ? 2 : joined;
}

/* Where the words on the next title begin, behind those on the one before. */
static const char *
find_part(
    struct arena *arena, const struct title *before, const struct title *title)
{
	const char *names, *found = title->from, *at = before->end;
	size_t n = names_behind(arena, at, title->from, &names);
	int best = 0;

	for (at = n > 0 ? names + n : at; at < title->from; at++) {
		int much = parts(before->end, at, title->from + 1);

		if (much > 0 && much >= best) {
			best = much;
			found = at + 1;
		}
	}
	return found;
}

/* What is written anew. */
struct prose {
	struct anew out;
	size_t lines; /* that are more than those read so far */
};

static void
put_words(struct prose *w, const char *s, size_t len)
{
	const char *words = text_squeeze(w->out.arena, s, len);

	anew_puts(&w->out, words);
}

/* Writes the item of a title that the words of [s, end) tell of. */
static void
put_item(
    struct prose *w, const char *s, const char *end, const struct title *title)
{
	struct buffer *out = &w->out.out;
	const char *names, *last = title->words_end;
	size_t n = find_names(w->out.arena, s, end, title, &names);

	if (out->len > 0 && out->s[out->len - 1] != '\n') {
		while (out->s[out->len - 1] == ' ')
			out->len--;
		anew_puts(&w->out, "\n");
		w->lines++;
	}
	while (last > title->words + 3 && !text_word_byte(last[-1]) &&
	    quote_at(last - 1, last + 1) > 0)
		last--;
	anew_puts(&w->out, "- [");
	put_words(w, title->words, (size_t)(last - title->words));
	anew_puts(&w->out, "](");
	anew_put(&w->out, title->url, title->url_end);
	anew_puts(&w->out, ")");
	if (n > 0) {
		anew_puts(&w->out, " - ");
		put_words(w, names, n);
	}
	anew_puts(&w->out, "<br>");
	for (; s < end; s++) {
		bool drop = *s == '\n' && w->lines > 0;

		w->lines -= drop;
		buffer_put(&w->out.out, drop ? " " : s, 1);
	}
}

/* Where the paragraph ends that begins at `s`: at its last newline. */
static const char *
paragraph_end(const char *s, const char *end)
{
	for (const char *nl; (nl = memchr(s, '\n', (size_t)(end - s)));) {
		s = nl + 1;
		while (s < end && *s == ' ')
			s++;
		if (s == end || *s == '\n')
			return nl;
	}
	return end;
}

/* Writes a paragraph, with an item for each title. */
static void
put_paragraph(struct prose *w, const char *s, const char *end)
{
	struct title title, next;
	bool more = next_title(s, end, &title);

	if (!more)
		anew_put(&w->out, s, end);
	while (more) {
		const char *to = end;

		more = next_title(title.end, end, &next);
		if (more)
			to = find_part(w->out.arena, &title, &next);
		put_item(w, s, to, &title);
		s = to;
		title = next;
	}
}

char *
prose_part(struct arena *arena, const char *s, size_t *len)
{
	const char *end = s + *len;
	struct prose w = {.out = anew_begin(arena, s, *len)};
	bool sure;

	if (!substring_has(s, *len, "](http") || !is_prose(s, end, true) ||
	    !are_talks(s, end, &sure) || !(sure || is_prose(s, end, false)))
		return NULL;
	anew_skip(&w.out, s, end);
	while (s < end) {
		const char *to = paragraph_end(s, end);

		put_paragraph(&w, s, to);
		for (s = to; s < end && text_ascii_any(*s, " \n"); s++)
			anew_put(&w.out, s, s + 1);
	}
	return anew_end(&w.out, true, len);
}
