import { duration } from './duration.ts';
import { message } from './message.ts';

/** Mistakes in talking with the bot: limits, jobs that are not there, commands that do not exist. */
export const jobMessages = {
  'erase-unfinished': message<{ erased: number; running: number }>(
    ({ erased, running }) =>
      `작업 ${erased}개를 지웠지만 ${running}개는 아직 만드는 중이에요. 멈추면 다시 실행해 주세요.`,
    ({ erased, running }) =>
      `${erased} jobs were erased, but ${running} are still being made. Run this again when they have stopped.`,
  ),
  'database-in-use': message<{ database: string }>(
    ({ database }) =>
      `이 데이터베이스로 이미 봇이 실행 중이에요: ${database}. 먼저 그 봇을 끄거나 DATABASE_URL을 바꿔 주세요.`,
    ({ database }) => `A bot is already running on ${database}. Stop it first, or set another DATABASE_URL.`,
  ),
  'already-running': message<{ folder: string }>(
    ({ folder }) =>
      `이 폴더로 이미 봇이 실행 중이에요: ${folder}. 먼저 그 봇을 끄거나 DATA_DIR을 바꿔 주세요.`,
    ({ folder }) => `A bot is already running in ${folder}. Stop it first, or set another DATA_DIR.`,
  ),
  'limit-open': message<{ scope: 'user' | 'workspace'; max: number; wait: number | undefined }>(
    ({ scope, max, wait }) =>
      `${scope === 'user' ? '' : '이 서버에서는 '}한꺼번에 ${max}개까지 맡길 수 있어요. ${
        wait === undefined ? '하나가 끝나면' : `약 ${duration(wait).ko} 뒤 하나가 끝나면`
      } 다시 보내 주세요.`,
    ({ scope, max, wait }) =>
      `You can have up to ${max} jobs waiting at once${scope === 'user' ? '' : ' here'}. Please try again when one is done${
        wait === undefined ? '' : `, in about ${duration(wait).en}`
      }.`,
  ),
  'limit-hourly': message<{ scope: 'user' | 'workspace'; max: number; wait: number }>(
    ({ scope, max, wait }) =>
      `${scope === 'user' ? '' : '이 서버에서는 '}한 시간에 ${max}개까지 만들 수 있어요. ${duration(wait).ko} 뒤에 다시 보내 주세요.`,
    ({ scope, max, wait }) =>
      `You can make up to ${max} ads an hour${scope === 'user' ? '' : ' here'}. Please try again in ${duration(wait).en}.`,
  ),
  'limit-daily': message<{ scope: 'user' | 'workspace'; max: number; wait: number }>(
    ({ scope, max, wait }) =>
      `${scope === 'user' ? '' : '이 서버에서는 '}하루에 ${max}개까지 만들 수 있어요. ${duration(wait).ko} 뒤에 다시 보내 주세요.`,
    ({ scope, max, wait }) =>
      `You can make up to ${max} ads a day${scope === 'user' ? '' : ' here'}. Please try again in ${duration(wait).en}.`,
  ),
  'job-unknown': message<{ name: string }>(
    ({ name }) => `"${name}"이라는 작업을 찾을 수 없어요. /ad history에서 번호를 확인해 주세요.`,
    ({ name }) => `There is no job "${name}". Find its ID with /ad history.`,
  ),
  'job-unfinished': message<{ job: string }>(
    ({ job }) => `아직 만드는 중이에요 (${job}). 완성되면 다시 눌러 주세요.`,
    ({ job }) => `This ad is still in progress (${job}). Try again when it is done.`,
  ),
  'job-without-pictures': message<{ job: string }>(
    ({ job }) => `완성되지 못한 작업이라 그림이 없어요 (${job}). 다시 시도를 눌러 주세요.`,
    ({ job }) => `That job did not produce a picture (${job}). Retry it first.`,
  ),
  'job-removed': message<{ job: string }>(
    ({ job }) => `삭제된 작업이에요 (${job}).`,
    ({ job }) => `That job has been deleted (${job}).`,
  ),
  'job-over': message<{ job: string }>(
    ({ job }) => `이미 끝난 작업이라 취소할 수 없어요 (${job}). 지우려면 삭제를 눌러 주세요.`,
    ({ job }) => `The job has already finished and cannot be cancelled (${job}). Delete it instead.`,
  ),
  'job-not-failed': message<{ job: string; state: string }>(
    ({ job, state }) => `실패했거나 취소된 작업만 다시 시도할 수 있어요 (${job}: ${state}).`,
    ({ job, state }) => `Only failed or cancelled jobs can be retried (${job} is ${state}).`,
  ),
  'job-damaged': message<{ job: string }>(
    ({ job }) => `저장된 내용이 손상된 작업이에요 (${job}). 같은 내용으로 다시 주문해 주세요.`,
    ({ job }) => `The stored data of this job is damaged (${job}). Please order the ad again.`,
  ),
  'job-crashed': message(
    () =>
      '이 작업을 만드는 동안 프로그램이 거듭 멈췄어요. 그래서 더 시도하지 않아요. 다른 사진이나 설명으로 다시 보내 주세요.',
    () =>
      'The program crashed again and again while making this ad, so it will not be retried. Please try another photo or description.',
  ),
  'no-such-picture': message<{ picture: number; count: number }>(
    ({ picture, count }) => `${picture}번 그림은 없어요. 1~${count}번 중에서 골라 주세요.`,
    ({ picture, count }) => `There is no picture ${picture}. Choose a number from 1 to ${count}.`,
  ),
  'no-parent': message<{ job: string }>(
    ({ job }) => `되돌릴 이전 그림이 없어요 (${job}).`,
    ({ job }) => `There is no previous picture (${job}).`,
  ),
  'not-yours': message<{ owner: string | undefined }>(
    ({ owner }) => `${owner === undefined ? '만든 사람' : owner} 님이나 관리자만 할 수 있어요.`,
    ({ owner }) => `Only ${owner ?? 'the owner'} or an admin can do that.`,
  ),
  'admins-only': message(
    () => '관리자만 바꿀 수 있어요.',
    () => 'Only an admin can change that.',
  ),
  'command-unknown': message<{ name: string; known: readonly string[] }>(
    ({ name, known }) => `"${name}"이라는 명령은 없어요. 쓸 수 있는 명령: ${known.join(', ')}`,
    ({ name, known }) => `There is no command "${name}". Available commands: ${known.join(', ')}.`,
  ),
  'option-unknown': message<{ option: string; known: readonly string[] }>(
    ({ option, known }) => `"${option}"이라는 옵션은 없어요. 쓸 수 있는 옵션: ${known.join(', ')}`,
    ({ option, known }) => `There is no option "${option}". Available options: ${known.join(', ')}.`,
  ),
  'option-missing': message<{ option: string }>(
    ({ option }) => `${option} 값이 필요해요.`,
    ({ option }) => `${option} needs a value.`,
  ),
  'option-value': message<{ option: string; value: string; expected: string }>(
    ({ option, value, expected }) => `${option}에 "${value}"은(는) 쓸 수 없어요. 쓸 수 있는 값: ${expected}`,
    ({ option, value, expected }) => `${option} cannot be "${value}". Allowed: ${expected}.`,
  ),
  'content-refused': message<{ why: { ko: string; en: string } }>(
    ({ why }) => `${why.ko} 다른 내용으로 부탁해 주세요.`,
    ({ why }) => `${why.en} Please ask for something else.`,
  ),
  'photo-host': message<{ host: string }>(
    ({ host }) => `이 주소의 사진은 받을 수 없어요: ${host}. 사진을 채팅에 직접 올려 주세요.`,
    ({ host }) => `Photos from ${host} are not accepted. Please upload the photo itself.`,
  ),
  'photo-not-fetched': message<{ file: string; reason: string }>(
    ({ file, reason }) => `사진을 받지 못했어요: ${file} (${reason}). 다시 올려 주세요.`,
    ({ file, reason }) => `The photo ${file} could not be downloaded (${reason}). Please send it again.`,
  ),
} as const;
