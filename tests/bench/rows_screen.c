/* Rows that are measured on a terminal: keys and the first full screen. */
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/source/load.h"
#include "process.h"
#include "tty.h"
#include "vocabulary.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

#define LECTERN_AGAIN "lectern --no-config --db marks.db"
#define LECTERN       "lectern --no-cache --no-config --db marks.db"

#define COUNTER "224/22" /* of panes and the bundled; see make_counter() */

#define KEY_QUIET   30  /* milliseconds without output: the screen is done */
#define FIRST_QUIET 100 /* the same for programs that may still be reading */

#define DOWNS 100 /* presses of Down, fewer in few rounds */

/* Keys. */

/* Milliseconds from a key to the first and to the last output after it. */
struct delays {
	struct series first, last;
};

static bool
press(struct tty *tty, const char *key, struct delays *delays)
{
	if (!tty_press(tty, key) || !tty_rests(tty, KEY_QUIET))
		return false;
	series_add(&delays->first, tty->first - tty->began);
	series_add(&delays->last, tty->last - tty->began);
	return true;
}

static bool
press_down(struct tty *tty, int times, struct delays *delays)
{
	for (int i = 0; i < times; i++)
		if (!press(tty, "\033OB", delays))
			return false;
	return true;
}

static bool
type_riscv(struct tty *tty, int times, struct delays *delays)
{
	static const char *const keys[] = {"/", "r", "i", "s", "c", "v", "\x7f",
	    "\x7f", "\x7f", "\x7f", "\x7f", "\r"};

	for (int i = 0; i < times; i++)
		for (size_t k = 0; k < COUNT(keys); k++)
			if (!press(tty, keys[k], delays))
				return false;
	return true;
}

/*
 * What lectern shows at the right of the last row, but for its last digit:
 * curses does other things before it fills the last cell.
 */
static void
make_counter(const struct document *doc, char counter[32])
{
	int n = snprintf(
	    counter, 32, "%u/%u", (unsigned)doc->talks, (unsigned)doc->talks);

	counter[n - 1] = '\0';
}

static bool
press_all(const struct bench *bench, const struct document *doc,
    struct delays *down, struct delays *typing)
{
	int rounds = bench->rounds;
	int downs = 20 * rounds < DOWNS ? 20 * rounds : DOWNS;
	char counter[32];
	struct tty tty;

	make_counter(doc, counter);
	if (!tty_start(&tty, LECTERN " %s", doc->path))
		return false;
	/* The last row cannot be gone down from. */
	if ((uint32_t)downs >= doc->talks)
		downs = (int)doc->talks - 1;
	bool good = tty_shows(&tty, counter) && tty_rests(&tty, KEY_QUIET) &&
	    press_down(&tty, downs, down) &&
	    type_riscv(&tty, rounds + 3, typing);

	tty_end(&tty);
	return good;
}

static void
add_all(struct series *to, const struct series *from)
{
	for (size_t i = 0; i < from->n; i++)
		series_add(to, from->at[i]);
}

void
rows_keys(const struct bench *bench, const struct document *doc)
{
	struct delays down = {.first = {.n = 0}}, typing = down, all;
	bool good = press_all(bench, doc, &down, &typing);
	/* Where a search takes longer, the prompt must not wait for it. */
	const struct {
		const char *name;
		const struct series *of;
		double part, bar;
	} rows[] = {
	    {"key, p99 of all", &all.last, 0.99,
		doc->talks <= SIZE_LARGE ? 16 : 0},
	    {"key, p99 of Down", &down.last, 0.99, 0},
	    {"key, p99 of typing", &typing.last, 0.99, 0},
	    {"key, p99 of first byte", &all.first, 0.99, 16},
	    {"key, median", &all.last, 0.5, 0},
	};

	all = down;
	add_all(&all.first, &typing.first);
	add_all(&all.last, &typing.last);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row row = {
		    rows[i].name, doc, "ms", NULL, 0, rows[i].bar};

		sheet_value(bench->sheet, &row,
		    good ? series_part(rows[i].of, rows[i].part)
			 : SERIES_FAILED);
	}
}

/* Transcripts. */

#define SPOKEN_BYTES 100000000     /* of all transcripts together */
#define SPOKEN_WORD  "zyzzyva"     /* is only in the last one, */
#define SPOKEN_THEN  "and no more" /* and what follows it */

/* Writes captions of about that many bytes. */
static bool
write_captions(const char *path, const struct vocabulary *words,
    struct dice *dice, size_t bytes, const char *last)
{
	FILE *file = fopen(path, "we");
	unsigned second = 0;

	if (!file)
		return false;
	fputs("WEBVTT\n", file);
	for (size_t n = 0; n < bytes; second += 3) {
		n += (size_t)fprintf(file,
		    "\n%02u:%02u:%02u.000 --> %02u:%02u:%02u.000\n",
		    second / 3600, second / 60 % 60, second % 60, second / 3600,
		    second / 60 % 60, second % 60 + 2);
		for (int i = 0; i < 7; i++)
			n += (size_t)fprintf(
			    file, "%s ", vocabulary_draw(words, dice));
		putc('\n', file);
	}
	fprintf(file, "\n99:00:00.000 --> 99:00:02.000\n%s\n", last);
	return fclose(file) == 0;
}

