#include "sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum column {
	NAME,
	FORM,
	TALKS,
	SIZE,
	UNIT,
	OURS,
	LIMIT,
	THEIRS,
	RATIO,
	LEAST,
	MOST,
	BAR,
	MET,
	COLUMNS = SHEET_COLUMNS
};

void
series_add(struct series *series, double value)
{
	if (series->n < SERIES_MOST)
		series->at[series->n++] = value;
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

double
series_part(const struct series *series, double part)
{
	struct series sorted = *series;

	if (sorted.n == 0)
		return SERIES_FAILED;
	for (size_t i = 0; i < sorted.n; i++)
		if (isnan(sorted.at[i]))
			return SERIES_FAILED;
	qsort(sorted.at, sorted.n, sizeof(*sorted.at), compare);

	size_t rank = (size_t)ceil(part * (double)sorted.n);

	return sorted.at[rank > 0 ? rank - 1 : 0];
}

static void
put_number(char cell[32], double x)
{
	int digits = x < 10 ? 3 : x < 100 ? 2 : x < 1000 ? 1 : 0;

	snprintf(cell, 32, "%.*f", digits, x);
}

static void
print_cells(struct sheet *sheet, const struct cells *cells)
{
	/* Columns on the screen; negative where text begins at the left. */
	static const int widths[COLUMNS] = {
	    -26, -11, 6, 6, -4, 11, -11, 9, 7, 7, 7, -12, -13};

	for (int i = 0; i < COLUMNS; i++) {
		bool last = i == COLUMNS - 1;

		printf("%*s%s", last ? 0 : widths[i], cells->at[i],
		    last ? "\n" : "  ");
		fprintf(sheet->file, "%s%c", cells->at[i], last ? '\n' : '\t');
	}
	fflush(stdout);
	fflush(sheet->file);
}

/* The model of the processor. */
static void
find_model(char *model, size_t size)
{
	FILE *file = fopen("/proc/cpuinfo", "re");
	char line[256];

	snprintf(model, size, "unknown processor");
	while (file && fgets(line, sizeof(line), file)) {
		const char *colon = strstr(line, ": ");

		if (!colon || strncmp(line, "model name", 10) != 0)
			continue;
		snprintf(model, size, "%.*s", (int)strcspn(colon + 2, "\n"),
		    colon + 2);
		break;
	}
	if (file)
		fclose(file);
}

void
sheet_begin(struct sheet *sheet)
{
	static const struct cells heads = {
	    {"row", "form", "talks", "MB", "unit", "lectern", "limit", "its",
		"ratio", "least", "most", "bar", "met"}};
	time_t now = time(NULL);
	struct tm tm;
	char model[128], date[32] = "";

	find_model(model, sizeof(model));
	if (localtime_r(&now, &tm))
		strftime(date, sizeof(date), "%Y-%m-%d", &tm);
	for (int i = 0; i < 2; i++)
		fprintf(i == 0 ? stdout : sheet->file, "# %ld CPUs, %s, %s\n",
		    sysconf(_SC_NPROCESSORS_ONLN), model, date);
	print_cells(sheet, &heads);
}

static struct cells
cells_of(const struct row *row)
{
	struct cells cells;

	for (int i = 0; i < COLUMNS; i++)
		snprintf(cells.at[i], 32, "-");
	snprintf(cells.at[NAME], 32, "%s", row->name);
	if (row->doc->form)
		snprintf(cells.at[FORM], 32, "%s", row->doc->form);
	snprintf(cells.at[TALKS], 32, "%u", (unsigned)row->doc->talks);
	snprintf(cells.at[SIZE], 32, "%.2f", (double)row->doc->bytes / 1e6);
	snprintf(cells.at[UNIT], 32, "%s", row->unit);
	if (row->limit)
		snprintf(cells.at[LIMIT], 32, "%s", row->limit);
	if (row->ratio_bar > 0 && row->value_bar > 0)
		snprintf(cells.at[BAR], 32, "%gx, %g %s", row->ratio_bar,
		    row->value_bar, row->unit);
	else if (row->ratio_bar > 0)
		snprintf(cells.at[BAR], 32, "%gx", row->ratio_bar);
	else if (row->value_bar > 0)
		snprintf(cells.at[BAR], 32, "%g %s", row->value_bar, row->unit);
	return cells;
}

static void
put_met(struct cells *cells, const struct row *row, double value, double ratio)
{
	bool met = !(row->ratio_bar > 0 && ratio > row->ratio_bar) &&
	    !(row->value_bar > 0 && value > row->value_bar);

	if (row->ratio_bar > 0 || row->value_bar > 0)
		snprintf(cells->at[MET], 32, "%s", met ? "yes" : "no");
}

/* Notes a line that is compared among forms. */
static void
compare_forms(struct sheet *sheet, const struct cells *cells, double ratio)
{
	struct spread *spread = sheet->spread, *end = spread + sheet->nspreads;

	while (spread < end &&
	    (strcmp(spread->best.at[NAME], cells->at[NAME]) != 0 ||
		strcmp(spread->best.at[LIMIT], cells->at[LIMIT]) != 0))
		spread++;
	if (spread == end && sheet->nspreads == SPREADS_MOST)
		return;
	if (spread == end) {
		*spread = (struct spread){*cells, *cells, ratio, ratio};
		sheet->nspreads++;
	}
	if (ratio < spread->least) {
		spread->best = *cells;
		spread->least = ratio;
	}
	if (ratio > spread->most) {
		spread->worst = *cells;
		spread->most = ratio;
	}
}

void
sheet_end(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->nspreads; i++) {
		struct spread *spread = &sheet->spread[i];
		char name[24];

		snprintf(name, sizeof(name), "%s", spread->best.at[NAME]);
		snprintf(spread->best.at[NAME], 32, "best: %s", name);
		snprintf(spread->worst.at[NAME], 32, "worst: %s", name);
		print_cells(sheet, &spread->best);
		print_cells(sheet, &spread->worst);
	}
}

