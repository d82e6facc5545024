/*
 * The conference that comes with lectern.
 */
#ifndef LECTERN_BUNDLED_H
#define LECTERN_BUNDLED_H

#define BUNDLED_NAME "lpc-2023.md"

/* Its path, to be freed, or NULL where it cannot be read. */
char *bundled_find(void);

#endif
