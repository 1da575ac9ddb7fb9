import type { Brief } from '../../ad/brief.ts';
import type { AdRequest } from '../../ad/request.ts';
import { composeCopy } from '../../briefing/compose-copy.ts';
import { composeScene } from '../../briefing/compose-scene.ts';
import { findRows } from '../../briefing/find-rows.ts';
import { keywordsOf } from '../../briefing/keywords-of.ts';
import { reasonsFor } from '../../briefing/reasons.ts';
import { showSubject } from '../../briefing/show-subject.ts';
import type { Presets } from '../../presets/presets.ts';
import { PromptAssembler } from '../../prompting/prompt-assembler.ts';
import { StyleRouter } from '../../prompting/style-router.ts';
import { readRequest } from '../../reading/read-request.ts';
import { buildVocabulary, type Vocabulary } from '../../reading/vocabulary.ts';
import type { PromptWriter } from '../ports.ts';

export interface PromptWriterParts {
  readonly presets: Presets;
  /** For words that mean another day every year: '명절', '이번 계절'. */
  readonly now: () => Date;
  /** Of the image model's own tokenizer; by default an upper estimate. */
  readonly countTokens?: (text: string) => number;
}

/**
 * The writer that needs no model: reads requests by a lexicon and rules. The same request on the same day is always
 * answered the same. `write` takes about 2 ms, the first about 20.
 */
export function createPromptWriter({ presets, now, countTokens }: PromptWriterParts): PromptWriter {
  const router = new StyleRouter(presets.styles);
  const assembler = new PromptAssembler(router, countTokens);
  let vocabulary: Vocabulary | undefined;
  return {
    name: 'rules',
    lane: 'cpu',
    async write(request, { signal }) {
      signal.throwIfAborted();
      vocabulary ??= buildVocabulary(presets);
      return writeBrief(request, { presets, now, router, assembler, vocabulary });
    },
  };
}

interface Tools {
  readonly presets: Presets;
  readonly now: () => Date;
  readonly router: StyleRouter;
  readonly assembler: PromptAssembler;
  readonly vocabulary: Vocabulary;
}

function writeBrief(request: AdRequest, { presets, now, router, assembler, vocabulary }: Tools): Brief {
  const reading = readRequest(request.text, vocabulary);
  const rows = findRows(request, reading, presets, now());
  const { trade, season, occasion } = rows;
  const styleName = router.choose(request.style, reading.style?.key, trade.style);
  const style = router.styleOf(styleName);
  const set = composeScene(reading, rows, request.brand?.colours);
  const shown = request.photos.length === 0 ? showSubject(reading.subject, trade, presets) : {};
  const scene = { ...set, ...shown };
  const keywords = keywordsOf(reading, rows, scene);
  const day = occasion?.scene ?? season?.scene;
  const { prompt, ...parts } = assembler.assemble(styleName, {
    keywords,
    scene,
    trade,
    ...(day === undefined ? {} : { occasion: day }),
    format: presets.formats.named(request.format),
    picture: request.photos.length === 0 ? 'product' : request.use === 'composite' ? 'backdrop' : 'restyle',
    lettering: request.lettering,
  });
  const written = composeCopy(request, reading, rows, presets);
  return {
    industry: trade.key,
    style: styleName,
    prompt,
    parts,
    scene,
    copy: written.copy,
    face: request.brand?.face ?? trade.face,
    why: [...reasonsFor(reading, rows, style, scene, request.industry !== undefined), ...written.why],
    warnings: written.warnings,
  };
}
