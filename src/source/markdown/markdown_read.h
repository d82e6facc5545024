/*
 * The reader of Markdown documents.  It has a lazy way and a sure way, which
 * give the same talks.
 */
#ifndef LECTERN_MARKDOWN_READ_H
#define LECTERN_MARKDOWN_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"

/* Builds the conference of a document; any bytes give at least one talk. */
void markdown_read(struct build *build, const struct document *document);

/* Whether there is a place of that name for speakers; if not, `err` says so. */
bool markdown_has_place(const char *name, size_t len, struct err *err);

#endif
