/*
 * Stories: the real program on a pseudo-terminal, its screen read by libvterm.
 *
 * Runs each *.story of tests/screen (or those named) and prints TAP.  A story
 * is a list of steps, one a line; `#` begins a comment.  Words part at blanks;
 * in those of `run`, `env`, `script` and `file`, $DATA is tests/data, $SHARED
 * the shared test input, $TMP a folder of the story's own, which is HOME too,
 * $LOCALE the folder of translations.
 *
 *   size 80x24          the terminal's size for the next run, or a resize
 *   env NAME=VALUE      for the next runs; in $TMP/.local/state the reader has been
 *                       welcomed, elsewhere not
 *   run WORD...         starts lectern with these arguments
 *   keys KEY...         presses keys: a character, Enter, Esc, Up, ^Z, Space
 *   type TEXT           presses the characters of TEXT
 *   send TEXT           sends bytes: \e is Esc, \xNN any, all others themselves
 *   paste TEXT          sends TEXT as a bracketed paste
 *   expect TEXT         the screen comes to show TEXT, whatever runs of blanks
 *   absent TEXT         the screen comes to lack TEXT
 *   reversed TEXT       some TEXT comes to stand in reverse
 *   colored N TEXT      some TEXT comes to stand in that one of the 256 colours
 *   cursor Y X          the cursor comes to stand there, counted from 0
 *   screen              the screen comes to be as the lines `|...` that follow;
 *                       UPDATE=1 writes those anew
 *   signal NAME         sends KILL, TERM, HUP, INT, CONT, SEGV or ABRT
 *   hangup              takes the terminal away, as when its window is closed
 *   stopped             the program comes to be stopped
 *   continue            puts it into the foreground again
 *   exit N              the program ends with that status, 128 + n for a signal
 *   memory N            it has taken at most N MB so far, where that is known
 *   ascii               no byte beyond ASCII has come from the program so far
 *   restored            the terminal is as it was before the program
 *   script PATH         an executable file with the lines `|...` that follow
 *   output PATH         the standard output of the next runs goes there
 *   remove PATH         the file is gone
 *   move PATH PATH      it is called otherwise
 *   large PATH          a document that is larger than what is loaded at once
 *   fifo PATH           a FIFO that nobody writes to
 *   file PATH TEXT      the file comes to hold TEXT
 *   lock PATH           another program has this database for itself
 *   unlock              and lets go of it
 *   needs PATH          the story is skipped where PATH is missing
 *
 * Nothing sleeps: each step waits until it holds, or patience ends.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#define PATIENCE 20000 /* milliseconds until a step has failed */
#define QUIET    300   /* without output, when a screen is written anew */
#define WORDS    64

enum state { STATE_NONE, STATE_RUNNING, STATE_STOPPED, STATE_ENDED };

struct story {
	const char *path;
	char **line; /* of the file; NULL after the last */
	size_t nlines, at;
	char tmp[64];
	char
	    *output; /* path of the standard output of the next runs, or NULL */
	int h, w;

	VTerm *vt;
	VTermScreen *screen;
	bool cursor_hidden, other_screen;
	bool beyond; /* ASCII: bytes that the program has written */
	int cursor_y, cursor_x;

	int locked; /* a database that is held, or -1 */
	int tty;    /* our end of the terminal, or -1 */
	int slave;  /* its other end, kept open to look at its modes */
	int news;   /* the keeper tells here what became of the program */
	int orders; /* and takes orders here */
	pid_t keeper;
	pid_t program;
	enum state state;
	int status;
	struct termios before;
	char fault[512];
};

/* The keeper: a shell with one job. */

/* What the keeper tells. */
struct news {
	enum state state;
	int value; /* pid, or status */
};

static void
tell(int fd, enum state state, int value)
{
	struct news news = {state, value};

	if (write(fd, &news, sizeof(news)) != sizeof(news))
		_exit(1);
}

static void
start_program(char **argv)
{
	setpgid(0, 0);
	signal(SIGTTOU, SIG_IGN);
	tcsetpgrp(STDIN_FILENO, getpid());
	signal(SIGTTOU, SIG_DFL);
	execv(argv[0], argv);
	_exit(127);
}

