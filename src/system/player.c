#include "lectern/system/player.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "lectern/base/clock.h"
#include "lectern/base/db.h"
#include "lectern/base/json.h"
#include "lectern/base/mem.h"
#include "system/player_folder.h"
#include "system/program.h"

/*
 * Every second lectern asks for path, second and length, in this order, and
 * earlier after a seek or a pause.  A position counts if the path was told
 * after the last change of the file: mpv answers in order.
 */

#define OPTION   "--input-ipc-server="
#define ASKING   1000    /* milliseconds between questions */
#define PATIENCE 30000   /* milliseconds for mpv to listen */
#define LINE     16384   /* bytes of a line that is looked at */
#define LOOK     65536   /* bytes that are read at a look */
#define FLOOD    1000000 /* bytes in that time: it is not mpv */
#define LONGEST  360000  /* seconds of a video */

/* What lectern asks; mpv repeats the numbers in its answers. */
enum question { ASK_PATH = 1, ASK_SECOND, ASK_LENGTH };

#define ASK(number, property) \
	"{\"command\":[\"get_property\",\"" property \
	"\"],\"request_id\":" number "}\n"

static const char questions[] = ASK("1", "path") ASK("2", "time-pos")
    ASK("3", "duration");
static const char watch_pause[] =
    "{\"command\":[\"observe_property\",4,\"pause\"]}\n";

struct player {
	struct player_folder folder;
	int fd; /* -1: not connected */
	bool gone;
	bool owes;              /* what was asked is not answered yet */
	long long begun, asked; /* monotonic milliseconds; 0: ask now */
	long long counted;      /* since when `took` is */

	char line[LINE]; /* what there is of the next one */
	size_t len;
	bool skips;  /* it is too long, and is left out */
	size_t took; /* bytes that came lately */

	struct db *db; /* in memory: it reads JSON */
	struct db_query *query;

	char *url;  /* NULL: not known */
	bool timed; /* the second is that of `url` */
	bool known; /* and so is the length, if it has one */
	long second, length;
	bool paused;
};

bool
player_can_talk(const struct argv *argv)
{
	if (argv->nword == 0 || strcmp(program_name(argv->word[0]), "mpv") != 0)
		return false;
	/* Whoever has a socket already wants that one. */
	for (size_t i = 1; i < argv->nword; i++)
		if (strstr(argv->word[i], "-input-ipc-"))
			return false;
	return true;
}

/* Takes the folder. */
static struct player *
make(const struct player_folder *folder)
{
	struct player *player = mem_alloc(1, sizeof(*player));

	player->folder = *folder;
	player->fd = -1;
	player->begun = clock_milliseconds();
	player->db = db_open(NULL);
	player->query = db_query(player->db,
	    "SELECT json_extract(j, '$.event'), json_extract(j, "
	    "'$.request_id'),"
	    " json_extract(j, '$.error') = 'success',"
	    " CASE WHEN json_type(j, '$.data') IN ('object', 'array') THEN NULL"
	    " ELSE json_extract(j, '$.data') END"
	    " FROM (SELECT iif(json_valid(?1), ?1, '{}') AS j)");
	return player;
}

struct player *
player_new(struct argv *argv)
{
	struct player_folder folder;
	struct player *player;
	char *option;

	if (!player_can_talk(argv) || !player_folder_make(&folder))
		return NULL;
	player = make(&folder);
	option = mem_printf(OPTION "%s", player->folder.socket);
	argv_insert(argv, 1, option);
	free(option);
	return player;
}

void
player_free(struct player *player)
{
	if (!player)
		return;
	if (player->fd >= 0)
		close(player->fd);
	player_folder_drop(&player->folder);
	db_query_free(player->query);
	db_close(player->db);
	free(player->url);
	free(player);
}

int
player_fd(const struct player *player)
{
	return player ? player->fd : -1;
}

static void
hang_up(struct player *player)
{
	if (player->fd >= 0)
		close(player->fd);
	player->fd = -1;
	player->gone = true;
}

/* Says something, whole; what a player does not take at once is too much. */
static bool
say(struct player *player, const char *text, size_t len)
{
	if (player->fd < 0)
		return false;
	if (send(player->fd, text, len, MSG_NOSIGNAL) == (ssize_t)len)
		return true;
	hang_up(player);
	return false;
}

static void
ask(struct player *player)
{
	player->asked = clock_milliseconds();
	player->owes = true;
	say(player, questions, strlen(questions));
}

static void
connect_player(struct player *player)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	memcpy(address.sun_path, player->folder.socket,
	    strlen(player->folder.socket) + 1);
	player->fd = socket(
	    AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (player->fd >= 0 &&
	    connect(player->fd, (const struct sockaddr *)&address,
		sizeof(address)) == 0) {
		say(player, watch_pause, strlen(watch_pause));
		ask(player);
		return;
	}
	if (player->fd >= 0)
		close(player->fd);
	player->fd = -1;
	player->gone = clock_milliseconds() - player->begun > PATIENCE;
}

