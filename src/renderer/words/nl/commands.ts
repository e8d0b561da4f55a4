/** Het opdrachtenvenster. De namen van opdrachten staan in `contract/words/nl/words.ts`. */
export const palette = {
  search: 'Opdracht, instelling of code',
  recent: 'Onlangs',
  commands: 'Opdrachten',
  nothing: 'Niets gevonden voor ‘{{text}}’.',
  choose: 'Kies',
  open: 'Open',
} as const;

/** Andere woorden waarmee mensen een opdracht zoeken. */
export const commandsAlso = {
  add: 'nieuw plus maken vermelding account',
  scan: 'qr-code camera afbeelding opname',
  typeKey: 'geheim handmatig invoeren met de hand',
  import: 'overnemen overzetten verhuizen google authenticator authy aegis',
  export: 'meenemen overzetten verhuizen reservekopie bestand qr',
  deleted: 'prullenbak weg terugzetten ongedaan',
  settings: 'voorkeuren opties configureren',
  account: 'aanmelden inloggen profiel server',
  clock: 'foute code werkt niet geweigerd ongeldig tijd afwijking corrigeren',
  palette: 'opdrachten alles',
  find: 'filteren vinden',
  shortcuts: 'toetsen toetsenbord hulp',
  lock: 'sluiten afmelden verbergen beveiligen',
  back: 'vorige terug',
} as const;

/** De lijst met sneltoetsen: wat toetsen doen in de lijst met codes. */
export const shortcuts = {
  anywhere: 'Overal',
  inList: 'In de codes',
  or: 'of',
  type: 'Zoeken: begin te typen',
  move: 'Een code kiezen',
  copy: 'De code kopiëren',
  copyNext: 'De volgende code kopiëren',
  details: 'De details openen',
  menu: 'Meer acties',
  leave: 'De zoekopdracht wissen, of terug',
} as const;

/** Andere woorden waarmee mensen een instelling zoeken. */
export const settingsAlso = {
  theme: 'donker licht nacht kleuren uiterlijk thema',
  language: 'engels nederlands vertaling',
  clipboard: 'kopiëren plakken seconden wissen',
  hideCodes: 'privacy verbergen afdekken meekijken',
  desktopSearch: 'gnome kde spotlight zoeken',
  setUpLinks: 'otpauth url openen met link',
  quickFind: 'sneltoets globaal toetsen venster',
  command: 'terminal sneltoets koppelen',
  clock: 'tijd fout afwijking geweigerd ongeldig codes ntp corrigeren',
  opens: 'vergrendelen sleutelhanger wachtzin sessie bescherming',
  passphrase: 'wachtwoord wijzigen toevoegen verwijderen tweede weg',
  idle: 'vergrendelen automatisch weg minuten slaapstand inactief',
  key: 'sleutelhanger versleuteling vernieuwen uitgelekt',
  recovery: 'papier afdrukken nood kwijt herstelcode',
  backups: 'kopie map automatisch dagelijks bewaren back-up',
  restore: 'terughalen bestand kwijt herstellen back-up',
  sync: 'synchroniseren sync delen apparaten computers meedoen woorden laptop cloud',
  history: 'versies ongedaan eerder terug herstellen',
  vaultAt: 'bestand map plaats pad versie',
  profile: 'naam taal',
  address: 'mail e-mail wijzigen',
  password: 'wijzigen aanmelden',
  sessions: 'apparaten aangemeld computers',
  activity: 'logboek geschiedenis beveiliging',
  delete: 'verwijderen opheffen account',
} as const;
