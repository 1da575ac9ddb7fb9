import { defined } from '../collections/defined.ts';
import { executionPlansFor, FallbackChain } from '../engines/zimage/fallback-chain.ts';
import { modelPlace } from '../engines/zimage/model-place.ts';
import {
  type ControlPictures,
  type MadePicture,
  type StepEvent,
  ZIMAGE_SERVICE,
  type ZImageService,
} from '../engines/zimage/service-address.ts';
import { encodePng } from '../imaging/encode-png.ts';
import { createRaster } from '../imaging/raster.ts';
import { EngineProcess } from '../onnx/process/engine-process.ts';
import { CPU } from '../onnx/target.ts';
import { checkWritableFile } from '../storage/check-writable.ts';
import { writeAtomically } from '../storage/write-atomically.ts';
import { openCheckpoint } from '../zimage/checkpoint.ts';
import { checkComponents } from '../zimage/components.ts';
import { openControlNet } from '../zimage/control/open-control-net.ts';
import type { Command, Io } from './io.ts';
import { reportError } from './report-error.ts';
import { type ControlOptions, parseZImageOptions, type ZImageOptions } from './zimage-options.ts';
import { readGrey, readPicture } from './zimage-pictures.ts';

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
    --controlnet 경로 --control-image 그림 --control-scale 0.75   윤곽·깊이·자세 그림을 따라
    --image 사진 --mask 그림           ControlNet 2.0 이상과: 마스크의 흰 곳만 다시
    --control-hints original           저자와 ComfyUI의 방식, 또는 diffusers
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
    --controlnet PATH --control-image PICTURE --control-scale 0.75   follow edges, depth or a pose
    --image PHOTO --mask PICTURE       with a ControlNet from 2.0 on: repaint where the mask is white
    --control-hints original           the authors' and ComfyUI's way, or diffusers
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
  const { control } = options;
  const net = control && (await openControlNet(control.path, checkpoint, control.hints));
  checkComponents(checkpoint, CPU, net);
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
    const follow = control && (await readControl(options, control));
    const image =
      follow !== undefined || options.image === undefined
        ? undefined
        : await readPicture(options.image, options);
    const made = await chain.run((plan) => {
      const setup = {
        place,
        adaptable: adapters.length > 0,
        ...plan,
        ...defined({ control: control && { path: control.path, hints: control.hints } }),
      };
      if (image !== undefined) {
        const request = { ...common, image, strength: options.strength };
        return engine.call<ZImageService, 'imageToImage'>(
          ZIMAGE_SERVICE,
          'imageToImage',
          { setup, request, previews: false },
          call,
        );
      }
      const { width = 1024, height = 1024 } = follow?.image ?? defined(options);
      const request = { ...common, width, height, ...defined({ control: follow }) };
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

/** What the ControlNet follows, at the size asked for, or at the picture's own. */
async function readControl(
  options: ZImageOptions,
  { image: path, scale, mask }: ControlOptions,
): Promise<ControlPictures> {
  const image = await readPicture(path, options);
  const inpaint =
    options.image === undefined || mask === undefined
      ? undefined
      : { image: await readPicture(options.image, image), mask: await readGrey(mask, image) };
  return { image, scale, ...defined({ inpaint }) };
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
