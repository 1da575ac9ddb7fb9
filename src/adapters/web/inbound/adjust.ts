import { randomUUID } from 'node:crypto';
import type { AdjustedAd } from '../../../ad/adjustment.ts';
import type { Locale } from '../../../ad/locale.ts';
import { requestExcerpt } from '../../../conversation/command/job-list-entry.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { writeAddress } from '../address.ts';
import { WebFailure } from '../failure.ts';
import { adjustPage } from '../render/adjust-page.ts';
import { LABELS } from '../render/labels.ts';
import { page } from '../render/page.ts';
import type { InboundContext, Received, Submitted } from './context.ts';
import { eventOf, inboundEventOf } from './events.ts';

/** Somebody who lays an ad out by hand: on their own page, or by a link that they were sent. */
export interface AtBench {
  readonly c: Received['c'];
  readonly context: InboundContext;
  readonly job: string;
  /** Where the page is; what it asks for lies below. */
  readonly base: string;
  readonly locale: Locale;
  readonly token: string;
  /** Who was sent a link, and nobody who has a page here. */
  readonly isGuest: boolean;
  readonly event: InboundEvent;
  readonly form?: URLSearchParams;
}

export function ownBench({ c, person, context, form }: Received & Partial<Submitted>): AtBench {
  const { job = '' } = c.req.param();
  if (!/^[0-9a-z]{6}$/.test(job)) throw new WebFailure('unknown');
  const event = eventOf(form ?? new URLSearchParams(), person);
  const { locale, token } = person;
  const quiet = form?.get('post') !== 'yes';
  const inbound = {
    ...inboundEventOf(event),
    replyTo: { address: writeAddress({ person: person.id, ...(quiet ? { quiet } : {}) }) },
  };
  const base = `/ads/${job}/adjust`;
  return { c, context, job, base, locale, token, isGuest: false, event: inbound, ...(form ? { form } : {}) };
}

/** @throws WebFailure `unknown` for a link that is none of ours or has expired */
export function invitedBench(c: Received['c'], context: InboundContext, form?: URLSearchParams): AtBench {
  const { ticket = '' } = c.req.param();
  const named = form?.get('event') ?? '';
  const invited = context.links.invitedBy(ticket, /^[\w-]{8,64}$/.test(named) ? named : randomUUID());
  if (invited === undefined) throw new WebFailure('unknown', LABELS.linkGone);
  const { job, event } = invited;
  const token = context.signing.signatureOf('form', ticket);
  const { locale } = event.member;
  const base = `/adjust/${ticket}`;
  return { c, context, job, base, locale, token, isGuest: true, event, ...(form ? { form } : {}) };
}

/** The page. */
export async function showBench(at: AtBench): Promise<Response> {
  const { c, context, base, locale, token, isGuest } = at;
  const picture = pictureOf(at);
  const { job, recipe } = await context.conversation.adjustmentOf(at.job, picture, '{"moves":{}}', at.event);
  const { designs, places } = context.conversation.choices;
  const main = adjustPage({
    base,
    job: job.id,
    title: requestExcerpt(job),
    picture,
    token,
    locale,
    isGuest,
    event: randomUUID(),
    // Another design or place of a scene is another background.
    designs: recipe.decided.design === undefined ? [] : designs.rows,
    places: recipe.decided.design === undefined ? [] : places.rows,
    place: recipe.request.place,
  });
  const title = LABELS.adjust[locale];
  return c.html(page({ locale, title, token, main, ...(isGuest ? {} : { at: 'other' as const }) }));
}

/** How an ad looks as it is laid out now, and what is wrong with that. */
export async function previewAdjusted(at: AtBench): Promise<Response> {
  const { adjusted } = await adjustedAd(at);
  const { size, picture, pieces, faults, why, warnings, copy, family, colours } = adjusted;
  const said = (all: typeof why): readonly string[] => all.map((line) => line[at.locale]);
  return at.c.json({
    size,
    picture: `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`,
    pieces: pieces.map(({ id, kind, box, slot, text }) => ({ id, kind, box, slot, text })),
    faults: faults.map((fault) => ({ ...fault, said: fault.said[at.locale] })),
    why: said(why),
    warnings: said(warnings),
    copy,
    family,
    colours,
  });
}

/** Saves it as a variant; where a rule is broken only for whoever has seen which, and says so. */
export async function saveAdjusted(at: AtBench): Promise<Response> {
  const { c, context, form, locale } = at;
  const { adjusted, picture } = await adjustedAd(at);
  const seen = form?.getAll('accepted') ?? [];
  const unseen = adjusted.faults.filter(({ kind, piece }) => !seen.includes(`${kind}:${piece}`));
  if (unseen.length > 0)
    return c.json({ faults: adjusted.faults.map((fault) => ({ ...fault, said: fault.said[locale] })) });
  const answer = await context.conversation.adjust(at.job, picture, adjusted.made, at.event);
  if (answer.kind === 'job') return c.json({ job: answer.job.id });
  throw new WebFailure('mistake', answer.kind === 'reply' ? sameIn(answer.reply.title) : undefined);
}

const sameIn = (words: string) => ({ ko: words, en: words });

function pictureOf({ c, form }: AtBench): number {
  const number = form?.get('picture') ?? c.req.query('picture') ?? '0';
  if (!/^\d{1,2}$/.test(number)) throw new WebFailure('unknown');
  return Number(number);
}

async function adjustedAd(at: AtBench): Promise<{ readonly adjusted: AdjustedAd; readonly picture: number }> {
  const { c, context, form } = at;
  const picture = pictureOf(at);
  const json = form?.get('adjustment') ?? '';
  const { job, recipe, adjustment } = await context.conversation.adjustmentOf(
    at.job,
    picture,
    json,
    at.event,
  );
  if (context.benches === undefined) throw new WebFailure('unknown');
  const bench = await context.benches.of(`${job.id}/${picture}`, recipe);
  return { adjusted: await bench.adjust(adjustment, c.req.raw.signal), picture };
}
