/*
 * Pairs as rows of the database; see pairs.h.
 */
#ifndef LECTERN_PAIRS_FILE_H
#define LECTERN_PAIRS_FILE_H

#include "lectern/base/db.h"
#include "lectern/source/load_pairs.h"

/* See pairs_read(). */
void pairs_file_read(const char *path, struct load_pairs *pairs);

/* Writes those that can be read of the file `from`, which is damaged. */
void pairs_file_save(struct db *db, const char *from);

#endif
