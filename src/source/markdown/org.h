/*
 * Documents of Org mode, written as Markdown.  Forms: orgmode.org (the syntax).
 *
 * - `* Heading` becomes `# Heading`, below `#+TITLE:`, which is one, too; what
 *   is still to be done or done already, and `:tags:`, are words behind it
 * - drawers of properties become items `key: value`
 * - `[[address][words]]` becomes `[words](address)`
 * - blocks of code become fences, `# comments` become those of HTML
 * - what stands below a heading begins at the line's start
 *
 * Lines stay where they are.
 */
#ifndef LECTERN_ORG_H
#define LECTERN_ORG_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a document is one of these, by the end of its path or its first line. */
bool org_is(const char *path, const char *s, size_t len);

/*
 * Returns the `len` bytes at `s` as Markdown, which is the caller's to free and
 * has `*plain_len` bytes, with a NUL behind; NULL: it is too long for that.
 */
char *org_plain(const char *s, size_t len, size_t *plain_len);

#endif
