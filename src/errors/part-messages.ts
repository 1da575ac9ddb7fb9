import { message } from './message.ts';

/** Mistakes in the parts of an ad: its QR code and its menu. */
export const partMessages = {
  'qr-empty': message(
    () => 'QR 코드에 넣을 링크나 글이 비어 있어요. 예: https://naver.me/우리가게',
    () => 'The QR code is empty. Give a link or some text, such as https://example.com.',
  ),
  'qr-too-long': message<{ bytes: number; max: number }>(
    ({ bytes, max }) =>
      `QR 코드에 담기에는 글이 너무 길어요 (${bytes}바이트, ${max}까지). 짧은 링크로 바꿔 주세요.`,
    ({ bytes, max }) =>
      `That is too long for a QR code (${bytes} bytes, at most ${max}). Use a shorter link.`,
  ),
  'qr-unreadable': message(
    () => '이 크기의 그림에서는 QR 코드가 읽히지 않아요. 더 짧은 링크를 쓰거나 더 큰 비율을 골라 주세요.',
    () =>
      'A QR code with that much in it cannot be scanned at this size. Use a shorter link or a larger format.',
  ),
  'menu-row': message<{ line: number; text: string }>(
    ({ line, text }) =>
      `메뉴 ${line}행을 읽을 수 없어요: “${text}”. “이름 가격”으로 적어 주세요. 소제목은 앞에 #을 붙여요.`,
    ({ line, text }) =>
      `Line ${line} of the menu could not be read: “${text}”. Write “name price”; start a heading with #.`,
  ),
  'menu-long': message<{ line: number; max: number }>(
    ({ line, max }) => `메뉴 ${line}행이 너무 길어요. ${max}자 안으로 줄여 주세요.`,
    ({ line, max }) => `Line ${line} of the menu is too long. Keep it within ${max} characters.`,
  ),
  'menu-rows': message<{ rows: number; max: number }>(
    ({ rows, max }) => `메뉴가 ${rows}줄이에요. 한 장에는 ${max}줄까지 들어가요. 나눠서 만들어 주세요.`,
    ({ rows, max }) =>
      `The menu has ${rows} rows, but one ad has room for ${max}. Split it into several ads.`,
  ),
  'menu-empty': message(
    () => '메뉴에 가격이 있는 줄이 없어요. 한 줄에 하나씩 “이름 가격”으로 적어 주세요.',
    () => 'No line of the menu has a price. Write “name price”, one per line.',
  ),
  'menu-unreadable': message<{ file: string; problem: { ko: string; en: string } }>(
    ({ file, problem }) => `메뉴 파일을 열 수 없어요: ${file} (${problem.ko}). 경로를 확인해 주세요.`,
    ({ file, problem }) => `The menu ${file} cannot be opened (${problem.en}). Check the path.`,
  ),
} as const;
