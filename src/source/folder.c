#include "source/folder.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/base/told.h"
#include "lectern/base/translate.h"
#include "lectern/model/link.h"
#include "lectern/source/body.h"
#include "source/body_data.h"
#include "source/captions_join.h"
#include "source/folder_index.h"
#include "source/folder_people.h"
#include "source/folder_place.h"
#include "source/join_tracks.h"

#define FEW 3 /* files that do not make a folder's kind */

/* A document. */
struct file {
	const char *path; /* its path; NULL: it is a conference of its own */
	const char *home; /* another one's in its conference, or NULL */
	size_t home_len; /* bytes of that or its own, which are its conference's
	                     folder */
	size_t place_len;    /* bytes of its own path, which are its folder */
	uint32_t talks;      /* that it has */
	uint32_t told;       /* of these, with more than a title and notes */
	uint32_t talk;       /* the last of them */
	uint32_t conference; /* that it belongs to then */
	bool tells;          /* of that folder */
	bool aside;          /* of a folder in it, or of one around it */
	bool part;           /* of pyvideo.org */
	bool page;           /* of the folder's site, and no talk */
};

/* What may be a conference. */
struct folder {
	uint32_t files;      /* but for those that tell of it */
	uint32_t plain;      /* files that plainly are one talk */
	uint32_t bare;       /* files that may be, of which nothing is told */
	const char *name;    /* that a list of its files says, or NULL */
	bool named;          /* of a talk it is told who speaks, or when */
	uint32_t conference; /* its number, once a document has it */
	size_t talks;
	bool numbered;
};

struct joining {
	struct built *built;
	struct file *file; /* of each conference */
	struct folder *folder;
	struct folder all; /* files of all of them */
	size_t nfolders, folders_cap;
	struct strmap numbers; /* of folders, by path */
	struct strmap tracks;  /* numbers of tracks, by conference and name */
	uint32_t n;            /* conferences that are left */
};

/* Which documents belong together. */

static struct folder *
folder_of(struct joining *j, const struct file *file)
{
	const char *path = arena_dup(j->built->arena,
	    file->home ? file->home : file->path, file->home_len);
	uint32_t *number = strmap_get(&j->numbers, path);

	if (!number) {
		j->folder = mem_grow(j->folder, &j->folders_cap,
		    j->nfolders + 1, sizeof(*j->folder));
		j->folder[j->nfolders] = (struct folder){.files = 0};
		number = strmap_put(&j->numbers, path, (uint32_t)j->nfolders++);
	}
	return &j->folder[*number];
}

/* The file's only talk, or first; NULL: it has none. */
static const struct talk *
talk_of(const struct joining *j, const struct file *file)
{
	return file->talks > 0 ? &j->built->talks[file->talk] : NULL;
}

/* Whether a document is one talk beyond doubt. */
static bool
is_plain(const struct joining *j, const struct file *file, bool single)
{
	const struct talk *talk = talk_of(j, file);

	return file->talks == 1 &&
	    (single || talk->nspeakers > 0 || talk->day || talk->start ||
		(talk->url && link_is_video(talk->url)));
}

/* Whether a document tells of a list that Hugo makes, and of no talk. */
static bool
is_list_page(const struct joining *j, const struct file *file)
{
	const struct talk *talk = talk_of(j, file);

	return folder_place_is_called(file->path, "_index") &&
	    (file->talks == 0 ||
		(file->talks == 1 && talk->nspeakers == 0 && !talk->day &&
		    !talk->start && !talk->url));
}

/* Whether a document is about somebody, and no talk of theirs. */
static bool
is_person(const struct joining *j, const struct file *file, size_t root)
{
	const struct talk *talk = talk_of(j, file);

	return file->talks <= 1 &&
	    folder_place_is_of_people(file->path, root) &&
	    (file->talks == 0 ||
		(!talk->day && !talk->start &&
		    !(talk->url && link_is_video(talk->url))));
}

/* Whether a document may tell of a folder: "README" has parts, too. */
static bool
may_tell(const struct file *file)
{
	return file->talks <= 1 ||
	    (file->told == 0 && folder_place_is_called(file->path, "readme"));
}

