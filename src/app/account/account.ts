import type {
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  Meta,
} from '@orpc/contract';
import type { guideContract } from '../../contract/guide.ts';
import type { AccountView } from '../../contract/guide-state.ts';
import { Failure } from '../failure.ts';

/** The calls of a contract as plain functions: what it says of each (`contract/guide.ts`) holds for these. */
export type CallsOf<Part> =
  Part extends ContractProcedure<
    infer Input extends AnySchema,
    infer Output extends AnySchema,
    ErrorMap,
    Meta
  >
    ? (input: InferSchemaOutput<Input>) => Promise<InferSchemaInput<Output>>
    : { [Name in keyof Part]: CallsOf<Part[Name]> };

/** The person's account, behind the guide's contract. */
export interface Account extends CallsOf<Omit<typeof guideContract, 'watch'>> {
  /** The present view first, then each change. */
  watch(signal?: AbortSignal): AsyncGenerator<AccountView, void, void>;
}

/** Nothing of the guide works yet: each call ends in OTHER_STEP. */
export function createAccount(): Account {
  const notYet = async (): Promise<never> => {
    throw new Failure('OTHER_STEP');
  };
  return {
    async *watch() {
      yield {
        server: { address: null, status: 'none', branding: null, trialInbox: null, isFixed: false },
        guide: { stage: 'signedOut', address: null, trustedUntil: null, ended: null },
        link: null,
        support: null,
      };
    },
    refresh: notYet,
    setServer: notYet,
    signUp: { start: notYet, resend: notYet, giveUp: notYet },
    link: { open: notYet, activate: notYet, askNewer: notYet, reset: notYet, dismiss: notYet },
    signIn: {
      start: notYet,
      send: notYet,
      verify: notYet,
      recover: notYet,
      giveUp: notYet,
      forgotPassword: notYet,
    },
    signOut: notYet,
    stepUp: { send: notYet, verify: notYet, recover: notYet },
    methods: {
      begin: notYet,
      resend: notYet,
      qr: notYet,
      confirm: notYet,
      useThisVault: notYet,
      giveUp: notYet,
      remove: notYet,
    },
    recoveryCodes: { generate: notYet, show: notYet, kept: notYet },
    devices: { list: notYet, revoke: notYet, revokeAll: notYet },
    sessions: { list: notYet, end: notYet, endOthers: notYet },
    changePassword: notYet,
    changeAddress: { start: notYet, confirm: notYet, giveUp: notYet },
    update: notYet,
    activity: notYet,
    export: notYet,
    remove: notYet,
    support: { ask: notYet, dismiss: notYet },
  };
}
