#include "source/corrections.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"

#define WORD_COLUMNS 100 /* of a word that is told to be none */

static bool
is(const char *s, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(s, word, len) == 0;
}

const char *
corrections_shown(struct arena *arena, const char *s, size_t len)
{
	return text_squeeze(arena, s, text_fit(s, len, WORD_COLUMNS, NULL));
}

#define COLUMN_HIGHEST 16 /* number of a column */
#define FIELD_HIGHEST  6  /* and of a field of a line */

static const char *const columns[] = {
    [CORRECTIONS_TITLES] = "title",
    [CORRECTIONS_SPEAKERS] = "speakers",
    [CORRECTIONS_LINKS] = "link",
    [CORRECTIONS_TRACKS] = "track",
    [CORRECTIONS_DAYS] = "day",
    [CORRECTIONS_TIMES] = "time",
    [CORRECTIONS_ROOMS] = "room",
    [CORRECTIONS_LENGTHS] = "length",
};

char *
corrections_header(struct arena *arena, const struct corrections_which *which)
{
	char *name = arena_dup(arena, which->name, which->len);

	for (char *at = name; *at; at++) {
		if (*at == '_')
			*at = ' ';
	}
	return name;
}

const char *
corrections_lost(struct arena *arena, const struct corrections *c,
    enum corrections_column column)
{
	const struct corrections_which *which = &c->column[column];

	return told(arena, N_("%s=column:%s: no table has it"), columns[column],
	    which->len > 0 ? corrections_shown(arena, which->name, which->len)
			   : arena_printf(arena, "%u", which->number));
}

bool
corrections_need_whole(const struct corrections *c)
{
	return c->tables || c->title_field > 0 || c->speakers_field > 0 ||
	    c->speakers_len > 0;
}

/* The number that a text is, up to `highest`; 0: it is none. */
static uint8_t
number_of(const char *s, size_t len, unsigned highest)
{
	unsigned n = 0;

	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_digit(s[i]) || n > highest)
			return 0;
		n = 10 * n + (unsigned)(s[i] - '0');
	}
	return len > 0 && n <= highest ? (uint8_t)n : 0;
}

static bool
begins(const char *s, size_t len, const char *word)
{
	return len >= strlen(word) && memcmp(s, word, strlen(word)) == 0;
}

/* Each of these returns what is wrong, or NULL. */

/* `column:3`, `column:Talk`, `column:"Talk title"` */
static const char *
take_column(struct corrections_which *which, const char *s, size_t len,
    struct arena *arena)
{
	const char *name = s + strlen("column:");
	size_t n = len - strlen("column:");

	if (n >= 2 && *name == '"' && name[n - 1] == '"') {
		name++;
		n -= 2;
	}
	*which = (struct corrections_which){
	    .number = number_of(name, n, COLUMN_HIGHEST)};
	if (which->number > 0)
		return NULL;
	if (n == 0 || text_ascii_digit(*name))
		return told(arena,
		    N_("%s: is neither the name of a column nor a number up to "
		       "%d"),
		    corrections_shown(arena, s, len), COLUMN_HIGHEST);
	which->name = name;
	which->len = n;
	return NULL;
}

/* `field:2` */
static const char *
take_number(uint8_t *field, const char *s, size_t len, struct arena *arena)
{
	*field = number_of(
	    s + strlen("field:"), len - strlen("field:"), FIELD_HIGHEST);
	return *field > 0
	    ? NULL
	    : told(arena, N_("%s: is no number of a field, up to %d"),
		  corrections_shown(arena, s, len), FIELD_HIGHEST);
}

static const char *
take_talks(
    struct corrections *c, const char *s, size_t len, struct arena *arena)
{
	const size_t headings = strlen("headings:");

