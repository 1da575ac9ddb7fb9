import { defineCommand } from '../src/conversation/command/define-command.ts';
import { promptText } from '../src/conversation/command/prompt-text.ts';
import { textReply } from '../src/conversation/command/text-reply.ts';

export const show = defineCommand({
  name: 'show',
  order: 4,
  ko: '보기',
  description: { ko: '지난 광고를 다시 보여줘요', en: 'Show a past ad again' },
  audience: 'everyone',
  options: {
    id: {
      kind: 'job',
      ko: '번호',
      description: {
        ko: '작업이나 그림의 번호 (예: 7k3f9q, 7k3f9q.2)',
        en: 'Job or picture ID, e.g. 7k3f9q or 7k3f9q.2',
      },
      required: true,
    },
    recipe: {
      kind: 'flag',
      ko: '레시피',
      description: {
        ko: '그림 대신 만드는 법을 보여줘요',
        en: 'Show the recipe instead of the picture',
      },
    },
    prompt: {
      kind: 'flag',
      ko: '프롬프트',
      description: {
        ko: '그림 대신 프롬프트와 그 조각을 보여줘요',
        en: 'Show the prompt and its parts instead of the picture',
      },
    },
    again: {
      kind: 'flag',
      ko: '재현',
      description: { ko: '똑같이 한 번 더 만들어요', en: 'Make exactly the same picture again' },
    },
  },
  async run({ id, recipe, prompt, again }, { jobs, member }) {
    const operation = again === true ? 'reproduce' : recipe === true || prompt === true ? 'recipe' : 'see';
    const found = await jobs.picture(id, operation);
    if (again === true) {
      const picture = found.job.pictures.findIndex(({ variant }) => variant === found.picture.variant);
      return { kind: 'job', job: await jobs.vary(found.job, { kind: 'reproduce', picture }) };
    }
    if (recipe === true) {
      const text = JSON.stringify(found.recipe, null, 2);
      const title = { ko: `${id} 그림의 레시피예요.`, en: `Recipe for ${id}.` }[member.locale];
      return { kind: 'reply', reply: textReply(member.locale, title, { text }) };
    }
    if (prompt === true) {
      const text = promptText(found.recipe.decided.brief, member.locale);
      const title = { ko: `${id} 그림의 프롬프트예요.`, en: `Prompt for ${id}.` }[member.locale];
      return { kind: 'reply', reply: textReply(member.locale, title, { text }) };
    }
    await jobs.showAgain(found.job);
    return { kind: 'job-message', job: found.job.id };
  },
});
