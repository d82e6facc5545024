/*
 * Says what went wrong, in words for the user.  A function that can fail
 * returns bool and fills a struct err, its last argument, when it returns
 * false.
 */
#ifndef LECTERN_ERR_H
#define LECTERN_ERR_H

#include <stdbool.h>

/* The message names the thing first, in lower case, without a full stop. */
struct err {
	char msg[1024];
};

/*
 * Formats the message (cut to fit at a character) and returns false, so that
 * `return err_set(err, "%s: %s", path, strerror(errno));` reports and fails.
 * Control characters in the result become '?'.  NULL for `err` is allowed.
 */
bool err_set(struct err *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Returns what a reader can do about a file that the system refuses with this
 * errno, to be put behind its words: "; ..." or "".
 */
const char *err_way_out(int number);

#endif
