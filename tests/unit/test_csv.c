/*
 * csv: tables with a header row become talks, whatever parts their cells.
 */
#include "unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/source/body.h"
#include "lectern/source/load.h"
#include "sample.h"
#include "source/part_names.h"

static const struct load_options plain = {.warn = true};

static struct notes *
load(const char *text)
{
	return load_bytes("programme", text, strlen(text), &plain);
}

/* The only talk of a table that says the same in several forms. */
static void
expect_lock_talk(const char *text)
{
	struct notes *notes = load(text);
	const struct talk *talk = notes->talks;

	assert_string_equal(notes->shape, "table, 1 talk");
	assert_string_equal(notes->name, "programme");
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(talk->title, "Locks, and \"why\"");
	assert_true(sample_has_speakers(talk, "Ann One, Bob Two"));
	assert_string_equal(notes->tracks[talk->track].name, "Kernel");
	assert_string_equal(talk->url, "https://example.org/1");
	assert_string_equal(talk->day, "2026-05-01");
	assert_string_equal(talk->room, "Hall 2");
	assert_int_equal(talk->line, 2);
	assert_int_equal(body_blocks(talk).n, 0);
	/* No talk of the table has notes: that is no slip. */
	assert_int_equal(notes->nwarnings, 0);
	notes_free(notes);
}

/* Returns what is said when a table is not read, or "". */
static const char *
refusal(const char *text)
{
	static struct err err;
	char path[] = "/tmp/lectern-csv-XXXXXX";
	const char *paths[] = {path};
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	err = (struct err){""};
	notes_free(load_paths(paths, 1, &plain, &err));
	unlink(path);
	return strchr(err.msg, ' ') ? strchr(err.msg, ' ') + 1 : err.msg;
}

static void
a_table_of_something_else_is_refused(void **state)
{
	const char *why =
	    "a table, but no column is called title, talk, speaker or the like";

	(void)state;
	assert_string_equal(refusal("file\tlines\na.md\t20\nb.md\t3\n"), why);
	assert_string_equal(
	    refusal("name;price;stock\nA;1;2\nB;1;2\nC;1;2\n"), why);
	/* How many, not who. */
	assert_string_equal(
	    refusal("file,talks,tracks,speakers\na.xml,5,2,20\n"), why);
	/* Of talks, with one column that is known. */
	assert_string_equal(
	    refusal("Title,Foo,Bar\na,b,c\nd,e,f\ng,h,i\n"), "");
	/* Running text has commas, too. */
	assert_string_equal(refusal("Salt, pepper, mint\nand thyme, sage\n"
				    "or, perhaps, rosemary\n"),
	    "");
	assert_string_equal(refusal("Salt, pepper, mint\n\nthyme, sage, dill\n"
				    "\nmint, dill, rosemary\n"),
	    "");
}

static void
a_talk_has_what_its_columns_say(void **state)
{
	(void)state;
	expect_lock_talk(
	    "Title,Speakers,Track,URL,Day,Room\n"
	    "\"Locks, and \"\"why\"\"\",\"Ann One, Bob Two\",Kernel,"
	    "https://example.org/1,2026-05-01,Hall 2\n");
	expect_lock_talk("speaker(s);location;category;link;date;TALK\n"
			 "Ann One and Bob Two;Hall 2;Kernel;"
			 "https://example.org/1;2026-05-01;"
			 "\"Locks, and \"\"why\"\"\"");
	expect_lock_talk("\xEF\xBB\xBFpresenter\tvenue\ttrack\tvideo_url\tstart"
			 "\tsession title\r\n"
			 "\"Ann One\r\nBob Two\"\tHall 2\tKernel\t"
			 "https://example.org/1\t2026-05-01\t"
			 "\"Locks, and \"\"why\"\"\"\r\n\r\n");
	expect_lock_talk("Name,Title,Track,Url,Date,Room\r"
			 "Ann One; Bob Two,\"Locks, and \"\"why\"\"\",Kernel,"
			 "https://example.org/1,2026-05-01,Hall 2,,\r");
}

