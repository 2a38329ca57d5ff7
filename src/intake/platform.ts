/** What the intake takes from its platform, which page, worker and terminal all have; it compiles without their types. */

interface Platform {
  readonly TextDecoder: new (
    encoding: string,
  ) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };
  readonly DecompressionStream: new (
    format: 'gzip' | 'deflate-raw',
  ) => {
    readonly writable: { getWriter(): ByteWriter };
    readonly readable: { getReader(): ByteReader };
  };
}

interface ByteWriter {
  readonly closed: Promise<unknown>;
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

interface ByteReader {
  readonly closed: Promise<unknown>;
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

export const { TextDecoder, DecompressionStream } = globalThis as unknown as Platform;
