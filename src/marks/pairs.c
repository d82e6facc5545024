#include "lectern/marks/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/clock.h"
#include "lectern/base/db.h"
#include "lectern/base/mem.h"
#include "lectern/base/translate.h"
#include "marks/marks_file.h"
#include "marks/marks_write.h"
#include "marks/pairs_file.h"

bool
pairs_settle(struct marks *marks, const struct talk *talk, const char *a,
    const char *b, bool same, struct err *err)
{
	struct err why = {""};
	struct marks_file *file = marks_to_change(marks, &why);
	char *speakers, *pair;
	enum db_fault fault;

	if (!file || !file->path)
		return err_set(err, "%s",
		    *why.msg ? why.msg
			     : _("there is no file of marks to keep it"));
	speakers = notes_speakers(talk);
	pair = strcmp(a, b) < 0 ? mem_printf("%s %s", a, b)
				: mem_printf("%s %s", b, a);
	marks_file_begin(file);
	marks_write_pair(file->db,
	    &(struct mark){
		.key = talk->key,
		.title = talk->title,
		.speakers = speakers,
		.url = talk->url,
	    },
	    pair, same, clock_date());
	if (db_end(file->db))
		marks_changed(marks);
	fault = db_settle(file->db, &why);
	free(speakers);
	free(pair);
	return fault == DB_FINE || err_set(err, "%s", why.msg);
}

void
pairs_read(const char *path, struct load_pairs *pairs)
{
	pairs_file_read(path, pairs);
}
