/*
 * The loader: documents in, notes out.  The grammar of Markdown documents stands
 * at the heads of shape.c and byline.h.
 */
#ifndef LECTERN_LOAD_H
#define LECTERN_LOAD_H

#include <stddef.h>

#include "lectern/base/arena.h"
#include "lectern/base/err.h"
#include "lectern/model/notes.h"
#include "lectern/source/load_options.h"

/*
 * Reads the files, folders (see input_add()) and standard input ("-") at
 * `paths`.  Returns the notes, to be freed with notes_free().  Returns NULL
 * with `err` filled if it was stopped, or at the first path that cannot be
 * read: missing, empty, binary (see input_read()), a folder without documents.
 * A member of a folder that cannot be read is left out and listed in the notes,
 * unless none can be read.
 *
 * If the shape of a document can be found without parsing all of it, the notes
 * of its talks are parsed only when they are asked for: see body.h.
 */
struct notes *load_paths(const char *const *paths, size_t npaths,
    const struct load_options *options, struct err *err);

/*
 * As load_paths(), for one document in memory; messages call it `path`.  Any
 * bytes give notes, perhaps with one talk; what cannot be read gives a warning.
 */
struct notes *load_bytes(const char *path, const char *bytes, size_t len,
    const struct load_options *options);

/*
 * Whether words say how a document is to be read: `talks=headings:3`, `talks=list`,
 * `talks=file`, `speakers=before-dash`.  If not, `err` says which does not.
 */
bool load_check_words(const char *words, struct err *err);

/*
 * Returns the blocks of a Markdown text such as a reader's own note, owned by
 * the arena.  `text` is clean.
 */
const struct block *
load_note(struct arena *arena, const char *text, uint32_t *count);

#endif
