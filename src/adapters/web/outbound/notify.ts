import type { Reply } from '../../../jobs/delivery/reply.ts';
import { renderNotice, renderSaid } from '../render-reply.ts';
import { type Notice, type Said, saidKey, type Transcripts } from '../transcript.ts';
import type { Streams } from './streams.ts';

export interface NotifyParts {
  readonly transcripts: Transcripts;
  readonly streams: Streams;
}

/** Says something that shows no job. @param key of the event that it answers: it is answered once */
export async function notify(
  reply: Reply,
  { key, person }: { readonly key: string; readonly person: string },
  { transcripts, streams }: NotifyParts,
): Promise<void> {
  const transcript = await transcripts.of(person);
  const { n, id } = await transcript.write({ key: `notice:${key}`, notice: noticeOf(reply) });
  streams.send(person, { event: 'message', n, id, html: await renderNotice(noticeOf(reply), id) });
}

/** Shows what somebody has said on all pages of theirs. */
export async function echo(
  said: Said,
  { key, person }: { readonly key: string; readonly person: string },
  { transcripts, streams }: NotifyParts,
): Promise<void> {
  const transcript = await transcripts.of(person);
  if (transcript.byKey(saidKey(key)) !== undefined) return;
  const { n, id } = await transcript.write({
    key: saidKey(key),
    said,
  });
  streams.send(person, { event: 'message', n, id, html: await renderSaid(said, id) });
}

/** As much of an answer as is kept: one without pictures has nothing else. */
function noticeOf({ locale, title, text, job, reasoning, warnings, entries }: Reply): Notice {
  return {
    locale,
    title,
    ...(text === undefined ? {} : { text }),
    ...(job === undefined ? {} : { job }),
    long: [...(reasoning?.long ?? []), ...warnings],
    entries: entries.map(({ title: name, text: more, job: id }) => ({
      title: name,
      text: more,
      ...(id === undefined ? {} : { job: id }),
    })),
  };
}
