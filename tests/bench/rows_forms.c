/* Rows of documents in all forms, of how time grows, and of many files. */
#include "bench.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "abstracts.h"
#include "generate.h"
#include "process.h"

#define LECTERN_AGAIN "lectern --no-config --db marks.db "
#define LECTERN       "lectern --no-cache --no-config --db marks.db "

#define FORM_ROUNDS  3         /* at most: there are many forms */
#define SMALL_FORM   (8 << 20) /* bytes of one that is measured more often */
#define FOLDER_FILES 2000      /* of a talk each */
#define MEMORY_BYTES ((size_t)30000000)

static double
time_run(const char *command, const char *document)
{
	const struct streams streams = {.out = "found"};
	struct run run;

	return process_run(command, document, &streams, &run) ? run.ms
							      : SERIES_FAILED;
}

/* Whether a form is to be measured; see bench.h. */
static bool
is_wanted(const struct form *form)
{
	const char *wanted = getenv("BENCH_FORMS");
	struct abstracts abstracts;
	bool all = !wanted || !*wanted;
	bool there;

	for (; !all && *wanted; wanted += strspn(wanted, " ")) {
		size_t len = strcspn(wanted, " ");

		if (form_find(wanted, len) == form)
			break;
		wanted += len;
	}
	if (!all && !*wanted)
		return false;
	if (form->script != FORM_ABSTRACTS)
		return true;
	there = abstracts_read(&abstracts);
	abstracts_free(&abstracts);
	return there;
}

static struct bench
fewer_rounds(const struct bench *bench)
{
	struct bench few = *bench;

	if (few.rounds > FORM_ROUNDS)
		few.rounds = FORM_ROUNDS;
	return few;
}

/*
 * Memory is compared with files of about 30 MB: beside a smaller one, most is
 * what any process takes.  Where a talk is only a line, that has more of them.
 */
static void
measure_memory(const struct bench *bench, const struct form *form,
    const struct document *doc)
{
	size_t times = (MEMORY_BYTES + doc->bytes / 2) / doc->bytes;
	struct document more;

	if (doc->talks < SIZE_LARGE || times < 2) {
		rows_memory(bench, doc);
		rows_memory_again(bench, doc);
		return;
	}
	if (!bench_document(&more, form, doc->talks * (uint32_t)times)) {
		bench->sheet->failed = true;
		return;
	}
	more.compared = true;
	rows_memory(bench, &more);
	rows_memory_again(bench, &more);
	unlink(more.path);
}

static void
measure_form(
    const struct bench *bench, const struct form *form, struct document *doc)
{
	const struct bench few = fewer_rounds(bench);
	/* What takes a few milliseconds differs most from run to run. */
	const struct bench *timed = doc->bytes < SMALL_FORM ? bench : &few;

	rows_list(timed, doc);
	rows_search(timed, doc);
	rows_first_form(timed, doc);
	rows_again(timed, doc);
	rows_first_again(timed, doc);
	measure_memory(&few, form, doc);
	unlink(doc->path);
}

void
rows_forms(const struct bench *bench, uint32_t talks)
{
	for (size_t i = 0; i < nforms; i++) {
		struct document doc, small;

		if (!is_wanted(&forms[i]))
			continue;
		if (!bench_document(&doc, &forms[i], talks)) {
			bench->sheet->failed = true;
			return;
		}
		doc.compared = true;
		measure_form(bench, &forms[i], &doc);
		/* Instructions are no matter of size, and take long to count. */
		if (bench_document(&small, &forms[i], bench->first->talks))
			rows_instructions(bench, &small);
	}
}

/* Time a talk in a document against that in a smaller one. */
static void
measure_growth(
    const struct bench *bench, const struct form *form, uint32_t talks)
{
	struct series large = {.n = 0}, small = {.n = 0};
	struct document doc, less;
	const struct row row = {
	    "list, of 1,000 talks", &doc, "ms", "of 2,240", 1.3, 0};

	if (!bench_document(&less, form, SIZE_MIDDLE) ||
	    !bench_document(&doc, form, talks)) {
		bench->sheet->failed = true;
		return;
	}
	for (int i = 0; i < bench->rounds; i++) {
		series_add(&large,
		    time_run(LECTERN "list %s", doc.path) * 1000 / doc.talks);
		series_add(&small,
		    time_run(LECTERN "list %s", less.path) * 1000 / less.talks);
	}
	sheet_pairs(bench->sheet, &row, &large, &small);
	unlink(doc.path);
	unlink(less.path);
}

void
rows_growth(const struct bench *bench, uint32_t talks)
{
	static const char *const names[] = {"tracks", "list", "table"};
	const struct bench few = fewer_rounds(bench);

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		measure_growth(
		    &few, form_find(names[i], strlen(names[i])), talks);
}

/* Makes the files, old enough to be kept in the cache. */
static bool
make_folder(void)
{
	static const struct timespec old[2];
	bool good = mkdir("folder", 0700) == 0;

	for (unsigned i = 0; good && i < FOLDER_FILES; i++) {
		char path[32];
		FILE *file;

		snprintf(path, sizeof(path), "folder/%04u.md", i);
		file = fopen(path, "we");
		if (!file)
			return false;
		generate(file, 1, GENERATE_SEED + i, forms);
		good = fclose(file) == 0 &&
		    utimensat(AT_FDCWD, path, old, 0) == 0;
	}
	return good;
}

void
rows_folder(const struct bench *bench)
{
	struct series ours = {.n = 0}, again = {.n = 0}, limit = {.n = 0};
	const struct document doc = {
	    .path = "folder", .talks = FOLDER_FILES, .form = "folder"};
	struct row row = {"list", &doc, "ms", "ls -lR", 0, 0};
	bool good = make_folder();

	if (good)
		bench_fill_cache(&doc);
	for (int i = 0; i < bench->rounds; i++) {
		series_add(&ours,
		    good ? time_run(LECTERN "list %s", "folder")
			 : SERIES_FAILED);
		series_add(&again,
		    good ? time_run(LECTERN_AGAIN "list %s", "folder")
			 : SERIES_FAILED);
		series_add(&limit, time_run("ls -lR %s", "folder"));
	}
	sheet_pairs(bench->sheet, &row, &ours, &limit);
	row.name = "list, again";
	row.ratio_bar = 2;
	sheet_pairs(bench->sheet, &row, &again, &limit);
}
