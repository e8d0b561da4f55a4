/** New versions of Latchkey. */
export const update = {
  title: 'Neue Versionen',
  notConfigured: 'Aus: Diesem Latchkey wurde nicht gesagt, wo es nach neuen Versionen suchen soll.',
  portable:
    'Das ist das portable Programm. Für eine neue Version lege deren Datei an die Stelle dieser Datei.',
  installedOtherwise: 'Neue Versionen kommen auf demselben Weg, auf dem Latchkey installiert wurde.',
  notAsked: 'Latchkey hat noch nicht nachgesehen.',
  none: 'Das ist die neueste Version. Latchkey hat zuletzt nachgesehen: {{when}}.',
  checking: 'Latchkey sieht nach\u00A0…',
  offered: 'Latchkey {{version}} ist verfügbar.',
  offeredText: 'Latchkey {{version}} ist verfügbar. Du entscheidest, wann es installiert wird.',
  downloading: '{{version}} wird geladen: {{percent}}\u00A0%',
  ready: 'Latchkey {{version}} ist bereit. Ein Neustart installiert es.',
  readyText: 'Latchkey {{version}} ist bereit. Ein Neustart sichert den Tresor und installiert es.',
  installing: 'Der Tresor wird gesichert und {{version}} installiert\u00A0…',
  unreachable:
    'Latchkey konnte nicht nach neuen Versionen sehen. Die Stelle, an der sie liegen, antwortet nicht.',
  notSigned:
    'Eine neue Version wurde gefunden, ist aber nicht von den Machern von Latchkey signiert. Sie wurde nicht installiert.',
  notDownloaded: 'Die neue Version kam nicht so an, wie sie angekündigt war. Sie wurde nicht installiert.',
  noBackup: 'Der Tresor ließ sich nicht sichern. Deshalb wurde die neue Version nicht installiert.',
  notInstalled: 'Die neue Version ließ sich nicht installieren. Du hast noch die bisherige.',
  check: 'Jetzt nachsehen',
  again: 'Erneut versuchen',
  accept: 'Herunterladen',
  refuse: 'Diese Version überspringen',
  install: 'Jetzt neu starten',
  look: 'Anzeigen',
  automatic: 'Einmal am Tag nachsehen',
  automaticText: 'Dabei wird nichts über dich oder deine Codes gesendet.',
} as const;
