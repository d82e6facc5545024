#include "lectern/system/draft.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "lectern/base/userfile.h"
#include "lectern/base/xdg.h"

#define LARGEST   ((size_t)1 << 20) /* bytes of a note */
#define NOTE      "note.md"         /* so that editors know it as Markdown */
#define BACKUP    "note.md~"        /* which many editors leave behind */
#define TALK      "talk" /* the key, a line feed, and the note of before */
#define TOLD      "<!-- lectern: " /* begins a line that is taken out, */
#define TOLD_END  " -->\n"         /* and ends it */
#define TOLD_MOST 2                /* of these lines */

static bool
write_new(const char *path, const char *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool good = file && fputs(text, file) != EOF;

	if (file)
		good = fclose(file) == 0 && good;
	return good || err_set(err, "%s: %s", path, strerror(errno));
}

/* Makes a folder of its own for a draft; returns it, to be freed. */
static char *
make_folder(struct err *err)
{
	char *drafts = xdg_path(XDG_STATE, "drafts/XXXXXX");
	const char *tmp = getenv("TMPDIR");

	if (drafts && userfile_make_folder(drafts, NULL) && mkdtemp(drafts))
		return drafts;
	free(drafts);
	if (!tmp || !*tmp)
		tmp = "/tmp";
	drafts = mem_printf("%s/lectern.XXXXXX", tmp);
	if (mkdtemp(drafts))
		return drafts;
	err_set(err, "%s: %s", tmp, strerror(errno));
	free(drafts);
	return NULL;
}

/*
 * Locks a draft, which its editor inherits: as long as that runs, nobody else
 * takes the draft up.  Not every file system has locks.
 */
static bool
lock(struct draft *draft)
{
	char *path = mem_printf("%s/" TALK, draft->folder);
	bool free_now;

	draft->lock = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	free(path);
	free_now = draft->lock >= 0 &&
	    (flock(draft->lock, LOCK_EX | LOCK_NB) == 0 ||
		errno != EWOULDBLOCK);
	return free_now;
}

/* The lines that tell of the talk. */
static char *
tell(const struct draft_talk *talk)
{
	return talk->url ? mem_printf(TOLD "%s" TOLD_END TOLD "%s" TOLD_END,
			       talk->title, talk->url)
			 : mem_printf(TOLD "%s" TOLD_END, talk->title);
}

/* The text of the file for the editor. */
static char *
compose(const char *told, const char *note)
{
	size_t len = strlen(note);

	return mem_printf("%s\n%s%s", told, note,
	    /* A text file ends with a line feed. */
	    len > 0 && note[len - 1] != '\n' ? "\n" : "");
}

bool
draft_make(struct draft *draft, const struct draft_talk *talk,
    const char *before, struct err *err)
{
	char *folder = make_folder(err);
	char *kept, *text, *path;
	bool good;

	if (!folder)
		return false;
	*draft = (struct draft){
	    .folder = folder,
	    .path = mem_printf("%s/" NOTE, folder),
	    .key = mem_dup(talk->key, strlen(talk->key)),
	    .before = mem_dup(before, strlen(before)),
	    .told = tell(talk),
	    .line = talk->url ? 4 : 3,
	    .lock = -1,
	};
	path = mem_printf("%s/" TALK, folder);
	kept = mem_printf("%s\n%s", talk->key, before);
	text = compose(draft->told, before);
	good = write_new(path, kept, err) && lock(draft) &&
	    write_new(draft->path, text, err);
	free(path);
	free(kept);
	free(text);
	if (!good)
		draft_drop(draft);
	return good;
}

static char *
read_file(const char *path, struct err *err)
{
	FILE *file = userfile_open(path, SIZE_MAX, err);
	char *text = file ? mem_alloc(LARGEST + 2, 1) : NULL;
	size_t n = file ? fread(text, 1, LARGEST + 1, file) : 0;
	bool good = file && !ferror(file);

	if (!file)
		return NULL;
	if (!good)
		err_set(err, "%s: %s", path, strerror(errno));
	else if (n > LARGEST)
		good = err_set(err, _("%s: longer than a note may be"), path);
	else if (memchr(text, '\0', n))
		good = err_set(err, _("%s: not a text"), path);
	fclose(file);
	if (good)
		return text;
	free(text);
	return NULL;
}

/* Takes up the draft in a folder, which it takes over. */
static bool
take_up(struct draft *draft, char *folder)
{
	char *path = mem_printf("%s/" TALK, folder);
	char *kept = NULL, *feed = NULL;

	*draft = (struct draft){.folder = folder, .lock = -1};
	if (lock(draft))
		kept = read_file(path, NULL);
	free(path);
	if (kept)
		feed = strchr(kept, '\n');
	if (feed) {
		draft->path = mem_printf("%s/" NOTE, folder);
		draft->key = mem_dup(kept, (size_t)(feed - kept));
		draft->before = mem_dup(feed + 1, strlen(feed + 1));
		draft->line = 1;
	} else {
		draft_keep(draft);
	}
	free(kept);
	return feed != NULL;
}

