import type { Mark, Memory } from './stack.ts';

/** Takes down what would be lost when the screen goes. */
export function takeMemory(): Memory {
  // A menu goes before its screen, and its button has the focus then.
  const menu = document.activeElement?.closest('[role="menu"]');
  const focused = menu
    ? document.querySelector('[aria-haspopup][aria-expanded="true"]')
    : document.activeElement;
  return {
    focus: focused === null || focused === document.body ? null : markOf(focused),
    scrolled: scrollers().map(({ scrollTop }) => scrollTop),
  };
}

/**
 * Restores what was left on a screen that is shown again, part by part as its content comes, until the person does
 * something else. Returns a function that ends it.
 */
export function restoreMemory({ focus, scrolled }: Memory): () => void {
  const over = new AbortController();
  let isFocused = focus === null;
  let waiting = scrolled.flatMap((top, index) => (top > 0 ? [{ top, index }] : []));
  const attempt = () => {
    const parts = scrollers();
    waiting = waiting.filter(({ top, index }) => {
      const part = parts[index];
      if (part === undefined || part.scrollHeight - part.clientHeight < top) return true;
      part.scrollTop = top;
      return false;
    });
    const found = focus === null ? undefined : marked(focus);
    if (!isFocused && found !== undefined) {
      found.focus({ preventScroll: true });
      isFocused = true;
    }
    if (isFocused && waiting.length === 0) over.abort();
  };
  const observer = new MutationObserver(attempt);
  over.signal.addEventListener('abort', () => observer.disconnect());
  for (const act of ['keydown', 'pointerdown', 'wheel']) {
    document.addEventListener(act, () => over.abort(), { capture: true, signal: over.signal, passive: true });
  }
  observer.observe(document.body, { childList: true, subtree: true });
  attempt();
  return () => over.abort();
}

function markOf(element: Element): Mark | null {
  if (!(element instanceof HTMLElement)) return null;
  // React Aria's own ids are others in the next life of the screen.
  if (element.id !== '' && !element.id.startsWith('react-aria')) {
    return { selector: `#${CSS.escape(element.id)}`, name: null, nth: 0 };
  }
  const selector = element.tagName.toLowerCase();
  const name = nameOf(element);
  return { selector, name, nth: named(selector, name).indexOf(element) };
}

function marked({ selector, name, nth }: Mark): HTMLElement | undefined {
  return named(selector, name)[nth];
}

function named(selector: string, name: string | null): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  return name === null ? all : all.filter((one) => nameOf(one) === name);
}

/** The accessible name, as far as it can keep a control apart from others. Never what is typed in a field. */
function nameOf(element: HTMLElement): string {
  return element.ariaLabel ?? element.textContent;
}

function scrollers(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#window .scrolls')];
}
