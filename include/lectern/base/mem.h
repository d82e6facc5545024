/*
 * Memory that never fails: each function returns what was asked for, or says
 * "lectern: out of memory" on standard error and exits with status 2.  The
 * terminal is restored first: term registers that with atexit.
 */
#ifndef LECTERN_MEM_H
#define LECTERN_MEM_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

/*
 * To be called once, before anything else here: large blocks then grow without
 * being copied, and go back to the system when they are freed, where the C
 * library can do that.
 */
void mem_prepare(void);

/* Returns `count * size` zeroed bytes, to be freed with free(). */
void *mem_alloc(size_t count, size_t size);

/* Resizes `p` (NULL allowed) to `count * size` bytes; new bytes are undefined. */
void *mem_resize(void *p, size_t count, size_t size);

#define MEM_HUGE ((size_t)2 << 20) /* bytes of a huge page */

/*
 * Asks that what is still to be written of the pages of these `size` bytes lies
 * in huge pages, which are faster to touch, where whole ones fit.
 */
void mem_huge(void *p, size_t size);

/*
 * Returns `size` bytes that are not zeroed, and soon all written to: in huge
 * pages, but for an end that would use less than three quarters of one.  To be
 * freed.
 */
void *mem_alloc_huge(size_t size);

/* Returns a NUL-terminated copy of the `len` bytes at `s`, to be freed. */
char *mem_dup(const char *s, size_t len);

/* Returns a NUL-terminated string made as by printf, to be freed. */
char *mem_printf(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *mem_vprintf(const char *format, va_list args)
    __attribute__((format(printf, 1, 0)));

/* What mem_grow() does where there is too little room. */
void *mem_grow_now(void *p, size_t *cap, size_t need, size_t size);

/*
 * Makes room for at least `need` elements of `size` bytes in the array `p`
 * whose capacity in elements is `*cap`; grows by half, or more where the array
 * becomes large and huge pages hold it, updates `*cap` and returns the array,
 * which may have moved.
 */
static inline void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? p : mem_grow_now(p, cap, need, size);
}

/*
 * Gives the bytes [from, to) of the `size` bytes of an array that mem_grow()
 * made back to the system, as far as these are whole blocks: what was in them is
 * lost, the array stays.
 */
void mem_forget(void *p, size_t size, size_t from, size_t to);

/*
 * Opens a stream whose bytes become a NUL-terminated text in memory.  After
 * fclose(), which ends the program if there was no memory for them, `*text`, to
 * be freed, and `*len` have all of them.
 */
FILE *mem_open(char **text, size_t *len);

/* Says so and ends the program. */
_Noreturn void mem_fail(void);

#endif
