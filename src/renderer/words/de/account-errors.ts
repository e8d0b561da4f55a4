/** What a call of the account can end in: what happened; what was not changed and what to do. */
export const accountErrors = {
  SERVER_UNREACHABLE: { title: 'Der Kontoserver ist gerade nicht nutzbar', text: '{{trouble}}' },
  LOCAL_ACCOUNT_WRITE_FAILED: {
    title: 'Die Schlüssel deines Kontos konnten hier nicht gespeichert werden',
    text: 'Der Server wurde nicht angefragt, und nichts wurde geändert. Prüfe, ob auf dem Laufwerk noch Platz ist und ob Latchkey in seinen Ordner schreiben darf, und versuche es erneut. ({{reason}})',
  },
  OTHER_STEP: {
    title: 'Die Einrichtung ist schon weiter',
    text: 'Dieser Schritt wurde inzwischen erledigt oder verlassen, deshalb wurde nichts gesendet. Du siehst jetzt den aktuellen Stand.',
  },
  SERVER_ADDRESS_INVALID: {
    title: 'Das ist keine Serveradresse',
    text: 'Eine Serveradresse sieht so aus: https://account.example.org. Der Server wurde nicht geändert. Prüfe die Adresse auf Tippfehler.',
  },
  SIGN_OUT_FIRST: {
    title: 'Hier ist noch ein Konto des bisherigen Servers',
    text: 'Der Server wurde nicht geändert. Melde dich zuerst ab; deine Codes bleiben.',
  },
  SERVER_FIXED: {
    title: 'Der Server ist vorgegeben',
    text: 'Er wurde bei der Einrichtung von Latchkey festgelegt und lässt sich in diesem Fenster nicht ändern. Nichts wurde geändert.',
  },
  LINK_DAMAGED: {
    title: 'Von diesem Link fehlt ein Stück',
    text: 'Nichts wurde geöffnet. Kopiere ihn vollständig aus der E-Mail, von „http“ bis zum letzten Zeichen.',
  },
  LINK_NOT_OURS: {
    title: 'Dieser Link ist nicht für Latchkey',
    text: 'Nichts wurde geöffnet. Kopiere den ganzen Link aus der E-Mail; er enthält „activate“ oder „reset“.',
  },
  RATE_LIMITED: {
    title: 'Zu viele Anfragen in kurzer Zeit',
    text: 'Diesmal wurde nichts gesendet. Versuche es {{wait}} erneut.',
  },
  BUSY: {
    title: 'Der Server ist ausgelastet',
    text: 'Nichts wurde gezählt oder geändert. Versuche es {{wait}} erneut.',
  },
  DEVICE_PROOF_INVALID: {
    title: 'Der Server hat diesen Computer nicht erkannt',
    text: 'Nichts wurde geändert. Prüfe, ob die Uhr dieses Computers richtig geht, und versuche es erneut.',
  },
  PASSWORD_REFUSED: {
    title: 'Dieses Passwort ist zu leicht zu erraten',
    text: '{{flaws}} Nichts wurde geändert; wähle ein anderes.',
  },
  LINK_INVALID: {
    title: 'Dieser Link gilt nicht mehr',
    text: 'Er wurde schon verwendet oder durch eine neuere E-Mail ersetzt. Nichts wurde geändert; nimm die neueste E-Mail.',
  },
  LINK_EXPIRED: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Nichts wurde geändert. Fordere einen neuen an.',
  },
  PASSWORD_WRONG: {
    title: 'Das Passwort stimmt nicht',
    text: 'Nichts wurde geändert. Prüfe die Feststelltaste und das Tastaturlayout und versuche es erneut.',
  },
  TOO_MANY_ATTEMPTS: {
    title: 'Zu viele Fehlversuche',
    text: '{{again}} Das schützt das Konto; sonst wurde nichts geändert.',
  },
  CREDENTIALS_INVALID: {
    title: 'Adresse und Passwort passen nicht zusammen',
    text: 'Oder das Konto ist noch nicht aktiviert. Prüfe beides oder wähle ein neues Passwort.',
  },
  FLOW_INVALID: {
    title: 'Die Anmeldung hat zu lange gedauert',
    text: 'Sie wurde sicherheitshalber beendet. Nichts wurde geändert; beginne noch einmal mit dem Passwort.',
  },
  METHOD_NOT_FOUND: {
    title: 'Diese Methode gibt es nicht mehr',
    text: 'Sie wurde inzwischen entfernt oder ersetzt. Sonst wurde nichts geändert.',
  },
  METHOD_DISABLED: {
    title: 'Diese Methode ist abgeschaltet',
    text: 'Für sie wurden zu viele falsche Codes eingegeben. Nimm eine andere oder einen Wiederherstellungscode.',
  },
  CODE_WRONG: {
    title: 'Der Code stimmt nicht',
    text: '{{tries}} Nimm den neuesten Code, und jeden nur einmal.',
  },
  CODE_EXPIRED: {
    title: 'Dieser Code ist abgelaufen',
    text: 'Nichts wurde geändert. Fordere einen neuen an.',
  },
  UNAUTHENTICATED: {
    title: 'Du bist nicht mehr angemeldet',
    text: 'Nichts wurde geändert. Melde dich an und versuche es erneut.',
  },
  ENROLMENT_REQUIRED: {
    title: 'Richte zuerst eine Anmeldemethode ein',
    text: 'Nichts wurde geändert. Danach steht dir der Rest des Kontos offen.',
  },
  STEP_UP_REQUIRED: {
    title: 'Dafür ist ein neuer Code nötig',
    text: 'Nichts wurde geändert. Bestätige, dass du es bist, und versuche es erneut.',
  },
  METHOD_EXISTS: {
    title: 'Diese Methode hat dein Konto schon',
    text: 'Nichts wurde geändert. Wähle eine andere Adresse oder Nummer.',
  },
  TOO_MANY_METHODS: {
    title: 'Mehr Methoden sind nicht möglich',
    text: 'Nichts wurde geändert. Entferne eine, die du nicht mehr verwendest.',
  },
  METHOD_NOT_OFFERED: {
    title: 'Dieser Server bietet diese Methode nicht an',
    text: 'Nichts wurde geändert. Wähle eine andere.',
  },
  DESTINATION_INVALID: {
    title: 'Dorthin lässt sich kein Code senden',
    text: 'Nichts wurde gesendet. Prüfe die Adresse oder die Nummer auf Tippfehler.',
  },
  OTHER_CODE: {
    title: 'Das war ein anderer QR-Code',
    text: 'Nichts wurde gespeichert. Scanne den QR-Code in diesem Fenster, ohne dass ein anderer Einrichtungscode zu sehen ist.',
  },
  LAST_METHOD: {
    title: 'Das ist deine letzte Methode',
    text: 'Sie wurde nicht entfernt: Ohne Methode kann niemand erkennen, dass du es bist. Ersetze sie oder füge zuerst eine andere hinzu.',
  },
  DEVICE_NOT_FOUND: {
    title: 'Diesem Computer wird nicht mehr vertraut',
    text: 'Das Vertrauen war schon aufgehoben. Sonst wurde nichts geändert.',
  },
  SESSION_NOT_FOUND: {
    title: 'Diese Sitzung ist beendet',
    text: 'Sie war es schon vorher. Sonst wurde nichts geändert.',
  },
  SYNC_OFF: {
    title: 'Die Synchronisierung ist für dieses Konto aus',
    text: 'Es wurde nichts gesendet und hier kein Code gelöscht. Schalte sie zuerst ein.',
  },
  SYNC_NOT_MEMBER: {
    title: 'Dieser Computer ist nicht dabei',
    text: 'Es wurde nichts gesendet, und deine Codes hier bleiben. Nimm ihn an einem anderen Computer auf oder mit dem Notfallblatt.',
  },
  SYNC_STALE: {
    title: 'Ein anderer Computer war schneller',
    text: 'Es ging nichts verloren. Latchkey übernimmt, was er geschrieben hat, und versucht es noch einmal.',
  },
  SYNC_REFUSED: {
    title: 'Der Server hat das nicht angenommen',
    text: 'Das darf dieser Computer nicht schreiben. Es wurde nichts geändert; deine Codes hier bleiben.',
  },
  SYNC_FULL: {
    title: 'Für die Synchronisierung ist kein Platz mehr',
    text: 'Es wurde nichts geändert. Lösche, was du nicht mehr brauchst, und versuche es noch einmal.',
  },
} as const;

