import { isAdjustable } from '../ad/adjustment.ts';
import type { AdRequest } from '../ad/request.ts';
import type { ReplyAction, ReplyStage } from '../jobs/delivery/reply.ts';
import type { Job } from '../jobs/job/job.ts';
import { ACTION_LABELS, type Action, actionId } from './actions.ts';
import type { Vocabulary } from './command/vocabulary.ts';

/** What can be done with a job, the most wanted first. */
export function availableActions(
  job: Job,
  stage: ReplyStage,
  { styles }: Pick<Vocabulary, 'styles'>,
  adjusts = false,
): readonly ReplyAction[] {
  const offer = (action: Action, more: Partial<ReplyAction> = {}): ReplyAction => {
    const { emoji, title } = ACTION_LABELS[action.kind];
    return { id: actionId(job.id, action), label: title[job.locale], emoji, tone: 'plain', ...more };
  };
  switch (stage) {
    case 'queued':
    case 'running':
      return [offer({ kind: 'cancel' })];
    case 'failed':
    case 'cancelled':
      return [offer({ kind: 'retry' }, { tone: 'primary' }), offer({ kind: 'remove' }, { tone: 'danger' })];
    case 'done':
      return [
        offer({ kind: 'regenerate' }, { tone: 'primary' }),
        ...styles.rows.map(({ key, title }) =>
          offer({ kind: 'style', style: key }, { label: title[job.locale], group: 'style' }),
        ),
        ...(job.pictures.some(({ result }) => mayChangeDesign(result.recipe.request))
          ? [offer({ kind: 'family' })]
          : []),
        offer({ kind: 'lettering' }),
        ...(adjusts && job.pictures.some(({ result }) => isAdjustable(result.recipe))
          ? [offer({ kind: 'adjust' })]
          : []),
        offer({ kind: 'words' }),
        offer({ kind: 'parts' }),
        offer({ kind: 'sizes', picture: 0 }),
        ...(mayMove(job) ? [offer({ kind: 'motion' })] : []),
        ...job.pictures.flatMap((_, picture) =>
          (['weak', 'strong'] as const).map((strength) =>
            offer(
              { kind: 'vary', picture, strength },
              { label: varyLabel(job, picture, strength), group: 'vary' },
            ),
          ),
        ),
        ...(job.pictures.some(({ result }) => result.reasoning.length > 0) ? [offer({ kind: 'why' })] : []),
        ...(job.parent === undefined ? [] : [offer({ kind: 'undo' })]),
        offer({ kind: 'remove' }, { tone: 'danger' }),
      ];
    default:
      return [];
  }
}

/** What moves already needs no button for it, and paper stands still. */
const mayMove = ({ pictures }: Job): boolean =>
  pictures.some(({ result: { loops = [], image } }) => loops.length === 0 && !image.path.endsWith('.pdf'));

/** A picture without words, and a photo that was restyled as a whole, stay pictures. */
const mayChangeDesign = ({ lettering, use }: Pick<AdRequest, 'lettering' | 'use'>): boolean =>
  lettering && use !== 'restyle';

function varyLabel(job: Job, picture: number, strength: 'weak' | 'strong'): string {
  const number = job.pictures.length === 1 ? '' : `${picture + 1} `;
  return {
    ko: `${number}${strength === 'weak' ? '조금 바꾸기' : '많이 바꾸기'}`,
    en: `${number}${strength === 'weak' ? 'Vary a little' : 'Vary a lot'}`,
  }[job.locale];
}
