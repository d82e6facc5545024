/*
 * The scalars of YAML, and how lines are gone through.
 */
#ifndef LECTERN_YAML_SCALAR_H
#define LECTERN_YAML_SCALAR_H

#include <stdbool.h>
#include <stdint.h>

#include "lectern/base/buffer.h"

/* Where in a text a reader of YAML is. */
struct yaml_scalar {
	const char *at, *end;
	const char *start;  /* of the line that `at` is in */
	uint32_t line;      /* its number, from 1 */
	struct buffer text; /* of the scalar that was read last; owned */
	const char *fault;  /* a constant; NULL: none yet */
	uint32_t fault_line;
};

/* Remembers the first fault, a constant. */
void yaml_scalar_fault(struct yaml_scalar *yaml, const char *why);

/* Whether a byte is a blank or tab. */
bool yaml_scalar_blank(char c);

/* Whether `at` is at the end of a line, or of all. */
bool yaml_scalar_at_line_end(const struct yaml_scalar *yaml);

/* Whether `c` stands there, and after it nothing or a blank. */
bool yaml_scalar_indicator(const struct yaml_scalar *yaml, char c);

/* Whether a line that begins or ends a document begins there. */
bool yaml_scalar_at_marker(const struct yaml_scalar *yaml);

/* Goes past a line feed. */
void yaml_scalar_next_line(struct yaml_scalar *yaml);

/*
 * Goes past blanks, comments and line ends to what comes next; returns its
 * column, from 0, or -1 at the end of the document.
 */
long yaml_scalar_skip(struct yaml_scalar *yaml);

/* Goes past blanks; whether nothing but a comment is left in the line. */
bool yaml_scalar_rest_is_empty(struct yaml_scalar *yaml);

/*
 * Read a scalar into `yaml->text`.  A plain one goes on in lines that stand
 * further to the right than column `parent`, and in a flow collection up to
 * what ends it there.
 */
void yaml_scalar_plain(struct yaml_scalar *yaml, long parent, bool flow);
void yaml_scalar_quoted(struct yaml_scalar *yaml);
void yaml_scalar_block(struct yaml_scalar *yaml, long parent);

#endif
