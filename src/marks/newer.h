/*
 * What happens to a row that is there already, in SQL, to stand behind an
 * INSERT: the newer one wins, and at one second the one that compares greater,
 * so that the order in which rows come does not matter.
 */
#ifndef LECTERN_NEWER_H
#define LECTERN_NEWER_H

#define NEWER_MARK_WINS \
	" ON CONFLICT (key, name) DO UPDATE SET value = excluded.value," \
	" at = excluded.at" \
	" WHERE (excluded.at, excluded.value) > (at, value)"

#define NEWER_TALK_WINS \
	" ON CONFLICT (key) DO UPDATE SET title = excluded.title," \
	" speakers = excluded.speakers, url = excluded.url," \
	" told_at = excluded.told_at" \
	" WHERE (excluded.told_at, excluded.title, excluded.speakers," \
	"  ifnull(excluded.url, ''))" \
	"  > (told_at, title, speakers, ifnull(url, ''))"

#endif
