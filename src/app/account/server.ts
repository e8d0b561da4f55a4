import { z } from 'zod';
import { apiVersion, serviceInfoSchema } from '../../contract/account-service/shapes.ts';
import type { Branding, ServerState, ServerTrouble, TrialFailure } from '../../contract/account-state.ts';
import { Failure } from '../failure.ts';
import { isLoopback, readTypedOrigin } from '../links/server-address.ts';
import type { AccountApi, ApiCaller, ApiClient, Clock } from '../ports.ts';
import type { KnownServer } from './local-account.ts';

/** The account server in use and what is known about it. */
export interface Server {
  state(): ServerState;
  /** The server's last description of itself; null until it has given one. */
  known(): KnownServer | null;
  /** Uses the description from an earlier run until the server gives a new one. */
  remember(known: KnownServer): void;
  /** Asks the server for its description; the outcome is the state. */
  look(): Promise<void>;
  /**
   * Switches to another server, once it proves to be a Latchkey server and `keep` has stored its origin.
   * @throws Failure SERVER_UNREACHABLE, SERVER_ADDRESS_INVALID
   */
  change(typed: string, keep: (origin: string) => void): Promise<void>;
  /**
   * Resolves when the server has described itself and can be called. Looks at it first if necessary.
   * @throws Failure SERVER_UNREACHABLE
   */
  ready(): Promise<KnownServer>;
  /**
   * Makes one call of the account contract.
   * @throws Failure with the contract's code, or SERVER_UNREACHABLE
   */
  ask<T>(caller: ApiCaller | null, call: (client: ApiClient) => Promise<T>): Promise<T>;
  /** Converts a server time to this computer's clock, in ms. */
  toLocal(time: string): number;
  /** The current time by the server's clock, in ms. */
  now(): number;
  /** The server's clock minus this computer's, in ms; null unless the server answers. */
  drift(): number | null;
  /** Aborts pending calls and makes no more. */
  close(): void;
}

/** The account server that a host was given from outside; the settings can't change it. */
export interface OutsideServer {
  address: string;
  /** The page with every mail and SMS of the trial of `npm start`; null if the server is not a trial. */
  trialInbox: string | null;
  /** Why the trial is not running; null while it runs or may still come up. */
  failure?: () => TrialFailure | null;
}

/** Wait in ms before asking an unreachable server again; a trial on this machine may still be starting. */
const askAgainMs = { any: 30_000, trial: 1_000 } as const;

interface ServerTools {
  api: AccountApi;
  clock: Clock;
  /** This Latchkey's version. */
  version: string;
  /** Called after each change of the state. */
  changed: () => void;
  /** Called when an unreachable server answers again. */
  back: () => void;
}

/**
 * Asks nothing until its first call.
 *
 * @param readAddress from the settings or the host; null if there is none
 * @param outside set if the address comes from the host
 */
