import { expect, test } from 'vitest';
import { aheadOf, timeOfDay } from '../../../src/renderer/clock/other-clock.ts';

test.each([
  ['14:05', 845],
  ['1405', 845],
  [' 4.05 ', 245],
  ['0:00', 0],
  ['23:59', 1439],
  ['24:00', null],
  ['12:60', null],
  ['', null],
  ['14', null],
  ['14:5', null],
  ['half two', null],
])('%j is %j minutes after midnight', (text, minutes) => {
  expect(timeOfDay(text)).toBe(minutes);
});

const at = (hours: number, minutes: number, seconds: number) =>
  new Date(2026, 2, 10, hours, minutes, seconds, 400).getTime();

test.each([
  ['the same', 845, at(14, 5, 0), 0],
  ['ahead', 845, at(14, 2, 55), 125_000],
  ['behind', 845, at(14, 6, 30), -90_000],
  ['with twelve hours', 125, at(14, 4, 0), 60_000],
  ['past midnight', 1, at(23, 59, 0), 120_000],
  ['before midnight', 1439, at(0, 1, 0), -120_000],
])('a clock that is %s is ahead by as much', (_, minute, present, ahead) => {
  expect(aheadOf(minute, present)).toBe(ahead);
});
