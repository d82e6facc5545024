/*
 * Front matter that is an object of JSON or JavaScript, as YAML.
 */
#ifndef LECTERN_FRONT_OBJECT_H
#define LECTERN_FRONT_OBJECT_H

#include <stddef.h>

#include "lectern/base/buffer.h"

/*
 * Writes lines "key: value" for the members of the objects in the `len` bytes at
 * `s`, or for what constants of JavaScript are, lists and objects in lines below
 * them.  What is computed is left out, and so is all behind objects that stand
 * in each other too deep.
 */
void front_object_yaml(struct buffer *out, const char *s, size_t len);

#endif
