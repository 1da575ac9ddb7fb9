import type { AdRequest, PhotoRef } from '../../../../src/ad/request.ts';
import type { AdResult } from '../../../../src/ad/result.ts';
import { openConversation } from '../../../conversation/open-conversation.ts';
import { requestOf } from '../../../engines/offline/write.ts';
import type { Outcome, Target } from '../../input.ts';
import { openSmallStudio } from '../../small-studio.ts';

/** What people call the file. */
const NAME = 'photo';

/** One in so many photos that were taken becomes an ad. */
const SAMPLED = 8;

/**
 * Photos by both of their ways in, a chat's and a file's, and on: those that were taken are decoded for an ad, and of
 * some an ad is made, with the photo as its product, as what is restyled, or as the shop's logo.
 */
export async function openPhotoTarget(): Promise<Target> {
  const studio = await openSmallStudio();
  const talk = await openConversation({ parts: { photos: studio.photos } });
  // A first ad loads the threads' code.
  const plain = requestOf('카페 신메뉴 딸기라떼');
  await studio.maker.make(plain);
  return {
    async take({ way, bytes }, at) {
      at('chat');
      const [kept] = await talk.conversation.keepPhotos([{ bytes: async () => bytes, name: NAME }]);
      at('file');
      const [ref] = await studio.photos.acceptAll([{ bytes, name: NAME }]);
      if (ref === undefined || kept === undefined) throw new Error('A photo was neither kept nor refused');
      const taken: Outcome = {
        result: `taken ${ref.sha256 === kept.sha256 ? 'as it is' : 'anew'}`,
        said: [],
        faults: [],
      };
      if (way === 'photo' && Number.parseInt(ref.sha256.slice(0, 2), 16) % SAMPLED !== 0) return taken;
      return {
        ...taken,
        async later() {
          at('ad');
          return outcomeOf(await studio.maker.make(requestWith(way, ref, plain)), taken.result);
        },
      };
    },
    close: () => studio.close(),
  };
}

function requestWith(way: string, photo: PhotoRef, plain: AdRequest): AdRequest {
  if (way === 'logo') return { ...plain, brand: { shopName: '봄봄', logo: photo } };
  return { ...plain, photos: [photo], use: photo.sha256.endsWith('0') ? 'restyle' : 'composite' };
}

export function outcomeOf({ reasoning, warnings, layout }: AdResult, before: string): Outcome {
  const said = [...reasoning, ...warnings].flatMap(({ ko, en }) => [ko, en]);
  return {
    result: `${before} ${layout.product?.kind ?? ''} ${layout.text?.blocks.length ?? 0}`,
    said: said.map((text) => ({ text, error: false })),
    faults: [],
  };
}