struct player *
player_take_up(void)
{
	struct player_folder *left;
	size_t n = player_folder_clean(&left);
	struct player *taken = NULL;

	for (size_t i = 0; i < n; i++) {
		struct player *player;

		if (taken) {
			player_folder_drop(&left[i]);
			continue;
		}
		player = make(&left[i]);
		connect_player(player);
		if (player->fd >= 0)
			taken = player;
		else
			player_free(player);
	}
	free(left);
	return taken;
}

static void
take_path(struct player *player, const char *path)
{
	if (player->url && strcmp(player->url, path) == 0)
		return;
	free(player->url);
	player->url = mem_dup(path, strlen(path));
	player->timed = player->known = false;
	player->second = player->length = 0;
}

/* Another file begins: what is told is not known of it. */
static void
forget_path(struct player *player)
{
	free(player->url);
	player->url = NULL;
	player->timed = player->known = false;
}

/* Takes a number of seconds; other values, NaN and the like are none. */
static void
take_seconds(long *seconds, const char *text)
{
	char *end;
	double value = strtod(text, &end);

	if (end > text && value >= 0 && value <= LONGEST)
		*seconds = (long)value;
}

static void
take_answer(
    struct player *player, long long number, bool good, const char *data)
{
	switch (number) {
	case ASK_PATH:
		if (good && *data)
			take_path(player, data);
		break;
	case ASK_SECOND:
		if (!good || !player->url)
			break;
		take_seconds(&player->second, data);
		player->timed = true;
		break;
	case ASK_LENGTH:
		player->owes = false;
		if (good && player->url)
			take_seconds(&player->length, data);
		/* A second without its length would be kept as that. */
		player->known = player->timed;
		break;
	default:
		break;
	}
}

static void
take_event(struct player *player, const char *event, const char *data)
{
	if (strcmp(event, "start-file") == 0 || strcmp(event, "end-file") == 0)
		forget_path(player);
	/* Only the pause is observed. */
	if (strcmp(event, "property-change") == 0)
		player->paused = strcmp(data, "1") == 0;
	if (strcmp(event, "start-file") == 0 ||
	    strcmp(event, "playback-restart") == 0 ||
	    strcmp(event, "property-change") == 0)
		player->asked = 0;
}

/* Takes a line; anything but what is expected is ignored. */
static void
take_line(struct player *player)
{
	struct db_query *query = player->query;

	db_set_text(query, 1, player->line, player->len);
	if (db_next(query)) {
		char event[32];
		const char *data;

		snprintf(event, sizeof(event), "%s", db_text(query, 0, NULL));
		data = db_text(query, 3, NULL);

		if (*event)
			take_event(player, event, data);
		else
			take_answer(player, db_number(query, 1),
			    db_number(query, 2) == 1, data);
		db_next(query);
	}
	db_settle(player->db, NULL);
}

static void
take_bytes(struct player *player, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] == '\n') {
			if (!player->skips && player->len > 0)
				take_line(player);
			player->len = 0;
			player->skips = false;
		} else if (player->len < LINE) {
			player->line[player->len++] = bytes[i];
		} else {
			player->skips = true;
		}
	}
}

static void
read_some(struct player *player)
{
	char bytes[4096];

	for (size_t n = 0; player->fd >= 0 && n < LOOK;) {
		ssize_t got = read(player->fd, bytes, sizeof(bytes));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 && errno == EAGAIN)
			return;
		if (got <= 0) {
			hang_up(player);
			return;
		}
		take_bytes(player, bytes, (size_t)got);
		n += (size_t)got;
		player->took += (size_t)got;
	}
}

/* Leaves a peer alone that says too much. */
static void
bound(struct player *player)
{
	long long now = clock_milliseconds();

	if (player->took > FLOOD)
		hang_up(player);
	if (now - player->counted < ASKING)
		return;
	player->counted = now;
	player->took = 0;
}

bool
player_look(struct player *player, struct player_told *told)
{
	if (player->fd < 0 && !player->gone)
		connect_player(player);
	read_some(player);
	bound(player);
	if (player->fd >= 0 && !player->owes &&
	    clock_milliseconds() - player->asked >= ASKING)
		ask(player);
	*told = (struct player_told){
	    .url = player->known ? player->url : NULL,
	    .second = player->second,
	    .length = player->length,
	    .paused = player->paused,
	};
	return !player->gone;
}

bool
player_load(struct player *player, const char *url, long second, bool later)
{
	char *text;
	size_t len;
	FILE *out;
	bool good;

	if (player->fd < 0)
		return false;
	out = mem_open(&text, &len);
	/* By name, since the order of arguments has changed in mpv 0.38. */
	fputs("{\"command\":{\"name\":\"loadfile\",\"url\":", out);
	json_string(out, url);
	fprintf(out, ",\"flags\":\"%s\",\"options\":{\"start\":\"%ld\"}}}\n",
	    later ? "append-play" : "replace", second);
	/* What is wanted now is not to begin paused. */
	if (!later)
		fputs(
		    "{\"command\":[\"set_property\",\"pause\",false]}\n", out);
	fclose(out);
	good = say(player, text, len);
	free(text);
	return good;
}