/* Takes up the next draft that was left behind. */
static bool
next(DIR *drafts, const char *above, struct draft *draft)
{
	const struct dirent *entry;

	while (drafts && (entry = readdir(drafts))) {
		if (entry->d_name[0] != '.' &&
		    take_up(draft, mem_printf("%s/%s", above, entry->d_name)))
			return true;
	}
	return false;
}

bool
draft_find(struct draft *draft, const char *key)
{
	char *above = xdg_path(XDG_STATE, "drafts");
	DIR *drafts = above ? opendir(above) : NULL;
	bool found = false;

	while (!found && next(drafts, above, draft)) {
		found = strcmp(draft->key, key) == 0;
		if (!found)
			draft_keep(draft);
	}
	if (drafts)
		closedir(drafts);
	free(above);
	return found;
}

char **
draft_keys(size_t *n)
{
	char *above = xdg_path(XDG_STATE, "drafts");
	DIR *drafts = above ? opendir(above) : NULL;
	struct draft draft;
	char **keys = NULL;
	size_t cap = 0;

	*n = 0;
	while (next(drafts, above, &draft)) {
		keys = mem_grow(keys, &cap, *n + 1, sizeof(*keys));
		keys[(*n)++] = draft.key;
		draft.key = NULL;
		draft_keep(&draft);
	}
	if (drafts)
		closedir(drafts);
	free(above);
	return keys;
}

bool
draft_add(struct draft *draft, const char *line, struct err *err)
{
	char *text = read_file(draft->path, err), *last = text;
	FILE *file = text ? fopen(draft->path, "ae") : NULL;
	unsigned lines = 1;
	bool good = false;

	for (char *s = text; s && *s; s++)
		if (*s == '\n' && s[1]) {
			last = s + 1;
			lines++;
		}
	if (file) {
		bool feed = *last && last[strlen(last) - 1] != '\n';
		bool gap = *last != '\n' && strncmp(last, "- ", 2) != 0;

		draft->line = lines + 1 + gap;
		fprintf(
		    file, "%s%s%s\n", feed ? "\n" : "", gap ? "\n" : "", line);
		good = fclose(file) == 0;
	}
	if (text && !good)
		err_set(err, "%s: %s", draft->path, strerror(errno));
	free(text);
	return good;
}

/* Whether the line, which may lack its feed, is one of these. */
static bool
is_among(const char *lines, const char *s, size_t len)
{
	size_t n = len - (len > 0 && s[len - 1] == '\n');

	for (size_t each; *lines; lines += each + (lines[each] == '\n')) {
		each = strcspn(lines, "\n");
		if (each == n && memcmp(lines, s, n) == 0)
			return true;
	}
	return false;
}

/*
 * Takes the lines of lectern out, and empty ones at the beginning.  Where it is
 * not known how they were, they come first: others may be the reader's.
 */
static void
take_out(char *text, const char *told)
{
	char *to = text;
	int n = 0;

	for (char *s = text; *s;) {
		size_t len = strcspn(s, "\n");
		bool out;

		len += s[len] == '\n';
		out = told ? is_among(told, s, len)
			   : to == text && n < TOLD_MOST &&
			strncmp(s, TOLD, strlen(TOLD)) == 0;
		n += out;
		if (!out && !(to == text && *s == '\n')) {
			memmove(to, s, len);
			to += len;
		}
		s += len;
	}
	*to = '\0';
}

char *
draft_read(const struct draft *draft, struct err *err)
{
	char *text = read_file(draft->path, err);

	if (text)
		take_out(text, draft->told);
	return text;
}

/* The length of a note without what its editor may add at the end. */
static size_t
length(const char *text)
{
	size_t len = strlen(text);

	while (len > 0 && strchr(" \t\n", text[len - 1]))
		len--;
	return len;
}

bool
draft_is_note(const char *text, const char *note)
{
	size_t len = length(note);

	return length(text) == len && memcmp(text, note, len) == 0;
}

bool
draft_has_more(const struct draft *draft)
{
	static const char *const usual[] = {".", "..", NOTE, BACKUP, TALK};
	DIR *folder = opendir(draft->folder);
	const struct dirent *entry;
	bool more = false;

	while (folder && !more && (entry = readdir(folder))) {
		more = true;
		for (int i = 0; i < 5; i++)
			more = more && strcmp(entry->d_name, usual[i]) != 0;
	}
	if (folder)
		closedir(folder);
	return more;
}

void
draft_drop(struct draft *draft)
{
	DIR *folder = opendir(draft->folder);
	const struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
	rmdir(draft->folder);
	draft_keep(draft);
}

void
draft_keep(struct draft *draft)
{
	if (draft->lock >= 0)
		close(draft->lock);
	free(draft->folder);
	free(draft->path);
	free(draft->key);
	free(draft->before);
	free(draft->told);
	*draft = (struct draft){.lock = -1};
}
