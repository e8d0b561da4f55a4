/** Sincronización: los mismos códigos en cada equipo de una persona. */
export const sync = {
  text: 'Tus equipos guardan los mismos códigos, cifrados antes de salir de este. El servidor que los transmite ve los nombres de tus equipos, cuántos códigos hay, su tamaño aproximado y cuándo cambian: ningún código ni el nombre de ningún sitio.',

  off: 'La sincronización está desactivada en este equipo',
  signInText: 'Pasa por tu cuenta. Inicia sesión primero.',
  signIn: 'Iniciar sesión',
  firstTitle: 'Empezar por este equipo',
  firstText:
    'Activa aquí la sincronización, con el kit de recuperación de esta bóveda a mano. Después añade tus otros equipos.',
  noKit:
    'Hace falta un kit de recuperación: una página impresa que trae de vuelta tus códigos aunque se pierdan todos los equipos.',
  turnOn: 'Activar la sincronización…',
  joinTitle: 'Unirse a otro equipo',
  joinText:
    'La sincronización ya está activada en uno de tus equipos. Los códigos de aquí se quedan y van también a los demás.',
  joinByWords: 'Unirse con seis palabras',
  joinByKit: 'Unirse con el kit de recuperación…',
  lostTitle: '¿Ya no participa ninguno de tus equipos?',
  lostText:
    'Sin un equipo que participe y sin el kit de recuperación, nadie puede admitir este. Desactiva la sincronización en todas partes y empieza de nuevo. Los códigos de tus equipos se quedan.',

  turnOnTitle: 'Activar la sincronización',
  turnOnText:
    'Introduce el código del kit de recuperación de esta bóveda. La página trae entonces de vuelta tus códigos aunque se pierdan todos los equipos.',
  turnOnDo: 'Activar',
  turnOnDone: 'La sincronización está activada. Ahora añade tus otros equipos.',
  joinByKitTitle: 'Unirse con el kit de recuperación',
  joinByKitText: 'Introduce el código del kit que participa. Suele ser el de tu primer equipo.',
  joinByKitDo: 'Unirse',
  joinByKitDone: 'Este equipo participa.',
  addKitTitle: 'Añadir el kit de recuperación',
  addKitText: 'Introduce el código del kit de esta bóveda. Ocupa el lugar de un kit que ya participe.',
  addKitDo: 'Añadir',
  addKitDone: 'El kit de recuperación participa.',

  waitingTitle: 'Admitir este equipo',
  waitingText:
    'En un equipo que ya participa, abre $t(settings.title) → $t(settings.sync) → $t(sync.add). Escribe allí estas palabras o escanea el código QR.',
  words: 'Las seis palabras',
  qr: 'Las seis palabras como código QR',
  secret: 'No se las enseñes a nadie más: admiten este equipo y le demuestran que es tu cuenta.',
  waiting: 'Esperando al otro equipo…',
  enteringTitle: 'Este equipo se está uniendo',
  enteringText: 'Sigue por sí solo en cuanto responda el servidor.',
  giveUp: 'Abandonar',

  add: 'Añadir un equipo',
  addText:
    'En el equipo nuevo, abre $t(settings.title) → $t(settings.sync) y elige “$t(sync.joinByWords)”. Introduce aquí sus palabras.',
  addHint:
    'Las mayúsculas y lo que haya entre las palabras no importan. Bastan cuatro letras de cada palabra.',
  addDo: 'Admitir',
  addDone: '{{name}} participa.',
  scanText:
    'O con su código QR: en esta pantalla, ante la cámara o en una imagen, que también puedes pegar o soltar aquí.',
  scanning: 'Buscando el código QR del equipo…',
  scanStopped: 'El escaneo se ha detenido. No se ha admitido a nadie.',

  agreed: 'Tus equipos tienen los mismos códigos',
  agreedText: 'Última comprobación: {{when}}.',
  agreedLast: 'Última comprobación: {{when}}',
  notYet: 'Aún no hay noticias del servidor',
  notYetText: 'No desde que se inició Latchkey.',
  pending_one: 'Queda {{count, number}} cambio por enviar',
  pending_many: 'Quedan {{count, number}} de cambios por enviar',
  pending_other: 'Quedan {{count, number}} cambios por enviar',
  pendingText: 'Están a salvo en este equipo y salen en cuanto sea posible.',
  alone: 'Sigue sola (hasta: {{when}}); después, vuelve a iniciar sesión.',
  aloneNot:
    'Sigue mientras tengas la sesión iniciada. La próxima vez, marca “Confiar en este equipo” y seguirá sola durante {{period}}.',
  look: 'Comprobar ahora',
  tooLarge: 'Demasiado grandes para enviarse',
  tooLargeText: 'Estos se quedan solo en este equipo. Acorta la nota o elige una imagen más pequeña.',
  unreadable_one: '{{count, number}} código de tus otros equipos no se puede leer aquí',
  unreadable_many: '{{count, number}} de códigos de tus otros equipos no se pueden leer aquí',
  unreadable_other: '{{count, number}} códigos de tus otros equipos no se pueden leer aquí',
  unreadableText: 'No se pierde ni se cambia nada. Quizá un Latchkey más nuevo pueda leerlo.',
  kept: 'Borrados en otro equipo, pero conservados',
  keptText: 'Estos se borraron en otro equipo y se cambiaron en este. Se quedan en todos.',

  question: '¿Borrar estos códigos también aquí?',
  questionText_one:
    'Otro equipo ha borrado {{count, number}} código que está aquí. No se envía ni se recibe nada hasta que respondas.',
  questionText_many:
    'Otro equipo ha borrado {{count, number}} de códigos que están aquí. No se envía ni se recibe nada hasta que respondas.',
  questionText_other:
    'Otro equipo ha borrado {{count, number}} códigos que están aquí. No se envía ni se recibe nada hasta que respondas.',
  questionKeep: 'Conservarlos',
  questionDelete: 'Borrarlos',
  questionKept: 'Se quedan, y vuelven a tus otros equipos.',
  questionDeleted: 'También se han borrado aquí.',

  conflict: 'Dos claves para {{name}}: ¿cuál funciona?',
  conflictText:
    'Dos de tus equipos tienen claves distintas. Prueba los dos códigos en el sitio. El que no funcione va a los códigos eliminados.',
  conflict_first: 'Primera clave',
  conflict_second: 'Segunda clave',
  works: 'Esta funciona',
  worksBoth: 'Funcionan las dos',
  settled: 'El otro está en los códigos eliminados.',
  settledBoth: 'Se quedan los dos.',

  members: 'Tus equipos',
  membersText: 'Cada uno de ellos puede abrir tus códigos. Si no reconoces alguno, quítalo.',
  here: 'este equipo',
  kit: 'Kit de recuperación',
  memberFounded: 'Activó la sincronización, {{when}}',
  memberAdded: 'Admitido por {{name}}, {{when}}',
  memberAddedByKit: 'Admitido con el kit de recuperación, {{when}}',
  memberAddedByGone: 'Admitido por un equipo que ya se quitó, {{when}}',
  memberSeen: 'Última sincronización: {{when}}',
  noKitIn: 'No participa ningún kit de recuperación',
  noKitInText: 'Con uno, tus códigos vuelven aunque se pierdan todos los equipos.',
  addKit: 'Añadir el kit de recuperación…',
  replaceKit: 'Sustituir…',
  remove: 'Quitar',
  removeName: 'Quitar {{name}}',
  removeTitle: '¿Quitar {{name}}?',
  removeText: 'Desde ahora no recibe nada nuevo y se cierra su sesión en tu cuenta.',
  removeKnew:
    'Lo que sabía, lo sigue sabiendo. Después recibes la lista de los códigos que conviene renovar en sus sitios, para ir marcándolos.',
  removeYes: 'Quitar',
  removed: '{{name}} ya no participa.',
  removeKitTitle: '¿Quitar el kit de recuperación?',
  removeKitText:
    'La página ya no trae códigos por la sincronización. Sigue abriendo la bóveda para la que se creó.',
  removedKit: 'El kit de recuperación ya no participa.',

  renew: 'Renovar lo que {{name}} conocía',
  renewText: 'Configura cada código de nuevo en su sitio, guarda aquí la clave nueva y márcalo.',
  renewAll: 'Todos están renovados',
  renewDone: 'Todos los códigos que {{name}} conocía están marcados.',

  turnOffTitle: 'Desactivar la sincronización',
  turnOffText: 'Tus códigos se quedan en cualquier caso.',
  turnOffHere: 'En este equipo…',
  turnOffEverywhere: 'En todas partes…',
  hereTitle: '¿Desactivar la sincronización en este equipo?',
  hereText:
    'Olvida sus claves de sincronización. Tus códigos se quedan, aquí y en los demás. Después quítalo desde otro equipo: hasta entonces cuenta como uno que participa.',
  hereYes: 'Desactivar aquí',
  hereDone: 'La sincronización está desactivada en este equipo. Tus códigos se quedan.',
  everywhereTitle: '¿Desactivar la sincronización en todas partes?',
  everywhereText:
    'El servidor borra todo lo de la sincronización. Tus códigos se quedan en cada equipo, pero un cambio en uno ya no llega a los demás.',
  everywhereYes: 'Desactivar en todas partes',
  everywhereDone: 'La sincronización está desactivada en todas partes. Tus códigos se quedan.',
  againTitle: '¿Unirse de nuevo?',
  againText:
    'Este equipo olvida primero sus claves de sincronización. Sus códigos se quedan. Después otro equipo o el kit de recuperación lo vuelve a admitir.',
  againYes: 'Olvidar las claves',
  againDone: 'Ahora únete con seis palabras o con el kit de recuperación.',

  troubles: {
    offline: {
      title: 'No se puede contactar con el servidor',
      text: 'Latchkey lo intenta de nuevo por sí solo. Tus códigos funcionan como antes.',
    },
    signedOut: {
      title: 'La sincronización espera a que inicies sesión',
      text: 'Hasta entonces no se envía ni se recibe nada. Tus códigos funcionan como antes. Marca entonces “Confiar en este equipo” y la sincronización seguirá sola.',
    },
    trustEnded: {
      title: 'La sincronización espera: la confianza en este equipo ha terminado',
      text: 'Hasta que vuelvas a iniciar sesión no se envía ni se recibe nada. Tus códigos funcionan como antes. Marca entonces “Confiar en este equipo” y la sincronización volverá a seguir sola.',
    },
    busy: {
      title: 'El servidor pide que esperes',
      text: 'Latchkey lo intenta de nuevo por sí solo en un momento. No se ha perdido nada.',
    },
    readOnly: {
      title: 'Esta bóveda no se puede cambiar ahora',
      text: 'Por eso no entra nada de tus otros equipos, y no se ha perdido nada.',
    },
    notWritten: {
      title: 'No se ha podido escribir nada en este equipo',
      text: 'No se ha perdido nada. Comprueba que el disco no esté lleno y que se pueda escribir en la carpeta de Latchkey.',
    },
    full: {
      title: 'Ya no queda espacio para la sincronización',
      text: 'Lo nuevo se queda por ahora en este equipo. Borra para siempre lo que ya no necesites.',
    },
    refused: {
      title: 'El servidor no ha aceptado lo que ha escrito este Latchkey',
      text: 'No se ha perdido nada. Quizá un Latchkey más nuevo lo escriba de otra forma.',
    },
    unconfirmed: {
      title: 'El servidor quería saber que eres tú',
      text: 'No se ha hecho lo que pediste. Confirma que eres tú y pídelo de nuevo.',
    },
    ended: {
      title: 'La sincronización se ha desactivado en todas partes',
      text: 'Tus códigos se quedan en este equipo, pero ya no siguen a los demás.',
    },
    notMember: {
      title: 'El servidor dice que este equipo no participa',
      text: 'No lo demuestra, así que aquí no se ha cambiado nada. Mira tus otros equipos e inténtalo de nuevo.',
    },
    removed: {
      title: 'Otro equipo ha quitado este',
      text: 'No recibe nada nuevo. Tus códigos se quedan aquí como estaban. Si no fuiste tú, mira tus otros equipos.',
    },
    stopped: {
      title: 'La sincronización se ha detenido: lo que muestra el servidor no es válido',
      text: 'No se ha usado nada, y tus códigos de aquí están como estaban. Compáralos con los de tus otros equipos e inténtalo de nuevo. ({{fault}})',
    },
    notWelcomed: {
      title: 'Nada demuestra que esta sea la sincronización de tu cuenta',
      text: 'El servidor muestra equipos que no vieron las palabras de este. No se ha enviado ni recibido nada. Únete de nuevo, con palabras nuevas.',
    },
    unreadable: {
      title: 'Lo que la sincronización guarda en este equipo no se puede leer',
      text: 'No se envía ni se recibe nada, y tus códigos están como estaban. Únete de nuevo para seguir.',
    },
    newer: {
      title: 'Un Latchkey más nuevo escribió lo que la sincronización guarda aquí',
      text: 'Este lo deja como está. Instala el más nuevo para seguir.',
    },
  },
  nexts: {
    signIn: 'Iniciar sesión',
    stepUp: 'Confirmar que eres tú',
    makeWritable: 'Comprobar de nuevo',
    makeRoom: 'Ver los códigos eliminados',
    update: 'Buscar un Latchkey más nuevo',
    tryAgain: 'Intentar de nuevo',
    joinAgain: 'Unirse de nuevo…',
  },

  see: 'Ver la sincronización',
  warnQuestion: 'Otro equipo ha borrado muchos códigos',
  warnQuestionText: 'Di si se borran también aquí. Hasta entonces, la sincronización espera.',
  warnConflicts: 'Dos claves para un mismo código',
  warnConflictsText_one:
    'Tus equipos tienen claves distintas para {{count, number}} código. Di cuál funciona.',
  warnConflictsText_many:
    'Tus equipos tienen claves distintas para {{count, number}} de códigos. Di cuáles funcionan.',
  warnConflictsText_other:
    'Tus equipos tienen claves distintas para {{count, number}} códigos. Di cuáles funcionan.',
} as const;
