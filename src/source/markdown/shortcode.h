/*
 * Calls of a site's generator within a document: Hugo's `{{< youtube ID >}}`,
 * Jekyll's `{% include youtube.html id="ID" %}`, Logseq's `{{video URL}}`.
 */
#ifndef LECTERN_SHORTCODE_H
#define LECTERN_SHORTCODE_H

#include <stddef.h>

#include "lectern/base/buffer.h"

struct arena;

/*
 * Writes what the call that the `len` bytes at `s` begin with stands for as
 * Markdown: a link, where it embeds a video or has an address; else the words
 * that it gives.  Returns its bytes; 0: there is none, and nothing is written.
 */
size_t shortcode_put(struct buffer *out, const char *s, size_t len);

/*
 * The same of a call of several lines, which stands in no other line, with as
 * many line feeds as it has.
 */
size_t shortcode_put_lines(struct buffer *out, const char *s, size_t len);

/*
 * Writes the `](address)` of a link at `s`, where calls make the address, as in
 * `]({{ "/talks/" | relative_url }})`, with what they say of it.  Returns its
 * bytes; 0: it is none of these, and nothing is written.
 */
size_t shortcode_link(struct buffer *out, const char *s, size_t len);

/*
 * Returns an address of HTML, with what the calls in it say: of `{{ "/talks/" |
 * relative_url }}` this is "/talks/".  It is the same one, or the arena's.
 */
const char *shortcode_address(struct arena *arena, const char *url);

/*
 * Returns the bytes of attributes at `s[i]`, which are for a page and say
 * nothing: `{: .note}`, `{#name}` at the end of a line, or `{target="_blank"}`
 * behind a link; 0: they are none.
 */
size_t shortcode_attributes(const char *s, size_t len, size_t i);

#endif
