import type { Page } from '@playwright/test';
import { languages } from '../../src/contract/vocabulary.ts';
import { en } from '../../src/renderer/words/en/words.ts';
import { names } from '../unit/words/same.ts';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'àƀçđéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ';

/** The language whose place the made-up one takes. */
const replaced = languages[1];

/**
 * A text of a language that nobody speaks: two fifths longer, with accents, in brackets, so that what is cut off,
 * untranslated or put together of pieces shows. Values and markup stay.
 */
export function pseudo(text: string): string {
  const marks = /(\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?\w[^<>]*>)/u;
  const said = text
    .split(marks)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(/[a-z]/giu, (letter) => accented.charAt(plain.indexOf(letter))),
    )
    .join('');
  const letters = text
    .split(marks)
    .filter((_, index) => index % 2 === 0)
    .join('').length;
  // Words, not one long one: lines break as they do in a language.
  const more = 'ţŵô þàŕţš ɱôŕé þļéàšé '.repeat(10).slice(0, Math.ceil(letters * 0.4));
  return `⟦${said}${more === '' ? '' : ` ${more.trim()}`}⟧`;
}

/** All of the window's words in the made-up language. */
function pseudoWords(words: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? pseudo(value) : pseudoWords(Object(value)),
    ]),
  );
}

/** The preferences of somebody who speaks the made-up language, which this page gets in the place of another one. */
export async function speakPseudo(page: Page): Promise<{ language: typeof replaced }> {
  await page.route(/\/words-[\w-]+\.js$/u, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const name = new RegExp(`export\\s*\\{\\s*(\\w+) as ${replaced}\\b`, 'u').exec(body)?.[1];
    if (name === undefined) return route.fulfill({ response });
    const words = JSON.stringify(pseudoWords(en));
    await route.fulfill({ response, body: `const words=${words};export{words as ${replaced}};` });
  });
  return { language: replaced };
}

/**
 * The window's words that are in no made-up language: nobody has translated them.
 * @param data what the window shows of the world, whose letters are its own
 */
export async function untranslated(page: Page, data: object): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || !holder.checkVisibility() || node.textContent?.trim() === '') continue;
      if (holder.closest('bdi, code, kbd, .digits, [lang]:not(html), style') !== null) continue;
      found.push(node.textContent ?? '');
    }
    for (const attribute of [
      'aria-label',
      'placeholder',
      'title',
      'alt',
      'aria-roledescription',
      'aria-valuetext',
    ])
      for (const element of document.querySelectorAll(`[${attribute}]`))
        if (element.closest('[lang]:not(html)') === null) found.push(element.getAttribute(attribute) ?? '');
    return found;
  });
  const known = [...names, ...ofOthers, ...stringsIn(data), ...ofIntl()].toSorted(
    (one, other) => other.length - one.length,
  );
  const withoutData = (text: string) => known.reduce((rest, one) => rest.replaceAll(one, ''), text);
  return [...new Set(said)].filter((text) => /\p{L}/u.test(withoutData(withoutBrackets(text))));
}

/** What React Aria says by itself in the replaced language (“Dismiss”), and names of hash functions and desktops. */
const ofOthers = ['Negeren', 'SHA-1', 'SHA-256', 'SHA-512', 'GNOME', 'KDE Plasma', 'Xfce'];

/** What stands outside of all brackets. */
function withoutBrackets(text: string): string {
  const inner = text.replaceAll(/⟦[^⟦⟧]*⟧/gu, '');
  return inner === text ? text : withoutBrackets(inner);
}

/** Every string in data. */
function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') return data === '' ? [] : [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : [];
}

/**
 * Names of months and days, and “now”, which `Intl` has in the language that the made-up one takes the place of; languages
 * call themselves by their own names.
 */
function ofIntl(): string[] {
  const now = new Intl.RelativeTimeFormat(replaced, { numeric: 'auto' }).format(0, 'second');
  const days = ['long', 'short'].flatMap((style) =>
    Array.from({ length: 12 }, (_, month) => new Date(2026, month, 1 + month)).flatMap((day) => [
      day.toLocaleString(replaced, { month: style === 'long' ? 'long' : 'short' }),
      day.toLocaleString(replaced, { weekday: style === 'long' ? 'long' : 'short' }),
    ]),
  );
  const own = languages.flatMap((one) => new Intl.DisplayNames([one], { type: 'language' }).of(one) ?? []);
  return [now, ...days, ...own];
}
