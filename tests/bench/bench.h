/*
 * The benchmark: measures lectern and what limits it in turn, in one run, and
 * prints their ratios beside the bars.  A machine's speed thus cancels out; a
 * missed bar is printed, and is no failure.
 *
 * It is run by `make bench`, and reads from the environment:
 *
 *   BENCH_ROUNDS=7                how often each thing is measured
 *   BENCH_SIZES="224 2240 22400"  talks of the documents that are measured
 *   BENCH_HUGE=1                  adds 224,000, where that makes sense
 *   BENCH_FORMS="list table"      the forms that are measured; all of form.h
 *   SHARED                        where abstracts are; see abstracts.h
 *   srcdir, LECTERN               where the tree and the program are
 *
 * Its documents, databases and links to programs are in a folder below the
 * build tree (so that a commit reaches a real disk), removed at the end.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include "form.h"
#include "sheet.h"

#define BUNDLED_TALKS 224
#define ROUNDS_MOST   100
#define MORE_ROUNDS   7 /* for each, of what is short and varies much */

/* The sizes, in talks, from which on bars hold. */
enum { SIZE_MIDDLE = 2240, SIZE_LARGE = 22400 };

/* What the rows are measured with. */
struct bench {
	struct sheet *sheet;
	int rounds;                   /* at most ROUNDS_MOST */
	const struct document *first; /* the smallest document */
	struct document bundled; /* the conference that comes with lectern */
};

/*
 * Writes a document of that many talks in a form (the first where it is NULL);
 * false where that failed.
 */
bool
bench_document(struct document *doc, const struct form *form, uint32_t talks);

/* Milliseconds of libcmark alone on a document. */
double bench_cmark(const struct document *doc);

/* Reads the document once, and waits until it is kept if that is worth it. */
void bench_fill_cache(const struct document *doc);

/* Functions that each measure and print some rows. */

/* rows_inside.c: within a process. */
void rows_load(const struct bench *bench, const struct document *doc);
void rows_related(const struct bench *bench, const struct document *doc);
void rows_filter(const struct bench *bench, const struct document *doc);
void rows_bookmark(const struct bench *bench);

/* rows_marks.c: many marks. */
void rows_marks(const struct bench *bench);

/* rows_text.c: text in other scripts, within a process. */
void rows_text(const struct bench *bench);

/* rows_formats.c: programmes, beside the parsers of their formats. */
void rows_formats(const struct bench *bench);

/* rows_process.c: whole processes. */
void rows_search(const struct bench *bench, const struct document *doc);
void rows_memory(const struct bench *bench, const struct document *doc);
void rows_memory_again(const struct bench *bench, const struct document *doc);
void rows_list(const struct bench *bench, const struct document *doc);
void rows_again(const struct bench *bench, const struct document *doc);
void rows_memory_bundled(const struct bench *bench);
void rows_instructions(const struct bench *bench, const struct document *doc);

/* rows_forms.c: documents of all forms, and what grows. */
void rows_forms(const struct bench *bench, uint32_t talks);
void rows_growth(const struct bench *bench, uint32_t talks);
void rows_folder(const struct bench *bench);

/* rows_shown.c: what a screen shows whole. */
void rows_shown(const struct bench *bench);

/* rows_screen.c: on a terminal. */
void rows_keys(const struct bench *bench, const struct document *doc);
void rows_spoken(const struct bench *bench, const struct document *doc);
void rows_reload(const struct bench *bench, const struct document *doc);
void rows_first(const struct bench *bench, const struct document *doc);
void rows_first_again(const struct bench *bench, const struct document *doc);
void rows_first_form(const struct bench *bench, const struct document *doc);
void rows_first_bundled(const struct bench *bench);

#endif
