import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithPlaces } from '../../../src/contract/search/fold.ts';
import { marksOf, type Ranges } from '../../../src/contract/search/marks.ts';
import { search, searchable, type SearchedParts } from '../../../src/contract/search/search.ts';

type Named = SearchedParts & { readonly name?: string };

const entry = (issuer: string, account = '', more: Partial<Named> = {}): Named => ({
  issuer,
  account,
  tags: [],
  note: '',
  ...more,
});
const found = (entries: readonly Named[], text: string, how?: 'forgiving' | 'exact') =>
  search(searchable(entries), text, how).map(({ issuer, account }) => `${issuer} ${account}`.trim());

const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzéüñçøłšABCÉÜ'));
const word = fc.string({ unit: letter, minLength: 4, maxLength: 12 });
const words = fc.array(word, { minLength: 1, maxLength: 4 });
const anEntry = fc
  .record({ issuer: words, account: words, tags: fc.array(words, { maxLength: 3 }), note: words })
  .map(({ issuer, account, tags, note }) => ({
    issuer: issuer.join(' '),
    account: account.join('.'),
    tags: tags.map((tag) => tag.join('-')),
    note: note.join('\n'),
  }));

const partsOf = ({ issuer, account, tags, note }: SearchedParts) =>
  [issuer, account, ...tags, note].join(' ').split(/\s+/u);

/** One typing error in a word. */
const slips: Record<string, (letters: string[], at: number, other: string) => string[]> = {
  swapped: (letters, at) => {
    const from = Math.min(at, letters.length - 2);
    return letters.with(from, letters[from + 1] ?? '').with(from + 1, letters[from] ?? '');
  },
  missing: (letters, at) => letters.toSpliced(at, 1),
  added: (letters, at, other) => letters.toSpliced(at, 0, other),
  wrong: (letters, at, other) => letters.with(at, other),
};

describe('the search', () => {
  it('finds an entry by any of its words, in any order, and by parts of them', () => {
    fc.assert(
      fc.property(anEntry, fc.infiniteStream(fc.nat()), (one, chance) => {
        const next = () => chance.next().value ?? 0;
        const taken = partsOf(one)
          .map((text) => ({ text, at: next() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ text, at }) => text.slice(at % text.length));
        expect(search(searchable([one]), taken.join(' '), 'exact')).toEqual([one]);
      }),
    );
  });

  for (const [name, slip] of Object.entries(slips)) {
    it(`forgives one letter that is ${name} in a word of four or more`, () => {
      fc.assert(
        fc.property(anEntry, fc.nat(), fc.nat(), letter, (one, which, at, other) => {
          const candidates = [...one.issuer.split(' '), ...one.account.split('.'), ...one.note.split('\n')];
          const letters = Array.from(candidates[which % candidates.length] ?? '');
          const typed = slip(letters, at % letters.length, other).join('');
          expect(search(searchable([one]), typed)).toEqual([one]);
        }),
      );
    });

    it(`puts what matches exactly before what is found although a letter is ${name}`, () => {
      fc.assert(
        fc.property(words, fc.nat(), fc.nat(), letter, (issuer, which, at, other) => {
          const [typed, near] = [issuer.join(' '), issuer.with(which % issuer.length, '')];
          const letters = Array.from(issuer[which % issuer.length] ?? '');
          const slipped = slip(letters, at % letters.length, other).join('');
          const nearly = near.with(which % issuer.length, slipped).join(' ');
          // Else the word is there as it was typed, in another one.
          fc.pre(slipped.length > 3 && !fold(nearly).includes(fold(letters.join(''))));
          const close = entry(nearly, 'close');
          const exact = entry('', typed, { name: 'exact' });
          const both = search(searchable([close, exact]), typed);
          expect(both[0]).toBe(exact);
          expect(search(searchable([close, exact]), typed, 'exact')).not.toContain(close);
        }),
      );
    });
  }

  it('forgives nothing in short words, and one slip a word, not two', () => {
    expect(found([entry('Git')], 'gut')).toEqual([]);
    expect(found([entry('GitHub')], 'gthb')).toEqual([]);
    expect(found([entry('GitHub', 'octocat')], 'githib octcat')).toEqual(['GitHub octocat']);
  });

  it('puts the best match first: a whole word, a beginning, a word’s beginning, its inside; then tag and note', () => {
    const entries = [
      entry('Mail', 'x', { note: 'git' }),
      entry('Legit'),
      entry('My Git'),
      entry('GitHub'),
      entry('Git'),
      entry('Gut', 'x', { tags: ['git'] }),
    ];
    expect(found(entries, 'git')).toEqual(['Git', 'GitHub', 'My Git', 'Legit', 'Mail x', 'Gut x']);
  });

  it('keeps the order of equally good ones, and finds all for an empty text', () => {
    const entries = [entry('Beta bank'), entry('Alpha bank'), entry('Gamma bank')];
    expect(found(entries, 'bank')).toEqual(['Beta bank', 'Alpha bank', 'Gamma bank']);
    expect(found(entries, '  ')).toHaveLength(3);
  });

  it('sees no accents, no case, and no difference between a letter and its plain form', () => {
    const entries = [entry('Café Zürich'), entry('Łódź Straße'), entry('ＧＩＴＨＵＢ'), entry('ΟΔΟΣ')];
    expect(found(entries, 'zurich cafe')).toEqual(['Café Zürich']);
    expect(found(entries, 'LODZ strasse')).toEqual(['Łódź Straße']);
    expect(found(entries, 'github')).toEqual(['ＧＩＴＨＵＢ']);
    expect(found(entries, 'οδος')).toEqual(['ΟΔΟΣ']);
  });

  it('searches names, tags and the note, and nothing else of an entry', () => {
    const whole = {
      ...entry('Bank', 'ada', { tags: ['work'], note: 'blue card' }),
      secret: 'JBSWY3DPEHPK3PXP',
    };
    for (const text of ['bank', 'ada', 'work', 'blue', 'card work ada'])
      expect(found([whole], text)).toHaveLength(1);
    for (const text of ['JBSWY3DPEHPK3PXP', 'secret', 'JBSW']) expect(found([whole], text)).toEqual([]);
  });

  it('lets no word reach over from one part of an entry into the next', () => {
    const one = entry('Git', 'Hub', { tags: ['lab'], note: 'ticket' });
    for (const text of ['githu', 'github', 'hublab', 'labtick']) expect(found([one], text)).toEqual([]);
  });
});

