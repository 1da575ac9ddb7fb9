import { defineCommand } from '../src/conversation/command/define-command.ts';
import { textReply } from '../src/conversation/command/text-reply.ts';

export const help = defineCommand({
  name: 'help',
  order: 6,
  ko: '도움말',
  description: { ko: '무엇을 할 수 있는지 보여줘요', en: 'Show what this bot can do' },
  audience: 'asker',
  options: {},
  async run(_values, { commands, member }) {
    const { locale } = member;
    const entries = commands.map((command) => ({
      title: `/ad ${command.name}`,
      text: command.description[locale],
    }));
    const title = { ko: '광고를 만들어 드려요.', en: 'This bot makes ads.' }[locale];
    const text = {
      ko: [
        '예: /ad make 카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기',
        '완성된 그림에 반응을 달면: 🔁 다시 · 🎨 다른 스타일 · 🔡 글자 다시 · 📐 모든 크기 · 1️⃣–4️⃣ 비슷하게 · ❌ 취소나 삭제',
      ],
      en: [
        'Example: /ad make cafe, new strawberry latte, warm and cosy',
        'React to a finished picture: 🔁 make another · 🎨 another style · 🔡 new text layout · 📐 all sizes · 1️⃣–4️⃣ a variation · ❌ cancel or delete',
      ],
    }[locale].join('\n');
    return { kind: 'reply', reply: textReply(locale, title, { text, entries }) };
  },
});
