/*
 * The results: an aligned table on standard output, and the same with tabs in
 * a file.
 */
#ifndef BENCH_SHEET_H
#define BENCH_SHEET_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define SERIES_MOST   2048
#define SERIES_FAILED ((double)NAN) /* could not be measured */

/* What was measured, in the order in which it was. */
struct series {
	double at[SERIES_MOST];
	size_t n;
};

/* What is measured on. */
struct document {
	char path[64];
	uint32_t talks;
	size_t bytes;
	const char *form; /* its name; see form.h */
	bool compared;    /* with documents of other forms */
};

/* A line of the table but for its numbers. */
struct row {
	const char *name;
	const struct document *doc;
	const char *unit;
	const char *limit; /* what lectern is measured against, or NULL */
	double ratio_bar;  /* the largest good ratio to it; 0: none */
	double value_bar;  /* the largest good value; 0: none */
};

#define SPREADS_MOST 32

/* The texts of a line. */
#define SHEET_COLUMNS 13

struct cells {
	char at[SHEET_COLUMNS][32];
};

/* The lines of the best and of the worst form, of what is compared. */
struct spread {
	struct cells best, worst;
	double least, most; /* their ratios */
};

struct sheet {
	FILE *file;
	bool failed; /* something of lectern's could not be measured */
	struct spread spread[SPREADS_MOST];
	size_t nspreads;
};

/* Adds a value; beyond SERIES_MOST they are dropped. */
void series_add(struct series *series, double value);

/* The value that the share `part`, 0 to 1, of the series does not exceed. */
double series_part(const struct series *series, double part);

/* Prints what machine this is, and the names of the columns. */
void sheet_begin(struct sheet *sheet);

/* Prints medians and the ratios of pairs. */
void sheet_pairs(struct sheet *sheet, const struct row *row,
    const struct series *ours, const struct series *limit);

/*
 * Prints, of each row that was compared among forms, that of the best form and
 * that of the worst.
 */
void sheet_end(struct sheet *sheet);

/* Prints a value that is measured against nothing. */
void sheet_value(struct sheet *sheet, const struct row *row, double value);

/* As sheet_value(), but the bar is the smallest good value. */
void sheet_share(struct sheet *sheet, const struct row *row, double value);

/* Prints a row without values, and the reason in the last column. */
void sheet_none(struct sheet *sheet, const struct row *row, const char *why);

#endif
