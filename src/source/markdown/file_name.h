/*
 * What the name of a file says of the talk that is in it.
 */
#ifndef LECTERN_FILE_NAME_H
#define LECTERN_FILE_NAME_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/base/arena.h"
#include "source/markdown/richtext.h"

struct file_name {
	const char *title; /* never NULL */
	const char *day;   /* or NULL */
};

/*
 * Reads a name without folders and ending, as Jekyll ("2031-05-01-kelp") makes it.
 * What it returns is the name or owned by the arena.
 */
struct file_name file_name_read(struct arena *arena, const char *name);

/*
 * Returns the bytes of a title that is a file of slides or a recording, without what
 * tells that: "Kelp at night.pdf".  All of them: it is none.
 */
size_t file_name_titled(const char *s, size_t len);

/*
 * The end of a title, [from, to) of a line, without such an ending, where a link has
 * it, too: else it would be told nowhere.
 */
uint32_t file_name_linked(const struct line *line, uint32_t from, uint32_t to);

#endif