static void
columns_may_be_questions_of_a_form(void **state)
{
	struct notes *notes = load(
	    "Timestamp,What is your name?,Title of your talk,How long?\n"
	    "1/2/2031 10:00:00,Ann One,Kelp,30 min\n"
	    "1/3/2031 10:00:00,Bob Two,Tides,20 min\n");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].title, "Kelp");
	assert_true(sample_has_speakers(&notes->talks[0], "Ann One"));
	assert_int_equal(notes->talks[0].minutes, 30);
	notes_free(notes);
	/* They may be long, and have several lines. */
	notes = load(
	    "\"Timestamp\",\"What is your name, as it shall stand on "
	    "the programme and on your badge?\",\"What is the title of "
	    "your talk?\n(It can be changed.)\",\"Please describe "
	    "your talk (abstract)\",\"How long is your talk?\","
	    "\"Which track would you like?\"\n"
	    "1/2/2031 10:00:00,Ann One,Kelp,It grows.,30 min,Sea\n");
	assert_string_equal(notes->talks[0].title, "Kelp");
	assert_true(sample_has_speakers(&notes->talks[0], "Ann One"));
	assert_string_equal(notes->tracks[notes->talks[0].track].name, "Sea");
	notes_free(notes);
}

/* As Papercall exports them. */
static void
a_first_line_may_tell_the_separator(void **state)
{
	struct notes *notes = load("sep=;\r\nTitle;Speakers\r\n"
				   "Kelp;Ann One\r\nTides;Bo Two\r\n");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[0].title, "Kelp");
	assert_int_equal(notes->talks[0].line, 3);
	notes_free(notes);
}

static void
where_a_speaker_lives_is_no_room(void **state)
{
	struct notes *notes = load(
	    "Name,Email,Location,Bio,Title,Abstract\n"
	    "Ann One,ann@tide.example,Ostend,Swims,Kelp,It grows\n");

	(void)state;
	assert_null(notes->talks[0].room);
	notes_free(notes);
	notes = load("Name,Email,Location,Bio,Title,Start\n"
		     "Ann One,ann@tide.example,Hall 1,Swims,Kelp,10:00\n");
	assert_string_equal(notes->talks[0].room, "Hall 1");
	notes_free(notes);
}

static void
proposals_that_came_to_nothing_are_left_out(void **state)
{
	struct notes *notes = load("Title,Speakers,Proposal state\n"
				   "Kelp,Ann One,accepted\n"
				   "Tides,Bo Two,rejected\n"
				   "Nets,Bo Two,confirmed\n");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_string_equal(notes->talks[1].title, "Nets");
	assert_true(sample_has_warning(
	    notes, 3, "a talk that was rejected or cancelled left out"));
	notes_free(notes);
}

static void
a_speaker_may_have_a_row_and_two_columns(void **state)
{
	struct notes *notes = load("Title,Room,FirstName,LastName\n"
				   "One,A,Ann,Lee\nOne,A,Bob,Ray\n"
				   "Two,B,Ann,Lee\nTwo,B,,\n");

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_string_equal(notes->shape, "table, 3 talks");
	assert_true(sample_has_speakers(&notes->talks[0], "Ann Lee, Bob Ray"));
	assert_true(sample_has_speakers(&notes->talks[1], "Ann Lee"));
	assert_int_equal(notes->talks[2].nspeakers, 0);
	assert_int_equal(body_blocks(&notes->talks[0]).n, 0);
	notes_free(notes);
	/* Who speaks is said; the names are those of somebody else. */
	notes = load("Title,Speaker,First Name,Last Name\n"
		     "One,Ann Lee,Bob,Ray\nOne,Cy Orr,Bob,Ray\n");
	assert_int_equal(notes->ntalks, 2);
	assert_true(sample_has_speakers(&notes->talks[0], "Ann Lee"));
	assert_string_equal(
	    body_blocks(&notes->talks[0]).block->text, "First Name: Bob");
	notes_free(notes);
	assert_string_equal(refusal("First Name,Last Name,City\nAnn,Lee,Ghent\n"
				    "Bob,Ray,Gent\nCy,Orr,Lier\n"),
	    "a table, but no column is called title, talk, speaker or the "
	    "like");
}

static void
rows_that_name_all_speakers_again_are_one_talk(void **state)
{
	struct notes *notes = load(
	    "Session Id,Title,Speakers,FirstName,LastName\n"
	    "1,One,\"Ann Lee, Bob Ray\",Ann,Lee\n"
	    "1,One,\"Ann Lee, Bob Ray\",Bob,Ray\n2,Two,Cy Orr,Cy,Orr\n");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_true(sample_has_speakers(&notes->talks[0], "Ann Lee, Bob Ray"));
	notes_free(notes);
}

