import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wordList } from '../../../src/core/sync/words/list.ts';
import { isJoinQrText, joinQrText, readJoinWords, wordsOf } from '../../../src/core/sync/words/words.ts';

const numbers = [0, 1, 2047, 1024, 512, 0];

describe('the words of a computer that joins', () => {
  it('are the published list, each known by its first four letters', () => {
    expect(wordList).toHaveLength(2048);
    const published = '2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda';
    expect(
      createHash('sha256')
        .update(`${wordList.join('\n')}\n`)
        .digest('hex'),
    ).toBe(published);
    expect(new Set(wordList.map((word) => word.slice(0, 4))).size).toBe(2048);
  });

  it('are read as they were written, typed or from the QR code', () => {
    const words = wordsOf(numbers);
    for (const text of [
      words.join(' '),
      `  1. ${words.join(', ')}.\n`,
      words.join('-').toUpperCase(),
      words.map((word) => word.slice(0, 4)).join('\t'),
      joinQrText(numbers),
      joinQrText(numbers).toLowerCase(),
    ]) {
      expect(readJoinWords(text)).toEqual({ outcome: 'read', words: numbers });
    }
    expect(isJoinQrText(joinQrText(numbers))).toBe(true);
    expect(isJoinQrText(words.join(' '))).toBe(false);
  });

  it('make a QR code that every reader takes in its smallest form', () => {
    expect(joinQrText(numbers)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  it('say how many there are, and which one is no word and what was meant', () => {
    expect(readJoinWords('abandon ability')).toEqual({ outcome: 'count', count: 2 });
    expect(readJoinWords('')).toEqual({ outcome: 'count', count: 0 });
    const typo = readJoinWords('abandon abliity zoo length fetch abandon');
    expect(typo).toMatchObject({ outcome: 'unknown', place: 2 });
    expect(typo).toHaveProperty('meant.0', 'ability');
    expect(readJoinWords('abandon qqqqqqqqq')).toEqual({ outcome: 'unknown', place: 2, meant: [] });
  });
});