export function createServer(
  readAddress: () => string | null,
  outside: Omit<OutsideServer, 'address'> | null,
  { api, clock, version, changed, back }: ServerTools,
): Server {
  let place: Place | null = null;
  let known: KnownServer | null = null;
  let lastSeen: ServerState['status'] | null = null;
  let stopWaiting = () => {};
  let isClosed = false;

  function where(): Place {
    place ??= placeOf(readAddress());
    return place;
  }

  function status(): ServerState['status'] {
    return lastSeen ?? (where().address === null ? 'none' : 'asking');
  }

  function show(next: ServerState['status']): void {
    stopWaiting();
    const again = outside?.trialInbox ? askAgainMs.trial : askAgainMs.any;
    const isAskedAgain = isAway(next) && !isClosed;
    stopWaiting = isAskedAgain ? clock.at(clock.now() + again, () => void lookAgain()) : () => {};
    lastSeen = next;
    changed();
  }

  /** If the trial reports that it is not running, that is the more specific reason for no answer. */
  function reasonOf(trouble: ServerTrouble): ServerTrouble {
    return trouble === 'offline' && outside?.failure?.() ? 'notStarted' : trouble;
  }

  async function look(): Promise<void> {
    const asked = where();
    if (asked.address === null) return;
    // The value set from outside may not be a valid address.
    if (asked.origin === null) return show('notLatchkey');
    const found = await lookAt(asked.origin, api, version);
    if (asked !== where()) return;
    if (found.trouble !== null) return show(reasonOf(found.trouble));
    known = found.known;
    show('ready');
  }

  async function lookAgain(): Promise<void> {
    await look();
    if (status() === 'ready') back();
  }

  async function ready(): Promise<KnownServer> {
    const mayAnswer = () => known !== null && (status() === 'ready' || isAway(status()));
    if (!mayAnswer()) await look();
    if (known !== null && mayAnswer()) return known;
    const now = status();
    // Without a server, or before it has answered, nothing can be reached.
    throw unreachable(isTrouble(now) ? now : 'offline');
  }

  function drift(): number {
    const { origin } = where();
    return origin === null ? 0 : api.drift(origin);
  }

  return {
    state: () => ({
      address: where().origin ?? where().address,
      status: status(),
      branding: known && brandingOf(known),
      trialInbox: outside?.trialInbox ?? null,
      trialFailure: status() === 'notStarted' ? (outside?.failure?.() ?? null) : null,
      isFixed: outside !== null,
    }),
    known: () => known,
    remember(earlier) {
      if (known === null && earlier.origin === where().origin) known = earlier;
    },
    look,

    async change(typed, keep) {
      const next = readTypedOrigin(typed);
      if (next === null) throw new Failure('SERVER_ADDRESS_INVALID');
      const found = await lookAt(next, api, version);
      if (found.trouble !== null) throw unreachable(found.trouble);
      keep(next);
      place = { address: next, origin: next };
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
          throw new Failure(...answer.refusal);
        case 'unusable': {
          const trouble = reasonOf(answer.trouble);
          show(trouble);
          throw unreachable(trouble);
        }
      }
    },

    toLocal: (time) => Date.parse(time) - drift(),
    now: () => clock.now() + drift(),
    drift: () => (status() === 'ready' ? drift() : null),
    close() {
      isClosed = true;
      stopWaiting();
      api.hangUp();
    },
  };
}

/** An address as it was given, and its origin if it is one. */
interface Place {
  address: string | null;
  origin: string | null;
}

function placeOf(address: string | null): Place {
  return { address, origin: address === null ? null : readTypedOrigin(address) };
}

/** Just enough of an answer to tell which side is too old; everything else may then look different. */
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
  // A server that gives another URL could be relaying requests: proofs are made for the URL it gives.
  if (!versions || (versions.url !== origin && !isLoopback(origin))) return { trouble: 'notLatchkey' };
  const { default: semver } = await import('semver');
  const minimum = semver.coerce(versions.minimumAppVersion, { includePrerelease: true });
  if (minimum !== null && semver.lt(version, minimum)) return { trouble: 'appTooOld' };
  if (versions.apiVersion < apiVersion) return { trouble: 'serverTooOld' };
  const info = serviceInfoSchema.safeParse(answer.value).data;
  return info ? { trouble: null, known: { origin, info } } : { trouble: 'notLatchkey' };
}

/** Whether the server may answer next time without any change of settings. */
function isAway(status: ServerState['status']): boolean {
  return status === 'offline' || status === 'notStarted';
}

/** Whether a status is the reason why the server cannot be used. */
export function isTrouble(status: ServerState['status']): status is ServerTrouble {
  return status !== 'none' && status !== 'asking' && status !== 'ready';
}

function unreachable(trouble: ServerTrouble): Failure {
  return new Failure('SERVER_UNREACHABLE', { trouble });
}

function brandingOf({ info }: KnownServer): Branding {
  const { name, portal, support, methods, password, trustDays } = info;
  return { name, portal, support, methods, password, trustDays };
}
