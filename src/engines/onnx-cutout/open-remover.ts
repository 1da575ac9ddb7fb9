import type { LocalizedText } from '../../ad/locale.ts';
import type { BackgroundRemover } from '../ports.ts';
import type { CutoutModel } from './cutout-model.ts';
import { createModelRemover, type ModelRemoverOptions } from './model-remover.ts';

export interface RemoverParts extends Pick<ModelRemoverOptions, 'process' | 'render' | 'onWarning'> {
  /** Cuts out by rules, where no model can. */
  readonly rules: BackgroundRemover;
}

/**
 * The remover that asks the first of the models, the next where that one cannot be used, and then the rules. Whatever
 * takes over says so among its reasons.
 *
 * @throws UserError `cutout-model-unknown` for a file whose name tells no kind of model
 */
export function openRemover(
  models: readonly CutoutModel[],
  { rules, ...parts }: RemoverParts,
): BackgroundRemover {
  return models.reduceRight<BackgroundRemover>(
    (fallback, model) => createModelRemover({ ...parts, model, fallback }),
    models.length === 0 ? sayingSo(rules) : rules,
  );
}

const NO_MODEL: LocalizedText = {
  ko: '오려내기 모델 파일이 없어 모델 없이 오려 냈어요. `npm ci`로 다시 설치하면 생겨요.',
  en: 'The cut-out model is not installed, so the product was cut out without one. `npm ci` installs it.',
};

const sayingSo = (rules: BackgroundRemover): BackgroundRemover => ({
  ...rules,
  async remove(photo, run, wish) {
    const cutout = await rules.remove(photo, run, wish);
    // What came cut out needs no model.
    return cutout.whole === true ? cutout : { ...cutout, why: [NO_MODEL, ...cutout.why] };
  },
});
