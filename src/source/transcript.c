#include "lectern/source/transcript.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/buffer.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "lectern/model/timecode.h"
#include "source/cues.h"

static void
join(struct buffer *joined, const char *s, size_t len)
{
	if (joined->len > 0)
		buffer_puts(joined, " ");
	buffer_put(joined, s, len);
}

/* Returns where what is joined next will begin. */
static uint32_t
next_at(const struct buffer *joined)
{
	return (uint32_t)(joined->len + (joined->len > 0));
}

static void
take_lines(struct transcript *t, const struct cues *cues)
{
	struct buffer text = {.len = 0}, folded = {.len = 0};
	struct arena *passing = arena_new();
	size_t begun = 0;

	t->line = arena_alloc(t->arena, (cues->n + 1) * sizeof(*t->line));
	for (; t->n < cues->n; t->n++) {
		const struct cues_line *line = &cues->line[t->n];
		size_t len = strlen(line->text), nfolded;
		const char *f = text_fold(passing, line->text, len, &nfolded);
		bool begins = t->n == 0 ||
		    cues_end(text.s + begun, text.len - begun, line);

		t->line[t->n] = (struct transcript_line){.text = next_at(&text),
		    .folded = next_at(&folded),
		    .second = line->at / 1000,
		    .begins = begins};
		if (begins)
			begun = next_at(&text);
		join(&text, line->text, len);
		join(&folded, f, nfolded);
		arena_clear(passing);
	}
	t->line[t->n].text = next_at(&text);
	t->line[t->n].folded = next_at(&folded);
	t->len = text.len;
	t->nfolded = folded.len;
	t->text = text.s;
	t->folded = folded.s;
	arena_adopt(t->arena, text.s, 0);
	arena_adopt(t->arena, folded.s, 0);
	arena_free(passing);
}

/* Reads a whole file into the arena, as clean text; NULL: it cannot be. */
static char *
read_text(struct arena *arena, const char *path, struct err *err)
{
	FILE *file = userfile_open(path, TRANSCRIPT_BYTES, err);
	char *bytes = NULL, *text = NULL;
	size_t len = 0, cap = 0, got = 1;

	while (file && got > 0 && len <= TRANSCRIPT_BYTES) {
		bytes = mem_grow(bytes, &cap, len + 65536, 1);
		got = fread(bytes + len, 1, 65536, file);
		len += got;
	}
	if (file && ferror(file))
		err_set(err, "%s: %s", path, strerror(errno));
	else if (file)
		text = text_clean(arena, bytes, len, NULL);
	if (file)
		fclose(file);
	free(bytes);
	return text;
}

struct transcript *
transcript_read(const char *path, struct err *err)
{
	struct transcript *t = mem_alloc(1, sizeof(*t));
	struct arena *passing = arena_new();
	char *text = read_text(passing, path, err);
	struct cues cues = {.n = 0};

	t->arena = arena_new();
	if (text)
		cues_read(&cues, passing, text);
	if (cues.n > 0) {
		take_lines(t, &cues);
	} else {
		if (text)
			err_set(err, _("%s: no captions"), path);
		transcript_free(t);
		t = NULL;
	}
	cues_free(&cues);
	arena_free(passing);
	return t;
}

void
transcript_free(struct transcript *t)
{
	if (!t)
		return;
	arena_free(t->arena);
	free(t);
}

size_t
transcript_line_at(const struct transcript *t, size_t at, bool folded)
{
	size_t low = 0, high = t->n;

	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		size_t begins = folded ? t->line[middle].folded
				       : t->line[middle].text;

		if (begins <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

const struct block *
transcript_blocks(const struct transcript *t, struct arena *arena, uint32_t *n)
{
	struct block *blocks = arena_alloc(arena, t->n * sizeof(*blocks));

	*n = 0;
	for (size_t i = 0, end; i < t->n; i = end) {
		char clock[TIMECODE_BYTES];
		const char *text;

		for (end = i + 1; end < t->n && !t->line[end].begins;)
			end++;
		timecode_write(t->line[i].second, clock);
		text = arena_printf(arena, "[%s] %.*s", clock,
		    (int)(t->line[end].text - t->line[i].text - 1),
		    t->text + t->line[i].text);
		blocks[(*n)++] = (struct block){.text = text,
		    .len = (uint32_t)strlen(text),
		    .kind = BLOCK_PARAGRAPH};
	}
	return blocks;
}
