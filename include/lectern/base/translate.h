/*
 * Puts the program's own texts into the reader's language, by gettext.
 *
 *     _("a text")                          where it is shown
 *     N_("a text")                         in a table; _() where it is shown
 *     ngettext("%u talk", "%u talks", n)   where a number decides the form
 *
 * What is marked is ASCII, a whole message, and no piece of one.  Names that
 * people type and programs read are not marked: subcommands, options, settings,
 * keys, fields and members of JSON.
 */
#ifndef LECTERN_TRANSLATE_H
#define LECTERN_TRANSLATE_H

#if HAVE_GETTEXT
#include <libintl.h>
#else
__attribute__((format_arg(1))) static inline const char *
gettext(const char *text)
{
	return text;
}

__attribute__((format_arg(1), format_arg(2))) static inline const char *
ngettext(const char *one, const char *many, unsigned long n)
{
	return n == 1 ? one : many;
}
#endif

#define _(text)  gettext(text) /* NOLINT */
#define N_(text) text          /* NOLINT */

/*
 * Chooses the language by the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG).
 * Catalogues are those in $LECTERN_LOCALEDIR, else the installed ones; a missing
 * one leaves all texts in English.  To be called once, before threads begin.
 */
void translate_begin(void);

#endif
