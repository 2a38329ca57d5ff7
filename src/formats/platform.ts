/** What the formats take from their platform, which page, worker and terminal all have; they compile without their types. */

interface Chunks {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

interface Writer {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** A stream of bytes that becomes another one. */
interface Transform {
  readonly readable: { getReader(): Chunks };
  readonly writable: { getWriter(): Writer };
}

interface Platform {
  readonly CompressionStream: new (format: 'deflate-raw') => Transform;
  readonly DecompressionStream: new (format: 'deflate-raw') => Transform;
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new (
    encoding: 'utf-8',
    options: { readonly fatal: true },
  ) => { decode(bytes: Uint8Array): string };
  readonly atob: (base64: string) => string;
  readonly btoa: (binary: string) => string;
}

export const { CompressionStream, DecompressionStream, TextEncoder, TextDecoder, atob, btoa } =
  globalThis as unknown as Platform;