/* Runs the program as a shell runs a job, and tells when it stops or ends. */
static void
keep(char **argv, int news, int orders)
{
	int status;
	char order;
	pid_t pid;

	signal(SIGTTOU, SIG_IGN);
	pid = fork();
	if (pid == 0) {
		close(news);
		close(orders);
		start_program(argv);
	}
	setpgid(pid, pid);
	/* Outlives the terminal, to tell what became of the program. */
	signal(SIGHUP, SIG_IGN);
	tell(news, STATE_RUNNING, pid);
	for (;;) {
		if (waitpid(pid, &status, WUNTRACED) != pid)
			_exit(1);
		tcsetpgrp(STDIN_FILENO, getpgrp());
		if (!WIFSTOPPED(status))
			break;
		tell(news, STATE_STOPPED, 0);
		if (read(orders, &order, 1) != 1)
			_exit(0);
		tcsetpgrp(STDIN_FILENO, pid);
		kill(-pid, SIGCONT);
		tell(news, STATE_RUNNING, pid);
	}
	tell(news, STATE_ENDED,
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	/* Stay until told: the terminal hangs up when its leader goes. */
	if (read(orders, &order, 1) < 0)
		_exit(1);
	_exit(0);
}

/* The terminal. */

static int
set_property(VTermProp prop, VTermValue *value, void *user)
{
	struct story *s = user;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		s->cursor_hidden = !value->boolean;
	if (prop == VTERM_PROP_ALTSCREEN)
		s->other_screen = value->boolean;
	return 1;
}

static int
move_cursor(VTermPos pos, VTermPos old, int visible, void *user)
{
	struct story *s = user;

	(void)old;
	(void)visible;
	s->cursor_y = pos.row;
	s->cursor_x = pos.col;
	return 1;
}

static const VTermScreenCallbacks callbacks = {
    .settermprop = set_property,
    .movecursor = move_cursor,
};

static long long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
answer(struct story *s)
{
	char buffer[256];
	size_t n = vterm_output_read(s->vt, buffer, sizeof(buffer));

	if (n > 0 && write(s->tty, buffer, n) < 0)
		return;
}

static void
take_news(struct story *s)
{
	struct news news;

	if (read(s->news, &news, sizeof(news)) != sizeof(news))
		return;
	s->state = news.state;
	if (news.state == STATE_RUNNING)
		s->program = news.value;
	if (news.state == STATE_ENDED)
		s->status = news.value;
}

/* Takes what comes within `ms` milliseconds; false if nothing came. */
static bool
take_output(struct story *s, int ms)
{
	struct pollfd fds[] = {{s->tty, POLLIN, 0}, {s->news, POLLIN, 0}};
	char buffer[65536];
	ssize_t n;

	if (poll(fds, 2, ms) <= 0)
		return false;
	if (fds[1].revents & POLLIN)
		take_news(s);
	if (!(fds[0].revents & POLLIN))
		return (fds[1].revents & POLLIN) != 0;
	n = read(s->tty, buffer, sizeof(buffer));
	if (n <= 0)
		return false;
	for (ssize_t i = 0; i < n; i++)
		s->beyond = s->beyond || (unsigned char)buffer[i] >= 0x80;
	vterm_input_write(s->vt, buffer, (size_t)n);
	vterm_screen_flush_damage(s->screen);
	answer(s);
	return true;
}

/* Row `y` of the screen without blanks at its end. */
static char *
screen_row(struct story *s, int y)
{
	size_t cap = (size_t)s->w * 32 + 1, n = 0;
	char *row = calloc(cap, 1);

	for (int x = 0; x < s->w; x++) {
		VTermRect rect = {y, y + 1, x, x + 1};
		VTermScreenCell cell;
		VTermPos pos = {y, x};

		vterm_screen_get_cell(s->screen, pos, &cell);
		if (cell.chars[0] == (uint32_t)-1)
			continue;
		if (cell.chars[0] == 0) {
			row[n++] = ' ';
			continue;
		}
		rect.end_col = x + cell.width;
		n += vterm_screen_get_text(
		    s->screen, row + n, cap - n - 1, rect);
	}
	while (n > 0 && row[n - 1] == ' ')
		n--;
	row[n] = '\0';
	return row;
}

static char *
screen_text(struct story *s)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	for (int y = 0; y < s->h; y++) {
		char *row = screen_row(s, y);

		fprintf(out, "%s\n", row);
		free(row);
	}
	fclose(out);
	return text;
}

