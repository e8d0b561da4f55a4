import { sentMethodKinds, type SentMethodKind } from '../../contract/vocabulary.ts';

/** A place in the window of an open vault. A notice, a link, a tray or a palette says with it where to go. */
export type Place =
  | ListPlace
  | EntryPlace
  | AddPlace
  | DeletedPlace
  | SettingsPlace
  | ImportPlace
  | ExportPlace
  | MovingPlace
  | AccountPlace;

export interface ListPlace {
  readonly at: 'list';
  /** The entry to choose there. */
  readonly shows?: string;
  /** What to search for there. */
  readonly search?: string;
}

export interface EntryPlace {
  readonly at: 'entry';
  readonly id: string;
  /** What opens with it. */
  readonly part?: 'rename' | 'settings' | 'delete';
}

/** Adding, in a sheet over the codes. Without a way, the person chooses one. */
export interface AddPlace {
  readonly at: 'add';
  readonly way?: 'screen' | 'camera' | 'typed';
  /** The site of the moving list that it is for. */
  readonly site?: { readonly id: string; readonly name: string };
}

/** The deleted entries, in a sheet over the codes. */
export interface DeletedPlace {
  readonly at: 'deleted';
}

/** The sections of the settings, in the order of their list. */
export const sections = [
  'general',
  'list',
  'quickFind',
  'desktop',
  'clock',
  'security',
  'recovery',
  'backups',
  'sync',
  'history',
  'unreadable',
  'about',
] as const;
export type Section = (typeof sections)[number];

/** What the search in the settings found, by its name: it is marked there. */
interface Marking {
  readonly marks?: string | undefined;
}

export type SettingsPlace =
  /** The list of sections (in a wide window, with the first one beside it). */
  | ({ readonly at: 'settings'; readonly section?: undefined } & Marking)
  | ({
      readonly at: 'settings';
      readonly section: Exclude<Section, 'recovery' | 'backups' | 'sync'>;
    } & Marking)
  | RecoveryPlace
  | BackupsPlace
  | SyncPlace;

export interface RecoveryPlace extends Marking {
  readonly at: 'settings';
  readonly section: 'recovery';
  readonly step?: 'make' | 'check';
}

export interface BackupsPlace extends Marking {
  readonly at: 'settings';
  readonly section: 'backups';
  readonly step?: 'setUp' | 'chooseFile';
}

export interface SyncPlace extends Marking {
  readonly at: 'settings';
  readonly section: 'sync';
  readonly step?: SyncStep;
}

/** What asks for words or for a kit: turning on, joining with the kit, letting a computer in, adding the kit. */
export type SyncStep = 'turnOn' | 'joinByKit' | 'add' | 'addKit';

/** Bringing codes from elsewhere. */
export interface ImportPlace {
  readonly at: 'import';
}

/** Taking codes along. */
export interface ExportPlace {
  readonly at: 'export';
  /** The entries to take along; left out: all of them. The person can choose others there. */
  readonly ids?: readonly string[];
}

/** The moving list. */
export interface MovingPlace {
  readonly at: 'moving';
  /** The id of the site that is unfolded. */
  readonly site?: string;
}

/** A page of the account, as far as the account's own state leaves a choice. */
export type AccountPlace =
  | { readonly at: 'account'; readonly page: (typeof plainPages)[number] }
  /** The choice of a method to set up; `replaces` is the one to be removed. */
  | { readonly at: 'account'; readonly page: 'choose'; readonly replaces?: string }
  | {
      readonly at: 'account';
      readonly page: 'destination';
      readonly kind: SentMethodKind;
      readonly replaces?: string;
    };

const plainPages = [
  // The page for the state: the welcome, a mail on its way, the set-up, the account page.
  'overview',
  ...(['server', 'signUp', 'signIn', 'paste', 'forgot', 'noAccess'] as const),
  ...(['secondMethod', 'allSet'] as const),
  ...(['password', 'address', 'profile', 'sessions', 'activity', 'delete'] as const),
] as const;

/** Where each way into the account begins and ends. */
export const accountOverview = { at: 'account', page: 'overview' } as const satisfies AccountPlace;

/** Are they the same place, whatever opens or is chosen there? */
export function isSamePlace(one: Place, other: Place): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(place: Place): string {
  switch (place.at) {
    case 'list':
    case 'deleted':
    case 'import':
    case 'export':
    case 'moving':
      return place.at;
    case 'add':
      return `add ${place.site?.id ?? ''}`;
    case 'entry':
      return `entry ${place.id}`;
    case 'settings':
      return `settings ${place.section ?? ''} ${'step' in place ? place.step : ''}`;
    case 'account':
      return `account ${place.page} ${'kind' in place ? place.kind : ''}`;
  }
}

/** Is this a page of the account, as `JSON.stringify` wrote it? */
export function isAccountPlace(value: unknown): value is AccountPlace {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('page' in value)) return false;
  const { at, page } = value;
  if (at !== 'account') return false;
  if (plainPages.some((name) => name === page)) return true;
  if ('replaces' in value && typeof value.replaces !== 'string') return false;
  const kind = 'kind' in value ? value.kind : null;
  return page === 'choose' || (page === 'destination' && sentMethodKinds.some((sent) => sent === kind));
}
