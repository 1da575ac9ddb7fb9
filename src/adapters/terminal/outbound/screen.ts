import type { Interface } from 'node:readline';

/** Where the chat is seen. */
export interface Screen {
  /** What was said, for good. */
  print(text: string): void;
  /** One line on how something goes, drawn over by its next; undefined takes it away. */
  live(n: number, line: string | undefined): void;
}

/** Output that is no terminal: lines one after the other, progress among them when it has changed. */
export function plainScreen(output: NodeJS.WritableStream): Screen {
  const shown = new Map<number, string>();
  return {
    print: (text) => void output.write(`${text}\n`),
    live(n, line) {
      if (line === undefined) shown.delete(n);
      else if (shown.get(n) !== line) {
        shown.set(n, line);
        output.write(`${line}\n`);
      }
    },
  };
}

/** A terminal: progress in lines above the prompt, what was said above them; what is being typed stays. */
export function terminalScreen(output: NodeJS.WriteStream, prompt: Interface): Screen {
  const lines = new Map<number, string>();
  let drawn = 0;
  /** Input that is longer than the terminal is wide takes several rows; then nothing is drawn over it. */
  const wrapped = (): boolean => prompt.getCursorPos().rows > 0;
  const erase = (): void => {
    if (wrapped()) {
      output.write('\n');
      return;
    }
    output.write(`\r${drawn > 0 ? `\x1b[${drawn}A` : ''}\x1b[J`);
  };
  const draw = (): void => {
    const width = (output.columns ?? 80) - 1;
    for (const line of lines.values()) output.write(`${fitted(line, width)}\n`);
    drawn = lines.size;
    prompt.prompt(true);
  };
  return {
    print(text) {
      erase();
      output.write(`${text}\n`);
      draw();
    },
    live(n, line) {
      if (line === undefined ? !lines.delete(n) : lines.get(n) === line) return;
      if (line !== undefined) lines.set(n, line);
      if (wrapped()) return;
      erase();
      draw();
    },
  };
}

/** Cut to a number of columns; Hangul and emoji take two each. */
function fitted(text: string, width: number): string {
  let columns = 0;
  let fit = '';
  for (const letter of text) {
    columns +=
      /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}]/u.test(
        letter,
      )
        ? 2
        : 1;
    if (columns > width) break;
    fit += letter;
  }
  return fit;
}