static void
speakers_are_parted_in_all_ways(void **state)
{
	struct notes *notes = load(
	    "title,authors\n"
	    "One,1:Ann Lee|12:Bob Ray\n"
	    "Two,\"Ann Lee (Uni, Ghent), Bob Ray (Shipyard)\"\n"
	    "Three,\"Lee, Ann (1); Ray, Bob (2)\"\n");

	(void)state;
	assert_true(sample_has_speakers(&notes->talks[0], "Ann Lee, Bob Ray"));
	assert_true(sample_has_speakers(
	    &notes->talks[1], "Ann Lee (Uni, Ghent), Bob Ray (Shipyard)"));
	assert_true(
	    sample_has_speakers(&notes->talks[2], "Lee, Ann, Ray, Bob"));
	notes_free(notes);
}

/* Checks what is said of the only talk. */
static void
expect_talk(const char *text, const char *want)
{
	struct notes *notes = load(text);
	const struct talk *talk = notes->talks;
	char got[200];

	assert_int_equal(notes->ntalks, 1);
	snprintf(got, sizeof(got), "%s by %s in %s, %s at %s", talk->title,
	    talk->speakers[0], talk->room, notes->tracks[talk->track].name,
	    talk->start);
	assert_string_equal(got, want);
	notes_free(notes);
}

static void
columns_may_be_called_in_many_languages(void **state)
{
	(void)state;
	expect_talk("Время;Зал;Доклад;Докладчик;Тема\n10:00;A;One;Ann;Kelp\n",
	    "One by Ann in A, Kelp at 10:00");
	expect_talk("開始時刻,会場,タイトル,スピーカー,カテゴリ\n"
		    "10:00,A,One,Ann,Kelp\n",
	    "One by Ann in A, Kelp at 10:00");
	expect_talk("时间,地点,议题,讲者,主题\n10:00,A,One,Ann,Kelp\n",
	    "One by Ann in A, Kelp at 10:00");
	expect_talk("시간,장소,제목,발표자,트랙\n10:00,A,One,Ann,Kelp\n",
	    "One by Ann in A, Kelp at 10:00");
	expect_talk("Początek;Sala;Tytuł;Prelegent;Ścieżka\n"
		    "10:00;A;One;Ann;Kelp\n",
	    "One by Ann in A, Kelp at 10:00");
	expect_talk("\"Status\n- yes\",Title of the talk,Speaker,Session room,"
		    "Session title,Date start\n"
		    "yes,One,Ann,A,Kelp,2026-05-01T10:00:00\n",
	    "One by Ann in A, Kelp at 10:00");
}

