/* Rows of whole processes: search, memory, instructions. */
#include "bench.h"

#include <glob.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "process.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#define LECTERN_AGAIN "lectern --no-config --db marks.db "
#define LECTERN       "lectern --no-cache --no-config --db marks.db "

#define KEPT_AFTER 60    /* milliseconds: surely worth being kept */
#define PATIENCE   60000 /* until that failed */

/* Another program that searches. */
struct peer {
	const char *name;
	const char *command;
	bool piped;       /* the document is its standard input */
	double ratio_bar; /* on a large document */
};

/*
 * All write to a file: grep stops at the first line that it finds when its
 * output is /dev/null.
 */
static double
time_search(const char *command, const struct document *doc, bool piped)
{
	const struct streams streams = {
	    .in = piped ? doc->path : NULL, .out = "found"};
	struct run run;

	return process_run(command, piped ? NULL : doc->path, &streams, &run)
	    ? run.ms
	    : SERIES_FAILED;
}

void
rows_search(const struct bench *bench, const struct document *doc)
{
	static const struct peer peers[] = {
	    {"wc -l", "wc -l %s", false, 3},
	    {"fzf --filter", "fzf --filter riscv", true, 0},
	    {"fzf -e", "fzf -e --filter riscv", true, 1},
	    {"fzy -e", "fzy -e riscv", true, 1},
	    {"rg -i", "rg -i riscv %s", false, 0},
	    {"grep -i", "grep -i riscv %s", false, 0},
	};
	struct series ours = {.n = 0}, theirs[COUNT(peers)] = {{.n = 0}};

	for (int i = 0; i < bench->rounds; i++) {
		series_add(
		    &ours, time_search(LECTERN "search riscv %s", doc, false));
		for (size_t p = 0; p < COUNT(peers); p++)
			series_add(&theirs[p],
			    time_search(peers[p].command, doc, peers[p].piped));
	}
	for (size_t p = 0; p < COUNT(peers); p++) {
		bool large = doc->talks >= SIZE_LARGE;
		bool flat = strcmp(doc->form, forms->name) == 0;
		char name[16];
		struct row row = {"search riscv", doc, "ms", peers[p].name,
		    large && (flat || peers[p].ratio_bar == 1)
			? peers[p].ratio_bar
			: 0,
		    0};

		snprintf(name, sizeof(name), "%.*s",
		    (int)strcspn(peers[p].name, " "), peers[p].name);
		if (process_installed(name))
			sheet_pairs(bench->sheet, &row, &ours, &theirs[p]);
		else
			sheet_none(bench->sheet, &row, "not installed");
	}
}

void
rows_list(const struct bench *bench, const struct document *doc)
{
	struct series list = {.n = 0}, search = {.n = 0}, limit = {.n = 0};
	struct row row = {"list", doc, "ms", "libcmark", 1.2, 0};

	for (int i = 0; i < bench->rounds; i++) {
		series_add(&list, time_search(LECTERN "list %s", doc, false));
		series_add(&search,
		    time_search(LECTERN "search riscv %s", doc, false));
		series_add(&limit, bench_cmark(doc));
	}
	sheet_pairs(bench->sheet, &row, &list, &limit);
	row.name = "search riscv";
	row.ratio_bar = 1.5;
	sheet_pairs(bench->sheet, &row, &search, &limit);
}

static double
find_memory(const char *command, const char *document)
{
	const struct streams streams = {.out = NULL};
	struct run run;

	return process_run(command, document, &streams, &run) ? run.rss
							      : SERIES_FAILED;
}

void
rows_memory(const struct bench *bench, const struct document *doc)
{
	struct series ours = {.n = 0}, size = {.n = 0};
	const struct row row = {"memory, list", doc, "MiB", "file size",
	    doc->talks >= SIZE_LARGE ? 3 : 0, 0};

	for (int i = 0; i < bench->rounds; i++) {
		series_add(&ours, find_memory(LECTERN "list %s", doc->path));
		series_add(&size, (double)doc->bytes / (1 << 20));
	}
	sheet_pairs(bench->sheet, &row, &ours, &size);
}

void
rows_memory_bundled(const struct bench *bench)
{
	struct series ours = {.n = 0};
	const struct row row = {
	    "memory, bundled screen", &bench->bundled, "MiB", NULL, 0, 12};

	for (int i = 0; i < bench->rounds; i++)
		series_add(&ours, find_memory(LECTERN "--screen 120x40", NULL));
	sheet_value(bench->sheet, &row, series_part(&ours, 0.5));
}