/* Writes a transcript for each talk of a document, in a folder. */
static bool
write_transcripts(const struct document *doc, const char *folder)
{
	static const struct load_options plain;
	static struct vocabulary words;
	const char *const path = doc->path;
	struct notes *notes = load_paths(&path, 1, &plain, NULL);
	struct dice dice = {1};
	bool good = notes && mkdir(folder, 0700) == 0;

	vocabulary_init(&words);
	for (uint32_t i = 0; good && i < notes->ntalks; i++) {
		char name[128];

		snprintf(name, sizeof(name), "%s/%s.vtt", folder,
		    notes->talks[i].id);
		good = write_captions(name, &words, &dice,
		    SPOKEN_BYTES / notes->ntalks,
		    i + 1 < notes->ntalks ? "and so on"
					  : SPOKEN_WORD " " SPOKEN_THEN);
	}
	notes_free(notes);
	return good;
}

/* Presses keys while all transcripts are searched, too. */
static bool
press_spoken(const struct bench *bench, const struct document *doc,
    struct delays *delays)
{
	char counter[32];
	struct tty tty;

	make_counter(doc, counter);
	if (!tty_start(&tty, LECTERN " --transcripts=said %s", doc->path))
		return false;
	bool good = tty_shows(&tty, counter) && tty_rests(&tty, KEY_QUIET) &&
	    /* The first filter has them read. */
	    tty_press(&tty, "/" SPOKEN_WORD) && tty_shows(&tty, SPOKEN_THEN) &&
	    tty_press(&tty, "\033") && tty_rests(&tty, FIRST_QUIET) &&
	    type_riscv(&tty, bench->rounds + 3, delays);

	tty_end(&tty);
	return good;
}

void
rows_spoken(const struct bench *bench, const struct document *doc)
{
	const struct row row = {"key, p99 of typing, 100 MB of transcripts",
	    doc, "ms", NULL, 0, 16};
	struct delays delays = {.first = {.n = 0}};
	bool good = write_transcripts(doc, "said") &&
	    press_spoken(bench, doc, &delays);

	sheet_value(bench->sheet, &row,
	    good ? series_part(&delays.first, 0.99) : SERIES_FAILED);
}

/* First screen. */

/* Milliseconds until `text` is shown; until output rests, where it is NULL. */
static double
time_first(const char *command, const char *document, const char *text)
{
	struct tty tty;

	if (!tty_start(&tty, command, document))
		return SERIES_FAILED;
	bool good = text ? tty_shows(&tty, text) : tty_rests(&tty, FIRST_QUIET);
	double ms = tty.last - tty.began;

	tty_end(&tty);
	return good ? ms : SERIES_FAILED;
}

/*
 * A word of the first talk's title: what the first screen shows of a document.
 * Other talks may have it, which come later.
 */
static void
find_word(const struct document *doc, char word[32])
{
	const struct streams streams = {.out = "found"};
	struct run run;
	FILE *file = NULL;

	word[0] = '\0';
	if (process_run(LECTERN " list %s", doc->path, &streams, &run))
		file = fopen(streams.out, "re");
	if (file && fscanf(file, "%*[^\t]\t%*[^\t]\t%31[^ \t\n]", word) != 1)
		word[0] = '\0';
	if (file)
		fclose(file);
}

void
rows_first(const struct bench *bench, const struct document *doc)
{
	struct series ours = {.n = 0}, panes = {.n = 0};
	const struct row row = {"all talks listed", doc, "ms", "panes", 0, 0};
	char counter[32];

	make_counter(doc, counter);
	for (int i = 0; i < bench->rounds; i++) {
		series_add(
		    &ours, time_first(LECTERN " %s", doc->path, counter));
		series_add(&panes, time_first("panes", NULL, COUNTER));
	}
	sheet_pairs(bench->sheet, &row, &ours, &panes);
}

void
rows_first_again(const struct bench *bench, const struct document *doc)
{
	struct series ours = {.n = 0}, bundled = {.n = 0};
	const struct row row = {"first screen, again", doc, "ms", "bundled",
	    doc->talks >= SIZE_LARGE ? 2 : 0, 0};
	char word[32];

	find_word(doc, word);
	for (int i = 0; i < bench->rounds; i++) {
		series_add(
		    &ours, time_first(LECTERN_AGAIN " %s", doc->path, word));
		series_add(&bundled, time_first(LECTERN, NULL, COUNTER));
	}
	sheet_pairs(bench->sheet, &row, &ours, &bundled);
}