/* What is not folded is never found. */
static void
all_names_are_folded(void **state)
{
	struct arena *arena = arena_new();
	const struct part_name *names;
	size_t n;

	(void)state;
	names = part_names(&n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(
		    part_names_fold(arena, names[i].name), names[i].name);
	arena_free(arena);
}

static void
a_cell_may_have_line_ends(void **state)
{
	struct notes *notes = load(
	    "title,speaker,abstract\n"
	    "One,Ann,\"First.\n\nSecond, with a\nbreak.\"\n"
	    "\"Two\nhalves\",Bob,Last.\n");

	(void)state;
	assert_int_equal(notes->ntalks, 2);
	assert_int_equal(body_blocks(&notes->talks[0]).n, 2);
	assert_string_equal(
	    body_blocks(&notes->talks[0]).block[0].text, "First.");
	assert_string_equal(body_blocks(&notes->talks[0]).block[1].text,
	    "Second, with a break.");
	assert_int_equal(body_blocks(&notes->talks[0]).block[1].line, 4);
	assert_string_equal(notes->talks[1].title, "Two halves");
	assert_int_equal(notes->talks[1].line, 6);
	assert_string_equal(
	    body_blocks(&notes->talks[1]).block[0].text, "Last.");
	/* Its title has two lines. */
	assert_int_equal(body_blocks(&notes->talks[1]).block[0].line, 7);
	notes_free(notes);
}

static void
markup_of_an_abstract_is_understood(void **state)
{
	struct notes *notes = load(
	    "title,speaker,description\n"
	    "One,Ann,<p>First <b>bold</b>.</p><p>Second.</p>\n"
	    "Two,Bob,\"About:\n\n* a list\n* https://example.org/x\"\n");
	const struct talk *talks = notes->talks;

	(void)state;
	assert_int_equal(body_blocks(&talks[0]).n, 2);
	assert_string_equal(
	    body_blocks(&talks[0]).block[0].text, "First bold.");
	assert_string_equal(body_blocks(&talks[0]).block[1].text, "Second.");
	assert_int_equal(body_blocks(&talks[1]).n, 2);
	assert_int_equal(body_blocks(&talks[1]).block[1].kind, BLOCK_BULLET);
	assert_string_equal(talks[1].url, "https://example.org/x");
	notes_free(notes);
}

static void
talks_of_a_track_need_not_stand_together(void **state)
{
	struct notes *notes = load(
	    "title,track\n"
	    "One,Kernel\nTwo,Tools\nThree,Kernel\nFour,\n");

	(void)state;
	assert_int_equal(notes->ntracks, 3);
	assert_string_equal(notes->tracks[0].name, "Kernel");
	assert_int_equal(notes->tracks[0].ntalks, 2);
	assert_string_equal(notes->tracks[1].name, "Tools");
	/* Without one, as in any document. */
	assert_string_equal(notes->tracks[2].name, "programme");
	notes_free(notes);
}

static void
no_cell_is_lost(void **state)
{
	struct notes *notes = load(
	    "title,speaker,level,url,slides\n"
	    "One,Ann,Expert,to come,https://example.org/s\n"
	    "Two,Bob,Novice,https://youtu.be/aaaaaaaaaaa,,"
	    "more\n"
	    "Three\n");
	const struct talk *talks = notes->talks;

	(void)state;
	assert_int_equal(notes->ntalks, 3);
	assert_int_equal(body_blocks(&talks[0]).n, 3);
	assert_string_equal(
	    body_blocks(&talks[0]).block[0].text, "level: Expert");
	assert_string_equal(
	    body_blocks(&talks[0]).block[1].text, "url: to come");
	assert_string_equal(body_blocks(&talks[0]).block[2].text,
	    "slides: https://example.org/s");
	assert_string_equal(talks[1].url, "https://youtu.be/aaaaaaaaaaa");
	assert_int_equal(body_blocks(&talks[1]).n, 2);
	assert_string_equal(body_blocks(&talks[1]).block[1].text, "more");
	assert_true(sample_has_warning(notes, 3, "6 cells, should be 5"));
	assert_string_equal(talks[2].title, "Three");
	assert_true(sample_has_warning(notes, 4, "1 cell, should be 5"));
	notes_free(notes);
}

static void
malformed_rows_are_read_as_they_stand(void **state)
{
	struct notes *notes = load("title,speaker\n"
				   "\"One\" more,Ann\n"
				   ",Bob\n"
				   "5\" disks,Eve\n"
				   "\"Two,Cid\n"
				   "Three,Dan\n");
	const struct talk *talks = notes->talks;

	(void)state;
	assert_int_equal(notes->ntalks, 5);
	assert_string_equal(talks[0].title, "One more");
	assert_true(sample_has_warning(notes, 2, "text after a quote's end"));
	assert_string_equal(talks[1].title, "");
	assert_true(sample_has_warning(notes, 3, "no title"));
	assert_string_equal(talks[2].title, "5\" disks");
	/* What a missing quote would swallow is kept. */
	assert_string_equal(talks[3].title, "\"Two");
	assert_true(sample_has_warning(notes, 5, "a quote without its end"));
	assert_string_equal(talks[4].title, "Three");
	assert_true(sample_has_speakers(&talks[4], "Dan"));
	notes_free(notes);
}

static void
a_table_without_titles_says_so(void **state)
{
	struct notes *notes = load("speaker,subject line,room\nAnn,One,Hall\n");

	(void)state;
	assert_string_equal(notes->shape, "table, 1 talk");
	assert_string_equal(notes->talks[0].title, "One");
	assert_true(sample_has_warning(
	    notes, 1, "no column of titles, \"subject line\" is taken"));
	notes_free(notes);
}

static void
markdown_is_no_table(void **state)
{
	static const char *const texts[] = {
	    "Title, Speaker\n==============\n\n## One - Ann\n\n* x\n",
	    "title,speaker\n",
	    "title,speaker\n\nNothing more.\n",
	    "Talks, and who gave them\n\n* One, Ann\n",
	    "| title | speaker |\n|---|---|\n| One, two | Ann |\n",
	    "# Title, speaker\n\n## One - Ann\n",
	    "title: One\nspeaker: Ann\n\n* x\n",
	    "version,codename,title\n1,2,3\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct notes *notes = load(texts[i]);

		if (strncmp(notes->shape, "table", 5) == 0)
			fail_msg("a table: %s", texts[i]);
		notes_free(notes);
	}
}

static void
a_header_is_found_below_blank_lines(void **state)
{
	static const char table[] = "title,speaker\nOne,Ann\n";
	static char text[6000];
	struct notes *notes = load("\n \n title , speaker \n\n One , Ann \n");

	(void)state;
	assert_int_equal(notes->ntalks, 1);
	assert_string_equal(notes->talks[0].title, "One");
	assert_int_equal(notes->talks[0].line, 5);
	notes_free(notes);

	/* However many they are. */
	memset(text, '\n', sizeof(text));
	memcpy(text, "\xEF\xBB\xBF", 3);
	memcpy(text + sizeof(text) - sizeof(table), table, sizeof(table));
	notes = load(text);
	assert_string_equal(notes->shape, "table, 1 talk");
	notes_free(notes);
}

static void
a_header_ends_where_the_format_is_told(void **state)
{
	static const char header[] = "title,speaker,\"x\nOne,Ann,x\n";
	static char text[6000];
	struct notes *notes;

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	memcpy(text, header, strlen(header));
	text[sizeof(text) - 2] = '"';
	notes = load(text);
	assert_string_equal(notes->shape, "one talk");
	notes_free(notes);
}

static void
old_encodings_are_read(void **state)
{
	struct notes *notes = load("title,speaker\nOne,Ann\nTwo,Zo\xEB\n");

	(void)state;
	assert_true(sample_has_speakers(&notes->talks[1], "Zoë"));
	assert_true(
	    sample_has_warning(notes, 3, "not in UTF-8, read as Windows-1252"));
	notes_free(notes);
}

static bool
stop(void *user, size_t done, size_t total)
{
	(void)user;
	(void)done;
	(void)total;
	return false;
}

static void
reading_can_be_stopped(void **state)
{
	struct progress progress = {.tell = stop};
	const struct load_options options = {.progress = &progress};
	static const char text[] = "title,speaker\nOne,Ann\n";
	struct notes *notes = load_bytes(
	    "programme", text, strlen(text), &options);

	(void)state;
	assert_true(progress.stopped);
	assert_int_equal(notes->ntalks, 0);
	notes_free(notes);
}

static void
a_real_programme_has_its_talks(void **state)
{
	static char path[4096];
	const char *shared = getenv("SHARED"), *paths[] = {path};
	struct notes *notes;
	struct err err;

	(void)state;
	snprintf(path, sizeof(path), "%s/data/formats/pyconza24.csv",
	    shared ? shared : "../shared");
	if (access(path, R_OK) != 0) {
		print_message("# SKIP no shared programme here\n");
		skip();
	}
	notes = load_paths(paths, 1, &plain, &err);
	assert_non_null(notes);
	assert_int_equal(notes->ntalks, 36);
	assert_int_equal(notes->ntracks, 6);
	assert_string_equal(notes->name, "pyconza24");
	for (uint32_t i = 0; i < notes->ntalks; i++) {
		assert_true(notes->talks[i].nspeakers > 0);
		assert_true(*notes->talks[i].title != '\0');
	}
	notes_free(notes);
}

/* One talk of a table, as "title, day start +minutes, room, language: notes". */
static void
expect_when(const char *text, const char *expected)
{
	struct notes *notes = load(text);
	const struct talk *talk = notes->talks;
	struct body_blocks blocks = body_blocks(talk);
	char said[256];

	snprintf(said, sizeof(said), "%s, %s %s +%u, %s, %s: %s", talk->title,
	    talk->day ? talk->day : "-", talk->start ? talk->start : "-",
	    talk->minutes, talk->room ? talk->room : "-",
	    notes_more(talk)->language ? notes_more(talk)->language : "-",
	    blocks.n > 0 ? blocks.block->text : "");
	assert_string_equal(said, expected);
	assert_true(blocks.n <= 1);
	notes_free(notes);
}

/* In the words of many, and what cannot be read stays as words. */
static void
times_are_read_as_people_write_them(void **state)
{
	(void)state;
	expect_when("Title,Date,Start,Duration,Room,Language\n"
		    "Locks,2026-05-01,10:00,0:50,Aula,en\n",
	    "Locks, 2026-05-01 10:00 +50, Aula, en: ");
	expect_when("Session Title,Start,End,Room\n"
		    "Locks,2026-05-01T10:00:00+02:00,"
		    "2026-05-01T10:45:00+02:00,Aula\n",
	    "Locks, 2026-05-01 10:00 +45, Aula, -: ");
	expect_when("\xEF\xBB\xBFTitel;Uhrzeit;Datum;Saal;Sprache\r\n"
		    "Locks;9:30 - 10:15;Freitag;Aula;de\r\n",
	    "Locks, Freitag 09:30 +45, Aula, de: ");
	expect_when("Titre\tDébut\tDurée\tSalle\tLangue\n"
		    "Locks\t14:00\t1h30\tAula\tfr\n",
	    "Locks, - 14:00 +90, Aula, fr: ");
	expect_when("Talk,Scheduled At,Scheduled Duration\n"
		    "Locks,5/1/2026 2:30 PM,45 min\n",
	    "Locks, 5/1/2026 14:30 +45, -, -: ");
	expect_when("Talk,Start Date & Time,End Date & Time,Session Type\n"
		    "Locks,5/1/2026 9:30,5/1/2026 10:10,Ships\n"
		    "Knots,5/13/2026 9:30,,\n",
	    "Locks, 2026-05-01 09:30 +40, -, -: ");
	expect_when("Date,Time Start,Time End,Session Title,Room/Location "
		    "(Optional)\n5/21/2026,9:00 AM,9:40 AM,Locks,Aula\n",
	    "Locks, 2026-05-21 09:00 +40, Aula, -: ");
	expect_when("Talk,Date,Room\nLocks,1.5.26 10:00,Aula\n"
		    "Knots,2026/05/14,Aula\nTar,14/5/2026,Aula\n",
	    "Locks, 2026-05-01 10:00 +0, Aula, -: ");
	expect_when("Talk,Date\nLocks,1/5/2026\nKnots,1/35/2026\n",
	    "Locks, 1/5/2026 - +0, -, -: ");
	expect_when("Talk,Date,Speaker\nLocks,2026-05-01 10:00,Ann\n",
	    "Locks, 2026-05-01 10:00 +0, -, -: ");
	expect_when("Talk,Day,Time,Speaker\nLocks,Friday,after lunch,Ann\n",
	    "Locks, Friday - +0, -, -: Time: after lunch");
	expect_when("Talk,Start,Length,Speaker\nLocks,Friday,long,Ann\n",
	    "Locks, Friday - +0, -, -: Length: long");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(times_are_read_as_people_write_them),
	    cmocka_unit_test(a_table_of_something_else_is_refused),
	    cmocka_unit_test(a_talk_has_what_its_columns_say),
	    cmocka_unit_test(columns_may_be_questions_of_a_form),
	    cmocka_unit_test(a_first_line_may_tell_the_separator),
	    cmocka_unit_test(where_a_speaker_lives_is_no_room),
	    cmocka_unit_test(proposals_that_came_to_nothing_are_left_out),
	    cmocka_unit_test(a_speaker_may_have_a_row_and_two_columns),
	    cmocka_unit_test(rows_that_name_all_speakers_again_are_one_talk),
	    cmocka_unit_test(speakers_are_parted_in_all_ways),
	    cmocka_unit_test(columns_may_be_called_in_many_languages),
	    cmocka_unit_test(all_names_are_folded),
	    cmocka_unit_test(a_cell_may_have_line_ends),
	    cmocka_unit_test(markup_of_an_abstract_is_understood),
	    cmocka_unit_test(talks_of_a_track_need_not_stand_together),
	    cmocka_unit_test(no_cell_is_lost),
	    cmocka_unit_test(malformed_rows_are_read_as_they_stand),
	    cmocka_unit_test(a_table_without_titles_says_so),
	    cmocka_unit_test(markdown_is_no_table),
	    cmocka_unit_test(a_header_is_found_below_blank_lines),
	    cmocka_unit_test(a_header_ends_where_the_format_is_told),
	    cmocka_unit_test(old_encodings_are_read),
	    cmocka_unit_test(reading_can_be_stopped),
	    cmocka_unit_test(a_real_programme_has_its_talks),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