/* Waiting. */

static bool
fail(struct story *s, const char *fault)
{
	snprintf(s->fault, sizeof(s->fault), "%s", fault);
	return false;
}

/* Waits until `holds` is true of the story and `text`. */
static bool
wait_for(struct story *s, bool (*holds)(struct story *, const char *),
    const char *text, const char *fault)
{
	long long end = now() + PATIENCE;

	while (!holds(s, text)) {
		if (now() > end)
			return fail(s, fault);
		take_output(s, 20);
	}
	return true;
}

/* Makes one of each run of blanks: how wide a column is is for `screen`. */
static void
squeeze(char *s)
{
	char *to = s;

	for (; *s; s++)
		if (*s != ' ' || s[1] != ' ')
			*to++ = *s;
	*to = '\0';
}

static bool
shows(struct story *s, const char *text)
{
	char *screen = screen_text(s), *wanted = strdup(text);

	squeeze(screen);
	squeeze(wanted);
	bool found = strstr(screen, wanted) != NULL;

	free(screen);
	free(wanted);
	return found;
}

static bool
lacks(struct story *s, const char *text)
{
	return !shows(s, text);
}

/* Whether an ASCII text stands somewhere in reverse, whole. */
static bool
has_color(const VTermScreenCell *cell, long color)
{
	return VTERM_COLOR_IS_INDEXED(&cell->fg) &&
	    cell->fg.indexed.idx == color;
}

/* Whether some text stands in one of the 256 colours, or for -1 in reverse. */
static bool
stands_in(struct story *s, const char *text, long color)
{
	int len = (int)strlen(text);

	for (int at = 0; at < s->h * s->w; at++) {
		int n = 0;

		for (; n < len && at % s->w + n < s->w; n++) {
			VTermScreenCell cell;
			VTermPos pos = {at / s->w, at % s->w + n};

			vterm_screen_get_cell(s->screen, pos, &cell);
			if (cell.chars[0] != (uint32_t)text[n] ||
			    !(color < 0 ? cell.attrs.reverse
					: has_color(&cell, color)))
				break;
		}
		if (n == len)
			return true;
	}
	return false;
}

static bool
is_reversed(struct story *s, const char *text)
{
	return stands_in(s, text, -1);
}

/* "208 TEXT" */
static bool
is_colored(struct story *s, const char *text)
{
	char *end;
	long color = strtol(text, &end, 10);

	return stands_in(s, end + 1, color);
}

static bool
equals(struct story *s, const char *text)
{
	char *screen = screen_text(s);
	bool same = strcmp(screen, text) == 0;

	free(screen);
	return same;
}

static bool
has_ended(struct story *s, const char *text)
{
	(void)text;
	return s->state == STATE_ENDED;
}

static bool
has_stopped(struct story *s, const char *text)
{
	(void)text;
	return s->state == STATE_STOPPED;
}

static bool
is_running(struct story *s, const char *text)
{
	(void)text;
	return s->state == STATE_RUNNING;
}

static bool
has_cursor(struct story *s, const char *text)
{
	int y, x;

	return sscanf(text, "%d %d", &y, &x) == 2 && s->cursor_y == y &&
	    s->cursor_x == x;
}

static char *
slurp(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t cap = 0;

	if (!file)
		return NULL;
	if (getdelim(&text, &cap, '\0', file) < 0) {
		free(text);
		text = NULL;
	}
	fclose(file);
	return text;
}

/* Words. */

