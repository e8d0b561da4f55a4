/** Synchronisierung: dieselben Codes auf jedem Computer einer Person. */
export const sync = {
  text: 'Deine Computer haben dieselben Codes; jeder verschlüsselt sie, bevor er sie weitergibt. Der Server dazwischen sieht die Namen deiner Computer, wie viele Codes es sind, ihre ungefähre Größe und wann sie sich ändern: keinen Code und keinen Namen einer Website.',

  off: 'Die Synchronisierung ist auf diesem Computer aus',
  signInText: 'Sie läuft über dein Konto. Melde dich zuerst an.',
  signIn: 'Anmelden',
  firstTitle: 'Mit diesem Computer beginnen',
  firstText:
    'Schalte die Synchronisierung hier ein, mit dem Notfallblatt dieses Tresors zur Hand. Füge dann deine anderen Computer hinzu.',
  noKit:
    'Sie braucht ein Notfallblatt: eine gedruckte Seite, die deine Codes zurückbringt, auch wenn alle Computer verloren sind.',
  turnOn: 'Synchronisierung einschalten…',
  joinTitle: 'Einem anderen Computer beitreten',
  joinText:
    'Auf einem deiner Computer ist die Synchronisierung schon an. Die Codes von hier bleiben und gehen auch an die anderen.',
  joinByWords: 'Mit sechs Wörtern beitreten',
  joinByKit: 'Mit dem Notfallblatt beitreten…',
  lostTitle: 'Ist keiner deiner Computer mehr dabei?',
  lostText:
    'Ohne einen Computer, der dabei ist, und ohne das Notfallblatt kann niemand diesen aufnehmen. Schalte die Synchronisierung überall aus und beginne neu. Die Codes auf deinen Computern bleiben.',

  turnOnTitle: 'Synchronisierung einschalten',
  turnOnText:
    'Gib den Code vom Notfallblatt dieses Tresors ein. Das Blatt bringt deine Codes dann zurück, auch wenn alle Computer verloren sind.',
  turnOnDo: 'Einschalten',
  turnOnDone: 'Die Synchronisierung ist an. Füge jetzt deine anderen Computer hinzu.',
  joinByKitTitle: 'Mit dem Notfallblatt beitreten',
  joinByKitText: 'Gib den Code des Blatts ein, das dabei ist. Meist ist es das deines ersten Computers.',
  joinByKitDo: 'Beitreten',
  joinByKitDone: 'Dieser Computer ist dabei.',
  addKitTitle: 'Notfallblatt hinzufügen',
  addKitText:
    'Gib den Code vom Notfallblatt dieses Tresors ein. Es tritt an die Stelle eines Blatts, das schon dabei ist.',
  addKitDo: 'Hinzufügen',
  addKitDone: 'Das Notfallblatt ist dabei.',

  waitingTitle: 'Diesen Computer aufnehmen',
  waitingText:
    'Öffne an einem Computer, der dabei ist, $t(settings.title) → $t(settings.sync) → $t(sync.add). Tippe dort diese Wörter ein oder scanne den QR-Code.',
  words: 'Die sechs Wörter',
  qr: 'Die sechs Wörter als QR-Code',
  secret:
    'Zeig sie niemandem sonst: Sie nehmen diesen Computer auf und beweisen ihm, dass es dein Konto ist.',
  waiting: 'Warten auf den anderen Computer…',
  enteringTitle: 'Dieser Computer kommt dazu',
  enteringText: 'Das geht von selbst weiter, sobald der Server antwortet.',
  giveUp: 'Aufgeben',

  add: 'Computer hinzufügen',
  addText:
    'Öffne am neuen Computer $t(settings.title) → $t(settings.sync) und wähle „$t(sync.joinByWords)“. Gib seine Wörter hier ein.',
  addHint:
    'Großschreibung und was zwischen den Wörtern steht, ist egal. Vier Buchstaben eines Worts genügen.',
  addDo: 'Aufnehmen',
  addDone: '{{name}} ist dabei.',
  scanText:
    'Oder mit seinem QR-Code: auf diesem Bildschirm, vor der Kamera oder in einem Bild, das du hier auch einfügen oder ablegen kannst.',
  scanning: 'Der QR-Code des Computers wird gesucht…',
  scanStopped: 'Der Scan wurde abgebrochen. Niemand wurde aufgenommen.',

  agreed: 'Deine Computer haben dieselben Codes',
  agreedText: 'Zuletzt abgeglichen: {{when}}.',
  agreedLast: 'Zuletzt abgeglichen: {{when}}',
  notYet: 'Noch nichts vom Server gehört',
  notYetText: 'Nicht, seit Latchkey gestartet wurde.',
  pending_one: '{{count, number}} Änderung ist noch zu senden',
  pending_other: '{{count, number}} Änderungen sind noch zu senden',
  pendingText: 'Sie sind auf diesem Computer sicher und gehen hinaus, sobald das gelingt.',
  alone: 'Das geht von selbst weiter bis {{when}}. Melde dich danach wieder an.',
  aloneNot:
    'Das geht weiter, solange du angemeldet bist. Wähle bei der nächsten Anmeldung „Diesem Computer vertrauen“, dann geht es {{period}} lang von selbst weiter.',
  look: 'Jetzt nachsehen',
  tooLarge: 'Zu groß zum Senden',
  tooLargeText: 'Diese bleiben nur auf diesem Computer. Kürze die Notiz oder wähle ein kleineres Bild.',
  unreadable_one: '{{count, number}} Code deiner anderen Computer ist hier nicht lesbar',
  unreadable_other: '{{count, number}} Codes deiner anderen Computer sind hier nicht lesbar',
  unreadableText:
    'Nichts davon geht verloren oder ändert sich. Ein neueres Latchkey kann es vielleicht lesen.',
  kept: 'Anderswo gelöscht, trotzdem geblieben',
  keptText:
    'Diese wurden auf einem anderen Computer gelöscht und auf diesem geändert. Sie bleiben auf allen.',

  question: 'Diese Codes auch hier löschen?',
  questionText_one:
    'Ein anderer Computer hat {{count, number}} Code gelöscht, der hier ist. Bis du antwortest, wird nichts gesendet oder übernommen.',
  questionText_other:
    'Ein anderer Computer hat {{count, number}} Codes gelöscht, die hier sind. Bis du antwortest, wird nichts gesendet oder übernommen.',
  questionKeep: 'Behalten',
  questionDelete: 'Auch hier löschen',
  questionKept: 'Sie bleiben und kommen auf deinen anderen Computern zurück.',
  questionDeleted: 'Sie sind auch hier gelöscht.',

  conflict: 'Zwei Schlüssel für {{name}}: Welcher funktioniert?',
  conflictText:
    'Zwei deiner Computer haben dafür verschiedene Schlüssel. Probiere beide Codes auf der Website aus. Der andere kommt in den Papierkorb.',
  conflict_first: 'Erster Schlüssel',
  conflict_second: 'Zweiter Schlüssel',
  works: 'Dieser funktioniert',
  worksBoth: 'Beide funktionieren',
  settled: 'Der andere ist im Papierkorb.',
  settledBoth: 'Beide bleiben.',

  members: 'Deine Computer',
  membersText: 'Jeder davon kann deine Codes öffnen. Kennst du einen nicht, entferne ihn.',
  here: 'dieser Computer',
  kit: 'Notfallblatt',
  memberFounded: 'Hat die Synchronisierung eingeschaltet, {{when}}',
  memberAdded: 'Aufgenommen von {{name}}, {{when}}',
  memberAddedByKit: 'Aufgenommen mit dem Notfallblatt, {{when}}',
  memberAddedByGone: 'Aufgenommen von einem entfernten Computer, {{when}}',
  memberSeen: 'Zuletzt synchronisiert: {{when}}',
  noKitIn: 'Kein Notfallblatt ist dabei',
  noKitInText: 'Mit einem kommen deine Codes zurück, auch wenn alle Computer verloren sind.',
  addKit: 'Notfallblatt hinzufügen…',
  replaceKit: 'Ersetzen…',
  remove: 'Entfernen',
  removeName: '{{name}} entfernen',
  removeTitle: '{{name}} entfernen?',
  removeText: 'Er bekommt ab jetzt nichts Neues und wird von deinem Konto abgemeldet.',
  removeKnew:
    'Was er wusste, weiß er weiterhin. Danach bekommst du die Liste der Codes, die du auf ihren Websites erneuern solltest, zum Abhaken.',
  removeYes: 'Entfernen',
  removed: '{{name}} ist nicht mehr dabei.',
  removeKitTitle: 'Notfallblatt entfernen?',
  removeKitText:
    'Das Blatt bringt dann keine Codes mehr über die Synchronisierung zurück. Den Tresor, für den es gemacht wurde, öffnet es weiterhin.',
  removedKit: 'Das Notfallblatt ist nicht mehr dabei.',

  renew: 'Erneuere, was {{name}} kannte',
  renewText:
    'Richte jeden Code auf seiner Website neu ein, behalte den neuen Schlüssel hier und hake ihn dann ab.',
  renewAll: 'Alle sind erneuert',
  renewDone: 'Alle Codes, die {{name}} kannte, sind abgehakt.',

  turnOffTitle: 'Synchronisierung ausschalten',
  turnOffText: 'Deine Codes bleiben in jedem Fall.',
  turnOffHere: 'Auf diesem Computer…',
  turnOffEverywhere: 'Überall…',
  hereTitle: 'Synchronisierung auf diesem Computer ausschalten?',
  hereText:
    'Er vergisst seine Schlüssel der Synchronisierung. Deine Codes bleiben, hier und auf den anderen. Entferne ihn danach an einem anderen Computer: Bis dahin zählt er als einer, der dabei ist.',
  hereYes: 'Hier ausschalten',
  hereDone: 'Die Synchronisierung ist auf diesem Computer aus. Deine Codes bleiben.',
  everywhereTitle: 'Synchronisierung überall ausschalten?',
  everywhereText:
    'Der Server löscht alles zur Synchronisierung. Deine Codes bleiben auf jedem Computer, aber eine Änderung auf einem erreicht die anderen nicht mehr.',
  everywhereYes: 'Überall ausschalten',
  everywhereDone: 'Die Synchronisierung ist überall aus. Deine Codes bleiben.',
  againTitle: 'Neu beitreten?',
  againText:
    'Dieser Computer vergisst zuerst seine Schlüssel der Synchronisierung. Seine Codes bleiben. Dann nimmt ihn ein anderer Computer oder das Notfallblatt wieder auf.',
  againYes: 'Schlüssel vergessen',
  againDone: 'Tritt jetzt mit sechs Wörtern oder mit dem Notfallblatt bei.',

  troubles: {
    offline: {
      title: 'Der Server ist nicht erreichbar',
      text: 'Latchkey versucht es von selbst erneut. Deine Codes funktionieren wie zuvor.',
    },
    signedOut: {
      title: 'Die Synchronisierung wartet, bis du dich anmeldest',
      text: 'Vorher wird nichts gesendet oder geholt. Deine Codes funktionieren wie zuvor. Wähle dabei „Diesem Computer vertrauen“: Dann geht die Synchronisierung von selbst weiter.',
    },
    trustEnded: {
      title: 'Die Synchronisierung wartet: Das Vertrauen in diesen Computer ist abgelaufen',
      text: 'Bis du dich wieder anmeldest, wird nichts gesendet oder geholt. Deine Codes funktionieren wie zuvor. Wähle dabei „Diesem Computer vertrauen“: Dann geht die Synchronisierung wieder von selbst weiter.',
    },
    busy: {
      title: 'Der Server bittet zu warten',
      text: 'Latchkey versucht es gleich von selbst erneut. Es ging nichts verloren.',
    },
    readOnly: {
      title: 'Dieser Tresor kann gerade nicht geändert werden',
      text: 'Deshalb kommt nichts von deinen anderen Computern herein, und es ging nichts verloren.',
    },
    notWritten: {
      title: 'Auf diesem Computer konnte nichts geschrieben werden',
      text: 'Es ging nichts verloren. Prüfe, ob auf dem Laufwerk noch Platz ist und ob Latchkey in seinen Ordner schreiben darf.',
    },
    full: {
      title: 'Für die Synchronisierung ist kein Platz mehr',
      text: 'Was neu ist, bleibt vorerst auf diesem Computer. Lösche endgültig, was du nicht mehr brauchst.',
    },
    refused: {
      title: 'Der Server hat nicht angenommen, was dieses Latchkey schrieb',
      text: 'Es ging nichts verloren. Ein neueres Latchkey schreibt es vielleicht anders.',
    },
    unconfirmed: {
      title: 'Der Server wollte wissen, ob du es bist',
      text: 'Was du wolltest, wurde nicht getan. Bestätige, dass du es bist, und versuche es dann noch einmal.',
    },
    ended: {
      title: 'Die Synchronisierung wurde überall ausgeschaltet',
      text: 'Deine Codes bleiben auf diesem Computer, folgen den anderen aber nicht mehr.',
    },
    notMember: {
      title: 'Der Server sagt, dass dieser Computer nicht dabei ist',
      text: 'Er beweist das nicht, deshalb wurde hier nichts geändert. Sieh auf deinen anderen Computern nach und versuche es dann erneut.',
    },
    removed: {
      title: 'Ein anderer Computer hat diesen entfernt',
      text: 'Er bekommt nichts Neues. Deine Codes bleiben hier, wie sie waren. Wenn du es nicht warst, sieh auf deinen anderen Computern nach.',
    },
    stopped: {
      title: 'Die Synchronisierung wurde angehalten: Was der Server zeigt, stimmt nicht',
      text: 'Nichts davon wurde verwendet, und deine Codes hier sind, wie sie waren. Vergleiche sie mit deinen anderen Computern und versuche es dann erneut. ({{fault}})',
    },
    notWelcomed: {
      title: 'Nichts beweist, dass dies die Synchronisierung deines Kontos ist',
      text: 'Der Server zeigt Computer, die die Wörter von diesem nicht gesehen haben. Nichts wurde gesendet oder übernommen. Tritt mit neuen Wörtern neu bei.',
    },
    unreadable: {
      title: 'Was die Synchronisierung hier aufbewahrt, ist nicht lesbar',
      text: 'Es wird nichts gesendet oder geholt, und deine Codes sind, wie sie waren. Tritt neu bei, um weiterzumachen.',
    },
    newer: {
      title: 'Ein neueres Latchkey schrieb, was die Synchronisierung hier aufbewahrt',
      text: 'Dieses lässt es, wie es ist. Installiere das neuere, um weiterzumachen.',
    },
  },
  nexts: {
    signIn: 'Anmelden',
    stepUp: 'Bestätigen, dass du es bist',
    makeWritable: 'Noch einmal nachsehen',
    makeRoom: 'Papierkorb ansehen',
    update: 'Nach einem neueren Latchkey suchen',
    tryAgain: 'Erneut versuchen',
    joinAgain: 'Neu beitreten…',
  },

  see: 'Synchronisierung ansehen',
  warnQuestion: 'Ein anderer Computer hat viele Codes gelöscht',
  warnQuestionText: 'Sag, ob sie auch hier gelöscht werden. Bis dahin wartet die Synchronisierung.',
  warnConflicts: 'Zwei Schlüssel für einen Code',
  warnConflictsText_one:
    'Deine Computer haben verschiedene Schlüssel für {{count, number}} Code. Sag, welcher funktioniert.',
  warnConflictsText_other:
    'Deine Computer haben verschiedene Schlüssel für {{count, number}} Codes. Sag, welche funktionieren.',
} as const;
