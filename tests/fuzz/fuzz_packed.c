/*
 * What the cache keeps: any document comes back as it was read, is found by the
 * same words, and bytes that are damaged or cut are refused or do no harm.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/find/filter.h"
#include "lectern/source/body.h"
#include "source/builder.h"
#include "source/format.h"
#include "source/keys.h"
#include "source/packed.h"
#include "source/tracks.h"

#include "same.h"

const char fuzz_corpus[] =
    "tests/fuzz/corpus/load tests/fuzz/corpus/csv tests/data/load";

static const struct packed_stamp stamp = {1, 2, 3, 4, 5, 6};

/* What a loader does after the last document. */
static struct notes *
finish(struct build *build)
{
	struct built *built = build_result(build);
	struct notes *notes;

	keys_set(built);
	tracks_finish(built);
	notes = built_notes(built);
	build_free(build);
	return notes;
}

/* Reads a document, and packs it where that is asked for; NULL: it is none. */
static struct notes *
read_document(const char *s, size_t len, struct packed_bytes *packed)
{
	static const struct load_options options = {.warn = true};
	char *copy = malloc(len + 1);
	struct bytes bytes = {.s = copy, .len = len};
	struct arena *arena = arena_new();
	struct build *build = build_new(arena, NULL);
	struct err err;
	bool ok;
	const struct document document = {
	    .path = "fuzz.md",
	    .name = "fuzz",
	    .bytes = &bytes,
	    .options = &options,
	};

	FUZZ_CHECK(copy != NULL);
	memcpy(copy, s, len);
	ok = format_read(build, &document, &err);
	input_drop(&bytes);
	if (!ok) {
		build_free(build);
		arena_free(arena);
		return NULL;
	}
	if (packed)
		FUZZ_CHECK(packed_write(packed, build, 0, "/fuzz.md", &stamp));
	return finish(build);
}

/*
 * The notes that the bytes are, perhaps without what a query does not find; or
 * NULL.
 */
static struct notes *
unpack(const char *s, size_t len, const struct query *only)
{
	struct arena *arena = arena_new();
	struct build *build = build_new(arena, NULL);

	if (packed_build(build, "fuzz.md", s, len, only))
		return finish(build);
	build_free(build);
	arena_free(arena);
	return NULL;
}

static void
check_same(const struct notes *a, const struct notes *b)
{
	uint32_t talk;
	const char *difference = same_notes(a, b, &talk);

	if (difference)
		fprintf(
		    stderr, "not the same in talk %u: %s\n", talk, difference);
	FUZZ_CHECK(!difference);
}

static bool
is_same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether both say the same of a talk where a search prints it. */
static void
check_talk(const struct notes *a, uint32_t i, const struct notes *b, uint32_t k)
{
	const struct talk *x = &a->talks[i], *y = &b->talks[k];

	FUZZ_CHECK(is_same_text(x->id, y->id) && is_same_text(x->key, y->key) &&
	    is_same_text(x->title, y->title) && is_same_text(x->url, y->url) &&
	    is_same_text(a->tracks[x->track].name, b->tracks[y->track].name) &&
	    x->line == y->line && x->nspeakers == y->nspeakers &&
	    notes_abouts(a, x).n == notes_abouts(b, y).n);
}

/* What talks are left by a query are found as among all. */
static void
check_left(const struct packed_bytes *packed, const struct notes *all,
    const char *words)
{
	struct query query = {0};
	struct hits x = {0}, y = {0};
	struct notes *left;
	struct filter *filter;

	query_parse(&query, words);
	left = unpack(packed->s, packed->len, &query);
	FUZZ_CHECK(left != NULL);
	filter = filter_new(all);
	filter_run(filter, &query, &x);
	filter_free(filter);
	filter = filter_new(left);
	filter_set_only(filter, &query);
	filter_run(filter, &query, &y);
	FUZZ_CHECK(x.n == y.n);
	for (size_t i = 0; i < x.n; i++) {
		FUZZ_CHECK(x.hit[i].score == y.hit[i].score &&
		    x.hit[i].field == y.hit[i].field &&
		    x.hit[i].in_body == y.hit[i].in_body);
		check_talk(all, x.hit[i].talk, left, y.hit[i].talk);
	}
	filter_free(filter);
	notes_free(left);
	hits_free(&x);
	hits_free(&y);
	query_free(&query);
}

static void
find(const struct notes *notes, const char *words, struct hits *hits)
{
	struct filter *filter = filter_new(notes);
	struct query query = {0};

	query_parse(&query, words);
	filter_run(filter, &query, hits);
	query_free(&query);
	filter_free(filter);
}

/* Whether the words are found in the same talks, and as well. */
static void
check_found(const struct notes *a, const struct notes *b, const char *words)
{
	struct hits x = {0}, y = {0};

	find(a, words, &x);
	find(b, words, &y);
	FUZZ_CHECK(x.n == y.n);
	for (size_t i = 0; i < x.n; i++)
		FUZZ_CHECK(x.hit[i].talk == y.hit[i].talk &&
		    x.hit[i].score == y.hit[i].score &&
		    x.hit[i].field == y.hit[i].field &&
		    x.hit[i].in_body == y.hit[i].in_body);
	hits_free(&x);
	hits_free(&y);
}

/* Words that stand in the document at `from`. */
static void
check_words(const struct notes *a, const struct notes *b, const char *s,
    size_t len, size_t from)
{
	struct arena *arena = arena_new();
	size_t n = len - from < 6 ? len - from : 6;

	check_found(a, b, text_clean(arena, s + from, n, NULL));
	arena_free(arena);
}

/*
 * How a text begins: as it is, in small, where only that counts, and as a fuzzy
 * term, which is no other in notes.
 */
