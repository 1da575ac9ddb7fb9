import { defined } from '../../../collections/defined.ts';
import type { Delivered, Delivery } from '../../../jobs/delivery/delivery.ts';
import { readAddress } from '../address.ts';
import { messageIdOf } from '../message-id.ts';
import { renderReply } from '../render-reply.ts';
import type { Transcripts } from '../transcript.ts';
import type { Streams } from './streams.ts';

export interface WebDeliveryParts {
  readonly transcripts: Transcripts;
  readonly streams: Streams;
}

/** Least milliseconds between two pictures of progress on a page. */
const PACE = 250;

/**
 * Shows jobs on people's pages. A message has arrived when it is written down: whoever is not there finds it, and a page
 * that is open is told.
 */
export function webDelivery({ transcripts, streams }: WebDeliveryParts): Delivery {
  return {
    platform: 'web',
    editRate: { interval: PACE },
    placeOnly: (address) => address,
    async show({ key, job, address }, reply, { live, signal }): Promise<Delivered> {
      const { person } = readAddress(address);
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
      if (streams.listens(person)) {
        const html = await renderReply(reply, { id, ...defined({ reactions }) });
        streams.send(person, { event: 'message', n, id, html });
      }
      return { messageId: messageIdOf(person, id) };
    },
  };
}