void
sheet_pairs(struct sheet *sheet, const struct row *row,
    const struct series *ours, const struct series *limit)
{
	struct cells cells = cells_of(row);
	struct series ratios = {.n = 0};
	double value = series_part(ours, 0.5);

	if (isnan(value))
		sheet->failed = true;
	for (size_t i = 0; i < ours->n && i < limit->n; i++)
		series_add(&ratios, ours->at[i] / limit->at[i]);
	if (isnan(series_part(&ratios, 0.5))) {
		sheet_none(sheet, row, "failed");
		return;
	}
	put_number(cells.at[OURS], value);
	put_number(cells.at[THEIRS], series_part(limit, 0.5));
	put_number(cells.at[RATIO], series_part(&ratios, 0.5));
	put_number(cells.at[LEAST], series_part(&ratios, 0));
	put_number(cells.at[MOST], series_part(&ratios, 1));
	put_met(&cells, row, value, series_part(&ratios, 0.5));
	print_cells(sheet, &cells);
	if (row->doc->compared)
		compare_forms(sheet, &cells, series_part(&ratios, 0.5));
}

void
sheet_value(struct sheet *sheet, const struct row *row, double value)
{
	struct cells cells = cells_of(row);

	if (isnan(value)) {
		sheet->failed = true;
		sheet_none(sheet, row, "failed");
		return;
	}
	put_number(cells.at[OURS], value);
	put_met(&cells, row, value, 0);
	print_cells(sheet, &cells);
}

void
sheet_share(struct sheet *sheet, const struct row *row, double value)
{
	struct cells cells = cells_of(row);

	put_number(cells.at[OURS], value);
	if (row->value_bar > 0) {
		snprintf(
		    cells.at[BAR], 32, ">= %g %s", row->value_bar, row->unit);
		snprintf(cells.at[MET], 32, "%s",
		    value >= row->value_bar ? "yes" : "no");
	}
	print_cells(sheet, &cells);
}

void
sheet_none(struct sheet *sheet, const struct row *row, const char *why)
{
	struct cells cells = cells_of(row);

	snprintf(cells.at[MET], 32, "%s", why);
	print_cells(sheet, &cells);
}