/** Why the server can’t be used now. */
export const serverTroubles = {
  offline:
    'Er antwortet nicht. Prüfe deine Verbindung und versuche es erneut. Nichts ist verloren, und deine Codes funktionieren auch ohne ihn.',
  notLatchkey: 'Unter dieser Adresse antwortet etwas, aber kein Kontoserver von Latchkey.',
  appTooOld:
    'Er braucht eine neuere Version von Latchkey. Aktualisiere Latchkey; deine Codes funktionieren weiter.',
  serverTooOld:
    'Er ist zu alt für diese Version von Latchkey. Bitte den Betreiber, ihn zu aktualisieren; deine Codes funktionieren weiter.',
  notStarted:
    'Er gehört zur Testumgebung auf diesem Computer, und die läuft nicht. Beende Latchkey und starte es neu; deine Codes funktionieren auch ohne ihn.',
} as const;

/** Which part of the trial on this computer is not up. */
export const trialFailure = {
  database: 'Die Datenbank der Testumgebung ist nicht gestartet.',
  inbox: 'Das Postfach der Testumgebung ist nicht gestartet.',
  service: 'Der Kontodienst der Testumgebung ist nicht gestartet oder wurde beendet.',
  reason: 'Der gemeldete Grund:',
  next: 'Beende Latchkey und starte es neu. Passiert es wieder, nennt das Terminal die Datei, in der die Ursache steht. Deine Codes funktionieren auch ohne Kontodienst.',
} as const;

/** Why a new password was refused. */
export const passwordFlaws = {
  tooShort: 'Es ist zu kurz.',
  tooLong: 'Es ist zu lang.',
  tooGuessable: 'Es ist zu leicht zu erraten.',
  containsName: 'Es enthält deinen Namen.',
  containsAddress: 'Es enthält deine E-Mail-Adresse.',
  common: 'Viele Menschen verwenden es.',
} as const;