static void
count_file(struct folder *folder, const struct file *file,
    const struct talk *talk, bool plain)
{
	folder->files++;
	folder->plain += plain;
	folder->bare += !plain && file->talks == 1 && strchr(talk->title, ' ');
	folder->named = folder->named ||
	    (file->talks > 0 && (talk->nspeakers > 0 || talk->day));
}

static void
look_at(struct joining *j, uint32_t i)
{
	const struct conference *conference = &j->built->conferences[i];
	struct file *file = &j->file[i];
	const struct talk *talk = talk_of(j, file);
	struct folder *folder;
	bool plain;

	if (!conference->part &&
	    (conference->root == 0 || conference->left_out ||
		captions_join_is(conference)))
		return;
	file->path = conference->source.path;
	file->home_len = folder_place_home(conference);
	file->place_len = folder_place_of(conference);
	file->part = conference->part;
	file->tells = !conference->part && may_tell(file) &&
	    folder_place_tells(file->path) &&
	    folder_place_above(file->path, strlen(file->path)) ==
		file->home_len;
	file->aside = !file->tells && !conference->part && may_tell(file) &&
	    (folder_place_is_called(file->path, "readme") ||
		is_list_page(j, file));
	if (!conference->part && is_person(j, file, conference->root)) {
		file->aside = true;
		file->place_len = file->home_len;
	}
	file->page = conference->page;
	if (file->tells || file->aside || file->page)
		return;
	folder = folder_of(j, file);
	if (conference->programme && folder_place_tells(file->path) &&
	    file->place_len == file->home_len &&
	    !folder_place_tells(conference->source.name))
		folder->name = conference->source.name;
	plain = conference->part || is_plain(j, file, conference->single);
	count_file(folder, file, talk, plain);
	count_file(&j->all, file, talk, plain);
}

/*
 * Whether most files are one talk, two at least; or all of them, three at least,
 * where nothing is told of any.
 */
static bool
are_plain(const struct folder *folder)
{
	return (folder->plain >= 2 && folder->plain * 2 > folder->files) ||
	    (!folder->named && folder->files >= FEW &&
		folder->plain + folder->bare == folder->files);
}

/* A folder of one or two files is taken for what all folders are. */
static bool
do_join(struct joining *j, const struct file *file)
{
	const struct folder *folder = folder_of(j, file);

	return (file->tells || file->aside || file->page || file->talks == 1 ||
		   file->part) &&
	    (are_plain(folder) ||
		(folder->files > 0 && folder->files < FEW &&
		    are_plain(&j->all)));
}

/*
 * A document that tells of a folder around conferences is of the first of them.
 */
static void
tell_of_first(struct joining *j, uint32_t i)
{
	struct file *file = &j->file[i];

	if (!file->tells || folder_of(j, file)->files > 0)
		return;
	for (uint32_t k = 0; k < j->built->nconferences; k++) {
		const struct file *other = &j->file[k];

		if (!other->path || other->home_len <= file->home_len ||
		    other->tells || other->aside || other->page ||
		    memcmp(other->path, file->path, file->home_len) != 0 ||
		    !do_join(j, other))
			continue;
		file->home = other->path;
		file->home_len = other->home_len;
		file->tells = false;
		file->aside = true;
		return;
	}
}

/* Numbers the conferences that are left. */
static void
number_all(struct joining *j)
{
	for (uint32_t i = 0; i < j->built->nconferences; i++) {
		struct file *file = &j->file[i];
		struct folder *folder = file->path ? folder_of(j, file) : NULL;

		if (!folder || !do_join(j, file)) {
			file->path = NULL;
			file->conference = j->n++;
			continue;
		}
		if (!folder->numbered)
			folder->conference = j->n++;
		folder->numbered = true;
		file->conference = folder->conference;
	}
}

/* What they become. */

/* What a folder is called: by a list of its files, or by itself. */
static const char *
name_of(struct joining *j, const struct file *file)
{
	const struct folder *folder = folder_of(j, file);

	return folder->name
	    ? folder->name
	    : folder_place_name(j->built->arena,
		  file->home ? file->home : file->path, file->home_len);
}

