/** En qué puede terminar una petición de la cuenta: qué pasó; qué no ha cambiado y qué hacer. */
export const accountErrors = {
  SERVER_UNREACHABLE: { title: 'El servidor de la cuenta no está disponible ahora', text: '{{trouble}}' },
  LOCAL_ACCOUNT_WRITE_FAILED: {
    title: 'No se han podido guardar aquí las claves de tu cuenta',
    text: 'No se ha consultado al servidor ni se ha cambiado nada. Comprueba que el disco no esté lleno y que se pueda escribir en la carpeta de Latchkey, e inténtalo de nuevo. ({{reason}})',
  },
  OTHER_STEP: {
    title: 'La guía ya ha avanzado',
    text: 'Este paso se ha completado o abandonado entretanto, así que no se ha enviado nada. La pantalla muestra dónde estás ahora.',
  },
  SERVER_ADDRESS_INVALID: {
    title: 'Esta no es la dirección de un servidor',
    text: 'Debe parecerse a https://account.example.org. El servidor sigue siendo el mismo; comprueba que la dirección no tenga errores.',
  },
  SIGN_OUT_FIRST: {
    title: 'Aún hay aquí una cuenta del servidor actual',
    text: 'El servidor sigue siendo el mismo. Cierra la sesión primero; tus códigos se quedan.',
  },
  SERVER_FIXED: {
    title: 'El servidor ya viene definido',
    text: 'Lo eligió quien configuró Latchkey en este equipo, así que no se puede cambiar en la ventana. No se ha cambiado nada.',
  },
  LINK_DAMAGED: {
    title: 'A este enlace le falta una parte',
    text: 'No se ha abierto nada. Cópialo entero del correo, desde “http” hasta el último carácter.',
  },
  LINK_NOT_OURS: {
    title: 'Este enlace no es para Latchkey',
    text: 'No se ha abierto nada. Copia el enlace completo del correo; contiene “activate” o “reset”.',
  },
  RATE_LIMITED: {
    title: 'Demasiadas solicitudes en poco tiempo',
    text: 'Esta vez no se ha enviado nada. Inténtalo de nuevo {{wait}}.',
  },
  BUSY: {
    title: 'El servidor está ocupado',
    text: 'No ha contado como intento ni se ha cambiado nada. Inténtalo de nuevo {{wait}}.',
  },
  DEVICE_PROOF_INVALID: {
    title: 'El servidor no ha reconocido este equipo',
    text: 'No se ha cambiado nada. Comprueba que el reloj del equipo esté en hora e inténtalo de nuevo.',
  },
  PASSWORD_REFUSED: {
    title: 'Esta contraseña es demasiado fácil de adivinar',
    text: '{{flaws}} No se ha cambiado nada; elige otra.',
  },
  LINK_INVALID: {
    title: 'Este enlace ya no funciona',
    text: 'Ya se ha usado o lo ha sustituido un correo más reciente. No se ha cambiado nada; usa el último correo.',
  },
  LINK_EXPIRED: { title: 'Este enlace ha caducado', text: 'No se ha cambiado nada. Pide uno nuevo.' },
  PASSWORD_WRONG: {
    title: 'La contraseña no es correcta',
    text: 'No se ha cambiado nada. Revisa Bloq Mayús y la distribución del teclado, e inténtalo de nuevo.',
  },
  TOO_MANY_ATTEMPTS: {
    title: 'Demasiados intentos fallidos',
    text: '{{again}} Así se protege la cuenta; no se ha cambiado nada más.',
  },
  CREDENTIALS_INVALID: {
    title: 'La dirección y la contraseña no coinciden',
    text: 'O la cuenta aún no está activada. Revisa ambas o elige una contraseña nueva.',
  },
  FLOW_INVALID: {
    title: 'Este inicio de sesión ha tardado demasiado',
    text: 'Se ha interrumpido por seguridad. No se ha cambiado nada; empieza de nuevo con la contraseña.',
  },
  METHOD_NOT_FOUND: {
    title: 'Este método ya no existe',
    text: 'Se ha eliminado o sustituido entretanto. No se ha cambiado nada más.',
  },
  METHOD_DISABLED: {
    title: 'Este método está desactivado',
    text: 'Ha recibido demasiados códigos incorrectos. Usa otro método o un código de recuperación.',
  },
  CODE_WRONG: {
    title: 'El código no es correcto',
    text: '{{tries}} Usa el código más reciente, y cada uno solo una vez.',
  },
  CODE_EXPIRED: { title: 'Este código ha caducado', text: 'No se ha cambiado nada. Pide uno nuevo.' },
  UNAUTHENTICATED: {
    title: 'Tu sesión se ha cerrado',
    text: 'No se ha cambiado nada. Inicia sesión e inténtalo de nuevo.',
  },
  ENROLMENT_REQUIRED: {
    title: 'Primero configura un método de verificación',
    text: 'No se ha cambiado nada. Después podrás usar el resto de la cuenta.',
  },
  STEP_UP_REQUIRED: {
    title: 'Esto requiere un código nuevo',
    text: 'No se ha cambiado nada. Confirma tu identidad e inténtalo de nuevo.',
  },
  METHOD_EXISTS: {
    title: 'Tu cuenta ya tiene este método',
    text: 'No se ha cambiado nada. Elige otra dirección u otro número.',
  },
  TOO_MANY_METHODS: {
    title: 'No caben más métodos',
    text: 'No se ha cambiado nada. Elimina alguno que ya no uses.',
  },
  METHOD_NOT_OFFERED: {
    title: 'Este servidor no ofrece este método',
    text: 'No se ha cambiado nada. Elige otro.',
  },
  DESTINATION_INVALID: {
    title: 'Ahí no se puede enviar un código',
    text: 'No se ha enviado nada. Comprueba que la dirección o el número no tengan errores.',
  },
  OTHER_CODE: {
    title: 'Ese era otro código QR',
    text: 'No se ha guardado nada. Escanea el de esta pantalla, sin ningún otro código de configuración a la vista.',
  },
  LAST_METHOD: {
    title: 'Este es tu último método',
    text: 'No se ha eliminado: sin ninguno no habría forma de comprobar tu identidad. Sustitúyelo o añade otro primero.',
  },
  DEVICE_NOT_FOUND: {
    title: 'Este equipo ya no es de confianza',
    text: 'La confianza ya había terminado. No se ha cambiado nada más.',
  },
  SESSION_NOT_FOUND: {
    title: 'Esta sesión ha terminado',
    text: 'Ya estaba cerrada. No se ha cambiado nada más.',
  },
  SYNC_OFF: {
    title: 'La sincronización está desactivada en esta cuenta',
    text: 'No se ha enviado nada ni se ha borrado ningún código aquí. Actívala primero.',
  },
  SYNC_NOT_MEMBER: {
    title: 'Este equipo no está incluido',
    text: 'No se ha enviado nada y tus códigos siguen aquí. Admítelo desde otro equipo o con el kit de recuperación.',
  },
  SYNC_STALE: {
    title: 'Otro equipo se ha adelantado',
    text: 'No se ha perdido nada. Latchkey toma lo que escribió y vuelve a intentarlo.',
  },
  SYNC_REFUSED: {
    title: 'El servidor no lo ha aceptado',
    text: 'Este equipo no puede escribir eso. No se ha cambiado nada; tus códigos siguen aquí.',
  },
  SYNC_FULL: {
    title: 'No queda sitio para la sincronización',
    text: 'No se ha cambiado nada. Borra lo que ya no necesites y vuelve a intentarlo.',
  },
} as const;

