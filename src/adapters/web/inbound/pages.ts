import { randomUUID } from 'node:crypto';
import { requestExcerpt } from '../../../conversation/command/job-list-entry.ts';
import { cleanText } from '../../../text/clean-text.ts';
import { WebFailure } from '../failure.ts';
import { adPage, sharedPage } from '../render/ad-page.ts';
import { chatPage } from '../render/chat-page.ts';
import { galleryPage } from '../render/gallery-page.ts';
import { LABELS } from '../render/labels.ts';
import { page } from '../render/page.ts';
import { renderStored } from '../render/stored-message.ts';
import type { InboundContext, Received, Submitted } from './context.ts';
import { commandForm, makeCommand } from './forms/command-form.ts';
import { entryOf, finishedJobs, matching, relatedTo, seenJob } from './seen-jobs.ts';

/** The conversation, as it stands. */
export async function showChat({ c, person, context }: Received): Promise<Response> {
  const { conversation, jobs, transcripts } = context;
  const { locale, token } = person;
  const transcript = await transcripts.of(person.id);
  const { last } = transcript;
  const messages = await Promise.all(
    transcript.messages().map((message) => renderStored(message, jobs, locale)),
  );
  const make = makeCommand(conversation);
  const options = commandForm(make, { locale, conversation, without: ['text', 'photo'] });
  const main = chatPage({ locale, token, messages, options, event: randomUUID() });
  return c.html(page({ locale, title: LABELS.product[locale], token, at: 'make', last, main }));
}

/** The line over which the page is told what happens, from the last change on that it knows. */
export async function openLine({ c, person, context }: Received): Promise<Response> {
  const { streams, transcripts, jobs } = context;
  const after = Number(c.req.header('last-event-id') ?? c.req.query('after') ?? 0);
  const transcript = await transcripts.of(person.id);
  return streams.open(c, person.id, async () => {
    // What passes is not kept: whoever comes in the middle is shown how it stands.
    const { last } = transcript;
    const from = Number.isInteger(after) && after >= 0 && after <= last ? after : 0;
    const due = transcript.messages().filter(({ n, job }) => n > from || isUnderWay(job, jobs));
    return Promise.all(
      due
        .toSorted((a, b) => a.n - b.n)
        .map(async (message) => {
          const html = await renderStored(message, jobs, person.locale);
          const { n, id } = message;
          return { event: 'message' as const, id, html, ...(n > from ? { n } : {}) };
        }),
    );
  });
}

function isUnderWay(job: string | undefined, jobs: InboundContext['jobs']): boolean {
  if (job === undefined) return false;
  const { progress, queuePosition } = jobs.status(job);
  return progress !== undefined || queuePosition !== undefined;
}

/** Letters of a search that are looked at. */
const MAX_SEARCH = 100;

/** Their ads, and those among them that are searched for. */
export async function showGallery({ c, person, context }: Received): Promise<Response> {
  const { locale, token } = person;
  const searched = cleanText(c.req.query('q') ?? '').slice(0, MAX_SEARCH);
  const all = (await finishedJobs(person, context)).map((job) => ({ job, ...entryOf(job, context) }));
  const main = galleryPage(
    matching(all, searched).map(({ job }) => entryOf(job, context)),
    searched,
    locale,
  );
  return c.html(page({ locale, title: LABELS.gallery[locale], token, at: 'gallery', main }));
}

/** One ad. */
export async function showAd({ c, person, context }: Received): Promise<Response> {
  return c.html(await adPageOf({ c, person, context }, undefined));
}

async function adPageOf({ c, person, context }: Received, link: string | undefined) {
  const { locale, token } = person;
  const job = await seenJob(c.req.param('job') ?? '', person, context);
  const reply = context.jobs.describe(job);
  if (reply.pictures.length === 0) throw new WebFailure('unknown');
  const title = requestExcerpt(job);
  const related = relatedTo(job, await finishedJobs(person, context)).map((other) => entryOf(other, context));
  return page({ locale, title, token, at: 'other', main: adPage({ reply, title, token, related, link }) });
}

/** Milliseconds for which a link shows an ad to whoever has it. */
const SHARED_FOR = 7 * 86_400_000;

/** Makes a link that shows an ad to whoever has it, for a while. */
export async function shareAd({ c, person, context }: Submitted): Promise<Response> {
  const job = await seenJob(c.req.param('job') ?? '', person, context);
  const base = context.publicUrl?.origin ?? new URL(c.req.url).origin;
  const ticket = context.signing.ticket('shared', job.id, Date.now() + SHARED_FOR);
  return c.html(await adPageOf({ c, person, context }, `${base}/shared/${ticket}`));
}

/** An ad to whoever has a link to it, nobody's name on it. */
export async function showShared(c: Received['c'], context: InboundContext): Promise<Response> {
  const ticket = c.req.param('ticket') ?? '';
  const reply = await sharedReply(ticket, context);
  const locale = context.identity.localeOf(c);
  const main = sharedPage(reply, ticket);
  return c.html(page({ locale, title: LABELS.shared[locale], token: '', main }));
}

/** @throws WebFailure `unknown` for a ticket that is not ours or has expired; UserError where the ad is gone */
export async function sharedReply(ticket: string, { signing, jobs }: InboundContext) {
  const id = signing.subjectOf('shared', ticket, Date.now());
  if (id === undefined) throw new WebFailure('unknown');
  const reply = jobs.describe(await jobs.lookup.job(id));
  if (reply.pictures.length === 0) throw new WebFailure('unknown');
  return reply;
}
