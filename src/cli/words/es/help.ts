import { commanderIn } from '../commander-sentences.ts';
import type { Words } from '../en/words.ts';

/** Lo que dice la ayuda de cada comando. */
export const help = {
  about: 'Tus códigos de un solo uso en la terminal, con la misma bóveda y el mismo llavero que la ventana.',
  more: 'QUERY son palabras del sitio y la cuenta de una entrada, como en la búsqueda de la ventana, o el principio de su id.',
  exits: 'Códigos de salida:',
  exitMeanings: {
    done: 'Está hecho.',
    failed: 'No se ha podido hacer; no se ha cambiado nada.',
    usage: 'La línea de comandos no es correcta.',
    none: 'Ninguna entrada coincide.',
    several: 'Coinciden varias entradas donde hace falta una.',
    locked: 'La frase de contraseña falta o no es correcta.',
    closed: 'No hay ninguna bóveda, o nada de aquí puede abrirla.',
    notRunning: 'No hay ningún Latchkey abierto cuya ventana se pueda mostrar.',
    interrupted: 'Ctrl-C lo ha detenido; un cambio se ha hecho entero o no se ha hecho.',
  },
  titles: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argumentos:',
    'Options:': 'Opciones:',
    'Commands:': 'Comandos:',
    choices: 'valores',
    default: 'predeterminado',
  },
  usage: commanderIn({
    missingArgument: "falta el argumento '$1'",
    missingValue: "la opción '$1' necesita un valor",
    wrongValue: "la opción '$1' no admite '$2'.",
    wrongArgument: "el argumento '$2' no admite '$1'.",
    conflict: "las opciones '$1' y '$2' no se pueden usar juntas",
    unknownOption: "la opción '$1' no existe",
    unknownCommand: "el comando '$1' no existe",
    tooManyArguments: 'sobran argumentos',
    choices: 'Los valores posibles son: $1.',
    nearOnes: '(¿Querías decir uno de estos: $1?)',
    near: '(¿Querías decir $1?)',
  }),
  options: {
    passphraseFile: 'leer la frase de contraseña de la bóveda de la primera línea de un archivo',
    help: 'mostrar esta ayuda',
    helpCommand: 'mostrar la ayuda de un comando',
    version: 'mostrar la versión',
    json: 'mostrar JSON',
  },
  query: 'palabras de los nombres de una entrada o el principio de su id',
  code: {
    about: 'mostrar el código de una entrada',
    more: 'En una entrada con contador es el código siguiente: la bóveda avanza el contador antes de mostrarlo.',
    copy: 'copiar el código en lugar de mostrarlo; se borra al cabo del tiempo que dicen los ajustes',
    wait: 'esperar al código siguiente, que nadie ha visto aún',
  },
  list: {
    about: 'mostrar las entradas: sitio, cuenta e id, separados por tabuladores si no los lee una persona',
    deleted: 'mostrar lo que hay en la papelera',
  },

  show: {
    about: 'mostrar cómo se generan los códigos de una entrada',
    secret: 'mostrar en su lugar la clave, tal como la escriben los sitios',
    uri: 'mostrar su dirección de configuración, que contiene la clave',
    qr: 'dibujar el código QR que otro dispositivo puede escanear',
    more: 'Si la bóveda tiene frase de contraseña, las tres últimas la piden, aunque la haya abierto el llavero.',
  },
  add: {
    about: 'añadir una entrada; muestra su id',
    source: 'una imagen con un código QR, una dirección de configuración, o - para la entrada estándar',
    steam: 'genera códigos de Steam Guard',
    correct: 'si la clave ya está en la bóveda, esa entrada recibe estos ajustes y nombres',
    replace: 'si una entrada ya tiene estos nombres, esta ocupa su lugar; la otra va a la papelera',
    keepBoth: 'conservar lo que hay en la bóveda, y esto al lado',
    more:
      'Sin origen, lee una dirección de configuración o una clave de la entrada estándar, o la pide sin\n' +
      'mostrarla. Una dirección en la línea de comandos se queda en el historial del shell.',
  },
  scan: {
    about: 'añadir el código de configuración que está en la pantalla; muestra su id',
    more: 'El escritorio puede preguntarte antes. Se añade un código de configuración: deja uno en la pantalla o escanéalos en la ventana.',
  },
  edit: {
    about: 'cambiar los nombres de una entrada o cómo se generan sus códigos',
    pin: 'mostrarla la primera en la ventana',
    unpin: 'volver a mostrarla entre las demás',
  },
  import: {
    about: 'traer entradas de exportaciones de otras apps de autenticación, de una sola vez',
    files: 'exportaciones, imágenes con códigos QR, o - para la entrada estándar',
    dryRun: 'mostrar qué pasaría con cada una, sin guardar nada',
    replaceAll: 'mover todas las entradas a la papelera y poner estas en su lugar',
    sameSecret: 'qué hacer si la clave ya está en la bóveda, con otros ajustes o nombres',
    sameName: 'qué hacer si los nombres ya están en la bóveda, con otra clave',
    passphraseFile: 'leer la frase de contraseña de los archivos de la primera línea de un archivo',
  },
  export: {
    about: 'escribir entradas en un archivo para otra app; muestra su ruta',
    format: 'el formato; si no es correcto, se indican los que hay',
    out: 'el archivo, una carpeta para una serie de imágenes, o - para la salida estándar',
    only: 'solo las entradas que coinciden con estas palabras',
    force: 'sustituir un archivo que ya existe',
    passphraseFile: 'leer la frase de contraseña nueva del archivo de la primera línea de otro',
  },
  backup: {
    about: 'crear ahora una copia de seguridad, según los ajustes de la ventana; muestra su nombre',
    list: 'mostrar las copias de la carpeta: nombre, hora y bytes',
    more: 'En la ventana se configuran la carpeta y la protección de las copias.',
  },
  restore: {
    about: 'recuperar lo que contiene una copia de seguridad; lo que hay en la bóveda se queda',
    backup: 'el nombre de una copia de la carpeta, un archivo, o - para la entrada estándar',
    dryRun: 'mostrar qué pasaría con cada entrada, sin cambiar nada',
    replaceAll: 'dejar la lista como estaba entonces; lo que solo existe ahora va a la papelera',
    passphraseFile: 'leer la frase de contraseña de entonces de la primera línea de un archivo',
    codeFile: 'leer el código del kit de recuperación de entonces de la primera línea de un archivo',
  },
  init: {
    about: 'crear la primera bóveda y ofrecer un kit de recuperación',
    protection: 'qué la abre; si se omite: el llavero, o una frase de contraseña si no lo hay',
    passphraseFile:
      'leer la frase de contraseña nueva de la primera línea de un archivo; junto al llavero, una segunda forma de entrar',
    more: 'La frase de contraseña se pide dos veces, sin mostrarla. No se puede restablecer.',
    noKeychain: (backend: string) =>
      `Aquí no se puede usar ningún llavero (${backend}), así que tus códigos se protegen con una frase de contraseña.`,
    byKeychain: (path: string, backend: string) =>
      `Bóveda creada: ${path}. Se abre con el llavero (${backend}).`,
    byPassphrase: (path: string) =>
      `Bóveda creada: ${path}. Se abre con su frase de contraseña; nadie puede restablecerla.`,
    kitIs:
      'Un kit de recuperación es un código en papel que abre la bóveda si se pierde el llavero o la frase de contraseña.',
    askKit: '¿Crear uno ahora?',
    kitLater: 'Puedes crearlo en la ventana cuando quieras (Ajustes, Kit de recuperación).',
    kitTitle: (vault: string, made: string) =>
      `Kit de recuperación de Latchkey, bóveda ${vault}, creado el ${made}`,
    kitShown:
      'Escríbelo en papel y guárdalo lejos del equipo. El código solo se muestra esta vez; después limpia la terminal.',
    askGroup: (group: number) => `Grupo ${group}, tal como está en el papel`,
    kitAgain: 'Ese no es el grupo de la página.',
    kitChecked: 'La página es correcta. Guárdala en un lugar seguro.',
  },
  windows: {
    toggle: 'mostrar la búsqueda rápida del Latchkey abierto, u ocultarla si está en primer plano',
    toggleMore:
      'Asígnalo a unas teclas en los ajustes del escritorio si Latchkey no puede registrar un atajo.',
    search: 'mostrar la ventana del Latchkey abierto, con la lista filtrada',
    words: 'por qué filtrar',
  },
  completion: {
    about: 'mostrar lo que carga un shell para completar comandos, opciones y nombres de entradas',
    shell: 'bash, zsh o fish',
    more:
      'bash: latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey\n' +
      'zsh:  latchkey completion zsh > _latchkey, en una carpeta de $fpath\n' +
      'fish: latchkey completion fish > ~/.config/fish/completions/latchkey.fish\n' +
      'Los nombres se completan mientras el llavero abre la bóveda; al completar nunca se pide una frase de contraseña.',
  },
  manual: {
    about: 'mostrar la página del manual, para “latchkey manual | man -l -”',
    name: 'códigos de un solo uso en la terminal',
    nameTitle: 'NOMBRE',
    synopsis: 'SINOPSIS',
    command: 'comando',
    options: 'opciones',
    description: 'DESCRIPCIÓN',
    commands: 'COMANDOS',
    exits: 'CÓDIGOS DE SALIDA',
  },
  settings: {
    issuer: 'el sitio o la organización',
    account: 'el nombre de la cuenta allí',
    type: 'cómo se generan los códigos',
    algorithm: 'la función hash',
    digits: 'cuántos dígitos tiene un código',
    period: 'cuántos segundos vale un código',
    counter: 'el contador del código siguiente',
  },
  remove: {
    about: 'mover una entrada a la papelera, donde se queda 30 días',
    undo: 'recuperarla de allí',
  },
  unlock: {
    about: 'comprobar qué abre la bóveda; entre dos comandos no se conserva ninguna clave',
    byKeychain: (backend: string) => `El llavero (${backend}) abre la bóveda. No se pregunta nada.`,
    byPassphrase:
      'La frase de contraseña es correcta. El comando no conserva ninguna clave: el siguiente la pide de nuevo.',
  },
  lock: {
    about: 'decir qué está abierto',
    nothing:
      'El comando no conserva ninguna clave entre dos ejecuciones, así que no deja nada abierto. Una ventana abierta se bloquea con Ctrl+L.',
  },
} satisfies Partial<Words>;
