import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { mutants } from './mutants.ts';

/** A fiftieth of all histories, always the same. */
const SHARE = '0.02';
const here = import.meta.dirname;

/**
 * Takes out one rule after the other, and says by what it is noticed: the unit tests of sync, or else the simulation.
 * @param only a part of the rules' names; all of them without
 * @returns the exit code: 1 if a rule is not noticed
 * @throws Error if the tests are red with every rule in its place: that would notice anything
 */
export async function runMutants(only = ''): Promise<number> {
  const untouched = await noticedBy('');
  if (untouched !== null) throw new Error(`the ${untouched} is red with every rule in its place`);
  const survivors: string[] = [];
  for (const { rule } of mutants.filter((one) => one.rule.includes(only))) {
    const by = await noticedBy(rule);
    console.log(`${by ?? 'NOT NOTICED'}: ${rule}`);
    if (by === null) survivors.push(rule);
  }
  console.log(`${survivors.length} not noticed`);
  return survivors.length === 0 ? 0 : 1;
}

async function noticedBy(rule: string): Promise<string | null> {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', join(here, 'mutants.config.ts')];
  if (await isRed(vitest, rule)) return 'unit test';
  const simulation = ['--import', join(here, 'without-rule.ts'), join(here, 'run.ts'), SHARE];
  return (await isRed(simulation, rule)) ? 'simulation' : null;
}

async function isRed(args: readonly string[], rule: string): Promise<boolean> {
  const env = { ...process.env, LATCHKEY_WITHOUT: rule };
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: 'ignore', env });
  const [code] = await once(child, 'close');
  return code !== 0;
}
