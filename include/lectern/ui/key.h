/*
 * The keys: one table of their names, for `bind`, the terminal and the manual.
 *
 * A key is called by its character, by "^F" for one with Ctrl, or by a name of
 * the table.  Prefixes come in this order: "C-", "M-" (Alt), "S-"; "C-" and
 * "S-" only before a name of the table.
 */
#ifndef LECTERN_KEY_H
#define LECTERN_KEY_H

#include <stdbool.h>
#include <stddef.h>

#define KEY_BYTES 64 /* room for a key's name, with its NUL */

/* A key with a name, and how terminals send it. */
struct key {
	const char *name;
	const char *capability; /* its name in terminfo, or NULL */
	char control;           /* the control character that it sends, or 0 */
	char final;             /* final byte of its CSI or SS3, or 0 */
	unsigned char number;   /* its number in "CSI number ~", or 0 */
};

/* Returns the table and its length. */
const struct key *key_table(size_t *count);

/* Whether this is the name of a key. */
bool key_is_name(const char *name);

#endif