void
rows_first_form(const struct bench *bench, const struct document *doc)
{
	struct series ours = {.n = 0}, bundled = {.n = 0}, less = {.n = 0};
	struct row row = {"first screen", doc, "ms", "bundled",
	    doc->talks >= SIZE_LARGE ? 3 : 0, 0};
	char word[32];

	find_word(doc, word);
	for (int i = 0; i < bench->rounds; i++) {
		series_add(&ours, time_first(LECTERN " %s", doc->path, word));
		series_add(&bundled, time_first(LECTERN, NULL, COUNTER));
		series_add(&less, time_first("less %s", doc->path, NULL));
	}
	sheet_pairs(bench->sheet, &row, &ours, &bundled);
	row.limit = "less";
	row.ratio_bar = 0;
	if (process_installed("less"))
		sheet_pairs(bench->sheet, &row, &ours, &less);
	else
		sheet_none(bench->sheet, &row, "not installed");
}

/* A repository with as many commits as the bundled conference has talks. */
static bool
make_repository(void)
{
	const struct streams streams = {.in = "history"};
	FILE *file = fopen(streams.in, "we");
	struct run run;

	if (!file)
		return false;
	for (int i = 0; i < BUNDLED_TALKS; i++)
		fprintf(file,
		    "commit refs/heads/main\n"
		    "committer Nobody <nobody@example.org> %d +0000\n"
		    "data 10\nchange %03d\n",
		    1700000000 + 60 * i, i);
	return fclose(file) == 0 &&
	    process_run("git init -q repository", NULL, &streams, &run) &&
	    process_run("git -C repository symbolic-ref HEAD refs/heads/main",
		NULL, &streams, &run) &&
	    process_run(
		"git -C repository fast-import --quiet", NULL, &streams, &run);
}

static bool
make_feed(void)
{
	FILE *file = fopen("feed.xml", "we");

	if (!file)
		return false;
	fputs("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>"
	      "<title>Talks</title><link>http://example.org/</link>"
	      "<description>Talks</description>\n",
	    file);
	for (int i = 0; i < BUNDLED_TALKS; i++)
		fprintf(file,
		    "<item><title>Talk %d</title>"
		    "<link>http://example.org/%d</link></item>\n",
		    i, i);
	fputs("</channel></rss>\n", file);
	return fclose(file) == 0;
}

#define NEWSBOAT "newsboat -u urls -c newsboat.db -C newsboat.conf"

/* The feed is read beforehand, so that nothing is fetched when measured. */
static bool
make_newsboat(void)
{
	const struct streams streams = {.in = NULL};
	char *feed = make_feed() ? realpath("feed.xml", NULL) : NULL;
	FILE *urls = fopen("urls", "we"), *conf = fopen("newsboat.conf", "we");
	bool good = feed && urls && conf &&
	    fprintf(urls, "file://%s\n", feed) > 0;
	struct run run;

	if (urls)
		good = fclose(urls) == 0 && good;
	if (conf)
		good = fclose(conf) == 0 && good;
	free(feed);
	return good && process_run(NEWSBOAT " -x reload", NULL, &streams, &run);
}

/* A program whose first screen stands beside lectern's. */
struct neighbour {
	const char *name; /* of the program, too */
	const char *command;
	const char *document; /* or NULL */
	const char *text;     /* shown when it is ready, or NULL */
	bool ready;           /* what it works on was made */
	bool again;           /* lectern has been here before: it has a cache */
	double ratio_bar;
};

/*
 * Each is measured in turn with lectern alone: what a third program leaves in the
 * processor's caches would be in the way of the one that comes after it.
 */
static void
measure_neighbour(const struct bench *bench, const struct neighbour *n)
{
	struct series ours = {.n = 0}, theirs = {.n = 0};
	const struct row row = {
	    n->again ? "first screen, bundled, again" : "first screen, bundled",
	    &bench->bundled, "ms", n->name, n->ratio_bar, 0};
	const char *command = n->again ? LECTERN_AGAIN : LECTERN;

	if (!process_installed(n->name)) {
		sheet_none(bench->sheet, &row, "not installed");
		return;
	}
	if (!n->ready) {
		sheet_none(bench->sheet, &row, "not set up");
		return;
	}
	/* What has a bar has to be known well. */
	int rounds = bench->rounds * (n->ratio_bar > 0 ? MORE_ROUNDS : 1);

	if (n->again)
		time_first(command, NULL, COUNTER);
	for (int i = 0; i < rounds; i++) {
		series_add(&ours, time_first(command, NULL, COUNTER));
		series_add(
		    &theirs, time_first(n->command, n->document, n->text));
	}
	sheet_pairs(bench->sheet, &row, &ours, &theirs);
}

void
rows_first_bundled(const struct bench *bench)
{
	const struct neighbour all[] = {
	    {.name = "panes",
		.command = "panes",
		.text = COUNTER,
		.ready = true,
		.ratio_bar = 2},
	    {.name = "panes",
		.command = "panes",
		.text = COUNTER,
		.ready = true,
		.again = true,
		.ratio_bar = 2},
	    {.name = "less",
		.command = "less %s",
		.document = bench->bundled.path,
		.ready = true},
	    {.name = "tig",
		.command = "tig -C repository",
		.ready = process_installed("tig") && process_installed("git") &&
		    make_repository()},
	    {.name = "newsboat",
		.command = NEWSBOAT,
		.ready = process_installed("newsboat") && make_newsboat()},
	};

	for (size_t k = 0; k < COUNT(all); k++)
		measure_neighbour(bench, &all[k]);
}
