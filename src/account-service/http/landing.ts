import { Hono } from 'hono';
import { z } from 'zod';
import { passwordSchema, tokenSchema, type Language } from '../../contract/account.ts';
import { confirmActivation } from '../activation/confirm.ts';
import { findActivation, inspectActivation } from '../activation/inspect.ts';
import { resendByLink } from '../activation/resend.ts';
import { inspectPasswordReset, resetPassword } from '../passwords/reset.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { HttpEnv } from './app.ts';
import { landingWords, type LandingWords } from './landing-words.ts';
import { escapeHtml, page, pageHeaders } from './page.ts';

const form = z.object({
  token: tokenSchema,
  password: passwordSchema.optional(),
  action: z.string().optional(),
});

/**
 * The pages behind the links in mails, for browsers: no script, no cookie. Opening one (GET, HEAD, a scanner, a
 * preview) only reads; what counts is the form, sent with the password.
 */
export function landingPages(service: Service): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();

  pages.get('/activate', async (c) => {
    const token = tokenSchema.safeParse(c.req.query('token')).data ?? '';
    const words = await wordsFor(service, c.req.header('accept-language'), token);
    return answer(
      async () => {
        const { state } = await inspectActivation(service, token, {
          network: c.get('network'),
          deviceKey: null,
        });
        return activatePage(service, words, token, state);
      },
      words,
      service,
    );
  });

  pages.post('/activate', async (c) => {
    const read = form.safeParse(await c.req.parseBody({ all: true }));
    const token = read.data?.token ?? '';
    const words = await wordsFor(service, c.req.header('accept-language'), token);
    return answer(
      async () => {
        if (read.data?.action === 'resend') {
          await resendByLink(service, token, c.get('network'));
          return say(words, words.resentTitle, words.resent);
        }
        const password = read.data?.password;
        await confirmActivation(service, { token, password, network: c.get('network'), device: null });
        return say(words, words.activatedTitle, words.activated);
      },
      words,
      service,
      token,
    );
  });

  pages.get('/reset', async (c) => {
    const token = tokenSchema.safeParse(c.req.query('token')).data ?? '';
    const words = landingWords[preferred(c.req.header('accept-language'))];
    return answer(
      async () => resetPage(service, words, token, await inspectPasswordReset(service, token)),
      words,
      service,
    );
  });

  pages.post('/reset', async (c) => {
    const read = form.safeParse(await c.req.parseBody({ all: true }));
    const words = landingWords[preferred(c.req.header('accept-language'))];
    return answer(
      async () => {
        const wanted = { token: read.data?.token ?? '', password: read.data?.password ?? '' };
        await resetPassword(service, wanted, c.get('network'));
        return say(words, words.resetDoneTitle, words.resetDone);
      },
      words,
      service,
      undefined,
      read.data?.token,
    );
  });
  return pages;
}

async function answer(
  make: () => Promise<string>,
  words: LandingWords,
  service: Service,
  activation?: string,
  reset?: string,
): Promise<Response> {
  try {
    return new Response(await make(), { headers: pageHeaders });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const text = problem(error, words, service);
    const again = activation
      ? activatePage(service, words, activation, error.code === 'LINK_EXPIRED' ? 'expired' : 'open', text)
      : reset
        ? resetPage(service, words, reset, 'open', text)
        : say(words, words.problemTitle, text);
    const isDead = error.code === 'LINK_INVALID';
    const html = isDead
      ? say(words, words.invalidTitle, words.invalid(service.config.SUPPORT_ADDRESS))
      : again;
    return new Response(html, { status: error.status, headers: pageHeaders });
  }
}

function activatePage(
  service: Service,
  words: LandingWords,
  token: string,
  state: 'open' | 'expired' | 'used' | 'replaced' | 'invalid',
  trouble = '',
): string {
  const support = service.config.SUPPORT_ADDRESS;
  // The words say all three: unknown, used, replaced.
  if (state !== 'open' && state !== 'expired') return say(words, words.invalidTitle, words.invalid(support));
  const hidden = `<input type="hidden" name="token" value="${escapeHtml(token)}">`;
  const title = state === 'expired' ? words.expiredTitle : words.activateTitle(service.config.SERVICE_NAME);
  const body =
    state === 'expired'
      ? `<p>${escapeHtml(words.expired(support))}</p><form method="post" action="/activate">${hidden}` +
        `<button name="action" value="resend">${escapeHtml(words.resend)}</button></form>`
      : `<p>${escapeHtml(words.activateIntro)}</p>` +
        `<p><a class="button" href="${escapeHtml(appLink('activate', service, token))}">${escapeHtml(words.openApp)}</a></p><hr>` +
        `<p>${escapeHtml(words.here)}</p>${note(trouble)}<form method="post" action="/activate">${hidden}` +
        `<label for="password">${escapeHtml(words.signUpPassword)}</label>` +
        `<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128">` +
        `<button>${escapeHtml(words.activateHere)}</button></form>`;
  return page(words.language, title, `<h1>${escapeHtml(title)}</h1>${body}`);
}

function resetPage(
  service: Service,
  words: LandingWords,
  token: string,
  state: 'open' | 'expired' | 'invalid',
  trouble = '',
): string {
  const support = service.config.SUPPORT_ADDRESS;
  if (state === 'invalid') return say(words, words.invalidTitle, words.invalid(support));
  if (state === 'expired') return say(words, words.expiredTitle, words.resetExpired);
  return page(
    words.language,
    words.resetTitle,
    `<h1>${escapeHtml(words.resetTitle)}</h1>` +
      `<p><a class="button" href="${escapeHtml(appLink('reset', service, token))}">${escapeHtml(words.openApp)}</a></p><hr>` +
      `${note(trouble)}<form method="post" action="/reset">` +
      `<input type="hidden" name="token" value="${escapeHtml(token)}">` +
      `<label for="password">${escapeHtml(words.newPassword)}</label>` +
      `<input id="password" name="password" type="password" autocomplete="new-password" required minlength="15" maxlength="128">` +
      `<button>${escapeHtml(words.resetButton)}</button></form>`,
  );
}

/** The way into the app: `latchkey://activate?server=…&token=…`, where the person confirms. */
function appLink(action: 'activate' | 'reset', service: Service, token: string): string {
  return `latchkey://${action}?${new URLSearchParams({ server: service.config.PUBLIC_URL, token }).toString()}`;
}

function say(words: LandingWords, title: string, text: string): string {
  return page(words.language, title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`);
}

function note(text: string): string {
  return text === '' ? '' : `<p class="problem" role="alert">${escapeHtml(text)}</p>`;
}

function problem(error: Refusal, words: LandingWords, service: Service): string {
  switch (error.code) {
    case 'PASSWORD_WRONG':
      return words.wrongPassword;
    case 'PASSWORD_REFUSED':
      return words.weakPassword;
    case 'LINK_EXPIRED':
      return words.expired(service.config.SUPPORT_ADDRESS);
    default:
      return words.later;
  }
}

/** The language of the sign-up, else of the browser. */
async function wordsFor(service: Service, accept: string | undefined, token: string): Promise<LandingWords> {
  const found = token === '' ? undefined : await findActivation(service.db, token);
  return landingWords[found?.language ?? preferred(accept)];
}

function preferred(accept: string | undefined): Language {
  return /^\s*nl\b/i.test(accept ?? '') ? 'nl' : 'en';
}
