import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { failureOf, isFailure, WebFailure } from '../failure.ts';
import type { Person } from '../identity.ts';
import type { Doing } from '../rate-limits.ts';
import { failurePage } from '../render/form-page.ts';
import { page } from '../render/page.ts';
import { answerHeaders, readForm, requireOwnHost, requireOwnOrigin } from '../request-guard.ts';
import { type AtBench, invitedBench, ownBench, previewAdjusted, saveAdjusted, showBench } from './adjust.ts';
import { assetSender } from './assets.ts';
import { handleButton, showActionForm } from './buttons.ts';
import { handleCommand, showCommand } from './commands.ts';
import type { InboundContext, Received, Submitted } from './context.ts';
import { accepted } from './events.ts';
import { sendChoice, sendFile, sendSaid, sendShared } from './files.ts';
import { handleMessage } from './messages.ts';
import { openLine, shareAd, showAd, showChat, showGallery, showShared } from './pages.ts';
import { handleReaction } from './reactions.ts';
import { handleSignIn, showSignIn } from './sign-in.ts';
import { handleSubmission } from './submissions.ts';

/** Everything that a browser can ask for, with what answers it. */
export function createListeners(context: InboundContext): Hono {
  const { identity, limits, publicUrl, log } = context;
  const app = new Hono();
  app.use(answerHeaders(publicUrl?.protocol === 'https:'));
  app.use(async (c, next) => {
    requireOwnHost(c, publicUrl?.host);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') requireOwnOrigin(c, publicUrl?.origin);
    // What is somebody's is kept by nobody on the way.
    c.header('Cache-Control', 'no-store');
    await next();
  });
  const limited = (c: Context, doing: Doing, person?: Person): void =>
    limits.take(
      doing,
      person?.id ?? context.addressOf(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for')),
    );

  const get = (path: string, show: (received: Received) => Promise<Response>): void => {
    app.get(path, (c) => {
      limited(c, 'read');
      return show({ c, person: identity.personOf(c), context });
    });
  };
  const post = (
    path: string,
    handle: (submitted: Submitted) => Promise<Response>,
    doing: Doing = 'act',
  ): void => {
    app.post(path, async (c) => {
      const person = identity.personOf(c);
      limited(c, doing, person);
      const form = await readForm(c);
      if (!identity.isToken(person, form.get('token') ?? '')) throw new WebFailure('origin');
      return handle({ c, person, context, form });
    });
  };

  /** What whoever has a link to lay an ad out by hand may do. */
  const bench = (what: string, handle: (at: AtBench) => Promise<Response>, doing: Doing): void => {
    app.post(`/adjust/:ticket/${what}`, async (c) => {
      limited(c, doing);
      const form = await readForm(c);
      const at = invitedBench(c, context, form);
      if (!context.signing.isSignature('form', c.req.param('ticket') ?? '', form.get('token') ?? ''))
        throw new WebFailure('origin');
      return handle(at);
    });
  };

  app.get('/adjust/:ticket', (c) => {
    limited(c, 'read');
    return showBench(invitedBench(c, context));
  });
  app.get('/assets/:name', assetSender(context.assets));
  app.get('/shared/:ticket', (c) => {
    limited(c, 'read');
    return showShared(c, context);
  });
  app.get('/shared/:ticket/:picture', (c) => {
    limited(c, 'read');
    return sendShared(c, context);
  });
  app.get('/sign-in', (c) => showSignIn(c, context));
  app.post('/sign-in', async (c) => {
    limited(c, 'sign-in');
    const form = await readForm(c);
    if (!identity.isToken(undefined, form.get('token') ?? '')) throw new WebFailure('origin');
    return handleSignIn(c, form, context);
  });

  get('/', showChat);
  get('/events', openLine);
  get('/ads', showGallery);
  get('/ads/:job', showAd);
  get('/ads/:job/choice', sendChoice);
  get('/ads/:job/adjust', (received) => showBench(ownBench(received)));
  get('/ads/:job/:kind{words|parts}', showActionForm);
  get('/ads/:job/:picture/:file', sendFile);
  get('/commands/:name', showCommand);
  get('/said/:message{\\d{1,9}}/:photo{\\d{1,2}}', sendSaid);
  post('/say', handleMessage);
  post('/press', handleButton);
  post('/react', handleReaction);
  post('/commands/:name', handleCommand);
  post('/ads/:job/:kind{words|parts}', handleSubmission);
  post('/ads/:job/share', shareAd);
  post('/ads/:job/adjust/preview', (received) => previewAdjusted(ownBench(received)), 'adjust');
  post('/ads/:job/adjust/save', (received) => saveAdjusted(ownBench(received)));
  bench('preview', previewAdjusted, 'adjust');
  bench('save', saveAdjusted, 'act');
  post('/language', async ({ c, form }) => {
    identity.chooseLocale(c, form.get('locale') === 'en' ? 'en' : 'ko');
    return accepted({ c });
  });
  // A photo is a body of its own, so its token is a header.
  app.post('/photos', async (c) => {
    const person = identity.personOf(c);
    limited(c, 'upload', person);
    if (!identity.isToken(person, c.req.header('x-token') ?? '')) throw new WebFailure('origin');
    return c.json({ id: await context.photos.receive(c, person) });
  });

  app.notFound((c) => refuse(c, new WebFailure('unknown'), context));
  app.onError((error, c) => {
    const failure = failureOf(error);
    if (failure.kind === 'bug') log.error({ platform: 'web' }, 'a request was not answered', error);
    return refuse(c, failure, context);
  });
  return app;
}

/** Says why not, as whoever has asked can read it. */
async function refuse(c: Context, failure: WebFailure, { identity }: InboundContext): Promise<Response> {
  if (isFailure(failure, 'password') && c.req.method === 'GET' && c.req.path === '/')
    return c.redirect('/sign-in', 303);
  const locale = identity.localeOf(c);
  const words = failure.words[locale];
  c.header('Cache-Control', 'no-store');
  if (failure.kind === 'too-many') c.header('Retry-After', '5');
  c.status(failure.status as 400);
  if ((c.req.header('accept') ?? '').includes('application/json')) return c.json({ error: words });
  return c.html(page({ locale, title: words, token: '', main: failurePage(words, locale) }));
}
