import type { Page } from '@playwright/test';

/**
 * What of the window's own words is not there to be read: cut off by what holds it, beyond what can be reached, written
 * over the edge of its control, or under another one. Names and codes may be shortened: they are data, in a `bdi`, a
 * `code` or `.digits`.
 */
export async function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || node.textContent?.trim() === '' || !isShown(holder)) continue;
      if (holder.closest('bdi, code, .digits, [dir=auto], style, option') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) judge(line, holder, node.textContent ?? '');
    }
    for (const fault of overlaps([...document.querySelectorAll('button, input, select, textarea')]))
      found.add(fault);
    return [...found];

    function isShown(element: Element): boolean {
      // What only a screen reader reads has a box of a pixel.
      const { width, height } = element.getBoundingClientRect();
      const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return (
        width > 1 &&
        height > 1 &&
        visible &&
        element.closest('[inert], [aria-hidden=true] .sr-only, .sr-only') === null
      );
    }

    function judge(line: DOMRect, holder: Element, text: string): void {
      if (line.width < 1) return;
      const said = text.trim().slice(0, 60);
      const control = holder.closest('button, [role=tab], [role=menuitem], [role=option]');
      const box = control?.getBoundingClientRect();
      if (box && (line.left < box.left - 1 || line.right > box.right + 1))
        found.add(`over its edge: ${said}`);
      for (let outer: Element | null = holder; outer !== null; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        const edge = outer.getBoundingClientRect();
        const beside = line.left < edge.left - 1 || line.right > edge.right + 1;
        const below = line.top < edge.top - 1 || line.bottom > edge.bottom + 1;
        if (beside && style.overflowX !== 'visible') {
          // What scrolls along can be reached.
          const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
          found.add(`${scrolls ? 'to be scrolled to along the line' : 'cut off'}: ${said}`);
        }
        if (below && (style.overflowY === 'hidden' || style.overflowY === 'clip'))
          found.add(`cut off below: ${said}`);
        // What lies in a scrolled part is judged by that part.
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') return;
      }
      if (line.left < -1 || line.right > innerWidth + 1) found.add(`beyond the window: ${said}`);
    }

    function overlaps(all: Element[]): string[] {
      const shown = all.filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width >= 8 && height >= 8 && isShown(element) && !isCovered(element);
      });
      return shown.flatMap((one, at) =>
        shown.slice(at + 1).flatMap((other) => {
          // A field's own button stands in it.
          if (one.parentElement?.contains(other) && one.matches('input, textarea')) return [];
          if (one.contains(other) || other.contains(one)) return [];
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return wide > 3 && high > 8 ? [`${nameOf(one)} over ${nameOf(other)}`] : [];
        }),
      );
    }

    /** Under a sheet, or a part of a field: the field's own button stands in it. */
    function isCovered(element: Element): boolean {
      const { left, top, width, height } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return there === null || !(element.contains(there) || there.contains(element));
    }

    function nameOf(element: Element): string {
      return (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 60);
    }
  });
}
