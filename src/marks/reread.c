#include "marks/reread.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"

#define MANY_PAGES 128 /* of 4 KiB: some thousand marks, and milliseconds */

struct reread {
	struct parallel_task *task;
	struct marks_file file; /* a connection of its own */
	struct mark_list list;
	bool good;
};

bool
reread_pays(const struct marks_file *file)
{
	return file->path && db_ask(file->db, "PRAGMA page_count") > MANY_PAGES;
}

static void
read_all(void *argument)
{
	struct reread *reread = argument;
	struct marks_file *file = &reread->file;

	if (marks_file_open(file, NULL) == MARKS_FILE_READY) {
		mark_list_read(&reread->list, file, NULL);
		mark_list_sort(&reread->list);
		reread->good = db_settle(file->db, NULL) == DB_FINE;
	}
	marks_file_close(file);
}

struct reread *
reread_begin(const char *path)
{
	struct reread *reread = mem_alloc(1, sizeof(*reread));

	reread->file.path = mem_dup(path, strlen(path));
	reread->file.patience = MARKS_FILE_PATIENCE;
	reread->task = parallel_begin(read_all, reread);
	if (reread->task)
		return reread;
	free(reread->file.path);
	free(reread);
	return NULL;
}

bool
reread_ended(const struct reread *reread)
{
	return reread && parallel_ended(reread->task);
}

bool
reread_end(struct reread *reread, struct mark_list *list)
{
	*list = (struct mark_list){0};
	if (!reread)
		return false;
	parallel_end(reread->task);

	bool good = reread->good;

	if (good)
		*list = reread->list;
	else
		mark_list_free(&reread->list);
	free(reread->file.path);
	free(reread);
	return good;
}
