import { isolated } from '../../../contract/plain-line.ts';
import type { Words } from '../en/words.ts';

/** Wat de diagnose van elk onderdeel zegt: hoe het ervoor staat, en wat ertegen te doen is. */
export const doctor: Words['doctor'] = {
  about: 'bekijken waar Latchkey van afhangt, en zeggen wat eraan te doen is; er wordt niets gevraagd',
  more: 'Eindigt met 1 als er iets mis is. Wat alleen aandacht vraagt, werkt intussen.',
  levels: { good: 'goed', attention: 'let op', trouble: 'mis' },
  checks: {
    keychain: 'sleutelhanger',
    vault: 'kluis',
    clock: 'klok',
    backups: 'reservekopieën',
    server: 'accountserver',
    screen: 'schermopname',
    shortcut: 'sneltoets',
  },
  troubles: (count) => (count === 1 ? 'Er is één ding mis.' : `Er zijn ${count} dingen mis.`),
  keychainReady: (backend) => `${backend} is ontgrendeld.`,
  keychainUnknown: (backend) =>
    `${backend}. Alleen “latchkey unlock” laat zien of de sleutel eruit komt, want daarbij kan een vraag verschijnen.`,
  keychainNotNeeded: 'De kluis heeft hem niet nodig.',
  vaultOpen: (path) => `${isolated(path)}, geopend door de sleutelhanger.`,
  vaultLocked: (path) =>
    `${isolated(path)}. De wachtzin opent hem; er is niets gevraagd, dus naar de inhoud is niet gekeken.`,
  vaultNewer: 'Een nieuwere Latchkey heeft hem geschreven: hij is alleen te lezen. Werk Latchkey bij.',
  vaultPlace: 'Het bestand, de map of de schijf is alleen te lezen.',
  quarantined: (count) =>
    `Onleesbare vermeldingen: ${count}. Het venster herstelt of verwijdert ze (Instellingen, Onleesbare vermeldingen).`,
  olderStates: (kept, unreadable) =>
    unreadable === 0
      ? `Oudere standen: ${kept}.`
      : `Oudere standen: ${kept}, waarvan er ${unreadable} niet meer opengaan.`,
  clockNotCompared: 'Niet vergeleken: er antwoordt geen accountserver.',
  clockAgrees: 'Hij loopt gelijk met die van de accountserver.',
  clockOff: (seconds, isBehind) =>
    `Hij loopt ${seconds} s ${isBehind ? 'achter' : 'voor'} op die van de accountserver. Laat deze computer zijn tijd automatisch instellen, anders weigeren sites de codes.`,
  backupsUnknown: 'Alleen de kluis weet ervan, en die is dicht.',
  backupsNone: 'Er zijn er geen. In het venster stel je ze in (Instellingen, Reservekopieën).',
  backupsTrouble: (folder, trouble) => `${isolated(folder)}: ${trouble}`,
  backupsEmpty: (folder) =>
    `In ${isolated(folder)} staat er geen die opengaat. “latchkey backup” maakt er een.`,
  backupsNewest: (folder, time) => `De nieuwste in ${isolated(folder)} is gemaakt op ${time}.`,
  backupsOld: 'De kluis is sindsdien gewijzigd. “latchkey backup” maakt er een.',
  screenReadable: 'Een QR-code op het scherm is hiervandaan te lezen.',
  screenInWindow:
    'Alleen het venster kan hem lezen: het bureaublad heeft geen Screenshot-portal en er is geen X-scherm.',
  shortcutNotRunning: 'Er draait geen Latchkey met een venster; alleen dan werkt de sneltoets.',
  shortcutBind: (command) =>
    `Koppel deze opdracht aan toetsen in de instellingen van je bureaublad: ${isolated(command)}`,
  shortcutNone: (bind) => `Er is er geen gekozen (Instellingen, Snel zoeken). Of: ${bind}`,
  shortcutArrives: (keys, isByDesktop) => `${inForce(keys, isByDesktop)}. De toetsen komen aan.`,
  shortcutNotSeen: (keys, isByDesktop, bind) =>
    `${inForce(keys, isByDesktop)}, maar nog niet zien aankomen. Druk op de toetsen. Gebeurt er niets: ${bind}`,
  shortcutWaiting: 'De gekozen toetsen zijn nog niet geregistreerd; misschien vraagt het bureaublad je iets.',
  shortcutOther: (chosen) =>
    `De instellingen noemen ${chosen === null ? 'geen toetsen' : isolated(chosen)}, en de Latchkey die draait weet dat niet. Start hem opnieuw.`,
  shortcutTroubles: {
    taken: 'Een ander programma heeft de gekozen toetsen. Kies andere (Instellingen, Snel zoeken).',
    denied: 'Het bureaublad stond de gekozen toetsen niet toe.',
    unsupported: 'Dit bureaublad registreert geen toetsen voor een programma.',
    ended: 'Het bureaublad neemt de gekozen toetsen steeds terug.',
    failed: 'De gekozen toetsen waren niet te registreren.',
  },
  serverNone: 'Er is er geen ingesteld. Voor codes is die niet nodig.',
  serverReady: (address) => `${isolated(address)} antwoordt.`,
  serverTrouble: (address, trouble) => `${isolated(address)}: ${trouble}`,
};

function inForce(keys: string, isByDesktop: boolean): string {
  return `${isolated(keys)}, geregistreerd door ${isByDesktop ? 'het bureaublad' : 'Latchkey'}`;
}
