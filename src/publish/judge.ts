import { type Box, contains, expand, reachFrom, type Size, turnedBounds } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { Place, Rule } from '../ad/place.ts';
import { type FileFacts, fileFacts } from '../imaging/encode-picture.ts';
import { pdfFacts } from '../print/pdf-facts.ts';
import type { Finding } from './finding.ts';
import { judgeSheet } from './judge-sheet.ts';

/** What was laid over a picture, in its pixels. */
export interface Overlaid {
  readonly blocks: readonly Pick<TextBlock, 'box' | 'angle' | 'size' | 'scales'>[];
  /** QR code, menu, logo. */
  readonly parts: readonly Box[];
  /** Whether a photo is shown as a card with an edge. */
  readonly hasBorder: boolean;
}

/** A finished file, what was laid over its picture, and where it goes. */
export interface JudgedFile {
  readonly bytes: Uint8Array;
  readonly place: Place;
  readonly overlaid: Overlaid;
}

const PROPERTY = /<Iptc4xmpExt:DigitalSourceType>http:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/\w+</;

const both = (text: string): LocalizedText => ({ ko: text, en: text });

/** Share of a picture's edge that is white where its ground is. */
const WHITE = 0.98;

/** Pixels by which ink may lie over an edge for rounding. */
const ROUNDING = 1;

/** Holds a finished file against the rules of its place. None found = the place takes it. */
export async function judge(
  bytes: Uint8Array,
  place: Place,
  overlaid: Overlaid,
): Promise<readonly Finding[]> {
  if (isPdf(bytes)) {
    const found = judgeSheet(bytes, place);
    const isUnread = found.some(({ kind }) => kind === 'unreadable');
    return isUnread
      ? found
      : [...found, ...ofLabels(pdfFacts(bytes)), ...ofPicture(place.pixels.is, place, overlaid)];
  }
  const facts = await fileFacts(bytes).catch(() => undefined);
  if (facts === undefined)
    return [{ kind: 'unreadable', found: { ko: '파일이 열리지 않아요', en: 'the file cannot be opened' } }];
  return [...ofFile(bytes.length, facts, place), ...ofPicture(facts, place, overlaid)];
}

function ofFile(
  length: number,
  facts: FileFacts,
  { pixels, files, bytes, slices, ground }: Place,
): readonly Finding[] {
  const found: Finding[] = [];
  const { width, height } = pixels.is;
  const isHigh = slices === undefined ? facts.height === height : facts.height <= slices.is;
  if (facts.width !== width || !isHigh)
    found.push({
      kind: 'pixels',
      found: both(
        `${facts.width}×${facts.height} ≠ ${width}×${slices === undefined ? height : `≤ ${slices.is}`}`,
      ),
      by: slices?.by ?? pixels.by,
    });
  if (!files.is.some((kind) => kind === facts.kind))
    found.push({ kind: 'file', found: both(`${facts.kind} (${files.is.join(', ')})`), by: files.by });
  if (facts.space !== 'srgb' || facts.channels !== 3)
    found.push({ kind: 'colour', found: both(`${facts.space}, ${facts.channels} (sRGB, 3)`) });
  if (bytes !== undefined && length > bytes.is)
    found.push({
      kind: 'bytes',
      found: both(`${kilobytes(length)} kB > ${kilobytes(bytes.is)} kB`),
      by: bytes.by,
    });
  if (ground !== undefined && facts.whiteEdge < WHITE)
    found.push({
      kind: 'ground',
      found: {
        ko: `가장자리의 ${Math.floor(100 * facts.whiteEdge)}%만 흰색이에요 (${Math.round(100 * WHITE)}% 이상)`,
        en: `only ${Math.floor(100 * facts.whiteEdge)} % of its edge is white (${Math.round(100 * WHITE)} % or more)`,
      },
      by: ground.by,
    });
  return [...found, ...ofLabels(facts)];
}

function ofLabels({ xmp }: Pick<FileFacts, 'xmp'>): readonly Finding[] {
  if (PROPERTY.test(xmp)) return [];
  const found = {
    ko: '어떻게 만든 그림인지 적혀 있지 않아요',
    en: 'it does not say how the picture was made',
  };
  return [{ kind: 'labels', found }];
}

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

function ofPicture(
  { width, height }: Size,
  { bare, safe, round, letters }: Place,
  { blocks, parts, hasBorder }: Overlaid,
): readonly Finding[] {
  const found: Finding[] = [];
  if (bare !== undefined && (blocks.length > 0 || parts.length > 0 || hasBorder))
    found.push({ kind: 'bare', found: laidOver(blocks.length, parts.length, hasBorder), by: bare.by });
  const boxes = [...blocks.map(({ box, angle }) => turnedBounds(box, angle)), ...parts];
  if (round !== undefined) {
    const middle = { x: width / 2, y: height / 2 };
    const out = boxes.filter((box) => reachFrom(middle, box) > round.is + ROUNDING).length;
    if (out > 0)
      found.push({
        kind: 'safe',
        found: {
          ko: `글 ${out}곳이 둥근 칼선에 너무 가깝거나 잘려요`,
          en: `${out} pieces of text lie too near the round cut, or beyond it`,
        },
        by: round.by,
      });
  } else if (safe !== undefined) {
    const { top, right, bottom, left } = safe.is;
    const inner = { x: left, y: top, width: width - left - right, height: height - top - bottom };
    const out = boxes.filter((box) => !contains(expand(inner, ROUNDING), box)).length;
    if (out > 0)
      found.push({
        kind: 'safe',
        found: {
          ko: `글 ${out}곳이 가려지는 자리에 있어요`,
          en: `${out} pieces of text lie where they are covered`,
        },
        by: safe.by,
      });
  }
  if (letters !== undefined) found.push(...tooSmall(blocks, letters));
  return found;
}

function laidOver(blocks: number, parts: number, hasBorder: boolean): LocalizedText {
  const things = [
    blocks > 0 ? { ko: '글자', en: 'text' } : undefined,
    parts > 0 ? { ko: 'QR·메뉴·로고', en: 'a QR code, menu or logo' } : undefined,
    hasBorder ? { ko: '테두리', en: 'a border' } : undefined,
  ].filter((thing) => thing !== undefined);
  return { ko: things.map(({ ko }) => ko).join(', '), en: things.map(({ en }) => en).join(', ') };
}

function tooSmall(blocks: Overlaid['blocks'], { is, by }: Rule<number>): readonly Finding[] {
  const least = Math.min(...blocks.map(({ size, scales = [1] }) => size * Math.min(...scales)));
  return least >= is ? [] : [{ kind: 'letters', found: both(`${Math.floor(least)} px < ${is} px`), by }];
}
