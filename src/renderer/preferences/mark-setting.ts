import { useEffect } from 'react';
import { amend } from '../navigation/navigator.ts';
import type { SettingsPlace } from '../navigation/place.ts';

const mark = 'data-marked';

/**
 * Leads to the setting that the search found, by its name: scrolls to it, marks it and gives it the focus as soon as it is
 * there. The mark stays until the person does something.
 */
export function useMarkedSetting(place: SettingsPlace): void {
  const { marks } = place;
  useEffect(() => {
    if (marks === undefined) return undefined;
    const over = new AbortController();
    const observer = new MutationObserver(attempt);
    function attempt(): void {
      const found = settingNamed(marks ?? '');
      if (found === null) return;
      observer.disconnect();
      found.setAttribute(mark, '');
      found.scrollIntoView({ block: 'center' });
      // A palette that closes at this moment returns the focus a frame later.
      requestAnimationFrame(() => requestAnimationFrame(() => focusIn(found)));
      const end = () => {
        over.abort();
        found.removeAttribute(mark);
        amend({ ...place, marks: undefined });
      };
      for (const act of ['keydown', 'pointerdown']) {
        document.addEventListener(act, end, { capture: true, signal: over.signal });
      }
    }
    observer.observe(document.body, { childList: true, subtree: true });
    attempt();
    return () => {
      observer.disconnect();
      over.abort();
    };
  }, [marks, place]);
}

/** What belongs to the setting of this name: its control, or the group that has it as its heading. */
function settingNamed(name: string): HTMLElement | null {
  const page = document.querySelector('main > section');
  const texts = [...(page?.querySelectorAll<HTMLElement>('h1, h2, dt, label, span') ?? [])];
  const found =
    texts.find(({ textContent }) => textContent === name) ??
    texts.find((one) => one.matches('label') && one.textContent.startsWith(name));
  if (found === undefined) return null;
  const whole = found.closest<HTMLElement>('[role="radiogroup"], label:has(input), h1');
  if (whole !== null) return whole;
  return found.matches('h2') ? found.closest('section') : found.parentElement;
}

function focusIn(found: HTMLElement): void {
  const controls = [...found.querySelectorAll<HTMLElement>('input, button, [tabindex="0"]')];
  const control = controls.find((one) => one.matches('input:checked')) ?? controls[0];
  control?.focus({ preventScroll: true });
}
