import { message } from './message.ts';

/** What can be wrong in Slack: rights, forms that are too old. */
export const slackMessages = {
  'slack-token': message(
    () =>
      'SLACK_BOT_TOKEN이 맞지 않아요. 앱 설정의 OAuth & Permissions에서 앱을 다시 설치하고 xoxb- 토큰을 .env에 넣어 주세요.',
    () =>
      'Slack does not accept this SLACK_BOT_TOKEN. Reinstall the app under OAuth & Permissions and put its xoxb- token in .env.',
  ),
  'slack-app-token': message(
    () =>
      'SLACK_APP_TOKEN이 맞지 않아요. 앱 설정의 Basic Information에서 connections:write 권한으로 xapp- 토큰을 만들어 .env에 넣어 주세요.',
    () =>
      'Slack does not accept this SLACK_APP_TOKEN. Create an xapp- token with connections:write under Basic Information and put it in .env.',
  ),
  'slack-port': message<{ port: number }>(
    ({ port }) => `슬랙 요청을 받을 포트 ${port}이(가) 이미 쓰이고 있어요. PORT를 바꿔 주세요.`,
    ({ port }) => `Port ${port}, which receives Slack's requests, is already in use. Set another PORT.`,
  ),
  'slack-message-stale': message(
    () => '남아 있던 지난 메시지라서 지웠어요. 이 광고는 다른 메시지에서 보여 드리고 있어요.',
    () => 'That message was out of date, so I removed it. Another message shows this ad.',
  ),
  'slack-photo-closed': message<{ file: string }>(
    ({ file }) =>
      `슬랙이 사진 대신 로그인 화면을 보냈어요: ${file}. 앱에 files:read 권한이 있는지 보고, 앱을 다시 설치해 주세요. 제가 없는 채널의 사진이면 저를 초대하거나 다이렉트 메시지로 보내 주세요.`,
    ({ file }) =>
      `Slack sent a sign-in page instead of ${file}. Check that the app has the files:read permission and reinstall it. If the photo is in a channel I am not in, invite me or send it as a direct message.`,
  ),
  'slack-photo-gone': message<{ file: string }>(
    ({ file }) =>
      `슬랙에서 이 사진을 볼 수 없어요: ${file}. 지워졌거나 제가 볼 수 없는 곳에 있어요. 다시 올려 주세요.`,
    ({ file }) =>
      `I cannot see the photo ${file} on Slack: it was deleted, or it is somewhere I have no access to. Please send it again.`,
  ),
  'slack-form-late': message(
    () => '양식을 여는 데 시간이 너무 걸렸어요. 한 번 더 눌러 주세요.',
    () => 'It took too long to open the form. Please try once more.',
  ),
} as const;