	c->level = 0;
	c->one = is(s, len, "file");
	c->shape = is(s, len, "list")  ? LOAD_SHAPE_LIST
	    : is(s, len, "paragraphs") ? LOAD_SHAPE_PARAGRAPHS
				       : LOAD_SHAPE_AUTO;
	if (c->one || c->shape != LOAD_SHAPE_AUTO)
		return NULL;
	c->shape = LOAD_SHAPE_HEADINGS;
	if (is(s, len, "headings"))
		return NULL;
	if (len == headings + 1 && memcmp(s, "headings:", headings) == 0 &&
	    s[headings] >= '1' && s[headings] <= '6') {
		c->level = s[headings] - '0';
		return NULL;
	}
	c->shape = LOAD_SHAPE_AUTO;
	return told(arena,
	    N_("talks=%s: is neither list, paragraphs, headings, headings:1 to "
	       "headings:6 nor file"),
	    corrections_shown(arena, s, len));
}

static const char *
take_link(struct corrections *c, const char *s, size_t len, struct arena *arena)
{
	static const char *const names[] = {
	    [CORRECTIONS_TITLE] = "title",
	    [CORRECTIONS_VIDEO] = "video",
	    [CORRECTIONS_SLIDES] = "slides",
	    [CORRECTIONS_NOWHERE] = "nowhere",
	};

	for (size_t i = 1; i < sizeof(names) / sizeof(*names); i++) {
		if (is(s, len, names[i])) {
			c->link = (enum corrections_link)i;
			return NULL;
		}
	}
	return told(arena,
	    N_("link=%s: is neither title, video, slides nor nowhere"),
	    corrections_shown(arena, s, len));
}

static void
take_prefix(struct corrections *c, const char *s, size_t len)
{
	c->prefix_kind = is(s, len, "none") ? CORRECTIONS_NONE
	    : is(s, len, "number")          ? CORRECTIONS_NUMBER
					    : CORRECTIONS_WORD;
	c->prefix = s;
	c->prefix_len = len;
}

/* Words for columns and fields, and those for titles and what has only columns. */
static const char *
take_which(struct corrections *c, enum corrections_column column, const char *s,
    size_t len, struct arena *arena)
{
	struct corrections_which *which = &c->column[column];
	bool title = column == CORRECTIONS_TITLES;

	if (begins(s, len, "column:")) {
		c->tables = true;
		return take_column(which, s, len, arena);
	}
	if (title && begins(s, len, "field:"))
		return take_number(&c->title_field, s, len, arena);
	if (title && is(s, len, "line")) {
		c->on_line = true;
		return NULL;
	}
	if (title)
		return told(arena,
		    N_("title=%s: is neither line, field:N nor column:NAME"),
		    corrections_shown(arena, s, len));
	if (is(s, len, "none")) {
		c->tables = which->none = true;
		return NULL;
	}
	return told(arena, N_("%s=%s: is neither column:NAME nor none"),
	    columns[column], corrections_shown(arena, s, len));
}

static const char *
take_suffix(
    struct corrections *c, const char *s, size_t len, struct arena *arena)
{
	c->no_suffix = is(s, len, "none");
	return c->no_suffix ? NULL
			    : told(arena, N_("suffix=%s: is not none"),
				  corrections_shown(arena, s, len));
}

/* What the names of columns are, too: speakers and links stand elsewhere. */
static const char *
take_place(struct corrections *c, enum corrections_column column, const char *s,
    size_t len, struct arena *arena)
{
	if (begins(s, len, "column:"))
		return take_which(c, column, s, len, arena);
	if (column == CORRECTIONS_LINKS)
		return take_link(c, s, len, arena);
	if (begins(s, len, "field:"))
		return take_number(&c->speakers_field, s, len, arena);
	c->speakers = s;
	c->speakers_len = len;
	return NULL;
}

