import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GaruWasm, initSync } from 'garu-ko/pkg/garu_wasm.js';

/** A morpheme as the analyser answers it: `start` and `end` are of the word that it is a part of, in code points. */
export interface RawMorpheme {
  readonly text: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

let analyser: GaruWasm | undefined;

/** Morphemes by the Sejong tag set. The model is loaded with the first text. */
export function analyse(text: string): readonly RawMorpheme[] {
  analyser ??= load();
  return (analyser.analyze(text) as { readonly tokens: readonly RawMorpheme[] }).tokens;
}

function load(): GaruWasm {
  const { resolve } = createRequire(import.meta.url);
  initSync({ module: readFileSync(resolve('garu-ko/pkg/garu_wasm_bg.wasm')) });
  return new GaruWasm(readFileSync(resolve('garu-ko/models/base.gmdl')));
}
