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
} as const;
