import type {
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  Meta,
} from '@orpc/contract';
import type { accountContract } from '../../contract/account.ts';
import type { AccountView } from '../../contract/account-state.ts';

/** The calls of a contract as plain functions: what it says of each (`contract/account.ts`) holds for these. */
export type CallsOf<Part> =
  Part extends ContractProcedure<
    infer Input extends AnySchema,
    infer Output extends AnySchema,
    ErrorMap,
    Meta
  >
    ? (input: InferSchemaOutput<Input>) => Promise<InferSchemaInput<Output>>
    : { [Name in keyof Part]: CallsOf<Part[Name]> };

/** The person's account, behind the window's contract. */
export interface Account extends CallsOf<Omit<typeof accountContract, 'watch'>> {
  /** The present view first, then each change. */
  watch(signal?: AbortSignal): AsyncGenerator<AccountView, void, void>;
  /** A link that the operating system opened. Never throws; what is no link of ours is ignored. */
  openLink(raw: string): void;
  close(): Promise<void>;
}
