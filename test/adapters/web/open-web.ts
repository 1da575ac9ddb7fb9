import { join } from 'node:path';
import { inject } from 'vitest';
import { startWeb, type WebAdapter, type WebParts } from '../../../src/adapters/web/adapter.ts';
import type { ConversationDependencies } from '../../../src/conversation/conversation.ts';
import { mapsInFolder } from '../../../src/conversation/open-map.ts';
import { createPhotoStore } from '../../../src/storage/photo-store.ts';
import { type ConversationDesk, openConversation } from '../../conversation/open-conversation.ts';
import { closeDesk, type DeskOptions } from '../../jobs/desk.ts';
import { silentLog } from '../../jobs/silent.ts';

export interface WebDesk extends ConversationDesk {
  readonly web: WebAdapter;
  /** Where the page is on this machine. */
  readonly url: string;
  close(): Promise<void>;
}

export interface WebDeskOptions {
  readonly desk?: DeskOptions;
  readonly conversation?: Partial<ConversationDependencies>;
  readonly web?: Partial<WebParts>;
}

/** The page as it is served, with a quick maker behind it. */
export async function openWeb({
  desk: options,
  conversation,
  web: parts,
}: WebDeskOptions = {}): Promise<WebDesk> {
  const desk = await openConversation(options, conversation);
  const web = await startWeb({
    conversation: desk.conversation,
    jobs: desk.jobs,
    host: '127.0.0.1',
    port: 0,
    password: undefined,
    userHeader: undefined,
    publicUrl: undefined,
    proxies: ['127.0.0.1'],
    folder: join(desk.folder, 'web'),
    openMap: mapsInFolder(join(desk.folder, 'web')),
    photos: createPhotoStore(join(desk.folder, 'photos')),
    assets: join(inject('programs'), 'web'),
    locale: 'ko',
    log: silentLog,
    ...parts,
  });
  return {
    ...desk,
    web,
    url: `http://127.0.0.1:${web.port}`,
    async close() {
      await web.close();
      await closeDesk(desk);
    },
  };
}