describe('folding', () => {
  it('is the same letter by letter, and each piece of it leads back to a place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(places).toHaveLength(folded.length + 1);
        expect(places.at(-1)).toBe(text.length);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('the marks', () => {
  const pieces = (text: string, ranges: Ranges) => ranges.map(([start, end]) => text.slice(start, end));

  it('are what was typed, in the letters of the entry', () => {
    const one = entry('Café Zürich', 'ada@example.org');
    const { issuer, account, tags, note } = marksOf(one, 'ZURICH ada cafe');
    expect(pieces(one.issuer, issuer)).toEqual(['Café', 'Zürich']);
    expect(pieces(one.account, account)).toEqual(['ada']);
    expect([tags, note]).toEqual([[], null]);
    const split = entry('Cafe\u0301 1');
    expect(pieces(split.issuer, marksOf(split, 'cafe').issuer)).toEqual(['Cafe\u0301']);
  });

  it('are the word that was meant, where a slip was forgiven, and only there', () => {
    const one = entry('GitHub', 'githib@example.org');
    expect(pieces(one.issuer, marksOf(one, 'githbu').issuer)).toEqual(['GitHub']);
    expect(marksOf(one, 'githib').issuer).toEqual([]);
    expect(pieces(one.account, marksOf(one, 'githib').account)).toEqual(['githib']);
  });

  it('name the tag and the piece of the note in which a word stands that no name has', () => {
    const note = `${'once upon a time there was '.repeat(5)}a blue\ncard`;
    const one = entry('Bank', 'ada', { tags: ['Home', 'Work'], note });
    const marks = marksOf(one, 'bank work blue');
    expect(marks.tags.map(({ text, ranges }) => [text, pieces(text, ranges)])).toEqual([['Work', ['Work']]]);
    expect(marks.note?.text).toMatch(/^….* a blue card$/u);
    expect(pieces(marks.note?.text ?? '', marks.note?.ranges ?? [])).toEqual(['blue']);
    expect(marksOf(one, 'bank')).toMatchObject({ tags: [], note: null });
  });

  it('lie within the text, in order, and say what was found, for every entry that a search finds', () => {
    fc.assert(
      fc.property(anEntry, fc.nat(), (one, which) => {
        const all = partsOf(one);
        const typed = [all[which % all.length], all[(which * 7) % all.length]].join(' ');
        const { issuer, account, tags, note } = marksOf(one, typed);
        const marked = [
          { text: one.issuer, ranges: issuer },
          { text: one.account, ranges: account },
          ...tags,
          ...(note === null ? [] : [note]),
        ];
        expect(marked.flatMap(({ ranges }) => ranges)).not.toEqual([]);
        for (const { text, ranges } of marked) {
          const edges = ranges.flat();
          expect(edges).toEqual(edges.toSorted((a, b) => a - b));
          expect(edges.every((edge) => edge >= 0 && edge <= text.length)).toBe(true);
        }
      }),
    );
  });
});
