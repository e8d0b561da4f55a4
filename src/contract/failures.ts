/** The errors of the window's contract as types, taken from its error maps. */
import type { z } from 'zod';
import type { AppContract } from './app.ts';

type CodesOf<Part> = Part extends { '~orpc': { errorMap: infer Errors } }
  ? keyof Errors & string
  : { [Name in keyof Part]: CodesOf<Part[Name]> }[keyof Part];
type Declared<Part, Code> = Part extends { '~orpc': { errorMap: infer Errors } }
  ? Code extends keyof Errors
    ? Errors[Code]
    : never
  : { [Name in keyof Part]: Declared<Part[Name], Code> }[keyof Part];
type DataOf<Item> = Item extends { data: infer Schema extends z.ZodType } ? z.input<Schema> : undefined;

/** The data of every error that the contract declares, by its code; `undefined` if it has none. */
export type Failures = { [Code in CodesOf<AppContract>]: DataOf<Declared<AppContract, Code>> };

/** Every error code that the contract declares. */
export type FailureCode = keyof Failures;

/** A code together with its data, as arguments. */
export type FailureArguments = {
  [Code in FailureCode]: Failures[Code] extends undefined
    ? [code: Code, data?: undefined]
    : [code: Code, data: Failures[Code]];
}[FailureCode];
