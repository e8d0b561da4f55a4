import type { ClockDoubt, ClockState } from '../../contract/clock.ts';
import { periodOf } from '../../core/otp/code.ts';
import type { Account } from '../account/calls.ts';
import { Failure } from '../failure.ts';
import type { Clock, Log, Power } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { failureReport } from '../report-failure.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched } from '../watched.ts';

/** The period of most codes, in ms; for a vault that has none yet. */
const usualPeriodMs = 30_000;
/** What an answer of a server tells is no finer than this, in ms. */
const leastErrorMs = 3_000;
/** How long before and after a jump a sleep may be reported, in ms: it explains the jump. */
const sleepToldWithinMs = 10_000;
/** How often an open vault's clock is compared, in ms. */
const compareEveryMs = 12 * 3_600_000;

/**
 * From which error on codes may fail, in ms: a third of the shortest period. Sites take the code before and after
 * theirs at best, and the person needs the rest of the period to type it.
 */
export function errorThatMatters(periodsMs: readonly number[]): number {
  return Math.max(leastErrorMs, Math.min(usualPeriodMs, ...periodsMs) / 3);
}

export interface ClockCheck {
  watch(signal?: AbortSignal): AsyncGenerator<ClockState>;
  /** @throws Failure CLOCK_NOT_COMPARED if no account server answers */
  compare(): Promise<void>;
  trust(): void;
  /** Follows the clock, and asks the account server about it if somebody has an account, until `close`. */
  start(): void;
  close(): void;
}

/** Notices that the clock, by which codes go, is wrong: from its jumps, and from the account server's time. */
export function createClockCheck({
  clock,
  power,
  preferences,
  vault,
  account,
  log,
}: {
  clock: Clock;
  power: Power;
  preferences: Pick<Preferences, 'get' | 'onChange'>;
  vault: Pick<Vault, 'document' | 'watchDocument'>;
  account: Pick<Account, 'watch' | 'lookAtServer'>;
  log: Log;
}): ClockCheck {
  const correction = () => preferences.get().codeCorrectionMs;
  const state = createWatched<ClockState>({ correctionMs: 0, measured: null, doubt: null });
  const stopping = new AbortController();
  const failed = failureReport(log, stopping.signal)('clock');
  let setBy = 0;
  let lastSleep = -Infinity;
  let isSetUp = false;
  let stops: (() => void)[] = [];
  let stopPause = () => {};

  function show(measured = state.get().measured): void {
    state.set({ correctionMs: correction(), measured, doubt: doubtOf(measured) });
  }

  function doubtOf(measured: ClockState['measured']): ClockDoubt | null {
    const entries = vault.document()?.entries ?? [];
    const matters = errorThatMatters(
      entries.flatMap(({ parameters }) => (parameters.kind === 'hotp' ? [] : [periodOf(parameters) * 1_000])),
    );
    if (measured !== null) {
      const errorMs = measured.driftMs - correction();
      return Math.abs(errorMs) < matters ? null : { kind: 'measured', errorMs };
    }
    return Math.abs(setBy) < matters ? null : { kind: 'set', byMs: setBy };
  }

  async function compare(): Promise<void> {
    const { driftMs } = await account.lookAtServer();
    if (stopping.signal.aborted) return;
    if (driftMs === null) throw new Failure('CLOCK_NOT_COMPARED');
    setBy = 0;
    show({ driftMs, at: clock.now() });
  }

  /** Compares if somebody has an account. That its server is away says nothing of the clock. */
  function compareIfSetUp(): void {
    stopPause();
    stopPause = clock.after(compareEveryMs, compareIfSetUp);
    if (!isSetUp) return;
    compare().catch((error: unknown) => {
      if (!(error instanceof Failure)) failed(error);
    });
  }

  function jumped(byMs: number): void {
    const at = clock.elapsed();
    const conclude = () => {
      if (Math.abs(lastSleep - at) > sleepToldWithinMs) setBy += byMs;
      show(null);
      compareIfSetUp();
    };
    // The clock stands still in a sleep, and goes back in none.
    if (byMs < 0) conclude();
    else if (power.tells.triggers.includes('suspend')) stops.push(clock.after(sleepToldWithinMs, conclude));
    else compareIfSetUp();
  }

  async function followAccount(): Promise<void> {
    for await (const { account: present } of account.watch(undefined, stopping.signal)) {
      const was = isSetUp;
      const isNobody = present.stage === 'signedOut' && present.address === null;
      isSetUp = present.stage !== 'vaultClosed' && !isNobody;
      if (isSetUp && !was) compareIfSetUp();
    }
  }

  async function followEntries(): Promise<void> {
    for await (const _ of vault.watchDocument(stopping.signal)) show();
  }

  return {
    watch: (signal) => state.watch(signal),
    compare,

    trust() {
      setBy = 0;
      show();
    },

    start() {
      followAccount().catch(failed);
      followEntries().catch(failed);
      stops = [
        clock.onJump(jumped),
        power.watch((event) => {
          if (event === 'suspend') lastSleep = clock.elapsed();
        }),
        preferences.onChange(() => {
          if (correction() === state.get().correctionMs) return;
          // Whoever corrects the codes has looked at the clock.
          setBy = 0;
          show();
        }),
      ];
    },

    close() {
      stopping.abort();
      stopPause();
      for (const stop of stops) stop();
      state.close();
    },
  };
}
