import { describe, expect, it } from 'vitest';
import type { StoredMessage } from '../fake/channel-store.ts';
import { directChannelOf } from '../fake/fake-discord.ts';
import { APPLICATION, CHANNEL, JUNHO, MINJI, newId } from '../fake/ids.ts';
import { command, message, type WrittenMessage } from '../fake/user-events.ts';
import { OWN_ROLE } from '../fake/world.ts';
import { withBot } from '../with-bot.ts';

const stage = withBot({ LIMIT_USER_OPEN: '0', LIMIT_USER_HOURLY: '0', LIMIT_USER_DAILY: '0' });

const DONE = /완성했어요|Your ad is ready/;

/** The bot's answer to a message, once it says something. */
function answered({ id }: WrittenMessage, text: RegExp): Promise<StoredMessage> {
  const { discord } = stage();
  return discord.until(() =>
    discord.store.visible.find(({ replyTo, texts }) => replyTo === id && text.test(texts.at(-1) ?? '')),
  );
}

const jobsOf = ({ id }: WrittenMessage) =>
  stage()
    .bot.jobs()
    .filter(({ key }) => key === `discord:message:${id}`);

describe('a message that mentions the bot', () => {
  it('is answered with an ad, in the language of what it says', async () => {
    const { discord } = stage();
    const korean = discord.say(message('@bot 카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기'));
    const ad = await answered(korean, /완성했어요/);
    expect(ad.channel).toBe(CHANNEL);
    expect(ad.files.size).toBe(1);
    const [job] = jobsOf(korean);
    expect(job?.variants[0]?.request.text).toBe('카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기');
    expect(job?.owner).toEqual({ id: MINJI, name: '민지' });
  });

  it('is answered though it mentions the role of the bot, of which nobody is told what else it says', async () => {
    const { discord } = stage();
    const said = message(`<@&${OWN_ROLE}> 딸기라떼`, {}, [], { mention_roles: [OWN_ROLE] });
    const help = await answered(discord.say(said), /./);
    expect(help.texts.at(-1)).toContain('/ad make');
    const others = discord.say(
      message('<@&810000000000000002> 모여요', {}, [], { mention_roles: ['810000000000000002'] }),
    );
    await answered(discord.say(message('@bot 딸기라떼')), DONE);
    expect(discord.store.messages.filter(({ replyTo }) => replyTo === others.id)).toEqual([]);
  });

  it('is answered though the bot’s name was added later, and once', async () => {
    const { discord } = stage();
    const said = discord.say(message('딸기라떼 신메뉴'));
    const edited = {
      ...said,
      content: `<@${APPLICATION}> 딸기라떼 신메뉴`,
      edited_timestamp: new Date().toISOString(),
    };
    discord.gateway.dispatch('MESSAGE_UPDATE', edited);
    discord.gateway.dispatch('MESSAGE_UPDATE', { ...edited, content: `<@${APPLICATION}> 딸기라떼` });
    await answered(said, DONE);
    // What Discord itself changes, or what is changed much later, asks for nothing.
    const quiet = discord.say(message('조용히'));
    const late = new Date(Date.now() + 11 * 60_000).toISOString();
    for (const edited_timestamp of [null, late])
      discord.gateway.dispatch('MESSAGE_UPDATE', {
        ...quiet,
        content: `<@${APPLICATION}> 조용히`,
        edited_timestamp,
      });
    await answered(discord.say(message('@bot 마지막 딸기라떼')), DONE);
    expect(jobsOf(said)).toHaveLength(1);
    expect(jobsOf(quiet)).toEqual([]);
  });

  it('speaks English with those whose language is known to be that', async () => {
    const { discord, make, shows } = stage();
    const doer = { user: JUNHO, name: 'Junho', locale: 'en-US' };
    await shows(make('cafe', {}, doer), /Your ad is ready/);
    await answered(discord.say(message('New strawberry latte @bot', doer)), /Your ad is ready/);
    await answered(discord.say(message('@bot', doer)), /\/ad/);
  });

  it('brings its photos along, in threads too', async () => {
    const { discord, photo } = stage();
    const thread = newId();
    const doer = { channel: thread, channelType: 11 };
    const said = discord.say(message('@bot 딸기라떼 --variants 2', doer, [photo('latte.png')]));
    const ad = await answered(said, DONE);
    expect(ad.channel).toBe(thread);
    expect(ad.files.size).toBe(2);
    const [job] = jobsOf(said);
    expect(job?.variants.map(({ request }) => request.photos.length)).toEqual([1, 1]);
  });

  it('is a command where it names one', async () => {
    const { discord } = stage();
    const before = stage().bot.jobs().length;
    await answered(discord.say(message('@bot 대기열')), /./);
    await answered(discord.say(message('@bot help')), /\/ad/);
    await answered(discord.say(message('@bot 딸기라떼 --ratio 7:1')), /7:1/);
    expect(stage().bot.jobs()).toHaveLength(before);
  });

  it('is told what is wrong with its photos', async () => {
    const { discord, photo } = stage();
    const said = message('@bot', {}, [photo('alone.png')]);
    await answered(discord.say(said), /어떤 광고/);
    const five = Array.from({ length: 5 }, (_, n) => photo(`many-${n}.png`));
    await answered(discord.say(message('@bot 딸기라떼', {}, five)), /4/);
    const page = discord.cdn.lie('page.png', (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    );
    const lie = { ...photo('real.png'), url: page, filename: 'page.png' };
    await answered(discord.say(message('@bot 딸기라떼', {}, [lie])), /page\.png/);
    const elsewhere = { ...photo('else.png'), url: 'https://example.com/else.png' };
    await answered(discord.say(message('@bot 딸기라떼', {}, [elsewhere])), /example\.com/);
    const text = { ...photo('notes.png'), filename: 'notes.txt', content_type: 'text/plain' };
    await answered(discord.say(message('@bot 딸기라떼', {}, [text])), /notes\.txt/);
  });
});

describe('a direct message', () => {
  it('needs no mention, with a photo and without', async () => {
    const { discord, photo } = stage();
    const direct = { guild: null };
    const plain = await answered(discord.say(message('네일샵 봄 이벤트', direct)), /완성했어요/);
    expect(plain.channel).toBe(directChannelOf(MINJI));
    const said = discord.say(message('핸드크림', direct, [photo('cream.png')]));
    await answered(said, /완성했어요/);
    expect(jobsOf(said)[0]?.variants[0]?.request.photos).toHaveLength(1);
    expect(jobsOf(said)[0]?.place.workspace).toBe(`user:${MINJI}`);
  });

  it('may pass a photo on', async () => {
    const { discord, photo } = stage();
    const snapshot = { message: { content: '', attachments: [photo('passed-on.png')] } };
    const said = message('핸드크림', { guild: null }, [], { message_snapshots: [snapshot] });
    await answered(discord.say(said), /완성했어요/);
    expect(jobsOf(said)[0]?.variants[0]?.request.photos).toHaveLength(1);
  });
});

describe('what is said to the bot in other ways', () => {
  it('is answered as a reply to a message of its own that calls it', async () => {
    const { discord } = stage();
    const reply = message('답장으로 딸기라떼', { kind: 19 }, [], { mentions: [{ id: APPLICATION }] });
    expect((await answered(discord.say(reply), DONE)).files.size).toBe(1);
  });

  it('is only thanked for where a reply praises an ad, and orders where it names something', async () => {
    const { discord } = stage();
    const ad = await answered(discord.say(message('@bot 카페 딸기라떼 5,000원')), DONE);
    const replied = (text: string): WrittenMessage =>
      discord.say(
        message(text, { kind: 19 }, [], {
          mentions: [{ id: APPLICATION }],
          message_reference: { type: 0, message_id: ad.id, channel_id: CHANNEL },
        }),
      );
    const praise = replied('예쁘다!');
    const thanks = await answered(praise, /말씀 고마워요/);
    expect(JSON.stringify(thanks.body)).toContain('다른 느낌');
    expect(jobsOf(praise)).toEqual([]);
    const order = replied('딸기라떼 4,500원으로 다시');
    await answered(order, DONE);
    expect(jobsOf(order)).toHaveLength(1);
    const look = replied('다른 느낌으로');
    await answered(look, /번호 \w{6}/);
    expect(jobsOf(look)[0]?.variation).toEqual({ kind: 'family' });
  });

  it('is answered where it was a sticker, and where it was spoken', async () => {
    const { discord, photo } = stage();
    const sticker = message('', { guild: null }, [], {
      sticker_items: [{ id: newId(), name: '👋', format_type: 1 }],
    });
    await answered(discord.say(sticker), /\/ad make/);
    const voice = { ...photo('voice-message.ogg'), content_type: 'audio/ogg' };
    await answered(
      discord.say(message('', { guild: null }, [voice], { flags: 1 << 13 })),
      /소리는 못 들어요/,
    );
    await answered(discord.say(message('@bot', {}, [voice])), /소리는 못 들어요/);
  });

  it('is what it passes on says, with its photos; of more than ten it says how many it takes', async () => {
    const { discord, photo } = stage();
    const passOn = (content: string, count: number) => {
      const attachments = Array.from({ length: count }, (_, n) => photo(`on-${count}-${n}.png`));
      const message_snapshots = [{ message: { content, attachments } }];
      return discord.say(message('', { guild: null }, [], { message_snapshots }));
    };
    const said = passOn('핸드크림 1+1', 2);
    await answered(said, DONE);
    const [request] = jobsOf(said).map(({ variants }) => variants[0]?.request);
    expect(request?.text).toBe('핸드크림 1+1');
    expect(request?.photos).toHaveLength(2);
    await answered(passOn('핸드크림 2+1', 11), /4장까지/);
  });
});

describe('what is not meant for the bot', () => {
  it('is left alone: talk of others, replies that call nobody, bots, itself, and what Discord says', async () => {
    const { discord, bot, appears, photo } = stage();
    const before = bot.jobs().length;
    const messages = discord.store.messages.length;
    discord.say(message('오늘 점심 뭐 먹지'));
    discord.say(message('예쁘다!', { kind: 19 }));
    discord.say(message('@bot 딸기라떼', { user: '610000000000000777', bot: true }));
    discord.say(message('@bot 딸기라떼', {}, [], { webhook_id: newId() }));
    discord.say(message('딸기라떼', { user: APPLICATION, guild: null, bot: true }));
    discord.say(message('@bot', { kind: 7 }, [photo('welcome.png')]));
    const last = discord.say(message('@bot 마지막 딸기라떼'));
    await answered(last, DONE);
    await appears(DONE);
    expect(bot.jobs()).toHaveLength(before + 1);
    expect(discord.store.messages).toHaveLength(messages + 1);
  });
});

describe('a message that comes twice', () => {
  it('is one job, though the line was lost and all is sent again', async () => {
    const { discord, bot } = stage();
    const said = discord.say(message('@bot 두 번 온 딸기라떼'));
    const help = discord.say(message('@bot'));
    await answered(said, DONE);
    await answered(help, /\/ad/);
    const resumed = discord.gateway.resumed;
    discord.gateway.drop(4000);
    const missed = discord.say(message('@bot 끊긴 사이의 딸기라떼'));
    await discord.until(() => discord.gateway.resumed === resumed + 1);
    await answered(missed, DONE);
    discord.gateway.replay(4);
    const last = discord.say(message('@bot 그다음 딸기라떼'));
    await answered(last, DONE);
    for (const each of [said, missed, last]) expect(jobsOf(each)).toHaveLength(1);
    for (const each of [said, help, missed, last]) {
      expect(discord.store.messages.filter(({ replyTo }) => replyTo === each.id)).toHaveLength(1);
    }
    expect(bot.output).not.toMatch(/a message was lost/);
  });

  it('is one job when the process is killed in between, and is answered by the next', async () => {
    const { discord, bot, photo } = stage();
    let asked = false;
    const slow = discord.cdn.lie('slow.png', () => {
      // Never answered: the bot is killed while it waits for the photo.
      asked = true;
    });
    const said = discord.say(message('@bot 느린 사진', {}, [{ ...photo('now.png'), url: slow }]));
    await discord.until(() => asked);
    await bot.kill();
    discord.cdn.put('slow.png', Buffer.from('not a picture'));
    await bot.start();
    await answered(said, /now\.png/);
    discord.say(said);
    const ad = discord.say(message('@bot 다시 켠 뒤의 딸기라떼'));
    await answered(ad, DONE);
    expect(discord.store.messages.filter(({ replyTo }) => replyTo === said.id)).toHaveLength(1);
    expect(jobsOf(ad)).toHaveLength(1);
  });
});

describe('a channel that is closed to the bot', () => {
  it('is left for the writer’s own, with the ad and with what there is to say', async () => {
    const { discord, appears } = stage();
    const closed = newId();
    discord.troubles.push(({ method, path }) =>
      method === 'POST' && path === `/channels/${closed}/messages`
        ? { status: 403, body: { code: 50013, message: 'Missing Permissions' } }
        : undefined,
    );
    const user = '610000000000000555';
    const doer = { channel: closed, user, name: '지수' };
    discord.say(message('@bot', doer));
    const help = await appears(/\/ad/, [...discord.store.visible]);
    expect(help.channel).toBe(directChannelOf(user));
    const said = discord.say(message('@bot 닫힌 방의 딸기라떼', doer));
    const ad = await discord.until(() =>
      discord.store.visible.find(
        ({ channel, texts }) => channel === directChannelOf(user) && DONE.test(texts.at(-1) ?? ''),
      ),
    );
    expect(ad.files.size).toBe(1);
    expect(jobsOf(said)).toHaveLength(1);
  });
});

describe('commands and messages of one person', () => {
  it('are of one queue and one history', async () => {
    const { discord } = stage();
    const said = discord.say(message('@bot 기록에 남을 딸기라떼'));
    await answered(said, DONE);
    const asked = discord.ask(command('history'));
    const id = jobsOf(said)[0]?.id ?? '';
    await discord.until(() => asked.original?.texts.at(-1)?.includes(id));
  });
});
