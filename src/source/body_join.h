/*
 * The notes of joined talks.
 */
#ifndef LECTERN_BODY_JOIN_H
#define LECTERN_BODY_JOIN_H

struct body;

/*
 * Makes the body of a joined talk from those of its parts, which are read; NULL
 * is one without anything.  Between their notes stands a label with the name of
 * the second one's source.
 */
void
body_join_make(struct body *body, const struct body *a, const struct body *b);

#endif
