/*
 * When a document was last read, as recall remembers it.
 */
#ifndef LECTERN_VISIT_H
#define LECTERN_VISIT_H

#include "lectern/system/recall.h"

/* Sets the time of the last visit, in milliseconds since 1970. */
void visit_set(struct recall *recall, const char *path, long long date);

/* Returns it, or 0: never. */
long long visit_get(const struct recall *recall, const char *path);

/*
 * Whether what is said of how a document was joined with others, in any
 * language, was not said in the last run; remembers that it is said now.
 */
bool visit_is_news(struct recall *recall, const char *path, const char *said);

#endif
