import type { LocalizedText } from '../../ad/locale.ts';
import { defined } from '../../collections/defined.ts';
import { EngineFailure } from '../../onnx/failure.ts';
import type { ImageEngine, Picture } from '../ports.ts';

const INSTEAD: LocalizedText = {
  ko: '그림 모델을 지금 쓸 수 없어 내장 스튜디오가 대신 그렸어요.',
  en: 'The picture model cannot be used right now, so the built-in studio made the picture.',
};

/**
 * The first engine, and the second for pictures that the first cannot make because of trouble of its own. The reply
 * says which one it was.
 *
 * @param onWarning told, in English, of each failure
 */
export function withFallback(
  first: ImageEngine,
  second: ImageEngine,
  onWarning: (text: string) => void,
): ImageEngine {
  async function either(make: (engine: ImageEngine) => Promise<Picture>): Promise<Picture> {
    try {
      return await make(first);
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      onWarning(`${error.message}. The ${second.name} engine makes this picture.`);
      const picture = await make(second);
      return { ...picture, why: [INSTEAD, ...picture.why] };
    }
  }
  return {
    name: first.name,
    model: first.model,
    lane: first.lane,
    ...defined({ bestPixels: first.bestPixels, drawsAnything: first.drawsAnything }),
    textToImage: (request, run) => either((engine) => engine.textToImage(request, run)),
    imageToImage: (request, run) => either((engine) => engine.imageToImage(request, run)),
  };
}
