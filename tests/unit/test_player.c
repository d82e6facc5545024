/* player and effect_play: what a player tells, from a stand-in for mpv. */
#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/system/player.h"
#include "press.h"
#include "ui/effect_play.h"

#define OPTION "--input-ipc-server="
#define URL    "https://www.youtube.com/watch?v=AAAAAAAAAAA"
#define OTHER  "https://www.youtube.com/watch?v=BBBBBBBBBBB"

static char dir[256]; /* is $XDG_RUNTIME_DIR */

/* A player that is followed, and the stand-in. */
struct stage {
	struct player *player;
	struct argv argv;
	int listens, fd;
};

static const char *
socket_path(const struct argv *argv)
{
	assert_true(strncmp(argv->word[1], OPTION, strlen(OPTION)) == 0);
	return argv->word[1] + strlen(OPTION);
}

static int
listen_at(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memcpy(address.sun_path, path, strlen(path) + 1);
	assert_int_equal(
	    bind(fd, (const struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(listen(fd, 1), 0);
	return fd;
}

static void
begin(struct stage *stage)
{
	assert_true(argv_split("mpv --fs", URL, &stage->argv, NULL));
	stage->player = player_new(&stage->argv);
	assert_non_null(stage->player);
	stage->listens = listen_at(socket_path(&stage->argv));
	stage->fd = -1;
}

static void
end(struct stage *stage)
{
	player_free(stage->player);
	argv_free(&stage->argv);
	close(stage->listens);
	if (stage->fd >= 0)
		close(stage->fd);
}

/* What lectern has said to the stand-in since the last call. */
static const char *
heard(struct stage *stage)
{
	static char text[65536];
	ssize_t n;

	if (stage->fd < 0)
		stage->fd = accept(stage->listens, NULL, NULL);
	n = recv(stage->fd, text, sizeof(text) - 1, MSG_DONTWAIT);
	text[n > 0 ? n : 0] = '\0';
	return text;
}

static void
say_bytes(struct stage *stage, const char *text, size_t len)
{
	heard(stage);
	assert_int_equal(send(stage->fd, text, len, MSG_NOSIGNAL), len);
}

static void
say(struct stage *stage, const char *text)
{
	say_bytes(stage, text, strlen(text));
}

static const char *
answers(const char *url, const char *second, const char *length)
{
	static char text[512];

	snprintf(text, sizeof(text),
	    "{\"data\":\"%s\",\"request_id\":1,\"error\":\"success\"}\n"
	    "{\"data\":%s,\"request_id\":2,\"error\":\"success\"}\n"
	    "{\"data\":%s,\"request_id\":3,\"error\":\"success\"}\n",
	    url, second, length);
	return text;
}

static void
only_mpv_is_talked_to(void **state)
{
	static const char *const cases[] = {"vlc", "mpv-wrapper",
	    "mpv --input-ipc-server=/tmp/mine", "mpv -input-ipc-client=fd://3"};
	struct argv argv;
	struct stat st;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t n;

		assert_true(argv_split(cases[i], URL, &argv, NULL));
		n = argv.nword;
		assert_null(player_new(&argv));
		assert_int_equal(argv.nword, n);
		argv_free(&argv);
	}
	assert_true(argv_split("/opt/bin/mpv --fs", URL, &argv, NULL));

	struct player *player = player_new(&argv);
	char *folder = mem_dup(socket_path(&argv), strlen(socket_path(&argv)));

	*strrchr(folder, '/') = '\0';
	assert_string_equal(argv.word[2], "--fs");
	assert_memory_equal(folder, dir, strlen(dir));
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	player_free(player);
	assert_int_not_equal(stat(folder, &st), 0);
	free(folder);
	argv_free(&argv);
}

static void
a_place_is_found_for_the_socket(void **state)
{
	char deep[512];
	struct argv argv;

	(void)state;
	/* Too long for the name of a socket; it need not be there. */
	snprintf(deep, sizeof(deep), "%s/%0120d", dir, 0);
	mkdir(deep, 0700);
	for (int i = 0; i < 2; i++) {
		struct player *player;

		setenv("XDG_RUNTIME_DIR", i == 0 ? deep : "/no/such/folder", 1);
		setenv("TMPDIR", deep, 1);
		assert_true(argv_split("mpv", URL, &argv, NULL));
		player = player_new(&argv);
		assert_non_null(player);
		assert_memory_equal(socket_path(&argv), "/tmp/", 5);
		player_free(player);
		argv_free(&argv);
	}
	rmdir(deep);
	setenv("XDG_RUNTIME_DIR", dir, 1);
	setenv("TMPDIR", dir, 1);
}

static void
it_tells_where_it_is(void **state)
{
	struct player_told told;
	struct stage stage;
	char text[1000], *length;

	(void)state;
	begin(&stage);
	assert_true(player_look(stage.player, &told));
	assert_null(told.url);
	assert_non_null(strstr(heard(&stage), "\"time-pos\""));
	/* A second without the length would be kept so. */
	snprintf(text, sizeof(text), "%s", answers(URL, "754.987", "2700.5"));
	length = strstr(text, "{\"data\":2700");
	assert_non_null(length);
	*length = '\0';
	say(&stage, text);
	assert_true(player_look(stage.player, &told));
	assert_null(told.url);
	say(&stage, strstr(answers(URL, "754.987", "2700.5"), "{\"data\":2700"));
	say(&stage,
	    "{\"event\":\"property-change\",\"id\":4,\"name\":\"pause\","
	    "\"data\":true}\n");
	assert_true(player_look(stage.player, &told));
	assert_string_equal(told.url, URL);
	assert_int_equal(told.second, 754);
	assert_int_equal(told.length, 2700);
	assert_true(told.paused);
	/* It was paused: where? */
	assert_non_null(strstr(heard(&stage), "\"time-pos\""));
	/* A question is not repeated before it is answered. */
	say(&stage, "{\"event\":\"playback-restart\"}\n");
	assert_true(player_look(stage.player, &told));
	assert_string_equal(heard(&stage), "");
	/* What follows is another file. */
	say(&stage, "{\"event\":\"end-file\",\"reason\":\"eof\"}\n");
	assert_true(player_look(stage.player, &told));
	assert_null(told.url);
	say(&stage, answers(OTHER, "1", "null"));
	assert_true(player_look(stage.player, &told));
	assert_string_equal(told.url, OTHER);
	assert_int_equal(told.length, 0);
	close(stage.fd);
	stage.fd = -1;
	assert_false(player_look(stage.player, &told));
	assert_string_equal(told.url, OTHER);
	assert_int_equal(told.second, 1);
	assert_false(player_load(stage.player, URL, 0, false));
	end(&stage);
}

static void
garbage_is_ignored(void **state)
{
	static const char *const cases[] = {"\n\n", "[\n", "{\"event\":\n",
	    "null\n", "\"event\"\n", "{\"event\":7,\"request_id\":\"1\"}\n",
	    "{\"data\":{\"a\":[1]},\"request_id\":2,\"error\":\"success\"}\n",
	    "{\"data\":-5,\"request_id\":2,\"error\":\"success\"}\n",
	    "{\"data\":\"nan\",\"request_id\":2,\"error\":\"success\"}\n",
	    "{\"data\":1e300,\"request_id\":2,\"error\":\"success\"}\n",
	    "{\"data\":9,\"request_id\":2,\"error\":\"no\"}\n",
	    "{\"data\":9,\"request_id\":99,\"error\":\"success\"}\n",
	    "{\"data\":null,\"request_id\":1,\"error\":\"success\"}\n",
	    "\377\376\n"};
	static const char zeros[] = "\0\0{\0\n\0\n";
	char *large = mem_alloc(200001, 1);
	struct player_told told;
	struct stage stage;

	(void)state;
	begin(&stage);
	player_look(stage.player, &told);
	say(&stage, answers(URL, "754", "2700"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		say(&stage, cases[i]);
		assert_true(player_look(stage.player, &told));
		assert_int_equal(told.second, 754);
		assert_int_equal(told.length, 2700);
	}
	say_bytes(&stage, zeros, sizeof(zeros) - 1);
	/* A line that does not end is left out, however long it is. */
	memset(large, '[', 60000);
	say_bytes(&stage, large, 60000);
	for (int i = 0; i < 4; i++)
		assert_true(player_look(stage.player, &told));
	say(&stage,
	    "\n{\"data\":755,\"request_id\":2,\"error\":\"success\"}\n");
	for (int i = 0; i < 4; i++)
		assert_true(player_look(stage.player, &told));
	assert_string_equal(told.url, URL);
	assert_int_equal(told.second, 755);
	assert_int_equal(told.length, 2700);
	free(large);
	end(&stage);
}

static void
a_flood_is_left_alone(void **state)
{
	static const char line[] = "{\"event\":\"property-change\"}\n";
	char block[64 * (sizeof(line) - 1)];
	struct player_told told = {.url = NULL};
	struct stage stage;
	size_t sent = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(block); i++)
		block[i] = line[i % (sizeof(line) - 1)];
	begin(&stage);
	player_look(stage.player, &told);
	heard(&stage);
	/* It says as much as it can; lectern takes a bounded part at a look. */
	while (player_look(stage.player, &told) && sent < 100000000) {
		ssize_t n = send(stage.fd, block, sizeof(block),
		    MSG_NOSIGNAL | MSG_DONTWAIT);

		sent += n > 0 ? (size_t)n : 0;
	}
	assert_true(sent < 100000000);
	end(&stage);
}

static void
one_that_never_reads_holds_nothing_up(void **state)
{
	struct player_told told;
	struct stage stage;

	(void)state;
	begin(&stage);
	player_look(stage.player, &told);
	for (int i = 0; i < 100000; i++)
		if (!player_load(stage.player, URL, 1, true))
			break;
	assert_false(player_load(stage.player, URL, 1, true));
	assert_false(player_look(stage.player, &told));
	end(&stage);
}

static void
it_is_given_links(void **state)
{
	struct player_told told;
	struct stage stage;
	const char *text;

	(void)state;
	begin(&stage);
	assert_false(player_load(stage.player, URL, 0, false));
	player_look(stage.player, &told);
	heard(&stage);
	assert_true(player_load(stage.player, "https://x.org/\"\\", 754, true));
	text = heard(&stage);
	assert_non_null(strstr(text, "\"url\":\"https://x.org/\\\"\\\\\""));
	assert_non_null(strstr(text, "\"append-play\""));
	assert_non_null(strstr(text, "{\"start\":\"754\"}"));
	assert_null(strstr(text, "pause"));
	assert_true(player_load(stage.player, URL, 0, false));
	text = heard(&stage);
	assert_non_null(strstr(text, "\"replace\""));
	assert_non_null(strstr(text, "[\"set_property\",\"pause\",false]"));
	end(&stage);
}

static bool
exists(const char *name)
{
	char path[512];
	struct stat st;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return lstat(path, &st) == 0;
}

static void
make(const char *name, mode_t mode)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(chmod(path, mode), 0);
}

static void
what_a_killed_lectern_left_is_removed(void **state)
{
	char path[512] = "", more[512];
	struct stage alive;
	int news[2], status;
	pid_t pid;

	(void)state;
	begin(&alive);
	assert_int_equal(pipe(news), 0);
	pid = fork();
	if (pid == 0) {
		struct stage stage;

		begin(&stage);
		if (write(news[1], socket_path(&stage.argv),
			strlen(socket_path(&stage.argv))) < 0)
			_exit(1);
		for (;;)
			pause();
	}
	assert_true(read(news[0], path, sizeof(path) - 1) > 0);
	assert_null(player_take_up());
	assert_int_equal(access(path, F_OK), 0);
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	/* What is not ours, or may be another's, stays. */
	make("lectern-player.open", 0755);
	snprintf(more, sizeof(more), "%s/lectern-player.open/lock", dir);
	close(open(more, O_WRONLY | O_CREAT, 0600));
	make("lectern-player.young", 0700);
	make("other.XXXX", 0700);
	snprintf(more, sizeof(more), "%s/lectern-player.link", dir);
	assert_int_equal(symlink("other.XXXX", more), 0);
	assert_null(player_take_up());
	assert_int_not_equal(access(path, F_OK), 0);
	*strrchr(path, '/') = '\0';
	assert_int_not_equal(access(path, F_OK), 0);
	assert_int_equal(access(socket_path(&alive.argv), F_OK), 0);
	assert_true(exists("lectern-player.open"));
	assert_true(exists("lectern-player.young"));
	assert_true(exists("other.XXXX"));
	assert_true(exists("lectern-player.link"));
	close(news[0]);
	close(news[1]);
	end(&alive);
}

/* What lectern keeps of it. */

/* A talk that plays: the sample's first, and the stand-in. */
struct show {
	struct desk *desk;
	struct playing playing;
	struct stage stage;
};

static void
play(struct show *show)
{
	const struct talk *talk = app_talk(&show->desk->app);

	assert_int_equal(press(show->desk, "p"), OUT_PLAY);
	assert_non_null(talk->url);
}

static void
show_begin(struct show *show, struct desk *desk)
{
	*show = (struct show){.desk = desk};
	begin(&show->stage);
	play(show);
	effect_play_began(&show->playing, &desk->app, show->stage.player);
	effect_play_look(&show->playing, &desk->app, true);
}

static void
show_end(struct show *show)
{
	effect_play_end(&show->playing, &show->desk->app);
	show->stage.player = NULL;
	end(&show->stage);
}

static bool
tell(struct show *show, const char *text)
{
	say(&show->stage, text);
	return effect_play_look(&show->playing, &show->desk->app, true);
}

static const char *
position(const struct desk *desk, uint32_t talk)
{
	return mark_kind_text(&desk->app.annotations[talk], MARK_POSITION);
}

static unsigned
kinds(const struct desk *desk, uint32_t talk)
{
	return desk->app.annotations[talk].kinds;
}

static const char *
url_of(const struct desk *desk, uint32_t talk)
{
	return desk->notes->talks[talk].url;
}

static void
the_position_is_kept_at_the_end(void **state)
{
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	assert_int_equal(press(desk, "M"), OUT_DRAW);
	assert_true(shows(desk, "nothing plays"));
	tell(&show, answers(url_of(desk, 0), "754.9", "2700"));
	assert_string_equal(position(desk, 0), "");
	assert_int_equal(desk->app.playing, 0);
	show_end(&show);
	assert_string_equal(position(desk, 0), "754/2700");
	assert_int_equal(desk->app.playing, APP_NONE);
	assert_true(shows(desk, "at 12:34 of 45:00"));
	/* p goes on there, P plays all of it. */
	press(desk, "p");
	assert_int_equal(desk->app.effect_second, 754);
	press(desk, "P");
	assert_int_equal(desk->app.effect_second, 0);
}

static void
a_pause_keeps_it_at_once(void **state)
{
	static const char pause[] =
	    "{\"event\":\"property-change\",\"id\":4,\"data\":true}\n";
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "40", "100"));
	tell(&show, pause);
	/* A second may have to go by; nothing is told in it. */
	for (int i = 0; i < 400 && !*position(desk, 0); i++) {
		poll(NULL, 0, 10);
		effect_play_look(&show.playing, &desk->app, true);
	}
	assert_string_equal(position(desk, 0), "40/100");
	show_end(&show);
}

