// Bytes written one after the other: numbers of 1 to 5 bytes (seven bits each), and words.
// A word is written a code unit at a time as UTF-8 would, so that the order of bytes is the order of JavaScript's strings, whatever they hold.

export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>
  length = 0

  constructor(capacity = 1_024) {
    this.bytes = new Uint8Array(capacity)
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.#grow(1)
    this.bytes[this.length++] = value
  }

  /** 0 to 2^32 - 1. */
  varint(value: number): void {
    if (this.length + 5 > this.bytes.length) this.#grow(5)
    if (value < 128) {
      this.bytes[this.length++] = value
      return
    }
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.#grow(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** For a few bytes at a time, which `append` is slow for. */
  copy(bytes: Uint8Array, from: number, to: number): void {
    if (this.length + to - from > this.bytes.length) this.#grow(to - from)
    for (let at = from; at < to; at++) this.bytes[this.length++] = bytes[at]!
  }

  /** What was written; valid until more is. */
  written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + by))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  varint(): number {
    let byte = this.bytes[this.at++]!
    if (byte < 128) return byte
    let value = byte & 127
    for (let shift = 7; ; shift += 7) {
      if (this.at >= this.bytes.length || shift > 28) throw new DamagedIndex('a number runs over its end')
      byte = this.bytes[this.at++]!
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }
}

/** What was read cannot have been written by us: the index is made anew. */
export class DamagedIndex extends Error {}

const keyWriter = new ByteWriter(1_024)

export function encodeKey(text: string): Uint8Array {
  keyWriter.clear()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) keyWriter.byte(code)
    else if (code < 0x800) {
      keyWriter.byte(0xc0 | (code >> 6))
      keyWriter.byte(0x80 | (code & 63))
    } else {
      keyWriter.byte(0xe0 | (code >> 12))
      keyWriter.byte(0x80 | ((code >> 6) & 63))
      keyWriter.byte(0x80 | (code & 63))
    }
  }
  return keyWriter.written().slice()
}

export function decodeKey(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let at = 0; at < length;) {
    const first = bytes[at++]!
    if (first < 0x80) text += String.fromCharCode(first)
    else if (first < 0xe0) text += String.fromCharCode(((first & 31) << 6) | (bytes[at++]! & 63))
    else text += String.fromCharCode(((first & 15) << 12) | ((bytes[at++]! & 63) << 6) | (bytes[at++]! & 63))
  }
  return text
}

/** As for sort. */
export function compareBytes(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  const shorter = Math.min(aLength, bLength)
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return aLength - bLength
}

/** Tells whether bytes are as they were written; no protection against malice. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ bytes.length
  const whole = bytes.length & ~3
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < whole; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (let at = whole; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash >>> 0
}
