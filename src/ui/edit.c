#include "lectern/ui/edit.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"

void
edit_set(struct edit *edit, const char *text)
{
	size_t len = text_within(text, strlen(text), EDIT_MOST);

	edit->text = mem_grow(edit->text, &edit->cap, len + 1, 1);
	memmove(edit->text, text, len);
	edit->text[len] = '\0';
	edit->len = len;
	edit->at = len;
	edit->fresh = false;
}

void
edit_free(struct edit *edit)
{
	free(edit->text);
	memset(edit, 0, sizeof(*edit));
}

/* Replaces bytes [start, end) and puts the cursor after the new text. */
static void
replace(
    struct edit *edit, size_t start, size_t end, const char *text, size_t len)
{
	edit->text = mem_grow(
	    edit->text, &edit->cap, edit->len - (end - start) + len + 1, 1);
	memmove(
	    edit->text + start + len, edit->text + end, edit->len - end + 1);
	if (len)
		memcpy(edit->text + start, text, len);
	edit->len += len - (end - start);
	edit->at = start + len;
	edit->fresh = false;
}

/* The new text may have joined with the next cluster: go after both. */
static void
snap(struct edit *edit)
{
	size_t at = 0;

	while (at < edit->at)
		at += text_next(edit->text + at, edit->len - at);
	edit->at = at;
}

void
edit_insert(struct edit *edit, const char *text, size_t len)
{
	struct arena *arena = arena_new();
	size_t n;
	char *clean = text_clean(arena, text, len, &n);

	for (char *s = clean; *s; s++)
		if (*s == '\n' || *s == '\t')
			*s = ' ';
	if (n > 0 && edit->fresh)
		replace(edit, 0, edit->len, "", 0);
	/* A key's text fits or is dropped; of a paste, what fits is taken. */
	size_t room = EDIT_MOST - edit->len, fit = 0;

	while (fit < n) {
		size_t next = text_next(clean + fit, n - fit);

		if (fit + next > room)
			break;
		fit += next;
	}
	if (fit > 0) {
		replace(edit, edit->at, edit->at, clean, fit);
		snap(edit);
	}
	arena_free(arena);
}

void
edit_left(struct edit *edit)
{
	edit->at -= text_prev(edit->text, edit->at);
	edit->fresh = false;
}

void
edit_right(struct edit *edit)
{
	edit->at += text_next(edit->text + edit->at, edit->len - edit->at);
	edit->fresh = false;
}

void
edit_home(struct edit *edit)
{
	edit->at = 0;
	edit->fresh = false;
}

void
edit_end(struct edit *edit)
{
	edit->at = edit->len;
	edit->fresh = false;
}

void
edit_backspace(struct edit *edit)
{
	size_t n = text_prev(edit->text, edit->at);

	replace(edit, edit->at - n, edit->at, "", 0);
	snap(edit);
}

void
edit_delete(struct edit *edit)
{
	size_t n = text_next(edit->text + edit->at, edit->len - edit->at);

	replace(edit, edit->at, edit->at + n, "", 0);
	snap(edit);
}

void
edit_kill_word(struct edit *edit)
{
	size_t start = edit->at;

	while (start > 0 && edit->text[start - 1] == ' ')
		start--;
	while (start > 0 && edit->text[start - 1] != ' ')
		start--;
	replace(edit, start, edit->at, "", 0);
	snap(edit);
}

void
edit_kill_start(struct edit *edit)
{
	replace(edit, 0, edit->at, "", 0);
}

void
edit_kill_end(struct edit *edit)
{
	replace(edit, edit->at, edit->len, "", 0);
}