/* `word` with its variables replaced, to be freed. */
static char *
expand(const struct story *s, const char *word)
{
	const char *srcdir = getenv("srcdir");
	char data[4096];
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	snprintf(data, sizeof(data), "%s/tests/data", srcdir ? srcdir : ".");
	while (*word) {
		const char *shared = getenv("SHARED");
		const char *locale = getenv("LECTERN_LOCALEDIR");

		if (strncmp(word, "$DATA", 5) == 0) {
			fputs(data, out);
			word += 5;
		} else if (strncmp(word, "$TMP", 4) == 0) {
			fputs(s->tmp, out);
			word += 4;
		} else if (strncmp(word, "$SHARED", 7) == 0) {
			fputs(shared && *shared ? shared : "/nowhere", out);
			word += 7;
		} else if (strncmp(word, "$LOCALE", 7) == 0) {
			fputs(locale ? locale : "/nowhere", out);
			word += 7;
		} else {
			putc(*word++, out);
		}
	}
	fclose(out);
	return text;
}

/* The next word of `*text`, to be freed, or NULL. */
static char *
next_word(const struct story *s, const char **text)
{
	const char *start = *text + strspn(*text, " ");
	size_t n = strcspn(start, " ");

	if (n == 0)
		return NULL;
	*text = start + n;

	char *raw = strndup(start, n);
	char *word = expand(s, raw);

	free(raw);
	return word;
}

/* Starting. */

static void
forget_run(struct story *s)
{
	if (s->state == STATE_NONE)
		return;
	if (s->state != STATE_ENDED)
		kill(s->program, SIGKILL);
	kill(s->keeper, SIGKILL);
	waitpid(s->keeper, NULL, 0);
	close(s->tty);
	close(s->slave);
	close(s->news);
	close(s->orders);
	vterm_free(s->vt);
	s->state = STATE_NONE;
}

static void
open_screen(struct story *s)
{
	s->vt = vterm_new(s->h, s->w);
	vterm_set_utf8(s->vt, 1);
	s->screen = vterm_obtain_screen(s->vt);
	vterm_screen_set_callbacks(s->screen, &callbacks, s);
	vterm_screen_enable_altscreen(s->screen, 1);
	vterm_screen_reset(s->screen, 1);
	s->cursor_hidden = s->other_screen = s->beyond = false;
}

static bool
step_run(struct story *s, const char *rest)
{
	const char *program = getenv("LECTERN");
	char *argv[WORDS + 2] = {strdup(program ? program : "./lectern")};
	int news[2], orders[2], master, slave, n = 1;
	struct winsize size = {
	    .ws_row = (unsigned short)s->h, .ws_col = (unsigned short)s->w};

	forget_run(s);
	while (n <= WORDS && (argv[n] = next_word(s, &rest)))
		n++;
	if (pipe(news) != 0 || pipe(orders) != 0 ||
	    openpty(&master, &slave, NULL, NULL, &size) != 0)
		return fail(s, "no pseudo-terminal");
	tcgetattr(slave, &s->before);
	open_screen(s);
	s->keeper = fork();
	if (s->keeper == 0) {
		close(master);
		close(news[0]);
		close(orders[1]);
		setsid();
		ioctl(slave, TIOCSCTTY, 0);
		dup2(slave, 0);
		dup2(slave, 1);
		dup2(slave, 2);
		if (s->output)
			dup2(
			    open(s->output, O_WRONLY | O_CREAT | O_TRUNC, 0600),
			    1);
		if (slave > 2)
			close(slave);
		setenv("HOME", s->tmp, 1);
		setenv("TMP", s->tmp, 1);
		keep(argv, news[1], orders[0]);
	}
	close(news[1]);
	close(orders[0]);
	for (int i = 0; argv[i]; i++)
		free(argv[i]);
	s->tty = master;
	s->slave = slave;
	s->news = news[0];
	s->orders = orders[1];
	s->state = STATE_NONE;
	return wait_for(s, is_running, "", "the program does not start");
}

/* Keys. */

static const struct {
	const char *name, *bytes;
} keys[] = {
    {"Enter", "\r"},
    /* As Kitty's protocol has it: a lone byte would have to be waited for. */
    {"Esc", "\033[27u"},
    {"Tab", "\t"},
    {"S-Tab", "\033[Z"},
    {"Space", " "},
    {"Backspace", "\177"},
    {"Up", "\033OA"},
    {"Down", "\033OB"},
    {"Right", "\033OC"},
    {"Left", "\033OD"},
    {"Home", "\033OH"},
    {"End", "\033OF"},
    {"PgUp", "\033[5~"},
    {"PgDn", "\033[6~"},
};

