/** What does the address ask for? It stands after the `#`, which no browser sends to a server. */

export type Request = { readonly kind: 'sample' | 'plan'; readonly text: string };

/** `#sample=waypoint`, `#plan=2.…` */
export function requestInAddress(hash: string): Request | undefined {
  const [, kind, text] = /^#(sample|plan)=(.*)$/s.exec(hash) ?? [];
  return kind === undefined || text === undefined
    ? undefined
    : { kind: kind as Request['kind'], text: kind === 'sample' ? safeDecode(text) : text };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
