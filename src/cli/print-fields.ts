import { isolated } from '../contract/plain-line.ts';
import { streams } from './streams.ts';

/** Prints a field a line; what is null or empty is left out. Columns for a person, tabs for a program. */
export function printFields(fields: Record<string, string | number | boolean | null>): void {
  const there = Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, String(value)] as const],
  );
  if (!streams.isForPerson) return streams.printFields(...there);
  const width = Math.max(...there.map(([name]) => name.length));
  streams.print(...there.map(([name, value]) => `${name.padEnd(width)}  ${isolated(value)}`));
}