static void
join_conferences(struct joining *j)
{
	struct built *built = j->built;
	uint32_t next = 0;

	for (uint32_t i = 0; i < built->nconferences; i++) {
		const struct file *file = &j->file[i];
		const struct conference from = built->conferences[i];
		struct conference *to = &built->conferences[file->conference];
		bool first = file->conference == next;

		next += first;
		if (first)
			*to = from;
		if (!file->path)
			continue;
		to->programme = to->programme || from.programme;
		if ((file->tells && !file->page) || file->talks == 0)
			to->source.name = from.source.name;
		else if (first)
			to->source.name = name_of(j, file);
	}
	built->nconferences = j->n;
}

/* Returns the number of a track, which is added if there is none. */
static uint32_t
track_called(struct joining *j, const char *name, uint32_t conference)
{
	struct track track = {.name = name, .source = conference};
	const char *key = arena_printf(
	    j->built->arena, "%" PRIu32 "/%s", conference, name);
	const uint32_t *known = strmap_get(&j->tracks, key);

	return known
	    ? *known
	    : *strmap_put(&j->tracks, key, built_track(j->built, &track));
}

/* Makes one of tracks that have one name. */
static void
join_tracks_by_name(struct joining *j)
{
	struct built *built = j->built;
	size_t n = built->ntracks;
	struct track *was = mem_alloc(n + 1, sizeof(*was));
	uint32_t *to = mem_alloc(n + 1, sizeof(*to));

	if (n > 0)
		memcpy(was, built->tracks, n * sizeof(*was));
	built->ntracks = 0;
	for (size_t i = 0; i < n; i++) {
		const struct file *file = &j->file[was[i].source];

		was[i].source = file->conference;
		to[i] = file->path && was[i].nblocks == 0
		    ? track_called(j, was[i].name, file->conference)
		    : built_track(built, &was[i]);
	}
	for (size_t i = 0; i < built->ntalks; i++) {
		if (built->talks[i].track != BUILT_NO_TRACK)
			built->talks[i].track = to[built->talks[i].track];
	}
	free(was);
	free(to);
}

/* The track of a talk that has none: the folder in the conference's. */
static uint32_t
track_of_folder(struct joining *j, const struct file *file)
{
	size_t len = file->place_len, up = folder_place_above(file->path, len);
	const char *name;

	if (len <= file->home_len)
		return BUILT_NO_TRACK;
	len = folder_place_without_key(file->path + up + 1, len - up - 1);
	name = text_clean(j->built->arena, file->path + up + 1, len, &len);
	return track_called(
	    j, text_squeeze(j->built->arena, name, len), file->conference);
}

/* Puts what a document says, and what it is called, behind those blocks. */
static const struct block *
more_blocks(struct joining *j, const struct block *blocks, uint32_t *n,
    const struct talk *talk, bool named)
{
	struct body_blocks body = body_blocks(talk);
	struct block *all = arena_alloc(
	    j->built->arena, (*n + body.n + (size_t)1) * sizeof(*all));

	if (*n > 0)
		memcpy(all, blocks, *n * sizeof(*all));
	if (named && (body.n == 0 || body.block[0].kind != BLOCK_LABEL))
		all[(*n)++] = (struct block){.kind = BLOCK_LABEL,
		    .text = talk->title,
		    .line = talk->line};
	if (body.n > 0)
		memcpy(all + *n, body.block, body.n * sizeof(*all));
	*n += body.n;
	return all;
}

/* Keeps what a document says of its folder; the talk that it is, is none. */
static void
take_text(struct joining *j, const struct file *file, const struct talk *talk)
{
	struct source *source = &j->built->conferences[file->conference].source;
	uint32_t number = file->aside && !file->home ? track_of_folder(j, file)
						     : BUILT_NO_TRACK;
	struct track *track;

	if (number == BUILT_NO_TRACK) {
		source->blocks = more_blocks(
		    j, source->blocks, &source->nblocks, talk, file->aside);
		return;
	}
	track = &j->built->tracks[number];
	track->blocks = more_blocks(
	    j, track->blocks, &track->nblocks, talk, true);
}

