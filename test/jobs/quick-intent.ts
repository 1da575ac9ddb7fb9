import { loadShopData } from '../../src/app/writing/shop-data.ts';
import type { ConversationDependencies } from '../../src/conversation/conversation.ts';
import { createRuleWriter } from '../../src/writing/brief/rule-writer.ts';

/** What somebody wants who answers an ad, as the product reads it; the presets are read where it is asked. */
export function quickIntent(folder: () => string): ConversationDependencies['intentOf'] {
  return async (text, shown) => {
    const { presets } = await loadShopData(folder(), {});
    return createRuleWriter({ presets, now: () => new Date() }).intentOf(text, shown);
  };
}
