import { scanContract } from '../../contract/scan.ts';
import type { SetUpLinks } from '../links/set-up-links.ts';
import { serve } from '../serve.ts';
import type { Scan } from './scan.ts';

/** The part of the window's router for whatever an entry can be read from. */
export function scanRouter({ scan, setUpLinks }: { scan: Scan; setUpLinks: SetUpLinks }) {
  return serve(scanContract, {
    screen: (_, signal) => scan.screen(signal),
    picture: (input, signal) => scan.picture(input, signal),
    text: (input) => scan.text(input.text),
    links: (_, signal) => setUpLinks.watch(signal),
    typed: (input) => scan.typed(input),
  });
}
