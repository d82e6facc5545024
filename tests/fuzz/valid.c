#include "valid.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/model/link.h"
#include "lectern/model/timecode.h"
#include "lectern/source/body.h"
#include "lectern/source/load.h"

#include "fuzz.h"

/* Bytes of a string that are clean; it has no line feed or tab either. */
static size_t
check_line(const char *s)
{
	FUZZ_CHECK(s != NULL);
	FUZZ_CHECK(text_is_clean(s, strlen(s)));
	FUZZ_CHECK(!strpbrk(s, "\n\t"));
	return strlen(s);
}

static void
check_block(const struct block *block)
{
	uint32_t at = 0;

	FUZZ_CHECK(block->kind <= BLOCK_CODE);
	FUZZ_CHECK(strlen(block->text) == block->len);
	FUZZ_CHECK(text_is_clean(block->text, block->len));
	FUZZ_CHECK(block->len > 0 && block->line > 0);
	if (block->kind != BLOCK_CODE)
		check_line(block->text);
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct span *span = &block->spans[i];

		FUZZ_CHECK(span->start >= at && span->start < span->end);
		FUZZ_CHECK(span->end <= block->len && span->style != 0);
		FUZZ_CHECK(!(span->style & SPAN_LINK) == !span->url);
		if (span->url)
			check_line(span->url);
		at = span->end;
	}
}

void
valid_blocks(const struct block *blocks, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		check_block(&blocks[i]);
}

static void
check_identity(const struct identity *identity)
{
	const char *const names[] = {
	    identity->guid, identity->id, identity->slug};
	size_t said = 0;

	for (size_t i = 0; i < 3; i++)
		said += names[i] && check_line(names[i]) > 0;
	FUZZ_CHECK(said > 0);
}

/* Time codes are in order and inside their blocks. */
static void
check_codes(const struct talk *talk, struct body_blocks blocks)
{
	struct timecodes codes = {0};
	uint32_t block = 0, at = 0;

	timecode_find(&codes, blocks.block, blocks.n, talk->url, talk->line);
	for (size_t i = 0; i < codes.n; i++) {
		const struct timecode *code = &codes.code[i];

		if (code->block != block)
			at = 0;
		FUZZ_CHECK(code->block >= block && code->block < blocks.n);
		block = code->block;
		FUZZ_CHECK(code->start >= at && code->end >= code->start);
		at = code->end;
		FUZZ_CHECK(at <= blocks.block[block].len);
	}
	timecode_free(&codes);
}

static void
check_talk(const struct notes *notes, const struct talk *talk)
{
	const struct body_links links = body_links(talk);
	const struct body_blocks blocks = body_blocks(talk);

	check_line(talk->title);
	FUZZ_CHECK(check_line(talk->key) > 0);
	FUZZ_CHECK(check_line(talk->id) > 0);
	FUZZ_CHECK(talk->track < notes->ntracks);
	FUZZ_CHECK(talk->source < notes->nsources && talk->line > 0);
	FUZZ_CHECK(notes_find(notes, talk->id) != NULL);
	if (talk->day)
		FUZZ_CHECK(check_line(talk->day) > 0);
	if (talk->room)
		FUZZ_CHECK(check_line(talk->room) > 0);
	if (talk->start)
		FUZZ_CHECK(check_line(talk->start) == 5);
	if (notes_more(talk)->language)
		FUZZ_CHECK(check_line(notes_more(talk)->language) > 0);
	if (notes_more(talk)->identity)
		check_identity(notes_more(talk)->identity);
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		FUZZ_CHECK(check_line(talk->speakers[i]) > 0);
	for (uint32_t i = 0; i < links.n; i++) {
		bool own = talk->url && i == 0;

		/* Paths of files beside the document are the last. */
		FUZZ_CHECK(own || link_is_openable(links.url[i]) ||
		    link_is_path(links.url[i]));
		FUZZ_CHECK(!own || strcmp(talk->url, links.url[0]) == 0);
	}
	FUZZ_CHECK(!talk->url || links.n > 0);
	valid_blocks(blocks.block, blocks.n);
	check_codes(talk, blocks);
}

void
valid_notes(const struct notes *notes)
{
	uint32_t talks = 0;

	check_line(notes->name);
	check_line(notes->shape);
	for (uint32_t i = 0; i < notes->nsources; i++)
		valid_blocks(
		    notes->sources[i].blocks, notes->sources[i].nblocks);
	for (uint32_t t = 0; t < notes->ntracks; t++) {
		const struct track *track = &notes->tracks[t];

		check_line(track->name);
		talks += track->ntalks;
		for (uint32_t i = 0; i < track->ntalks; i++)
			FUZZ_CHECK(notes->talks[track->talks[i]].track == t);
		valid_blocks(track->blocks, track->nblocks);
	}
	FUZZ_CHECK(talks == notes->ntalks);
	for (uint32_t i = 0; i < notes->ntalks; i++)
		check_talk(notes, &notes->talks[i]);
	for (uint32_t i = 0; i < notes->nwarnings; i++) {
		char *text = told_text(notes->warnings[i].text);

		check_line(text);
		free(text);
	}
}

size_t
valid_load(
    const char *name, const char *start, const uint8_t *data, size_t size)
{
	const struct load_options options = {.warn = true};
	size_t n = strlen(start), ntalks;
	char *text = malloc(n + size + 1);
	struct notes *notes;

	FUZZ_CHECK(text != NULL);
	memcpy(text, start, n);
	if (size > 0)
		memcpy(text + n, data, size);
	notes = load_bytes(name, text, n + size, &options);
	valid_notes(notes);
	ntalks = notes->ntalks;
	notes_free(notes);
	free(text);
	return ntalks;
}