/* Tells that a page of the site is no talk, with all its lines. */
static void
tell_page(struct joining *j, uint32_t source, const struct talk *talk)
{
	struct warning warning = {
	    .source = source,
	    .line = talk->line,
	    .lines = 1,
	    .text = N_("page of the site"),
	};

	if (talk->body && talk->body->nblocks > 0)
		warning.lines =
		    talk->body->blocks[talk->body->nblocks - 1].line -
		    talk->line + 1;
	built_warn(j->built, &warning);
}

/* Gives a talk its place in the conference; false: it is none. */
static bool
take_talk(struct joining *j, struct talk *talk)
{
	const struct file *file = &j->file[talk->source];
	uint32_t conference = file->conference, source = talk->source;

	talk->source = conference;
	if (!file->path)
		return true;
	if (file->tells || file->aside) {
		take_text(j, file, talk);
		return false;
	}
	if (file->page) {
		tell_page(j, source, talk);
		return false;
	}
	folder_of(j, file)->talks++;
	if (strcmp(file->path, j->built->conferences[conference].source.path) !=
	    0)
		built_more(j->built->arena, talk)->path = file->path;
	if (talk->track == BUILT_NO_TRACK && !file->part)
		talk->track = track_of_folder(j, file);
	return true;
}

/* Puts talks in the order of their conferences. */
static void
join_talks(struct joining *j)
{
	struct built *built = j->built;
	size_t *at = mem_alloc(j->n + (size_t)2, sizeof(*at));
	struct talk *all = mem_alloc(built->ntalks + 1, sizeof(*all));
	size_t n = 0;

	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk talk = built->talks[i];

		if (take_talk(j, &talk)) {
			at[talk.source + 1]++;
			built->talks[n++] = talk;
		}
	}
	built->ntalks = n;
	for (size_t i = 1; i <= j->n; i++)
		at[i] += at[i - 1];
	for (size_t i = 0; i < n; i++)
		all[at[built->talks[i].source]++] = built->talks[i];
	if (n > 0)
		memcpy(built->talks, all, n * sizeof(*all));
	free(all);
	free(at);
}

static void
join_warnings(struct joining *j)
{
	for (size_t i = 0; i < j->built->nwarnings; i++) {
		struct warning *w = &j->built->warnings[i];
		const struct file *file = &j->file[w->source];

		w->source = file->conference;
		if (file->path)
			w->path = file->path;
	}
}

static void
join_files(struct joining *j)
{
	uint32_t *same = mem_alloc(j->n + (size_t)1, sizeof(*same));

	join_conferences(j);
	join_tracks_by_name(j);
	join_talks(j);
	join_warnings(j);
	for (uint32_t i = 0; i < j->n; i++)
		same[i] = i;
	join_tracks(j->built, same);
	free(same);
	for (size_t i = 0; i < j->nfolders; i++) {
		const struct folder *f = &j->folder[i];

		if (f->numbered)
			j->built->conferences[f->conference].source.shape =
			    told_many(j->built->arena, f->talks,
				"folder, %zu talk", "folder, %zu talks",
				f->talks);
	}
}

void
folder_join(struct built *built)
{
	size_t n = built->nconferences;
	struct joining j = {
	    .built = built, .file = mem_alloc(n + 1, sizeof(*j.file))};

	folder_index_find(built);
	for (size_t i = 0; i < built->ntalks; i++) {
		const struct talk *talk = &built->talks[i];
		struct file *file = &j.file[talk->source];

		file->talks++;
		file->talk = (uint32_t)i;
		file->told += talk->nspeakers > 0 || talk->day || talk->start ||
		    talk->url;
	}
	for (uint32_t i = 0; i < n; i++)
		look_at(&j, i);
	for (uint32_t i = 0; i < n; i++)
		tell_of_first(&j, i);
	number_all(&j);
	if (j.n < n)
		join_files(&j);
	strmap_free(&j.numbers);
	strmap_free(&j.tracks);
	free(j.folder);
	free(j.file);
	folder_people_name(built);
}
