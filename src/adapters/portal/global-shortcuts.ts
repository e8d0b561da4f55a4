import { randomBytes } from 'node:crypto';
import process from 'node:process';
import type { Message } from 'dbus-native';
import { z } from 'zod';
import type { Clock, GlobalShortcut, Log } from '../../app/ports.ts';
import { languageOf } from '../../contract/vocabulary.ts';
import { sharedWords } from '../../contract/words/languages.ts';
import { environmentLanguages } from '../environment-languages.ts';
import { openPortal, portalPath, portalService, type Portal, type PortalAnswer } from './portal.ts';

const shortcutsInterface = 'org.freedesktop.portal.GlobalShortcuts';
const sessionInterface = 'org.freedesktop.portal.Session';
/** The one shortcut of a session. */
const shortcutId = 'quick-find';
/** How long the desktop's question may stand, in ms: the person chooses keys there. */
const patienceMs = 120_000;

const sessionResults = z.object({ session_handle: z.string() });
const boundResults = z.object({
  shortcuts: z.array(z.tuple([z.string(), z.object({ trigger_description: z.string().optional() })])),
});
const activated = z.tuple([z.string(), z.literal(shortcutId)]).rest(z.unknown());

/**
 * The global shortcut by org.freedesktop.portal.GlobalShortcuts: the desktop asks the person, who may choose other
 * keys. A session of its own, on a connection of its own, holds it; closing the connection ends it.
 *
 * @param env where the bus is: DBUS_SESSION_BUS_ADDRESS or XDG_RUNTIME_DIR; the language of the description
 */
export function createPortalShortcut(
  { clock, log }: { clock: Clock; log: Log },
  env = process.env,
): GlobalShortcut {
  let portal: Portal | null = null;
  const close = () => {
    portal?.close();
    portal = null;
  };
  const failed = (answer: Exclude<PortalAnswer, { outcome: 'given' }>) => {
    // A question that is still open goes with the connection, and so does a session that comes late.
    close();
    if (answer.outcome === 'failed') log.error('shortcut', { error: answer.reason });
    const isRefused = answer.outcome === 'cancelled' || answer.outcome === 'ended';
    return { outcome: 'failed', cause: isRefused ? 'denied' : 'failed' } as const;
  };

  return {
    async way() {
      if (portal !== null) return 'portal';
      const opened = await openPortal(shortcutsInterface, env);
      opened?.close();
      return opened === null ? 'none' : 'portal';
    },

    async register(accelerator, pressed, ended) {
      close();
      const opened = await openPortal(shortcutsInterface, env);
      if (opened === null) return { outcome: 'failed', cause: 'unsupported' };
      portal = opened;
      const made = await opened.request(
        {
          member: 'CreateSession',
          signature: 'a{sv}',
          options: { session_handle_token: `latchkey${randomBytes(16).toString('hex')}` },
        },
        { clock, ms: patienceMs },
      );
      if (made.outcome !== 'given') return failed(made);
      const session = sessionResults.safeParse(made.results).data?.session_handle;
      if (session === undefined) return failed({ outcome: 'failed', reason: 'the portal named no session' });

      await follow(opened, session, {
        // What is on its way when the connection is closed still arrives.
        pressed: () => (portal === opened ? pressed() : undefined),
        closed() {
          if (portal !== opened) return;
          close();
          log.error('shortcut', { error: 'the desktop ended the session' });
          ended();
        },
      });
      const wanted = {
        // The desktop shows it beside the keys, in its own settings too.
        description: sharedWords[languageOf(environmentLanguages(env))].shortcut,
        preferred_trigger: triggerOf(accelerator),
      };
      const bound = await opened.request(
        {
          member: 'BindShortcuts',
          signature: 'oa(sa{sv})sa{sv}',
          before: [session, [[shortcutId, wanted]], ''],
        },
        { clock, ms: patienceMs },
      );
      if (bound.outcome !== 'given') return failed(bound);
      const shortcut = boundResults
        .safeParse(bound.results)
        .data?.shortcuts.find(([id]) => id === shortcutId);
      // The person left it out.
      if (shortcut === undefined) return failed({ outcome: 'cancelled' });
      return { outcome: 'registered', as: shortcut[1].trigger_description || accelerator };
    },

    async unregister() {
      close();
    },
  };
}

/** Tells presses, and once the end of the session: by the desktop, with the portal, or with the bus. */
async function follow(
  portal: Portal,
  session: string,
  { pressed, closed }: { pressed: () => void; closed: () => void },
): Promise<void> {
  const { bus } = portal;
  bus.connection.on('message', (message: Message) => {
    if (!portal.isOwn(message)) return;
    if (message.interface === shortcutsInterface && message.member === 'Activated') {
      const [of] = activated.safeParse(message.body).data ?? [];
      if (of === session) pressed();
    } else if (message.interface === sessionInterface && message.member === 'Closed') {
      if (message.path === session) closed();
    }
  });
  void portal.gone.then(closed);
  const by = `type='signal',sender='${portalService}'`;
  await bus.watch(`${by},interface='${shortcutsInterface}',member='Activated',path='${portalPath}'`);
  await bus.watch(`${by},interface='${sessionInterface}',member='Closed',path='${session}'`);
}

const modifierNames = new Map([
  ['Control', 'CTRL'],
  ['Alt', 'ALT'],
  ['Shift', 'SHIFT'],
  ['Super', 'LOGO'],
]);

/** `Control+Shift+L` as the XDG "shortcuts" specification writes it: `CTRL+SHIFT+l`, with XKB's names of keys. */
function triggerOf(accelerator: string): string {
  const keys = accelerator.split('+');
  const key = keys.pop() ?? '';
  const named = /^F\d+$/u.test(key) ? key : key.toLowerCase();
  return [...keys.map((name) => modifierNames.get(name) ?? name), named].join('+');
}