static bool
send_bytes(struct story *s, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t sent = write(s->tty, bytes, n);

		if (sent < 0 && errno != EINTR && errno != EAGAIN)
			return fail(s, "the terminal is gone");
		if (sent > 0) {
			bytes += sent;
			n -= (size_t)sent;
		}
		take_output(s, 0);
	}
	return true;
}

static bool
send_key(struct story *s, const char *name)
{
	char control;

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (strcmp(keys[i].name, name) == 0)
			return send_bytes(
			    s, keys[i].bytes, strlen(keys[i].bytes));
	}
	if (name[0] == '^' && name[1] && !name[2]) {
		control = (char)(name[1] & 0x1f);
		return send_bytes(s, &control, 1);
	}
	return send_bytes(s, name, strlen(name));
}

static bool
step_keys(struct story *s, const char *rest)
{
	char *word;
	bool ok = true;

	while (ok && (word = next_word(s, &rest))) {
		ok = send_key(s, word);
		free(word);
	}
	return ok;
}

static bool
step_type(struct story *s, const char *rest)
{
	return send_bytes(s, rest, strlen(rest));
}

static bool
step_send(struct story *s, const char *rest)
{
	while (*rest) {
		char byte = *rest;
		unsigned code;

		if (strncmp(rest, "\\e", 2) == 0) {
			byte = '\033';
			rest += 2;
		} else if (sscanf(rest, "\\x%2x", &code) == 1) {
			byte = (char)code;
			rest += 4;
		} else {
			rest++;
		}
		if (!send_bytes(s, &byte, 1))
			return false;
	}
	return true;
}

static bool
step_paste(struct story *s, const char *rest)
{
	return send_bytes(s, "\033[200~", 6) && step_type(s, rest) &&
	    send_bytes(s, "\033[201~", 6);
}

/* What is seen. */

static bool
step_expect(struct story *s, const char *rest)
{
	return wait_for(s, shows, rest, "the screen does not show it");
}

static bool
step_absent(struct story *s, const char *rest)
{
	return wait_for(s, lacks, rest, "the screen still shows it");
}

static bool
step_reversed(struct story *s, const char *rest)
{
	return wait_for(s, is_reversed, rest, "it is not in reverse");
}

static bool
step_colored(struct story *s, const char *rest)
{
	return wait_for(s, is_colored, rest, "it has another colour");
}

static bool
step_cursor(struct story *s, const char *rest)
{
	return wait_for(s, has_cursor, rest, "the cursor is not there");
}

/* The lines `|...` after this step, as one text; they are stepped over. */
static char *
take_lines(struct story *s)
{
	char *text;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	while (s->line[s->at] && s->line[s->at][0] == '|')
		fprintf(out, "%s\n", s->line[s->at++] + 1);
	fclose(out);
	return text;
}

/* Puts the screen that is shown in place of the lines from `from` on. */
static void
write_anew(struct story *s, size_t from)
{
	char **line = calloc(s->nlines + (size_t)s->h + 2, sizeof(*line));
	size_t n = 0;

	while (take_output(s, QUIET))
		continue;
	for (size_t i = 0; i < from; i++)
		line[n++] = s->line[i];
	for (int y = 0; y < s->h; y++) {
		char *row = screen_row(s, y);

		line[n] = malloc(strlen(row) + 2);
		sprintf(line[n++], "|%s", row);
		free(row);
	}

	size_t at = n;

	for (size_t i = s->at; i < s->nlines; i++)
		line[n++] = s->line[i];

	FILE *out = fopen(s->path, "w");

	for (size_t i = 0; out && i < n; i++)
		fprintf(out, "%s\n", line[i]);
	if (out)
		fclose(out);
	free(s->line);
	s->line = line;
	s->nlines = n;
	s->at = at;
}

static bool
step_screen(struct story *s, const char *rest)
{
	size_t from = s->at;
	char *want = take_lines(s);
	bool ok = true;

	(void)rest;
	if (getenv("UPDATE"))
		write_anew(s, from);
	else
		ok = wait_for(s, equals, want, "the screen is another");
	free(want);
	return ok;
}

/* The program as a process. */

