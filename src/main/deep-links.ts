import type { App } from 'electron';
import { textLimits } from '../contract/limits.ts';

const scheme = 'latchkey';

export interface LinkTaker {
  /** Gets a link unchecked; the application decides whether it is one. */
  open(raw: string): void;
  /** Shows the window, which asks the person. */
  comeForward(): void;
}

/**
 * Takes the links that the operating system opens with Latchkey (`latchkey://…`). On macOS they come as an
 * event, even before Electron is ready; elsewhere as arguments of the first or a second start. Logs nothing of
 * a link. Cuts an overlong link to just over the limit, so that the application can report it.
 *
 * @param argv of this process, which a link may have started
 * @returns the function that takes the arguments of a second start
 */
export function followDeepLinks(
  app: Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>,
  argv: readonly string[],
  taker: LinkTaker,
): (argv: readonly string[]) => void {
  // In a checkout, `npm start` registers the link handler; Electron would register itself, without Latchkey.
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme);
  const take = (raw: string) => {
    taker.open(raw.slice(0, textLimits.link + 1));
    taker.comeForward();
  };
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
  return argv.findLast((argument) => argument.startsWith(`${scheme}://`)) ?? null;
}
