/*
 * The reader of JSON and YAML: finds which dialect a document is written in, and lets
 * that build its talks.
 */
#ifndef LECTERN_DIALECT_H
#define LECTERN_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/err.h"
#include "source/builder.h"
#include "source/document.h"
#include "source/value.h"

/*
 * Whether a document that begins with the `len` bytes at `s` is JSON, or JSON
 * lines.  An object that ends, and is followed by text, is none: it is the
 * front matter of that text.
 */
bool dialect_is_json(const char *s, size_t len);

/* Whether a value in JSON or YAML has talks, in any dialect. */
bool dialect_has_talks(const struct value *root);

/*
 * Builds the conference of such a document.  If it is broken, builds what
 * stands before the fault, with a warning.  Returns false, with nothing built
 * and `err` filled, if it has no talks: then `err` tells what it is instead.
 */
bool dialect_read(
    struct build *build, const struct document *document, struct err *err);

/*
 * Whether a document is YAML: by how it begins, and by its name or because a
 * talk stands in its first bytes.
 */
bool dialect_is_yaml(const struct document *document);

/* As dialect_read(), of YAML. */
bool dialect_read_yaml(
    struct build *build, const struct document *document, struct err *err);

/*
 * Whether a document begins with front matter in YAML that has a list of talks,
 * as the pages of meetups have.
 */
bool dialect_is_front(const struct document *document);

/* Reads its talks; what stands below is about them all.  Fails as the others. */
bool dialect_read_front(
    struct build *build, const struct document *document, struct err *err);

#endif
