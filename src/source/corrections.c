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

/* Each of these returns what is wrong, or NULL. */

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

static const char *
take_word(struct corrections *c, const char *s, size_t len, struct arena *arena)
{
	const char *equals = memchr(s, '=', len);
	size_t key = equals ? (size_t)(equals - s) : len;
	const char *value = equals ? equals + 1 : s + len;
	size_t n = (size_t)(s + len - value);

	if (is(s, key, "talks") && n > 0)
		return take_talks(c, value, n, arena);
	if (is(s, key, "speakers") && n > 0) {
		c->speakers = value;
		c->speakers_len = n;
		return NULL;
	}
	if (is(s, key, "link") && n > 0)
		return take_link(c, value, n, arena);
	if (is(s, key, "prefix") && n > 0) {
		take_prefix(c, value, n);
		return NULL;
	}
	return told(arena,
	    N_("%s: no such correction (there are talks=, speakers=, link= and "
	       "prefix=)"),
	    corrections_shown(arena, s, len));
}

const char *
corrections_read(struct corrections *corrections, const char *s, size_t len,
    struct arena *arena)
{
	const char *fault = NULL;

	for (size_t i = 0; i < len && !fault;) {
		size_t n = 0;

		while (i + n < len && !strchr(" \t\n", s[i + n]))
			n++;
		if (n > 0)
			fault = take_word(corrections, s + i, n, arena);
		i += n + 1;
	}
	return fault;
}

/* Whether a path is the one that words are for, or ends in it. */
static bool
fits(const char *path, const char *wanted)
{
	size_t n = strlen(path), w = strlen(wanted);

	return n >= w && strcmp(path + n - w, wanted) == 0 &&
	    (n == w || path[n - w - 1] == '/');
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
