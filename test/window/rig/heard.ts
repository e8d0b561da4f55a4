import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What was said so far, while somebody listens. */
    heard?: string[];
  }
}

/** What a screen reader is given to say by the window itself. */
export interface Heard {
  /** Everything so far, in its order: what live regions got, and what took the focus (`→ role name`). */
  all(): Promise<string[]>;
  /** How often something was said that contains this. */
  times(text: string): Promise<number>;
  /** Forgets what was said so far. */
  forget(): Promise<void>;
}

/** Listens from the first moment of the page on; to be called before it opens. */
export async function listen(page: Page): Promise<Heard> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    window.heard = heard;
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]';
    const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/gu, ' ').trim();
    const say = (text: string) => text !== '' && heard.push(text);
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const place = target instanceof Element ? target : target.parentElement;
        const region = place?.closest(live);
        if (region != null && addedNodes.length > 0 && region.matches('[aria-live]')) {
          // Each line that is added is said by itself.
          for (const node of addedNodes) say(plain(node.textContent));
        } else if (region != null) regions.add(region);
        for (const node of addedNodes) {
          if (node instanceof Element && region == null) {
            for (const inner of [node, ...node.querySelectorAll(live)])
              if (inner.matches(live)) regions.add(inner);
          }
        }
      }
      for (const region of regions) say(plain(region.textContent));
    }).observe(document, { childList: true, characterData: true, subtree: true });
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const by = target.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const labels =
        target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.labels : null;
      const name =
        target.getAttribute('aria-label') ??
        (by.length > 0
          ? by.map((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent ?? '').join(' ')
          : labels !== null && labels.length > 0
            ? labels[0]?.textContent
            : target.textContent);
      heard.push(`→ ${target.role ?? target.localName} ${plain(name ?? '')}`);
    });
  });
  const all = () => page.evaluate(() => window.heard ?? []);
  return {
    all,
    times: async (text) => (await all()).filter((line) => line.includes(text)).length,
    forget: () => page.evaluate(() => void window.heard?.splice(0)),
  };
}
