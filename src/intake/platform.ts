/** What the intake takes from its platform, which page, worker and terminal all have; it compiles without their types. */

interface Platform {
  readonly TextDecoder: new (
    encoding: string,
  ) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };
}

export const { TextDecoder } = globalThis as unknown as Platform;
