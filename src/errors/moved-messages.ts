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

const KOREAN: { readonly [why in ClosedBecause]: readonly [cause: string, cure: string] } = {
  absent: [
    '그 채널에 제가 없어서',
    '채널에서 /invite 로 저를 초대해 주세요. 그러면 다음부터는 그곳에 올려요.',
  ],
  rights: [
    '그곳에는 제가 글을 올릴 권한이 없어서',
    '관리자에게 봇의 채널 보기, 메시지 보내기, 파일 첨부 권한을 부탁해 주세요.',
  ],
  restricted: [
    '그곳에는 정해진 사람만 글을 쓸 수 있어서',
    '관리자에게 저도 쓸 수 있게 해 달라고 부탁해 주세요.',
  ],
  archived: ['그곳이 보관되어 있어서', '보관을 풀면 다음부터는 그곳에 올려요.'],
  locked: ['그 스레드가 잠겨 있어서', '잠금을 풀면 다음부터는 그곳에 올려요.'],
  gone: ['그곳이 없어졌거나 제가 더는 들어갈 수 없어서', ''],
  blocked: [
    '그곳의 안전 설정(AutoMod 등)이 제 글을 막아서',
    '관리자에게 저를 예외로 두어 달라고 부탁해 주세요.',
  ],
  refused: ['그곳에서 글을 받아 주지 않아서', ''],
};

const ENGLISH: { readonly [why in ClosedBecause]: readonly [cause: string, cure: string] } = {
  absent: ['I am not in that channel', 'Invite me with /invite and I will post the next one there.'],
  rights: [
    'I may not post there',
    'Ask an admin to give the bot View Channel, Send Messages and Attach Files.',
  ],
  restricted: ['Only some people may post there', 'Ask an admin to let me post, too.'],
  archived: ['That place is archived', 'Once it is unarchived I will post the next one there.'],
  locked: ['That thread is locked', 'Once it is unlocked I will post the next one there.'],
  gone: ['That place is gone, or I can no longer reach it', ''],
  blocked: [
    'Safety settings there (such as AutoMod) block my messages',
    'Ask an admin to make an exception for me.',
  ],
  refused: ['My message was not accepted there', ''],
};

/** What is said where an answer goes to its owner directly, since the place where it was asked for takes none. */
export const movedMessages = {
  'answer-moved': message<{ why: ClosedBecause }>(
    ({ why }) => `${KOREAN[why][0]} 여기로 보냈어요. ${KOREAN[why][1]}`.trim(),
    ({ why }) => `${ENGLISH[why][0]}, so I sent this here. ${ENGLISH[why][1]}`.trim(),
  ),
  'answer-moves': message<{ why: ClosedBecause }>(
    ({ why }) => `${KOREAN[why][0]} 이번 광고는 다이렉트 메시지로 보낼게요. ${KOREAN[why][1]}`.trim(),
    ({ why }) =>
      `${ENGLISH[why][0]}, so this ad will come to you as a direct message. ${ENGLISH[why][1]}`.trim(),
  ),
} as const;
