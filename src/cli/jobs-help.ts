/** What `npm run jobs` can be told. */
export const HELP = {
  ko: `작업을 보고 다룹니다.

  npm run jobs -- list [--state queued|running|made|delivered|failed|cancelled] [--limit 50] [--json]
  npm run jobs -- show 7k3f9q [--json]
  npm run jobs -- retry 7k3f9q        실패했거나 취소된 작업을 다시 대기열에
  npm run jobs -- cancel 7k3f9q       대기 중이거나 만드는 중인 작업을 멈춤
  npm run jobs -- prune --older 30d   끝난 지 오래된 작업과 그 파일을 지움 (h, d, w)
  npm run jobs -- erase --person ID   한 사람의 글, 사진, 그림을 모두 지움 (플랫폼의 사용자 ID)
  npm run jobs -- migrate --to postgres://…   이 폴더의 작업을 PostgreSQL로 옮김 (봇을 끄고)`,
  en: `View and manage jobs.

  npm run jobs -- list [--state queued|running|made|delivered|failed|cancelled] [--limit 50] [--json]
  npm run jobs -- show 7k3f9q [--json]
  npm run jobs -- retry 7k3f9q        put a failed or cancelled job back in the queue
  npm run jobs -- cancel 7k3f9q       stop a waiting or running job
  npm run jobs -- prune --older 30d   delete jobs that ended long ago, with their files (h, d, w)
  npm run jobs -- erase --person ID   delete all words, photos and pictures of a person, by the platform's id
  npm run jobs -- migrate --to postgres://…   move this folder's jobs to PostgreSQL, while no bot runs`,
};
