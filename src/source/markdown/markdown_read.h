/*
 * The reader of Markdown documents.  It has a lazy way and a sure way, which
 * give the same talks.
 */
#ifndef LECTERN_MARKDOWN_READ_H
#define LECTERN_MARKDOWN_READ_H

#include <stddef.h>

#include "source/builder.h"
#include "source/document.h"

struct corrections;

/* Builds the conference of a document; any bytes give at least one talk. */
void markdown_read(struct build *build, const struct document *document);

/* Takes corrections as corrections_read(), and checks the place of speakers. */
const char *markdown_corrections(struct corrections *corrections, const char *s,
    size_t len, struct arena *arena);

#endif
