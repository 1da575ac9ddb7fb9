import type { Keywords } from '../../ad/keywords.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import type { Rows } from './compose-scene.ts';
import type { Reading } from './reading/read-request.ts';

/** What was read, as the prompt builders take it. */
export function keywordsOf(reading: Reading, { occasion }: Rows, scene: SceneBrief): Keywords {
  const { subject, scene: words } = reading;
  const { head } = subject ?? {};
  return {
    ...(subject === undefined
      ? {}
      : {
          subject: {
            text: subject.fullText,
            en: subject.en,
            ...(head?.look === undefined ? {} : { look: head.look }),
            ...(head?.group.served === undefined ? {} : { served: head.group.served }),
          },
        }),
    purpose: reading.purpose,
    ...(scene.season === undefined ? {} : { season: scene.season }),
    ...(occasion === undefined ? {} : { occasion: occasion.key }),
    mood: words.moods,
    setting: words.settings,
    materials: words.materials,
    surfaces: words.surfaces,
    ...(words.lighting === undefined ? {} : { lighting: words.lighting }),
    colours: words.colours,
    props: words.props,
    avoid: words.denied.words,
    unknown: reading.unknown,
  };
}
