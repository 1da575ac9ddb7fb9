import type { Brief } from '../ad/brief.ts';
import { COPY_SLOTS, detailLines } from '../ad/copy.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { Page } from './page.ts';

const bare = (text: string): string => text.replaceAll(/[\s~·,]/gu, '').toLowerCase();

/** The words of the ad of one picture that stand on no page. What that leaves out already is told by its own warnings. */
export function unsaidLines(pages: readonly Page[], { copy }: Pick<Brief, 'copy'>): readonly string[] {
  const said = pages
    .flatMap(({ copy: own, menu = [] }) => [
      ...Object.values(own),
      ...menu.map(({ name, old = '', price = '' }) => `${name}${old}${price}`),
    ])
    .map(bare)
    .join('\n');
  const words = (line: string): readonly string[] => line.split(/\s+/u).map(bare).filter(Boolean);
  return COPY_SLOTS.flatMap((slot) => detailLines(copy[slot])).filter(
    (line) => !said.includes(bare(line)) && !words(line).every((word) => said.includes(word)),
  );
}

/** Told to the owner, as a single picture tells what it left out. */
export function unsaidOn(pages: readonly Page[], brief: Brief): readonly LocalizedText[] {
  const lines = unsaidLines(pages, brief);
  if (lines.length === 0) return [];
  const all = lines.map((line) => `‘${line}’`).join(', ');
  return [{ ko: `이 내용은 어느 장에도 넣지 못했어요: ${all}`, en: `These stand on no page: ${all}` }];
}
