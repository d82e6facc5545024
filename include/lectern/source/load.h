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
 * Reads the files, folders (see input_add()) and standard input ("-") at `paths`.
 * Returns the notes, to be freed with notes_free(), or NULL with `err` filled
 * at the first that cannot be read: missing, a folder without documents, a
 * binary file (NUL bytes in its first 8,000), an empty file; or because it was
 * to be stopped.  A member of a folder that cannot be read is left out and told
 * of in the notes, unless none can be read.
 *
 * Where a document's shape can be found without parsing all of it, the notes
 * of its talks wait until they are asked for: see body.h.
 */
struct notes *load_paths(const char *const *paths, size_t npaths,
    const struct load_options *options, struct err *err);

/*
 * As load_paths() for one document in memory; `path` names it in messages.
 * Any bytes give notes, perhaps with one talk; what cannot be read is a warning.
 */
struct notes *load_bytes(const char *path, const char *bytes, size_t len,
    const struct load_options *options);

/*
 * Whether words say how a document is to be read: `talks=headings:3`, `talks=list`,
 * `talks=file`, `speakers=before-dash`.  If not, `err` says which does not.
 */
bool load_check_words(const char *words, struct err *err);

/*
 * The blocks of a text in Markdown that is no document, as a reader's own note;
 * `text` is clean.  They are owned by the arena.
 */
const struct block *
load_note(struct arena *arena, const char *text, uint32_t *count);

#endif
