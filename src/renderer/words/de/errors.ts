import { accountErrors } from './account-errors.ts';
import { safekeepingErrors } from './safekeeping-errors.ts';
import { syncErrors } from './sync-errors.ts';
import { transferErrors } from './transfer-errors.ts';

/** The contract's error codes and the window's own: what happened; what was not changed and what to do. */
export const errors = {
  VAULT_NOT_OPEN: {
    title: 'Der Tresor ist geschlossen',
    text: 'Nichts wurde geändert. Öffne ihn und versuche es erneut.',
  },
  VAULT_WRITE_FAILED: {
    title: 'Das Speichern ist fehlgeschlagen',
    text: 'Nichts wurde geändert. Prüfe, ob auf dem Laufwerk noch Platz ist und ob Latchkey in den Ordner des Tresors schreiben darf, und versuche es erneut. ({{reason}})',
  },
  VAULT_READ_ONLY: {
    title: 'Dieser Tresor lässt sich hier nur lesen',
    text: 'Ein neueres Latchkey hat ihn geschrieben, oder sein Ort ist schreibgeschützt. Aktualisiere Latchkey oder hebe den Schreibschutz auf.',
  },
  ENTRY_NOT_FOUND: {
    title: 'Diesen Eintrag gibt es nicht mehr',
    text: 'Vielleicht wurde er in einem anderen Fenster gelöscht. Sonst wurde nichts geändert.',
  },
  VAULT_EXISTS: {
    title: 'Es gibt schon einen Tresor',
    text: 'Er blieb, wie er ist. Schließe dieses Fenster und öffne es wieder, um ihn zu verwenden.',
  },
  KEYCHAIN_FAILED: {
    title: 'Der Schlüsselbund war nicht verwendbar',
    text: '{{keychain}} Nichts wurde geändert. Versuche es erneut, sobald das behoben ist, oder verwende eine Passphrase.',
  },
  PASSPHRASE_TOO_SHORT: {
    title: 'Die Passphrase ist zu kurz',
    text: 'Nimm mindestens {{minimum}} Zeichen. Ein paar Wörter hintereinander sind leicht zu merken. Noch wurde nichts angelegt.',
  },
  PASSPHRASE_TOO_WEAK: {
    title: 'Die Passphrase ist leicht zu erraten',
    text: 'Füge noch ein Wort ohne Zusammenhang hinzu. Noch wurde nichts angelegt.',
  },
  PASSPHRASE_WRONG: {
    title: 'Die Passphrase stimmt nicht',
    text: 'Der Tresor ist unverändert. Prüfe die Feststelltaste und das Tastaturlayout und versuche es erneut.',
  },
  PASSPHRASE_WAIT: {
    title: 'Warte einen Moment',
    text: 'Mehrere Passphrasen waren falsch. Der Tresor ist unverändert; versuche es in {{seconds}} s erneut.',
  },
  PASSPHRASE_NOT_SET: {
    title: 'Dieser Tresor hat keine Passphrase',
    text: 'Nichts wurde geändert. Nur der Schlüsselbund dieses Computers öffnet ihn.',
  },
  VAULT_OPEN: {
    title: 'Der Tresor ist offen',
    text: 'Er wurde nicht beiseitegelegt: Er funktioniert.',
  },
  VAULT_ABSENT: { title: 'Es gibt keinen Tresor', text: 'Es war nichts beiseitezulegen.' },
  LABEL_EMPTY: {
    title: 'Ein Name fehlt',
    text: 'Gib wenigstens die Website oder das Konto an. Nichts wurde geändert.',
  },
  TAGS_FULL: {
    title: 'Ein Eintrag hat keinen Platz für weitere Schlagwörter',
    text: 'Ein Eintrag hat höchstens {{maximum}} Schlagwörter. Nichts wurde geändert.',
  },
  ICON_REFUSED: {
    title: 'Dieses Bild eignet sich nicht als Symbol',
    text: 'Nimm ein Bild im Format PNG, JPEG oder WebP mit höchstens {{megabytes}} MB. Nichts wurde geändert.',
  },
  SITE_CODES_TOO_MANY: {
    title: 'Das sind zu viele Codes',
    text: 'Ein Eintrag fasst höchstens {{maximum}}. Nichts wurde geändert.',
  },
  SITE_CODE_GONE: {
    title: 'Diesen Code gibt es nicht mehr',
    text: 'Ein anderes Fenster hat die Codes geändert. Sonst wurde nichts geändert.',
  },
  FORMER_GONE: {
    title: 'Diesen Schlüssel gibt es nicht mehr',
    text: 'In einem anderen Fenster wurde er wieder verwendet oder gelöscht. Nichts wurde geändert.',
  },
  ENTRY_NOT_HOTP: {
    title: 'Dieser Eintrag hat keinen Zähler',
    text: 'Seine Codes richten sich nach der Uhr. Nichts wurde geändert.',
  },
  SETTINGS_INVALID: {
    title: 'Diese Einstellungen ergeben keine Codes',
    text: 'Eine Zahl liegt außerhalb ihres Bereichs. Nichts wurde geändert.',
  },
  CLIPBOARD_FAILED: {
    title: 'Das Kopieren ist fehlgeschlagen',
    text: 'Nichts ist in der Zwischenablage. Tippe den Code stattdessen ab.',
  },
  SCREEN_UNAVAILABLE: {
    title: 'Der Bildschirm ließ sich nicht lesen',
    text: '{{cause}} Nichts wurde gespeichert.',
  },
  PICTURE_INVALID: {
    title: 'Dieses Bild lässt sich nicht lesen',
    text: 'Nichts wurde gespeichert. Nimm ein Bild im Format PNG, JPEG oder WebP, oder scanne den Bildschirm.',
  },
  PICTURE_TOO_LARGE: {
    title: 'Dieses Bild ist zu groß',
    text: 'Es hat {{megapixels}} Megapixel. Schneide den Teil mit dem QR-Code aus und versuche es erneut. Nichts wurde gespeichert.',
  },
  TEXT_HAS_NO_CODE: {
    title: 'Dieser Text enthält keine Einrichtungsadresse',
    text: 'Eine solche Adresse beginnt mit otpauth://. Nichts wurde gespeichert. Für einen Schlüssel wähle „Schlüssel eintippen“.',
  },
  TYPED_INVALID: {
    title: 'Daraus entstehen noch keine Codes',
    text: '{{refusal}} Nichts wurde gespeichert.',
  },
  PREVIEW_GONE: {
    title: 'Dieser Scan ist abgelaufen',
    text: 'Nichts wurde gespeichert. Scanne noch einmal.',
  },
  PREVIEWS_FULL: {
    title: 'Zu viele Codes warten auf deine Antwort',
    text: 'Höchstens {{limit, number}} können zugleich warten. Speichere oder verwirf zuerst die angezeigten, oder nimm weniger auf einmal. Nichts Neues wurde gelesen, und nichts ging verloren.',
  },
  ALREADY_HERE: {
    title: 'Schon vorhanden',
    text: 'Genau dieser Code steht in deiner Liste. Nichts wurde geändert.',
  },
  SAME_SECRET: {
    title: 'Dieser Schlüssel ist schon da',
    text: 'Einstellungen oder Namen unterscheiden sich. Wähle, ob du den vorhandenen Eintrag korrigieren oder beide behalten willst. Noch wurde nichts geändert.',
  },
  SAME_NAME: {
    title: 'Ein anderer Eintrag heißt genauso',
    text: 'Wähle, ob du ihn ersetzen oder beide behalten willst. Noch wurde nichts geändert.',
  },
  SITE_NOT_FOUND: {
    title: 'Diese Website steht nicht mehr auf der Liste',
    text: 'Vielleicht wurde sie in einem anderen Fenster entfernt. Sonst wurde nichts geändert.',
  },
  MOVING_FULL: {
    title: 'Die Liste würde zu lang',
    text: 'Sie fasst höchstens {{limit, number}} Websites. Nichts wurde hinzugefügt. Entferne umgezogene oder füge weniger hinzu.',
  },
  PREFERENCES_WRITE_FAILED: {
    title: 'Die Einstellung ließ sich nicht speichern',
    text: 'Sie ist wie zuvor. Prüfe, ob auf dem Laufwerk noch Platz ist, und versuche es erneut.',
  },
  CLOCK_NOT_COMPARED: {
    title: 'Die Uhr ließ sich nicht vergleichen',
    text: 'Kein Kontoserver antwortet. Nichts wurde geändert. Vergleiche sie mit einer anderen Uhr, etwa der deines Handys.',
  },
  ...accountErrors,
  ...transferErrors,
  ...safekeepingErrors,
  ...syncErrors,
  connectionLost: {
    title: 'Latchkey antwortet nicht',
    text: 'Nichts wurde geändert. Versuche es erneut, wenn die Verbindung wieder da ist.',
  },
  unexpected: {
    title: 'Das hat nicht funktioniert',
    text: 'In Latchkey ist ein Fehler aufgetreten. Deinem Tresor schadet das nicht; versuche es erneut.',
  },
} as const;

/** Why the screen could not be read. */
export const screenCauses = {
  permission:
    'Dieser Computer hat Latchkey nicht erlaubt, den Bildschirm zu sehen. Erlaube die Bildschirmaufnahme in den Systemeinstellungen und scanne noch einmal.',
  cancelled: 'Der Scan wurde abgebrochen.',
  ended:
    'Die Arbeitsumgebung hat die Anfrage ohne Bild beendet. Hast du sie einmal abgelehnt, merkt sie sich das: Erlaube Bildschirmfotos in ihren Datenschutzeinstellungen oder wähle ein Bild des Codes aus.',
  silent:
    'Die Arbeitsumgebung hat nicht rechtzeitig geantwortet. Vielleicht wartet hinter den Fenstern eine Rückfrage. Scanne dann noch einmal oder wähle ein Bild des Codes aus.',
  unsupported:
    'Bildschirme lassen sich hier nicht lesen. Wähle ein Bild des Codes aus, füge es ein oder tippe den Schlüssel ein.',
  failed: 'Das System hat kein Bild geliefert. Versuche es erneut oder wähle ein Bild des Codes aus.',
} as const;
