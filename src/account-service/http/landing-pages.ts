import type { Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { LandingWords } from './landing-words.ts';
import { escapeHtml, page } from './page.ts';

/** What every link page needs. */
export interface Landing {
  service: Service;
  words: LandingWords;
  token: string;
}

export type LinkState = 'open' | 'expired' | 'used' | 'replaced' | 'invalid';

/**
 * The page of an activation link.
 *
 * @param trouble why the last try failed; empty before the first
 */
export function activatePage(landing: Landing, state: LinkState, trouble = ''): string {
  const { service, words, token } = landing;
  const support = service.config.SUPPORT_ADDRESS;
  if (state === 'expired') {
    return branded(
      service,
      words,
      words.expiredTitle,
      `<p>${escapeHtml(words.expired(support))}</p><form method="post" action="/activate">${hidden(token)}` +
        `<button name="action" value="resend">${escapeHtml(words.resend)}</button></form>`,
    );
  }
  if (state !== 'open') return overPage(landing, state, words.usedActivation);
  return branded(
    service,
    words,
    words.activateTitle(service.config.SERVICE_NAME),
    `<p>${escapeHtml(words.activateIntro)}</p>${openApp(landing, 'activate')}` +
      `<p>${escapeHtml(words.here)}</p>${note(trouble)}<form method="post" action="/activate">${hidden(token)}` +
      passwordField(words.signUpPassword, 'current-password') +
      `<button>${escapeHtml(words.activateHere)}</button></form>`,
  );
}

/** The page of a link for choosing a new password. */
export function resetPage(landing: Landing, state: LinkState, trouble = ''): string {
  const { service, words, token } = landing;
  if (state === 'expired') return say(service, words, words.expiredTitle, words.resetExpired);
  if (state !== 'open') return overPage(landing, state, words.usedReset);
  return branded(
    service,
    words,
    words.resetTitle,
    `${openApp(landing, 'reset')}${note(trouble)}<form method="post" action="/reset">${hidden(token)}` +
      passwordField(words.newPassword, 'new-password') +
      `<button>${escapeHtml(words.resetButton)}</button></form>`,
  );
}

/** A page that only shows a message. */
export function say(service: Service, words: LandingWords, title: string, text: string): string {
  return branded(service, words, title, `<p>${escapeHtml(text)}</p>`);
}

/** Why something was refused. */
export function problemWords(error: Refusal, { words }: Landing): string {
  switch (error.code) {
    case 'PASSWORD_WRONG':
      return words.wrongPassword;
    case 'PASSWORD_REFUSED':
      return error.data.flaws.map((flaw) => words.flaws[flaw]).join(' ');
    default:
      return words.later;
  }
}

/** A link that no longer works. Each state has its own text. */
function overPage({ service, words }: Landing, state: 'used' | 'replaced' | 'invalid', used: string): string {
  switch (state) {
    case 'used':
      return say(service, words, words.usedTitle, used);
    case 'replaced':
      return say(service, words, words.replacedTitle, words.replaced);
    case 'invalid':
      return say(service, words, words.invalidTitle, words.invalid(service.config.SUPPORT_ADDRESS));
  }
}

function branded(service: Service, words: LandingWords, title: string, body: string): string {
  const brand = `<p class="brand">${escapeHtml(service.config.SERVICE_NAME)}</p>`;
  return page(words.language, title, `${brand}<div class="card"><h1>${escapeHtml(title)}</h1>${body}</div>`);
}

/** Opens the app by `latchkey://activate?server=…&token=…`, where the person confirms. */
function openApp({ service, words, token }: Landing, action: 'activate' | 'reset'): string {
  const query = new URLSearchParams({ server: service.config.PUBLIC_URL, token }).toString();
  const link = escapeHtml(`latchkey://${action}?${query}`);
  return `<p><a class="button" href="${link}">${escapeHtml(words.openApp)}</a></p><hr>`;
}

function hidden(token: string): string {
  return `<input type="hidden" name="token" value="${escapeHtml(token)}">`;
}

/** Without a maximum length: the browser would silently cut off pasted text. */
function passwordField(label: string, complete: 'current-password' | 'new-password'): string {
  return (
    `<label for="password">${escapeHtml(label)}</label>` +
    `<input id="password" name="password" type="password" autocomplete="${complete}" required>`
  );
}

function note(text: string): string {
  return text === '' ? '' : `<p class="problem" role="alert">${escapeHtml(text)}</p>`;
}
