#include "marks/pairs_file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"
#include "marks/marks_write.h"

#define PATIENCE 1000 /* milliseconds for another program's change */

void
pairs_file_read(const char *path, struct load_pairs *pairs)
{
	struct db *db;
	struct db_query *query;

	/* Opening it would create it. */
	if (access(path, F_OK) != 0)
		return;
	db = db_open(path);
	db_wait(db, PATIENCE);
	query = db_query(db,
	    "SELECT substr(name, length('" MARK_PAIR "') + 1) AS pair,"
	    " value = '" MARK_PAIR_SAME "' FROM mark"
	    " WHERE name GLOB '" MARK_PAIR "* *' AND value <> ''"
	    " ORDER BY at, pair, value");
	while (db_next(query)) {
		char *a = mem_dup(
		    db_text(query, 0, NULL), strlen(db_text(query, 0, NULL)));
		char *b = strchr(a, ' ');

		*b++ = '\0';
		load_pairs_add(pairs, a, b, db_number(query, 1) != 0);
		free(a);
	}
	db_query_free(query);
	db_close(db);
}

void
pairs_file_save(struct db *db, const char *from)
{
	struct load_pairs pairs = {.arena = NULL};

	pairs_file_read(from, &pairs);
	for (size_t i = 0; i < pairs.n; i++) {
		const struct load_pair *pair = &pairs.pair[i];
		char *both = mem_printf("%s %s", pair->a, pair->b);

		/* Their order is their time. */
		marks_write_pair(db,
		    &(struct mark){
			.key = pair->a,
			.title = "",
			.speakers = "",
		    },
		    both, pair->same, (long long)i + 1);
		free(both);
	}
	load_pairs_free(&pairs);
}
