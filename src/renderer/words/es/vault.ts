/** La primera vez. */
export const firstRun = {
  title: 'Tus códigos, en tu propio equipo',
  codes: 'Los códigos que piden los sitios',
  codesText:
    'Un sitio con verificación en dos pasos pide seis dígitos después de tu contraseña. Los genera Latchkey: lee una vez el código QR del sitio en tu pantalla.',
  stays: 'Cifrados y solo aquí',
  staysText:
    'Tus códigos se quedan en un archivo cifrado de este equipo, la bóveda. Latchkey no los envía a ningún lugar.',
  account: 'No hace falta una cuenta',
  accountText:
    'Si tu organización usa cuentas de Latchkey, puedes iniciar sesión más adelante. Su servidor conocerá entonces tu dirección y tus dispositivos; nunca tus códigos.',
  continue: 'Continuar',
  protectionTitle: 'Qué protege tus códigos',
  firstCode: 'Añade tu primer código',
  keychainTitle: 'Se abren cuando inicias la sesión de este equipo',
  keychainText:
    '{{backend}}, el llavero de este equipo, guarda la clave. No hay que recordar ninguna contraseña.',
  start: 'Empezar',
  starting: 'Creando tu bóveda',
  alsoPassphrase: 'Añadir una frase de contraseña como segunda forma de entrar',
  alsoPassphraseText: 'Abre la bóveda si se pierde el llavero y te permite bloquear Latchkey.',
  noKeychainTitle: 'Elige una frase de contraseña',
  noKeychainUnavailable:
    'Este equipo no tiene un llavero que Latchkey pueda usar, así que tus códigos se protegen con una frase de contraseña.',
  noKeychainLocked:
    'El llavero ({{backend}}) está bloqueado. Desbloquéalo y vuelve a comprobar, o usa una frase de contraseña.',
  noKeychainDenied:
    'El llavero ({{backend}}) no ha dejado entrar a Latchkey. Permítelo y vuelve a comprobar, o usa una frase de contraseña.',
  passphrase: 'Frase de contraseña',
  repeat: 'Repítela',
  passphraseHint: 'No se puede restablecer: nadie más la conoce.',
  differs: 'No coinciden.',
  show: 'Mostrar lo que escribo',
  hide: 'Ocultar lo que escribo',
  create: 'Crear la bóveda',
  hasOther: '¿Ya tienes códigos?',
  importText: 'Primero se crea una bóveda vacía. Después eliges la exportación y ves qué contiene.',
  importStart: 'Al empezar, traer códigos de otra app',
  backup: 'Restaurar una copia de seguridad',
  backupText:
    'Primero se crea una bóveda vacía. Después eliges la copia y ves qué contiene, antes de que se añada nada.',
  backupStart: 'Al empezar, elegir una copia de seguridad',
  kit: 'Usar un kit de recuperación',
  kitText:
    'El kit abre el archivo de la bóveda de tu otro equipo. Copia aquí ese archivo con este nombre y vuelve a comprobar:',
} as const;

