/** Cuando falla la propia ventana. Se lee sin el resto de los textos, que pueden ser lo que ha fallado. */
export const broken = {
  title: 'Esta ventana se ha detenido',
  text: 'Algo ha fallado en ella. Tu bóveda está como estaba: la ventana no escribe en ella y no se ha perdido nada de su contenido.',
  todo: 'Vuelve a cargar la ventana. Si se detiene otra vez, cierra Latchkey y ábrelo de nuevo.',
  reload: 'Volver a cargar',
  place: 'Tu bóveda es este archivo:',
  details: 'Detalles técnicos',
  detailsText: 'Para un informe: en qué parte del programa ha ocurrido, sin ningún dato tuyo.',
  copy: 'Copiar los detalles',
  copied: 'Copiado',
} as const;
