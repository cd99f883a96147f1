#pragma once

#include <stddef.h>
#include <termios.h>

/* Starts a program on a new pseudo-terminal of that size. The words and the environment end with NULL.
 * `before` gets the modes that the terminal has at the start. Returns the process, or -1 and errno. */
int pt_start(
  const char *path, char *const words[], char *const environment[], int columns, int rows,
  int *terminal, struct termios *before);
int pt_resize(int terminal, int columns, int rows);
/* Its exit status, 128 plus its signal, or -1 while it runs. */
int pt_poll_exit(int process);
/* Loads a history file with libedit and saves it as `to`; the count of entries, or -1. */
int pt_history_copy(const char *from, const char *to);