static void
little_is_not_kept(void **state)
{
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "4", "2700"));
	show_end(&show);
	assert_string_equal(position(desk, 0), "");
}

static void
most_of_it_is_seen(void **state)
{
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "90.9", "100"));
	assert_false(kinds(desk, 0) & MARK_SEEN);
	tell(&show, answers(url_of(desk, 0), "91", "100"));
	assert_true(kinds(desk, 0) & MARK_SEEN);
	/* The reader knows better. */
	press(desk, "w");
	tell(&show, answers(url_of(desk, 0), "92", "100"));
	assert_false(kinds(desk, 0) & MARK_SEEN);
	show_end(&show);
	assert_string_equal(position(desk, 0), "92/100");
	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "99", "100"));
	tell(&show, "{\"event\":\"end-file\",\"reason\":\"eof\"}\n");
	/* There is nothing to go on with. */
	assert_string_equal(position(desk, 0), "");
	assert_false(kinds(desk, 0) & MARK_POSITION);
	show_end(&show);
}

static void
another_talk_replaces_it(void **state)
{
	struct desk *desk = *state;
	struct show show;
	const char *text;

	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "754", "2700"));
	press(desk, "j");
	play(&show);
	assert_true(effect_play_again(&show.playing, &desk->app));
	assert_string_equal(position(desk, 0), "754/2700");
	text = heard(&show.stage);
	assert_non_null(strstr(text, url_of(desk, 1)));
	assert_non_null(strstr(text, "\"replace\""));
	/* Until it is told that this one plays, nothing is known. */
	tell(&show, "{\"event\":\"end-file\",\"reason\":\"stop\"}\n");
	assert_int_equal(desk->app.playing, APP_NONE);
	tell(&show, answers(url_of(desk, 1), "30", "600"));
	assert_int_equal(desk->app.playing, 1);
	show_end(&show);
	assert_string_equal(position(desk, 0), "754/2700");
	assert_string_equal(position(desk, 1), "30/600");
}

