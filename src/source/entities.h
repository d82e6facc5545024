/*
 * Entities of HTML in text that is none: titles of programmes, captions.
 */
#ifndef LECTERN_ENTITIES_H
#define LECTERN_ENTITIES_H

/*
 * Undoes entities in place: those by number, "&#8211;", and some by name,
 * "&amp;".  Others stay.  What text_clean() would remove, "&#27;", is left out:
 * a clean text stays clean.
 */
void entities_undo(char *text);

/*
 * Takes tags out of a title, "<strong>Kelp</strong>", that only show its words
 * otherwise.
 */
void entities_drop_tags(char *text);

#endif
