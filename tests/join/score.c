/*
 * Joins titles of programmes with those of their videos, and counts what is
 * right: score FILE [people | programme] [third SEED].  The file has a row for each pair:
 * conference, talk, title, speakers and title of the video, with tabs between.
 */
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "source/byline.h"
#include "source/join_match.h"

#define MOST 10000
#define SAME 18 /* bytes of titles, of talks that stand there twice */

struct row {
	char *conference, *title, *speakers, *video;
};

static struct row rows[MOST];

static size_t
read_rows(FILE *in)
{
	char *line = NULL;
	size_t cap = 0, n = 0;

	while (n < MOST && getline(&line, &cap, in) > 0) {
		char *cell[5] = {NULL}, *at = line;

		for (int i = 0; i < 5 && at; i++) {
			cell[i] = strsep(&at, "\t\n");
		}
		if (cell[4] && strcmp(cell[0], "conference") != 0)
			rows[n++] = (struct row){strdup(cell[0]),
			    strdup(cell[2]), strdup(cell[3]), strdup(cell[4])};
	}
	free(line);
	return n;
}

struct tally {
	size_t all, right, wrong, left;
};

static unsigned long dice;

/* Whether a third hits: splitmix64. */
static bool
left_out(bool third)
{
	unsigned long z = dice += 0x9E3779B97F4A7C15UL;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9UL;
	z = (z ^ z >> 27) * 0x94D049BB133111EBUL;
	return third && (z ^ z >> 31) % 3 == 0;
}

static void
join_rows(const struct row *row, size_t n, bool people, bool programme,
    bool third, bool loud, struct tally *tally)
{
	struct arena *arena = arena_new();
	struct talk *made[2] = {mem_alloc(n + 1, sizeof(struct talk)),
	    mem_alloc(n + 1, sizeof(struct talk))};
	const struct talk **list[2] = {
	    mem_alloc(n + 1, sizeof(void *)), mem_alloc(n + 1, sizeof(void *))};
	size_t *of[2] = {
	    mem_alloc(n + 1, sizeof(size_t)), mem_alloc(n + 1, sizeof(size_t))};
	struct join_pair *pairs = mem_alloc(n + 1, sizeof(*pairs));
	struct join_guess *guesses = mem_alloc(n + 1, sizeof(*guesses));
	size_t count[2] = {0};

	for (int side = 0; side < 2; side++) {
		for (size_t i = 0; i < n; i++) {
			struct talk *talk = &made[side][i];
			size_t speakers;

			if (left_out(third))
				continue;
			talk->title = side == 0 ? row[i].title : row[i].video;
			if (people || (programme && side == 0)) {
				talk->speakers = byline_list(
				    arena, row[i].speakers, &speakers);
				talk->nspeakers = (uint32_t)speakers;
			}
			of[side][count[side]] = i;
			list[side][count[side]++] = talk;
		}
	}
	const struct talk *const *const sides[2] = {list[0], list[1]};

	const struct join_known known = {.settled = NULL};

	join_match(sides, count, &known, pairs, guesses);
	tally->all += count[0];
	for (size_t i = 0; i < count[0]; i++) {
		size_t a = of[0][i];
		bool joined = pairs[i].other != JOIN_MATCH_NONE;
		size_t b = joined ? of[1][pairs[i].other] : 0;

		tally->left += !joined;
		/* Some talks have two videos, and stand there twice. */
		if (joined &&
		    strncasecmp(row[a].title, row[b].title, SAME) == 0 &&
		    strcmp(row[a].speakers, row[b].speakers) == 0)
			b = a;
		tally->right += joined && a == b;
		tally->wrong += joined && a != b;
		if (loud && joined && a != b)
			printf("wrong, %s: %s\n\t| %s\n\t| %s\n",
			    join_match_why(pairs[i].why), row[a].title,
			    row[b].video, row[a].video);
		if (loud && !joined)
			printf(
			    "left: %s\n\t| %s\n", row[a].title, row[a].video);
	}
	for (int side = 0; side < 2; side++) {
		free(made[side]);
		free(list[side]);
		free(of[side]);
	}
	free(pairs);
	free(guesses);
	arena_free(arena);
}

int
main(int argc, char **argv)
{
	struct tally tally = {0};
	bool people = false, programme = false, third = false, loud = false;
	FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
	size_t n, from = 0;

	setlocale(LC_ALL, "C.UTF-8");
	if (!in)
		return 2;
	for (int i = 2; i < argc; i++) {
		people = people || strcmp(argv[i], "people") == 0;
		programme = programme || strcmp(argv[i], "programme") == 0;
		loud = loud || strcmp(argv[i], "loud") == 0;
		if (strcmp(argv[i], "third") == 0 && i + 1 < argc) {
			third = true;
			dice = strtoul(argv[++i], NULL, 10);
		}
	}
	n = read_rows(in);
	fclose(in);
	for (size_t i = 1; i <= n; i++) {
		if (i < n &&
		    strcmp(rows[i].conference, rows[from].conference) == 0)
			continue;
		join_rows(&rows[from], i - from, people, programme, third, loud,
		    &tally);
		from = i;
	}
	printf("%zu talks: %zu right, %zu wrong, %zu left\n", tally.all,
	    tally.right, tally.wrong, tally.left);
	return 0;
}
