import { message } from './message.ts';

/** What can be wrong on Discord: rights, tokens, and things that are no longer there. */
export const discordMessages = {
  'discord-token': message(
    () => 'DISCORD_TOKEN이 맞지 않아요. 개발자 포털의 Bot 화면에서 토큰을 다시 만들어 .env에 넣어 주세요.',
    () =>
      'Discord does not accept this DISCORD_TOKEN. Reset it on the Bot page of the developer portal and put it in .env.',
  ),
  'discord-refused': message<{ code: number }>(
    ({ code }) =>
      `디스코드가 연결을 거절했어요 (코드 ${code}). DISCORD_TOKEN과 DISCORD_SHARDS, 그리고 앱 설정을 확인해 주세요.`,
    ({ code }) =>
      `Discord refused the connection (code ${code}). Check DISCORD_TOKEN, DISCORD_SHARDS and the app's settings.`,
  ),
  'rights-missing': message<{ rights: readonly { readonly ko: string; readonly en: string }[] }>(
    ({ rights }) =>
      `이 채널에서는 봇에게 필요한 권한이 없어요: ${rights.map(({ ko }) => ko).join(', ')}. 서버 관리자에게 부탁하거나 다른 채널에서 해 주세요.`,
    ({ rights }) =>
      `The bot is missing permissions in this channel: ${rights.map(({ en }) => en).join(', ')}. Ask an admin of the server, or use another channel.`,
  ),
  'photo-not-a-picture': message<{ file: string }>(
    ({ file }) => `사진이 아닌 파일이에요: ${file}. JPG, PNG, WebP 사진을 올려 주세요.`,
    ({ file }) => `${file} is not an image. Send a JPG, PNG or WebP photo.`,
  ),
  'message-without-photo': message(
    () => '이 메시지에는 사진이 없어요. 사진이 있는 메시지에서 골라 주세요.',
    () => 'There is no photo in this message. Choose one that has a photo.',
  ),
  'form-gone': message(
    () => '이 양식은 너무 오래되었어요. 사진 메시지에서 다시 열어 주세요.',
    () => 'This form has expired. Open it again from the message with the photo.',
  ),
  'button-unknown': message(
    () => '이 버튼은 더 쓸 수 없어요. /ad history에서 광고를 다시 불러와 주세요.',
    () => 'This button no longer works. Open the ad again from /ad history.',
  ),
} as const;
