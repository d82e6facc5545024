/*
 * Fences of code that are none: one that nothing closes, all text below which would
 * be code, headings, too; one around all of a document.
 */
#ifndef LECTERN_LOOSE_FENCE_H
#define LECTERN_LOOSE_FENCE_H

#include <stddef.h>

struct arena;

/*
 * Returns the text, in the arena, with a fence in place of one that has a sign too
 * much, "```css`", where another one closes it; NULL where there is none.
 */
char *loose_fence_ticked(struct arena *arena, const char *s, size_t *len);

/*
 * Returns the text without such a fence, or with one that closes it, in the arena,
 * and its length in `*len`; NULL where there is none, or another one or HTML below
 * it, or where below it stand less than two headings of a level that there is above.
 */
char *loose_fence_part(struct arena *arena, const char *s, size_t *len);

/*
 * Returns the text without a block of Markdown that all of it is, but for a few
 * lines, as programs write that give notes away: "```markdown"; NULL: it is not so.
 */
char *loose_fence_around(struct arena *arena, const char *s, size_t *len);

#endif
