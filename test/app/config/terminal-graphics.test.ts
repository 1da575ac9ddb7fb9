import { describe, expect, it } from 'vitest';
import { terminalGraphics } from '../../../src/app/config/terminal-graphics.ts';

describe('terminalGraphics', () => {
  it.each([
    [{ TERM: 'xterm-kitty' }, 'kitty'],
    [{ TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }, 'kitty'],
    [{ TERM: 'xterm-ghostty' }, 'kitty'],
    [{ TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' }, 'iterm'],
    [{ TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }, 'iterm'],
    [{ TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2' }, 'iterm'],
    [{ TERM: 'foot' }, 'sixel'],
    [{ TERM: 'xterm-256color' }, 'none'],
    [{ TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', TMUX: '/tmp/tmux' }, 'none'],
    [{ TERM: 'screen-256color', KITTY_WINDOW_ID: '1' }, 'none'],
    [{}, 'none'],
  ])('%j shows %s', (environment, graphics) => {
    expect(terminalGraphics(environment)).toBe(graphics);
  });
});