/** Cuando la bóveda no se abre sin más. */
export const trouble = {
  opening: 'Abriendo tu bóveda',
  openingLong: 'Tu llavero aún no responde. Si pide su contraseña en una ventana propia, escríbela allí.',
  lockedTitle: 'Bloqueado',
  lockedText: 'Tus códigos están cifrados. Se abren con tu frase de contraseña.',
  lockedNoWayText: 'Esta bóveda se abre con el llavero de este equipo. Desbloquéalo y vuelve a comprobar.',
  passphrase: 'Frase de contraseña',
  unlock: 'Desbloquear',
  waitSends:
    'Varias frases de contraseña eran incorrectas, así que cada nuevo intento tiene que esperar. Lo que has escrito se probará por sí solo.',
  sendsIn_one: 'Se probará en {{count}} segundo',
  sendsIn_many: 'Se probará en {{count}} de segundos',
  sendsIn_other: 'Se probará en {{count}} segundos',
  waitStop: 'No probarla',
  waitWhy: 'Varias frases de contraseña eran incorrectas. La bóveda está intacta.',
  waitSeconds_one: 'Reintentar en {{count}} segundo',
  waitSeconds_many: 'Reintentar en {{count}} de segundos',
  waitSeconds_other: 'Reintentar en {{count}} segundos',
  keyMissingTitle: 'La clave de tu bóveda no está',
  absent:
    'El llavero ({{backend}}) no tiene ninguna clave para esta bóveda. ¿Se ha restablecido o has iniciado sesión en el equipo con otro usuario?',
  locked: 'El llavero ({{backend}}) está bloqueado.',
  denied: 'El llavero ({{backend}}) no ha dejado que Latchkey lea la clave.',
  unavailable: 'El llavero ({{backend}}) no responde.',
  wrongKey: 'El llavero ({{backend}}) tiene una clave, pero es la de otra bóveda.',
  doAbsent:
    'Inicia sesión en el equipo con el usuario que creó la bóveda o restaura el llavero de una copia de seguridad. Después vuelve a comprobar.',
  doLocked: 'Desbloquéalo y vuelve a comprobar.',
  doDenied: 'Permite el acceso de Latchkey en los ajustes del llavero y vuelve a comprobar.',
  doUnavailable:
    'Inicia el servicio del llavero, o cierra la sesión del equipo y vuelve a entrar. Después vuelve a comprobar.',
  doWrongKey:
    'Vuelve a poner el archivo de la bóveda de esta clave o restaura el llavero. Después vuelve a comprobar.',
  lookAgain: 'Volver a comprobar',
  lockHidesOnly:
    'Este bloqueo oculta los códigos. Quien use tu sesión en este equipo lo quita con una pulsación. “Con una frase de contraseña”, en los ajustes de seguridad, lo impide.',
  byKeychain: 'Abrir con el llavero',
  stillNot: 'Sigue igual.',
  unwritableTitle: 'Latchkey no puede escribir en su carpeta',
  unwritableCalm: 'Aún no hay ninguna bóveda y no se ha creado nada.',
  unwritableText:
    'Tus códigos se guardarían en esta carpeta, y el sistema no permite que Latchkey escriba nada en ella.',
  unwritableDo:
    'Date permiso para escribir en ella o conecta su unidad con escritura. Latchkey vuelve a comprobarlo por sí solo.',
  unwritableElse:
    'Latchkey puede usar otra carpeta: ábrelo con LATCHKEY_DATA_DIR y la ruta completa de esa carpeta.',
  awayTitle: 'Tu bóveda no está ahora',
  awayCalm: 'No se ha perdido nada y no se crea nada nuevo en su lugar.',
  awayText: 'Está en una unidad o una carpeta que no está conectada.',
  awaySeen: 'Aquí hubo una bóveda. La unidad o la carpeta donde está no está conectada ahora.',
  awayDo:
    'Conecta la unidad o inicia lo que sincroniza la carpeta. Latchkey vuelve a comprobarlo por sí solo.',
  awayGone:
    '¿No va a volver? Si el archivo es un enlace, elimina el enlace y vuelve a comprobar: Latchkey abre la más reciente de las versiones anteriores que haya al lado. Si no, restaura una copia de seguridad en otra carpeta de datos.',
  seenGone: '¿No va a volver? Empieza de cero; después puedes restaurar una copia de seguridad.',
  startAnew: 'Empezar de cero…',
  startAnewText:
    'Latchkey empieza aquí vacío. La bóveda que había no se toca: cuando su unidad vuelva a conectarse, Latchkey la abrirá, y la nueva no se verá mientras tanto.',
  startAnewYes: 'Empezar vacío',
  startAnewNo: 'Seguir esperando',
  damagedTitle: 'Tu bóveda no se puede leer',
  notAVault:
    'El archivo no es una bóveda de Latchkey. Puede que otro programa haya puesto otra cosa en su lugar.',
  truncated: 'El archivo termina antes de tiempo. Puede que no se haya copiado o sincronizado por completo.',
  tampered:
    'El archivo se ha modificado después de escribirse, por un fallo o por alguien. Por seguridad, no se abre.',
  newer:
    'Una versión más reciente de Latchkey escribió esta bóveda en un formato que esta no puede leer. Actualiza Latchkey y vuelve a comprobar.',
  unreadable: 'El sistema no permite que Latchkey lea el archivo.',
  damagedDo:
    'Pon allí una copia válida del archivo (de una copia de seguridad o de otro equipo) y vuelve a comprobar.',
  unreadableDo: 'Comprueba que el archivo es tuyo y que su disco está conectado, y vuelve a comprobar.',
  newerDo: 'No se ha perdido nada: la abre la versión más reciente de Latchkey.',
  lastWayText:
    'Puedes apartar esta bóveda y empezar con una vacía. Se le cambia el nombre, nunca se elimina.',
  setAside: 'Apartarla…',
  startEmptyTitle: '¿Empezar sin tus códigos?',
  setAsideText:
    'Se cambia el nombre de la bóveda y Latchkey empieza vacío. Los códigos que contiene no se verán hasta que vuelva a su lugar y se abra.',
  startEmptySites:
    'Asegúrate de que aún puedes entrar en tus sitios, por ejemplo con códigos de recuperación.',
  startEmptySure: 'Entiendo que mis códigos no estarán',
  setAsideYes: 'Apartar y empezar vacío',
  setAsideNo: 'Seguir buscando la clave',
  setAsideDone: 'La bóveda anterior se conserva como {{path}}.',
  reconnecting: 'Conectando de nuevo…',
  connecting: 'Conectando con Latchkey',
  connectingLong: 'Latchkey aún no responde. Si estaba cerrado, ábrelo de nuevo.',
  readOnly_place:
    'La ubicación de la bóveda no admite escritura. Puedes usar los códigos, pero los cambios no se pueden guardar.',
  readOnly_newer:
    'Una versión más reciente de Latchkey escribió esta bóveda. Puedes usar los códigos, pero no cambiar nada hasta que actualices.',
  recovered:
    'La copia más reciente de tu bóveda estaba dañada. Se ha abierto la anterior, del {{when}}. Puede faltar lo que se añadió después.',
  recoveredUnknown:
    'La copia más reciente de tu bóveda estaba dañada. Se ha abierto la anterior. Puede faltar lo último que se añadió.',
  cause_person: 'La has bloqueado tú.',
  cause_idle: 'Se ha bloqueado por inactividad.',
  cause_suspend: 'Se ha bloqueado porque el equipo se suspendió.',
  cause_screenLock: 'Se ha bloqueado junto con la pantalla.',
  cause_otherProcess: 'Su clave se ha cambiado en otra ventana, así que hay que abrirla de nuevo.',
  lockedBothText: 'Se abren con tu frase de contraseña y el llavero de este equipo.',
  forgotten: '¿Has olvidado la frase de contraseña?',
  noKit: 'Solo la frase de contraseña abre esta bóveda: no se creó ningún kit de recuperación para ella.',
  keyMissingCalm: 'Tu bóveda está entera. No se ha cambiado nada; solo falta su clave.',
  changed: 'La clave se entregó a {{keptBy}}, pero ahora responde otro llavero: {{backend}}.',
  doChanged:
    'Vuelve a iniciar {{keptBy}} o inicia la sesión del equipo como solías. Después vuelve a comprobar.',
  bothMissing:
    'La frase de contraseña sola no basta: esta bóveda necesita la mitad de la clave que guarda el llavero.',
  otherWays: 'Otras formas de llegar a tus códigos',
  wayPassphrase: 'Usar tu frase de contraseña',
  wayBackup: 'Restaurar una copia de seguridad',
  wayBackupText:
    'Una copia de seguridad va a una bóveda nueva: aparta esta (abajo), empieza y elige “Restaurar una copia de seguridad”. Esta bóveda se conserva con otro nombre.',
  wayAside: 'Empezar sin estos códigos',
  where: 'La bóveda está aquí:',
  whereMade: 'La bóveda estaría aquí:',
  damagedCalm: 'No se ha cambiado ni eliminado nada.',
  damagedOlder: 'También se han probado las versiones anteriores que hay al lado; ninguna se abre.',
  readOnlyTitle: 'Solo lectura',
  quarantined_one: '{{count}} entrada no se ha podido interpretar. Se conserva como está.',
  quarantined_many: '{{count}} de entradas no se han podido interpretar. Se conservan como están.',
  quarantined_other: '{{count}} entradas no se han podido interpretar. Se conservan como están.',
  look: 'Ver',
  lookHistory: 'Ver versiones anteriores',
  dismiss: 'Entendido',
} as const;