static void
another_talk_waits(void **state)
{
	struct desk *desk = *state;
	struct show show;

	desk->config.queues = true;
	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "754", "2700"));
	press(desk, "j");
	play(&show);
	assert_true(effect_play_again(&show.playing, &desk->app));
	assert_non_null(strstr(heard(&show.stage), "\"append-play\""));
	tell(&show, answers(url_of(desk, 0), "760", "2700"));
	assert_int_equal(desk->app.playing, 0);
	show_end(&show);
	assert_string_equal(position(desk, 0), "760/2700");
}

static void
a_player_that_ends_as_it_is_asked_is_replaced(void **state)
{
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "754", "2700"));
	press(desk, "j");
	play(&show);
	assert_true(effect_play_again(&show.playing, &desk->app));
	press(desk, "k");
	close(show.stage.fd);
	show.stage.fd = -1;
	show.stage.player = NULL;
	effect_play_look(&show.playing, &desk->app, true);
	assert_true(effect_play_lost(&show.playing, &desk->app));
	assert_string_equal(desk->app.effect, url_of(desk, 1));
	assert_int_equal(desk->app.effect_talk, 1);
	assert_false(effect_play_lost(&show.playing, &desk->app));
	end(&show.stage);
}

/* Makes the folder of a lectern that was killed; its player's socket is left. */
static int
leave_socket(char *path, size_t size)
{
	int news[2], status, fd;
	pid_t pid;

	assert_int_equal(pipe(news), 0);
	pid = fork();
	if (pid == 0) {
		struct argv argv;

		if (!argv_split("mpv", URL, &argv, NULL) ||
		    !player_new(&argv) ||
		    write(news[1], socket_path(&argv),
			strlen(socket_path(&argv))) < 0)
			_exit(1);
		for (;;)
			pause();
	}
	memset(path, 0, size);
	assert_true(read(news[0], path, size - 1) > 0);
	fd = listen_at(path);
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	close(news[0]);
	close(news[1]);
	return fd;
}

