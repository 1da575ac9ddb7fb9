import { loadShopData } from '../../src/app/writing/shop-data.ts';
import type { ConversationDependencies } from '../../src/conversation/conversation.ts';
import { createRuleWriter, type RuleWriter } from '../../src/writing/brief/rule-writer.ts';

/** What somebody wants who answers an ad, as the product reads it; the presets are read where it is first asked. */
export function quickIntent(folder: () => string): ConversationDependencies['intentOf'] {
  let rules: Promise<RuleWriter> | undefined;
  const read = async (): Promise<RuleWriter> => {
    const { presets } = await loadShopData(folder(), {});
    return createRuleWriter({ presets, now: () => new Date() });
  };
  return async (text, shown) => {
    rules ??= read();
    return (await rules).intentOf(text, shown);
  };
}
