/*
 * Data as a text of the words that people read in it: of JSON, JavaScript, YAML,
 * TOML, XML and calendars, without the names of members, line by line as it is written.
 */
#ifndef LECTERN_DATA_TEXT_H
#define LECTERN_DATA_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/base/buffer.h"

enum data_form {
	DATA_OBJECTS, /* JSON, members in JavaScript */
	DATA_YAML,    /* and other lines of `key: value` */
	DATA_TOML,
	DATA_XML,
	DATA_ICAL,
};

/* What front matter of `len` bytes is. */
enum data_form data_text_form(const char *s, size_t len);

/* Whether a value of `len` bytes need not be read: it is said in another way. */
struct data_said {
	bool (*is)(void *of, const char *value, size_t len);
	void *of;
};

/* Writes the `len` bytes at `s`, with blanks for all that is no word in a value. */
void data_text_put(struct buffer *out, const char *s, size_t len,
    enum data_form form, const struct data_said *said);

#endif
