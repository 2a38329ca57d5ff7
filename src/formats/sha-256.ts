/** Which bytes are these, told so that no two are mistaken for each other? SHA-256 as in FIPS 180-4. */

const PRIMES = Array.from({ length: 312 }, (_, i) => i).filter(
  (n) => n > 1 && Array.from({ length: n }, (_, i) => i).every((d) => d < 2 || n % d !== 0),
);

/** The first 32 bits of the fractional part. */
function fractionOf(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) >>> 0;
}

const ROUNDS = PRIMES.slice(0, 64).map((prime) => fractionOf(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fractionOf(Math.sqrt(prime)));

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The message, a bit 1, as many bits 0 as it takes, and the length in bits as 64-bit number. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function compress(state: readonly number[], block: DataView, at: number): number[] {
  const words = new Uint32Array(64);
  for (let i = 0; i < 16; i++) words[i] = block.getUint32(at + i * 4);
  const word = (i: number) => words[i] ?? 0;
  for (let i = 16; i < 64; i++) {
    const [early, late] = [word(i - 15), word(i - 2)];
    const mixed = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    words[i] = word(i - 16) + mixed + word(i - 7) + (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const sum = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum + ((e & f) ^ (~e & g)) + (ROUNDS[i] ?? 0) + word(i)) | 0;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((value, i) => (value + (state[i] ?? 0)) >>> 0);
}

/** 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const view = pad(bytes);
  let state: readonly number[] = START;
  for (let at = 0; at < view.byteLength; at += 64) state = compress(state, view, at);
  return state.map((word) => word.toString(16).padStart(8, '0')).join('');
}
