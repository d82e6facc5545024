/*
 * What programs for notes and generators of sites add to Markdown, written as
 * plain Markdown.  Forms: help.obsidian.md, docs.logseq.com, gohugo.io (content
 * management), jekyllrb.com, docusaurus.io (admonitions), docs.github.com
 * (alerts, footnotes).
 *
 * - links between notes, and `#^blocks`: see wiki_link.h
 * - notes apart, as `> [!note] Title`, become words in bold: see admonition.h
 * - `~~struck~~`, `==marked==`, `%%comments%%`, ` ^block` lose their marks
 * - `{{< calls >}}` become links or words, or parts of an address: see
 *   shortcode.h
 * - `:emoji:` become pictures: see emoji.h
 * - `key:: value` becomes an item `key: value`
 * - what only MDX has becomes comments: see mdx.h
 * - `[^1]` becomes `[1]`, and goes from headings
 *
 * Code stays as it is.
 */
#ifndef LECTERN_NOTATION_H
#define LECTERN_NOTATION_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a document has such a form that line_text_noted() does not see, in its
 * first bytes.
 */
bool notation_seems(const char *s, size_t len);

/*
 * Returns the `len` bytes at `s`, clean text with as many lines, in plain
 * Markdown, to be freed, NUL-terminated, and their length; NULL where that is no
 * other.  Notes are looked for beside the document `path`; NULL: nowhere.  At most
 * `most` parts (1 to PARALLEL_MOST) are written in parallel, to the same result.
 */
char *notation_plain(const char *s, size_t len, const char *path, size_t most,
    size_t *plain_len);

#endif
