/*
 * The keys: one table of their names.  `bind` takes them, the terminal gives
 * them, the manual lists them.
 *
 * A key is a character, "^F" for one with Ctrl, or a name of the table; before
 * them stand "C-", "M-" (Alt) and "S-", in this order, "C-" and "S-" only
 * before a name.
 */
#ifndef LECTERN_KEY_H
#define LECTERN_KEY_H

#include <stdbool.h>
#include <stddef.h>

#define KEY_BYTES 64 /* room for a key's name, with its NUL */

/* A key that has a name, and the ways in which terminals send it. */
struct key {
	const char *name;
	const char *capability; /* terminfo's name for it, or NULL */
	char control;           /* the byte that it is, or 0 */
	char final;             /* CSI or SS3 with this final byte, or 0 */
	unsigned char number;   /* CSI number ~, or 0 */
};

/* The table and its length. */
const struct key *key_table(size_t *count);

/* Whether a key is called so. */
bool key_is_name(const char *name);

#endif