static bool
step_size(struct story *s, const char *rest)
{
	struct winsize size = {0};

	if (sscanf(rest, "%dx%d", &s->w, &s->h) != 2)
		return fail(s, "no size");
	if (s->state == STATE_NONE)
		return true;
	size.ws_row = (unsigned short)s->h;
	size.ws_col = (unsigned short)s->w;
	vterm_set_size(s->vt, s->h, s->w);
	return ioctl(s->tty, TIOCSWINSZ, &size) == 0 ||
	    fail(s, "the size cannot be set");
}

static bool
step_env(struct story *s, const char *rest)
{
	char *word = expand(s, rest);
	char *equal = strchr(word, '=');

	if (equal) {
		*equal = '\0';
		setenv(word, equal + 1, 1);
	}
	free(word);
	return equal != NULL;
}

static bool
step_signal(struct story *s, const char *rest)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = {{"KILL", SIGKILL}, {"TERM", SIGTERM}, {"HUP", SIGHUP},
	    {"INT", SIGINT}, {"CONT", SIGCONT}, {"SEGV", SIGSEGV},
	    {"ABRT", SIGABRT}};

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
		if (strcmp(signals[i].name, rest) == 0)
			return kill(s->program, signals[i].number) == 0;
	}
	return fail(s, "no such signal");
}

static bool
step_hangup(struct story *s, const char *rest)
{
	(void)rest;
	close(s->tty);
	close(s->slave);
	s->tty = s->slave = -1;
	return true;
}

static bool
step_stopped(struct story *s, const char *rest)
{
	(void)rest;
	return wait_for(s, has_stopped, "", "the program does not stop");
}

static bool
step_continue(struct story *s, const char *rest)
{
	(void)rest;
	s->state = STATE_NONE;
	if (write(s->orders, "c", 1) != 1)
		return fail(s, "the program is gone");
	return wait_for(s, is_running, "", "the program does not go on");
}

static bool
step_exit(struct story *s, const char *rest)
{
	char fault[64];

	if (!wait_for(s, has_ended, "", "the program does not end"))
		return false;
	while (take_output(s, 0))
		continue;
	snprintf(fault, sizeof(fault), "it ended with status %d", s->status);
	return atoi(rest) == s->status || fail(s, fault);
}

static bool
step_memory(struct story *s, const char *rest)
{
	char line[256], fault[64];
	unsigned long kb = 0;
	FILE *status;

	snprintf(line, sizeof(line), "/proc/%ld/status", (long)s->program);
	status = fopen(line, "r");
	while (status && kb == 0 && fgets(line, sizeof(line), status))
		sscanf(line, "VmHWM: %lu", &kb);
	if (status)
		fclose(status);
	snprintf(fault, sizeof(fault), "it has taken %lu MB", kb / 1024);
	return kb / 1024 <= strtoul(rest, NULL, 10) || fail(s, fault);
}

static bool
step_ascii(struct story *s, const char *rest)
{
	(void)rest;
	while (take_output(s, 0))
		continue;
	return !s->beyond || fail(s, "there is more than ASCII");
}

static bool
step_restored(struct story *s, const char *rest)
{
	struct termios after;

	(void)rest;
	while (take_output(s, 0))
		continue;
	tcgetattr(s->slave, &after);
	if (s->other_screen)
		return fail(s, "the alternate screen is still on");
	if (s->cursor_hidden)
		return fail(s, "the cursor is hidden");
	return (after.c_lflag == s->before.c_lflag &&
		   after.c_iflag == s->before.c_iflag &&
		   after.c_oflag == s->before.c_oflag) ||
	    fail(s, "the terminal's modes are not as before");
}

/* Files. */

static bool
step_large(struct story *s, const char *rest)
{
	char *path = expand(s, rest);
	FILE *out = fopen(path, "w");

	for (int i = 0; out && i < 120000; i++)
		fprintf(out,
		    "## Talk %d - Ann Example\n\n* some more words %d\n\n", i,
		    i);
	free(path);
	return out && fclose(out) == 0;
}

static bool
step_fifo(struct story *s, const char *rest)
{
	char *path = expand(s, rest);
	bool made = mkfifo(path, 0600) == 0;

	free(path);
	return made;
}