/* Files of the cache. */
static size_t
count_kept(void)
{
	glob_t files = {.gl_pathc = 0};
	size_t n = glob(".cache/lectern/*.notes", 0, NULL, &files) == 0
	    ? files.gl_pathc
	    : 0;

	globfree(&files);
	return n;
}

void
bench_fill_cache(const struct document *doc)
{
	size_t before = count_kept();
	double began = process_clock(), ms;

	ms = time_search(LECTERN_AGAIN "list %s", doc, false);
	while (ms > KEPT_AFTER && count_kept() == before &&
	    process_clock() - began < PATIENCE)
		poll(NULL, 0, 10);
}

void
rows_again(const struct bench *bench, const struct document *doc)
{
	struct series list = {.n = 0}, search = {.n = 0}, wc = {.n = 0};
	const bool large = doc->talks >= SIZE_LARGE;
	struct row row = {"list, again", doc, "ms", "wc -l", large ? 6 : 0, 0};

	bench_fill_cache(doc);
	for (int i = 0; i < bench->rounds; i++) {
		series_add(
		    &list, time_search(LECTERN_AGAIN "list %s", doc, false));
		series_add(&search,
		    time_search(LECTERN_AGAIN "search riscv %s", doc, false));
		series_add(&wc, time_search("wc -l %s", doc, false));
	}
	sheet_pairs(bench->sheet, &row, &list, &wc);
	row.name = "search riscv, again";
	row.ratio_bar = large ? 4 : 0;
	sheet_pairs(bench->sheet, &row, &search, &wc);
}

void
rows_memory_again(const struct bench *bench, const struct document *doc)
{
	struct series list = {.n = 0}, search = {.n = 0}, size = {.n = 0};
	struct row row = {"memory, list again", doc, "MiB", "file size",
	    doc->talks >= SIZE_LARGE ? 2 : 0, 0};

	bench_fill_cache(doc);
	for (int i = 0; i < bench->rounds; i++) {
		series_add(
		    &list, find_memory(LECTERN_AGAIN "list %s", doc->path));
		series_add(&search,
		    find_memory(LECTERN_AGAIN "search riscv %s", doc->path));
		series_add(&size, (double)doc->bytes / (1 << 20));
	}
	sheet_pairs(bench->sheet, &row, &list, &size);
	row.name = "memory, again";
	sheet_pairs(bench->sheet, &row, &search, &size);
}

/* The count that callgrind gave in what it said, or NaN. */
static double
read_count(const char *path)
{
	static const char label[] = "Collected : ";
	FILE *file = fopen(path, "re");
	char line[256];
	double count = SERIES_FAILED;

	while (file && fgets(line, sizeof(line), file)) {
		const char *at = strstr(line, label);

		if (at)
			count = strtod(at + strlen(label), NULL);
	}
	if (file)
		fclose(file);
	return count;
}

static double
count_instructions(const char *arguments, const struct document *doc)
{
	const struct streams streams = {.err = "callgrind"};
	struct run run;
	char command[256];

	snprintf(command, sizeof(command),
	    "valgrind --tool=callgrind --callgrind-out-file=/dev/null " LECTERN
	    "%s %s",
	    arguments, doc->path);
	return process_run(command, NULL, &streams, &run)
	    ? read_count(streams.err)
	    : SERIES_FAILED;
}

void
rows_instructions(const struct bench *bench, const struct document *doc)
{
	static const struct {
		const char *name, *arguments;
	} runs[] = {
	    {"Ir, list", "list"},
	    {"Ir, search riscv", "search riscv"},
	    {"Ir, search two words", "search 'memory management'"},
	    {"Ir, search toepel", "search toepel"},
	};

	for (size_t i = 0; i < COUNT(runs); i++) {
		const struct row row = {runs[i].name, doc, "Ir", NULL, 0, 0};
		double count;

		if (!process_installed("valgrind")) {
			sheet_none(bench->sheet, &row, "not installed");
			continue;
		}
		/* The sanitizers and valgrind do not go together. */
		count = count_instructions(runs[i].arguments, doc);
		if (isnan(count))
			sheet_none(bench->sheet, &row, "no count");
		else
			sheet_value(bench->sheet, &row, count);
	}
}
