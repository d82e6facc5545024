#include "source/day_order.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "source/when.h"

#define MONTHS  12
#define DAYS    31
#define CENTURY 2000 /* of years that are written with two digits */

/* A day as numbers, in the order in which they stand. */
struct numbers {
	int at[3];
	char sign; /* between them */
	const char *rest;
};

static bool
take(const char *s, struct numbers *numbers)
{
	for (int i = 0; i < 3; i++) {
		size_t digits = strspn(s, "0123456789");

		if (digits == 0 || digits > 4)
			return false;
		numbers->at[i] = (int)strtol(s, NULL, 10);
		s += digits;
		if (i == 0)
			numbers->sign = *s;
		if (i < 2 && (*s != numbers->sign || !strchr("/.", *s++)))
			return false;
	}
	if (*s && *s != ' ' && *s != ',' && *s != 'T')
		return false;
	numbers->rest = s + strspn(s, " ,T");
	return true;
}

void
day_order_learn(enum day_order *order, const char *text)
{
	struct numbers n;

	if (*order != DAY_ORDER_UNKNOWN || !take(text, &n))
		return;
	/* Nobody writes the month first with full stops. */
	if (n.sign == '.' || (n.at[0] > MONTHS && n.at[0] <= DAYS))
		*order = DAY_ORDER_DAY_FIRST;
	else if (n.at[1] > MONTHS && n.at[1] <= DAYS)
		*order = DAY_ORDER_MONTH_FIRST;
}

const char *
day_order_read(struct arena *arena, enum day_order order, const char *text,
    const char **rest)
{
	struct numbers n;
	struct when when;
	int month = order == DAY_ORDER_MONTH_FIRST ? 0 : 1;

	if (!take(text, &n))
		return NULL;
	if (n.at[0] > DAYS) /* the year is */
		when = (struct when){n.at[0], n.at[1], n.at[2], -1, 0, false};
	else if (order == DAY_ORDER_UNKNOWN && n.sign != '.')
		return NULL;
	else
		when = (struct when){
		    n.at[2], n.at[month], n.at[1 - month], -1, 0, false};
	when.year += when.year < 100 ? CENTURY : 0;
	if (when.month < 1 || when.month > MONTHS || when.day < 1 ||
	    when.day > DAYS || when.year < 1000)
		return NULL;
	*rest = n.rest;
	return when_day(arena, &when);
}

void
day_order_set(
    struct arena *arena, enum day_order order, struct programme_talk *said)
{
	const char *rest, *day;

	day = day_order_read(arena, order, said->start, &rest);
	if (day) {
		said->start = rest;
		said->day = *said->day ? said->day : day;
	}
	if (day_order_read(arena, order, said->end, &rest))
		said->end = rest;
	day = day_order_read(arena, order, said->day, &rest);
	if (!day)
		return;
	said->day = day;
	if (!*said->start)
		said->start = rest;
}
