/*
 * A video that plays while lectern or its player is killed.
 *
 *   plays ROUNDS FOLDER DOCUMENT
 *
 * In each round $LECTERN plays the first talk of DOCUMENT on a terminal, and one
 * of the two is killed (SIGKILL) once so many messages have gone between them,
 * another number in each round.  What was acknowledged by then has to be in the
 * marks, the other one has to go on or to end by itself, and no socket may stay.
 * All that is kept lies in FOLDER, which is empty.
 *
 * Called as `mpv` the program is the player.  It tells a second and then that
 * the file ended, in turn, and lectern's next question acknowledges each.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define OPTION   "--input-ipc-server="
#define NEWS     "PLAYS_NEWS" /* names the FIFO that the player tells by */
#define PATIENCE 20000        /* milliseconds for anything to happen */
#define LENGTH   1000
#define STEP     130 /* seconds from one that is told to the next */
#define SEEN     901 /* from that one on a talk is seen */
#define MOMENTS  41  /* messages after which the last kill is */
#define PATH     512

/* What the player tells: seconds; 0 is none. */
struct news {
	pid_t pid;
	int told;       /* sent, or on its way */
	int read, kept; /* acknowledged by lectern */
	bool seen;      /* so is the mark */
	bool left;      /* lectern is gone, and the player ends */
};

static int round_now;

static void
die(const char *what, int number)
{
	fprintf(stderr, "plays: round %d: %s (%d)\n", round_now, what, number);
	exit(1);
}

/* The player. */

static void
tell(int fd, const struct news *news)
{
	if (write(fd, news, sizeof(*news)) != sizeof(*news))
		exit(1);
}

/* Says what is so in the file; false: lectern is gone. */
static bool
say(int fd, const char *url, int second)
{
	char text[512];
	int n;

	if (second > 0)
		n = snprintf(text, sizeof(text),
		    "{\"data\":\"%s\",\"request_id\":1,\"error\":\"success\"}\n"
		    "{\"data\":%d,\"request_id\":2,\"error\":\"success\"}\n"
		    "{\"data\":%d,\"request_id\":3,\"error\":\"success\"}\n"
		    "{\"event\":\"playback-restart\"}\n",
		    url, second, LENGTH);
	else
		n = snprintf(text, sizeof(text),
		    "{\"error\":\"no\",\"request_id\":3}\n"
		    "{\"event\":\"end-file\"}\n{\"event\":\"start-file\"}\n");
	return send(fd, text, (size_t)n, MSG_NOSIGNAL) == n;
}

/* Waits for a question, which ends by the one for the length. */
static bool
is_asked(FILE *in)
{
	char line[512];

	while (fgets(line, sizeof(line), in))
		if (strstr(line, "\"request_id\":3"))
			return true;
	return false;
}

