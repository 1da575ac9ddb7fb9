import type { LocalizedText } from '../../ad/locale.ts';

/** By what the thing that stands in the picture was chosen: the owner's own word, or the kind of shop. */
interface ChosenBy {
  readonly word?: string;
  readonly trade?: LocalizedText;
}

/** Of a photo that was sent. */
export const OWN_PHOTO: LocalizedText = {
  ko: '그림에는 보내 주신 사진을 썼어요.',
  en: 'The picture shows the photo that you sent.',
};

/** Of words alone. */
export const WORDS_ALONE: LocalizedText = {
  ko: '이 내용을 틀림없이 나타내는 그림이 없어서 글자로만 꾸몄어요. 사진을 보내 주시면 넣어 드려요.',
  en: 'No picture is sure to show this, so the words stand alone. Send a photo and it is put in.',
};

/** Why models of the studio's or icons stand in the picture. */
export const shownReason = ({ word, trade }: ChosenBy): LocalizedText =>
  word === undefined && trade !== undefined
    ? {
        ko: `사진이 없어서 ${trade.ko} 하면 떠오르는 3D 그림을 세웠어요.`,
        en: `There is no photo, so a 3D picture that stands for ${trade.en} is shown.`,
      }
    : {
        ko: `사진이 없어서 “${word ?? ''}”에 맞는 3D 그림을 세웠어요.`,
        en: `There is no photo, so a 3D picture for “${word ?? ''}” is shown.`,
      };
