#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int pt_start(
  const char *path, char *const words[], char *const environment[], int columns, int rows,
  int *terminal, struct termios *before
) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0 || grantpt(master) < 0 || unlockpt(master) < 0) return -1;
  const char *name = ptsname(master);
  if (!name) return -1;
  int slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave < 0 || pt_resize(slave, columns, rows) < 0 || tcgetattr(slave, before) < 0) return -1;
  pid_t process = fork();
  if (process == 0) {
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    for (int i = 0; i < 3; i++) dup2(slave, i);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, words, environment);
    _exit(127);
  }
  close(slave);
  if (process < 0) {
    close(master);
    return -1;
  }
  *terminal = master;
  return process;
}

int pt_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int pt_poll_exit(int process) {
  int status = 0;
  if (waitpid(process, &status, WNOHANG) != process) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int pt_history_copy(const char *from, const char *to) {
  setlocale(LC_CTYPE, "C.UTF-8");
  History *lines = history_init();
  HistEvent event;
  history(lines, &event, H_SETSIZE, 100000);
  int count = history(lines, &event, H_LOAD, from);
  if (count >= 0 && history(lines, &event, H_SAVE, to) < 0) count = -1;
  history_end(lines);
  return count;
}
