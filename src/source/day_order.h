/*
 * Days as spreadsheets write them, "4/15/2024" or "15.4.2024": which number is
 * the month is told by a day after the twelfth anywhere in the table.
 */
#ifndef LECTERN_DAY_ORDER_H
#define LECTERN_DAY_ORDER_H

#include "lectern/base/arena.h"
#include "source/programme.h"

enum day_order {
	DAY_ORDER_UNKNOWN,
	DAY_ORDER_DAY_FIRST,
	DAY_ORDER_MONTH_FIRST,
};

/* Sets the order if the text begins with a day that tells it. */
void day_order_learn(enum day_order *order, const char *text);

/*
 * Returns the day that the text begins with as "2024-04-15", owned by the arena,
 * and sets `*rest` to what comes after it; NULL where there is none, or it may
 * be one of two.
 */
const char *day_order_read(struct arena *arena, enum day_order order,
    const char *text, const char **rest);

/*
 * Reads the days in what a talk says of its time: sets its day as text, and
 * leaves the times of start and end.
 */
void day_order_set(
    struct arena *arena, enum day_order order, struct programme_talk *said);

#endif
