import type { Page } from '@playwright/test';
import { accountContract } from '../../src/contract/account.ts';
import type { AccountView } from '../../src/contract/account-state.ts';
import { defaultPreferences } from '../../src/contract/preferences.ts';
import { en } from '../../src/renderer/words/en/words.ts';
import { nl } from '../../src/renderer/words/nl/words.ts';
import { enrolling, linkOf, secondFactor, signedIn, viewOf } from './made-up-account.ts';
import { expect, test } from './open.ts';

type CodesOf<T> = T extends { '~orpc': { errorMap: infer Errors } }
  ? keyof Errors & string
  : T extends object
    ? { [K in keyof T]: CodesOf<T[K]> }[keyof T]
    : never;
/** Those of sync come from calls of its own. */
type Code = Exclude<CodesOf<typeof accountContract>, `SYNC_${string}`>;

/** A call that a screen makes: how to get there, and how to make it (again). */
interface Caller {
  path: string;
  account: AccountView;
  reach?: (page: Page, words: typeof en | typeof nl) => Promise<void>;
  call: (page: Page, words: typeof en | typeof nl) => Promise<void>;
}

const press = async (page: Page, name: string) =>
  page
    .getByRole('button', { name: new RegExp(`^${name.replace(/[.?]/g, '\\$&')}`) })
    .last()
    .click();
const pending = {
  methodId: crypto.randomUUID(),
  kind: 'totp',
  destination: 'x',
  entryId: null,
  replaces: null,
} as const;

const callers = {
  signUp: {
    path: 'account.signUp.start',
    account: viewOf(),
    reach: async (page, { account, advice }) => {
      await press(page, account.welcome.create);
      await page.getByLabel(account.signUp.name).fill('Ada Lovelace');
      await page.getByLabel(account.address).fill('ada@example.org');
      await page.getByRole('textbox', { name: account.password }).fill('correct weasel lantern notes');
      await expect(page.getByText(advice.strong)).toBeVisible();
    },
    call: async (page, { account }) => press(page, account.signUp.submit),
  },
  server: {
    path: 'account.setServer',
    account: viewOf(),
    reach: async (page, { account }) => press(page, account.serverChange),
    call: async (page, { account }) => press(page, account.server.check),
  },
  paste: {
    path: 'account.link.open',
    account: viewOf(),
    reach: async (page, { account }) => {
      await press(page, account.welcome.paste);
      await page.getByLabel(account.paste.field).fill('https://elsewhere.example');
    },
    call: async (page, { account }) => press(page, account.paste.open),
  },
  activate: {
    path: 'account.link.activate',
    account: viewOf({ link: linkOf() }),
    call: async (page, { account }) => press(page, account.link.activateYes),
  },
  signIn: {
    path: 'account.signIn.start',
    account: viewOf(),
    reach: async (page, { account }) => {
      await press(page, account.welcome.signIn);
      await page.getByLabel(account.address).fill('ada@example.org');
      await page.getByRole('textbox', { name: account.password }).fill('any');
    },
    call: async (page, { account }) => press(page, account.signIn.submit),
  },
  verify: {
    path: 'account.signIn.verify',
    account: viewOf({ account: secondFactor() }),
    call: async (page, { account }) => press(page, account.stepUp.useThis),
  },
  begin: {
    path: 'account.methods.begin',
    account: viewOf({ account: enrolling() }),
    call: async (page, { account }) => press(page, account.methods.kinds.totp),
  },
  keepHere: {
    path: 'account.methods.useThisVault',
    account: viewOf({ account: enrolling({ pending }) }),
    call: async (page, { account }) => press(page, account.methods.useThis),
  },
  removeMethod: {
    path: 'account.methods.remove',
    account: viewOf({ account: signedIn() }),
    reach: async (page, { account }) =>
      press(page, `${account.page.methodRemove}: ${account.methods.kinds.email}`),
    call: async (page, { account }) =>
      page.getByRole('alertdialog').getByRole('button', { name: account.page.methodRemove }).click(),
  },
  endTrust: {
    path: 'account.devices.revoke',
    account: viewOf({ account: signedIn() }),
    call: async (page, { account }) =>
      press(page, account.page.deviceEndName.replace('{{name}}', 'Workshop desktop')),
  },
  endSession: {
    path: 'account.sessions.end',
    account: viewOf({ account: signedIn() }),
    reach: async (page, { account }) => press(page, account.page.sessions),
    call: async (page, { account }) =>
      press(page, account.page.sessionEndName.replace('{{name}}', 'Old laptop')),
  },
} satisfies Record<string, Caller>;

