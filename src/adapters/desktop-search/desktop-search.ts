import process from 'node:process';
import type { DesktopSearch, Found, SearchAnswers } from '../../app/ports.ts';
import { sessionBus } from '../d-bus/buses.ts';

/** The name on the session's bus, and the objects there. `resources/linux/` tells the desktops of them. */
const busName = 'app.latchkey.Latchkey.SearchProvider';
const gnomePath = '/app/latchkey/Latchkey/SearchProvider';
const krunnerPath = '/app/latchkey/Latchkey/KRunner';
/** The icon's name, as the packages install it. */
const icon = 'latchkey-desktop';

/** KRunner::QueryMatch::PossibleMatch: some of the entry's names match. */
const possibleMatch = 30;

/** `DBUS_NAME_FLAG_DO_NOT_QUEUE`: another Latchkey answers already. */
const doNotQueue = 4;

/**
 * GNOME Shell's search (org.gnome.Shell.SearchProvider2) and KRunner (org.kde.krunner1), over D-Bus, on Linux.
 *
 * The desktops find them by `resources/linux/app.latchkey.Latchkey.search-provider.ini` (to be installed in
 * `/usr/share/gnome-shell/search-providers/`) and `resources/linux/app.latchkey.Latchkey.krunner.desktop` (in
 * `/usr/share/krunner/dbusplugins/`). There is no D-Bus service file: a search must not start Latchkey.
 *
 * @param env where the bus is: DBUS_SESSION_BUS_ADDRESS or XDG_RUNTIME_DIR
 */
export function createDesktopSearch(env = process.env, platform = process.platform): DesktopSearch {
  const address = platform === 'linux' ? sessionBus(env) : null;
  return {
    isThere: address !== null,
    async answer(answers) {
      if (address === null) throw new Error('there is no session bus');
      const { createClient } = await import('dbus-native');
      const bus = createClient({ busAddress: address });
      bus.connection.on('error', () => undefined);
      bus.exportInterface(gnomeProvider(answers), gnomePath, gnome);
      bus.exportInterface(krunner(answers), krunnerPath, kde);
      const { isPrimaryOwner } = await bus.ownName(busName, doNotQueue);
      if (!isPrimaryOwner) {
        await bus.close();
        throw new Error('another Latchkey answers the desktop');
      }
      return () => bus.close();
    },
  };
}

/** gnome-shell: data/dbus-interfaces/org.gnome.ShellSearchProvider2.xml. */
const gnome = {
  name: 'org.gnome.Shell.SearchProvider2',
  methods: {
    GetInitialResultSet: ['as', 'as', ['terms'], ['results']],
    GetSubsearchResultSet: ['asas', 'as', ['previous_results', 'terms'], ['results']],
    GetResultMetas: ['as', 'aa{sv}', ['identifiers'], ['metas']],
    ActivateResult: ['sasu', '', ['identifier', 'terms', 'timestamp'], []],
    LaunchSearch: ['asu', '', ['terms', 'timestamp'], []],
  } satisfies Record<string, [string, string, string[], string[]]>,
};

function gnomeProvider({ find, byIds, activate, search }: SearchAnswers) {
  const ids = (terms: string[]) => find(terms).map(({ id }) => id);
  return {
    GetInitialResultSet: ids,
    GetSubsearchResultSet(previous: string[], terms: string[]) {
      return ids(terms).filter((id) => previous.includes(id));
    },
    GetResultMetas: (wanted: string[]) =>
      byIds(wanted).map((entry) => ({ id: entry.id, ...named(entry), gicon: icon })),
    ActivateResult(id: string) {
      activate(id);
      return null;
    },
    LaunchSearch(terms: string[]) {
      search(terms);
      return null;
    },
  };
}

/** KRunner: src/data/org.kde.krunner1.xml. */
const kde = {
  name: 'org.kde.krunner1',
  methods: {
    Actions: ['', 'a(sss)', [], ['matches']],
    Match: ['s', 'a(sssida{sv})', ['query'], ['matches']],
    Run: ['ss', '', ['matchId', 'actionId'], []],
    Teardown: ['', '', [], []],
  } satisfies Record<string, [string, string, string[], string[]]>,
};

function krunner({ find, activate }: SearchAnswers) {
  return {
    Actions: () => [],
    Match: (query: string) =>
      find(query.split(/\s+/u)).map((entry, index) => {
        const { name, description } = named(entry);
        return [entry.id, name, icon, possibleMatch, 1 - index / 100, { subtext: description }];
      }),
    Run(id: string) {
      activate(id);
      return null;
    },
    Teardown: () => null,
  };
}

function named({ issuer, account }: Found): { name: string; description: string } {
  return issuer === '' ? { name: account, description: '' } : { name: issuer, description: account };
}
