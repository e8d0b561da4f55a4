import type { App } from 'electron';
import { textLimits } from '../contract/limits.ts';
import { isLink } from '../contract/links.ts';

export interface LinkTaker {
  /** Gets a link unchecked; the application decides whether it is one, and which window it shows. */
  open(raw: string): void;
  /** A second start without a link: shows the window. */
  comeForward(): void;
}

/**
 * Takes the links that the operating system opens with Latchkey (`contract/links.ts`). On macOS they come as an
 * event, even before Electron is ready; elsewhere as arguments of the first or a second start. Logs nothing of
 * a link. Cuts an overlong link to just over the limit, so that the application can report it.
 *
 * @param argv of this process, which a link may have started
 * @returns the function that takes the arguments of a second start
 */
export function followDeepLinks(
  app: Pick<App, 'on'>,
  argv: readonly string[],
  taker: LinkTaker,
): (argv: readonly string[]) => void {
  const take = (raw: string) => taker.open(raw.slice(0, textLimits.link + 1));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  const ofStart = linkIn(argv);
  if (ofStart !== null) take(ofStart);
  return (more) => {
    const link = linkIn(more);
    if (link === null) taker.comeForward();
    else take(link);
  };
}

/** The link among a process's arguments: the last match, since Chromium adds switches of its own around it. */
function linkIn(argv: readonly string[]): string | null {
  return argv.findLast((argument) => isLink(argument)) ?? null;
}
