/** How a terminal can be shown a picture. */
export type TerminalGraphics = 'kitty' | 'iterm' | 'sixel' | 'none';

/**
 * Which pictures the terminal shows, by the names that terminals give themselves. Inside tmux or screen none are: the
 * sequences would have to be wrapped for the terminal outside, and often come out as text.
 */
export function terminalGraphics(
  environment: Readonly<Record<string, string | undefined>>,
): TerminalGraphics {
  const { TMUX, STY, TERM = '', TERM_PROGRAM = '', LC_TERMINAL = '', KITTY_WINDOW_ID } = environment;
  if (TMUX || STY || /^(screen|tmux)/.test(TERM)) return 'none';
  if (KITTY_WINDOW_ID || /kitty|ghostty/.test(TERM) || TERM_PROGRAM === 'ghostty') return 'kitty';
  if (/^(iTerm\.app|WezTerm|mintty)$/.test(TERM_PROGRAM) || LC_TERMINAL === 'iTerm2') return 'iterm';
  return /^(foot|mlterm|contour|yaft)|sixel/.test(TERM) ? 'sixel' : 'none';
}
