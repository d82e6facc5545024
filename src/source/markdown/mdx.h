/*
 * What MDX has beside Markdown and JSX, which is HTML to libcmark, written as
 * comments of HTML.  Form: mdxjs.com (what is MDX).
 *
 * - lines that take from modules and give to them: `import x from "y"`,
 *   `export const x = 1;`
 * - remarks, also over lines: braces around a comment of C
 */
#ifndef LECTERN_MDX_H
#define LECTERN_MDX_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/buffer.h"

/* Whether a document has such a form in the `len` bytes at `s`. */
bool mdx_seems(const char *s, size_t len);

/*
 * Writes the line of `len` bytes at `s`, if it has such a form; `remark`: one
 * began on a line above, and after it whether one goes on.
 */
bool mdx_put(struct buffer *out, const char *s, size_t len, bool *remark);

#endif
