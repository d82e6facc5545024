/*
 * Folders of documents, for tests of how these are read.
 */
#ifndef LECTERN_FOLDER_SAMPLE_H
#define LECTERN_FOLDER_SAMPLE_H

#include "lectern/source/load.h"

#define FOLDER_MOST 12 /* files of a folder */

/* A file to be, below the folder. */
struct given {
	const char *path, *text;
};

/*
 * Reads a folder called "harbour" with these files, then one without a path; it
 * is gone after that.  To be freed with notes_free().
 */
struct notes *
folder_read(const struct given *given, const struct load_options *options);

#endif