/* Takes the bytes that sqlite's writers lock. */
static bool
step_lock(struct story *s, const char *rest)
{
	struct flock lock = {
	    .l_type = F_WRLCK, .l_start = 0x40000000, .l_len = 512};
	char *path = expand(s, rest);

	s->locked = open(path, O_RDWR);
	free(path);
	return s->locked >= 0 && fcntl(s->locked, F_SETLK, &lock) == 0;
}

static bool
step_unlock(struct story *s, const char *rest)
{
	(void)rest;
	return close(s->locked) == 0;
}

static bool
step_output(struct story *s, const char *rest)
{
	free(s->output);
	s->output = expand(s, rest);
	return true;
}

static bool
step_remove(struct story *s, const char *rest)
{
	char *path = expand(s, rest);
	bool gone = unlink(path) == 0;

	free(path);
	return gone;
}

static bool
step_move(struct story *s, const char *rest)
{
	char *from = expand(s, rest), *to = strchr(from, ' ');
	bool moved = false;

	if (to) {
		*to++ = '\0';
		moved = rename(from, to) == 0;
	}
	free(from);
	return moved;
}

static bool
step_script(struct story *s, const char *rest)
{
	char *path = expand(s, rest);
	char *raw = take_lines(s);
	char *text = expand(s, raw);

	/* The folders above it, too. */
	for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
		*slash = '\0';
		mkdir(path, 0755);
		*slash = '/';
	}

	FILE *out = fopen(path, "w");

	if (out) {
		fputs(text, out);
		fclose(out);
		chmod(path, 0755);
	}
	free(path);
	free(raw);
	free(text);
	return out != NULL;
}

static bool
holds_text(struct story *s, const char *rest)
{
	char *path = next_word(s, &rest);
	char *text = path ? slurp(path) : NULL;
	bool found = text && strstr(text, rest + strspn(rest, " "));

	free(path);
	free(text);
	return found;
}

static bool
step_file(struct story *s, const char *rest)
{
	return wait_for(s, holds_text, rest, "the file does not hold it");
}

/* Stories. */

static const struct {
	const char *name;
	bool (*run)(struct story *, const char *);
} steps[] = {
    {"size", step_size},
    {"env", step_env},
    {"run", step_run},
    {"keys", step_keys},
    {"type", step_type},
    {"send", step_send},
    {"paste", step_paste},
    {"expect", step_expect},
    {"absent", step_absent},
    {"reversed", step_reversed},
    {"colored", step_colored},
    {"cursor", step_cursor},
    {"screen", step_screen},
    {"signal", step_signal},
    {"hangup", step_hangup},
    {"stopped", step_stopped},
    {"continue", step_continue},
    {"exit", step_exit},
    {"memory", step_memory},
    {"ascii", step_ascii},
    {"restored", step_restored},
    {"script", step_script},
    {"file", step_file},
    {"move", step_move},
    {"remove", step_remove},
    {"output", step_output},
    {"large", step_large},
    {"fifo", step_fifo},
    {"lock", step_lock},
    {"unlock", step_unlock},
};

static bool
run_step(struct story *s, const char *line)
{
	size_t n = strcspn(line, " ");
	const char *rest = line + n + (line[n] == ' ');

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		if (strlen(steps[i].name) == n &&
		    strncmp(steps[i].name, line, n) == 0)
			return steps[i].run(s, rest);
	}
	return fail(s, "no such step");
}

static bool
read_story(struct story *s)
{
	char *text = slurp(s->path);
	size_t cap = 0;

	if (!text)
		return false;
	for (char *line = text, *end; *line; line = end + 1) {
		end = line + strcspn(line, "\n");
		if (s->nlines + 2 > cap) {
			cap = cap * 2 + 64;
			s->line = realloc(s->line, cap * sizeof(*s->line));
		}
		s->line[s->nlines++] = strndup(line, (size_t)(end - line));
		if (!*end)
			break;
	}
	s->line[s->nlines] = NULL;
	free(text);
	return true;
}

