import semver from 'semver';
import { z } from 'zod';
import { apiVersion, serviceInfoSchema } from '../../contract/account-service.ts';
import type { Branding, ServerState, ServerTrouble, TrialFailure } from '../../contract/account-state.ts';
import { Failure } from '../failure.ts';
import { isLoopback, readTypedOrigin } from '../links/server-address.ts';
import type { AccountApi, ApiCaller, ApiClient, Clock } from '../ports.ts';
import type { KnownServer } from './local-account.ts';

/** The account server that is used, and what is known of it. */
export interface Server {
  state(): ServerState;
  /** What it last said of itself; null before it has. */
  known(): KnownServer | null;
  /** What it said in an earlier run, until it says it again. */
  remember(known: KnownServer): void;
  /** Asks it what it is; the outcome is the state. */
  look(): Promise<void>;
  /**
   * Uses another one, once it has shown to be a server of Latchkey and `keep` has kept its origin.
   * @throws Failure SERVER_UNREACHABLE, SERVER_ADDRESS_INVALID
   */
  change(typed: string, keep: (origin: string) => void): Promise<void>;
  /**
   * It has said what it is, and can be asked; it is looked at where that is not known.
   * @throws Failure SERVER_UNREACHABLE
   */
  ready(): Promise<KnownServer>;
  /**
   * One call of the account contract.
   * @throws Failure with the contract's code, or SERVER_UNREACHABLE
   */
  ask<T>(caller: ApiCaller | null, call: (client: ApiClient) => Promise<T>): Promise<T>;
  /** A time of the server by this computer's clock, in ms. */
  toLocal(time: string): number;
  /** The server's present, in ms. */
  now(): number;
  /** Breaks off what is being asked, and asks nothing more. */
  close(): void;
}

/** The account server that a host was given from outside: the settings can't change it. */
export interface OutsideServer {
  address: string;
  /** The page with every mail and SMS of the trial of `npm start`; null: it is none of a trial. */
  trialInbox: string | null;
  /** Why that trial is not up; null while it is, or may still come up. */
  failure?: () => TrialFailure | null;
}

/** A server that does not answer is asked again after so many ms; a trial on this machine is still coming up. */
const askAgainMs = { any: 30_000, trial: 1_000 } as const;

interface ServerTools {
  api: AccountApi;
  clock: Clock;
  /** This Latchkey's version. */
  version: string;
  /** Called after each change of the state. */
  changed: () => void;
  /** Called when a server that was away is there again. */
  back: () => void;
}

/**
 * @param address what the settings or the host say; null: none
 * @param outside set where the host says it
 */
