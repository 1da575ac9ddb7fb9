import type { LocalizedText } from '../../ad/locale.ts';
import type { UserError } from '../../errors/user-error.ts';
import type { Reply } from './reply.ts';

const KEPT: LocalizedText = {
  ko: '광고는 다 만들었는데, 여기에 올리지 못했어요.',
  en: 'Your ad is made, but it could not be posted.',
};

const COMING: LocalizedText = {
  ko: '그림은 그대로 보관하고 있어요. 고친 뒤 저에게 아무 말이나 걸면 바로 보여 드려요.',
  en: 'The picture is kept. Once that is mended, say anything to me and I will show it at once.',
};

const UPLOADING: LocalizedText = {
  ko: '다 만들었어요. 그림을 올리고 있어요…',
  en: 'It is made. The picture is being uploaded…',
};

/** What a finished ad's message says while its pictures cannot be shown until somebody mends that. */
export function keptReply(reply: Reply, explanation: UserError): Reply {
  const { locale } = reply;
  const why = [explanation.in(locale), COMING[locale]].join('\n');
  if (reply.pictures.length === 0)
    return { ...withoutPictures(reply), text: [reply.text, why].filter(Boolean).join('\n') };
  return { ...withoutPictures(reply), title: KEPT[locale], text: why };
}

/** What it says while its pictures are on their way, which takes longer than a moment. */
export function uploadingReply(reply: Reply): Reply {
  return { ...withoutPictures(reply), title: UPLOADING[reply.locale] };
}

function withoutPictures({ choice: _choice, ...reply }: Reply): Reply {
  return { ...reply, pictures: [] };
}
