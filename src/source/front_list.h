/*
 * What a list of talks in front matter has that is not shown.
 */
#ifndef LECTERN_FRONT_LIST_H
#define LECTERN_FRONT_LIST_H

#include "source/builder.h"
#include "source/json_fields.h"

/* Tells the lines of members that say nothing that is known here. */
void front_list_tell(
    struct build *build, struct json_names *names, const struct value *root);

/* Tells lines with comments in the `len` bytes, which begin the document. */
void front_list_tell_comments(struct build *build, const char *s, size_t len);

#endif
