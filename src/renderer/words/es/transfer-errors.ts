/** Importaciones y exportaciones: qué pasó; qué no ha cambiado y qué hacer. */
export const transferErrors = {
  IMPORT_GONE: {
    title: 'Esta importación ha terminado',
    text: 'Latchkey olvida lo leído cuando se cierra la bóveda y al cabo de 15 minutos. No se ha guardado nada. Lee el archivo de nuevo.',
  },
  IMPORT_FULL: {
    title: 'Es demasiado para una sola importación',
    text: 'En una importación caben hasta {{limit, number}} entradas. Lo leído antes sigue ahí. Importa en varias veces.',
  },
  SOURCE_NOT_LOCKED: {
    title: 'Este archivo ya no necesita frase de contraseña',
    text: 'Ya se ha leído o no se puede leer de ninguna forma. No se ha cambiado nada.',
  },
  SOURCE_UNREADABLE: {
    title: 'No se ha podido leer este archivo',
    text: '{{transferReason}} No se ha guardado nada.',
  },
  ROW_HAS_NO_SECRET: {
    title: 'Aquí no se ha podido leer nada',
    text: 'Esta fila no tiene ninguna clave que mostrar.',
  },
  ROW_MAKES_NO_CODE: {
    title: 'Esto no genera códigos en Latchkey',
    text: 'Se puede apartar entre las entradas ilegibles para que no se pierda.',
  },
  EXPORT_EMPTY: {
    title: 'No hay nada que exportar',
    text: 'No se ha elegido ninguna entrada o ya no están.',
  },
  EXPORT_FAILED: {
    title: 'No se ha podido crear el archivo',
    text: '{{transferReason}} No se ha escrito nada.',
  },
} as const;

/** Por qué un archivo no da nada o por qué no se ha creado ninguno. */
export const transferReasons = {
  UNKNOWN_FORMAT: 'Latchkey no conoce este tipo de archivo.',
  UNKNOWN_OR_ENCRYPTED:
    'Latchkey no conoce este tipo de archivo. Si lo protege una frase de contraseña, puede que se abra con ella.',
  NOTHING_FOUND: 'No contiene códigos de un solo uso.',
  PASSPHRASE_MISSING: 'Está cifrado y necesita su frase de contraseña.',
  PASSPHRASE_WRONG:
    'No se abre con esa frase de contraseña. Revisa Bloq Mayús y la distribución del teclado, e inténtalo de nuevo.',
  DAMAGED: 'Está dañado o incompleto. Expórtalo de nuevo en la otra aplicación.',
  TOO_LARGE: 'Contiene más de lo que Latchkey lee de una vez.',
  TOO_COSTLY: 'Abrirlo requiere más memoria o tiempo de lo que Latchkey puede dedicarle aquí.',
  NEWER_VERSION: 'Lo escribió una versión más reciente de la otra aplicación. Actualiza Latchkey.',
  ACCOUNT_RESTRICTED:
    'Solo puede abrirla la cuenta que creó esta exportación. Exporta de nuevo, con una contraseña como protección.',
  KEY_FILE_NEEDED:
    'Esta base de datos necesita además un archivo de clave o una llave física. Guarda una copia que se abra con una contraseña.',
  CIPHER_UNSUPPORTED: 'Latchkey no lee su tipo de cifrado. Guarda una copia con AES o ChaCha20.',
  VERSION_UNSUPPORTED:
    'Su versión es demasiado antigua. Ábrelo y expórtalo con una versión actual de la aplicación.',
  NO_PASSWORD_SLOT:
    'Solo puede abrirlo el dispositivo que lo creó. Pon allí una contraseña y exporta de nuevo.',
  FORMAT_NOT_WRITTEN: 'Latchkey no escribe este tipo de archivo.',
  READER_FAILED:
    'La lectura se ha interrumpido, quizá por falta de memoria. Cierra otros programas e inténtalo de nuevo.',
} as const;
