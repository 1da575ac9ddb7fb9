import { message } from './message.ts';

/** Why an answer could not stand where it was asked for. */
export const CLOSED_BECAUSE = [
  'absent',
  'rights',
  'restricted',
  'archived',
  'locked',
  'gone',
  'blocked',
  'refused',
] as const;

export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

/** Why, and what its people can do about it. */
interface Explained {
  readonly why: { readonly ko: string; readonly en: string };
  readonly cure: { readonly ko: string; readonly en: string };
}

/** In words, for the sentences below. */
export const CLOSED: { readonly [closed in ClosedBecause]: Explained } = {
  absent: {
    why: { ko: '그 채널에 제가 없어서', en: 'I am not in that channel' },
    cure: {
      ko: '채널에서 /invite 로 저를 초대해 주세요. 그러면 다음부터는 그곳에 올려요.',
      en: 'Invite me with /invite and I will post the next one there.',
    },
  },
  rights: {
    why: { ko: '그곳에는 제가 글을 올릴 권한이 없어서', en: 'I may not post there' },
    cure: {
      ko: '관리자에게 봇의 채널 보기, 메시지 보내기, 파일 첨부 권한을 부탁해 주세요.',
      en: 'Ask an admin to give the bot View Channel, Send Messages and Attach Files.',
    },
  },
  restricted: {
    why: { ko: '그곳에는 정해진 사람만 글을 쓸 수 있어서', en: 'Only some people may post there' },
    cure: {
      ko: '관리자에게 저도 쓸 수 있게 해 달라고 부탁해 주세요.',
      en: 'Ask an admin to let me post, too.',
    },
  },
  archived: {
    why: { ko: '그곳이 보관되어 있어서', en: 'That place is archived' },
    cure: {
      ko: '보관을 풀면 다음부터는 그곳에 올려요.',
      en: 'Once it is unarchived I will post the next one there.',
    },
  },
  locked: {
    why: { ko: '그 스레드가 잠겨 있어서', en: 'That thread is locked' },
    cure: {
      ko: '잠금을 풀면 다음부터는 그곳에 올려요.',
      en: 'Once it is unlocked I will post the next one there.',
    },
  },
  gone: {
    why: {
      ko: '그곳이 없어졌거나 제가 더는 들어갈 수 없어서',
      en: 'That place is gone, or I can no longer reach it',
    },
    cure: { ko: '', en: '' },
  },
  blocked: {
    why: {
      ko: '그곳의 안전 설정(AutoMod 등)이 제 글을 막아서',
      en: 'Safety settings there (such as AutoMod) block my messages',
    },
    cure: {
      ko: '관리자에게 저를 예외로 두어 달라고 부탁해 주세요.',
      en: 'Ask an admin to make an exception for me.',
    },
  },
  refused: {
    why: { ko: '그곳에서 글을 받아 주지 않아서', en: 'My message was not accepted there' },
    cure: { ko: '', en: '' },
  },
};

/** What is said where an answer goes to its owner directly, since the place where it was asked for takes none. */
export const movedMessages = {
  'answer-moved': message<Explained>(
    ({ why, cure }) => `${why.ko} 여기로 보냈어요. ${cure.ko}`.trim(),
    ({ why, cure }) => `${why.en}, so I sent this here. ${cure.en}`.trim(),
  ),
  'answer-moves': message<Explained>(
    ({ why, cure }) => `${why.ko} 이번 광고는 다이렉트 메시지로 보낼게요. ${cure.ko}`.trim(),
    ({ why, cure }) => `${why.en}, so this ad will come to you as a direct message. ${cure.en}`.trim(),
  ),
} as const;
