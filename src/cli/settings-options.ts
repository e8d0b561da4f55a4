import { InvalidArgumentError, Option, type Command } from 'commander';
import { otpAlgorithms, otpKinds, type OtpAlgorithm, type OtpKind } from '../contract/vocabulary.ts';
import { words } from './words/words.ts';

/** How codes are made, as far as it was given. */
export interface SettingsOptions {
  readonly type?: OtpKind;
  readonly algorithm?: OtpAlgorithm;
  readonly digits?: number;
  readonly period?: number;
  readonly counter?: number;
}

/** Adds the options for how codes are made. The application checks the ranges. */
export function addSettingsOptions(command: Command): Command {
  return command
    .addOption(new Option('--type <type>', words.settings.type).choices(otpKinds))
    .addOption(new Option('--algorithm <name>', words.settings.algorithm).choices(otpAlgorithms))
    .option('--digits <number>', words.settings.digits, wholeNumber)
    .option('--period <seconds>', words.settings.period, wholeNumber)
    .option('--counter <number>', words.settings.counter, wholeNumber);
}

/** Whether any of them was given. */
export function hasSettings({ type, algorithm, digits, period, counter }: SettingsOptions): boolean {
  return [type, algorithm, digits, period, counter].some((given) => given !== undefined);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/u.test(text)) throw new InvalidArgumentError(words.errors.notANumber);
  return Number(text);
}
