/* The row of keys that are pressed while a changed document is read again. */
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "process.h"
#include "tty.h"

#define LECTERN "lectern --fresh --no-cache --no-config --db marks.db"

#define CHANGED   "changed.md"
#define KEY_QUIET 30 /* milliseconds without output: the screen is done */
#define KEYS      80 /* pressed after each change: it is read meanwhile */

static bool
copy_document(const char *path)
{
	char bytes[65536];
	FILE *from = fopen(path, "re"), *to = fopen(CHANGED, "we");
	bool good = from && to;

	for (size_t n; good && (n = fread(bytes, 1, sizeof(bytes), from)) > 0;)
		good = fwrite(bytes, 1, n, to) == n;
	if (from)
		fclose(from);
	if (to)
		good = fclose(to) == 0 && good;
	return good;
}

static bool
add_talk(int number)
{
	FILE *file = fopen(CHANGED, "ae");

	return file &&
	    fprintf(file, "\n## Added talk %d - Ann Lee\n\n* x\n", number) >
	    0 &&
	    fclose(file) == 0;
}

static bool
press_keys(struct tty *tty, struct series *first)
{
	static const char *const keys[] = {"j", "k"};

	for (int i = 0; i < KEYS; i++) {
		if (!tty_press(tty, keys[i % 2]) || !tty_rests(tty, KEY_QUIET))
			return false;
		series_add(first, tty->first - tty->began);
	}
	return true;
}

/* The last figure of a counter may come on its own: see rows_screen.c. */
static void
make_counter(char counter[32], uint32_t talks)
{
	int n = snprintf(
	    counter, 32, "%u/%u", (unsigned)talks, (unsigned)talks);

	counter[n - 1] = '\0';
}

static bool
measure(const struct bench *bench, const struct document *doc,
    struct series *rest, struct series *first)
{
	char counter[32];
	struct tty tty;
	int rounds = bench->rounds < 3 ? bench->rounds : 3;
	bool good = true;

	make_counter(counter, doc->talks);
	if (!tty_start(&tty, LECTERN " %s", CHANGED))
		return false;
	good = tty_shows(&tty, counter) && tty_rests(&tty, KEY_QUIET);
	/* What else the machine does is in both. */
	for (int i = 0; good && i < rounds; i++)
		good = press_keys(&tty, rest);
	for (int i = 0; good && i < rounds; i++)
		good = add_talk(i) && press_keys(&tty, first);
	/* All of it was read. */
	make_counter(counter, doc->talks + (uint32_t)rounds);
	good = good && tty_press(&tty, "\f") && tty_shows(&tty, counter);
	tty_end(&tty);
	return good;
}

void
rows_reload(const struct bench *bench, const struct document *doc)
{
	struct series first = {.n = 0}, rest = {.n = 0};
	const struct row at_rest = {"key at rest, p99", doc, "ms", NULL, 0, 0};
	const struct row row = {
	    "key while read again, p99", doc, "ms", NULL, 0, 16};
	bool good = copy_document(doc->path) &&
	    measure(bench, doc, &rest, &first);

	sheet_value(bench->sheet, &at_rest,
	    good ? series_part(&rest, 0.99) : SERIES_FAILED);
	sheet_value(bench->sheet, &row,
	    good ? series_part(&first, 0.99) : SERIES_FAILED);
	unlink(CHANGED);
}