static const char *
take_word(struct corrections *c, const char *s, size_t len, struct arena *arena)
{
	const char *equals = memchr(s, '=', len);
	size_t key = equals ? (size_t)(equals - s) : len;
	const char *value = equals ? equals + 1 : s + len;
	size_t n = (size_t)(s + len - value);

	if (is(s, key, "talks") && n > 0)
		return take_talks(c, value, n, arena);
	if (is(s, key, "suffix") && n > 0)
		return take_suffix(c, value, n, arena);
	if (is(s, key, "prefix") && n > 0) {
		take_prefix(c, value, n);
		return NULL;
	}
	for (size_t i = 0; n > 0 && i < CORRECTIONS_COLUMNS; i++) {
		enum corrections_column column = (enum corrections_column)i;

		if (is(s, key, columns[i]))
			return i == CORRECTIONS_SPEAKERS ||
				i == CORRECTIONS_LINKS
			    ? take_place(c, column, value, n, arena)
			    : take_which(c, column, value, n, arena);
	}
	return told(arena,
	    N_("%s: no such correction (there are talks=, title=, speakers=, "
	       "link=, track=, day=, time=, room=, length=, prefix= and "
	       "suffix=)"),
	    corrections_shown(arena, s, len));
}

/* The bytes of the word at `s`; blanks in quotes belong to it. */
static size_t
word_length(const char *s, size_t len)
{
	bool quoted = false;
	size_t n = 0;

	for (; n < len && (quoted || !strchr(" \t\n", s[n])); n++)
		quoted = quoted != (s[n] == '"');
	return n;
}

size_t
corrections_comment(const char *s, size_t len)
{
	static const char open[] = "<!--", word[] = "lectern";
	size_t n = sizeof(open) - 1;

	if (len <= n || memcmp(s, open, n) != 0)
		return 0;
	while (n < len && strchr(" \t\n", s[n]))
		n++;
	if (len - n < sizeof(word) ||
	    memcmp(s + n, word, sizeof(word) - 1) != 0)
		return 0;
	n += sizeof(word) - 1;
	while (n < len && s[n] == ' ')
		n++;
	return n < len && s[n] == ':' ? n + 1 : 0;
}

const char *
corrections_read(struct corrections *corrections, const char *s, size_t len,
    struct arena *arena)
{
	const char *fault = NULL;

	for (size_t i = 0; i < len && !fault;) {
		size_t n = word_length(s + i, len - i);

		if (n > 0)
			fault = take_word(corrections, s + i, n, arena);
		i += n + 1;
	}
	return fault;
}

/*
 * Whether a path is the one that words are for, or ends in it, or is in or below
 * that folder.
 */
static bool
fits(const char *path, const char *wanted)
{
	size_t w = strlen(wanted);
	const char *at = path, *end = path + strlen(path);

	while (w > 1 && wanted[w - 1] == '/')
		w--;
	for (; w > 0 && (at = memmem(at, (size_t)(end - at), wanted, w));
	     at++) {
		if ((at == path || at[-1] == '/') &&
		    (at[w] == '\0' || at[w] == '/'))
			return true;
	}
	return false;
}

void
corrections_take(struct corrections *corrections,
    const struct load_options *options, const char *path)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < options->nsources; i++) {
		const struct load_source *source = &options->sources[i];

		if (fits(path, source->path))
			corrections_read(corrections, source->words,
			    strlen(source->words), arena);
	}
	arena_free(arena);
	if (options->shape != LOAD_SHAPE_AUTO)
		corrections->shape = options->shape;
	if (options->talk_level > 0)
		corrections->level = options->talk_level;
}

uint64_t
corrections_sum(const struct load_options *options, const char *path)
{
	const int all[] = {(int)options->shape, options->talk_level};
	uint64_t sum = strmap_hash(
	    (const char *)all, sizeof(all), STRMAP_HASH_START);

	for (size_t i = 0; i < options->nsources; i++) {
		const char *words = options->sources[i].words;

		if (fits(path, options->sources[i].path))
			sum = strmap_hash(words, strlen(words) + 1, sum);
	}
	return sum;
}
