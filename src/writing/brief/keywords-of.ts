import type { Keywords, SubjectWords } from '../../ad/keywords.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { TermKind } from '../../presets/lexicon.ts';
import type { Reading } from '../reading/read-request.ts';
import type { Subject } from '../reading/subject.ts';
import type { MatchedPresets } from './compose-scene.ts';

/** What was read, as the prompt builders take it. */
export function keywordsOf(reading: Reading, { occasion }: MatchedPresets, scene: SceneBrief): Keywords {
  const { subject, scene: words } = reading;
  const tasted = subject?.kind !== undefined && TASTED.has(subject.kind);
  return {
    ...defined({
      subject: subject === undefined ? undefined : subjectWords(subject, tasted ? words.tastes : []),
    }),
    purpose: reading.occasionKind,
    ...defined({ season: scene.season, occasion: occasion?.key }),
    mood: tasted ? words.moods : [...words.moods, ...words.tastes],
    setting: words.settings,
    materials: words.materials,
    surfaces: words.surfaces,
    ...defined({ lighting: words.lighting }),
    colours: words.colours,
    props: words.props,
    avoid: words.denied.words,
    unknown: reading.unknown,
  };
}

/** Things that '바삭한' or '촉촉한' describe; of others such words tell the mood. */
const TASTED: ReadonlySet<TermKind> = new Set(['food', 'drink', 'ingredient', 'cosmetic']);

/** The subject with what was said of its taste: 'crisp salt bread roll'. */
function subjectWords(subject: Subject, tastes: readonly string[]): SubjectWords {
  const said = tastes.filter((taste) => !subject.en.includes(taste));
  return {
    text: subject.fullText,
    en: [...said, subject.en].join(' '),
    ...defined({ look: subject.look, served: subject.served }),
    service: subject.kind === 'service',
  };
}
