import { executionPlansFor, FallbackChain } from '../engines/zimage/fallback-chain.ts';
import { modelPlace } from '../engines/zimage/model-place.ts';
import {
  type MadePicture,
  type StepEvent,
  ZIMAGE_SERVICE,
  type ZImageService,
} from '../engines/zimage/service-address.ts';
import { encodePng } from '../imaging/encode-png.ts';
import { wholePhotoBudget } from '../imaging/photo/memory-budget.ts';
import { createPhotoReader, decodeHere } from '../imaging/photo/photo-reader.ts';
import { createRaster } from '../imaging/raster.ts';
import { resizeLanczos } from '../imaging/resize-lanczos.ts';
import { flattened, opaque } from '../imaging/rgb.ts';
import { EngineProcess } from '../onnx/process/engine-process.ts';
import { CPU } from '../onnx/target.ts';
import { checkWritableFile } from '../storage/check-writable.ts';
import { readPhotoFile } from '../storage/read-photo-file.ts';
import { writeAtomically } from '../storage/write-atomically.ts';
import { openCheckpoint } from '../zimage/checkpoint.ts';
import { checkComponents } from '../zimage/components.ts';
import { SIDE_MULTIPLE } from '../zimage/pipeline.ts';
import type { Command, Io } from './io.ts';
import { reportError } from './report-error.ts';
import { parseZImageOptions, type ZImageOptions } from './zimage-options.ts';

const HELP = {
  ko: `Z-Image로 그림을 그립니다. 프롬프트는 적은 그대로 쓰입니다.

  npm run zimage -- --prompt 글 [--model 폴더] [--seed 0] [--steps 8] [--width 1024] [--height 1024] --out 파일.png
    --model 폴더                       diffusers, 허브 캐시, ComfyUI의 models 폴더, 또는 파일 셋을 쉼표로 나누어
    --text-encoder 파일 --vae 파일     그 가운데 하나만 다른 파일로
    --tokenizer 폴더                   tokenizer.json이 있는 곳 (파일 셋으로 쓸 때)
    --image 사진 --strength 0.6        사진에서 출발 (0에 가까울수록 원본 그대로)
    --guidance 0 --negative 글         Turbo는 0. diffusers의 값과 같아요
    --cfg-normalization 0 --cfg-truncation 1
    --lora 파일 --lora-scale 1         여러 번 쓸 수 있어요
    --json`,
  en: `Generate a picture with Z-Image. The prompt is used verbatim.

  npm run zimage -- --prompt TEXT [--model DIR] [--seed 0] [--steps 8] [--width 1024] [--height 1024] --out FILE.png
    --model DIR                        diffusers' folder, a hub cache, ComfyUI's models folder, or FILE,FILE,FILE
    --text-encoder FILE --vae FILE     another file for one part of it
    --tokenizer DIR                    where tokenizer.json is, which single files do not hold
    --image PHOTO --strength 0.6       start from a photo (closer to 0 keeps more of it)
    --guidance 0 --negative TEXT       0 for Turbo; same scale as diffusers
    --cfg-normalization 0 --cfg-truncation 1
    --lora FILE --lora-scale 1         can be repeated
    --json`,
};

/** `npm run zimage`: the bare pipeline. */
export const zimage: Command = async (args, io) => {
  const { LOCALE: locale } = io.config;
  const json = args.includes('--json');
  try {
    const options = parseZImageOptions(args);
    if (options.help) {
      io.out(HELP[locale]);
      return 0;
    }
    const result = await draw(options, io);
    const { width, height } = result.picture;
    for (const warning of result.warnings) io.err(`! ${warning}`);
    const { warnings, timings } = result;
    io.out(
      json
        ? JSON.stringify(
            { ok: true, image: { path: options.out, width, height }, warnings, timings },
            null,
            2,
          )
        : `${options.out} (${width}×${height}, ${(timings.total / 1000).toFixed(1)} s)`,
    );
    return 0;
  } catch (error) {
    return reportError(error, io, locale, json);
  }
};

async function draw(options: ZImageOptions, io: Io): Promise<MadePicture> {
  checkWritableFile(options.out);
  const place = await modelPlace(io.config, options.place);
  // Everything that a file can have wrong is found before a process is started.
  const checkpoint = await openCheckpoint(place);
  checkComponents(checkpoint, CPU);
  for (const { file, key, value, why } of checkpoint.repairs) {
    io.err(`${file}: \`${key}\` = ${JSON.stringify(value)} (${why})`);
  }
  for (const note of checkpoint.notes) io.err(`! ${note}`);
  const chain = new FallbackChain(executionPlansFor(io.config.EXECUTION_PROVIDER), (text) => io.err(text));
  const engine = new EngineProcess();
  try {
    const call = { signal: io.signal, onEvent: (event: unknown) => progress(io, event) };
    const { prompt, negative, seed, steps, guidance, adapters } = options;
    const common = { prompt, negative, seed, steps, guidance, adapters };
    const image = options.image === undefined ? undefined : await readReference(options, options.image);
    const made = await chain.run((plan) => {
      const setup = { place, adaptable: adapters.length > 0, ...plan };
      if (image !== undefined) {
        const request = { ...common, image, strength: options.strength };
        return engine.call<ZImageService, 'imageToImage'>(
          ZIMAGE_SERVICE,
          'imageToImage',
          { setup, request, previews: false },
          call,
        );
      }
      const request = { ...common, width: options.width ?? 1024, height: options.height ?? 1024 };
      return engine.call<ZImageService, 'textToImage'>(
        ZIMAGE_SERVICE,
        'textToImage',
        { setup, request, previews: false },
        call,
      );
    });
    io.draw('');
    await writeAtomically(
      options.out,
      await encodePng({ ...made.picture, data: shared(made.picture.data) }),
      'umask',
    );
    return made;
  } finally {
    await engine.dispose();
  }
}

function shared(bytes: Uint8Array | Uint8ClampedArray) {
  const { data } = createRaster(bytes.length / 4, 1);
  data.set(bytes);
  return data;
}

function progress(io: Io, event: unknown): void {
  // The service tells of nothing else.
  const { step, steps } = event as StepEvent;
  if (io.tty) io.draw(`${'█'.repeat(step)}${'░'.repeat(steps - step)} ${step}/${steps}`);
  else io.err(`${step}/${steps}`);
}

/** The photo over white, at the size asked for, or at its own made a multiple of 16. */
async function readReference(options: ZImageOptions, path: string) {
  const bytes = await readPhotoFile(path);
  const photo = flattened(await createPhotoReader(decodeHere, wholePhotoBudget).decode(bytes, path));
  const own = (side: number): number => Math.max(SIDE_MULTIPLE, side - (side % SIDE_MULTIPLE));
  const size = { width: options.width ?? own(photo.width), height: options.height ?? own(photo.height) };
  const data = resizeLanczos(photo.data, 3, photo, size);
  return opaque({ ...size, data: new Uint8Array(data.buffer) });
}