/** Which call shows a code, and the data it comes with. A new code of the contract without an entry is a type error. */
const shown: Record<Code, { by: keyof typeof callers; data?: unknown }> = {
  VAULT_NOT_OPEN: { by: 'signUp' },
  SERVER_UNREACHABLE: { by: 'signUp', data: { trouble: 'offline' } },
  LOCAL_ACCOUNT_WRITE_FAILED: { by: 'signUp', data: { reason: 'ENOSPC' } },
  OTHER_STEP: { by: 'signUp' },
  RATE_LIMITED: { by: 'signUp', data: { retryAfterSeconds: 40 } },
  BUSY: { by: 'signUp', data: { retryAfterSeconds: 200 } },
  DEVICE_PROOF_INVALID: { by: 'signUp' },
  PASSWORD_REFUSED: { by: 'signUp', data: { flaws: ['common', 'containsName'] } },
  SERVER_ADDRESS_INVALID: { by: 'server' },
  SIGN_OUT_FIRST: { by: 'server' },
  SERVER_FIXED: { by: 'server' },
  PREFERENCES_WRITE_FAILED: { by: 'server' },
  LINK_NOT_OURS: { by: 'paste' },
  LINK_DAMAGED: { by: 'paste' },
  LINK_INVALID: { by: 'activate' },
  LINK_EXPIRED: { by: 'activate' },
  PASSWORD_WRONG: { by: 'activate' },
  TOO_MANY_ATTEMPTS: { by: 'activate', data: { retryAfterSeconds: 7_200, disabled: false } },
  CREDENTIALS_INVALID: { by: 'signIn' },
  FLOW_INVALID: { by: 'verify' },
  METHOD_NOT_FOUND: { by: 'verify' },
  METHOD_DISABLED: { by: 'verify' },
  CODE_WRONG: { by: 'verify', data: { triesLeft: 3 } },
  CODE_EXPIRED: { by: 'verify' },
  ENTRY_NOT_FOUND: { by: 'verify' },
  UNAUTHENTICATED: { by: 'begin', data: { reason: 'session' } },
  ENROLMENT_REQUIRED: { by: 'begin' },
  METHOD_EXISTS: { by: 'begin' },
  TOO_MANY_METHODS: { by: 'begin' },
  METHOD_NOT_OFFERED: { by: 'begin' },
  DESTINATION_INVALID: { by: 'begin' },
  PREVIEW_GONE: { by: 'keepHere' },
  OTHER_CODE: { by: 'keepHere' },
  VAULT_WRITE_FAILED: { by: 'keepHere', data: { reason: 'ENOSPC' } },
  VAULT_READ_ONLY: { by: 'keepHere' },
  LAST_METHOD: { by: 'removeMethod' },
  STEP_UP_REQUIRED: { by: 'removeMethod' },
  DEVICE_NOT_FOUND: { by: 'endTrust' },
  SESSION_NOT_FOUND: { by: 'endSession' },
};

for (const { language, words } of [
  { language: 'en', words: en },
  { language: 'nl', words: nl },
] as const) {
  for (const [name, caller] of Object.entries<Caller>(callers)) {
    const codes = Object.entries(shown).filter(([, { by }]) => by === name);
    test(`${language}: what ${caller.path} can end in is said in words: ${codes.map(([code]) => code).join(', ')}`, async ({
      open,
    }) => {
      const preferences = { ...defaultPreferences, language };
      const { page, application } = await open({ account: caller.account, preferences });
      if (caller.account.link === null) await press(page, words.account.open);
      await caller.reach?.(page, words);
      for (const [code, { data }] of codes) {
        application.script.failures.set(caller.path, { code, data });
        await caller.call(page, words);
        if (code === 'STEP_UP_REQUIRED')
          await confirmInVain(page, words, application.script.failures, caller.path);
        await expect(page.getByText(wordsOf(words, code).title).first(), code).toBeVisible();
        await expect(page.locator('body'), code).not.toContainText('{{');
      }
    });
  }
}

test('every code of the contract is shown by a call that declares it', () => {
  for (const [code, { by }] of Object.entries(shown)) {
    const declared = codesAt(callers[by].path.split('.').slice(1));
    expect(declared, `${code} by ${by}`).toContain(code);
  }
});

test('what went wrong says how long to wait, how many tries are left and why', async ({ open }) => {
  const { page, application } = await open({ account: viewOf({ account: secondFactor() }) });
  const { failures } = application.script;
  await press(page, 'Account');
  failures.set(callers.verify.path, { code: 'CODE_WRONG', data: { triesLeft: 1 } });
  await press(page, 'Use the code of this Latchkey');
  await expect(page.getByText('You have 1 try left.')).toBeVisible();
  failures.set(callers.verify.path, { code: 'CODE_WRONG', data: { triesLeft: 5, isUsed: true } });
  await press(page, 'Use the code of this Latchkey');
  await expect(page.getByText('This code has just been used')).toBeVisible();
  await expect(page.getByText('This does not count as a try.')).toBeVisible();
  failures.set(callers.verify.path, {
    code: 'TOO_MANY_ATTEMPTS',
    data: { retryAfterSeconds: 61, disabled: false },
  });
  await press(page, 'Use the code of this Latchkey');
  await expect(page.getByText('Try again in 61 seconds.')).toBeVisible();
  failures.set(callers.verify.path, {
    code: 'TOO_MANY_ATTEMPTS',
    data: { retryAfterSeconds: 0, disabled: true },
  });
  await press(page, 'Use the code of this Latchkey');
  await expect(page.getByText('Waiting no longer helps')).toBeVisible();
});

/** The fresh check is done, and the call still wants one: then it is said. */
async function confirmInVain(
  page: Page,
  words: typeof en | typeof nl,
  failures: Map<string, { code: string }>,
  path: string,
) {
  await expect(page.getByRole('dialog', { name: words.account.stepUp.title })).toBeVisible();
  failures.set(path, { code: 'STEP_UP_REQUIRED' });
  await press(page, words.account.stepUp.useThis);
}

function wordsOf(words: typeof en | typeof nl, code: string): { title: string; text: string } {
  const found = Object.entries(words.errors).find(([name]) => name === code);
  if (found === undefined) throw new Error(`no words for ${code}`);
  return found[1];
}

function codesAt(path: string[]): string[] {
  let at: unknown = accountContract;
  for (const part of [...path, '~orpc', 'errorMap']) {
    if (typeof at !== 'object' || at === null) throw new Error(`no ${path.join('.')} in the contract`);
    at = Reflect.get(at, part);
  }
  return Object.keys(Object(at));
}
