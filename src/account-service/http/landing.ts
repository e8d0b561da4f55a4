import { Hono, type Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { passwordSchema } from '../../contract/account-service.ts';
import { readLinkAddress, readLinkToken, type LinkToken } from '../../contract/account-service/link-token.ts';
import { languageOf, type Language } from '../../contract/vocabulary.ts';
import { confirmActivation } from '../activation/confirm.ts';
import { findActivation, inspectActivation } from '../activation/inspect.ts';
import { outcomeOf } from '../activation/past-links.ts';
import { resendByLink } from '../activation/resend.ts';
import { DatabaseAway, retrySeconds } from '../database/outage.ts';
import { inspectPasswordReset, resetPassword } from '../passwords/reset.ts';
import { isRefusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { wordsOf } from '../words/languages.ts';
import type { HttpEnv } from './env.ts';
import { activatePage, awayPage, problemWords, resetPage, say, type Landing } from './landing-pages.ts';
import type { LandingWords } from './landing-words.ts';
import { pageHeaders } from './page.ts';

/**
 * The pages behind mailed links, for browsers: no script, no cookie. Opening one (GET, HEAD, a scanner, a
 * preview) only reads. Only the form, sent with the password, has an effect. A link damaged in transit is
 * repaired where possible; otherwise the page says that it is damaged.
 */
export function landingPages(service: Service): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();

  const look = async (c: Context<HttpEnv>): Promise<Response> => {
    const read = linkOf(c);
    const words = await wordsFor(service, c, read);
    if (read === 'damaged') return html(say(service, words, words.damagedTitle, words.damaged));
    // The link was opened under the wrong page, such as a password reset link under the activation page.
    if (new URL(c.req.url).pathname !== `/${read.kind}`)
      return c.redirect(`/${read.kind}?token=${read.token}`);
    const landing = { service, words, token: read.token };
    return answer(landing, read.kind, async () =>
      read.kind === 'activate'
        ? activatePage(landing, await activationState(service, read.token, c.get('network')))
        : resetPage(landing, await inspectPasswordReset(service, read.token)),
    );
  };
  pages.get('/activate', look);
  pages.get('/reset', look);
  // With a trailing slash, or with the rest percent-encoded.
  pages.get('/:place{(?:activate|reset)[^a-z].*}', look);
  pages.get('/activate/', look);
  pages.get('/reset/', look);

  pages.post('/activate', async (c) => {
    const { token, password, action } = await formOf(c);
    const words = await wordsFor(service, c, token);
    if (token === 'damaged') return html(say(service, words, words.damagedTitle, words.damaged), 400);
    const landing = { service, words, token: token.token };
    return answer(landing, 'activate', async () => {
      if (action === 'resend') {
        await resendByLink(service, token.token, c.get('network'));
        return say(service, words, words.resentTitle, words.resent);
      }
      const flaw = flawOf(password, words);
      if (flaw !== null) {
        const state = await activationState(service, token.token, c.get('network'));
        return [activatePage(landing, state, flaw), 403];
      }
      await confirmActivation(service, {
        token: token.token,
        password,
        network: c.get('network'),
        device: null,
      });
      return say(service, words, words.activatedTitle, words.activated);
    });
  });

  pages.post('/reset', async (c) => {
    const { token, password } = await formOf(c);
    const words = await wordsFor(service, c, token);
    if (token === 'damaged') return html(say(service, words, words.damagedTitle, words.damaged), 400);
    const landing = { service, words, token: token.token };
    return answer(landing, 'reset', async () => {
      const flaw = flawOf(password, words);
      if (flaw !== null)
        return [resetPage(landing, await inspectPasswordReset(service, token.token), flaw), 422];
      await resetPassword(service, { token: token.token, password }, c.get('network'));
      return say(service, words, words.resetDoneTitle, words.resetDone);
    });
  });

  pages.onError(async (error, c) => {
    const link = c.req.method === 'POST' ? (await formOf(c)).token : linkOf(c);
    if (!(error instanceof DatabaseAway) || link === 'damaged') throw error;
    service.log.warn({ reason: error.message, method: c.req.method }, 'page not served');
    // The database has the language of the sign-up; without it, that of the browser is all there is.
    const { landing: words } = wordsOf[preferred(c.req.header('accept-language'))];
    const page = awayPage({ service, words, token: link.token }, link.kind);
    return html(page, 503, { 'retry-after': String(retrySeconds) });
  });
  return pages;
}

/** The link that was opened, from its parameter or from whatever became of the address. */
function linkOf(c: Context<HttpEnv>): LinkToken | 'damaged' {
  const given = c.req.query('token');
  if (given !== undefined) return readLinkToken(given);
  const { pathname, search } = new URL(c.req.url);
  return readLinkAddress(`${pathname}${search}`);
}

/** The page that was made. When the service refuses, the same page again with the reason. */
async function answer(
  landing: Landing & { service: Service },
  kind: LinkToken['kind'],
  make: () => Promise<string | [page: string, status: number]>,
): Promise<Response> {
  try {
    const made = await make();
    return typeof made === 'string' ? html(made) : html(...made);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { service, token } = landing;
    const state =
      error.code === 'LINK_EXPIRED'
        ? 'expired'
        : error.code === 'LINK_INVALID'
          ? await outcomeOf(service.db, token)
          : 'open';
    const page = kind === 'activate' ? activatePage : resetPage;
    return html(page(landing, state, problemWords(error, landing)), error.status);
  }
}

function html(page: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(page, { status, headers: { ...pageHeaders, ...headers } });
}

/** A field that appears twice counts as missing: two readers could take two different values. */
async function formOf(c: Context<HttpEnv>) {
  const { token, password, action } = await c.req.parseBody({ all: true });
  return {
    token: readLinkToken(typeof token === 'string' ? token : ''),
    password: typeof password === 'string' ? password : '',
    action,
  };
}

/** What is wrong with a password before the service sees it, in the page's words; null for nothing. */
export function flawOf(password: string, words: LandingWords): string | null {
  if (password === '') return words.emptyPassword;
  return passwordSchema.safeParse(password).success ? null : words.flaws.tooLong;
}

async function activationState(service: Service, token: string, network: string) {
  return (await inspectActivation(service, token, { network, deviceKey: null })).state;
}

/** The language of the sign-up, or else of the browser. */
async function wordsFor(
  service: Service,
  c: Context<HttpEnv>,
  link: LinkToken | 'damaged',
): Promise<LandingWords> {
  const found =
    link === 'damaged' || link.kind === 'reset' ? undefined : await findActivation(service.db, link.token);
  return wordsOf[found?.language ?? preferred(c.req.header('accept-language'))].landing;
}

/** The most wanted language that there are words in. @param accept the header `Accept-Language` */
function preferred(accept: string | undefined): Language {
  const wished = parseAccept(accept ?? '').map(({ type }) => type.replace(/-.*/, '').toLowerCase());
  return languageOf(wished);
}
