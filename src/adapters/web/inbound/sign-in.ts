import { signInPage } from '../render/form-page.ts';
import { LABELS } from '../render/labels.ts';
import { page } from '../render/page.ts';
import type { InboundContext, Received } from './context.ts';

/** The page that asks for the password. */
export function showSignIn(
  c: Received['c'],
  { identity }: InboundContext,
  wrong = false,
): Response | Promise<Response> {
  const locale = identity.localeOf(c);
  const token = identity.strangersToken;
  const main = signInPage(locale, token, wrong);
  return c.html(page({ locale, title: LABELS.signIn[locale], token, main }), wrong ? 401 : 200);
}

/** The password was typed. */
export async function handleSignIn(
  c: Received['c'],
  form: URLSearchParams,
  context: InboundContext,
): Promise<Response> {
  return context.identity.signIn(c, form.get('password') ?? '')
    ? c.redirect('/', 303)
    : showSignIn(c, context, true);
}
