/*
 * Draws what all panes have: frames, and text with its matches marked.
 */
#ifndef LECTERN_PAINT_H
#define LECTERN_PAINT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/model/query.h"
#include "lectern/ui/grid.h"
#include "lectern/ui/layout.h"

/* Returns the columns that a NUL-terminated string takes. */
int paint_width(const char *s);

/*
 * Puts a NUL-terminated string, with an ellipsis if it is cut; returns its
 * columns.
 */
int paint(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style);

/*
 * As paint(), and marks the query's matches; the string is of the given field.
 */
int paint_found(struct grid *grid, int y, int x, int columns, const char *s,
    unsigned style, const struct query *query, enum field field);

/*
 * As paint_found(), for bytes [start, end) of `s`; matches may reach beyond
 * them.
 */
int paint_found_part(struct grid *grid, int y, int x, int columns,
    const char *s, size_t start, size_t end, unsigned style,
    const struct query *query, enum field field);

/*
 * Adds style bits to bytes [start, end) of `s`, which was put at (y, x) in
 * `columns` columns.
 */
void paint_range(struct grid *grid, int y, int x, int columns, const char *s,
    size_t start, size_t end, unsigned style);

/*
 * Draws a border with `title` in its upper edge and `hint` ("" for none) at the
 * end of its lower edge.  With the focus, the title stands in brackets.
 */
void paint_frame(struct grid *grid, struct rect frame, const char *title,
    const char *hint, bool focused);

#endif