static int
listen_at(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
	if (fd < 0 ||
	    bind(fd, (const struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(fd, 1) != 0)
		exit(1);
	return fd;
}

/*
 * lectern asks as it reads, and keeps what that was before it reads again: so
 * what was read at a question is kept at the next.
 */
static void
take_question(struct news *news, bool ended)
{
	news->seen = news->seen || news->read >= SEEN;
	if (ended)
		return;
	news->kept = news->read;
	news->read = news->told;
}

/* Plays on, from file to file, until lectern is gone. */
static int
play(const char *path, const char *url)
{
	const char *name = getenv(NEWS);
	int out = name ? open(name, O_WRONLY | O_CLOEXEC) : -1;
	struct news news = {.pid = getpid()};
	bool ended = true;
	int fd;
	FILE *in;

	tell(out, &news);
	fd = listen_at(path);
	tell(out, &news);
	fd = accept(fd, NULL, NULL);
	in = fd >= 0 ? fdopen(fd, "r") : NULL;
	while (in && is_asked(in)) {
		take_question(&news, ended);
		ended = !ended;
		if (!ended)
			news.told += news.told < SEEN ? STEP : 1;
		tell(out, &news);
		if (!say(fd, url, ended ? 0 : news.told))
			break;
		tell(out, &news);
	}
	news.left = true;
	tell(out, &news);
	return 0;
}

/* lectern, and what is around it. */

struct stage {
	const char *folder, *document;
	char run[PATH];
	int fifo, tty;
	pid_t lectern;
};

static void
start(struct stage *stage)
{
	struct winsize size = {.ws_row = 40, .ws_col = 120};
	const char *program = getenv("LECTERN");

	if (!program)
		die("LECTERN names no program", 0);
	stage->lectern = forkpty(&stage->tty, NULL, NULL, &size);
	if (stage->lectern == 0) {
		execl(program, program, stage->document, (char *)NULL);
		_exit(127);
	}
	if (stage->lectern < 0)
		die("no terminal", errno);
}

/* Waits for the terminal or news, and takes what the terminal shows. */
static bool
wait_for(struct stage *stage, char *bytes, size_t size)
{
	struct pollfd polls[2] = {{.fd = stage->tty, .events = POLLIN},
	    {.fd = stage->fifo, .events = POLLIN}};
	ssize_t n = 0;

	if (poll(polls, stage->fifo >= 0 ? 2 : 1, PATIENCE) <= 0)
		die("nothing happens", 0);
	if (polls[0].revents)
		n = read(stage->tty, bytes, size - 1);
	if (n < 0)
		stage->tty = (close(stage->tty), -1);
	bytes[n > 0 ? n : 0] = '\0';
	return stage->fifo >= 0 && polls[1].revents;
}

static void
press(const struct stage *stage, const char *key)
{
	if (write(stage->tty, key, strlen(key)) != (ssize_t)strlen(key))
		die("no key is taken", errno);
}

/* Waits until the document is shown. */
static void
wait_for_talks(struct stage *stage)
{
	char bytes[8192];

	do
		wait_for(stage, bytes, sizeof(bytes));
	while (!strstr(bytes, "compost"));
}

/* Waits until lectern has ended; its status. */
static int
wait_for_end(struct stage *stage)
{
	char bytes[8192];
	int fifo = stage->fifo, status;

	stage->fifo = -1;
	while (stage->tty >= 0)
		wait_for(stage, bytes, sizeof(bytes));
	stage->fifo = fifo;
	if (waitpid(stage->lectern, &status, 0) != stage->lectern)
		die("lectern is lost", errno);
	return status;
}

/* Takes news until so many have come, or the player is gone; how many came. */
static int
take_news(struct stage *stage, struct news *news, int most)
{
	char bytes[8192];
	int n = 0;

	while (n < most) {
		ssize_t got;

		if (!wait_for(stage, bytes, sizeof(bytes)))
			continue;
		got = read(stage->fifo, news, sizeof(*news));
		if (got == 0)
			return n;
		if (got != sizeof(*news))
			die("half of the news", (int)got);
		n++;
	}
	return n;
}

/* Whether a folder of a socket is there. */
static bool
has_socket(const struct stage *stage)
{
	DIR *folder = opendir(stage->run);
	const struct dirent *entry;
	bool has = false;

	while (folder && (entry = readdir(folder)))
		has = has || entry->d_name[0] != '.';
	if (folder)
		closedir(folder);
	return has;
}

/* What `lectern list` says of the talk has to be what was acknowledged. */
static void
check(const struct stage *stage, int least, int most, bool seen)
{
	static const char name[] = "\"position\":\"";
	char command[2 * PATH], line[16384] = "";
	const char *at;
	FILE *in;
	int second;

	snprintf(command, sizeof(command), "\"$LECTERN\" list --json '%s'",
	    stage->document);
	in = popen(command, "r");
	if (!in || !fgets(line, sizeof(line), in))
		die("no list", errno);
	while (fgetc(in) != EOF)
		;
	if (pclose(in) != 0)
		die("the list fails", 0);
	at = strstr(line, name);
	second = at ? atoi(at + strlen(name)) : 0;
	if (second < least)
		die("a place that was acknowledged is lost", least);
	if (second > most)
		die("a place that was never told", second);
	if (seen && strstr(line, "\"seen_at\":null"))
		die("a mark that was acknowledged is lost", second);
}

/* Waits until no folder of a socket is there, while lectern runs. */
static void
wait_for_order(struct stage *stage)
{
	struct pollfd poller = {.fd = stage->tty, .events = POLLIN};
	char bytes[8192];

	for (int left = PATIENCE; has_socket(stage); left -= 5) {
		if (left < 0)
			die("a socket stays", 0);
		if (poll(&poller, 1, 5) > 0 &&
		    read(stage->tty, bytes, sizeof(bytes)) <= 0)
			die("lectern ended", 0);
	}
}

static void
quit(struct stage *stage)
{
	int status;

	press(stage, "Q");
	status = wait_for_end(stage);
	if (status != 0)
		die("lectern ends badly", status);
	if (has_socket(stage))
		die("a socket is left", 0);
}

/* lectern is killed: the player ends, and the next lectern clears up. */
static void
kill_lectern(struct stage *stage, struct news *news)
{
	bool asked = news->told > 0;

	kill(stage->lectern, SIGKILL);
	/* One that lectern has not found yet waits for it. */
	if (!asked)
		kill(news->pid, SIGKILL);
	wait_for_end(stage);
	take_news(stage, news, INT_MAX);
	if (asked && !news->left)
		die("the player broke", 0);
	start(stage);
	wait_for_talks(stage);
	wait_for_order(stage);
	quit(stage);
	check(stage, news->kept, news->told, news->seen);
}

/* The player is killed: lectern keeps what it was told, and goes on. */
static void
kill_player(struct stage *stage, struct news *news)
{
	kill(news->pid, SIGKILL);
	take_news(stage, news, INT_MAX);
	/* One that does not listen yet is waited for. */
	if (news->told > 0)
		wait_for_order(stage);
	quit(stage);
	check(stage, news->read, news->told, news->read >= SEEN);
}

/* The folders of a round, so that none has what an earlier one kept. */
static void
set_up(struct stage *stage)
{
	char path[PATH];

	snprintf(path, sizeof(path), "%s/data-%d", stage->folder, round_now);
	setenv("XDG_DATA_HOME", path, 1);
	snprintf(path, sizeof(path), "%s/news-%d", stage->folder, round_now);
	setenv(NEWS, path, 1);
	if (mkfifo(path, 0600) != 0)
		die("no FIFO", errno);
	stage->fifo = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

static void
play_round(struct stage *stage)
{
	/* 17 and 41 have no common factor: each moment comes, on each side. */
	int moment = 1 + round_now * 17 % MOMENTS;
	struct news news = {0};

	set_up(stage);
	start(stage);
	wait_for_talks(stage);
	press(stage, "p");
	if (take_news(stage, &news, moment) != moment)
		die("the player ended", moment);
	if (round_now % 2 == 0)
		kill_lectern(stage, &news);
	else
		kill_player(stage, &news);
	close(stage->fifo);
}

/* Puts this program where lectern finds its player. */
static void
set_stage(struct stage *stage, const char *program)
{
	char path[2 * PATH], *whole = realpath(program, NULL);

	snprintf(stage->run, sizeof(stage->run), "%s/run", stage->folder);
	snprintf(path, sizeof(path), "%s/mpv", stage->folder);
	if (!whole || symlink(whole, path) != 0 || mkdir(stage->run, 0700) != 0)
		die("no stage", errno);
	free(whole);
	snprintf(path, sizeof(path), "%s:/usr/bin:/bin", stage->folder);
	setenv("PATH", path, 1);
	setenv("XDG_RUNTIME_DIR", stage->run, 1);
}

int
main(int argc, char **argv)
{
	const char *name = strrchr(argv[0], '/');
	struct stage stage = {.fifo = -1};
	int rounds;

	if (strcmp(name ? name + 1 : argv[0], "mpv") == 0 && argc > 2)
		return strncmp(argv[1], OPTION, strlen(OPTION)) != 0 ||
		    play(argv[1] + strlen(OPTION), argv[argc - 1]);
	rounds = argc > 3 ? atoi(argv[1]) : 0;
	if (rounds < 1) {
		fputs("usage: plays ROUNDS FOLDER DOCUMENT\n", stderr);
		return 2;
	}
	stage.folder = argv[2];
	stage.document = argv[3];
	set_stage(&stage, argv[0]);
	for (round_now = 1; round_now <= rounds; round_now++)
		play_round(&stage);
	printf("%d rounds, at %d moments, nothing lost\n", rounds,
	    rounds < MOMENTS ? rounds : MOMENTS);
	return 0;
}
