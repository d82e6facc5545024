/*
 * Pieces that all panes are drawn with: frames, and text with matches marked.
 */
#ifndef LECTERN_PAINT_H
#define LECTERN_PAINT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/model/query.h"
#include "lectern/ui/grid.h"
#include "lectern/ui/layout.h"

/* The columns that a NUL-terminated string takes. */
int paint_width(const char *s);

/* Puts a NUL-terminated string, cut with an ellipsis; returns its columns. */
int paint(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style);

/* As paint(), with the query's matches marked; the string stands in `field`. */
int paint_found(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style, const struct query *query, enum field field);

/* The same of bytes [start, end) of `s`, in which a match may be broken. */
int paint_found_part(struct grid *grid, int y, int x, int columns,
    const char *s, size_t start, size_t end, unsigned style,
    const struct query *query, enum field field);

/*
 * Marks bytes [start, end) of `s`, which was put from (y, x) in `columns`
 * columns, with further style bits.
 */
void paint_range(struct grid *grid, int y, int x, int columns, const char *s,
    size_t start, size_t end, unsigned style);

/*
 * Draws a border with `title` in its upper and `hint` ("" for none) at the
 * end of its lower edge.  With the focus the title stands in brackets.
 */
void paint_frame(struct grid *grid, struct rect frame, const char *title,
    const char *hint, bool focused);

#endif
