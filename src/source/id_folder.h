/*
 * The lists to which talks of one folder refer by id: see id_lists.h, which finds
 * them.
 */
#ifndef LECTERN_ID_FOLDER_H
#define LECTERN_ID_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "source/value.h"

struct id_folder {
	const char *path; /* of the folder, `len` bytes; owned by the first */
	size_t len;
	struct value *root; /* an object with a member for each, by its name */
	struct value **end; /* see value_add() */
	bool used;          /* they told something of a talk */
};

#endif