static void
one_that_outlived_its_lectern_is_followed(void **state)
{
	struct desk *desk = *state;
	struct show show = {.desk = desk};
	char path[512], other[512];
	int second;

	show.stage.listens = leave_socket(path, sizeof(path));
	second = leave_socket(other, sizeof(other));
	show.stage.player = player_take_up();
	assert_non_null(show.stage.player);
	/* Of two one is followed, and no socket of the other stays. */
	assert_int_not_equal(access(path, F_OK) == 0, access(other, F_OK) == 0);
	if (access(path, F_OK) != 0) {
		int fd = show.stage.listens;

		show.stage.listens = second;
		second = fd;
		snprintf(path, sizeof(path), "%s", other);
	}
	close(second);
	show.stage.fd = -1;
	/* It is in use: no third lectern takes it away. */
	assert_null(player_take_up());
	effect_play_taken(&show.playing, &desk->app, show.stage.player);
	assert_non_null(strstr(heard(&show.stage), "time-pos"));
	/* What is no talk's is left alone. */
	tell(&show, answers("https://example.org/none", "5", "100"));
	assert_int_equal(desk->app.playing, APP_NONE);
	tell(&show, answers(url_of(desk, 0), "754", "2700"));
	assert_int_equal(desk->app.playing, 0);
	assert_true(shows(desk, "still playing: Patchwork CI"));
	assert_string_equal(position(desk, 0), "754/2700");
	/* What is played next is given to it. */
	play(&show);
	assert_true(effect_play_again(&show.playing, &desk->app));
	assert_non_null(strstr(heard(&show.stage), "loadfile"));
	effect_play_end(&show.playing, &desk->app);
	assert_int_not_equal(access(path, F_OK), 0);
	*strrchr(path, '/') = '\0';
	assert_int_not_equal(access(path, F_OK), 0);
	close(show.stage.listens);
	close(show.stage.fd);
}

