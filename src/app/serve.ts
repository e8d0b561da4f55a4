import {
  isContractProcedure,
  type AnyContractRouter,
  type AnySchema,
  type ContractProcedure,
  type ErrorMap,
  type InferSchemaInput,
  type InferSchemaOutput,
  type Meta,
} from '@orpc/contract';
import { implement, type AnyRouter, type Context, type Router } from '@orpc/server';

/**
 * The calls of a contract as plain functions. Each does what the contract says of it. `signal` aborts when the
 * caller goes away.
 */
export type Calls<Contract> =
  Contract extends ContractProcedure<
    infer Input extends AnySchema,
    infer Output extends AnySchema,
    ErrorMap,
    Meta
  >
    ? (
        input: InferSchemaOutput<Input>,
        signal?: AbortSignal,
      ) => InferSchemaInput<Output> | Promise<InferSchemaInput<Output>>
    : { [Name in keyof Contract]: Calls<Contract[Name]> };

/**
 * A capability's part of the window's router. The call of the same name answers each procedure of the contract;
 * no decisions are made here.
 *
 * @throws Error if a procedure has no call, which the types forbid
 */
export function serve<Contract extends AnyContractRouter>(
  contract: Contract,
  calls: Calls<Contract>,
): Router<Contract, Context>;
export function serve(contract: AnyContractRouter, calls: unknown): AnyRouter {
  return answered(contract, calls);
}

function answered(contract: AnyContractRouter, calls: unknown): AnyRouter {
  if (isContractProcedure(contract)) {
    if (typeof calls !== 'function') throw new Error('a procedure of the contract has no call');
    return implement(contract).handler(({ input, signal }) => calls(input, signal));
  }
  const named = new Map(Object.entries(Object(calls)));
  return Object.fromEntries(
    Object.entries(contract).map(([name, part]) => [name, answered(part, named.get(name))]),
  );
}
