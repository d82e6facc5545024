/*
 * A reader whose program is killed over and over, and whose document changes in
 * between.
 *
 *   kills ROUNDS DATABASE [SEED]
 *
 * In each round a child reads the document, takes marks over to what its talks
 * are called now, and sets and clears marks; it tells each one that was set, and
 * is killed (SIGKILL) at any moment.  Then each mark that was told has to be
 * there, as it was told last.  Meanwhile talks gain a second speaker, their
 * video and a better title, and then make room for a new talk.
 */
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lectern/marks/marks.h"
#include "lectern/source/load.h"

#define TALKS  16
#define KINDS  2
#define STAGES 6
#define MOST   40 /* marks that a child is allowed to set */

static const enum mark_kind kinds[KINDS] = {MARK_BOOKMARKED, MARK_SEEN};

/* What a talk is called, and what was told of its marks. */
struct talk_state {
	int number;
	int stage; /* 1: second speaker, 2: video, from 3 on a better title */
	bool set[KINDS];
};

/* A change of a mark, as the child tells it. */
struct change {
	int talk, kind;
	bool on;
};

static const char *db;

static void
die(int round, const char *what, int talk)
{
	fprintf(stderr, "kills: round %d: %s (talk %d)\n", round, what, talk);
	exit(1);
}

/* Chance: the same for the same seed. */
static uint32_t
chance(uint64_t *seed, uint32_t below)
{
	*seed = *seed * 6364136223846793005U + 1442695040888963407U;
	return (uint32_t)(*seed >> 33) % below;
}

/* No word of a talk that counts is one of another's. */
static void
write_talk(FILE *out, const struct talk_state *talk)
{
	char word[8];

	snprintf(word, sizeof(word), "%c%c%c%c", 'a' + talk->number / 676 % 26,
	    'a' + talk->number / 26 % 26, 'a' + talk->number % 26, 'x');
	fprintf(out, "## All%s %sground", word, word);
	if (talk->stage > 2)
		fprintf(out, ", told better %d", talk->stage);
	fprintf(out, " - Ann L%s", word);
	if (talk->stage > 0)
		fprintf(out, ", Bo M%s", word);
	fputs("\n\n", out);
	if (talk->stage > 1)
		fprintf(out,
		    "URL: <https://www.youtube.com/watch?v=AAAAAA%05d>\n\n",
		    talk->number);
	fputs("- what was said\n\n", out);
}

/* The notes as they are now; to be freed with notes_free(). */
static struct notes *
read_notes(const struct talk_state talks[TALKS])
{
	const struct load_options options = {0};
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	fputs("# Growing\n\n", out);
	for (int i = 0; i < TALKS; i++)
		write_talk(out, &talks[i]);
	fclose(out);

	struct notes *notes = load_bytes("garden.md", text, len, &options);

	free(text);
	if (notes->ntalks != TALKS)
		die(0, "the document has other talks", (int)notes->ntalks);
	return notes;
}

/* Opens the marks, and takes over what the talks were called before. */
static struct marks *
open_marks(int round, struct notes *notes)
{
	struct err err = {""};
	struct marks *marks = marks_open(db, NULL, &err);

	if (err.msg[0])
		die(round, err.msg, -1);
	marks_take_over(marks, notes);
	return marks;
}

static void
mark_on(int round, const struct talk_state talks[TALKS], uint64_t seed, int fd)
{
	struct notes *notes = read_notes(talks);
	struct marks *marks = open_marks(round, notes);

	for (int i = 0; i < MOST; i++) {
		struct err err = {""};
		struct change change = {
		    .talk = (int)chance(&seed, TALKS),
		    .kind = (int)chance(&seed, KINDS),
		    .on = chance(&seed, 3) > 0,
		};

		if (!marks_set(marks, &notes->talks[change.talk],
			kinds[change.kind], change.on, NULL, &err))
			die(round, err.msg, change.talk);
		if (write(fd, &change, sizeof(change)) != sizeof(change))
			_exit(1);
	}
	_exit(0);
}

/* Lets a child mark, and kills it; takes what it told, and how many that was. */
static int
let_mark(int round, struct talk_state talks[TALKS], uint64_t *seed)
{
	struct timespec moment = {.tv_nsec = chance(seed, 4000000)};
	uint32_t least = chance(seed, 6);
	uint64_t own = *seed;
	struct change change;
	uint32_t told = 0;
	int ends[2], status;

	chance(seed, 2);
	if (pipe(ends) != 0)
		die(round, "no pipe", -1);
	pid_t pid = fork();

	if (pid == 0)
		mark_on(round, talks, own, ends[1]);
	close(ends[1]);
	while (told < least &&
	    read(ends[0], &change, sizeof(change)) == sizeof(change)) {
		talks[change.talk].set[change.kind] = change.on;
		told++;
	}
	/* Where no mark is waited for, it may still be taking over. */
	nanosleep(&moment, NULL);
	kill(pid, SIGKILL);
	if (waitpid(pid, &status, 0) != pid ||
	    (WIFEXITED(status) && WEXITSTATUS(status) != 0))
		die(round, "the child broke", -1);
	/* What it told while it was being killed counts, too. */
	while (read(ends[0], &change, sizeof(change)) == sizeof(change)) {
		talks[change.talk].set[change.kind] = change.on;
		told++;
	}
	close(ends[0]);
	return (int)told;
}

/* All that was told is so; one change more may have been on its way. */
static void
check(int round, struct talk_state talks[TALKS], size_t gone)
{
	struct notes *notes = read_notes(talks);
	struct marks *marks = open_marks(round, notes);
	int other = 0;
	size_t n, here = 0;

	for (int i = 0; i < TALKS; i++) {
		unsigned is = marks_of(marks, &notes->talks[i]);

		here += is != 0;

		for (int k = 0; k < KINDS; k++) {
			bool set = (is & kinds[k]) != 0;

			if (set != talks[i].set[k] && ++other > 1)
				die(round, "a mark that was told is lost", i);
			talks[i].set[k] = set;
		}
	}
	marks_list(marks, &n);
	if (n != here + gone)
		die(round, "marks of talks that are gone", (int)(n - here));
	marks_close(marks);
	notes_free(notes);
}

/* Renames talks; a talk that has had all makes room.  How many were renamed. */
static int
rename_talks(struct talk_state talks[TALKS], uint64_t *seed, size_t *gone)
{
	int renames = 0;

	for (int i = 0; i < TALKS; i++) {
		if (chance(seed, 4) > 0)
			continue;
		renames++;
		if (++talks[i].stage < STAGES)
			continue;
		*gone += talks[i].set[0] || talks[i].set[1];
		talks[i] = (struct talk_state){
		    .number = talks[i].number + TALKS};
	}
	return renames;
}

int
main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[1]) : 0, renames = 0;
	uint64_t seed = argc > 3 ? (uint64_t)atoll(argv[3]) : 1;
	struct talk_state talks[TALKS] = {{0}};
	size_t gone = 0; /* talks that are no more, and have marks */
	long told = 0;

	if (rounds < 1) {
		fputs("usage: kills ROUNDS DATABASE [SEED]\n", stderr);
		return 2;
	}
	setlocale(LC_CTYPE, "C.UTF-8");
	db = argv[2];
	for (int i = 0; i < TALKS; i++)
		talks[i].number = i;
	for (int round = 1; round <= rounds; round++) {
		told += let_mark(round, talks, &seed);
		check(round, talks, gone);
		renames += rename_talks(talks, &seed, &gone);
		check(round, talks, gone);
	}
	printf("%d rounds, %ld marks told, %d renames, none lost\n", rounds,
	    told, renames);
	return 0;
}