static void
check_beginning(const struct notes *fresh, const struct notes *kept,
    const char *s, size_t n)
{
	struct arena *arena = arena_new();
	const char *folded = text_fold(arena, s, text_within(s, n, 12), NULL);

	check_words(fresh, kept, s, n, 0);
	check_found(fresh, kept, folded);
	check_found(fresh, kept, arena_printf(arena, "~%s", folded));
	check_found(fresh, kept, arena_printf(arena, "notes:%s", folded));
	check_found(fresh, kept, arena_printf(arena, "notes:~%s", folded));
	check_found(fresh, kept, arena_printf(arena, "^%s", folded));
	arena_free(arena);
}

/* Names that are not ASCII. */
static void
check_names(const struct notes *fresh, const struct notes *kept)
{
	unsigned n = 0;

	for (uint32_t t = 0; t < fresh->ntalks && n < 4; t++) {
		const struct talk *talk = &fresh->talks[t];
		char *speakers = notes_speakers(talk);
		size_t title = strlen(talk->title), len = strlen(speakers);

		if (!text_is_ascii(talk->title, title) ||
		    !text_is_ascii(speakers, len)) {
			n++;
			check_beginning(fresh, kept, talk->title, title);
			check_beginning(fresh, kept, speakers, len);
			if (title > 0)
				check_words(
				    fresh, kept, talk->title, title, title - 1);
		}
		free(speakers);
	}
}

/* How the first notes begin, and the first that are not ASCII. */
static void
check_beginnings(const struct notes *fresh, const struct notes *kept)
{
	unsigned any = 0, foreign = 0;

	for (uint32_t t = 0; t < fresh->ntalks && t < 64; t++) {
		const struct body_blocks blocks = body_blocks(&fresh->talks[t]);

		for (uint32_t i = 0; i < blocks.n; i++) {
			const struct block *block = &blocks.block[i];
			bool ascii = text_is_ascii(block->text, block->len);

			if (ascii ? any++ < 4 : foreign++ < 4)
				check_beginning(
				    fresh, kept, block->text, block->len);
		}
	}
}

static void
look_at_all(const struct notes *notes)
{
	struct hits hits = {0};

	for (uint32_t i = 0; i < notes->ntalks; i++)
		body_blocks(&notes->talks[i]);
	find(notes, "a", &hits);
	hits_free(&hits);
}

/* Words of each part of some talks, alone, in other cases, and with others. */
static void
check_lefts(const struct packed_bytes *packed, const struct notes *all)
{
	struct arena *arena = arena_new();

	for (uint32_t t = 0; t < all->ntalks && t < 8; t++) {
		const struct talk *talk = &all->talks[t];
		const struct body_blocks blocks = body_blocks(talk);
		const char *text[] = {talk->title,
		    talk->nspeakers > 0 ? talk->speakers[0] : "",
		    all->tracks[talk->track].name,
		    blocks.n > 0 ? blocks.block[blocks.n - 1].text : ""};

		for (size_t i = 0; i < sizeof(text) / sizeof(*text); i++) {
			size_t len = strlen(text[i]),
			       n = text_within(text[i], len, 7);
			const char *word = arena_dup(arena, text[i], n);
			const char *small = text_fold(arena, word, n, NULL);

			check_left(packed, all, word);
			check_left(packed, all, small);
			check_left(packed, all,
			    arena_printf(arena, "%s %s", small, talk->title));
			check_left(
			    packed, all, arena_printf(arena, "-%s", small));
			check_left(packed, all,
			    arena_printf(arena, "%s | notes:%s", small, word));
		}
	}
	arena_free(arena);
}

/* Bytes of which one is another, or that are cut, are none of that document. */
static void
damage(const struct packed_bytes *packed, size_t at)
{
	char *copy = malloc(packed->len);
	struct query only = {0};
	struct notes *notes;

	FUZZ_CHECK(copy != NULL);
	query_parse(&only, "a");
	memcpy(copy, packed->s, packed->len);
	copy[at] = (char)(copy[at] + 1 + at % 255);
	FUZZ_CHECK(!packed_is_of(copy, packed->len, "/fuzz.md", &stamp, false));
	FUZZ_CHECK(!packed_is_of(packed->s, at, "/fuzz.md", &stamp, false));
	/* Even where the sum is right there is nothing beyond them. */
	for (int i = 0; i < 2; i++) {
		notes = unpack(copy, packed->len, i == 0 ? NULL : &only);
		if (notes)
			look_at_all(notes);
		notes_free(notes);
	}
	query_free(&only);
	free(copy);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	struct packed_bytes packed = {.s = NULL};
	struct notes *fresh = read_document(s, size, NULL);
	struct notes *read, *kept;
	size_t where = size;

	if (!fresh)
		return 0;
	read = read_document(s, size, &packed);
	FUZZ_CHECK(
	    packed_is_of(packed.s, packed.len, "/fuzz.md", &stamp, false));
	FUZZ_CHECK(
	    !packed_is_of(packed.s, packed.len, "/other.md", &stamp, false));
	kept = unpack(packed.s, packed.len, NULL);
	FUZZ_CHECK(kept != NULL);
	check_found(fresh, kept, "a");
	check_found(fresh, kept, "* ");
	check_found(fresh, kept, "1");
	for (size_t i = 0; size > 0 && i < 4; i++)
		check_words(fresh, kept, s, size, (size * i + i) / 4 % size);
	check_beginnings(read, kept);
	check_names(read, kept);
	check_same(fresh, kept);
	check_same(read, kept);
	check_lefts(&packed, kept);
	notes_free(fresh);
	notes_free(read);
	notes_free(kept);
	for (size_t i = 0; i < 8; i++) {
		where = (where + 1) * 2654435761u;
		damage(&packed, where % packed.len);
	}
	free(packed.s);
	return 0;
}
