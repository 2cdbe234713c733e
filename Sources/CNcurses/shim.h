// What Swift cannot reach of curses: function-like macros, globals, attributes, and the window type, which must not be
// spelled there. Every function works on the standard window of the current screen.
#ifndef BOARD_CNCURSES_SHIM_H
#define BOARD_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// term.h defines short macros that would change the names of others.
#undef columns
#undef lines
#undef tab
#undef bell

// Whether the name of the locale asked for says UTF-8, for locales that are not installed here: the terminal of someone
// who logs in from elsewhere still is what the name says.
static inline int board_locale_name_is_utf8(void) {
  const char *name = getenv("LC_ALL");
  if (name == NULL || *name == 0) name = getenv("LC_CTYPE");
  if (name == NULL || *name == 0) name = getenv("LANG");
  for (; name != NULL && *name != 0; name++) {
    if (strncasecmp(name, "UTF-8", 5) == 0 || strncasecmp(name, "UTF8", 4) == 0) return 1;
  }
  return 0;
}

// Makes characters mean UTF-8 to the C library, whatever the locale says, or curses would blank all but ASCII.
// Returns whether the locale itself was UTF-8, that is, whether the terminal expects it.
static inline int board_set_locale(void) {
  int is_installed = setlocale(LC_CTYPE, "") != NULL;
  if (is_installed && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  setlocale(LC_CTYPE, "C.UTF-8");
  return !is_installed && board_locale_name_is_utf8();
}

// What the terminal database says of a terminal.
enum board_terminal_kind { BOARD_TERMINAL_UNKNOWN, BOARD_TERMINAL_CANNOT_MOVE_CURSOR, BOARD_TERMINAL_USABLE };

// Looks a terminal up; unlike initscr this does not end the process when there is none of that name.
static inline int board_terminal_lookup(const char *name, int output) {
  int result = 0;
  if (setupterm(name, output, &result) == ERR) return BOARD_TERMINAL_UNKNOWN;
  const char *move = tigetstr("cup");
  if (move == NULL || move == (char *)-1) return BOARD_TERMINAL_CANNOT_MOVE_CURSOR;
  return BOARD_TERMINAL_USABLE;
}

// A string of the current terminal, or NULL where it has none of that name.
static inline const char *board_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// An open screen with the two streams that curses wants.
struct board_screen {
  void *screen;
  FILE *input;
  FILE *output;
};

static inline void board_screen_close(struct board_screen *opened) {
  if (opened->screen != NULL) delscreen((SCREEN *)opened->screen);
  if (opened->output != NULL) fclose(opened->output);
  if (opened->input != NULL) fclose(opened->input);
  opened->screen = NULL;
  opened->output = NULL;
  opened->input = NULL;
}

// Opens a screen on two descriptors, which stay the caller's. Returns 0 when curses or the system refuses.
static inline int board_screen_open(struct board_screen *opened, const char *name, int input, int output) {
  int in = dup(input), out = dup(output);
  opened->screen = NULL;
  opened->input = in < 0 ? NULL : fdopen(in, "r");
  opened->output = out < 0 ? NULL : fdopen(out, "w");
  if (opened->input == NULL && in >= 0) close(in);
  if (opened->output == NULL && out >= 0) close(out);
  if (opened->input != NULL && opened->output != NULL) {
    opened->screen = newterm(name, opened->output, opened->input);
  }
  if (opened->screen == NULL) {
    board_screen_close(opened);
    return 0;
  }
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  typeahead(-1);
  scrollok(stdscr, FALSE);
  return 1;
}

// Starts colours on the terminal's own background. Returns how many there are, 0 for none.
static inline int board_start_colors(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

static inline int board_rows(void) { return getmaxy(stdscr); }
static inline int board_columns(void) { return getmaxx(stdscr); }

// The size that the system knows for a terminal. Returns 0 when it knows none.
static inline int board_system_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 1;
}

// The bits of Style.Attributes, as curses has them.
static inline attr_t board_attributes(uint8_t bits) {
  return ((bits & 1) ? A_BOLD : 0) | ((bits & 2) ? A_REVERSE : 0) | ((bits & 4) ? A_DIM : 0)
      | ((bits & 8) ? A_UNDERLINE : 0);
}

// Fills a curses cell with a character and up to four marks; `scalars` ends with 0.
static inline void board_fill_cell(cchar_t *cell, const uint32_t *scalars, uint8_t attributes, short pair) {
  wchar_t text[CCHARW_MAX + 1];
  int count = 0;
  while (count < CCHARW_MAX && scalars[count] != 0) {
    text[count] = (wchar_t)scalars[count];
    count++;
  }
  text[count] = 0;
  setcchar(cell, text, board_attributes(attributes), pair, NULL);
}

// wchar.h declares this only when asked for X/Open, which must be before the first header.
extern int wcwidth(wchar_t);

// The columns that the C library, and with it curses, gives a character.
static inline int board_library_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Writes cells, each a whole character, at a place; the cursor does not move and nothing scrolls.
static inline void board_write_cells(int row, int column, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, column, cells, count);
}

// Sends what changed, and leaves the cursor where told.
static inline void board_show(int row, int column) {
  wmove(stdscr, row, column);
  wrefresh(stdscr);
}

// Makes the next refresh clear the terminal and send everything.
static inline void board_forget_screen(void) { clearok(stdscr, TRUE); }
static inline void board_erase(void) { werase(stdscr); }

#endif
