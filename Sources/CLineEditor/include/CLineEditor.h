#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The parts of libedit that the editor uses, with fixed arguments: Swift cannot call variadic
 * functions. libedit holds the text, the cursor, the key maps and the modes of the terminal; it draws
 * into nothing, since the screen is painted by Terminal/ScreenPainter.swift. */

typedef struct editline LEEditor;

/* Called by libedit; `context` is what le_open was given. */
typedef struct {
  void *context;
  /* The next key: 1 and a character, 0 at the end of the input, -1 on an error (errno). */
  int (*read)(void *context, wchar_t *key);
  /* Runs the command of that number; returns an le_outcome. */
  int (*command)(void *context, int number, wchar_t key);
} le_callbacks;

enum le_outcome {
  le_outcome_refresh,
  le_outcome_line,
  le_outcome_end,
  le_outcome_error
};

enum { le_command_limit = 48 };

/* Sets the locale from the environment, with C.UTF-8 where that is no UTF-8 one, and writes the name
 * of the one in use to `name`. True where the environment's own was UTF-8. */
bool le_set_locale(char *name, size_t capacity);

/* NULL where the descriptors are no terminals or memory is short. One editor at a time. */
LEEditor *le_open(const char *program, int input, int output, le_callbacks callbacks);
/* Frees the editor; leaves the modes of the terminal and what was typed ahead alone. */
void le_close(LEEditor *editor);
/* Reads one line; the text is fetched by le_text in the command that ends it. -1: input failed. */
int le_read_line(LEEditor *editor);

int le_add_command(LEEditor *editor, int number, const char *name, const char *help);
/* `alternative`: the command mode of vi. */
int le_bind(LEEditor *editor, bool alternative, const char *keys, const char *command);
int le_set_mode(LEEditor *editor, const char *name);
/* "emacs" or "vi". */
const char *le_mode(LEEditor *editor);
/* False after `edit off`. */
bool le_is_editing(LEEditor *editor);
/* Runs one line of an .editrc: 0, or what is wrong as a negative number; its message, if libedit has
 * one, goes to `message`. `resets` tells whether the line has set the key maps anew. */
int le_run_setting(
  LEEditor *editor, const char *line, bool *resets, char *message, size_t capacity);

/* The text as it is, not ended by a zero; valid until the next call that changes it. */
const wchar_t *le_text(LEEditor *editor, size_t *count, size_t *cursor);
/* Replaces the text; `text` must be ended by a zero, `cursor` be at most its length. */
void le_set_text(LEEditor *editor, const wchar_t *text, size_t count, size_t cursor);
void le_move_cursor(LEEditor *editor, int by);

/* The terminal's modes, kept so that every way out of the program restores them. */

enum le_mode {
  /* As the program found it. */
  le_mode_original,
  /* Keys are kept for the next line and not echoed; Ctrl-C and Ctrl-Z are signals. */
  le_mode_answering,
  /* libedit has it; Ctrl-C and Ctrl-Z are keys. */
  le_mode_editing
};

enum le_event {
  le_event_resized = 1,
  le_event_continued = 2
};

/* Remembers the modes of `terminal` and installs the signal handlers; -1 and errno on failure. */
int le_guard_open(int terminal);
/* Gives the terminal and the signals back. */
void le_guard_close(void);
/* Takes the modes that libedit has set for those of editing. */
void le_guard_learn_editing(void);
void le_guard_set(enum le_mode mode);
enum le_mode le_guard_mode(void);
/* A descriptor that becomes readable when an event is due. */
int le_guard_descriptor(void);
/* The le_events since the last call. */
int le_guard_take_events(void);
/* Whether Ctrl-C was pressed since the last call; clears it. */
bool le_guard_take_interrupt(void);
bool le_guard_is_interrupted(void);
/* Stops the whole job, as Ctrl-Z does; returns when it goes on. */
void le_guard_stop_job(void);
/* No signal is handled between these two; calls nest. */
void le_guard_hold_signals(void);
void le_guard_release_signals(void);

/* Hands `text` to the thread that reads a line; safe from any thread. */
void le_post(const char *text);
/* The oldest posted text, to be freed by the caller, or NULL. */
char *le_take_posted(void);
void le_free(char *text);

/* Starts `/bin/sh -c command sh argument` with `input` as standard input (-1: ours); its process
 * identifier, or -1 and errno. */
int le_start(const char *command, const char *argument, int input);
/* Waits for it; its exit status, or 128 plus its signal. */
int le_wait(int process);

/* The environment, ended by NULL. */
char **le_environment(void);

#ifdef __cplusplus
}
#endif
