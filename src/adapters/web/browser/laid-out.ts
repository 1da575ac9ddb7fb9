import { sentence } from './send.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Piece {
  readonly id: string;
  readonly kind: 'product' | 'picture' | 'words';
  readonly box: Box;
  readonly slot?: string;
  readonly text: string;
}

export interface Fault {
  readonly kind: string;
  readonly piece: string;
  readonly said: string;
}

/** An ad as the server has laid it out. */
export interface LaidOut {
  readonly size: { readonly width: number; readonly height: number };
  readonly picture: string;
  readonly pieces: readonly Piece[];
  readonly faults: readonly Fault[];
  readonly why: readonly string[];
  readonly warnings: readonly string[];
  readonly copy: Readonly<Record<string, string>>;
  readonly family?: string;
}

/** Asks for one layout at a time; of several that are wanted meanwhile, for the last alone. */
export class Layouts {
  readonly #ask: () => URLSearchParams;
  readonly #address: string;
  readonly #show: (laid: LaidOut) => void;
  readonly #fail: (words: string) => void;
  #busy = false;
  #again = false;

  constructor(
    address: string,
    ask: () => URLSearchParams,
    show: (laid: LaidOut) => void,
    fail: (words: string) => void,
  ) {
    this.#address = address;
    this.#ask = ask;
    this.#show = show;
    this.#fail = fail;
  }

  get busy(): boolean {
    return this.#busy;
  }

  async want(): Promise<void> {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#again) {
      this.#again = false;
      try {
        const response = await post(this.#address, this.#ask());
        if (!response.ok) throw new Error(await sentence(response));
        // The server has written it, and it is of its kind.
        const laid = (await response.json()) as LaidOut;
        this.#busy = this.#again;
        this.#show(laid);
      } catch (error) {
        this.#fail(error instanceof Error ? error.message : '');
      }
    }
    this.#busy = false;
  }
}

export const post = (address: string, body: URLSearchParams): Promise<Response> =>
  fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } });
