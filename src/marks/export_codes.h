/*
 * Time codes in the reader's own texts, as links to the talk's video at their
 * second: in a digest, which is read elsewhere than in lectern.
 */
#ifndef LECTERN_EXPORT_CODES_H
#define LECTERN_EXPORT_CODES_H

#include <stddef.h>

#include "lectern/marks/export_list.h"

/* A code in a text. */
struct export_code {
	size_t at, end; /* its bytes */
	const char *url;
};

/* Those of a text that have no link of their own, in order.  Owned by the list. */
struct export_codes {
	struct export_code *code;
	size_t n;
};

/* Finds them; there are none outside of a digest, or without a video. */
struct export_codes export_codes_find(struct export_list *list,
    const struct export_entry *entry, const char *text);

/*
 * Returns a text with its codes as links of Markdown, or with the links at the
 * ends of its lines.  Owned by the list, or `text` itself.
 */
const char *export_codes_markdown(struct export_list *list,
    const struct export_entry *entry, const char *text);
const char *export_codes_plain(struct export_list *list,
    const struct export_entry *entry, const char *text);

#endif
