import type { Locale } from '../ad/locale.ts';
import { readEnvironment } from '../app/config/config.ts';
import { defined } from '../collections/defined.ts';
import { createCutoutProcess } from '../engines/onnx-cutout/cutout-process.ts';
import type { Cutout } from '../imaging/cutout/cutout.ts';
import { thingTitles } from '../imaging/cutout/things/thing-titles.ts';
import { encodePng } from '../imaging/encode-png.ts';
import { wholePhotoBudget } from '../imaging/photo/memory-budget.ts';
import { placedBack } from '../imaging/photo/prepare/prepare-photo.ts';
import { checkWritableFile } from '../storage/check-writable.ts';
import { readPhotoFile } from '../storage/read-photo-file.ts';
import { writeAtomically } from '../storage/write-atomically.ts';
import { photoReaderOn } from '../workers/read-photos.ts';
import { createRenderPool } from '../workers/render-pool.ts';
import { chooseRemover } from './choose-remover.ts';
import { type CutoutOptions, parseCutoutOptions } from './cutout-options.ts';
import type { Command, Io } from './io.ts';
import { reportError } from './report-error.ts';

const HELP = {
  ko: `사진에서 제품만 오려 냅니다. 사진 크기 그대로, 배경이 투명한 PNG가 나와요.

  npm run cutout -- 사진 --out 파일.png
    --remover u2netp       함께 설치된 모델로 (더 좋은 모델을 받아 두지 않았다면 기본)
    --remover u2net        받아 둔 모델로 (npm run models -- list)
    --remover local        모델 없이
    --model 파일.onnx      모델 파일로. 이름에서 종류를 알 수 없으면 --remover u2net처럼 함께 적어 주세요
    --pick N               사진에 여럿이 있으면 N번째 것만 (0: 모두). 번호는 결과에 나와요
    --json

  확신이 50%보다 낮으면 광고에서는 오려 내지 않고 사진을 통째로 씁니다.`,
  en: `Cut the product out of a photo, as a PNG of the same size with a transparent background.

  npm run cutout -- PHOTO --out FILE.png
    --remover u2netp       with the model that is installed (the default, unless a better one is downloaded)
    --remover u2net        with a downloaded model (npm run models -- list)
    --remover local        without a model
    --model FILE.onnx      with a model file; if its name does not tell the kind, add it: --remover u2net
    --pick N               the N-th of several things in the photo (0: all of them); the result lists the numbers
    --json

  Below 50 % confidence, ads show the whole photo instead.`,
};

/** A photo cut out and saved. */
interface Cut extends Pick<Cutout, 'confidence' | 'things' | 'picked' | 'why'> {
  readonly remover: string;
  readonly image: { readonly path: string; readonly width: number; readonly height: number };
  /** Time that the cut took, without reading and writing files. */
  readonly ms: number;
}

/** `npm run cutout`: one product out of one photo. */
export const cutout: Command = async (args, io) => {
  const { LOCALE: locale } = io.config;
  const json = args.includes('--json');
  try {
    const options = parseCutoutOptions(args);
    if (options.help) io.out(HELP[locale]);
    else io.out(formatResult(await cut(options, io), locale, json));
    return 0;
  } catch (error) {
    return reportError(error, io, locale, json);
  }
};

async function cut(options: CutoutOptions, io: Io): Promise<Cut> {
  const bytes = await readPhotoFile(options.photo);
  checkWritableFile(options.out);
  const pool = createRenderPool(1);
  const models = createCutoutProcess(readEnvironment());
  try {
    const parts = { config: io.config, render: pool, process: models, onWarning: io.err };
    const remover = await chooseRemover(options, parts);
    // While the photo is decoded.
    remover.prepare?.();
    const photo = await photoReaderOn(pool, wholePhotoBudget).decode(bytes, options.photo);
    const from = performance.now();
    const onStep = (step: number, steps: number): void => {
      if (io.tty) io.draw(`${'█'.repeat(step)}${'░'.repeat(steps - step)} ${step}/${steps}`);
    };
    const prepared = await pool.run('prepare-photo', { photo }, { signal: io.signal });
    const { x, y } = prepared.box;
    const { image, confidence, things, picked, by, why } = await remover.remove(
      prepared.photo,
      { signal: io.signal, onStep },
      defined({ pick: options.pick }),
    );
    const ms = Math.round(performance.now() - from);
    const whole = placedBack(image, prepared, photo);
    io.draw('');
    await writeAtomically(options.out, await encodePng(whole, {}, { alpha: true }), 'umask');
    const { width, height } = whole;
    return {
      remover: by ?? remover.name,
      image: { path: options.out, width, height },
      confidence,
      things: things.map(({ box, ...thing }) => ({ ...thing, box: { ...box, x: box.x + x, y: box.y + y } })),
      picked,
      ms,
      why: [...prepared.why, ...why],
    };
  } finally {
    await models.dispose();
    await pool.close();
  }
}

function formatResult(
  { remover, image, confidence, things, picked, ms, why }: Cut,
  locale: Locale,
  json: boolean,
): string {
  const reasons = why.map((said) => said[locale]);
  const titles = thingTitles(things);
  if (json) {
    // Numbers as people count, and as `--pick` takes them.
    const found = things.map((thing, i) => ({ number: i + 1, title: titles[i]?.[locale], ...thing }));
    const numbers = picked.map((i) => i + 1);
    return JSON.stringify(
      { ok: true, image, remover, confidence, ms, things: found, picked: numbers, why: reasons },
      null,
      2,
    );
  }
  const { path, width, height } = image;
  const sure = `${Math.round(100 * confidence)} %`;
  const choice =
    things.length < 2
      ? []
      : things.map(
          (_, i) => `  --pick ${i + 1}  ${titles[i]?.[locale] ?? ''}${picked.includes(i) ? ' ✓' : ''}`,
        );
  return [`${path} (${width}×${height}, ${remover}, ${sure}, ${ms} ms)`, ...reasons, ...choice].join('\n');
}