static void
other_videos_are_not_kept(void **state)
{
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	tell(&show, answers("https://x.org/other.webm", "754", "2700"));
	assert_int_equal(desk->app.playing, APP_NONE);
	show_end(&show);
	assert_string_equal(position(desk, 0), "");
}

static void
stamps_go_to_the_note_of_what_plays(void **state)
{
	struct desk *desk = *state;
	struct show show;

	show_begin(&show, desk);
	tell(&show, answers(url_of(desk, 0), "3754", "5400"));
	press(desk, "j :");
	type(desk, "stamp crumbs");
	press(desk, "Enter :");
	type(desk, "stamp soup");
	press(desk, "Enter");
	assert_string_equal(
	    app_note(&desk->app, 0), "- [1:02:34] crumbs\n- [1:02:34] soup");
	assert_int_equal(press(desk, "M"), OUT_STAMP);
	assert_string_equal(desk->app.effect, "- [1:02:34] ");
	assert_int_equal(desk->app.effect_talk, 0);
	show_end(&show);
}

static int
set_up(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	snprintf(dir, sizeof(dir), "%s/player.XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(dir))
		return -1;
	setenv("XDG_RUNTIME_DIR", dir, 1);
	return 0;
}

#define SHOW(test) \
	cmocka_unit_test_setup_teardown(test, desk_setup, desk_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_mpv_is_talked_to),
	    cmocka_unit_test(a_place_is_found_for_the_socket),
	    cmocka_unit_test(it_tells_where_it_is),
	    cmocka_unit_test(garbage_is_ignored),
	    cmocka_unit_test(a_flood_is_left_alone),
	    cmocka_unit_test(one_that_never_reads_holds_nothing_up),
	    cmocka_unit_test(it_is_given_links),
	    cmocka_unit_test(what_a_killed_lectern_left_is_removed),
	    SHOW(the_position_is_kept_at_the_end),
	    SHOW(a_pause_keeps_it_at_once),
	    SHOW(little_is_not_kept),
	    SHOW(most_of_it_is_seen),
	    SHOW(another_talk_replaces_it),
	    SHOW(another_talk_waits),
	    SHOW(a_player_that_ends_as_it_is_asked_is_replaced),
	    SHOW(one_that_outlived_its_lectern_is_followed),
	    SHOW(other_videos_are_not_kept),
	    SHOW(stamps_go_to_the_note_of_what_plays),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
