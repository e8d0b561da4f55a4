import type { Page } from '@playwright/test';
import { addressOf, entryOf } from './rig/entries.ts';
import { locked, noKit, type World } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';

/** A node of the tree as Chromium gives it to a screen reader. */
interface Heard {
  role: string;
  name: string;
  description: string;
  /** What is true of it: `focused`, `invalid`, `expanded=false`… */
  states: Record<string, unknown>;
}

/** What a screen reader can reach: everything that is not ignored, in the order of the tree. */
async function treeOf(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
      states: Object.fromEntries(
        properties.map((property) => [property.name, property.value.value as unknown]),
      ),
    }));
}

/** What a person can act on. */
const controls = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'menuitemradio',
  'option',
  'radio',
  'row',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'dialog',
  'alertdialog',
  'grid',
]);

const list = { ...noKit, entries: [entryOf({ pinned: true }), entryOf({ issuer: 'Bank' })] };

interface Screen {
  name: string;
  world: World;
  press?: (string | RegExp)[];
  /** What has to be heard: role, name and, where it matters, description and states. */
  has: (Pick<Heard, 'role'> & {
    name: string | RegExp;
    description?: RegExp;
    states?: Record<string, unknown>;
  })[];
}

const spokenCode = /^\d \d \d, \d \d \d$/u;

const screens: Screen[] = [
  {
    name: 'first run',
    world: { hasVault: false },
    has: [
      { role: 'heading', name: 'Your codes, on your own computer', states: { level: 1 } },
      { role: 'button', name: 'Continue' },
      { role: 'button', name: 'Restore a backup', states: { expanded: false } },
    ],
  },
  {
    name: 'protection',
    world: { hasVault: false },
    press: ['Continue'],
    has: [
      { role: 'heading', name: 'What protects your codes', states: { level: 1 } },
      { role: 'checkbox', name: /^Add a passphrase as a second way in/u, states: { checked: 'false' } },
    ],
  },
  {
    name: 'empty',
    world: noKit,
    has: [
      { role: 'heading', name: 'No codes yet' },
      { role: 'button', name: 'Scan the screen' },
    ],
  },
  {
    name: 'codes',
    world: list,
    has: [
      { role: 'searchbox', name: 'Search' },
      { role: 'button', name: 'More', states: { hasPopup: 'menu' } },
      { role: 'grid', name: 'Codes' },
      { role: 'row', name: 'GitHub (ada@example.org)', description: spokenCode },
      { role: 'row', name: 'Bank (ada@example.org)', description: spokenCode },
      { role: 'button', name: 'Details of Bank (ada@example.org)' },
    ],
  },
  {
    name: 'codes that are hidden',
    world: { ...list, preferences: { hideCodes: true } },
    has: [{ role: 'row', name: 'GitHub (ada@example.org)', description: /^Code hidden$/u }],
  },
  {
    name: 'entry',
    world: list,
    press: [/^Details of GitHub/],
    has: [
      { role: 'heading', name: 'GitHub' },
      { role: 'button', name: 'Copy code' },
      { role: 'button', name: 'Delete' },
    ],
  },
  {
    name: 'delete',
    world: list,
    press: [/^Details of GitHub/, 'Delete'],
    has: [{ role: 'alertdialog', name: /GitHub/u }],
  },
  {
    name: 'ways to add',
    world: list,
    press: ['Add'],
    has: [
      { role: 'dialog', name: 'Add a code' },
      { role: 'button', name: /^Type the key in/u },
    ],
  },
  {
    name: 'typed',
    world: list,
    press: ['Add', /^Type the key in/],
    has: [
      { role: 'dialog', name: 'Type the key in' },
      { role: 'textbox', name: 'Key', description: /^Letters A–Z/u, states: { focused: true } },
    ],
  },
  {
    name: 'preview',
    world: { ...list, sees: [[addressOf(entryOf({ issuer: 'Shop' }))]] },
    press: ['Add', 'Scan the screen'],
    has: [
      { role: 'dialog', name: 'Keep this one?' },
      { role: 'textbox', name: 'Site or service' },
      { role: 'button', name: 'Keep' },
    ],
  },
  {
    name: 'locked',
    world: { ...noKit, ...locked },
    has: [
      { role: 'heading', name: 'Locked', states: { level: 1 } },
      { role: 'textbox', name: 'Passphrase', states: { focused: true } },
      { role: 'button', name: 'Unlock' },
    ],
  },
];

for (const { name, world, press = [], has } of screens) {
  test(`the tree of ${name}: everything has a name, and no code is one number`, async ({ open, page }) => {
    await open(world);
    for (const button of press) await page.getByRole('button', { name: button, exact: true }).last().click();
    // The codes and the focus come a moment after the screen.
    await expect(async () => {
      const tree = await treeOf(page);
      for (const { role, name: named, description, states } of has) {
        const fits = tree.filter(
          (node) =>
            node.role === role && (typeof named === 'string' ? node.name === named : named.test(node.name)),
        );
        expect(
          fits.length,
          `${role} “${named}” in ${JSON.stringify(tree.map((node) => `${node.role} ${node.name}`))}`,
        ).toBe(1);
        if (description !== undefined) expect(fits[0]?.description).toMatch(description);
        if (states !== undefined) expect(fits[0]?.states).toMatchObject(states);
      }
    }).toPass({ timeout: 60_000 });
    const tree = await treeOf(page);
    expect(tree.filter(({ role, name: own }) => controls.has(role) && own.trim() === '')).toEqual([]);
    // A whole code, or a group of its digits alone, would be said as a number: “one hundred twenty-three”.
    const asNumber = /^\d{3,5}$|\d{6}|\b\d{3} \d{3}\b/u;
    const numbers = tree.filter(
      ({ name: own, description }) => asNumber.test(own) || asNumber.test(description),
    );
    expect(numbers.map(({ role, name: own }) => `${role} ${own}`)).toEqual([]);
  });
}
