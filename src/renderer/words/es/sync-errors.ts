/** La sincronización: qué ha pasado; qué no se ha cambiado y qué hacer. */
export const syncErrors = {
  SYNC_STEP: {
    title: 'La sincronización ya ha avanzado',
    text: 'Ya no está como mostraba la pantalla, así que no se ha hecho nada. La pantalla muestra ahora su estado.',
  },
  SYNC_NOT_KEPT: {
    title: 'No se ha podido guardar aquí lo que necesita la sincronización',
    text: 'No se ha enviado nada ni se ha cambiado ningún código. Comprueba que el disco no esté lleno y que se pueda escribir en la carpeta de Latchkey, e inténtalo de nuevo. ({{reason}})',
  },
  SYNC_STOPPED: {
    title: 'La sincronización se ha detenido',
    text: 'Lo que muestra el servidor no es válido, así que no se ha usado nada. Tus códigos de aquí siguen igual. Compáralos con los de tus otros equipos e inténtalo de nuevo. ({{fault}})',
  },
  SYNC_ASKS: {
    title: 'Antes, una pregunta',
    text: 'Otro equipo ha borrado muchos códigos. Decide primero si se borran también aquí; no se ha hecho nada más.',
  },
  SYNC_LATER: {
    title: 'Tus otros equipos han sido más rápidos',
    text: 'Han escrito algo en cada intento de este. No se ha perdido nada; inténtalo de nuevo en un momento.',
  },
  SYNC_ELSEWHERE: {
    title: 'La sincronización ya está activada en tu cuenta',
    text: 'No se ha cambiado nada. Añade este equipo con las palabras o con el kit de recuperación.',
  },
  SYNC_KIT_UNKNOWN: {
    title: 'La sincronización no conoce este kit de recuperación',
    text: 'Es de otra cuenta, o uno más nuevo lo ha sustituido. No se ha cambiado nada. Usa la página más reciente o las palabras.',
  },
  JOIN_WORD_UNKNOWN: {
    title: 'Esa palabra no existe',
    text: 'Mira otra vez la palabra {{place}} en el otro equipo. Palabras más parecidas: {{meant}}. No se ha cambiado nada.',
  },
  JOIN_WORDS_COUNT: {
    title: 'Son seis palabras',
    text: 'Se han introducido {{words}}. No se ha cambiado nada; copia las seis, en su orden.',
  },
  JOIN_NOT_SEEN: {
    title: 'No se ha encontrado el código QR de ningún equipo',
    text: 'Muestra entero el código QR del equipo que se añade, nítido y no demasiado pequeño, e inténtalo de nuevo. O escribe sus seis palabras. No se ha cambiado nada.',
  },
  JOIN_NOT_ASKED: {
    title: 'Ningún equipo espera con estas palabras',
    text: 'No se ha cambiado nada. Comprueba las palabras, y que el otro equipo aún las muestre y tenga abierta la misma cuenta.',
  },
  MEMBER_NOT_FOUND: {
    title: 'Ya no forma parte',
    text: 'Otro equipo lo ha quitado entretanto. No se ha cambiado nada más.',
  },
  MEMBER_SELF: {
    title: 'Un equipo no puede quitarse a sí mismo',
    text: 'No se ha cambiado nada. Desactiva la sincronización aquí y quita este equipo desde otro.',
  },
};