/* Whether something that the story needs is missing. */
static bool
is_skipped(const struct story *s)
{
	for (size_t i = 0; i < s->nlines; i++) {
		if (strncmp(s->line[i], "needs ", 6) != 0)
			continue;

		char *path = expand(s, s->line[i] + 6);
		bool missing = access(path, F_OK) != 0;

		free(path);
		if (missing)
			return true;
	}
	return false;
}

static void
show_fault(struct story *s, size_t line)
{
	printf("# line %zu: %s\n# %s\n", line + 1, s->line[line], s->fault);
	if (!s->vt)
		return;

	char *screen = screen_text(s);

	for (char *row = strtok(screen, "\n"); row; row = strtok(NULL, "\n"))
		printf("#|%s\n", row);
	printf("# cursor %d %d\n", s->cursor_y, s->cursor_x);
	free(screen);
}

static bool
tell_story(struct story *s)
{
	while (s->line[s->at]) {
		size_t at = s->at++;
		const char *line = s->line[at];

		if (!*line || *line == '#' || strncmp(line, "needs ", 6) == 0)
			continue;
		if (!run_step(s, line)) {
			show_fault(s, at);
			return false;
		}
	}
	return true;
}

static void
remove_folder(const char *path)
{
	DIR *dir = opendir(path);
	char below[4096];

	if (!dir)
		return;
	for (struct dirent *e; (e = readdir(dir));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		snprintf(below, sizeof(below), "%s/%s", path, e->d_name);
		if (unlink(below) != 0)
			remove_folder(below);
	}
	closedir(dir);
	rmdir(path);
}

/* The reader of a story has been welcomed before. */
static bool
been_here(const struct story *s)
{
	static const char *const folders[] = {
	    ".local", ".local/state", ".local/state/lectern"};
	char path[256];
	FILE *file;

	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		snprintf(path, sizeof(path), "%s/%s", s->tmp, folders[i]);
		mkdir(path, 0700);
	}
	snprintf(path, sizeof(path), "%s/.local/state/lectern/state", s->tmp);
	file = fopen(path, "we");
	return file && fputs("welcomed yes\n", file) >= 0 && fclose(file) == 0;
}

/* Each story in a process of its own: so its environment is, too. */
static int
run_story(const char *path)
{
	struct story s = {.path = path, .h = 24, .w = 80};
	bool ok = false;

	fflush(stdout);

	pid_t pid = fork();
	int status = 1;

	if (pid > 0) {
		waitpid(pid, &status, 0);
		return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
	}
	strcpy(s.tmp, "/tmp/lectern-story-XXXXXX");
	signal(SIGPIPE, SIG_IGN);
	if (mkdtemp(s.tmp) && been_here(&s) && read_story(&s)) {
		if (is_skipped(&s)) {
			remove_folder(s.tmp);
			exit(77);
		}
		ok = tell_story(&s);
		forget_run(&s);
	}
	remove_folder(s.tmp);
	fflush(stdout);
	_exit(ok ? 0 : 1);
}

static int
is_story(const struct dirent *e)
{
	const char *dot = strrchr(e->d_name, '.');

	return dot && strcmp(dot, ".story") == 0;
}

static int
report(int n, const char *name, int status)
{
	if (status == 77)
		printf("ok %d - %s # SKIP its input is not here\n", n, name);
	else
		printf("%sok %d - %s\n", status == 0 ? "" : "not ", n, name);
	return status != 0 && status != 77;
}

int
main(int argc, char **argv)
{
	const char *srcdir = getenv("srcdir");
	char folder[4096], path[8192];
	struct dirent **entries;
	int n = 0, failed = 0;

	for (int i = 1; i < argc; i++)
		failed += report(++n, argv[i], run_story(argv[i]));
	if (argc == 1) {
		snprintf(folder, sizeof(folder), "%s/tests/screen",
		    srcdir ? srcdir : ".");

		int found = scandir(folder, &entries, is_story, alphasort);

		for (int i = 0; i < found; i++) {
			snprintf(path, sizeof(path), "%s/%s", folder,
			    entries[i]->d_name);
			failed += report(
			    ++n, entries[i]->d_name, run_story(path));
			free(entries[i]);
		}
		if (found >= 0)
			free(entries);
	}
	printf("1..%d\n", n);
	return failed > 0 || n == 0;
}
