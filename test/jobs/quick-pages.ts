import { loadShopData } from '../../src/app/writing/shop-data.ts';
import type { ConversationDependencies } from '../../src/conversation/conversation.ts';
import { createPromptWriter } from '../../src/engines/offline/prompt-writer.ts';
import { pagedRequests } from '../../src/workflow/plans/paged-requests.ts';
import { smallVocabulary } from '../conversation/command/small-vocabulary.ts';

/** The requests of a set as the product parts them; the presets are read where pages are asked for. */
export function quickPages(folder: () => string): ConversationDependencies['pagesOf'] {
  return (request, asked) =>
    pagedRequests(
      {
        draft: async (whole) => {
          const { presets } = await loadShopData(folder(), {});
          const writer = createPromptWriter({ presets, now: () => new Date() });
          return writer.write(whole, { signal: new AbortController().signal });
        },
      },
      request,
      asked,
      smallVocabulary.requestRules,
    );
}
