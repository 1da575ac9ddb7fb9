import { message } from './message.ts';

/** Why a platform does not take a finished ad, where that is mended, and how; `code` is the platform's own word for it. */
export const deliveryMessages = {
  'delivery-storage': message<{ code: string }>(
    ({ code }) =>
      `슬랙 워크스페이스의 파일 저장 공간이 가득 찼어요 (${code}). 워크스페이스 관리자가 오래된 파일을 지우거나 요금제를 올려야 해요.`,
    ({ code }) =>
      `This Slack workspace has no file storage left (${code}). A workspace admin has to delete old files or upgrade the plan.`,
  ),
  'delivery-uploads-off': message<{ code: string }>(
    ({ code }) =>
      `여기서는 파일을 올리지 못하게 막아 두었어요 (${code}). 관리자가 설정의 파일 업로드 항목에서 허용해 주어야 해요.`,
    ({ code }) =>
      `File uploads are turned off here (${code}). An admin has to allow them under file uploads in the settings.`,
  ),
  'delivery-upload': message<{ code: string }>(
    ({ code }) =>
      `그림 파일을 여러 번 올렸지만 받아 주지 않았어요 (${code}). 잠시 뒤 다시 시도하고, 계속되면 봇 운영자에게 알려 주세요.`,
    ({ code }) =>
      `The picture was uploaded several times and not accepted (${code}). Try again later, and tell whoever runs the bot if it goes on.`,
  ),
  'delivery-scope': message<{ code: string }>(
    ({ code }) =>
      `슬랙 앱에 필요한 권한이 없어요 (${code}). 봇 운영자가 앱 설정의 OAuth & Permissions에서 권한(files:write 등)을 더하고 앱을 다시 설치해야 해요.`,
    ({ code }) =>
      `The Slack app lacks a permission (${code}). Whoever runs the bot has to add it (such as files:write) under OAuth & Permissions and reinstall the app.`,
  ),
  'delivery-keys': message<{ code: string }>(
    ({ code }) =>
      `조직에서 암호화 키를 막아 두어 슬랙이 받지 않아요 (${code}). 조직의 보안 관리자가 Enterprise Key Management에서 풀어 주어야 해요.`,
    ({ code }) =>
      `Your organisation has suspended its encryption keys (${code}). Its security admin has to restore access in Enterprise Key Management.`,
  ),
  'delivery-workspace': message<{ code: string }>(
    ({ code }) =>
      `이 워크스페이스에서는 앱을 쓸 수 없게 되어 있어요 (${code}). 조직 관리자가 앱 관리 화면에서 이 워크스페이스에 앱을 승인해 주어야 해요.`,
    ({ code }) =>
      `The app has no access to this workspace (${code}). An organisation admin has to approve it for the workspace under app management.`,
  ),
  'delivery-token': message<{ code: string }>(
    ({ code }) =>
      `봇의 토큰을 더 쓸 수 없어요 (${code}). 봇 운영자가 앱을 다시 설치하고 새 토큰을 .env에 넣어야 해요.`,
    ({ code }) =>
      `The bot's token no longer works (${code}). Whoever runs the bot has to reinstall the app and put the new token in .env.`,
  ),
  'delivery-closed': message<{ code: string }>(
    ({ code }) =>
      `그 채널에도, 다이렉트 메시지로도 글을 보낼 수 없었어요 (${code}). 채널에 봇을 초대하거나 봇의 다이렉트 메시지를 허용해 주세요.`,
    ({ code }) =>
      `Neither that channel nor your direct messages took a message (${code}). Invite the bot to the channel, or allow direct messages from it.`,
  ),
  'delivery-sharing': message<{ code: string }>(
    ({ code }) =>
      `다른 회사와 함께 쓰는 채널이라 파일을 나눌 수 없어요 (${code}). 두 조직의 관리자가 Slack Connect 파일 공유를 허용하거나, 다른 채널에서 해 주세요.`,
    ({ code }) =>
      `This channel is shared with another company and takes no files (${code}). Admins of both have to allow file sharing in Slack Connect, or use another channel.`,
  ),
  'delivery-too-large': message<{ code: string }>(
    ({ code }) =>
      `그림을 줄여도 여기서 받는 파일 크기를 넘어요 (${code}). 관리자에게 업로드 한도를 올려 달라고 하거나 다른 채널에서 해 주세요.`,
    ({ code }) =>
      `Even made smaller, the picture exceeds the size allowed here (${code}). Ask an admin to raise the upload limit, or use another channel.`,
  ),
  'delivery-blocked': message<{ code: string }>(
    ({ code }) =>
      `봇의 글이 여기서 막혔어요 (${code}). 서버 관리자가 안전 설정이나 AutoMod에서 봇을 예외로 두거나, 봇 운영자가 개발자 포털의 알림을 확인해야 해요.`,
    ({ code }) =>
      `The bot's messages are blocked here (${code}). A server admin has to exempt it under safety settings or AutoMod, or whoever runs the bot has to look at the developer portal.`,
  ),
  'delivery-unknown': message<{ code: string }>(
    ({ code }) => `여러 번 보냈지만 받아 주지 않았어요 (${code}). 봇 운영자에게 이 코드를 알려 주세요.`,
    ({ code }) =>
      `It was sent several times and not accepted (${code}). Tell whoever runs the bot this code.`,
  ),
} as const;