/** Por qué no se puede usar ahora el servidor. */
export const serverTroubles = {
  offline:
    'No responde. Revisa tu conexión e inténtalo de nuevo. No se ha perdido nada, y tus códigos funcionan sin él.',
  notLatchkey: 'Algo responde en esta dirección, pero no es un servidor de cuentas de Latchkey.',
  appTooOld:
    'Necesita una versión más reciente de Latchkey. Actualiza Latchkey; tus códigos siguen funcionando.',
  serverTooOld:
    'Es demasiado antiguo para esta versión de Latchkey. Pide a quien lo administra que lo actualice; tus códigos siguen funcionando.',
  notStarted:
    'Pertenece a la versión de prueba de este equipo, que no está en marcha. Cierra Latchkey y vuelve a abrirlo; tus códigos funcionan sin él.',
} as const;

/** Qué parte de la versión de prueba de este equipo no está en marcha. */
export const trialFailure = {
  database: 'La base de datos de la versión de prueba no ha arrancado.',
  inbox: 'El buzón de la versión de prueba no ha arrancado.',
  service: 'El servicio de cuentas de la versión de prueba no ha arrancado o se ha detenido.',
  reason: 'Ha dado este motivo:',
  next: 'Cierra Latchkey y vuelve a abrirlo. Si se repite, la terminal indica el archivo que explica el motivo. Tus códigos funcionan sin él.',
} as const;

/** Por qué se ha rechazado una contraseña nueva. */
export const passwordFlaws = {
  tooShort: 'Es demasiado corta.',
  tooLong: 'Es demasiado larga.',
  tooGuessable: 'Es demasiado fácil de adivinar.',
  containsName: 'Contiene tu nombre.',
  containsAddress: 'Contiene tu dirección de correo.',
  common: 'La usa mucha gente.',
} as const;
