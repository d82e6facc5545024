/* Rows of text in the scripts of the world, folded within a process. */
#include "bench.h"

#include <stdlib.h>
#include <string.h>

#include <cmark.h>

#include "dice.h"
#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "process.h"

#define BYTES ((size_t)4 << 20)
#define LINE  100               /* bytes, or a few more */
#define KEPT  ((size_t)1 << 20) /* bytes of an arena before it is emptied */
#define BAR   (1000.0 / 300)    /* ms a MB at 300 MB/s */

struct script {
	const char *name, *mapped; /* of the rows */
	uint32_t first, last;      /* code points that make words */
	uint32_t ascii;            /* of ten letters, those that are ASCII */
	uint32_t longest;          /* letters of a word */
};

static const struct script scripts[] = {
    {"fold, Cyrillic", "highlight, Cyrillic", 0x0430, 0x044F, 0, 9},
    {"fold, accents", "highlight, accents", 0x00E0, 0x00FF, 7, 9},
    {"fold, Greek", "highlight, Greek", 0x03AC, 0x03CE, 0, 9},
    {"fold, Arabic", "highlight, Arabic", 0x0627, 0x064A, 0, 8},
    {"fold, Devanagari", "highlight, Devanagari", 0x0905, 0x0928, 0, 6},
    {"fold, Chinese", "highlight, Chinese", 0x4E00, 0x5E00, 0, 4},
    {"fold, Korean", "highlight, Korean", 0xAC00, 0xB800, 0, 4},
};

#define SCRIPTS (sizeof(scripts) / sizeof(*scripts))

/* Text that is folded, and how. */
struct folding {
	char *s;
	size_t len;
	bool map;
};

static size_t
encode(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	out[0] = (char)(0xE0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3F));
	out[2] = (char)(0x80 | (c & 0x3F));
	return 3;
}

static size_t
write_word(const struct script *script, struct dice *dice, char *out)
{
	uint32_t letters = 2 + dice_below(dice, script->longest - 1);
	size_t n = 0;

	for (uint32_t i = 0; i < letters; i++) {
		bool ascii = dice_below(dice, 10) < script->ascii;

		n += encode(ascii ? 'a' + dice_below(dice, 26)
				  : script->first +
			    dice_below(dice, script->last - script->first + 1),
		    out + n);
	}
	return n;
}

/* Bullets of the script's words. */
static struct folding
make_text(const struct script *script)
{
	struct dice dice = {1};
	struct folding text = {.s = malloc(BYTES + 2 * LINE)};
	size_t line = 0;

	while (text.s && text.len < BYTES) {
		if (text.len == line) {
			memcpy(text.s + text.len, "- ", 2);
			text.len += 2;
		}
		text.len += write_word(script, &dice, text.s + text.len);
		text.s[text.len] = text.len - line < LINE ? ' ' : '\n';
		if (text.s[text.len++] == '\n')
			line = text.len;
	}
	return text;
}

/* Folds line by line, as talks are. */
static bool
time_fold(const void *argument, void *result)
{
	const struct folding *text = argument;
	struct arena *arena = arena_new();
	double *ms = result, began = process_clock();
	const char *s = text->s, *end = s + text->len;

	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((nl ? nl : end) - s), folded;
		uint32_t *map;

		if (text->map)
			text_fold_map(arena, s, n, false, &folded, &map);
		else
			text_fold(arena, s, n, &folded);
		if (arena_size(arena) > KEPT)
			arena_clear(arena);
		s += n + 1;
	}
	*ms = (process_clock() - began) / ((double)text->len / 1e6);
	arena_free(arena);
	return true;
}

static bool
time_cmark(const void *argument, void *result)
{
	const struct folding *text = argument;
	double *ms = result, began = process_clock();
	cmark_node *root = cmark_parse_document(
	    text->s, text->len, CMARK_OPT_DEFAULT);

	*ms = (process_clock() - began) / ((double)text->len / 1e6);
	cmark_node_free(root);
	return true;
}

static void
measure(const struct bench *bench, const char *name, struct folding *text)
{
	const struct document doc = {.bytes = text->len};
	const struct row row = {name, &doc, "ms/MB", "libcmark", 0, BAR};
	struct series ours = {.n = 0}, limit = {.n = 0};

	for (int i = 0; i < bench->rounds; i++) {
		double fold = SERIES_FAILED, cmark = SERIES_FAILED;

		process_inside(time_fold, text, &fold, sizeof(fold));
		process_inside(time_cmark, text, &cmark, sizeof(cmark));
		series_add(&ours, fold);
		series_add(&limit, cmark);
	}
	sheet_pairs(bench->sheet, &row, &ours, &limit);
}

void
rows_text(const struct bench *bench)
{
	for (size_t i = 0; i < SCRIPTS; i++) {
		struct folding text = make_text(&scripts[i]);

		if (!text.s)
			continue;
		measure(bench, scripts[i].name, &text);
		text.map = true;
		measure(bench, scripts[i].mapped, &text);
		free(text.s);
	}
}
