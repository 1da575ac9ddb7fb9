import { message } from './message.ts';

/** What can be wrong with the page: its port, and who could reach it. */
export const webMessages = {
  'web-port': message<{ port: number }>(
    ({ port }) =>
      `웹 페이지를 열 수 없어요: 포트 ${port}이(가) 이미 쓰이거나 WEB_HOST가 이 컴퓨터의 주소가 아니에요. WEB_PORT나 WEB_HOST를 바꿔 주세요.`,
    ({ port }) =>
      `The web page cannot be served: port ${port} is already in use, or WEB_HOST is no address of this computer. Set another WEB_PORT or WEB_HOST.`,
  ),
  'web-open': message<{ host: string }>(
    ({ host }) =>
      `WEB_HOST=${host}(으)로는 다른 컴퓨터에서도 들어올 수 있어요. WEB_PASSWORD를 정하거나, 로그인한 사람을 헤더로 알려 주는 프록시 뒤에 두고 WEB_USER_HEADER를 정해 주세요.`,
    ({ host }) =>
      `With WEB_HOST=${host} other computers can reach the page. Set WEB_PASSWORD, or put it behind a reverse proxy that says who signed in and name that header in WEB_USER_HEADER.`,
  ),
  'not-adjustable': message<Record<never, never>>(
    () =>
      '이 그림은 여기에서 고칠 수 없어요. 여러 쪽짜리, 글자 없는 그림, QR·메뉴가 장면 위에 놓인 그림은 문구 바꾸기나 다시 만들기를 써 주세요.',
    () =>
      'This ad cannot be adjusted here. For sets of pages, pictures without words, and scenes with a menu or a QR code, use Edit text or Again.',
  ),
  'adjust-no-room': message<Record<never, never>>(
    () => '이 문구가 모두 들어가는 디자인이 없어요. 문구를 줄이거나 올릴 곳을 바꿔 주세요.',
    () => 'No design has room for all of this text. Shorten it, or choose another place.',
  ),
  'adjust-scene': message<Record<never, never>>(
    () => '장면 광고는 배경을 다시 그리지 않고는 디자인·색·올릴 곳을 바꿀 수 없어요.',
    () => 'The design, colours and place of a scene cannot be changed without drawing its background anew.',
  ),
  'adjust-place': message<{ name: string }>(
    ({ name }) => `${name}에는 글자나 제품을 옮길 자리가 없어요. 다른 곳을 골라 주세요.`,
    ({ name }) => `In ${name} nothing can be moved. Choose another place.`,
  ),
  'adjust-unreachable': message<Record<never, never>>(
    () => '직접 옮기는 페이지가 아직 열려 있지 않아요. 운영자가 WEB=on과 WEB_URL을 정하면 쓸 수 있어요.',
    () =>
      'The page for moving things is not open. It is once whoever runs this bot has set WEB=on and WEB_URL.',
  ),
} as const;
