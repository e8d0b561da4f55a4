/** Bytes that the largest QR code holds, by its error correction (ISO/IEC 18004, table 7). */
export const qrCapacity = { L: 2_953, M: 2_331 } as const;
