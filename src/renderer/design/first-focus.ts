interface FirstFocusProps {
  readonly 'data-first-focus'?: '';
}

/**
 * Marks the element that `focusFirst` focuses when its screen appears. React Aria's own `autoFocus` stays
 * beside it, but is late when it assumes a screen reader: also while the Enter that sent a form is held.
 */
export function firstFocusProps(autoFocus: boolean | undefined): FirstFocusProps {
  return autoFocus === true ? { 'data-first-focus': '' } : {};
}

/** Focuses the marked element of a screen; without one, the screen's heading. */
export function focusFirst(screen: Element | null, heading: HTMLElement | null): void {
  const marked = screen?.querySelector<HTMLElement>('[data-first-focus]') ?? null;
  (marked ?? heading)?.focus({ preventScroll: true });
}
