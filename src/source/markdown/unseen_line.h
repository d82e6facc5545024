/*
 * Lines as they are written, for those who look for words that are shown nowhere.
 */
#ifndef LECTERN_UNSEEN_LINE_H
#define LECTERN_UNSEEN_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* What goes on from one line to the next. */
enum unseen_line {
	UNSEEN_LINE_PLAIN,  /* nothing */
	UNSEEN_LINE_CALL,   /* a call of a site's generator: {{ */
	UNSEEN_LINE_REMARK, /* of MDX */
};

/* Two answers of unseen_line_kind(). */
extern const char unseen_comment[], unseen_generator[];

/* What words of a line are that are shown nowhere: a constant message. */
const char *unseen_line_kind(const char *s, size_t len, enum unseen_line open);

/* Returns what goes on after a line, where `open` goes on before it. */
enum unseen_line
unseen_line_after(const char *s, size_t len, enum unseen_line open);

/*
 * Returns the bytes of the marks of quotations and items, with their boxes, that
 * a line begins with.
 */
size_t unseen_line_marks(const char *s, size_t len);

#endif