export function createServer(
  address: string | null,
  outside: Omit<OutsideServer, 'address'> | null,
  { api, clock, version, changed, back }: ServerTools,
): Server {
  let origin = address === null ? null : readTypedOrigin(address);
  let known: KnownServer | null = null;
  let status: ServerState['status'] = address === null ? 'none' : 'asking';
  let stopWaiting = () => {};
  let isClosed = false;

  function show(next: ServerState['status']): void {
    stopWaiting();
    const again = outside?.trialInbox ? askAgainMs.trial : askAgainMs.any;
    const isAskedAgain = isAway(next) && !isClosed;
    stopWaiting = isAskedAgain ? clock.at(clock.now() + again, () => void lookAgain()) : () => {};
    status = next;
    changed();
  }

  /** No answer has a nearer reason where the trial says that it is not up. */
  function reasonOf(trouble: ServerTrouble): ServerTrouble {
    return trouble === 'offline' && outside?.failure?.() ? 'notStarted' : trouble;
  }

  async function look(): Promise<void> {
    if (address === null) return;
    // What was set from outside may be no address at all.
    if (origin === null) return show('notLatchkey');
    const asked = origin;
    const found = await lookAt(asked, api, version);
    if (asked !== origin) return;
    if (found.trouble !== null) return show(reasonOf(found.trouble));
    known = found.known;
    show('ready');
  }

  async function lookAgain(): Promise<void> {
    await look();
    if (status === 'ready') back();
  }

  async function ready(): Promise<KnownServer> {
    const mayAnswer = () => known !== null && (status === 'ready' || isAway(status));
    if (!mayAnswer()) await look();
    if (known !== null && mayAnswer()) return known;
    // Without a server, or before it has answered, there is none to be reached.
    throw unreachable(isTrouble(status) ? status : 'offline');
  }

  return {
    state: () => ({
      address: origin ?? address,
      status,
      branding: known && brandingOf(known),
      trialInbox: outside?.trialInbox ?? null,
      trialFailure: status === 'notStarted' ? (outside?.failure?.() ?? null) : null,
      isFixed: outside !== null,
    }),
    known: () => known,
    remember(earlier) {
      if (known === null && earlier.origin === origin) known = earlier;
    },
    look,

    async change(typed, keep) {
      const next = readTypedOrigin(typed);
      if (next === null) throw new Failure('SERVER_ADDRESS_INVALID');
      const found = await lookAt(next, api, version);
      if (found.trouble !== null) throw unreachable(found.trouble);
      keep(next);
      address = next;
      origin = next;
      known = found.known;
      show('ready');
    },

    ready,

    async ask(caller, call) {
      const { origin: to, info } = await ready();
      const answer = await api.ask({ origin: to, publicUrl: info.url }, caller, call);
      switch (answer.outcome) {
        case 'answered':
          show('ready');
          return answer.value;
        case 'refused':
          show('ready');
          throw new Failure(answer.code, answer.data);
        case 'unusable': {
          const trouble = reasonOf(answer.trouble);
          show(trouble);
          throw unreachable(trouble);
        }
      }
    },

    toLocal: (time) => Date.parse(time) - (origin === null ? 0 : api.drift(origin)),
    now: () => clock.now() + (origin === null ? 0 : api.drift(origin)),
    close() {
      isClosed = true;
      stopWaiting();
      api.hangUp();
    },
  };
}

/** Just enough of an answer to say which side is too old; everything else may look different then. */
const versionsSchema = z.object({
  name: z.string(),
  url: z.string(),
  minimumAppVersion: z.string(),
  apiVersion: z.int().default(0),
});

async function lookAt(
  origin: string,
  api: AccountApi,
  version: string,
): Promise<{ trouble: ServerTrouble } | { trouble: null; known: KnownServer }> {
  const answer = await api.look(origin);
  if (answer.outcome !== 'answered') {
    return { trouble: answer.outcome === 'unusable' ? answer.trouble : 'notLatchkey' };
  }
  const versions = versionsSchema.safeParse(answer.value).data;
  // A server that calls itself something else could be passing on what it gets: proofs are made for its own name.
  if (!versions || (versions.url !== origin && !isLoopback(origin))) return { trouble: 'notLatchkey' };
  const minimum = semver.coerce(versions.minimumAppVersion, { includePrerelease: true });
  if (minimum !== null && semver.lt(version, minimum)) return { trouble: 'appTooOld' };
  if (versions.apiVersion < apiVersion) return { trouble: 'serverTooOld' };
  const info = serviceInfoSchema.safeParse(answer.value).data;
  return info ? { trouble: null, known: { origin, info } } : { trouble: 'notLatchkey' };
}

/** It may answer the next time, without anyone changing it. */
function isAway(status: ServerState['status']): boolean {
  return status === 'offline' || status === 'notStarted';
}

function isTrouble(status: ServerState['status']): status is ServerTrouble {
  return status !== 'none' && status !== 'asking' && status !== 'ready';
}

function unreachable(trouble: ServerTrouble): Failure {
  return new Failure('SERVER_UNREACHABLE', { trouble });
}

function brandingOf({ info }: KnownServer): Branding {
  const { name, portal, support, methods, password, trustDays } = info;
  return { name, portal, support, methods, password, trustDays };
}
