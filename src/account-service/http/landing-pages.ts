import type { LinkToken } from '../../contract/account-service/link-token.ts';
import type { Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { LandingWords } from './landing-words.ts';
import { html, nothing, type Html } from './html.ts';
import { page } from './page.ts';

type Named = Pick<Service, 'config'>;

/** What every link page needs. */
export interface Landing {
  service: Named;
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
      html`<p>${words.expired(support)}</p>
        <form method="post" action="/activate">
          ${hidden(token)}<button name="action" value="resend">${words.resend}</button>
        </form>`,
    );
  }
  if (state !== 'open') return overPage(landing, state, words.usedActivation);
  return branded(
    service,
    words,
    words.activateTitle(service.config.SERVICE_NAME),
    html`<p>${words.activateIntro}</p>
      ${openApp(landing, 'activate')}
      <p>${words.here}</p>
      ${note(trouble)}
      <form method="post" action="/activate">
        ${hidden(token)}${passwordField(words.signUpPassword, 'current-password')}
        <button>${words.activateHere}</button>
      </form>`,
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
    html`${openApp(landing, 'reset')}${note(trouble)}
      <form method="post" action="/reset">
        ${hidden(token)}${passwordField(words.newPassword, 'new-password')}
        <button>${words.resetButton}</button>
      </form>`,
  );
}

/** The page while the database is away. Whether a form had its effect shows when the link is opened again. */
export function awayPage({ service, words, token }: Landing, kind: LinkToken['kind']): string {
  const query = new URLSearchParams({ token }).toString();
  return branded(
    service,
    words,
    words.awayTitle,
    html`<p>${words.away(service.config.SUPPORT_ADDRESS)}</p>
      <p><a class="button" href="/${kind}?${query}">${words.awayAgain}</a></p>`,
  );
}

/** A page that only shows a message. */
export function say(service: Named, words: LandingWords, title: string, text: string): string {
  return branded(service, words, title, html`<p>${text}</p>`);
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

function branded(service: Named, words: LandingWords, title: string, body: Html): string {
  return page(
    words.language,
    title,
    html`<p class="brand">${service.config.SERVICE_NAME}</p>
      <div class="card">
        <h1>${title}</h1>
        ${body}
      </div>`,
  );
}

/** Opens the app by `latchkey://activate?server=…&token=…`, where the person confirms. */
function openApp({ service, words, token }: Landing, action: 'activate' | 'reset'): Html {
  const query = new URLSearchParams({ server: service.config.PUBLIC_URL, token }).toString();
  return html`<p><a class="button" href="latchkey://${action}?${query}">${words.openApp}</a></p>
    <hr />`;
}

function hidden(token: string): Html {
  return html`<input type="hidden" name="token" value="${token}" />`;
}

/** Without a maximum length: the browser would silently cut off pasted text. */
function passwordField(label: string, complete: 'current-password' | 'new-password'): Html {
  return html`<label for="password">${label}</label>
    <input id="password" name="password" type="password" autocomplete="${complete}" required />`;
}

function note(text: string): Html {
  return text === '' ? nothing : html`<p class="problem" role="alert">${text}</p>`;
}
