/* Rows of marks: many of them at the start, and their import. */
#include "bench.h"

#include <stdio.h>

#include "lectern/source/load.h"
#include "process.h"
#include "tty.h"

#define MARKS   10000
#define COUNTER "224/22" /* as in rows_screen.c */

/* Writes what an eager reader has of a talk, a tenth of them with a note. */
static void
write_mark(FILE *file, int i)
{
	fprintf(file,
	    "\"bookmarked\":%s,\"bookmarked_at\":17000000%05d,"
	    "\"seen\":true,\"seen_at\":17000000%05d,"
	    "\"note\":\"%s\",\"note_at\":17000000%05d,"
	    "\"tags\":[],\"opened\":[]}\n",
	    i % 3 ? "true" : "false", i, i,
	    i % 10 ? "" : "What I thought of it then, at some length.", i);
}

static void
write_position(FILE *file, int i)
{
	fprintf(file,
	    "\"position\":\"%d/2700\",\"position_at\":17000000%05d}\n",
	    i % 2700, i);
}

/*
 * Writes marks, or positions, of the talks of the bundled conference, and for
 * the rest of others.
 */
static bool
write_marks(const char *path, const struct notes *notes, bool positions)
{
	FILE *file = fopen(path, "we");

	if (!file)
		return false;
	for (int i = 0; i < MARKS; i++) {
		char key[24];

		snprintf(key, sizeof(key), "yt:%011d", i);
		fprintf(file,
		    "{\"schema\":1,\"key\":\"%s\",\"title\":\"Talk %d of a "
		    "conference of the past\",\"speakers\":\"Ann Lee, Kim "
		    "Park\",\"url\":\"https://www.youtube.com/watch?v=%011d\",",
		    (uint32_t)i < notes->ntalks ? notes->talks[i].key : key, i,
		    i);
		if (positions)
			write_position(file, i);
		else
			write_mark(file, i);
	}
	return fclose(file) == 0;
}

static double
time_start(const char *command)
{
	struct tty tty;

	if (!tty_start(&tty, command, NULL))
		return SERIES_FAILED;
	bool good = tty_shows(&tty, COUNTER);
	double ms = tty.last - tty.began;

	tty_end(&tty);
	return good ? ms : SERIES_FAILED;
}

/* Compares a start with many marks, which are imported, to one with none. */
static void
compare_start(
    const struct bench *bench, const char *name, const char *db, bool imported)
{
	const struct row start = {
	    name, &bench->bundled, "ms", "no marks", 1.2, 0};
	struct series many = {.n = 0}, none = {.n = 0};
	char command[80];

	snprintf(command, sizeof(command), "lectern --no-config --db %s", db);
	/* Once each, so that both files are there. */
	time_start("lectern --no-config --db none.db");
	for (int i = 0; i < MORE_ROUNDS * bench->rounds; i++) {
		series_add(
		    &many, imported ? time_start(command) : SERIES_FAILED);
		series_add(
		    &none, time_start("lectern --no-config --db none.db"));
	}
	sheet_pairs(bench->sheet, &start, &many, &none);
}

void
rows_marks(const struct bench *bench)
{
	static const struct load_options plain;
	const char *const path = bench->bundled.path;
	const struct row import = {
	    "import, 10,000 marks", &bench->bundled, "ms", NULL, 0, 2000};
	struct notes *notes = load_paths(&path, 1, &plain, NULL);
	bool good = notes && write_marks("marks.jsonl", notes, false) &&
	    write_marks("positions.jsonl", notes, true);
	const struct streams streams = {.in = NULL};
	struct run run;

	notes_free(notes);
	good = good &&
	    process_run("lectern --no-config --db many.db import marks.jsonl",
		NULL, &streams, &run);
	sheet_value(bench->sheet, &import, good ? run.ms : SERIES_FAILED);
	compare_start(bench, "first screen, 10,000 marks", "many.db", good);
	good = good &&
	    process_run(
		"lectern --no-config --db started.db import positions.jsonl",
		NULL, &streams, &run);
	compare_start(
	    bench, "first screen, 10,000 positions", "started.db", good);
}
