import { useCallback } from 'react';
import type { RefCallback } from 'react';
import type { TFunction } from 'i18next';
import { windowClock } from '../connection/window-clock.ts';
import type { ShownCode } from './code-store.ts';
import { timeLeft } from './time-left.ts';

/** How long before its end a code counts as nearly over, in milliseconds. */
export const lastSeconds = 5_000;

interface Countdown {
  readonly element: HTMLElement;
  readonly code: ShownCode;
  /** The seconds left, as shown and as spoken. */
  readonly say: (seconds: number) => ReturnType<typeof timeLeft>;
}

/**
 * Four moves a second look continuous at a ring's size. CSS animations would make 60: with ten rings in sight,
 * that measured 190 ms of work a second instead of 27.
 */
const interval = 250;

const running = new Set<Countdown>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Shows a code's time inside the element that takes the ref: moves its ring (`.ring-time`), writes the time
 * left (`.ring-seconds`, in words `.ring-spoken`) and marks it `data-late` for the last five. Changes the
 * document directly, without rendering; one timer for all. A callback ref: an effect may precede another's ref.
 */
export function useCountdown(code: ShownCode | undefined, t: TFunction): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (element === null || code === undefined) return undefined;
      const countdown = { element, code, say: (seconds: number) => timeLeft(seconds, t) };
      running.add(countdown);
      show(countdown);
      timer ??= setInterval(() => running.forEach(show), interval);
      return () => {
        running.delete(countdown);
        delete element.dataset['late'];
        if (running.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    [code, t],
  );
}

function show({ element, code, say }: Countdown): void {
  const left = Math.max(0, code.validUntil - windowClock.elapsed());
  const gone = Math.max(0, 1 - left / (code.validUntil - code.validFrom));
  const ring = element.querySelector<SVGElement>('.ring-time');
  ring?.style.setProperty('stroke-dashoffset', (100 * gone).toFixed(1));
  const { short, spoken } = say(Math.ceil(left / 1000));
  write(element.querySelector('.ring-seconds'), short);
  write(element.querySelector('.ring-spoken'), spoken);
  if (left <= lastSeconds) element.dataset['late'] = '';
  else delete element.dataset['late'];
}

function write(place: Element | null, text: string): void {
  if (place !== null && place.textContent !== text) place.textContent = text;
}
