import type { AppContract } from '../../contract/app.ts';

type CodesOf<T> = T extends { '~orpc': { errorMap: infer Errors } }
  ? keyof Errors & string
  : T extends object
    ? { [K in keyof T]: CodesOf<T[K]> }[keyof T]
    : never;

/** Every error code that the contract declares. */
export type ContractErrorCode = CodesOf<AppContract>;
