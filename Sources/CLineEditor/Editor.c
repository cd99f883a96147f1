#define _GNU_SOURCE
#include "CLineEditor.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static le_callbacks current;
static char program_name[64];
/* libedit draws here, into nothing. */
static FILE *nowhere;
/* What libedit complains about, for le_run_setting. */
static FILE *complaints;
static char *complaint_text;
static size_t complaint_size;

static bool is_utf8(void) {
  const char *codeset = nl_langinfo(CODESET);
  return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "UTF8") == 0;
}

bool le_set_locale(char *name, size_t capacity) {
  setlocale(LC_ALL, "");
  bool own = is_utf8();
  static const char *const fallbacks[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; !is_utf8() && i < sizeof fallbacks / sizeof *fallbacks; i++)
    setlocale(LC_CTYPE, fallbacks[i]);
  /* Numbers stay in the C form, whatever the language. */
  setlocale(LC_NUMERIC, "C");
  const char *used = setlocale(LC_CTYPE, NULL);
  snprintf(name, capacity, "%s", used ? used : "C");
  return own;
}

static int read_key(EditLine *editor, wchar_t *key) {
  (void)editor;
  return current.read(current.context, key);
}

static char *no_prompt(EditLine *editor) {
  (void)editor;
  static char empty[1] = "";
  return empty;
}

static unsigned char run(int number, wint_t key) {
  switch (current.command(current.context, number, (wchar_t)key)) {
  case le_outcome_line: return CC_NEWLINE;
  case le_outcome_end: return CC_EOF;
  case le_outcome_error: return CC_ERROR;
  default: return CC_REFRESH;
  }
}

/* libedit does not tell a command its own name, so each number has a function of its own. */
#define COMMAND(n) \
  static unsigned char command_##n(EditLine *editor, wint_t key) { \
    (void)editor; \
    return run(n, key); \
  }
#define EACH(m) \
  m(0) m(1) m(2) m(3) m(4) m(5) m(6) m(7) m(8) m(9) m(10) m(11) m(12) m(13) m(14) m(15) m(16) \
  m(17) m(18) m(19) m(20) m(21) m(22) m(23) m(24) m(25) m(26) m(27) m(28) m(29) m(30) m(31) \
  m(32) m(33) m(34) m(35) m(36) m(37) m(38) m(39) m(40) m(41) m(42) m(43) m(44) m(45) m(46) m(47)
EACH(COMMAND)
#define NAME(n) command_##n,
static unsigned char (*const commands[le_command_limit])(EditLine *, wint_t) = {EACH(NAME)};

LEEditor *le_open(const char *program, int input, int output, le_callbacks callbacks) {
  if (!isatty(input) || !isatty(output)) return NULL;
  if (!nowhere) nowhere = fopen("/dev/null", "r+e");
  if (!complaints) complaints = open_memstream(&complaint_text, &complaint_size);
  if (!nowhere || !complaints) return NULL;
  current = callbacks;
  snprintf(program_name, sizeof program_name, "%s", program);
  EditLine *editor = el_init_fd(program, nowhere, nowhere, complaints, input, output, 2);
  if (!editor) return NULL;
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_PROMPT, no_prompt);
  el_set(editor, EL_GETCFN, read_key);
  el_set(editor, EL_EDITOR, "emacs");
  /* While editing, Ctrl-C, Ctrl-Z, Ctrl-S and Return are keys like others. */
  el_set(editor, EL_SETTY, "-d", "-isig", "-ixon", "-icrnl", "-inlcr", NULL);
  /* Between lines, keys wait for the next line without being echoed twice. */
  el_set(editor, EL_SETTY, "-x", "-icanon", "-echo", NULL);
  return editor;
}

void le_close(LEEditor *editor) {
  /* With editing off, libedit does not set the terminal, which would drop what is typed ahead. */
  el_set(editor, EL_EDITMODE, 0);
  el_end(editor);
}

int le_read_line(LEEditor *editor) {
  int count = 0;
  errno = 0;
  el_wgets(editor, &count);
  return count < 0 ? -1 : 0;
}

int le_add_command(LEEditor *editor, int number, const char *name, const char *help) {
  if (number < 0 || number >= le_command_limit) return -1;
  return el_set(editor, EL_ADDFN, name, help, commands[number]);
}

int le_bind(LEEditor *editor, bool alternative, const char *keys, const char *command) {
  if (alternative) return el_set(editor, EL_BIND, "-a", keys, command, NULL);
  return el_set(editor, EL_BIND, keys, command, NULL);
}

int le_set_mode(LEEditor *editor, const char *name) {
  return el_set(editor, EL_EDITOR, name);
}

const char *le_mode(LEEditor *editor) {
  const char *name = NULL;
  el_get(editor, EL_EDITOR, &name);
  return name ? name : "emacs";
}

bool le_is_editing(LEEditor *editor) {
  int on = 1;
  el_get(editor, EL_EDITMODE, &on);
  return on != 0;
}

/* Whether libedit takes the words for `bind -v` or `bind -e`, which set the key maps anew. A word may
 * begin with the name of a program (or a part of it) and a colon. */
static bool sets_maps(int count, const char *const *words) {
  const char *command = words[0];
  const char *colon = strchr(command, ':');
  if (colon) {
    char name[64] = "";
    snprintf(name, sizeof name, "%.*s", (int)(colon - command), command);
    if (colon == command || !strstr(program_name, name)) return false;
    command = colon + 1;
  }
  if (strcmp(command, "bind") != 0) return false;
  for (int i = 1; i < count && words[i][0] == '-'; i++)
    if (words[i][1] == 'v' || words[i][1] == 'e') return true;
  return false;
}

int le_run_setting(
  LEEditor *editor, const char *line, bool *resets, char *message, size_t capacity
) {
  int count = 0;
  const char **words = NULL;
  message[0] = 0;
  *resets = false;
  Tokenizer *tokens = tok_init(NULL);
  if (!tokens) return -1;
  int result = tok_str(tokens, line, &count, &words);
  if (result != 0) {
    snprintf(message, capacity, "a quote is not closed");
    result = -1;
  } else if (count > 0) {
    fflush(complaints);
    rewind(complaints);
    result = el_parse(editor, count, words);
    long size = ftell(complaints);
    fflush(complaints);
    if (size > 0 && complaint_text) {
      snprintf(message, capacity, "%.*s", (int)size, complaint_text);
      message[strcspn(message, "\n")] = 0;
    }
    *resets = sets_maps(count, words);
  }
  tok_end(tokens);
  return result;
}

const wchar_t *le_text(LEEditor *editor, size_t *count, size_t *cursor) {
  const LineInfoW *line = el_wline(editor);
  *count = (size_t)(line->lastchar - line->buffer);
  *cursor = (size_t)(line->cursor - line->buffer);
  return line->buffer;
}

void le_set_text(LEEditor *editor, const wchar_t *text, size_t count, size_t cursor) {
  if (count > 0) {
    el_wreplacestr(editor, text);
  } else {
    /* libedit cannot replace the text by none. */
    el_wreplacestr(editor, L" ");
    el_cursor(editor, 1);
    el_deletestr(editor, 1);
  }
  el_cursor(editor, (int)cursor - el_cursor(editor, 0));
}

void le_move_cursor(LEEditor *editor, int by) {
  el_cursor(editor, by);
}
