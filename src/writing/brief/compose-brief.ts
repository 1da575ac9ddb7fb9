import type { Brief } from '../../ad/brief.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { Presets } from '../../presets/presets.ts';
import { guardWords } from '../copy/guard-copy.ts';
import type { PromptAssembler } from '../prompt/prompt-assembler.ts';
import type { StyleRouter } from '../prompt/style-router.ts';
import type { Reading } from '../reading/read-request.ts';
import { answerWishes } from './answer-wishes.ts';
import { faceOfScript } from './choose-face.ts';
import { chooseHero } from './choose-hero.ts';
import { composeCopy, guardOf } from './compose-copy.ts';
import { composeScene, lettersBackdrops } from './compose-scene.ts';
import { goodsOf } from './goods-of.ts';
import { keywordsOf } from './keywords-of.ts';
import { matchPresets } from './match-presets.ts';
import type { ProposedCopy } from './proposed-copy.ts';
import { reasonsFor, sceneReasons } from './reasons.ts';

/** What a brief is composed with. */
export interface BriefTools {
  readonly presets: Presets;
  /** For words that mean another day every year: '명절', '이번 계절'. */
  readonly now: Date;
  readonly router: StyleRouter;
  readonly assembler: PromptAssembler;
}

/** All goods that the request names, parted by ' · '. */
const productsOf = ({ product, listed }: Reading): string | undefined =>
  product === undefined ? undefined : [product, ...listed].join(' · ');

/**
 * Composes scene, prompt and copy by the same rules, whoever read the request.
 *
 * @param offered words that somebody wrote for it, where somebody did
 * @throws UserError `copy-forbidden`
 */
export function composeBrief(
  request: AdRequest,
  reading: Reading,
  { presets, now, router, assembler }: BriefTools,
  offered?: ProposedCopy,
): Brief {
  const rows = matchPresets(request, reading, presets, now);
  const { trade, season, occasion } = rows;
  const styleName = router.choose(request.style, reading.style?.key, trade.style);
  const style = router.styleOf(styleName);
  const set = composeScene(reading, rows, presets.studio, request.brand?.colours);
  const { hero, shown, why: heroWhy } = chooseHero(request, reading, trade, presets);
  const asked = { ...set, ...shown };
  const keywords = keywordsOf(reading, rows, asked);
  const day = occasion?.scene ?? season?.scene;
  const { prompt, ...parts } = assembler.assemble(styleName, {
    keywords,
    scene: asked,
    studio: presets.studio,
    trade,
    ...defined({ occasion: day }),
    format: presets.formats.named(request.format),
    picture: request.photos.length === 0 ? 'product' : request.use === 'composite' ? 'backdrop' : 'restyle',
    lettering: request.lettering,
  });
  // A model of pictures shows the product itself; the studio has nothing to set on a table.
  const scene =
    hero.kind === 'type'
      ? { ...asked, backdrops: lettersBackdrops(reading, rows, asked, presets.studio) }
      : asked;
  const written = composeCopy(request, reading, rows, presets, offered);
  const guard = guardOf(trade, presets);
  const answers = answerWishes(request, reading, presets);
  return {
    industry: trade.key,
    style: styleName,
    prompt,
    parts,
    scene,
    statements: reading.statements,
    ...defined({
      product: productsOf(reading),
      goods: goodsOf(reading, request.parts?.menu, presets, (name) => guardWords(name, guard).value),
      tradeClass: trade.tradeClass,
      pictured: reading.pictured,
      mood: rows.mood?.key,
    }),
    occasion: reading.occasionKind,
    hero,
    copy: written.copy,
    leftOut: written.leftOut,
    face: request.brand?.face ?? faceOfScript(reading.text) ?? trade.face,
    why: [...reasonsFor(reading, rows, request.industry !== undefined), ...answers.why, ...written.why],
    heroWhy: [heroWhy],
    sceneWhy: sceneReasons(reading, rows, style, scene, presets.studio),
    warnings: [...answers.warnings, ...written.warnings],
  };
}
