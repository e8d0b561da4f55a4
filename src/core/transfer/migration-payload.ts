import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** One code of a migration set: numbers are those of Google's enumerations, and 0 stands for the usual value. */
export interface MigrationOtp {
  /** Null if the message has none. */
  readonly secret: Uint8Array | null;
  readonly name: string;
  readonly issuer: string;
  /** 1 SHA1, 2 SHA256, 3 SHA512, 4 MD5. */
  readonly algorithm: number;
  /** 1 six digits, 2 eight. */
  readonly digits: number;
  /** 1 HOTP, 2 TOTP. */
  readonly type: number;
  /** As decimal digits, with a minus before them if it is below 0. */
  readonly counter: string;
}

/** What one QR code of a migration set holds. */
export interface MigrationPayload {
  readonly otps: readonly MigrationOtp[];
  /** 0 if the message has none: it may have been cut off there. */
  readonly version: number;
  /** At least 1. */
  readonly batchSize: number;
  readonly batchIndex: number;
  readonly batchId: number;
}

/**
 * Reads the protobuf message in a migration QR code. Unknown fields, and known ones of another wire type, are ignored.
 * @returns null for bytes that are no such message, or end within it
 */
export function readMigrationPayload(bytes: Uint8Array): MigrationPayload | null {
  try {
    const payload = { otps: new Array<MigrationOtp>(), version: 0, batchSize: 1, batchIndex: 0, batchId: 0 };
    const reader = new BinaryReader(bytes);
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag();
      if (field === 1 && type === WireType.LengthDelimited) payload.otps.push(readOtp(reader.bytes()));
      else if (field === 2 && type === WireType.Varint) payload.version = reader.int32();
      else if (field === 3 && type === WireType.Varint) payload.batchSize = Math.max(1, reader.int32());
      else if (field === 4 && type === WireType.Varint) payload.batchIndex = reader.int32();
      else if (field === 5 && type === WireType.Varint) payload.batchId = reader.int32();
      else reader.skip(type, field);
    }
    return payload;
  } catch {
    return null;
  }
}

/** Writes such a message. */
export function writeMigrationPayload(payload: MigrationPayload): Uint8Array {
  const writer = new BinaryWriter();
  for (const otp of payload.otps) {
    writer.tag(1, WireType.LengthDelimited).fork();
    writer.tag(1, WireType.LengthDelimited).bytes(otp.secret ?? new Uint8Array());
    writer.tag(2, WireType.LengthDelimited).string(otp.name);
    if (otp.issuer !== '') writer.tag(3, WireType.LengthDelimited).string(otp.issuer);
    writer.tag(4, WireType.Varint).int32(otp.algorithm);
    writer.tag(5, WireType.Varint).int32(otp.digits);
    writer.tag(6, WireType.Varint).int32(otp.type);
    if (otp.counter !== '0') writer.tag(7, WireType.Varint).int64(otp.counter);
    writer.join();
  }
  writer.tag(2, WireType.Varint).int32(payload.version);
  writer.tag(3, WireType.Varint).int32(payload.batchSize);
  writer.tag(4, WireType.Varint).int32(payload.batchIndex);
  writer.tag(5, WireType.Varint).int32(payload.batchId);
  return writer.finish();
}

function readOtp(bytes: Uint8Array): MigrationOtp {
  const otp = { name: '', issuer: '', algorithm: 0, digits: 0, type: 0, counter: '0' };
  let secret: Uint8Array | null = null;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1 && type === WireType.LengthDelimited) secret = reader.bytes();
    else if (field === 2 && type === WireType.LengthDelimited) otp.name = reader.string();
    else if (field === 3 && type === WireType.LengthDelimited) otp.issuer = reader.string();
    else if (field === 4 && type === WireType.Varint) otp.algorithm = reader.int32();
    else if (field === 5 && type === WireType.Varint) otp.digits = reader.int32();
    else if (field === 6 && type === WireType.Varint) otp.type = reader.int32();
    else if (field === 7 && type === WireType.Varint) otp.counter = String(reader.int64());
    // Field 8, `id`, is a name of the application's own.
    else reader.skip(type, field);
  }
  return { secret, ...otp };
}
