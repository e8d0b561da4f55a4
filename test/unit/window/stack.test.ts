import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/renderer/navigation/place.ts';
import {
  stackOf,
  withAccountAt,
  withMemory,
  withoutTop,
  withPlace,
  type Stack,
} from '../../../src/renderer/navigation/stack.ts';

const list: Place = { at: 'list' };
const settings: Place = { at: 'settings' };
const security: Place = { at: 'settings', section: 'security' };
const about: Place = { at: 'settings', section: 'about' };
const overview: Place = { at: 'account', page: 'overview' };
const signIn = { at: 'account', page: 'signIn' } as const;

const through = (...places: Place[]): Stack =>
  places.reduce<Stack>((stack, place) => withPlace(stack, place), stackOf());
const places = (stack: Stack): Place[] => stack.map(({ place }) => place);

describe('the stack of places', () => {
  it('begins with the list, which no step back takes away', () => {
    expect(places(stackOf())).toEqual([list]);
    expect(places(withoutTop(stackOf()))).toEqual([list]);
    expect(places(withoutTop(through(settings, security)))).toEqual([list, settings]);
  });

  it('goes back to a place that is on it, and never round in a circle', () => {
    const stack = through(settings, security, { at: 'entry', id: 'a' });
    expect(places(withPlace(stack, security))).toEqual([list, settings, security]);
    expect(places(withPlace(stack, list))).toEqual([list]);
  });

  it('opens a place anew when it is asked for something else there', () => {
    const left = withMemory(through(settings), settings, { focus: null, scrolled: [7] });
    expect(withPlace(left, settings).at(-1)?.memory).toEqual({ focus: null, scrolled: [7] });
    const entry: Place = { at: 'entry', id: 'a', part: 'rename' };
    expect(places(withPlace(through({ at: 'entry', id: 'a' }), entry))).toEqual([list, entry]);
    expect(places(withPlace(through(settings), { at: 'list', shows: 'a' }))).toEqual([
      { at: 'list', shows: 'a' },
    ]);
  });

  it('puts a place where others of its room were, if it is to stand in their place', () => {
    expect(places(withPlace(through(settings, security), about, true))).toEqual([list, about]);
    const entry: Place = { at: 'entry', id: 'a' };
    expect(places(withPlace(through(entry, security), about, true))).toEqual([list, entry, about]);
  });

  it('has the account’s overview beneath each of its pages', () => {
    expect(places(through(signIn))).toEqual([list, overview, signIn]);
    expect(places(withPlace(through(signIn), { at: 'account', page: 'paste' }, true))).toEqual([
      list,
      overview,
      { at: 'account', page: 'paste' },
    ]);
    expect(places(withPlace(through(signIn), overview, true))).toEqual([list, overview]);
  });

  it('moves the account’s pages when its state changes, and nothing over them', () => {
    expect(places(withAccountAt(through(signIn, security), overview))).toEqual([list, overview, security]);
    expect(places(withAccountAt(through(overview, security), signIn))).toEqual([
      list,
      overview,
      signIn,
      security,
    ]);
    expect(places(withAccountAt(through(security), signIn))).toEqual([list, security]);
  });

  it('keeps what is left on the codes for every place on their screen, and for no other', () => {
    const memory = { focus: null, scrolled: [12] };
    const stack = withMemory(through({ at: 'entry', id: 'a' }, settings), { at: 'entry', id: 'a' }, memory);
    expect(stack.map((visit) => visit.memory)).toEqual([memory, memory, null]);
  });
});