/** Preferencias. */
export const preferences = {
  language: 'Idioma',
  languageSystem: 'Sistema',
  theme: 'Aspecto',
  themeSystem: 'Sistema',
  themeLight: 'Claro',
  themeDark: 'Oscuro',
  clipboard: 'Borrar código copiado',
  clipboardNever: 'Nunca',
  clipboardSeconds_one: 'Tras {{count}} segundo',
  clipboardSeconds_many: 'Tras {{count}} de segundos',
  clipboardSeconds_other: 'Tras {{count}} segundos',
  clipboardAllow:
    'Para borrarlo, Latchkey tiene que mirar si el código sigue ahí. Este navegador aún no lo ha permitido.',
  clipboardAllowButton: 'Permitir',
  clipboardDenied:
    'Este navegador no permite que Latchkey mire el portapapeles, así que los códigos copiados se quedan ahí.',
  hideCodes: 'Ocultar los códigos',
  hideCodesText: 'Cada código está tapado hasta que eliges su entrada.',
  desktopSearch: 'Encontrar entradas con el buscador del escritorio',
  desktopSearchText:
    'GNOME y KDE muestran el sitio y la cuenta mientras la bóveda está abierta, y al elegir una entrada se copia su código. Tus demás programas también pueden pedir estos nombres.',
  setUpLinks: 'Abrir enlaces de configuración con Latchkey',
  setUpLinksText:
    'Para los sitios que ofrecen un enlace junto a su código QR. Latchkey muestra qué contiene y tú decides.',
  vaultAt: 'Bóveda',
} as const;

/** Por cada motivo de bloqueo: su ajuste y cuándo ocurre. Su causa es `trouble.cause_…`. */
export const lockTriggers = {
  suspend: { setting: 'Bloquear al suspender el equipo', when: 'cuándo se suspende el equipo' },
  screenLock: { setting: 'Bloquear junto con la pantalla', when: 'cuándo se bloquea la pantalla' },
} as const;
