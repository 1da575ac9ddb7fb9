import { defined } from '../../../collections/defined.ts';
import type { Delivered, Delivery } from '../../../jobs/delivery/delivery.ts';
import type { Jobs } from '../../../jobs/jobs.ts';
import { readAddress } from '../address.ts';
import { messageIdOf } from '../message-id.ts';
import { renderReply, renderSaid } from '../render-reply.ts';
import { saidKey, type Transcript, type Transcripts } from '../transcript.ts';
import type { Streams } from './streams.ts';

export interface WebDeliveryParts {
  readonly transcripts: Transcripts;
  readonly streams: Streams;
  readonly jobs: Pick<Jobs, 'lookup'>;
}

/** Least milliseconds between two pictures of progress on a page. */
const PACE = 250;

/**
 * Shows jobs on people's pages. A message has arrived when it is written down: whoever is not there finds it, and a page
 * that is open is told.
 */
export function webDelivery({ transcripts, streams, jobs }: WebDeliveryParts): Delivery {
  /** Takes the words away that a deleted ad was ordered with. */
  const eraseOrder = async (job: string, transcript: Transcript, person: string): Promise<void> => {
    const key = saidKey((await jobs.lookup.job(job)).key);
    const said = transcript.byKey(key);
    await transcript.erase(key);
    if (said?.said === undefined) return;
    const html = await renderSaid({ text: '', photos: [] }, said.id);
    streams.send(person, { event: 'message', n: transcript.last, id: said.id, html });
  };
  return {
    platform: 'web',
    editRate: { interval: PACE },
    placeOnly: (address) => address,
    async show({ key, job, address }, reply, { live, signal }): Promise<Delivered> {
      const { person, quiet } = readAddress(address);
      if (quiet === true) return { messageId: `${person}.${job}` };
      const transcript = await transcripts.of(person);
      const known = transcript.byKey(key);
      if (live && known !== undefined) {
        // How it gets on is for those who watch.
        if (streams.listens(person)) {
          const html = await renderReply(reply, { id: known.id, reactions: known.reactions });
          streams.send(person, { event: 'progress', id: known.id, html });
        }
        return { messageId: messageIdOf(person, known.id) };
      }
      signal.throwIfAborted();
      const { n, id, reactions } = await transcript.write({ key, job });
      if (reply.stage === 'removed') await eraseOrder(job, transcript, person);
      if (streams.listens(person)) {
        const html = await renderReply(reply, { id, ...defined({ reactions }) });
        streams.send(person, { event: 'message', n, id, html });
      }
      return { messageId: messageIdOf(person, id) };
    },
  };
}
