import type { App } from 'electron';
import { textLimits } from '../contract/limits.ts';

const scheme = 'latchkey';

export interface LinkTaker {
  /** Gets a link as it came; whether it is one is for the application to say. */
  open(raw: string): void;
  /** Shows the window, where the person is asked. */
  comeForward(): void;
}

/**
 * Takes the links that the operating system opens with Latchkey (`latchkey://…`): macOS says so with an event,
 * also before Electron is ready; elsewhere they are arguments of the start, or of a second one. Nothing of a link is
 * logged. Of what is longer than any link, so much is handed on that the application can say so.
 *
 * @param argv of this process: the start by a link
 * @returns what takes the arguments of a second start
 */
export function followDeepLinks(
  app: Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>,
  argv: readonly string[],
  taker: LinkTaker,
): (argv: readonly string[]) => void {
  // In a checkout `npm start` registers what opens links; Electron would name itself, without the application.
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

/** The link among a process's arguments: Chromium adds switches of its own around it, so it is the last that is one. */
function linkIn(argv: readonly string[]): string | null {
  return argv.findLast((argument) => argument.startsWith(`${scheme}://`)) ?? null;
}
