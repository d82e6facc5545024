/*
 * Documents beside the one that is open: links to them are paths.
 */
#ifndef LECTERN_BESIDE_H
#define LECTERN_BESIDE_H

/*
 * Returns the path of the Markdown file that a link in the document `path` leads
 * to, to be freed; NULL if it leads elsewhere: to a site, to a place in the
 * document itself, to another kind of file, or from standard input.
 */
char *beside_path(const char *path, const char *url);

#endif
