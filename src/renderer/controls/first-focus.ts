interface FirstFocusProps {
  readonly 'data-first-focus'?: '';
}

/**
 * Marks what has the focus when its screen comes, for `focusFirst`. React Aria's own `autoFocus`, which stays beside
 * it, is late where it takes the person for one with a screen reader: also while Enter, which sent a form, is held.
 */
export function firstFocusProps(autoFocus: boolean | undefined): FirstFocusProps {
  return autoFocus === true ? { 'data-first-focus': '' } : {};
}

/** Gives the focus to what is marked for it in a screen; without that, to the screen's heading. */
export function focusFirst(screen: Element | null, heading: HTMLElement | null): void {
  const marked = screen?.querySelector<HTMLElement>('[data-first-focus]') ?? null;
  // A box to tick lies in its label.
  const first = marked instanceof HTMLLabelElement ? marked.control : marked;
  (first ?? heading)?.focus({ preventScroll: true });
}
