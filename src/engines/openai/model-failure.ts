import type { LocalizedText } from '../../ad/locale.ts';
import type { Usage } from './ledger.ts';

/** Why a model's answer could not be had. */
export type FailureReason =
  | 'slow'
  | 'busy'
  | 'unreachable'
  | 'refused'
  | 'unusable'
  | 'unauthorised'
  | 'budget'
  | 'resting';

/** What the report says of each: nothing that the server sent, since it may quote the person or a key. */
const REASONS: { readonly [reason in FailureReason]: LocalizedText } = {
  slow: { ko: '모델이 제때 답하지 않았어요', en: 'the model did not answer in time' },
  busy: { ko: '모델 서버가 바빠요', en: 'the model server is busy' },
  unreachable: { ko: '모델 서버에 닿지 못했어요', en: 'the model server could not be reached' },
  refused: { ko: '모델이 답하기를 거절했어요', en: 'the model refused to answer' },
  unusable: { ko: '모델의 답을 쓸 수 없었어요', en: "the model's answer could not be used" },
  unauthorised: { ko: '모델 키가 받아들여지지 않았어요', en: 'the model server did not accept the key' },
  budget: { ko: '오늘 쓸 모델 예산을 다 썼어요', en: "today's model budget is used up" },
  resting: {
    ko: '모델 서버가 여러 번 실패해 잠시 쉬고 있어요',
    en: 'the model server has failed repeatedly, so it is not asked for a while',
  },
};

/** A call to a model that gave nothing usable: the caller goes on without the model. */
export class ModelFailure extends Error {
  readonly reason: FailureReason;
  /** What the attempts took all the same; absent where none was answered. */
  usage?: Usage;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(REASONS[reason].en, options);
    this.name = 'ModelFailure';
    this.reason = reason;
  }

  get text(): LocalizedText {
    return REASONS[this.reason];
  }
}
